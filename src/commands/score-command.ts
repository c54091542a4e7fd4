// What every command that scores a portfolio does in the same way: settings, options, opening, classes, notices, output.
import { Command } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { zero } from "../base/money.ts";
import { refuseExportName } from "../cli/inputs.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import type { TableNeeds } from "../cli/load.ts";
import {
  type DatedFacts,
  factsOf,
  openPortfolio,
  type Portfolio,
  type PortfolioRequest,
} from "../cli/open-portfolio.ts";
import { withClasses, withInputs, withOutput, withRows, withTalk, withTime } from "../cli/options.ts";
import { type InputOptions, requestOf } from "../cli/request.ts";
import {
  checkOutputFile,
  checkOutputOptions,
  languageOf,
  noticesJson,
  type OutputOptions,
  writeOutput,
  writesHead,
} from "../cli/run-output.ts";
import { given, parseScoreOptions, plainOptions } from "../cli/score-options.ts";
import { loadSettings, withSettings } from "../cli/settings.ts";
import { statedNotices } from "../cli/stated-notices.ts";
import type { Settings } from "../config/settings.ts";
import type { Column, JsonValue, Report } from "../output/report.ts";
import type { Notice } from "../quality/notice.ts";
import type { Classification, classify as Classify, ClassifyOptions } from "../scoring/classify.ts";
import type { CostInformation } from "../scoring/contribution.ts";
import { loadWords } from "../wording/load.ts";
import type { Group, Words } from "../wording/wording.ts";

/** A command with the options that all scores share: inputs, reading, time, classes, output. */
export const scoreCommand = <Name extends string>(name: Name) => withScoreOptions(new Command(name));

/** The same for a command that takes arguments of its own before the folder. */
export const withScoreOptions = <A extends unknown[]>(command: Command<A>) =>
  withTalk(withOutput(withClasses(withTime(withRows(withInputs(command))))));

/** Those options as they are parsed. */
export type ScoreCommandOptions = InputOptions &
  OutputOptions &
  Parameters<typeof requestOf>[1] & {
    readonly config?: string | undefined;
    readonly abcMethod?: string | undefined;
    readonly abcCuts?: readonly number[] | undefined;
    readonly rankBy?: string | undefined;
    readonly dMode?: string | undefined;
    readonly cogs?: string | undefined;
    readonly potentialSources?: readonly string[] | undefined;
  };

/** An opened portfolio, and what is concluded from it as far as the command asks. */
export interface Scored<Own> {
  readonly portfolio: Portfolio;
  /** Both axes of every customer; computed when first asked for. */
  readonly classification: () => Classification;
  /** The same as of another day: of what `portfolio.at` says. */
  readonly classifyAt: (facts: DatedFacts) => Classification;
  /** The options of `classification`. */
  readonly chosen: ClassifyOptions;
  /** N, the window's length. */
  readonly months: number;
  /** The command's own options, as `own` returned them. */
  readonly own: Own;
}

/** What a command says, in whichever language. */
export interface Said<G extends Group> {
  /** Its `head` holds the members of the json document that are the command's own: `summary`, and whatever follows. */
  readonly report: (words: Words<G>) => Report;
  /** What a format of bare rows has no place for and every output must say; the as-of date is said anyway. */
  readonly remarks?: (words: Words<G>) => readonly string[];
  /** Beside those of the exports. */
  readonly notices?: readonly Notice[];
}

export interface ScoreSpec<Own, G extends Group = never> {
  readonly name: string;
  /** The catalogues that its report is worded from. */
  readonly words: readonly G[];
  /** Columns of the tables that the command reads. */
  readonly needs: TableNeeds;
  /** Whether there is nothing to say without a sales line. */
  readonly needsSales: boolean;
  /** Files that it reads beside the exports. */
  readonly alsoReads?: readonly string[];
  /** The columns of the result, where they are known before anything is read. */
  readonly columns: (months: number) => readonly Column[];
  /** The command's own options, checked before anything is read; `settings` is the settings file. */
  readonly own: (settings: Settings) => Own | Promise<Own>;
  /** Own options as the json document states them. */
  readonly ownJson?: (own: Own) => Readonly<Record<string, JsonValue>>;
  readonly say: (scored: Scored<Own>) => Said<G> | Promise<Said<G>>;
}

const defaultWindow = 12;

/** Runs a command that scores: reads the exports, lets `say` conclude, writes what it says. */
export async function runScore<Own, G extends Group>(
  io: Io,
  dir: string | undefined,
  options: ScoreCommandOptions,
  spec: ScoreSpec<Own, G>,
): Promise<void> {
  const prepared = await prepareScore(io, dir, options);
  const columns = spec.columns(prepared.months);
  const format = await checkOutputOptions(io, options, [], columns);
  const own = await spec.own(prepared.settings);
  // Loaded while the engine reads. Remarks go to stderr, which is English.
  const language = languageOf(format, options);
  const loading = Promise.all([loadWords("en", spec.words), loadWords(language, spec.words)]);
  const request = {
    needs: spec.needs,
    needsSales: spec.needsSales,
    alsoReads: spec.alsoReads,
    onInputs: (names: readonly string[]) => {
      checkOutputFile(io, options, [...names, ...(spec.alsoReads ?? [])]);
      refuseExportName(io, dir, options.output);
    },
  };
  await openScored(io, dir, options, prepared, request, async (scored) => {
    const said = await spec.say({ ...scored, own });
    const { portfolio } = scored;
    const notices = [...noticesOf(scored), ...(said.notices ?? [])];
    const head = async () => ({
      ...(await headOf(spec.name, scored, options, spec.ownJson?.(own) ?? {})),
      notices: noticesJson(notices),
    });
    const [english, words] = await loading;
    const worded = said.report(words);
    const report = writesHead(format) ? { ...worded, head: { ...(await head()), ...worded.head } } : worded;
    const remarks = [asOfWords(portfolio), ...(said.remarks?.(english) ?? [])];
    const names = [...portfolio.inputs.map(({ name }) => name), ...(spec.alsoReads ?? [])];
    await writeOutput(io, options, names, notices, report, remarks, words);
  });
}

/** What a run of scores rests on beside the exports. */
export interface PreparedScore {
  readonly settings: Settings;
  /** N, the window's length. */
  readonly months: number;
  readonly classifying: () => Promise<{ readonly classify: typeof Classify; readonly chosen: ClassifyOptions }>;
}

/** The settings file, and the options of the classes as far as they can be wrong, checked before anything is read. */
export async function prepareScore(
  io: Io,
  dir: string | undefined,
  options: ScoreCommandOptions,
): Promise<PreparedScore> {
  const settings = await loadSettings(io, options.config, dir);
  // Loaded while the engine reads: the scores bring zod along.
  const scoring = import("../scoring/classify.ts");
  const classifying = async () => {
    const { classify, ClassifyOptions } = await scoring;
    return { classify, chosen: parseScoreOptions(ClassifyOptions, optionGroups(options, settings)) };
  };
  // Only what takes a list can be wrong in a way that the command line does not see by itself.
  const needsCheck = options.abcCuts !== undefined || options.potentialSources !== undefined;
  if (needsCheck || settings.abc !== undefined) await classifying();
  return { settings, months: options.window ?? settings.window ?? defaultWindow, classifying };
}

/** What a run of scores asks of the exports; what the options say of reading and time is added. */
type ScoreRequest = Pick<PortfolioRequest, "needs" | "needsSales" | "alsoReads" | "onInputs" | "asOfWithin">;

/** Opens the exports for a run of scores, and cleans up whatever happens. */
export async function openScored(
  io: Io,
  dir: string | undefined,
  options: ScoreCommandOptions,
  { settings, months, classifying }: PreparedScore,
  request: ScoreRequest,
  use: (scored: Omit<Scored<unknown>, "own">) => Promise<void>,
): Promise<void> {
  const asked = requestOf(dir, { ...options, window: months }, request.needs);
  const read = withSettings(asked.read, settings);
  await openPortfolio(io, { ...asked, ...request, read, currency: settings.currency }, async (portfolio) => {
    const { classify, chosen } = await classifying();
    refuseTwoCostSources(portfolio, chosen.contribution.cogs);
    const classifyAt = (facts: DatedFacts) =>
      classify(facts.customers, { period: facts.period, costs: costInformationOf(facts) }, chosen);
    const classification = once(() => classifyAt(portfolio));
    await use({ portfolio, classification, classifyAt, chosen, months });
  });
}

/** What is odd in the exports, and in what they state of customers. */
export const noticesOf = ({ portfolio, classification }: Pick<Scored<unknown>, "portfolio" | "classification">) => [
  ...portfolio.notices,
  ...statedNotices(classification().summary.remarks, portfolio),
];

/** Which time a run speaks of. */
export const asOfWords = ({ period }: Pick<Portfolio, "period">): string =>
  `as of ${period.asOf}, window of ${period.months} months after ${period.window.from}`;

/** Sales in the window that no customer is credited with. */
export const remainderOf = ({ totals: { sales } }: Pick<Portfolio, "totals">) => ({
  lines: sales?.linesUnassignedInWindow ?? 0,
  amount: sales?.amountUnassignedInWindow ?? zero,
});

/** What every json document states first; `own` are the command's own options. */
export const headOf = async (
  command: string,
  { portfolio, chosen }: Pick<Scored<unknown>, "portfolio" | "chosen">,
  { historyFrom }: Pick<ScoreCommandOptions, "historyFrom">,
  own: Readonly<Record<string, JsonValue>>,
) => ({
  command,
  as_of: portfolio.period.asOf,
  window: { from: portfolio.period.window.from, to: portfolio.period.window.to },
  currency: portfolio.currency,
  options: { window: portfolio.period.months, history_from: historyFrom ?? null, ...plainOptions(chosen), ...own },
  inputs: inputsJson(portfolio),
  facts: await factsOf(portfolio),
});

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** The flags over the settings file, by score. */
function optionGroups(
  { abcMethod: method, abcCuts: cuts, rankBy, dMode, cogs, potentialSources: sources }: ScoreCommandOptions,
  settings: Settings,
) {
  return {
    // Cuts belong to their method: another method than the file's takes none of the file's cuts.
    abc: {
      ...(method === undefined ? settings.abc : withoutCuts(settings.abc)),
      ...given({ method, cuts, rankBy, dMode }),
    },
    contribution: { ...settings.contribution, ...given({ cogs }) },
    potential: { ...settings.potential, ...given({ sources }) },
  };
}

const withoutCuts = ({ cuts: _cuts, ...rest }: Readonly<Record<string, unknown>> = {}): object => rest;

/** Of all lines and rows of the window, those without a customer too. */
const costInformationOf = ({ totals: { sales, costs } }: Pick<DatedFacts, "totals">): CostInformation => ({
  costOnLines: (sales?.linesWithCostInWindow ?? 0) > 0,
  costOfGoodsRows: (costs?.goodsRowsInWindow ?? 0) > 0,
  costToServeRows: (costs?.serveRowsInWindow ?? 0) > 0,
});

/** Cost of goods on the sales lines and in the costs file may be the same money twice; only the user knows. */
function refuseTwoCostSources(
  { totals: { sales, costs }, loaded: { files } }: Portfolio,
  cogs: string | undefined,
): void {
  if (cogs !== undefined || (sales?.linesWithCost ?? 0) === 0 || (costs?.goodsRows ?? 0) === 0) return;
  throw new UserError("both the sales lines and the costs file carry cost of goods", {
    place: { file: files.costs[0]?.text.name ?? "" },
    details: [
      `${files.sales.map(({ text }) => text.name).join(", ")}: ${sales?.linesWithCost} lines with a cost or profit`,
      `${files.costs.map(({ text }) => text.name).join(", ")}: ${costs?.goodsRows} rows of type cogs`,
    ],
    hint: "say which counts: --cogs sales, --cogs costs, or --cogs add for both",
  });
}

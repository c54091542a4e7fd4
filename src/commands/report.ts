import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { version } from "../base/version.ts";
import type { TableNeeds } from "../cli/load.ts";
import { readOptions, withClasses, withInputs, withLanguage, withRows, withTalk, withTime } from "../cli/options.ts";
import {
  asCalendarPeriod,
  asOfPeriod,
  type CalendarPeriod,
  dayBefore,
  endOfPeriod,
  nameOfPeriod,
  quarterOf,
} from "../cli/report-period.ts";
import { noticesJson, writeNotices } from "../cli/run-output.ts";
import { answersInWindow } from "../engine/facts.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import { writeCsv } from "../output/csv.ts";
import { writeFailure } from "../output/failures.ts";
import { defaultFormatOptions } from "../output/format.ts";
import type { JsonValue, Report } from "../output/report.ts";
import { type AddFile, checkFolder, writeFolder } from "../output/whole-folder.ts";
import { startWorkbookThread, type WorkbookWriter } from "../output/xlsx/in-thread.ts";
import type { QuarterContent, QuarterReports } from "../reports/quarter/content.ts";
import { quarterSheets } from "../reports/quarter/sheets.ts";
import { quarterPage } from "../reports/quarter.ts";
import { loadWords } from "../wording/load.ts";
import type { Group } from "../wording/wording.ts";
import { classifySpec } from "./classify.ts";
import { compareSpec } from "./compare.ts";
import { concentrationSpec } from "./concentration.ts";
import { icpSpec } from "./icp.ts";
import { matrixSpec } from "./matrix.ts";
import { findingNeeds } from "./needs.ts";
import { npsSpec } from "./nps.ts";
import { planSpec } from "./plan.ts";
import { retentionSpec } from "./retention.ts";
import {
  asOfWords,
  headOf,
  noticesOf,
  openScored,
  prepareScore,
  type Scored,
  type ScoreSpec,
} from "./score-command.ts";
import { stagesSpec } from "./stages.ts";
import { swotSpec } from "./swot.ts";
import { triggersSpec } from "./triggers.ts";
import { valueSpec } from "./value.ts";
import { winbackSpec } from "./winback.ts";

/** Manual: docs/report.md. */
export const reportCommand = (io: Io) =>
  withTalk(withLanguage(withClasses(withTime(withRows(withInputs(new Command("report")))))))
    .option(
      "--period <period>",
      "a quarter as 2026-Q3, a month as 2026-09, a year as 2026 (default: the quarter of the as-of date)",
      asCalendarPeriod,
    )
    .requiredOption("-o, --output <folder>", "a new folder for the report, or an empty one")
    .option("--force", "replace files of that name in a folder that is not empty")
    .option("--excel-eu", "csv for a European Excel: semicolons, decimal comma, byte order mark")
    .option("--no-escape-formulas", "leave text that a spreadsheet would run as it is")
    .action(async (dir, options) => {
      const { period: wanted, output: folder } = options;
      if (wanted !== undefined && options.asOf !== undefined)
        throw new UserError("--period and --as-of both name the day that is spoken of", {
          hint: `--period ${nameOfPeriod(wanted)} alone`,
          exit: 2,
        });
      const target = { folder, cwd: io.cwd, force: options.force === true };
      checkFolder({ ...target, inputs: [] });
      const prepared = await prepareScore(io, dir, options);
      const request = {
        needs: everything,
        needsSales: true,
        onInputs: (names: readonly string[]) => void checkFolder({ ...target, inputs: names }),
        asOfWithin: (first: string, last: string) =>
          wanted === undefined ? undefined : asOfPeriod(wanted, first, last),
      };
      await openScored(io, dir, options, prepared, request, async (scored) => {
        const { portfolio } = scored;
        const writeWorkbook = startWorkbookThread();
        const period = wanted ?? quarterOf(portfolio.period.asOf);
        const own: Record<string, Readonly<Record<string, JsonValue>>> = {};
        let remarks: readonly string[] = [];
        let spokenRemarks: readonly string[] = [];
        const language = options.lang ?? "en";
        // The tables are for programs, and English; the page and the workbook are for people.
        const english = new Map<Report, Report>();
        const say: Say = async (spec) => {
          // Named before anything is waited for, so that the manifest has them in the order of the calls.
          own[spec.name] ??= {};
          const chosen = await spec.own(prepared.settings);
          own[spec.name] = spec.ownJson?.(chosen) ?? {};
          const said = await spec.say({ ...scored, own: chosen });
          // What the classes could not judge holds for everything that rests on them.
          const words = await loadWords("en", spec.words);
          const spoken = await loadWords(language, spec.words);
          if (spec.name === "classify") {
            remarks = said.remarks?.(words) ?? [];
            spokenRemarks = said.remarks?.(spoken) ?? [];
          }
          const report = said.report(spoken);
          english.set(report, language === "en" ? report : said.report(words));
          return report;
        };
        const asked = { dir, period, historyFrom: options.historyFrom, read: readOptions(options) };
        const { reports, enriched, leftOut } = await everyReport(io, scored, say, asked);
        const notices = noticesOf(scored);
        const content: QuarterContent = {
          reports,
          period: nameOfPeriod(period),
          unit: period.unit,
          unfinished: portfolio.period.asOf < endOfPeriod(period),
          endsWithSales: options.asOf === undefined,
          previousEnd: dayBefore(period),
          asOf: portfolio.period.asOf,
          months: scored.months,
          windowFrom: portfolio.period.window.from,
          salesFrom: portfolio.totals.sales?.firstSale ?? null,
          windowCovered: portfolio.period.windowCovered,
          retainedBy: {
            basis: own.retention?.basis === "contract" ? "contract" : "sales",
            months: numberOf(own.retention?.active_window),
          },
          lostAfter: numberOf(own.winback?.lost_after),
          currency: portfolio.currency,
          notices,
          remarks: spokenRemarks,
          leftOut,
          words: await loadWords(language, ["quarter"]),
        };
        const outputs: Output[] = [];
        const inputs = portfolio.inputs.map(({ name }) => name);
        const fill = async (add: AddFile) => {
          outputs.push(
            ...(await addFiles(
              add,
              writeWorkbook,
              content,
              enriched,
              (report) => english.get(report) ?? report,
              options,
            )),
          );
          const manifest = {
            ...(await headOf("report", scored, options, {
              lang: language,
              excel_eu: options.excelEu === true,
              escape_formulas: options.escapeFormulas,
            })),
            program: "portfolio",
            version,
            period: content.period,
            scores: own,
            notices: noticesJson(notices),
            left_out: leftOut,
            outputs,
          };
          // Last: where it is, all that it names is whole.
          add({ name: "manifest.json", content: `${JSON.stringify(manifest, null, 2)}\n` });
          if (options.quiet !== true) await writeNotices(io, notices, [asOfWords(portfolio), ...remarks]);
        };
        const earlier = earlierFiles(path.resolve(io.cwd, folder));
        await writeFolder({ ...target, inputs }, String(process.pid), fill, earlier);
        const written = [...outputs.map(({ file }) => file), "manifest.json"];
        const lines = written.map((name) => `${path.join(folder, name)}\n`);
        await io.stdout.write(lines.join("")).catch((error) => {
          throw writeFailure(error, "standard output");
        });
      });
    });

const numberOf = (value: JsonValue | undefined): number | null => (typeof value === "number" ? value : null);

/** The tables of an earlier report in the folder: what this one does not write must not stand beside it as if it did. */
function earlierFiles(folder: string): string[] {
  const file = path.join(folder, "manifest.json");
  if (!existsSync(file)) return [];
  try {
    const { outputs } = JSON.parse(readFileSync(file, "utf8")) as { outputs: { file: string }[] };
    return outputs.map((output) => output.file).filter((name) => /^[a-z]+[.]csv$/.test(name));
  } catch {
    // Somebody else's manifest names nothing of ours.
    return [];
  }
}

/** What any of the commands reads. */
const everything: TableNeeds = {
  sales: [...new Set([...findingNeeds.sales, "salesperson", "quantity"])],
  costs: findingNeeds.costs,
  nps: findingNeeds.nps,
};

type Say = <Own, G extends Group>(spec: ScoreSpec<Own, G>) => Promise<Report>;

interface Asked {
  readonly dir: string | undefined;
  readonly period: CalendarPeriod;
  readonly historyFrom?: string | undefined;
  readonly read: ReadOptions;
}

/**
 * Lets every command say what it says of these exports. All begin at once: while one reckons, the engine answers the others'
 * questions. What fails first in the order of the reports is the error.
 */
async function everyReport(io: Io, { portfolio }: Pick<Scored<unknown>, "portfolio">, say: Say, asked: Asked) {
  const { dir, period, historyFrom, read } = asked;
  const leftOut: { score: string; reason: string }[] = [];
  const unless = <Own, G extends Group>(reason: string | null, spec: ScoreSpec<Own, G>): Promise<Report> | null => {
    if (reason === null) return say(spec);
    leftOut.push({ score: spec.name, reason });
    return null;
  };
  const noAnswers = await whyNoAnswers(portfolio);
  const [before, first] = [dayBefore(period), portfolio.totals.sales?.firstSale ?? null];
  const noBefore = first !== null && before >= first ? null : `the sales do not reach back to ${before}`;
  const customers = say(classifySpec({ enrich: false, sensitivity: false }));
  const saying = {
    customers,
    matrix: say(matrixSpec),
    plan: say(planSpec({})),
    triggers: say(triggersSpec({})),
    nps: unless(noAnswers, npsSpec(io, dir, { historyFrom })),
    swot: unless(noAnswers, swotSpec(io, dir, {})),
    retention: say(retentionSpec(dir, { period: period.unit, historyFrom })),
    cohorts: say(retentionSpec(dir, { period: period.unit, cohorts: true, historyFrom })),
    value: say(valueSpec({ historyFrom })),
    concentration: say(concentrationSpec),
    stages: say(stagesSpec({})),
    winback: say(winbackSpec({})),
    icp: say(icpSpec(io, { avoid: false, read })),
    compare: unless(noBefore, compareSpec(io, { against: before, kept: [], force: false })),
    // Without a customers file the two are the same.
    enriched:
      portfolio.loaded.customers.length === 0 ? customers : say(classifySpec({ enrich: true, sensitivity: false })),
  };
  const said = await allOf(saying);
  const { enriched, ...reports } = said;
  return { reports: reports satisfies QuarterReports, enriched, leftOut };
}

/** Why nothing can be said of satisfaction; `null`: somebody answered in the window. */
async function whyNoAnswers({ engine, loaded, period }: Scored<unknown>["portfolio"]): Promise<string | null> {
  if (!loaded.files.nps.some(({ rows }) => rows > 0)) return "there are no survey answers";
  const answers = await answersInWindow(engine, period);
  return answers.some(({ score }) => score !== null) ? null : "no survey answer lies in the window";
}

/** What all of them come to, once the last has ended. Errors: that of the first by place, not by time. */
async function allOf<P extends Readonly<Record<string, Promise<Report> | null>>>(
  saying: P,
): Promise<{ [Name in keyof P]: Awaited<P[Name]> }> {
  const names = Object.keys(saying);
  const ended = await Promise.allSettled(names.map((name) => saying[name]));
  const entries = ended.map((end, i) => {
    if (end.status === "rejected") throw end.reason;
    return [names[i], end.value];
  });
  return Object.fromEntries(entries);
}

/** A file as the manifest names it. */
interface Output {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Adds everything but the manifest, which names it: each file as soon as it is made. */
async function addFiles(
  addFile: AddFile,
  writeWorkbook: WorkbookWriter,
  content: QuarterContent,
  enriched: Report,
  inEnglish: (report: Report) => Report,
  csv: { readonly excelEu?: true | undefined; readonly escapeFormulas: boolean },
): Promise<Output[]> {
  const { writePage } = await import("../output/html/document.ts");
  const { customers: _, ...scores } = content.reports;
  const options = { ...defaultFormatOptions, escapeFormulas: csv.escapeFormulas, excelEu: csv.excelEu === true };
  const add = (file: string, made: string | Uint8Array): Output => {
    const bytes = typeof made === "string" ? Buffer.from(made) : made;
    addFile({ name: file, content: bytes });
    return { file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  const csvFiles = async () => {
    const files: Output[] = [];
    for (const [name, report] of Object.entries({ customers: enriched, ...scores })) {
      if (report === null) continue;
      files.push(add(`${name}.csv`, writeCsv(inEnglish(report), options)));
    }
    return files;
  };
  // First: it is made in a thread of its own while the others are written.
  const [workbook, page, tables] = await Promise.all([
    writeWorkbook(quarterSheets(content), options).then((made) => add("portfolio.xlsx", made)),
    writePage(quarterPage(content), content.words.output).then((made) => add("report.html", made)),
    csvFiles(),
  ]);
  return [page, workbook, ...tables];
}

import type { Io } from "../base/io.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import type { SalesTotals } from "../engine/facts.ts";
import type { Report } from "../output/report.ts";
import { classifyColumns, classifyRemarks, classifyReport, type LineParts } from "../reports/classify.ts";
import { enrichReport } from "../reports/enrich.ts";
import { sensitivityColumns, sensitivityRemarks, withSensitivity } from "../reports/sensitivity.ts";
import type { OtherWindow, Sensitivity } from "../scoring/sensitivity.ts";
import { classifyNeeds } from "./needs.ts";
import { remainderOf, runScore, type Scored, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/classify.md. */
export const classifyCommand = (io: Io) =>
  scoreCommand("classify")
    .option("--enrich", "the customers file with its own columns first, ours after")
    .option("--sensitivity", "whose class or grade would be another with other cuts, another method, another window")
    .option("--snapshot <folder>", "keep the scores for compare, as portfolio-DATE.parquet in this folder")
    .action((dir, options) => {
      const { snapshot: folder } = options;
      const spec = classifySpec({ enrich: options.enrich === true, sensitivity: options.sensitivity === true });
      if (folder === undefined) return runScore(io, dir, options, spec);
      const target = { folder, force: options.force === true };
      return runScore(io, dir, options, {
        ...spec,
        say: async (scored) => {
          const said = await spec.say(scored);
          const kept = `snapshot: ${await keepSnapshot(io, scored, target)}`;
          return { ...said, remarks: (words) => [...(said.remarks?.(words) ?? []), kept] };
        },
      });
    });

/** What `classify` reads and says. `enrich`: with the customers file's own columns; `sensitivity`: and what its choices change. */
export const classifySpec = ({
  enrich,
  sensitivity,
}: {
  readonly enrich: boolean;
  readonly sensitivity: boolean;
}): ScoreSpec<undefined, "classify"> => ({
  name: "classify",
  words: ["classify"],
  needs: classifyNeeds,
  needsSales: true,
  columns: (months) => (enrich ? [] : [...classifyColumns(months), ...(sensitivity ? sensitivityColumns : [])]),
  own: () => undefined,
  ownJson: () => (sensitivity ? { sensitivity } : {}),
  say: async (scored) => {
    const { portfolio, classification, months } = scored;
    const { period, totals, currency } = portfolio;
    const content = {
      classification: classification(),
      months,
      asOf: period.asOf,
      window: { from: period.window.from, to: period.window.to },
      currency,
      remainder: remainderOf(portfolio),
      lines: totals.sales === null ? null : linePartsOf(totals.sales),
    };
    const tried = sensitivity ? await sensitivityOf(scored) : null;
    return {
      report: (words) => {
        const scores = classifyReport({ ...content, words });
        const report = tried === null ? scores : withSensitivity(scores, tried, words);
        return enrich ? enriched(report, portfolio) : report;
      },
      remarks: (words) => [
        ...classifyRemarks({ ...content, words }),
        ...(tried === null ? [] : sensitivityRemarks(tried, words)),
      ],
    };
  },
});

/** The other windows over the same exports, and everything else that can be chosen. */
async function sensitivityOf({
  portfolio,
  classification,
  classifyAt,
  chosen,
  months: own,
}: Omit<Scored<undefined>, "own">): Promise<Sensitivity> {
  const [{ scoreSensitivity }, { windowLengths }] = await Promise.all([
    import("../scoring/sensitivity.ts"),
    import("../scoring/sensitivity/variants.ts"),
  ]);
  const windows: OtherWindow[] = [];
  for (const months of windowLengths.filter((length) => length !== own)) {
    const facts = await portfolio.over(months);
    windows.push({ months, rows: facts.period.windowCovered ? classifyAt(facts).rows : null });
  }
  return scoreSensitivity(classification().rows, windows, chosen.abc);
}

/** Returns the file's name. */
async function keepSnapshot(
  io: Io,
  { portfolio, classification, chosen }: Omit<Scored<undefined>, "own">,
  target: { readonly folder: string; readonly force: boolean },
): Promise<string> {
  const [{ writeSnapshot }, { keptScoresOf, snapshotHead, snapshotLayout }, { keptCells }] = await Promise.all([
    import("../cli/snapshots.ts"),
    import("./kept-scores.ts"),
    import("../scoring/compare/kept.ts"),
  ]);
  const scores = await keptScoresOf(portfolio, portfolio, classification());
  return writeSnapshot(
    io,
    { ...target, inputs: portfolio.inputs.map(({ name }) => name) },
    snapshotHead(portfolio, portfolio, chosen),
    snapshotLayout,
    scores.map(keptCells),
  );
}

function linePartsOf(sales: SalesTotals): LineParts {
  const { linesToDate, amountToDate, linesInWindow, amountInWindow, linesPrior, amountPrior } = sales;
  return {
    total: { lines: sales.lines, amount: sales.amount },
    window: { lines: linesInWindow, amount: amountInWindow },
    prior: { lines: linesPrior, amount: amountPrior },
    before: { lines: linesToDate - linesInWindow - linesPrior, amount: amountToDate - amountInWindow - amountPrior },
    after: { lines: sales.linesAfter, amount: sales.amountAfter },
    unassigned: { lines: sales.linesUnassigned, amount: sales.amountUnassigned },
  };
}

/** With the customers file's own columns; of several files, those of the first. */
function enriched(report: Report, { loaded }: Portfolio): Report {
  const [first] = loaded.customers;
  if (first === undefined) return report;
  const rows = first.cards.map(({ customerId }, i) => ({ customerId, fields: first.records[i] ?? [] }));
  return enrichReport(report, {
    headers: first.file.headers,
    idIndex: first.file.mapping.get("customer_id") ?? 0,
    rows,
  });
}

import { statSync } from "node:fs";
import path from "node:path";
import { isIsoDate } from "../base/calendar.ts";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import { checkOutputOptions, languageOf, noticesJson, type OutputOptions, writeOutput } from "../cli/run-output.ts";
import {
  optionDifferences,
  readSnapshot,
  type Snapshot,
  type SnapshotHead,
  snapshotBefore,
  snapshotsNamed,
} from "../cli/snapshots.ts";
import type { JsonValue } from "../output/report.ts";
import type { Notice } from "../quality/notice.ts";
import { type Coverage, type CoveredDate, coverageWords } from "../reports/compare/coverage.ts";
import { compareColumns, compareRemarks, compareReport } from "../reports/compare.ts";
import type { DatedScores, KeptScore } from "../scoring/compare/score.ts";
import { loadWords } from "../wording/load.ts";
import type { Words } from "../wording/wording.ts";
import { keptScoresOf, snapshotHead, snapshotLayout } from "./kept-scores.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type Scored, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/compare.md. */
export const compareCommand = (io: Io) =>
  scoreCommand("compare")
    .requiredOption("--against <date>", "the earlier day, or a snapshot, or a folder of snapshots")
    .action(async (dir, options) => {
      const { against } = options;
      const force = options.force === true;
      if (dir !== undefined && isSnapshotName(io, dir)) return compareSnapshots(io, dir, against, options);
      const kept = isIsoDate(against) ? [] : snapshotsNamed(io, against).map(({ name }) => name);
      return runScore(io, dir, options, compareSpec(io, { against, kept, force }));
    });

interface CompareChoice {
  /** A day, a snapshot, or a folder of them. */
  readonly against: string;
  /** The snapshots that this names. */
  readonly kept: readonly string[];
  readonly force: boolean;
}

/** What `compare` reads and says. */
export const compareSpec = (io: Io, { against, kept, force }: CompareChoice): ScoreSpec<undefined, "compare"> => ({
  name: "compare",
  words: ["compare"],
  needs: classifyNeeds,
  needsSales: true,
  alsoReads: kept,
  columns: () => compareColumns,
  own: () => undefined,
  say: async (scored) => {
    const { portfolio, classification, chosen } = scored;
    const later = {
      head: snapshotHead(portfolio, portfolio, chosen),
      asOf: portfolio.period.asOf,
      rows: await keptScoresOf(portfolio, portfolio, classification()),
      abc: chosen.abc,
    };
    const earlier = isIsoDate(against) ? await datedBefore(scored, against) : await keptBefore(io, against, later.asOf);
    const older = earlier.snapshot === null ? nothingOlder : await olderOf(io, against, earlier, later);
    const said = await saidOf(earlier, later, force, older);
    if (earlier.snapshot === null) return said;
    const snapshots = [earlier.snapshot, ...older.sides.map(({ snapshot }) => snapshot)];
    const inputs = [...inputsJson(portfolio), ...snapshots.map(snapshotJson)];
    return {
      ...said,
      report: (words: Words<"compare">) => {
        const report = said.report(words);
        return { ...report, head: { inputs, ...report.head } };
      },
    };
  },
});

/** One side of a comparison. */
interface Side extends DatedScores<KeptScore> {
  readonly head: SnapshotHead;
}

const isSnapshotName = (io: Io, name: string): boolean =>
  /[.]parquet$/i.test(name) && statSync(path.resolve(io.cwd, name), { throwIfNoEntry: false })?.isFile() === true;

async function datedBefore(
  { portfolio, classifyAt, chosen }: Omit<Scored<undefined>, "own">,
  against: string,
): Promise<Side & { readonly snapshot: null }> {
  const { asOf } = portfolio.period;
  if (against >= asOf)
    throw new UserError(`--against ${against} is not before the as-of date, ${asOf}`, {
      hint: "name an earlier day, or a later --as-of",
      exit: 2,
    });
  const facts = await portfolio.at(against, "--against");
  return {
    head: snapshotHead(facts, portfolio, chosen),
    asOf: against,
    rows: await keptScoresOf(portfolio, facts, classifyAt(facts)),
    abc: chosen.abc,
    snapshot: null,
  };
}

/** From a snapshot; from a folder of them the latest before the day. */
async function keptBefore(io: Io, against: string, asOf: string): Promise<KeptSide> {
  const side = await sideOf(await readSnapshot(io, snapshotBefore(io, against, asOf), snapshotLayout));
  if (side.asOf > asOf)
    throw new UserError(`the snapshot is of ${side.asOf}, and that is after ${asOf}`, {
      place: { file: side.snapshot.name },
      hint: "name the earlier one after --against",
      exit: 2,
    });
  return side;
}

async function sideOf(snapshot: Snapshot): Promise<KeptSide> {
  const [{ keptScore }, { AbcOptions }] = await Promise.all([
    import("../scoring/compare/kept.ts"),
    import("../scoring/abc.ts"),
  ]);
  const { head, rows } = snapshot;
  const abc = head.options.abc as Readonly<Record<string, JsonValue>>;
  return {
    head,
    asOf: head.as_of,
    rows: rows.map(keptScore),
    abc: AbcOptions.parse({ method: abc.method, cuts: abc.cuts, rankBy: abc.rank_by, dMode: abc.d_mode }),
    snapshot,
  };
}

/** A side that a snapshot holds. */
interface KeptSide extends Side {
  readonly snapshot: Snapshot;
}

/** The snapshots of a folder from before the one that is compared with. */
interface Older {
  /** The latest first. */
  readonly sides: readonly KeptSide[];
  /** Those that cannot be put beside the others, and why. */
  readonly leftOut: readonly string[];
}

const nothingOlder: Older = { sides: [], leftOut: [] };

/** One that cannot be read, or is by other rules, takes the trend a point and the comparison nothing. */
async function olderOf(io: Io, against: string, earlier: Side, later: Side): Promise<Older> {
  const sides: KeptSide[] = [];
  const leftOut: string[] = [];
  for (const { name, asOf } of snapshotsNamed(io, against)) {
    if (asOf === null || asOf >= earlier.asOf) continue;
    try {
      const side = await sideOf(await readSnapshot(io, name, snapshotLayout));
      optionDifferences(side.head, later.head, false);
      sides.push(side);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      leftOut.push(`${name}: ${[error.message, ...error.details].join("; ")}`);
    }
  }
  return { sides, leftOut };
}

async function saidOf(earlier: Side, later: Side, force: boolean, older: Older) {
  const differences = optionDifferences(earlier.head, later.head, force);
  const [{ compareScores }, { trendOf }] = await Promise.all([
    import("../scoring/compare.ts"),
    import("../scoring/compare/trend.ts"),
  ]);
  const { currency, options } = later.head;
  const coverage = { from: coveredDate(earlier), to: coveredDate(later) };
  const content = {
    comparison: compareScores(earlier, later),
    months: Number(options.window),
    currency,
    coverage,
    differences,
    trend: older.sides.length === 0 ? [] : trendOf([...older.sides, earlier, later]),
    notInTrend: older.leftOut,
  };
  return {
    report: (words: Words<"compare">) => compareReport({ ...content, words }),
    remarks: (words: Words<"compare">) => compareRemarks({ ...content, words }),
    notices: coverageNotices(coverage, await loadWords("en", ["compare"])),
  };
}

const coveredDate = ({ asOf, head }: Side): CoveredDate => ({
  asOf,
  windowFrom: head.window.from,
  salesFrom: head.sales_from,
});

/** On stderr whatever the format, and in the json document. */
function coverageNotices(coverage: Coverage, words: Words<"compare">): Notice[] {
  const message = coverageWords(coverage, words);
  if (message === null) return [];
  const { from, to } = coverage;
  return [{ notice: "dates_not_comparable", role: "sales", file: "", count: 1, values: [from.asOf, to.asOf], message }];
}

/** Two snapshots, without the exports that they were made of. */
async function compareSnapshots(
  io: Io,
  name: string,
  against: string,
  options: OutputOptions & { readonly force?: true | undefined },
): Promise<void> {
  if (isIsoDate(against))
    throw new UserError("a snapshot is of one day, and is compared with another snapshot", {
      place: { file: name },
      hint: `portfolio compare ${name} --against SNAPSHOT, or the folder of the exports instead`,
      exit: 2,
    });
  const kept = snapshotsNamed(io, against).map((snapshot) => snapshot.name);
  const format = await checkOutputOptions(io, options, [name, ...kept], compareColumns);
  const later = await sideOf(await readSnapshot(io, name, snapshotLayout));
  const earlier = await keptBefore(io, against, later.asOf);
  const { head, snapshot } = later;
  const older = await olderOf(io, against, earlier, later);
  const { report, remarks, notices } = await saidOf(earlier, later, options.force === true, older);
  const words = await loadWords(languageOf(format, options), ["compare"]);
  const worded = report(words);
  const document = {
    command: "compare",
    as_of: head.as_of,
    window: { from: head.window.from, to: head.window.to },
    currency: head.currency,
    options: head.options,
    inputs: [snapshot, earlier.snapshot, ...older.sides.map((side) => side.snapshot)].map(snapshotJson),
    facts: null,
    notices: noticesJson(notices),
  };
  await writeOutput(
    io,
    options,
    [name, ...kept],
    notices,
    { ...worded, head: { ...document, ...worded.head } },
    remarks(await loadWords("en", ["compare"])),
    words,
  );
}

const snapshotJson = ({ name, sha256, rows, head }: Snapshot): JsonValue => ({
  role: "snapshot",
  file: name,
  sha256,
  rows: rows.length,
  as_of: head.as_of,
});

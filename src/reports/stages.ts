import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { Move, StageMove } from "../scoring/stage/move.ts";
import { relationshipParts, stages } from "../scoring/stage/parts.ts";
import type { StageScore } from "../scoring/stage.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["partner", "good"],
  ["transitional", "fair"],
  ["transactional", "weak"],
  ["conflict", "bad"],
]);

interface StageRow {
  readonly score: StageScore;
  /** `null`: nobody asked for an earlier date. */
  readonly move: StageMove | null;
  readonly words: Words<"stages">;
}

/** On a terminal the moves take the place of what to do, which is the same for a whole stage. */
const columnsFor = (hasMoves: boolean): readonly ColumnOf<StageRow>[] => [
  column("customer_id", "text", true, ({ score }) => score.customerId),
  column("customer_name", "text", true, ({ score }) => score.customerName),
  column("stage", "text", true, ({ score }) => score.stage, tones),
  column("stage_source", "text", true, ({ score }) => score.stageSource),
  ...relationshipParts.map((part) => column<StageRow>(part, "count", true, ({ score }) => score.parts[part].value)),
  column("strategy", "text", false, ({ score, words }) =>
    score.stage === null ? null : words.common.strategies[score.stage],
  ),
  column("mismatch", "text", true, ({ score }) => score.mismatch),
  column("move", "text", hasMoves, ({ move }) => move?.move ?? null),
  column("previous_stage", "text", hasMoves, ({ move }) => move?.from ?? null, tones),
  column("proxied", "text", false, ({ score, words }) => proxied(score, words).join(", ") || null),
  column("stage_reason", "text", false, ({ score, words }) => reasonOf(score, words)),
];

/** The scores that nobody stated. */
const proxied = ({ parts }: StageScore, { stages: words }: Words<"stages">): string[] =>
  relationshipParts.filter((part) => parts[part].source === "proxy").map(words.part);

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function reasonOf({ because: { rule, value, threshold } }: StageScore, { stages: words }: Words<"stages">): string {
  const [is, limit] = [rounded(Number(value)), Number(threshold)];
  switch (rule) {
    case "too_few_scores":
      return words.tooFewScores(is, limit);
    case "most_of_trust_commitment_norms":
      return words.conflict(limit);
    case "least_score":
      return words.noneBelow(limit);
    default:
      return words.mean(is, limit);
  }
}

/** The report's columns. */
export const stagesColumns = (hasMoves: boolean): readonly Column[] => plainColumns(columnsFor(hasMoves));

export interface StagesContent {
  readonly scores: readonly StageScore[];
  /** In the order of the scores; `null`: nobody asked for an earlier date. */
  readonly moves: readonly StageMove[] | null;
  readonly previous: string | null;
  /** Whether the sales reach back over the window of that day; without sales there is nothing to reach back. */
  readonly previousCovered: boolean;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly hasEvents: boolean;
  readonly hasOwners: boolean;
  readonly words: Words<"stages">;
}

/** The report of `stages`: a row a customer, by stage; above it how many are in each, how sure that is, who moved. */
export function stagesReport(content: StagesContent): Report {
  const { scores, moves, words } = content;
  const columns = columnsFor(moves !== null);
  return {
    columns: stagesColumns(moves !== null),
    rows: rowsOf(
      columns,
      scores.map((score, i) => ({ score, move: moves?.[i] ?? null, words })),
    ),
    summaryLines: summaryLines(content),
    summaryTable: stageTable(scores, words),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const stagesRemarks = (content: StagesContent): string[] => {
  const { common, stages: words } = content.words;
  return [
    ...(content.previous === null ? [] : [common.line(words.movesSince(content.previous), moveWords(content))]),
    ...openWords(content),
  ];
};

function summaryLines(content: StagesContent): SummaryLine[] {
  const { asOf, months, windowFrom, previous, scores } = content;
  const { common, stages: words } = content.words;
  const missing = mismatches.flatMap((mismatch) => {
    const count = scores.filter((score) => score.mismatch === mismatch).length;
    return count === 0 ? [] : [words.mismatch(mismatch, count)];
  });
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    ...(content.hasOwners
      ? [{ term: words.mismatches, value: missing.length === 0 ? words.none : missing.join(", ") }]
      : []),
    ...(previous === null ? [] : [{ term: words.since(previous), value: moveWords(content) }]),
    ...jumpLines(content),
    ...openWords(content).map((value, i) => ({ term: i === 0 ? common.notKnownTerm : "", value })),
  ];
}

const mismatches = ["owner_missing", "owner_not_needed"] as const;
const moveKinds: readonly Move[] = ["exploration", "endowment", "neglect", "betrayal", "recovery", "jump", "same"];

const countOf = ({ moves }: StagesContent, kind: Move): number =>
  (moves ?? []).filter(({ move }) => move === kind).length;

function moveWords(content: StagesContent): string {
  const { stages: words } = content.words;
  const told = moveKinds.flatMap((kind) => {
    const count = countOf(content, kind);
    return count === 0 ? [] : [words.move(kind, count)];
  });
  return told.length === 0 ? words.nobodyOnBoth : told.join(", ");
}

/** A jump asks for a second look, so it is named. */
const jumpLines = ({ scores, moves, words: { stages: words } }: StagesContent): SummaryLine[] =>
  (moves ?? []).flatMap(({ from, move }, i) =>
    move === "jump"
      ? [{ term: words.jumpTerm, value: words.jump(scores[i]?.customerId ?? "", from, scores[i]?.stage ?? null) }]
      : [],
  );

function openWords(content: StagesContent): string[] {
  const { scores, previous, previousCovered, hasEvents, hasOwners } = content;
  const { stages: words } = content.words;
  const without = scores.filter(({ stage }) => stage === null).length;
  return [
    ...(without === 0 ? [] : [words.tooFew(without)]),
    ...(previousCovered ? [] : [words.previousNotCovered(previous)]),
    ...(hasEvents ? [] : [words.noEvents]),
    ...(hasOwners ? [] : [words.noOwners]),
  ];
}

function tally(scores: readonly StageScore[]) {
  return stages.map((stage) => {
    const own = scores.filter((score) => score.stage === stage);
    const by = (source: StageScore["stageSource"]) => own.filter(({ stageSource }) => stageSource === source).length;
    return { stage, customers: own.length, scores: by("scores"), mixed: by("mixed"), proxy: by("proxy") };
  });
}

function stageTable(scores: readonly StageScore[], { common, figures, stages: words }: Words<"stages">): string[][] {
  const known = scores.filter(({ stage }) => stage !== null).length;
  const { table } = words;
  return [
    [...[table.stage, table.customers, table.ofKnown, table.byScores, table.mixed], ...[table.byProxy, table.strategy]],
    ...tally(scores).map(({ stage, customers, scores: stated, mixed, proxy }) => [
      words.stage(stage),
      figures.count(customers),
      figures.percent(known === 0 ? null : customers / known),
      figures.count(stated),
      figures.count(mixed),
      figures.count(proxy),
      common.strategies[stage],
    ]),
  ];
}

function summaryJson(content: StagesContent): JsonValue {
  const { scores, moves, previous } = content;
  return {
    customers: scores.length,
    without_stage: scores.filter(({ stage }) => stage === null).length,
    stages: tally(scores).map((entry) => ({ ...entry, strategy: content.words.common.strategies[entry.stage] })),
    mismatches: content.hasOwners
      ? Object.fromEntries(
          mismatches.map((mismatch) => [mismatch, scores.filter((score) => score.mismatch === mismatch).length]),
        )
      : null,
    previous,
    moves: moves === null ? null : Object.fromEntries(moveKinds.map((kind) => [kind, countOf(content, kind)])),
    jumps:
      moves === null
        ? null
        : moves.flatMap(({ from, move }, i) =>
            move === "jump" ? [{ customer_id: scores[i]?.customerId ?? "", from, to: scores[i]?.stage ?? null }] : [],
          ),
  };
}

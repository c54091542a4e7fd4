import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { Move, StageMove } from "../scoring/stage/move.ts";
import { type RelationshipPart, relationshipParts, type Stage, stages } from "../scoring/stage/parts.ts";
import type { StageScore } from "../scoring/stage.ts";
import { type ColumnOf, column, plainColumns } from "./columns.ts";
import { asOfText, counted, percent } from "./figures.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["partner", "good"],
  ["transitional", "fair"],
  ["transactional", "weak"],
  ["conflict", "bad"],
]);

/** What each stage calls for. */
export const stageStrategies: Readonly<Record<Stage, string>> = {
  conflict: "rescue if its value pays, then back to transactional",
  partner: "quarterly top-level meetings, development plan",
  transitional: "key account manager, customer-specific investment",
  transactional: "automate, low cost of sale, no key account manager",
};

interface StageRow {
  readonly score: StageScore;
  /** `null`: nobody asked for an earlier date. */
  readonly move: StageMove | null;
}

/** On a terminal the moves take the place of what to do, which is the same for a whole stage. */
const columnsFor = (hasMoves: boolean): readonly ColumnOf<StageRow>[] => [
  column("customer_id", "text", true, ({ score }) => score.customerId),
  column("customer_name", "text", true, ({ score }) => score.customerName),
  column("stage", "text", true, ({ score }) => score.stage, tones),
  column("stage_source", "text", true, ({ score }) => score.stageSource),
  ...relationshipParts.map((part) => column<StageRow>(part, "count", true, ({ score }) => score.parts[part].value)),
  column("strategy", "text", false, ({ score }) => (score.stage === null ? null : stageStrategies[score.stage])),
  column("mismatch", "text", true, ({ score }) => score.mismatch),
  column("move", "text", hasMoves, ({ move }) => move?.move ?? null),
  column("previous_stage", "text", hasMoves, ({ move }) => move?.from ?? null, tones),
  column("proxied", "text", false, ({ score }) => proxied(score).join(", ") || null),
  column("stage_reason", "text", false, ({ score }) => reasonOf(score)),
];

/** The scores that nobody stated. */
const proxied = ({ parts }: StageScore): RelationshipPart[] =>
  relationshipParts.filter((part) => parts[part].source === "proxy");

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function reasonOf({ because: { rule, value, threshold } }: StageScore): string {
  const [is, limit] = [rounded(Number(value)), Number(threshold)];
  switch (rule) {
    case "too_few_scores":
      return `${is} of 4 scores known, ${limit} needed`;
    case "most_of_trust_commitment_norms":
      return `trust, commitment and norms at most ${limit}, and dependent`;
    case "least_score":
      return `no score below ${limit}`;
    default:
      return `mean ${is}, transitional from ${limit}`;
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
}

/** The report of `stages`: a row a customer, by stage; above it how many are in each, how sure that is, who moved. */
export function stagesReport(content: StagesContent): Report {
  const { scores, moves } = content;
  const columns = columnsFor(moves !== null);
  return {
    columns: stagesColumns(moves !== null),
    rows: scores.map((score, i) => columns.map(({ cell }) => cell({ score, move: moves?.[i] ?? null }))),
    summaryLines: summaryLines(content),
    summaryTable: stageTable(scores),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const stagesRemarks = (content: StagesContent): string[] => [
  ...(content.previous === null ? [] : [`moves since ${content.previous}: ${moveWords(content)}`]),
  ...openWords(content),
];

function summaryLines(content: StagesContent): SummaryLine[] {
  const { asOf, months, windowFrom, previous, scores } = content;
  const missing = mismatches.flatMap((mismatch) => {
    const count = scores.filter((score) => score.mismatch === mismatch).length;
    return count === 0 ? [] : [`${mismatch} ${count}`];
  });
  return [
    { term: "as of", value: asOfText(asOf, months, windowFrom) },
    ...(content.hasOwners ? [{ term: "mismatches", value: missing.length === 0 ? "none" : missing.join(", ") }] : []),
    ...(previous === null ? [] : [{ term: `since ${previous}`, value: moveWords(content) }]),
    ...jumpLines(content),
    ...openWords(content).map((value, i) => ({ term: i === 0 ? "not known" : "", value })),
  ];
}

const mismatches = ["owner_missing", "owner_not_needed"] as const;
const moveKinds: readonly Move[] = ["exploration", "endowment", "neglect", "betrayal", "recovery", "jump", "same"];

const countOf = ({ moves }: StagesContent, kind: Move): number =>
  (moves ?? []).filter(({ move }) => move === kind).length;

function moveWords(content: StagesContent): string {
  const words = moveKinds.flatMap((kind) => {
    const count = countOf(content, kind);
    return count === 0 ? [] : [`${kind} ${count}`];
  });
  return words.length === 0 ? "nobody has a stage on both dates" : words.join(", ");
}

/** A jump asks for a second look, so it is named. */
const jumpLines = ({ scores, moves }: StagesContent): SummaryLine[] =>
  (moves ?? []).flatMap(({ from, move }, i) =>
    move === "jump"
      ? [
          {
            term: "jump",
            value: `${scores[i]?.customerId}: ${from} to ${scores[i]?.stage}, which no mechanism explains`,
          },
        ]
      : [],
  );

function openWords({ scores, previous, previousCovered, hasEvents, hasOwners }: StagesContent): string[] {
  const without = scores.filter(({ stage }) => stage === null).length;
  return [
    ...(without === 0 ? [] : [`the stage of ${counted(without, "customer")}: fewer than 3 of the 4 scores`]),
    ...(previousCovered
      ? []
      : [
          `all that happened before ${previous}: the sales do not reach back over its window, so proxies may be too low then`,
        ]),
    ...(hasEvents ? [] : ["norms by proxy: there is no events file"]),
    ...(hasOwners ? [] : ["mismatches: no customers file names an owner"]),
  ];
}

function tally(scores: readonly StageScore[]) {
  return stages.map((stage) => {
    const own = scores.filter((score) => score.stage === stage);
    const by = (source: StageScore["stageSource"]) => own.filter(({ stageSource }) => stageSource === source).length;
    return { stage, customers: own.length, scores: by("scores"), mixed: by("mixed"), proxy: by("proxy") };
  });
}

function stageTable(scores: readonly StageScore[]): string[][] {
  const known = scores.filter(({ stage }) => stage !== null).length;
  return [
    ["stage", "customers", "of known", "by scores", "mixed", "by proxy", "strategy"],
    ...tally(scores).map(({ stage, customers, scores, mixed, proxy }) => [
      stage,
      String(customers),
      percent(known === 0 ? null : customers / known),
      String(scores),
      String(mixed),
      String(proxy),
      stageStrategies[stage],
    ]),
  ];
}

function summaryJson(content: StagesContent): JsonValue {
  const { scores, moves, previous } = content;
  return {
    customers: scores.length,
    without_stage: scores.filter(({ stage }) => stage === null).length,
    stages: tally(scores).map((entry) => ({ ...entry, strategy: stageStrategies[entry.stage] })),
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

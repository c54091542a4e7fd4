import { exactMoney, type Money } from "../base/money.ts";
import type { Column, JsonValue, Report, Segment, SummaryLine, Tone } from "../output/report.ts";
import { type CauseInput, causeInputs } from "../scoring/compare/cause.ts";
import {
  type Migration,
  type MigrationAxis,
  migrationAxes,
  migrationOrder,
  migrationsOn,
} from "../scoring/compare/migration.ts";
import type { Move } from "../scoring/compare/move.ts";
import type { TrendPoint } from "../scoring/compare/trend.ts";
import type { ComparedCustomer, Comparison, MoveSummary } from "../scoring/compare.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, plainColumns, rowsOf } from "./columns.ts";
import { causeWords } from "./compare/cause.ts";
import { type Coverage, coverageWords, isComparable } from "./compare/coverage.ts";
import { trendGrid, trendJson } from "./compare/trend.ts";
import { gridLines } from "./grid.ts";
import { cellTones } from "./tones.ts";

const moveTones: ReadonlyMap<string, Tone> = new Map([
  ["down", "bad"],
  ["left", "bad"],
  ["up", "good"],
  ["back", "good"],
  ["new", "good"],
]);

// The causes say the revenue where it matters; on a terminal they need the room.
const columnsIn = (words: CompareWording | null): readonly ColumnOf<ComparedCustomer>[] => [
  { name: "customer_id", kind: "text", onTerminal: true, cell: (row) => row.customerId },
  { name: "customer_name", kind: "text", onTerminal: true, cell: (row) => row.customerName },
  { name: "from_cell", kind: "text", onTerminal: true, tones: cellTones, cell: ({ from }) => from?.cell ?? null },
  { name: "to_cell", kind: "text", onTerminal: true, tones: cellTones, cell: ({ to }) => to?.cell ?? null },
  { name: "move", kind: "text", onTerminal: true, tones: moveTones, cell: ({ move }) => move },
  {
    name: "cause",
    kind: "text",
    onTerminal: true,
    cell: ({ move, causes }) => (words === null ? null : causeWords(move, causes, words)),
  },
  { name: "revenue_from", kind: "money", onTerminal: false, cell: (row) => row.revenueFrom },
  { name: "revenue_to", kind: "money", onTerminal: false, cell: (row) => row.revenueTo },
  { name: "cause_inputs", kind: "text", onTerminal: false, cell: (row) => inputsOf(row).join(", ") || null },
  { name: "from_status", kind: "text", onTerminal: false, cell: ({ from }) => from?.status ?? null },
  { name: "to_status", kind: "text", onTerminal: false, cell: ({ to }) => to?.status ?? null },
  { name: "from_stage", kind: "text", onTerminal: false, cell: ({ from }) => from?.stage ?? null },
  { name: "to_stage", kind: "text", onTerminal: false, cell: ({ to }) => to?.stage ?? null },
];

/** Of class and grade together, each once. */
function inputsOf({ causes }: ComparedCustomer): readonly CauseInput[] {
  const [only] = causes;
  if (only === undefined) return [];
  if (causes.length === 1) return only.inputs;
  return causeInputs.filter((input) => causes.some(({ inputs }) => inputs.includes(input)));
}

/** The report's columns. */
export const compareColumns: readonly Column[] = plainColumns(columnsIn(null));

export interface CompareContent {
  readonly comparison: Comparison;
  /** N, of both windows. */
  readonly months: number;
  readonly currency: string | null;
  /** Whether each window is whole; else the sums differ by the missing months too. */
  readonly coverage: Coverage;
  /** What the two sides were classified by that differs, in words; `--force` let them pass. */
  readonly differences: readonly string[];
  /** Of both dates and the snapshots before them; empty where there are none. */
  readonly trend: readonly TrendPoint[];
  /** Snapshots that the trend had to do without, and why. */
  readonly notInTrend: readonly string[];
  readonly words: CompareWording;
}

/** The report of `compare`: a row a customer in the order in which one acts; above it who moved where, and what that came to. */
export const compareReport = (content: CompareContent): Report => ({
  columns: compareColumns,
  rows: rowsOf(columnsIn(content.words), content.comparison.rows),
  summaryLines: summaryLines(content),
  get summaryTable() {
    return migrationTable("class", content.comparison, content.words);
  },
  get picture() {
    return picture(content);
  },
  head: { summary: summaryJson(content) },
});

/** What a format of bare rows has no place for. */
export const compareRemarks = (content: CompareContent): string[] => {
  const { common, compare } = content.words;
  return [
    ...sentences(content),
    ...content.differences.map((difference) => common.line(compare.terms.notSameRules, difference)),
    ...content.notInTrend.map((reason) => common.line(compare.terms.notInTheTrend, reason)),
  ];
};

const named = 3;

function summaryLines(content: CompareContent): SummaryLine[] {
  const { comparison, differences, notInTrend, words } = content;
  const { common, compare } = words;
  const [whole = "", moved = "", ...others] = sentences(content);
  const uncovered = coverageWords(content.coverage, words);
  return [
    { term: compare.terms.compared, value: whole },
    ...(uncovered === null ? [] : [{ term: common.beware, value: uncovered }]),
    { term: compare.terms.moves, value: moved },
    ...others.map((value) => ({ term: "", value })),
    ...(["down", "left", "up", "back", "new"] as const).flatMap((move) => namesLine(move, comparison, words)),
    ...differences.map((value, i) => ({ term: i === 0 ? compare.terms.rulesDiffer : "", value })),
    ...notInTrend.map((value, i) => ({ term: i === 0 ? compare.terms.notInTrend : "", value })),
  ];
}

/** What happened, in a few sentences. */
function sentences({ comparison, months, currency, words }: CompareContent): string[] {
  const { from, to, moves } = comparison;
  const { compare } = words;
  const told = moves.flatMap(({ move, customers }) => (customers === 0 ? [] : [compare.moved(customers, move)]));
  return [
    compare.whole(from, to, months, currency),
    told.join(", "),
    ...whyWords("down", comparison, words),
    ...whyWords("up", comparison, words),
  ];
}

type CompareWording = Words<"compare">;

/** `down: 3 by their own revenue, 2 by the cut`; somebody with two causes counts in both, and then it is said. */
function whyWords(move: "up" | "down", { rows }: Comparison, { compare }: CompareWording): string[] {
  const own = rows.filter((row) => row.move === move);
  const counts = causeInputs.flatMap((input) => {
    const count = own.filter(({ causes }) =>
      causes.some(({ axis, inputs }) => axis === "class" && inputs.includes(input)),
    ).length;
    return count === 0 ? [] : [{ input, count }];
  });
  if (counts.length === 0) return [];
  const told = counts.map(({ input, count }) => compare.whyInput(count, input)).join(", ");
  return [compare.why(move, counts.reduce((sum, { count }) => sum + count, 0) > own.length, told)];
}

function namesLine(move: Move, { rows, moves }: Comparison, { common, compare }: CompareWording): SummaryLine[] {
  const own = rows.filter((row) => row.move === move);
  if (own.length === 0) return [];
  const sums = moves.find((summary) => summary.move === move) as MoveSummary;
  const names = own
    .slice(0, named)
    .map(({ customerId, customerName }) => customerName ?? customerId)
    .join(", ");
  const told = own.length > named ? common.commaMore(names, own.length - named) : names;
  return [{ term: compare.moveTerm(move), value: compare.names(told, sums.revenueFrom, sums.revenueTo) }];
}

/** From down the side, to across; a point where nobody is. */
function migrationTable(axis: MigrationAxis, { rows }: Comparison, { compare, figures }: CompareWording): string[][] {
  const own = migrationsOn(axis, rows);
  const tos = migrationOrder.filter((place) => own.some(({ to }) => to === place));
  const froms = migrationOrder.filter((place) => own.some(({ from }) => from === place));
  if (tos.length === 0) return [];
  return [
    [compare.fromTo(axis), ...tos.map(compare.place), compare.customers],
    ...froms.map((from) => [
      compare.place(from),
      ...tos.map((to) => {
        const entry = own.find((each) => each.from === from && each.to === to);
        return entry === undefined ? "·" : figures.count(entry.customers.length);
      }),
      figures.count(own.reduce((sum, entry) => sum + (entry.from === from ? entry.customers.length : 0), 0)),
    ]),
  ];
}

/** The trend where there is one, grades, and stages where anybody has one. */
function picture({ comparison, trend, words }: CompareContent): Segment[][] {
  const before = trend.length === 0 ? [] : [...trendGrid(trend, words), [{ text: "" }]];
  const hasStages = comparison.rows.some(({ from, to }) => (from?.stage ?? to?.stage ?? null) !== null);
  const grades = [...before, ...gridLines(migrationTable("grade", comparison, words))];
  return hasStages ? [...grades, [{ text: "" }], ...gridLines(migrationTable("stage", comparison, words))] : grades;
}

function summaryJson({ comparison, coverage, differences, trend, notInTrend }: CompareContent): JsonValue {
  const { from, to, moves, rows } = comparison;
  const inputsIn = inputsByMove(rows);
  const dateJson = ({ asOf, customers, revenue }: Comparison["from"]): JsonValue => ({
    as_of: asOf,
    customers,
    revenue: exactMoney(revenue),
  });
  return {
    from: dateJson(from),
    to: dateJson(to),
    comparable: isComparable(coverage),
    revenue_change: exactMoney(to.revenue - from.revenue),
    moves: moves.map((summary) => ({
      move: summary.move,
      customers: summary.customers,
      ...revenueJson(summary),
      causes: inputsIn(summary.move),
    })),
    // Every customer four times: only for whoever writes it.
    get migrations() {
      return Object.fromEntries(migrationAxes.map((axis) => [axis, migrationsOn(axis, rows).map(migrationJson)]));
    },
    differences: [...differences],
    ...(trend.length === 0 ? {} : { trend: trendJson(trend) }),
    ...(notInTrend.length === 0 ? {} : { not_in_trend: [...notInTrend] }),
  };
}

/** How many customers of a move each input moved, in the order of the inputs; none that moved nobody. */
function inputsByMove(rows: readonly ComparedCustomer[]): (move: Move) => Readonly<Record<string, number>> {
  const counts = new Map<Move, Map<CauseInput, number>>();
  for (const row of rows) {
    const own = counts.get(row.move) ?? new Map<CauseInput, number>();
    counts.set(row.move, own);
    for (const input of inputsOf(row)) own.set(input, (own.get(input) ?? 0) + 1);
  }
  return (move) => {
    const own = counts.get(move) ?? new Map<CauseInput, number>();
    return Object.fromEntries([...own].sort(([a], [b]) => causeInputs.indexOf(a) - causeInputs.indexOf(b)));
  };
}

const migrationJson = (entry: Migration): JsonValue => ({
  from: entry.from,
  to: entry.to,
  customers: entry.customers.length,
  ...revenueJson(entry),
  names: entry.customers.map(({ customerId, customerName }) => ({
    customer_id: customerId,
    customer_name: customerName,
  })),
});

const revenueJson = ({ revenueFrom, revenueTo }: { readonly revenueFrom: Money; readonly revenueTo: Money }) => ({
  revenue_from: exactMoney(revenueFrom),
  revenue_to: exactMoney(revenueTo),
});

import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { ClassifySummary } from "../scoring/classify/summary.ts";
import type { Lacking, LackingData } from "../scoring/matrix/lacking.ts";
import type { CellTally, MatrixTally } from "../scoring/matrix/tally.ts";
import type { Cell } from "../scoring/matrix.ts";
import { notEvaluatedWording } from "./classify.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { asOfText, counted, gain, grouped } from "./figures.ts";
import { matrixPicture } from "./matrix/picture.ts";
import { missingWords } from "./missing.ts";
import { cellTones } from "./tones.ts";

/** A cell that holds customers, and what is said of it. */
interface Held {
  readonly tally: CellTally;
  readonly play: string;
  readonly lacking: Lacking | null;
}

const columns: readonly ColumnOf<Held>[] = [
  column("cell", "text", true, ({ tally }) => tally.cell, cellTones),
  column("class", "text", false, ({ tally }) => tally.class),
  column("potential", "text", false, ({ tally }) => tally.potential),
  column("customers", "count", true, ({ tally }) => tally.customers),
  column("revenue", "money", false, ({ tally }) => tally.revenue),
  column("revenue_share", "ratio", true, ({ tally }) => tally.revenueShare),
  column("increment", "money", true, ({ tally }) => tally.increment),
  column("priority", "count", false, ({ tally }) => tally.priority),
  column("play", "text", true, ({ play }) => play),
  column("unknown_increment", "count", false, ({ tally }) => tally.unknownIncrement),
  column("to_sharpen", "text", false, ({ lacking }) => (lacking === null ? null : lackingWords(lacking) || null)),
];

/** The columns of `matrix`, in their order. */
export const matrixColumns: readonly Column[] = plainColumns(columns);

export interface MatrixContent {
  readonly tally: MatrixTally;
  readonly plays: Readonly<Record<Cell, string>>;
  /** Of A and B customers. */
  readonly lacking: LackingData;
  readonly summary: Pick<ClassifySummary, "notEvaluated">;
  readonly months: number;
  readonly asOf: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly currency: string | null;
  /** Revenue in the window that no customer is credited with. */
  readonly remainder: { readonly lines: number; readonly amount: bigint };
}

/** The report of `matrix`: a row a cell that holds customers, in order of priority; on a terminal the grid above it. */
export function matrixReport(content: MatrixContent): Report {
  const { tally, plays, lacking } = content;
  const held = tally.cells.filter(({ customers }) => customers > 0);
  const items = held.map((cell) => ({
    tally: cell,
    play: plays[cell.cell],
    lacking: lacking.cells.get(cell.cell) ?? null,
  }));
  return {
    columns: matrixColumns,
    rows: rowsOf(columns, items),
    summaryLines: summaryLines(content),
    picture: matrixPicture(tally.cells),
    summaryTable: [],
    head: { summary: summaryOf(content) },
  };
}

const mostNamed = 3;

function summaryLines({
  tally,
  lacking,
  summary,
  months,
  asOf,
  window,
  currency,
  remainder,
}: MatrixContent): SummaryLine[] {
  const unit = currency === null ? "" : ` ${currency}`;
  const { withoutCell, cells } = tally;
  const inCells = tally.customers - withoutCell.customers;
  // What a loss-maker could buy is not to be won before its price or cost is right.
  const worth = cells.filter((cell) => cell.class !== "D" && cell.increment !== null && cell.increment > 0n);
  const most = worth.toSorted((a, b) => Number((b.increment ?? 0n) - (a.increment ?? 0n)) || a.priority - b.priority);
  return [
    { term: "as of", value: asOfText(asOf, months, window.from) },
    { term: "customers", value: [`${inCells} in the matrix`, ...statusWords(withoutCell.statuses)].join(", ") },
    { term: "revenue", value: `${grouped(tally.revenue)}${unit}` },
    ...(remainder.lines > 0
      ? [{ term: "(no customer)", value: `${grouped(remainder.amount)}${unit} in ${counted(remainder.lines, "line")}` }]
      : []),
    ...(tally.increment === null
      ? []
      : [
          {
            term: "increment",
            value: `${gain(tally.increment)}${unit} a year, not known of ${counted(tally.unknownIncrement, "customer")}`,
          },
        ]),
    ...most.slice(0, mostNamed).map((cell, i) => ({
      term: i === 0 ? "most to win" : "",
      value: `${cell.cell}: ${counted(cell.customers, "customer")}, ${gain(cell.increment ?? 0n)}`,
    })),
    ...lacking.all.data.map(({ data, customers }, i) => ({
      term: i === 0 ? "to sharpen" : "",
      value: `${missingWords[data]} for ${customers} of ${lacking.all.customers} A and B customers`,
    })),
    ...summary.notEvaluated.map((missing) => ({ term: "not evaluated", value: notEvaluatedWording(missing) })),
  ];
}

/** Who is in no cell. */
const statusWords = ({ active, lapsed, cost_only, prospect }: MatrixTally["withoutCell"]["statuses"]): string[] => [
  ...(lapsed > 0 ? [`${lapsed} lapsed`] : []),
  ...(prospect > 0 ? [counted(prospect, "prospect")] : []),
  ...(active + cost_only > 0 ? [`${active + cost_only} without a class`] : []),
];

/** `wallet 3, users 6`: so many customers of the cell lack it. */
const lackingWords = ({ data }: Lacking): string => data.map((each) => `${each.data} ${each.customers}`).join(", ");

const lackingJson = ({ customers, data }: Lacking): JsonValue => ({
  customers,
  ...Object.fromEntries(data.map((each) => [each.data, each.customers])),
});

function summaryOf({ tally, lacking, remainder, plays, summary }: MatrixContent): JsonValue {
  const { withoutCell, customers, revenue, increment, unknownIncrement, cells } = tally;
  return {
    customers,
    revenue: exactMoney(revenue),
    increment: increment === null ? null : exactMoney(increment),
    unknown_increment: unknownIncrement,
    without_cell: {
      customers: withoutCell.customers,
      revenue: exactMoney(withoutCell.revenue),
      statuses: withoutCell.statuses,
    },
    remainder: { lines: remainder.lines, amount: exactMoney(remainder.amount) },
    empty_cells: cells.flatMap((cell) => (cell.customers === 0 ? [cell.cell] : [])),
    plays,
    to_sharpen: {
      a_and_b: lackingJson(lacking.all),
      cells: Object.fromEntries([...lacking.cells].map(([cell, own]) => [cell, lackingJson(own)])),
    },
    not_evaluated: summary.notEvaluated.map(({ what, reason }) => ({ what, reason })),
  };
}

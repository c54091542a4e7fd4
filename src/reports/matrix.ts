import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Cell as Value } from "../output/report.ts";
import type { ClassifySummary } from "../scoring/classify/summary.ts";
import type { Lacking, LackingData } from "../scoring/matrix/lacking.ts";
import type { CellTally, MatrixTally } from "../scoring/matrix/tally.ts";
import type { Cell } from "../scoring/matrix.ts";
import { notEvaluatedWording } from "./classify.ts";
import { counted, gain, grouped } from "./figures.ts";
import { matrixPicture } from "./matrix/picture.ts";
import { missingWords } from "./missing.ts";
import { cellTones } from "./tones.ts";

interface ColumnOf extends Column {
  readonly value: (tally: CellTally, play: string, lacking: Lacking | null) => Value;
}

const column = (name: string, kind: Column["kind"], onTerminal: boolean, value: ColumnOf["value"]): ColumnOf => ({
  name,
  kind,
  onTerminal,
  value,
  ...(name === "cell" ? { tones: cellTones } : {}),
});

const columns: readonly ColumnOf[] = [
  column("cell", "text", true, ({ cell }) => cell),
  column("class", "text", false, (tally) => tally.class),
  column("potential", "text", false, ({ potential }) => potential),
  column("customers", "count", true, ({ customers }) => customers),
  column("revenue", "money", false, ({ revenue }) => revenue),
  column("revenue_share", "ratio", true, ({ revenueShare }) => revenueShare),
  column("increment", "money", true, ({ increment }) => increment),
  column("priority", "count", false, ({ priority }) => priority),
  column("play", "text", true, (_, play) => play),
  column("unknown_increment", "count", false, ({ unknownIncrement }) => unknownIncrement),
  column("to_sharpen", "text", false, (_cell, _play, lacking) =>
    lacking === null ? null : lackingWords(lacking) || null,
  ),
];

/** The columns of `matrix`, in their order. */
export const matrixColumns: readonly Column[] = columns;

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
  return {
    columns: columns.map(({ value: _value, ...rest }) => rest),
    rows: held.map((cell) =>
      columns.map(({ value }) => value(cell, plays[cell.cell], lacking.cells.get(cell.cell) ?? null)),
    ),
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
    { term: "as of", value: `${asOf}, window of ${months} months after ${window.from}` },
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

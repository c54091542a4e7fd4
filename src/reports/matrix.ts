import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { ClassifySummary } from "../scoring/classify/summary.ts";
import type { Lacking, LackingData } from "../scoring/matrix/lacking.ts";
import type { CellTally, MatrixTally } from "../scoring/matrix/tally.ts";
import type { Cell } from "../scoring/matrix.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { matrixPicture } from "./matrix/picture.ts";
import { cellTones } from "./tones.ts";

/** A cell that holds customers, and what is said of it. */
interface Held {
  readonly tally: CellTally;
  readonly play: string;
  /** In words, what its customers lack; `null`: nobody asked. */
  readonly lacking: string | null;
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
  column("to_sharpen", "text", false, ({ lacking }) => lacking || null),
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
  readonly words: Words<"matrix">;
}

/** The report of `matrix`: a row a cell that holds customers, in order of priority; on a terminal the grid above it. */
export function matrixReport(content: MatrixContent): Report {
  const { tally, plays, lacking, words } = content;
  const held = tally.cells.filter(({ customers }) => customers > 0);
  const items = held.map((cell) => ({
    tally: cell,
    play: words.say(plays[cell.cell]),
    lacking: lackingOf(lacking.cells.get(cell.cell), words),
  }));
  return {
    columns: matrixColumns,
    rows: rowsOf(columns, items),
    summaryLines: summaryLines(content),
    picture: matrixPicture(tally.cells, words),
    summaryTable: [],
    head: { summary: summaryOf(content) },
  };
}

const lackingOf = (lacking: Lacking | undefined, words: Words<"matrix">): string | null =>
  lacking === undefined ? null : lackingWords(lacking, words);

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
  words,
}: MatrixContent): SummaryLine[] {
  const { common, matrix } = words;
  const { withoutCell, cells } = tally;
  const inCells = tally.customers - withoutCell.customers;
  // What a loss-maker could buy is not to be won before its price or cost is right.
  const worth = cells.filter((cell) => cell.class !== "D" && cell.increment !== null && cell.increment > 0n);
  const most = worth.toSorted((a, b) => Number((b.increment ?? 0n) - (a.increment ?? 0n)) || a.priority - b.priority);
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, window.from) },
    {
      term: common.customersTerm,
      value: [matrix.inMatrix(inCells), ...statusWords(withoutCell.statuses, words)].join(", "),
    },
    { term: common.revenueTerm, value: common.money(tally.revenue, currency) },
    ...(remainder.lines > 0
      ? [{ term: common.noCustomer, value: matrix.remainder(remainder.amount, currency, remainder.lines) }]
      : []),
    ...(tally.increment === null
      ? []
      : [
          {
            term: matrix.incrementTerm,
            value: matrix.increment(tally.increment, currency, tally.unknownIncrement),
          },
        ]),
    ...most.slice(0, mostNamed).map((cell, i) => ({
      term: i === 0 ? matrix.mostToWin : "",
      value: matrix.most(cell.cell, cell.customers, cell.increment ?? 0n),
    })),
    ...lacking.all.data.map(({ data, customers }, i) => ({
      term: i === 0 ? matrix.toSharpen : "",
      value: matrix.lacking(common.missing[data], customers, lacking.all.customers),
    })),
    ...summary.notEvaluated.map((missing) => ({ term: common.notEvaluatedTerm, value: common.notEvaluated(missing) })),
  ];
}

/** Who is in no cell. */
const statusWords = (
  { active, lapsed, cost_only, prospect }: MatrixTally["withoutCell"]["statuses"],
  { common }: Pick<Words, "common">,
): string[] => [
  ...(lapsed > 0 ? [common.lapsed(lapsed)] : []),
  ...(prospect > 0 ? [common.prospects(prospect)] : []),
  ...(active + cost_only > 0 ? [common.withoutClass(active + cost_only)] : []),
];

/** `wallet 3, users 6`: so many customers of the cell lack it. */
const lackingWords = ({ data }: Lacking, { matrix }: Words<"matrix">): string =>
  data.map((each) => matrix.lackingCell(each.data, each.customers)).join(", ");

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

import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { Swot, SwotScore } from "../scoring/swot.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["strength", "good"],
  ["opportunity", "fair"],
  ["weakness", "weak"],
  ["threat", "bad"],
]);

const columns: readonly ColumnOf<SwotScore>[] = [
  column("customer_id", "text", true, (s) => s.customerId),
  column("customer_name", "text", true, (s) => s.customerName),
  column("quadrant", "text", true, (s) => s.quadrant, tones),
  column("revenue", "money", true, (s) => s.revenue),
  column("nps", "points", true, (s) => s.nps),
  column("answers", "count", true, (s) => s.answers),
];

/** The report's columns. */
export const swotColumns: readonly Column[] = plainColumns(columns);

export interface SwotContent {
  readonly swot: Swot;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
  readonly words: Words<"swot">;
}

/** The report of `swot`: a row a customer, the most urgent first; above it the cut lines and what each quadrant holds. */
export const swotReport = (content: SwotContent): Report => ({
  columns: swotColumns,
  rows: rowsOf(columns, content.swot.rows),
  summaryLines: summaryLines(content),
  summaryTable: quadrantTable(content),
  head: { summary: summaryJson(content.swot) },
});

/** What a format of bare rows has no place for: where the lines between the quadrants are. */
export const swotRemarks = (content: SwotContent): string[] => {
  const { common, swot } = content.words;
  const lines = [
    common.line(swot.highValue, valueWords(content)),
    common.line(swot.highSatisfaction, satisfactionWords(content)),
  ];
  return [lines.join("; "), ...withoutSales(content)];
};

const valueWords = ({ swot: { summary }, currency, words: { swot } }: SwotContent): string =>
  summary.valueCut === null
    ? swot.nobodyBuys
    : swot.valueFrom(summary.valueCut, currency, summary.valueCutIs === "median");

const satisfactionWords = ({ swot, words }: SwotContent): string => words.swot.npsAbove(swot.summary.npsCut);

const withoutSales = ({ swot, words }: SwotContent): string[] => {
  const count = swot.summary.answeredWithoutSales;
  return count === 0 ? [] : [words.swot.withoutSales(count)];
};

function summaryLines(content: SwotContent): SummaryLine[] {
  const { asOf, months, windowFrom, words } = content;
  const { common, swot } = words;
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    { term: swot.highValue, value: valueWords(content) },
    { term: swot.highSatisfaction, value: satisfactionWords(content) },
    ...withoutSales(content).map((value) => ({ term: common.leftOutTerm, value })),
  ];
}

const quadrantTable = ({ swot: { summary }, words: { figures, swot } }: SwotContent): string[][] => [
  [swot.table.quadrant, swot.table.customers, swot.table.ofCustomers, swot.table.revenue, swot.table.ofRevenue],
  ...summary.quadrants.map(({ quadrant, customers, customerShare, revenue, revenueShare }) => [
    swot.quadrant(quadrant),
    figures.count(customers),
    figures.percent(customerShare),
    figures.grouped(revenue),
    figures.percent(revenueShare),
  ]),
];

const summaryJson = ({ summary }: Swot): JsonValue => ({
  customers: summary.customers,
  revenue: exactMoney(summary.revenue),
  value_cut: summary.valueCut === null ? null : exactMoney(summary.valueCut),
  value_cut_is: summary.valueCutIs,
  nps_cut: summary.npsCut,
  quadrants: summary.quadrants.map((entry) => ({
    quadrant: entry.quadrant,
    customers: entry.customers,
    customer_share: entry.customerShare,
    revenue: exactMoney(entry.revenue),
    revenue_share: entry.revenueShare,
  })),
  answered_without_sales: summary.answeredWithoutSales,
});

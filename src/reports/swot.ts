import { exactMoney, formatMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { Swot, SwotScore } from "../scoring/swot.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { asOfText, counted, grouped, percent, points } from "./figures.ts";

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
}

/** The report of `swot`: a row a customer, the most urgent first; above it the cut lines and what each quadrant holds. */
export const swotReport = (content: SwotContent): Report => ({
  columns: swotColumns,
  rows: rowsOf(columns, content.swot.rows),
  summaryLines: summaryLines(content),
  summaryTable: quadrantTable(content.swot),
  head: { summary: summaryJson(content.swot) },
});

/** What a format of bare rows has no place for: where the lines between the quadrants are. */
export const swotRemarks = (content: SwotContent): string[] => [
  `high value: ${valueWords(content)}; high satisfaction: ${satisfactionWords(content)}`,
  ...withoutSales(content.swot),
];

const valueWords = ({ swot: { summary }, currency }: SwotContent): string =>
  summary.valueCut === null
    ? "nobody has a sales line in the window"
    : `revenue from ${formatMoney(summary.valueCut)}${currency === null ? "" : ` ${currency}`}${summary.valueCutIs === "median" ? ", the median" : ""}`;

const satisfactionWords = ({ swot }: SwotContent): string => `NPS above ${points(swot.summary.npsCut)}`;

const withoutSales = ({ summary: { answeredWithoutSales: count } }: Swot): string[] =>
  count === 0 ? [] : [`${counted(count, "customer")} answered without a sales line in the window: in no quadrant`];

function summaryLines(content: SwotContent): SummaryLine[] {
  const { asOf, months, windowFrom, swot } = content;
  return [
    { term: "as of", value: asOfText(asOf, months, windowFrom) },
    { term: "high value", value: valueWords(content) },
    { term: "high satisfaction", value: satisfactionWords(content) },
    ...withoutSales(swot).map((value) => ({ term: "left out", value })),
  ];
}

const quadrantTable = ({ summary }: Swot): string[][] => [
  ["quadrant", "customers", "of customers", "revenue", "of revenue"],
  ...summary.quadrants.map(({ quadrant, customers, customerShare, revenue, revenueShare }) => [
    quadrant,
    String(customers),
    percent(customerShare),
    grouped(revenue),
    percent(revenueShare),
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

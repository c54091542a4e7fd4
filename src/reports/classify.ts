import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { CustomerScore } from "../scoring/classify/row.ts";
import type { ClassifySummary } from "../scoring/classify/summary.ts";
import type { Classification } from "../scoring/classify.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { cellTones, classTones, gradeTones } from "./tones.ts";

/** The columns of `classify`, in their order. */
const columns: readonly ColumnOf<CustomerScore>[] = [
  column("customer_id", "text", true, (s) => s.customerId),
  column("customer_name", "text", true, (s) => s.customerName),
  column("cell", "text", true, (s) => s.cell, cellTones),
  column("class", "text", false, (s) => s.class, classTones),
  column("potential", "text", false, (s) => s.potential, gradeTones),
  column("priority", "count", false, (s) => s.priority),
  column("revenue", "money", true, (s) => s.revenue),
  column("revenue_share", "ratio", true, (s) => s.revenueShare),
  column("cum_share", "ratio", false, (s) => s.cumShare),
  column("rank", "count", false, (s) => s.rank),
  column("value_class", "text", false, (s) => s.valueClass, classTones),
  column("costs", "money", false, (s) => s.costs),
  column("contribution", "money", true, (s) => s.contribution),
  column("margin", "ratio", false, (s) => s.margin),
  column("revenue_prior", "money", false, (s) => s.revenuePrior),
  column("growth", "ratio", true, (s) => s.growth),
  column("potential_growth", "ratio", false, (s) => s.potentialGrowth),
  column("potential_revenue", "money", false, (s) => s.potentialRevenue),
  column("potential_increment", "money", true, (s) => s.potentialIncrement),
  column("potential_source", "text", true, (s) => s.potentialSource),
  column("potential_confidence", "text", false, (s) => s.potentialConfidence),
  column("potential_reason", "text", false, (s) => s.potentialReason),
  column("driver", "text", false, (s) => s.driver),
  column("nps", "points", true, (s) => s.nps),
  column("first_purchase", "date", false, (s) => s.firstPurchase),
  column("last_purchase", "date", true, (s) => s.lastPurchase),
  column("orders", "count", false, (s) => s.orders),
  column("status", "text", false, (s) => s.status),
  column("class_reason", "text", false, (s) => s.classReason),
];

/** Only where a year is not the window. */
const annualRevenue: ColumnOf<CustomerScore> = column("annual_revenue", "money", false, (s) => s.annualRevenue);

/** The report's columns for a window of N months. */
export const classifyColumns = (months: number): readonly Column[] =>
  months === 12 ? columns : [...columns, annualRevenue];

/** A count of lines, and their sum. */
interface Part {
  readonly lines: number;
  readonly amount: bigint;
}

/** The sales files in parts: `total` is window, prior, before and after together; `unassigned` is within the first three. */
export interface LineParts {
  readonly total: Part;
  readonly window: Part;
  readonly prior: Part;
  readonly before: Part;
  readonly after: Part;
  readonly unassigned: Part;
}

/** What the report says beside the scores. */
export interface ClassifyContent {
  readonly classification: Classification;
  readonly months: number;
  readonly asOf: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly currency: string | null;
  /** Revenue in the window that no customer is credited with. */
  readonly remainder: { readonly lines: number; readonly amount: bigint };
  /** Lines of the sales files and their amounts, in parts that add up to the files. */
  readonly lines: LineParts | null;
  readonly words: ClassifyWording;
}

type ClassifyWording = Words<"classify">;

/** The report of `classify`: a row a customer in order of priority, above it what they come to. */
export function classifyReport(content: ClassifyContent): Report {
  const shown = content.months === 12 ? columns : [...columns, annualRevenue];
  return {
    columns: plainColumns(shown),
    rows: rowsOf(shown, content.classification.rows),
    summaryLines: summaryLines(content),
    summaryTable: classTable(content.classification.summary, content.words),
    head: { summary: summaryOf(content) },
  };
}

function summaryLines({
  classification: { summary },
  asOf,
  window,
  months,
  currency,
  remainder,
  words,
}: ClassifyContent): SummaryLine[] {
  const { active, lapsed, cost_only, prospect } = summary.statuses;
  const { common, classify } = words;
  const others = [
    lapsed > 0 ? common.lapsed(lapsed) : "",
    prospect > 0 ? common.prospects(prospect) : "",
    cost_only > 0 ? classify.costOnly(cost_only) : "",
  ].filter((part) => part !== "");
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, window.from) },
    { term: common.customersTerm, value: [classify.active(active), ...others].join(", ") },
    { term: common.revenueTerm, value: common.money(summary.revenue, currency) },
    ...(summary.contribution === null
      ? []
      : [
          {
            term: classify.contribution,
            value: `${common.money(summary.contribution, currency)}${partlyKnown(summary, words)}`,
          },
        ]),
    ...(remainder.lines > 0
      ? [{ term: common.noCustomer, value: classify.remainder(remainder.amount, currency, remainder.lines) }]
      : []),
    ...evidenceLine(summary, words),
    ...summary.notEvaluated.map((missing) => ({ term: common.notEvaluatedTerm, value: common.notEvaluated(missing) })),
  ];
}

/** Where the cost of goods of some is not known, the sum is too high: said beside it. */
const partlyKnown = (
  { costOfGoodsKnown, statuses }: Pick<ClassifySummary, "costOfGoodsKnown" | "statuses">,
  { classify }: ClassifyWording,
): string => (costOfGoodsKnown < statuses.active ? classify.partlyKnown(costOfGoodsKnown, statuses.active) : "");

/** What the grades rest on: how many customers each source decided, and for how many there was none. */
function evidenceLine(
  { evidence: { decided, unknown } }: ClassifySummary,
  { classify }: ClassifyWording,
): SummaryLine[] {
  const parts = Object.entries(decided).flatMap(([source, count]) =>
    count === 0 ? [] : [classify.source(source, count)],
  );
  const none = unknown.no_base + unknown.no_basis;
  const why = [
    unknown.no_basis > 0 ? classify.noBasis(unknown.no_basis) : "",
    unknown.no_base > 0 ? classify.noBase(unknown.no_base) : "",
  ].filter((part) => part !== "");
  if (none > 0) parts.push(`? ${none} (${why.join(", ")})`);
  return parts.length === 0 ? [] : [{ term: classify.gradesBy, value: parts.join(", ") }];
}

/** What a format of bare rows leaves out and every output must say: what could not be judged. */
export const classifyRemarks = ({
  classification,
  words: { common },
}: Pick<ClassifyContent, "classification"> & { readonly words: Pick<Words, "common"> }): string[] =>
  classification.summary.notEvaluated
    // Growth and trend have their notice on the windows.
    .filter(({ what }) => what !== "growth" && what !== "trend")
    .map((missing) => common.line(common.notEvaluatedTerm, common.notEvaluated(missing)));

function classTable({ classes }: ClassifySummary, { figures, classify: { table } }: ClassifyWording): string[][] {
  const withoutSales = classes.some((entry) => entry.withoutSales > 0);
  return [
    [
      ...[table.class, table.customers, table.from, table.ofCustomers, table.revenue, table.ofRevenue],
      ...(withoutSales ? [table.withoutSales] : []),
    ],
    ...classes.map((entry) => [
      entry.class,
      figures.count(entry.customers),
      // C has no lower limit: the least amount in it may be that of a customer of class D.
      entry.cut === null || entry.class === "C" ? "" : figures.grouped(entry.cut),
      figures.percent(entry.customerShare),
      figures.grouped(entry.revenue),
      figures.percent(entry.revenueShare),
      ...(withoutSales ? [entry.withoutSales === 0 ? "" : figures.count(entry.withoutSales)] : []),
    ]),
  ];
}

function summaryOf({ classification: { summary }, remainder, lines }: ClassifyContent): JsonValue {
  return {
    customers: summary.customers,
    statuses: summary.statuses,
    revenue: exactMoney(summary.revenue),
    costs: summary.costs === null ? null : exactMoney(summary.costs),
    contribution: summary.contribution === null ? null : exactMoney(summary.contribution),
    cost_of_goods_known: summary.costOfGoodsKnown,
    remainder: { lines: remainder.lines, amount: exactMoney(remainder.amount) },
    lines: lines === null ? null : linesJson(lines),
    classes: summary.classes.map((entry) => ({
      class: entry.class,
      customers: entry.customers,
      without_sales: entry.withoutSales,
      cut: entry.cut === null ? null : exactMoney(entry.cut),
      customer_share: entry.customerShare,
      revenue: exactMoney(entry.revenue),
      revenue_share: entry.revenueShare,
    })),
    evidence: { decided: summary.evidence.decided, unknown: summary.evidence.unknown },
    not_evaluated: summary.notEvaluated.map(({ what, reason }) => ({ what, reason })),
    remarks: summary.remarks.map(({ rule, customerId, value }) => ({ rule, customer_id: customerId, value })),
  };
}

const linesJson = (parts: LineParts): JsonValue =>
  Object.fromEntries(
    Object.entries(parts).map(([name, { lines, amount }]) => [name, { lines, amount: exactMoney(amount) }]),
  );

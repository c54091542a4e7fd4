import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { CustomerScore } from "../scoring/classify/row.ts";
import type { ClassifySummary, NotEvaluated } from "../scoring/classify/summary.ts";
import type { Classification } from "../scoring/classify.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { asOfText, counted, grouped, percent } from "./figures.ts";
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
}

/** The report of `classify`: a row a customer in order of priority, above it what they come to. */
export function classifyReport(content: ClassifyContent): Report {
  const shown = content.months === 12 ? columns : [...columns, annualRevenue];
  return {
    columns: plainColumns(shown),
    rows: rowsOf(shown, content.classification.rows),
    summaryLines: summaryLines(content),
    summaryTable: classTable(content.classification.summary),
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
}: ClassifyContent): SummaryLine[] {
  const { active, lapsed, cost_only, prospect } = summary.statuses;
  const others = [
    lapsed > 0 ? `${lapsed} lapsed` : "",
    prospect > 0 ? `${prospect} prospect${prospect === 1 ? "" : "s"}` : "",
    cost_only > 0 ? `${cost_only} with costs only` : "",
  ].filter((part) => part !== "");
  const unit = currency === null ? "" : ` ${currency}`;
  return [
    { term: "as of", value: asOfText(asOf, months, window.from) },
    { term: "customers", value: [`${active} active`, ...others].join(", ") },
    { term: "revenue", value: `${grouped(summary.revenue)}${unit}` },
    ...(summary.contribution === null
      ? []
      : [{ term: "contribution", value: `${grouped(summary.contribution)}${unit}${partlyKnown(summary)}` }]),
    ...(remainder.lines > 0
      ? [
          {
            term: "(no customer)",
            value: `${grouped(remainder.amount)}${unit} in ${remainder.lines} lines, in no class`,
          },
        ]
      : []),
    ...evidenceLine(summary),
    ...summary.notEvaluated.map((missing) => ({ term: "not evaluated", value: notEvaluatedWording(missing) })),
  ];
}

/** Where the cost of goods of some is not known, the sum is too high: said beside it. */
const partlyKnown = ({ costOfGoodsKnown, statuses }: Pick<ClassifySummary, "costOfGoodsKnown" | "statuses">) =>
  costOfGoodsKnown < statuses.active
    ? `; cost of goods known of ${costOfGoodsKnown} of ${counted(statuses.active, "active customer")}`
    : "";

/** What the grades rest on: how many customers each source decided, and for how many there was none. */
function evidenceLine({ evidence: { decided, unknown } }: ClassifySummary): SummaryLine[] {
  const parts = Object.entries(decided).flatMap(([source, count]) => (count === 0 ? [] : [`${source} ${count}`]));
  const none = unknown.no_base + unknown.no_basis;
  const why = [
    unknown.no_basis > 0 ? `no basis ${unknown.no_basis}` : "",
    unknown.no_base > 0 ? `no base ${unknown.no_base}` : "",
  ].filter((part) => part !== "");
  if (none > 0) parts.push(`? ${none} (${why.join(", ")})`);
  return parts.length === 0 ? [] : [{ term: "grades by", value: parts.join(", ") }];
}

/** What a format of bare rows leaves out and every output must say: what could not be judged. */
export const classifyRemarks = ({ classification }: Pick<ClassifyContent, "classification">): string[] =>
  classification.summary.notEvaluated
    // Growth and trend have their notice on the windows.
    .filter(({ what }) => what !== "growth" && what !== "trend")
    .map((missing) => `not evaluated: ${notEvaluatedWording(missing)}`);

const whats: Record<NotEvaluated["what"], string> = {
  class_d: "class D by costs",
  rank_by_contribution: "ranks by contribution",
  classes: "classes",
  growth: "growth over the prior window",
  trend: "potential by trend",
};

const whys: Record<NotEvaluated["reason"], string> = {
  no_cost_information: "no cost information in the window (only a negative revenue is D)",
  total_not_positive: "the total is not above zero",
  prior_window_not_covered: "the sales do not reach back over the prior window",
  window_not_four_quarters: "the window is not a multiple of four months",
};

/** What could not be judged, and why. */
export const notEvaluatedWording = ({ what, reason }: NotEvaluated): string => `${whats[what]}: ${whys[reason]}`;

function classTable({ classes }: ClassifySummary): string[][] {
  const withoutSales = classes.some((entry) => entry.withoutSales > 0);
  return [
    ["class", "customers", "from", "of customers", "revenue", "of revenue", ...(withoutSales ? ["without sales"] : [])],
    ...classes.map((entry) => [
      entry.class,
      String(entry.customers),
      // C has no lower limit: the least amount in it may be that of a customer of class D.
      entry.cut === null || entry.class === "C" ? "" : grouped(entry.cut),
      percent(entry.customerShare),
      grouped(entry.revenue),
      percent(entry.revenueShare),
      ...(withoutSales ? [entry.withoutSales === 0 ? "" : String(entry.withoutSales)] : []),
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

import { exactMoney, type Money } from "../base/money.ts";
import type { Cell, Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { AverageCost } from "../scoring/value/acquisition.ts";
import type { HoldoutCheck } from "../scoring/value/holdout.ts";
import type { PredictedValue, Prediction, ValueOptions } from "../scoring/value/prediction.ts";
import type { ValueScore } from "../scoring/value/row.ts";
import type { SumOf, ValueFigures } from "../scoring/value/summary.ts";
import type { Value } from "../scoring/value.ts";
import { asOfText, counted, grouped, percent } from "./figures.ts";
import { holdoutJson, holdoutPicture, holdoutWords, modelLines, modelRemarks, modelsJson } from "./value/models.ts";

interface ColumnOf extends Column {
  readonly cell: (score: ValueScore, predicted: PredictedValue | null) => Cell;
}

/** What the rows tell apart beside the customers. */
export interface ValueShape {
  readonly predicted: boolean;
  readonly byGroup: boolean;
}

function columnsOf({ predicted, byGroup }: ValueShape): ColumnOf[] {
  const column = (name: string, kind: Column["kind"], onTerminal: boolean, cell: ColumnOf["cell"]): ColumnOf => ({
    name,
    kind,
    onTerminal,
    cell,
  });
  // On a terminal there is room for one of the two views.
  return [
    column("customer_id", "text", true, (s) => s.customerId),
    column("customer_name", "text", true, (s) => s.customerName),
    column("clv_simple", "money", true, (s) => s.clvSimple),
    column("tenure_years", "number", !predicted, (s) => s.tenureYears),
    column("annual_revenue", "money", false, (s) => s.annualRevenue),
    column("revenue_total", "money", !predicted, (s) => s.revenueTotal),
    column("contribution_total", "money", false, (s) => s.contributionTotal),
    column("margin", "ratio", true, (s) => s.margin),
    column("clv_margin", "money", !predicted, (s) => s.clvMargin),
    column("cac", "money", !predicted, (s) => s.cac),
    column("cac_basis", "text", false, (s) => s.cacBasis),
    column("ltv_cac", "number", !predicted, (s) => s.ltvCac),
    column("payback_months", "number", false, (s) => s.paybackMonths),
    ...(predicted
      ? [
          column("p_alive", "ratio", true, (_, p) => p?.pAlive ?? null),
          column("expected_purchases", "number", true, (_, p) => p?.expectedPurchases ?? null),
          column("expected_spend", "money", true, (_, p) => p?.expectedSpend ?? null),
          column("clv_predicted", "money", true, (_, p) => p?.clvPredicted ?? null),
          column("clv_predicted_of", "text", false, (_, p) => p?.clvPredictedOf ?? null),
        ]
      : []),
    ...(byGroup ? [column("group", "text", true, (s) => s.group)] : []),
  ];
}

/** The report's columns. */
export const valueColumns = (shape: ValueShape): Column[] => columnsOf(shape).map(({ cell: _cell, ...rest }) => rest);

export interface ValueContent {
  readonly value: Value;
  /** `null`: nobody asked. */
  readonly prediction: Prediction | null;
  readonly holdout: HoldoutCheck | null;
  readonly options: ValueOptions;
  readonly shape: ValueShape;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
}

/** The report of `value`: a row a customer, the most valuable first; above it what they come to, in all and by group. */
export function valueReport(content: ValueContent): Report {
  const { value, prediction, holdout, shape } = content;
  const columns = columnsOf(shape);
  return {
    columns: valueColumns(shape),
    rows: value.rows.map((score, i) => columns.map(({ cell }) => cell(score, prediction?.rows[i] ?? null))),
    summaryLines: summaryLines(content),
    summaryTable: shape.byGroup ? groupTable(value.figures) : [],
    ...(holdout === null ? {} : { picture: holdoutPicture(holdout) }),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for: what could not be said, and what the predictions rest on. */
export const valueRemarks = ({ value, prediction, holdout, options }: ValueContent): string[] => [
  ...(value.acquisition.average === null ? [`average acquisition cost: ${averageUnknown(value.acquisition)}`] : []),
  ...marginGaps(value).map((gap) => `not known: ${gap}`),
  ...(value.withoutSales === 0 ? [] : [leftOut(value)]),
  ...(prediction === null ? [] : [`predicted: ${horizonWords(options)}`, ...modelRemarks(prediction)]),
  ...(holdout === null ? [] : [`holdout: ${holdoutWords(holdout).join("; ")}`]),
];

const averageUnknown = ({ reason }: AverageCost): string =>
  `not known, ${reason === null ? "" : averageReasons[reason]}`;

const averageReasons: Readonly<Record<NonNullable<AverageCost["reason"]>, string>> = {
  no_acquisition_costs: "as there are no acquisition costs in the window",
  new_not_known: "as sales do not begin 12 months before the window, so that nobody can be told to be new",
  no_new_customers: "as nobody is new in the window",
};

/** Columns that are empty for some of the customers, and of how many. */
function marginGaps({ figures: [all] }: Value): string[] {
  if (all === undefined) return [];
  const gap = (known: SumOf, what: string): string[] =>
    known.customers === all.customers
      ? []
      : [`${what} of ${all.customers - known.customers} of ${counted(all.customers, "customer")}`];
  return [...gap(all.clvMargin, "margin"), ...gap(all.contributionTotal, "contribution of all time")];
}

const leftOut = ({ withoutSales }: Value): string =>
  `${counted(withoutSales, "customer")} without a sales line: in no row`;

const horizonWords = ({ model, horizon, discountRate }: ValueOptions): string =>
  `by ${model}, ${horizon} months ahead, discounted by ${discountRate} % a year`;

function summaryLines(content: ValueContent): SummaryLine[] {
  const { value, prediction, holdout, asOf, months, windowFrom, currency, options } = content;
  const [all] = value.figures as readonly [ValueFigures];
  const unit = currency === null ? "" : ` ${currency}`;
  const amount = (sum: Money | null): string => (sum === null ? "n/a" : `${grouped(sum)}${unit}`);
  const sum = (term: string, { customers, total, mean }: SumOf): SummaryLine[] =>
    customers === 0
      ? []
      : [{ term, value: `${amount(total)}, ${amount(mean)} a customer${ofKnown(customers, all.customers)}` }];
  return [
    { term: "as of", value: asOfText(asOf, months, windowFrom) },
    { term: "customers", value: `${all.customers} with sales${value.withoutSales > 0 ? `; ${leftOut(value)}` : ""}` },
    ...sum("clv_simple", all.clvSimple),
    ...sum("clv_margin", all.clvMargin),
    ...sum("contribution_total", all.contributionTotal),
    { term: "average cac", value: averageWords(value.acquisition, amount) },
    ...(all.ltvCac === null ? [] : returnWords(all).map((value, i) => ({ term: i === 0 ? "ltv_cac" : "", value }))),
    ...marginGaps(value).map((gap) => ({ term: "not known", value: gap })),
    ...(prediction === null
      ? []
      : [
          { term: "predicted", value: horizonWords(options) },
          ...predictedLines(prediction, amount),
          ...modelLines(prediction),
        ]),
    ...(holdout === null ? [] : holdoutWords(holdout).map((value, i) => ({ term: i === 0 ? "holdout" : "", value }))),
  ];
}

const ofKnown = (known: number, all: number): string => (known === all ? "" : `, of the ${known} where it is known`);

function averageWords(cost: AverageCost, amount: (sum: Money) => string): string {
  if (cost.average === null || cost.newCustomers === null) return averageUnknown(cost);
  return `${amount(cost.average)}: ${amount(cost.amount)} for ${counted(cost.newCustomers, "new customer")}`;
}

/** A return on the average cost is one on costs that nobody can say these customers had. */
function returnWords({ ltvCac, ltvCacOf, ltvCacOwn: own, paybackMonths }: ValueFigures): string[] {
  const all = `${(ltvCac ?? 0).toFixed(1)}${paybackMonths === null ? "" : `, paid back in ${paybackMonths.toFixed(1)} months`}`;
  if (own.customers === ltvCacOf) return [all];
  const rest = ltvCacOf - own.customers;
  const average = `average cost of new customers applied to ${own.customers === 0 ? "all" : `${rest} of ${ltvCacOf}`}`;
  if (own.customers === 0 || own.ratio === null) return [all, average];
  const middle = own.customers === 1 || own.median === null ? "" : `, median ${own.median.toFixed(1)}`;
  return [all, average, `${own.ratio.toFixed(1)} for ${counted(own.customers, "customer")} with own costs${middle}`];
}

/** What the predictions come to: of contribution and of revenue apart, as they are no sum. */
function predictedSums({ rows }: Prediction) {
  const worth = (of: "contribution" | "revenue") => {
    const some = rows.filter(({ clvPredictedOf }) => clvPredictedOf === of);
    return { customers: some.length, total: some.reduce((sum, row) => sum + (row.clvPredicted ?? 0n), 0n) };
  };
  const purchases = rows.flatMap(({ expectedPurchases }) => expectedPurchases ?? []);
  return {
    purchases: purchases.length === 0 ? null : purchases.reduce((sum, count) => sum + count, 0),
    contribution: worth("contribution"),
    revenue: worth("revenue"),
  };
}

function predictedLines(prediction: Prediction, amount: (sum: Money) => string): SummaryLine[] {
  const { purchases, contribution, revenue } = predictedSums(prediction);
  return [
    ...(purchases === null ? [] : [{ term: "purchases", value: `${purchases.toFixed(1)} expected` }]),
    ...[{ of: "contribution", ...contribution } as const, { of: "revenue", ...revenue } as const]
      .filter(({ customers }) => customers > 0)
      .map(({ of, customers, total }) => ({
        term: "clv_predicted",
        value: `${amount(total)} of ${of}, from ${counted(customers, "customer")}${of === "revenue" ? " without a known margin" : ""}`,
      })),
  ];
}

const groupTable = (figures: readonly ValueFigures[]): string[][] => [
  ["group", "customers", "clv_simple", "a customer", "margin", "clv_margin", "cac", "ltv_cac", "payback"],
  ...figures.map((own) => [
    own.group ?? "all",
    String(own.customers),
    grouped(own.clvSimple.total),
    own.clvSimple.mean === null ? "" : grouped(own.clvSimple.mean),
    own.margin === null ? "" : percent(own.margin),
    own.clvMargin.customers === 0 ? "" : grouped(own.clvMargin.total),
    own.cac.mean === null ? "" : grouped(own.cac.mean),
    own.ltvCac === null ? "" : own.ltvCac.toFixed(1),
    own.paybackMonths === null ? "" : own.paybackMonths.toFixed(1),
  ]),
];

function summaryJson({ value, prediction, holdout, shape }: ValueContent): JsonValue {
  const [all, ...groups] = value.figures as readonly [ValueFigures, ...ValueFigures[]];
  const { acquisition } = value;
  return {
    ...figuresJson(all),
    customers_without_sales: value.withoutSales,
    acquisition: {
      costs: exactMoney(acquisition.amount),
      rows: acquisition.rows,
      new_customers: acquisition.newCustomers,
      average: acquisition.average === null ? null : exactMoney(acquisition.average),
      reason: acquisition.reason,
    },
    ...(shape.byGroup ? { groups: groups.map((own) => ({ group: own.group, ...figuresJson(own) })) } : {}),
    ...(prediction === null ? {} : { predicted: predictedJson(prediction), models: modelsJson(prediction) }),
    ...(holdout === null ? {} : { holdout: holdoutJson(holdout) }),
  };
}

function predictedJson(prediction: Prediction): JsonValue {
  const { purchases, contribution, revenue } = predictedSums(prediction);
  return {
    expected_purchases: purchases,
    clv_of_contribution: { customers: contribution.customers, total: exactMoney(contribution.total) },
    clv_of_revenue: { customers: revenue.customers, total: exactMoney(revenue.total) },
  };
}

const sumJson = ({ customers, total, mean }: SumOf): JsonValue => ({
  customers,
  total: exactMoney(total),
  mean: mean === null ? null : exactMoney(mean),
});

const figuresJson = (figures: ValueFigures): Readonly<Record<string, JsonValue>> => ({
  customers: figures.customers,
  clv_simple: sumJson(figures.clvSimple),
  tenure_years: figures.tenureYears,
  annual_revenue: sumJson(figures.annualRevenue),
  revenue_total: sumJson(figures.revenueTotal),
  contribution_total: sumJson(figures.contributionTotal),
  margin: figures.margin,
  clv_margin: sumJson(figures.clvMargin),
  cac: sumJson(figures.cac),
  ltv_cac: figures.ltvCac,
  ltv_cac_customers: figures.ltvCacOf,
  ltv_cac_own: figures.ltvCacOwn,
  payback_months: figures.paybackMonths,
});

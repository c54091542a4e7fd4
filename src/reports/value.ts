import { exactMoney, type Money } from "../base/money.ts";
import type { Cell, Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { AverageCost } from "../scoring/value/acquisition.ts";
import type { HoldoutCheck } from "../scoring/value/holdout.ts";
import type { PredictedValue, Prediction, ValueOptions } from "../scoring/value/prediction.ts";
import type { ValueScore } from "../scoring/value/row.ts";
import type { SumOf, ValueFigures } from "../scoring/value/summary.ts";
import type { Value } from "../scoring/value.ts";
import type { Words } from "../wording/wording.ts";
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
  readonly words: ValueWording;
}

type ValueWording = Words<"value">;

/** The report of `value`: a row a customer, the most valuable first; above it what they come to, in all and by group. */
export function valueReport(content: ValueContent): Report {
  const { value, prediction, holdout, shape, words } = content;
  const columns = columnsOf(shape);
  return {
    columns: valueColumns(shape),
    rows: value.rows.map((score, i) => columns.map(({ cell }) => cell(score, prediction?.rows[i] ?? null))),
    summaryLines: summaryLines(content),
    summaryTable: shape.byGroup ? groupTable(value.figures, words) : [],
    ...(holdout === null ? {} : { picture: holdoutPicture(holdout, words) }),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for: what could not be said, and what the predictions rest on. */
export const valueRemarks = (content: ValueContent): string[] => {
  const { value, prediction, holdout, options, words } = content;
  const { common, value: said } = words;
  return [
    ...(value.acquisition.average === null
      ? [common.line(said.terms.averageUnknown, said.averageUnknown(value.acquisition.reason))]
      : []),
    ...marginGaps(value, words).map((gap) => common.line(common.notKnownTerm, gap)),
    ...(value.withoutSales === 0 ? [] : [said.withoutSales(value.withoutSales)]),
    ...(prediction === null
      ? []
      : [common.line(said.terms.predicted, horizonWords(options, words)), ...modelRemarks(prediction, words)]),
    ...(holdout === null ? [] : [common.line(said.terms.holdout, holdoutWords(holdout, words).join("; "))]),
  ];
};

/** Columns that are empty for some of the customers, and of how many. */
function marginGaps({ figures: [all] }: Value, { value: said }: ValueWording): string[] {
  if (all === undefined) return [];
  const gap = (known: SumOf, what: string): string[] =>
    known.customers === all.customers ? [] : [said.gap(what, all.customers - known.customers, all.customers)];
  return [...gap(all.clvMargin, said.margin), ...gap(all.contributionTotal, said.contributionOfAllTime)];
}

const horizonWords = ({ model, horizon, discountRate }: ValueOptions, { value: said }: ValueWording): string =>
  said.horizon(model, horizon, discountRate);

function summaryLines(content: ValueContent): SummaryLine[] {
  const { value, prediction, holdout, asOf, months, windowFrom, currency, options, words } = content;
  const { common, value: said } = words;
  const { terms } = said;
  const [all] = value.figures as readonly [ValueFigures];
  const amount = (sum: Money | null): string => (sum === null ? said.notKnown : common.money(sum, currency));
  const sum = (term: string, { customers, total, mean }: SumOf): SummaryLine[] =>
    customers === 0 ? [] : [{ term, value: said.sum(amount(total), amount(mean), customers, all.customers) }];
  const without = value.withoutSales > 0 ? `; ${said.withoutSales(value.withoutSales)}` : "";
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    { term: common.customersTerm, value: `${said.withSales(all.customers)}${without}` },
    ...sum(terms.clvSimple, all.clvSimple),
    ...sum(terms.clvMargin, all.clvMargin),
    ...sum(terms.contributionTotal, all.contributionTotal),
    { term: terms.averageCac, value: averageWords(value.acquisition, amount, words) },
    ...(all.ltvCac === null
      ? []
      : returnWords(all, words).map((told, i) => ({ term: i === 0 ? terms.ltvCac : "", value: told }))),
    ...marginGaps(value, words).map((gap) => ({ term: common.notKnownTerm, value: gap })),
    ...(prediction === null
      ? []
      : [
          { term: terms.predicted, value: horizonWords(options, words) },
          ...predictedLines(prediction, amount, words),
          ...modelLines(prediction, words),
        ]),
    ...(holdout === null
      ? []
      : holdoutWords(holdout, words).map((told, i) => ({ term: i === 0 ? terms.holdout : "", value: told }))),
  ];
}

function averageWords(cost: AverageCost, amount: (sum: Money) => string, { value: said }: ValueWording): string {
  if (cost.average === null || cost.newCustomers === null) return said.averageUnknown(cost.reason);
  return said.average(amount(cost.average), amount(cost.amount), cost.newCustomers);
}

/** A return on the average cost is one on costs that nobody can say these customers had. */
function returnWords(
  { ltvCac, ltvCacOf, ltvCacOwn: own, paybackMonths }: ValueFigures,
  { value: said }: ValueWording,
): string[] {
  const all = said.returns(ltvCac ?? 0, paybackMonths);
  if (own.customers === ltvCacOf) return [all];
  const average = said.averageApplied(ltvCacOf - own.customers, ltvCacOf);
  if (own.customers === 0 || own.ratio === null) return [all, average];
  return [all, average, said.ownReturn(own.ratio, own.customers, own.customers === 1 ? null : own.median)];
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

function predictedLines(
  prediction: Prediction,
  amount: (sum: Money) => string,
  { value: said }: ValueWording,
): SummaryLine[] {
  const { purchases, contribution, revenue } = predictedSums(prediction);
  return [
    ...(purchases === null ? [] : [{ term: said.terms.purchases, value: said.expectedPurchases(purchases) }]),
    ...[{ of: "contribution", ...contribution } as const, { of: "revenue", ...revenue } as const]
      .filter(({ customers }) => customers > 0)
      .map(({ of, customers, total }) => ({
        term: said.terms.clvPredicted,
        value: said.predictedOf(amount(total), of, customers),
      })),
  ];
}

function groupTable(all: readonly ValueFigures[], { figures, value: said }: ValueWording): string[][] {
  const { groups: heads } = said;
  return [
    [
      ...[heads.group, heads.customers, heads.clvSimple, heads.aCustomer, heads.margin, heads.clvMargin],
      ...[heads.cac, heads.ltvCac, heads.payback],
    ],
    ...all.map((own) => [
      own.group ?? said.all,
      figures.count(own.customers),
      figures.grouped(own.clvSimple.total),
      own.clvSimple.mean === null ? "" : figures.grouped(own.clvSimple.mean),
      own.margin === null ? "" : figures.percent(own.margin),
      own.clvMargin.customers === 0 ? "" : figures.grouped(own.clvMargin.total),
      own.cac.mean === null ? "" : figures.grouped(own.cac.mean),
      own.ltvCac === null ? "" : figures.fixed(own.ltvCac, 1),
      own.paybackMonths === null ? "" : figures.fixed(own.paybackMonths, 1),
    ]),
  ];
}

function summaryJson({ value, prediction, holdout, shape, words }: ValueContent): JsonValue {
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
    ...(prediction === null ? {} : { predicted: predictedJson(prediction), models: modelsJson(prediction, words) }),
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

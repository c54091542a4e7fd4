import { exactMoney } from "../base/money.ts";
import type { Cell, Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { BestCustomer, Criterion } from "../scoring/icp/best.ts";
import type { CrossValidation } from "../scoring/icp/fit.ts";
import { longStandingYears } from "../scoring/icp/long-standing.ts";
import type { IcpOptions } from "../scoring/icp/options.ts";
import { leastCustomers, leastWithTrait, type TraitScore } from "../scoring/icp/profile.ts";
import type { BusyTrait, IdealProfile } from "../scoring/icp.ts";
import { counted, grouped, percent, points } from "./figures.ts";

type AnyTrait = TraitScore | BusyTrait;

interface ColumnOf extends Column {
  readonly cell: (trait: AnyTrait) => Cell;
}

const tones: ReadonlyMap<string, Tone> = new Map([
  ["seek", "good"],
  ["seldom", "bad"],
  ["avoid", "bad"],
  ["too few", "weak"],
]);

const column = (name: string, kind: Column["kind"], onTerminal: boolean, cell: ColumnOf["cell"]): ColumnOf => ({
  name,
  kind,
  onTerminal,
  cell,
});

const columns: readonly ColumnOf[] = [
  column("attribute", "text", true, (t) => t.attribute),
  column("value", "text", true, (t) => t.value),
  column("best", "count", true, (t) => t.best),
  column("base", "count", true, (t) => t.base),
  column("lift", "number", true, (t) => t.lift),
  column("p_value", "number", true, (t) => t.pValue),
  column("margin", "ratio", true, (t) => t.margin),
  { ...column("verdict", "text", true, (t) => t.verdict), tones },
  column("p_adjusted", "number", false, (t) => t.pAdjusted),
  column("best_share", "ratio", false, (t) => t.bestShare),
  column("support", "ratio", false, (t) => t.support),
  column("orders_per_customer", "number", false, (t) => t.ordersPerCustomer),
];

/** The columns of `icp`, in their order. */
export const icpColumns: readonly Column[] = columns.map(({ cell: _cell, ...rest }) => rest);

export interface IcpContent {
  readonly profile: IdealProfile;
  readonly options: IcpOptions;
  /** Only the groups that order often and leave little. */
  readonly avoid: boolean;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
  readonly costsEvaluated: boolean;
  /** Of how many customers of the base the cost of goods is known. */
  readonly costOfGoodsKnown: number;
}

/** The report of `icp`: a row a trait, above it who the best customers are and by what they were chosen. */
export const icpReport = (content: IcpContent): Report => ({
  columns: icpColumns,
  rows: (content.avoid ? content.profile.busy : content.profile.traits).map((trait) =>
    columns.map(({ cell }) => cell(trait)),
  ),
  summaryLines: [asOfLine(content), ...ruleLines(content), ...traitLines(content), ...validationLine(content.profile)],
  summaryTable: content.avoid ? [] : bestTable(content.profile),
  head: { summary: icpSummary(content) },
});

/** What a format of bare rows has no place for: who the best are, by what, and what the profile is worth. */
export const icpRemarks = (content: IcpContent): string[] => [
  ...ruleLines(content).map(worded),
  ...bestIds(content.profile),
  ...traitLines(content).map(worded),
  ...validationLine(content.profile).map(worded),
];

export const worded = ({ term, value }: SummaryLine): string => `${term}: ${value}`;

export const asOfLine = ({ asOf, months, windowFrom }: IcpContent): SummaryLine => ({
  term: "as of",
  value: `${asOf}, window of ${months} months after ${windowFrom}`,
});

const criterionWords: Readonly<Record<Criterion, string>> = {
  contribution: "contribution",
  revenue: "revenue",
  tenure: "time as a customer",
  nps: "NPS",
};

/** Who is the best and by what; what keeps the comparison from meaning something. */
export function ruleLines({ profile, costsEvaluated, costOfGoodsKnown }: IcpContent): SummaryLine[] {
  const { best, base, isTooSmall } = profile;
  const used = best.criteria.filter(({ isUsed }) => isUsed).map(({ criterion }) => criterionWords[criterion]);
  const count = best.customers.length;
  return [
    {
      term: "best",
      value:
        used.length === 0
          ? `nobody of ${counted(base, "customer")}: nothing to rank them by`
          : `${count} of ${counted(base, "customer")} with a sale in the window, by mean rank over ${used.join(", ")}`,
    },
    ...best.criteria.flatMap(({ criterion, known, isUsed }) => {
      if (isUsed || base === 0) return [];
      const reason =
        criterion === "contribution" && !costsEvaluated
          ? "costs are not known in the window"
          : `known of ${known} of ${base}, fewer than half`;
      const instead = criterion === "contribution" ? "; revenue instead of contribution" : "";
      return [{ term: "left out", value: `${criterionWords[criterion]}: ${reason}${instead}` }];
    }),
    ...(used.length === 1 ? [{ term: "beware", value: `the profile rests on ${used[0]} alone` }] : []),
    ...(costsEvaluated && costOfGoodsKnown < base
      ? [
          {
            term: "beware",
            value: `the cost of goods is known of ${costOfGoodsKnown} of ${base}: the contribution of the others is too high`,
          },
        ]
      : []),
    ...(isTooSmall
      ? [{ term: "too few", value: `${counted(base, "customer")}, and under ${leastCustomers} there is no lift` }]
      : []),
    ...(!isTooSmall && 2 * count > base
      ? [
          {
            term: "beware",
            value: "the best are more than half of the base, so no lift is far from 1; --top takes fewer",
          },
        ]
      : []),
  ];
}

function traitLines({ profile, avoid, options }: IcpContent): SummaryLine[] {
  const { traits, unknown, busy, busyAndNearlyAll, medianOrders, portfolioMargin, isTooSmall } = profile;
  const rare = traits.filter(({ base }) => base < leastWithTrait).length;
  const orders = (medianOrders ?? 0).toFixed(1).replace(/\.0$/, "");
  return [
    ...(unknown.length === 0 ? [] : [{ term: "not known", value: `${unknown.join(", ")}: of no customer` }]),
    ...(rare === 0 || isTooSmall
      ? []
      : [
          {
            term: "too few",
            value: `${counted(rare, "trait")} of fewer than ${leastWithTrait} customers: no lift`,
          },
        ]),
    {
      term: "avoid",
      value:
        portfolioMargin === null
          ? "no group can be said to leave little: the margin is known of nobody"
          : `${counted(busy.length, "group")} with more than ${orders} orders a customer (the median) and a margin below ${percent(portfolioMargin)} (the portfolio's)${avoid || busy.length === 0 ? "" : "; --avoid lists them"}`,
    },
    ...(busyAndNearlyAll.length === 0
      ? []
      : [
          {
            term: "not to avoid",
            value: `busy with a low margin, but more than 80 % of the customers: ${busyAndNearlyAll.map(({ attribute, value }) => `${attribute} ${value}`).join(", ")}`,
          },
        ]),
    ...(avoid ? [] : longStandingLines(profile, options)),
  ];
}

function longStandingLines({ longStanding, isTooSmall }: IdealProfile, { falseDiscoveryRate }: IcpOptions) {
  if (isTooSmall) return [];
  if (longStanding === null) return [{ term: "long-standing", value: "not evaluated: the sales name no categories" }];
  const { customers, categoriesFrom, traits } = longStanding;
  const common = traits.filter(({ verdict }) => verdict === "seek");
  const words =
    customers === 0
      ? ""
      : common.length === 0
        ? `; nothing in common that chance does not explain (at a rate of ${percent(falseDiscoveryRate)})`
        : `; in common: ${common.map(({ attribute, value, lift }) => `${attribute} ${value} (lift ${(lift as number).toFixed(2)})`).join(", ")}`;
  return [
    {
      term: "long-standing",
      value: `${counted(customers, "customer")} since ${longStandingYears} years or more, in ${categoriesFrom} or more categories${words}`,
    },
  ];
}

export const validationLine = ({
  validation,
  isTooSmall,
  best,
  base,
}: Pick<IdealProfile, "validation" | "isTooSmall" | "best" | "base">): SummaryLine[] =>
  isTooSmall ? [] : [{ term: "worth", value: validationWords(validation, best.customers.length, base) }];

/** How far the profile can be trusted, so that nobody ranks by a useless one. */
function validationWords(validation: CrossValidation | null, best: number, base: number): string {
  if (validation === null) return "not tested: fewer than two customers among the best, or among the others";
  const { auc, folds } = validation;
  const words =
    auc < 0.6
      ? "no better than tossing a coin: do not rank prospects by it"
      : auc < 0.7
        ? "weak: a hint at most"
        : auc < 0.8
          ? "fair"
          : "good";
  return `AUC ${auc.toFixed(4)} on ${best} best and ${base - best} other own customers, cross-validated in ${folds} parts: ${words}`;
}

function bestTable({ best: { customers, criteria } }: IdealProfile): string[][] {
  if (customers.length === 0) return [];
  const byRevenue = criteria.some(({ criterion }) => criterion === "revenue");
  const amountOf = ({ revenue, contribution }: BestCustomer) => (byRevenue ? revenue : contribution);
  return [
    ["best", "mean rank", byRevenue ? "revenue" : "contribution", "years", "NPS"],
    ...customers.map((customer) => {
      const amount = amountOf(customer);
      return [
        nameOf(customer),
        (customer.meanRank as number).toFixed(1),
        amount === null ? "" : grouped(amount),
        customer.tenureDays === null ? "" : (customer.tenureDays / daysPerYear).toFixed(1),
        customer.nps === null ? "" : points(customer.nps),
      ];
    }),
  ];
}

const daysPerYear = 365.2425;

const nameOf = ({ customerId, customerName }: BestCustomer): string => customerName ?? customerId;

/** Of many so many are named. */
const mostNamed = 20;

function bestIds({ best: { customers } }: IdealProfile): string[] {
  if (customers.length === 0) return [];
  const named = customers.slice(0, mostNamed).map(({ customerId }) => customerId);
  const more = customers.length - named.length;
  return [`the best, in order: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

export const validationJson = (validation: CrossValidation | null): JsonValue =>
  validation === null ? null : { auc: validation.auc, folds: validation.folds };

/** The summary that every shape of the report has. */
export function icpSummary({ profile, costsEvaluated }: IcpContent): Readonly<Record<string, JsonValue>> {
  const { best, longStanding, portfolioMargin, medianOrders } = profile;
  return {
    base: profile.base,
    too_small: profile.isTooSmall,
    criteria: best.criteria.map(({ criterion, known, isUsed }) => ({ criterion, known, used: isUsed })),
    costs_evaluated: costsEvaluated,
    best: best.customers.map((customer) => ({
      customer_id: customer.customerId,
      customer_name: customer.customerName,
      mean_rank: customer.meanRank,
      ranks: { ...customer.ranks },
      revenue: exactMoney(customer.revenue),
      contribution: customer.contribution === null ? null : exactMoney(customer.contribution),
      tenure_days: customer.tenureDays,
      nps: customer.nps,
    })),
    not_known: [...profile.unknown],
    margin: portfolioMargin,
    median_orders: medianOrders,
    avoid: profile.busy.map(({ attribute, value }) => ({ attribute, value })),
    avoid_left_out: profile.busyAndNearlyAll.map(({ attribute, value }) => ({ attribute, value })),
    long_standing:
      longStanding === null
        ? null
        : {
            customers: longStanding.customers,
            years_from: longStandingYears,
            categories_from: longStanding.categoriesFrom,
            traits: longStanding.traits.map((trait) => ({
              attribute: trait.attribute,
              value: trait.value,
              customers: trait.best,
              base: trait.base,
              lift: trait.lift,
              p_value: trait.pValue,
              p_adjusted: trait.pAdjusted,
            })),
          },
    cross_validation: validationJson(profile.validation),
  };
}

import { exactMoney } from "../base/money.ts";
import type { Cell, Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { BestCustomer } from "../scoring/icp/best.ts";
import type { CrossValidation } from "../scoring/icp/fit.ts";
import { longStandingYears } from "../scoring/icp/long-standing.ts";
import type { IcpOptions } from "../scoring/icp/options.ts";
import { leastCustomers, leastWithTrait, type TraitScore } from "../scoring/icp/profile.ts";
import type { BusyTrait, IdealProfile } from "../scoring/icp.ts";
import type { Words } from "../wording/wording.ts";

type AnyTrait = TraitScore | BusyTrait;

interface ColumnOf extends Column {
  readonly cell: (trait: AnyTrait, words: IcpWording) => Cell;
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
  column("value", "text", true, (t, { say }) => say(t.value)),
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
  readonly words: IcpWording;
}

/** The report of `icp`: a row a trait, above it who the best customers are and by what they were chosen. */
export const icpReport = (content: IcpContent): Report => ({
  columns: icpColumns,
  rows: (content.avoid ? content.profile.busy : content.profile.traits).map((trait) =>
    columns.map(({ cell }) => cell(trait, content.words)),
  ),
  summaryLines: [
    asOfLine(content),
    ...ruleLines(content),
    ...traitLines(content),
    ...validationLine(content.profile, content.words),
  ],
  summaryTable: content.avoid ? [] : bestTable(content.profile, content.words),
  head: { summary: icpSummary(content) },
});

/** What a format of bare rows has no place for: who the best are, by what, and what the profile is worth. */
export const icpRemarks = (content: IcpContent): string[] => [
  ...worded(ruleLines(content), content.words),
  ...bestIds(content),
  ...worded([...traitLines(content), ...validationLine(content.profile, content.words)], content.words),
];

type IcpWording = Words<"icp">;

export const worded = (lines: readonly SummaryLine[], { common }: IcpWording): string[] =>
  lines.map(({ term, value }) => common.line(term, value));

export const asOfLine = ({ asOf, months, windowFrom, words: { common } }: IcpContent): SummaryLine => ({
  term: common.asOf,
  value: common.asOfText(asOf, months, windowFrom),
});

/** Who is the best and by what; what keeps the comparison from meaning something. */
export function ruleLines({ profile, costsEvaluated, costOfGoodsKnown, words }: IcpContent): SummaryLine[] {
  const { common, icp } = words;
  const { best, base, isTooSmall } = profile;
  const used = best.criteria.filter(({ isUsed }) => isUsed).map(({ criterion }) => icp.criterion(criterion));
  const count = best.customers.length;
  return [
    {
      term: icp.terms.best,
      value: used.length === 0 ? icp.nothingToRank(base) : icp.best(count, base, used.join(", ")),
    },
    ...best.criteria.flatMap(({ criterion, known, isUsed }) => {
      if (isUsed || base === 0) return [];
      const isContribution = criterion === "contribution";
      const reason = isContribution && !costsEvaluated ? icp.costsUnknown : icp.fewerThanHalf(known, base);
      return [{ term: common.leftOutTerm, value: icp.leftOut(icp.criterion(criterion), reason, isContribution) }];
    }),
    ...(used.length === 1 ? [{ term: common.beware, value: icp.restsOnOne(used[0] as string) }] : []),
    ...(costsEvaluated && costOfGoodsKnown < base
      ? [{ term: common.beware, value: icp.costsPartlyKnown(costOfGoodsKnown, base) }]
      : []),
    ...(isTooSmall ? [{ term: icp.terms.tooFew, value: icp.tooSmall(base, leastCustomers) }] : []),
    ...(!isTooSmall && 2 * count > base ? [{ term: common.beware, value: icp.tooManyBest }] : []),
  ];
}

function traitLines({ profile, avoid, options, words }: IcpContent): SummaryLine[] {
  const { common, icp } = words;
  const { traits, unknown, busy, busyAndNearlyAll, medianOrders, portfolioMargin, isTooSmall } = profile;
  const rare = traits.filter(({ base }) => base < leastWithTrait).length;
  const traitsOf = (some: readonly { readonly attribute: string; readonly value: string }[]): string =>
    some.map(({ attribute, value }) => icp.trait(attribute, value)).join(", ");
  return [
    ...(unknown.length === 0
      ? []
      : [{ term: common.notKnownTerm, value: icp.ofNoCustomer(unknown.map(icp.attribute).join(", ")) }]),
    ...(rare === 0 || isTooSmall ? [] : [{ term: icp.terms.tooFew, value: icp.rare(rare, leastWithTrait) }]),
    {
      term: icp.terms.avoid,
      value:
        portfolioMargin === null
          ? icp.marginUnknown
          : icp.busy(busy.length, medianOrders ?? 0, portfolioMargin, avoid || busy.length === 0),
    },
    ...(busyAndNearlyAll.length === 0
      ? []
      : [{ term: icp.terms.notToAvoid, value: icp.nearlyAll(traitsOf(busyAndNearlyAll)) }]),
    ...(avoid ? [] : longStandingLines(profile, options, words)),
  ];
}

function longStandingLines(
  { longStanding, isTooSmall }: IdealProfile,
  { falseDiscoveryRate }: IcpOptions,
  { icp }: IcpWording,
): SummaryLine[] {
  if (isTooSmall) return [];
  if (longStanding === null) return [{ term: icp.terms.longStanding, value: icp.noCategories }];
  const { customers, categoriesFrom, traits } = longStanding;
  const common = traits.filter(({ verdict }) => verdict === "seek");
  const told = common.map(({ attribute, value, lift }) => icp.lift(icp.trait(attribute, value), lift as number));
  const shared =
    customers === 0 ? "" : common.length === 0 ? icp.nothingCommon(falseDiscoveryRate) : icp.inCommon(told.join(", "));
  return [
    {
      term: icp.terms.longStanding,
      value: icp.longStanding(customers, longStandingYears, categoriesFrom, shared),
    },
  ];
}

export const validationLine = (
  { validation, isTooSmall, best, base }: Pick<IdealProfile, "validation" | "isTooSmall" | "best" | "base">,
  words: IcpWording,
): SummaryLine[] =>
  isTooSmall
    ? []
    : [{ term: words.icp.terms.worth, value: validationWords(validation, best.customers.length, base, words) }];

/** How far the profile can be trusted, so that nobody ranks by a useless one. */
function validationWords(validation: CrossValidation | null, best: number, base: number, { icp }: IcpWording): string {
  if (validation === null) return icp.notTested;
  const { auc, folds } = validation;
  const { none, weak, fair, good } = icp.quality;
  return icp.tested(auc, best, base - best, folds, auc < 0.6 ? none : auc < 0.7 ? weak : auc < 0.8 ? fair : good);
}

function bestTable(
  { best: { customers, criteria } }: IdealProfile,
  { figures, icp: { table } }: IcpWording,
): string[][] {
  if (customers.length === 0) return [];
  const byRevenue = criteria.some(({ criterion }) => criterion === "revenue");
  const amountOf = ({ revenue, contribution }: BestCustomer) => (byRevenue ? revenue : contribution);
  return [
    [table.best, table.meanRank, byRevenue ? table.revenue : table.contribution, table.years, table.nps],
    ...customers.map((customer) => {
      const amount = amountOf(customer);
      return [
        nameOf(customer),
        figures.fixed(customer.meanRank as number, 1),
        amount === null ? "" : figures.grouped(amount),
        customer.tenureDays === null ? "" : figures.fixed(customer.tenureDays / daysPerYear, 1),
        customer.nps === null ? "" : figures.points(customer.nps),
      ];
    }),
  ];
}

const daysPerYear = 365.2425;

const nameOf = ({ customerId, customerName }: BestCustomer): string => customerName ?? customerId;

/** Of many so many are named. */
const mostNamed = 20;

function bestIds({ profile, words: { common, icp } }: IcpContent): string[] {
  const { customers } = profile.best;
  if (customers.length === 0) return [];
  const named = customers
    .slice(0, mostNamed)
    .map(({ customerId }) => customerId)
    .join(", ");
  const more = customers.length - mostNamed;
  return [icp.inOrder(more > 0 ? common.andMore(named, more) : named)];
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

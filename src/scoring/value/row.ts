import { daysBetween, type IsoDate } from "../../base/calendar.ts";
import { divideRounded, type Money, quotient, ratio, zero } from "../../base/money.ts";
import type { LifetimeFacts } from "../../facts/lifetime.ts";
import type { Because } from "../because.ts";
import type { CustomerScore } from "../classify/row.ts";
import type { ContributionOptions } from "../contribution.ts";
import { dayUnits, yearUnits } from "../tenure.ts";
import type { AverageCost } from "./acquisition.ts";
import { contributionOfLifetime } from "./contribution-total.ts";

/** What one customer is worth, and what it cost to win it. */
export interface ValueScore
  extends Pick<CustomerScore, "customerId" | "customerName" | "revenue" | "annualRevenue" | "margin"> {
  /** `null`: nobody asked for groups. */
  readonly group: string | null;
  /** Annual revenue × tenure, of one year at least; `null` without a first purchase. */
  readonly clvSimple: Money | null;
  /** Years since the first purchase; `null` without one. */
  readonly tenureYears: number | null;
  /** Net, all time. */
  readonly revenueTotal: Money;
  /** Less cost of goods and cost to serve, all time; `null` where the cost of goods is not known for all time. */
  readonly contributionTotal: Money | null;
  /** Contribution in the window; `null` where the margin is. */
  readonly contribution: Money | null;
  /** `clvSimple` × margin; `null` without one of them. */
  readonly clvMargin: Money | null;
  readonly cac: Money | null;
  /** The customer's own costs, or the window's average; `null` with `cac`. */
  readonly cacBasis: "own" | "average" | null;
  /** `clvMargin` / `cac`; `null` at a `cac` ≤ 0. */
  readonly ltvCac: number | null;
  /** Months of contribution that pay for `cac`; `null` at a contribution ≤ 0, without a margin, at a `cac` below 0. */
  readonly paybackMonths: number | null;
  readonly because: { readonly clv: Because; readonly total: Because; readonly margin: Because; readonly cac: Because };
}

/** What `classify` says of a customer, as far as its value rests on it. */
export type Classified = Pick<
  CustomerScore,
  "customerId" | "customerName" | "firstPurchase" | "revenue" | "annualRevenue" | "contribution" | "margin"
>;

/** What all rows share. */
export interface RowContext {
  readonly tenureOf: (firstPurchase: IsoDate) => Tenure;
  readonly months: number;
  readonly acquisition: AverageCost;
  readonly options: ContributionOptions;
}

const year = BigInt(yearUnits);

/** How long somebody has been a customer. */
interface Tenure {
  readonly years: number;
  /** The same, one year at least, as a share of `year`. */
  readonly counted: bigint;
}

/** Tenures up to the as-of date: many customers share few days, and each is reckoned once. */
export function tenuresTo(asOf: IsoDate): RowContext["tenureOf"] {
  const known = new Map<IsoDate, Tenure>();
  return (firstPurchase) => {
    let tenure = known.get(firstPurchase);
    if (tenure === undefined) {
      const passed = BigInt(daysBetween(firstPurchase, asOf) * dayUnits);
      tenure = { years: quotient(passed, year), counted: passed > year ? passed : year };
      known.set(firstPurchase, tenure);
    }
    return tenure;
  };
}

/** The row of a customer with a sales line. */
export function valueRow(
  row: Classified,
  facts: LifetimeFacts,
  group: string | null,
  { tenureOf, months, acquisition, options }: RowContext,
): ValueScore {
  const { customerId, customerName, firstPurchase, revenue, annualRevenue, margin } = row;
  const tenure = firstPurchase === null ? null : tenureOf(firstPurchase);
  // A year's amount over max(1, tenure) years, from an amount of the window, rounded once.
  const overTenure = (amount: Money): Money | null =>
    tenure === null ? null : divideRounded(amount * 12n * tenure.counted, BigInt(months) * year);
  const tenureYears = tenure === null ? null : tenure.years;
  const contribution = margin === null ? null : row.contribution;
  const clvMargin = contribution === null ? null : overTenure(contribution);
  const { cac, cacBasis, because } = costOf(facts, acquisition);
  const total = contributionOfLifetime(facts, options);
  return {
    customerId,
    customerName,
    group,
    clvSimple: overTenure(revenue),
    tenureYears,
    revenue,
    annualRevenue,
    revenueTotal: facts.revenue,
    contributionTotal: total.contributionTotal,
    margin,
    contribution,
    clvMargin,
    cac,
    cacBasis,
    ltvCac: clvMargin === null || cac === null ? null : ratio(clvMargin, cac),
    paybackMonths:
      contribution === null || cac === null || cac < zero ? null : ratio(cac * BigInt(months), contribution),
    because: {
      clv: { rule: tenure === null ? "no_purchase" : "at_least_one_year", value: tenureYears, threshold: 1 },
      total: total.because,
      margin: marginBecause(row),
      cac: because,
    },
  };
}

function costOf(
  { acquisition, acquisitionRows }: LifetimeFacts,
  { average, reason, newCustomers }: AverageCost,
): Pick<ValueScore, "cac" | "cacBasis"> & { readonly because: Because } {
  if (acquisitionRows > 0)
    return {
      cac: acquisition,
      cacBasis: "own",
      because: { rule: "own_acquisition_costs", value: acquisition, threshold: null },
    };
  return {
    cac: average,
    cacBasis: average === null ? null : "average",
    because: { rule: reason ?? "average_of_new_customers", value: average, threshold: newCustomers },
  };
}

function marginBecause({ revenue, margin }: Pick<CustomerScore, "revenue" | "margin">): Because {
  if (margin !== null) return { rule: "contribution_of_revenue", value: margin, threshold: null };
  return { rule: revenue > zero ? "cost_of_goods_not_known" : "revenue_not_positive", value: revenue, threshold: zero };
}

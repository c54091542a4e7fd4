import { dayNumber, monthsBefore } from "../../base/calendar.ts";
import { ratio, zero } from "../../base/money.ts";
import type { Because } from "../because.ts";
import type { CustomerScore } from "../classify/row.ts";
import { latestPerRespondent } from "../nps.ts";
import { purchasedCount } from "../peers/categories.ts";
import { dayUnits, startOf, yearUnits } from "../tenure.ts";
import type { PartFacts, PartScore, RelationshipPart, StageContext } from "./parts.ts";

/** What a customer is compared with. */
interface PortfolioFacts extends Omit<StageContext, "hasOwners"> {
  /** The as-of date and the ends of the window's months, as day numbers, the first end a month before the second. */
  readonly asOfDay: number;
  readonly monthEnds: readonly number[];
  /** Categories that somebody bought in the window. */
  readonly categories: number;
  /** Contribution and revenue of the customers whose margin is known. */
  readonly contribution: bigint;
  readonly revenue: bigint;
}

/** A score read from facts, and the rules that made it; `null` without the data. */
type ProxyRule = (facts: PartFacts, row: CustomerScore, portfolio: PortfolioFacts) => PartScore;

/** The facts of all customers that a proxy is held against. */
export function portfolioFacts(
  customers: readonly PartFacts[],
  rows: readonly CustomerScore[],
  { period, days, hasEvents }: StageContext,
): PortfolioFacts {
  const bought = new Set<string>();
  for (const { categories } of customers)
    for (const { category, purchases } of categories ?? []) if (purchases > 0) bought.add(category);
  let [contribution, revenue] = [zero, zero];
  for (const row of rows) {
    if (row.margin === null) continue;
    // A margin is known only where a contribution is.
    contribution += row.contribution as bigint;
    revenue += row.revenue;
  }
  const { asOf, months } = period;
  const monthEnds = Array.from({ length: months + 1 }, (_, i) => dayNumber(monthsBefore(asOf, months - i)));
  return {
    period,
    days,
    hasEvents,
    asOfDay: dayNumber(asOf),
    monthEnds,
    categories: bought.size,
    contribution,
    revenue,
  };
}

/** A score by limits that rise: 5 from the first, 4 from the second, and so on; 1 below the last. */
function graded(
  rule: string,
  value: number,
  limits: readonly number[],
  reaches: (limit: number) => boolean,
): PartScore & { readonly value: number } {
  const at = limits.findIndex(reaches);
  const score = at < 0 ? 1 : 5 - at;
  return { value: score, source: "proxy", because: [{ rule, value, threshold: limits[at] ?? null }] };
}

const noData = (rule: string): PartScore => ({
  value: null,
  source: null,
  because: [{ rule, value: null, threshold: null }],
});
/** One for all customers: where a file is not given it is so of every one of them. */
const nobodyAnswered = noData("nobody_answered");
const noStart = noData("no_start");
const noSales = noData("no_sales");
const noWalletNoCategories = noData("no_wallet_no_categories");
const noEventsFile = noData("no_events_file");

/** Trust: the mean of each respondent's latest answer in the window. */
const trust: ProxyRule = ({ answers }) => {
  if (answers.length === 0) return nobodyAnswered;
  const latest = latestPerRespondent(answers).map(({ score }) => score);
  if (latest.length === 0) return nobodyAnswered;
  const sum = latest.reduce((total, score) => total + score, 0);
  return graded("mean_answer", sum / latest.length, [9, 8, 7, 5], (limit) => sum >= limit * latest.length);
};

const longContract = 36;

/**
 * Commitment: years as a customer; one less where fewer than half of the window's months have a purchase; a long contract makes
 * it 4 at least.
 */
const commitment: ProxyRule = ({ customerId, card, sales }, _row, { period, days, asOfDay, monthEnds }) => {
  const start = startOf(card?.since ?? null, sales?.firstPurchase ?? null);
  const tenure = start === null ? noStart : tenureOf(asOfDay - dayNumber(start));
  let { value, because } = tenure;
  if (value !== null && days !== null) {
    const months = monthsWithPurchase(days.get(customerId)?.days ?? [], monthEnds);
    // Written out, for nearly every customer has both rules: a spread takes three times as long.
    because = [
      tenure.because[0] as Because,
      { rule: "months_with_purchase", value: months, threshold: period.months / 2 },
    ];
    if (2 * months < period.months) value = Math.max(1, value - 1);
  }
  const contract = card?.contractMonths ?? 0;
  if (contract >= longContract) {
    because = [...because, { rule: "contract_months", value: contract, threshold: longContract }];
    value = Math.max(4, value ?? 4);
  }
  return { value, source: value === null ? null : "proxy", because };
};

/** Years of 365.2425 days each, compared exactly. */
function tenureOf(days: number): PartScore {
  const units = days * dayUnits;
  return graded("tenure_years", units / yearUnits, tenureLimits, (limit) => units >= limit * yearUnits);
}

const tenureLimits = [5, 3, 2, 1];

/** Of the window's months, counted back from its end, those with a purchase. */
function monthsWithPurchase(days: ArrayLike<number>, ends: readonly number[]): number {
  let [count, at] = [0, 0];
  for (let month = 1; month < ends.length; month++) {
    const [from, to] = [ends[month - 1] as number, ends[month] as number];
    while (at < days.length && (days[at] as number) <= from) at++;
    if (at < days.length && (days[at] as number) <= to) count++;
  }
  return count;
}

/** Dependence: our share of what the customer spends on such things; where that is not known, its share of our categories. */
const dependence: ProxyRule = ({ card, sales, categories }, _row, { period, categories: ours }) => {
  if (sales === null) return noSales;
  const wallet = card?.wallet ?? null;
  if (wallet !== null && wallet > zero) {
    const [part, whole] = [sales.revenue * 12n, wallet * BigInt(period.months)];
    return graded(
      "wallet_share",
      ratio(part, whole) as number,
      shares,
      (limit) => part * 10n >= whole * BigInt(tenths(limit)),
    );
  }
  // Of lines that name no category nothing can be said.
  if (categories === null || ours === 0 || (categories.length === 0 && sales.lines > 0)) return noWalletNoCategories;
  const own = purchasedCount(categories);
  return graded("category_share", own / ours, shares, (limit) => own * 10 >= ours * tenths(limit));
};

const shares = [0.8, 0.6, 0.4, 0.2];
const tenths = (share: number): number => Math.round(share * 10);

const normsToStart = 4;

/** Norms: 4; one more at the portfolio's margin or above it, one less for each complaint or broken promise in the window. */
const norms: ProxyRule = ({ events }, { margin, contribution, revenue }, portfolio) => {
  if (!portfolio.hasEvents) return noEventsFile;
  const { window } = portfolio.period;
  const breaches = events.filter(
    ({ type, date }) =>
      (type === "complaint_opened" || type === "promise_broken") && date > window.from && date <= window.to,
  ).length;
  const because: Because[] = [{ rule: "complaints_and_broken_promises", value: breaches, threshold: null }];
  let value = normsToStart - breaches;
  if (margin !== null && contribution !== null && portfolio.revenue > zero) {
    because.push({ rule: "margin", value: margin, threshold: ratio(portfolio.contribution, portfolio.revenue) });
    if (contribution * portfolio.revenue >= portfolio.contribution * revenue) value += 1;
  }
  return { value: Math.min(5, Math.max(1, value)), source: "proxy", because };
};

/** How a score that nobody states is read from facts. Source: docs/method.md §10. */
export const proxies: Readonly<Record<RelationshipPart, ProxyRule>> = { trust, commitment, dependence, norms };

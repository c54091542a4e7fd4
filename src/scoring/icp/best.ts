import { daysBetween, type IsoDate } from "../../base/calendar.ts";
import { compare, compareCodePoints, competitionRanks } from "../../base/statistics.ts";
import type { CustomerScore } from "../classify/row.ts";

/** What makes a customer a good one to have more of. */
export type Criterion = "contribution" | "revenue" | "tenure" | "nps";

export type RankedCustomer = Pick<
  CustomerScore,
  "customerId" | "customerName" | "revenue" | "contribution" | "nps" | "firstPurchase"
>;

/** A criterion, and of how many customers it is known; used unless it is missing for more than half of them. */
export interface CriterionUse {
  readonly criterion: Criterion;
  readonly known: number;
  readonly isUsed: boolean;
}

export interface BestCustomer extends RankedCustomer {
  /** Days since the first purchase; `null` without one. */
  readonly tenureDays: number | null;
  /** Rank by each criterion of the run, 1 is the best; `null`: the criterion is not used, or not known of this customer. */
  readonly ranks: Readonly<Partial<Record<Criterion, number | null>>>;
  /** Over the ranks it has; `null` of none. */
  readonly meanRank: number | null;
}

export interface Best {
  readonly criteria: readonly CriterionUse[];
  /** The best first. */
  readonly customers: readonly BestCustomer[];
}

/**
 * The `top` customers by the mean of their ranks by contribution, tenure and account NPS, each by competition ranking among
 * those of whom it is known. A criterion missing for more than half is left out for all; otherwise a customer without it has the
 * mean of its other ranks. Where contribution is left out, revenue takes its place: else the longest-standing would be the best
 * whatever they buy. Equal means: the higher contribution, then revenue, then the id. Who has no rank at all is
 * never among the best.
 *
 * The result does not depend on input order. Errors: none. Cost: O(n log n). Source: docs/method.md §12.
 */
export function rankBest(customers: readonly RankedCustomer[], asOf: IsoDate, top: number): Best {
  const tenures = customers.map(({ firstPurchase }) =>
    firstPurchase === null ? null : daysBetween(firstPurchase, asOf),
  );
  const values: Readonly<Record<Criterion, readonly (number | bigint | null)[]>> = {
    contribution: customers.map(({ contribution }) => contribution),
    revenue: customers.map(({ revenue }) => revenue),
    tenure: tenures,
    nps: customers.map(({ nps }) => nps),
  };
  const useOf = (criterion: Criterion): CriterionUse => {
    const known = values[criterion].filter((value) => value !== null).length;
    return { criterion, known, isUsed: known > 0 && 2 * known >= customers.length };
  };
  const contribution = useOf("contribution");
  const needsRevenue = customers.length > 0 && !contribution.isUsed;
  const uses = [contribution, ...(needsRevenue ? [useOf("revenue")] : []), useOf("tenure"), useOf("nps")];
  const ranksBy = uses.map(
    ({ criterion, isUsed }) => [criterion, isUsed ? ranksOfKnown(values[criterion]) : []] as const,
  );
  const ranked = customers.flatMap((customer, i): Ranked[] => {
    const meanRank = meanOf(ranksBy.map(([, own]) => own[i] ?? null));
    return meanRank === null ? [] : [{ customer, i, meanRank }];
  });
  // Who has a higher mean than the last of the best cannot be one of them, and need not be put in order.
  const means = Float64Array.from(ranked, ({ meanRank }) => meanRank).sort();
  const limit = means[top - 1] ?? Infinity;
  const best = ranked
    .filter(({ meanRank }) => meanRank <= limit)
    .sort(bestFirst)
    .slice(0, top);
  return {
    criteria: uses,
    customers: best.map(({ customer, i, meanRank }) => ({
      ...customer,
      tenureDays: tenures[i] ?? null,
      ranks: Object.fromEntries(ranksBy.map(([criterion, own]) => [criterion, own[i] ?? null])),
      meanRank,
    })),
  };
}

/** A customer that has a rank, and its place in the list. */
interface Ranked {
  readonly customer: RankedCustomer;
  readonly i: number;
  readonly meanRank: number;
}

/** One division of whole numbers, so that equal means are equal to the last digit; `null` of no rank. */
function meanOf(ranks: readonly (number | null)[]): number | null {
  let [sum, known] = [0, 0];
  for (const rank of ranks) {
    if (rank === null) continue;
    sum += rank;
    known += 1;
  }
  return known === 0 ? null : sum / known;
}

/** Competition ranks, the largest first, among the values that are known. */
function ranksOfKnown(values: readonly (number | bigint | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const ranks = competitionRanks(known).values();
  return values.map((value) => (value === null ? null : (ranks.next().value as number)));
}

const bestFirst = (a: Ranked, b: Ranked): number =>
  compare(a.meanRank, b.meanRank) ||
  compare(b.customer.contribution ?? 0n, a.customer.contribution ?? 0n) ||
  compare(b.customer.revenue, a.customer.revenue) ||
  compareCodePoints(a.customer.customerId, b.customer.customerId);

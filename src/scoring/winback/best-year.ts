import type { IsoDate } from "../../base/calendar.ts";
import type { Money } from "../../base/money.ts";
import type { Ledger } from "../../facts/ledger.ts";
import type { ContributionOptions, CostInformation } from "../contribution.ts";
import { addSum, contributionOf, monthOf, monthSums, nothing, takeSum } from "./sums.ts";

/** The best twelve months that a customer ever had with us. */
export interface BestYear {
  readonly amount: Money;
  readonly basis: "contribution" | "revenue";
  /** The last of its calendar months, as year × 12 + month − 1. */
  readonly lastMonth: number;
}

const monthsOfYear = 12;

/**
 * The best twelve calendar months in a row: by contribution over those in which the cost of goods is known, by revenue where it
 * is known in none. Calendar months, because costs are booked at their end. A customer of fewer months has what it has. Of
 * equal years the first. `null` without a sales line. Cost: O(months with a line or a cost). Source: docs/method.md §11.
 */
export function bestYear(
  ledger: Ledger,
  asOf: IsoDate,
  information: CostInformation,
  options: ContributionOptions,
): BestYear | null {
  const first = ledger.sales[0];
  if (first === undefined) return null;
  const months = [...monthSums(ledger)].sort(([a], [b]) => a - b);
  // The sum changes only where a month enters the twelve or leaves them.
  const ends = new Set(months.flatMap(([month]) => [month, month + monthsOfYear]));
  const twelve = nothing();
  let [entered, left] = [0, 0];
  let byContribution: BestYear | null = null;
  let byRevenue: BestYear | null = null;
  for (const lastMonth of [...ends].sort((a, b) => a - b)) {
    for (let next = months[entered]; next !== undefined && next[0] <= lastMonth; next = months[++entered])
      addSum(twelve, next[1]);
    for (let next = months[left]; next !== undefined && next[0] <= lastMonth - monthsOfYear; next = months[++left])
      takeSum(twelve, next[1]);
    if (lastMonth < monthOf(first.day) || lastMonth > monthOf(asOf)) continue;
    const { revenue, contribution, costOfGoodsKnown } = contributionOf(twelve, information, options);
    if (byRevenue === null || revenue > byRevenue.amount) byRevenue = { amount: revenue, basis: "revenue", lastMonth };
    if (contribution === null || !costOfGoodsKnown) continue;
    if (byContribution === null || contribution > byContribution.amount)
      byContribution = { amount: contribution, basis: "contribution", lastMonth };
  }
  return byContribution ?? byRevenue;
}

import type { IsoDate } from "../../base/calendar.ts";
import type { Money } from "../../base/money.ts";
import type { Ledger } from "../../facts/ledger.ts";
import type { ContributionOptions, CostInformation } from "../contribution.ts";
import { addSums, contributionOf, monthOf, monthSums } from "./sums.ts";

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
  const months = monthSums(ledger);
  // The sum changes only where a month enters the twelve or leaves them.
  const ends = new Set([...months.keys()].flatMap((month) => [month, month + monthsOfYear]));
  let byContribution: BestYear | null = null;
  let byRevenue: BestYear | null = null;
  for (const lastMonth of [...ends].sort((a, b) => a - b)) {
    if (lastMonth < monthOf(first.day) || lastMonth > monthOf(asOf)) continue;
    const own = Array.from({ length: monthsOfYear }, (_, i) => months.get(lastMonth - i) ?? []).flat();
    const { revenue, contribution, costOfGoodsKnown } = contributionOf(addSums(own), information, options);
    if (byRevenue === null || revenue > byRevenue.amount) byRevenue = { amount: revenue, basis: "revenue", lastMonth };
    if (contribution === null || !costOfGoodsKnown) continue;
    if (byContribution === null || contribution > byContribution.amount)
      byContribution = { amount: contribution, basis: "contribution", lastMonth };
  }
  return byContribution ?? byRevenue;
}

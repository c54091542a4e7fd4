import { unitsPerOne, zero } from "../../base/money.ts";
import type { CustomerDays } from "../../facts/days.ts";
import type { RepeatHistories } from "../clv/histories.ts";
import type { SpendHistories } from "../clv/spend.ts";

/** What both kinds of model know of the customers, a column each. */
export interface PurchaseHistories extends RepeatHistories, SpendHistories {
  readonly customerIds: readonly string[];
  readonly repeatPurchases: Float64Array;
  readonly lastPurchaseDay: Float64Array;
  readonly observedDays: Float64Array;
  /** Of the days after the first purchase, in currency; 0 without one. */
  readonly meanSpend: Float64Array;
}

/**
 * Histories up to a day, itself included (days since 1970-01-01), in input order; who had not bought by then has none.
 *
 * The first purchase is the first one in the sales lines, whatever `since` says: the models count what happened after it, and
 * nothing is known of what lies before the lines. It tells when the customer came and counts for nothing else. Purchases of a
 * day are one. Cost: O(days).
 */
export function historiesTo(lastDay: number, ledgers: Iterable<CustomerDays>): PurchaseHistories {
  const customerIds: string[] = [];
  const repeats: number[] = [];
  const last: number[] = [];
  const observed: number[] = [];
  const spends: number[] = [];
  for (const { customerId, days, spend } of ledgers) {
    const first = days[0] as number;
    if (first > lastDay) continue;
    let [x, total] = [0, zero];
    while (x + 1 < days.length && (days[x + 1] as number) <= lastDay) {
      x += 1;
      total += spend[x] as bigint;
    }
    customerIds.push(customerId);
    repeats.push(x);
    last.push((days[x] as number) - first);
    observed.push(lastDay - first);
    spends.push(x === 0 ? 0 : Number(total) / (x * Number(unitsPerOne)));
  }
  return {
    customerIds,
    repeatPurchases: Float64Array.from(repeats),
    lastPurchaseDay: Float64Array.from(last),
    observedDays: Float64Array.from(observed),
    meanSpend: Float64Array.from(spends),
  };
}

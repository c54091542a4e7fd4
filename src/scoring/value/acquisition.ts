import type { IsoDate } from "../../base/calendar.ts";
import { divideRounded, type Money } from "../../base/money.ts";
import type { AcquisitionCosts } from "../../facts/lifetime.ts";
import type { CustomerScore } from "../classify/row.ts";
import { type History, tellsNewFromOld } from "../history.ts";

/** What it cost on average to win a customer in the window. */
export interface AverageCost extends AcquisitionCosts {
  /** Customers whose first purchase lies in the window; `null`: the sales do not reach back far enough to tell. */
  readonly newCustomers: number | null;
  /** Costs / new customers. */
  readonly average: Money | null;
  /** Why there is no average. */
  readonly reason: "no_acquisition_costs" | "new_not_known" | "no_new_customers" | null;
}

/**
 * Acquisition costs in the window, those that name no customer and those of prospects among them (what was spent in vain was
 * spent on winning), divided by the customers won in it. Prospects are not won. Units: exact money, the average rounded to a
 * unit. Errors: none. Cost: O(n). Source: docs/method.md §8, §1.
 */
export function averageAcquisition(
  rows: readonly Pick<CustomerScore, "firstPurchase">[],
  { amount, rows: costRows }: AcquisitionCosts,
  windowFrom: IsoDate,
  history: History,
): AverageCost {
  const newCustomers = tellsNewFromOld(windowFrom, history)
    ? rows.filter(({ firstPurchase }) => firstPurchase !== null && firstPurchase > windowFrom).length
    : null;
  const none = { amount, rows: costRows, newCustomers, average: null };
  if (costRows === 0) return { ...none, reason: "no_acquisition_costs" };
  if (newCustomers === null) return { ...none, reason: "new_not_known" };
  if (newCustomers === 0) return { ...none, reason: "no_new_customers" };
  return { ...none, average: divideRounded(amount, BigInt(newCustomers)), reason: null };
}

import { addDays, dayNumber, type IsoDate } from "../../base/calendar.ts";
import { compare, compareCodePoints } from "../../base/statistics.ts";
import { type History, tellsNewFromOld } from "../history.ts";
import { type Basis, firstPurchaseOf, type RetentionCustomer } from "./timeline.ts";

/** How many of those whom a salesperson won were lost soon. */
export interface EarlyChurn {
  /** Of the first purchase, else the customer's owner; `null`: neither is known. */
  readonly salesperson: string | null;
  /** Won long enough ago to be judged. */
  readonly customers: number;
  readonly lost: number;
  readonly share: number;
}

/** Days without a purchase after which a customer counts as lost (docs/method.md §11). */
const silence = 365;

export interface EarlyChurnContext extends History {
  readonly asOf: IsoDate;
  /** Who made the first purchase, by customer id. */
  readonly salespersons: ReadonlyMap<string, string>;
}

/** Everybody who is judged, and the same by salesperson: most losses first. */
export interface EarlyChurnScore {
  readonly total: { readonly customers: number; readonly lost: number; readonly share: number | null };
  readonly bySalesperson: readonly EarlyChurn[];
}

/**
 * Customers lost within `days` of their first purchase, by the salesperson who made it.
 *
 * By sales, a customer is lost early that bought nothing after its first `days` days. Judged are those who began at least so many
 * days and a silence of 365 (or 2 × `days`, if that is longer) before the as-of date, and of whom the first purchase is known:
 * it is the stated start, or the files reach back far enough to tell. By contract, lost early is whose contract ended at most
 * `days` days after its start; judged are those who started as long ago. Errors: none. Cost: O(n log n).
 */
export function scoreEarlyChurn(
  customers: readonly RetentionCustomer[],
  { basis, earlyChurnDays: days }: { readonly basis: Basis; readonly earlyChurnDays: number },
  context: EarlyChurnContext,
): EarlyChurnScore {
  const judge = basis === "sales" ? bySales(days, context) : byContract(days, context);
  const counts = new Map<string | null, { customers: number; lost: number }>();
  const total = { customers: 0, lost: 0 };
  for (const customer of customers) {
    const isLost = judge(customer);
    if (isLost === null) continue;
    const salesperson = context.salespersons.get(customer.customerId) ?? customer.card?.owner ?? null;
    const own = counts.get(salesperson) ?? { customers: 0, lost: 0 };
    counts.set(salesperson, own);
    for (const count of [own, total]) {
      count.customers += 1;
      if (isLost) count.lost += 1;
    }
  }
  return {
    total: { ...total, share: total.customers === 0 ? null : total.lost / total.customers },
    bySalesperson: Array.from(counts, ([salesperson, count]) => ({
      salesperson,
      ...count,
      share: count.lost / count.customers,
    })).sort(
      (a, b) =>
        b.lost - a.lost ||
        compare(b.customers, a.customers) ||
        compareCodePoints(a.salesperson ?? "", b.salesperson ?? ""),
    ),
  };
}

/** Whether a customer was lost early; `null`: not to be judged. */
type Judge = (customer: RetentionCustomer) => boolean | null;

function bySales(days: number, { asOf, ...history }: EarlyChurnContext): Judge {
  const latest = dayNumber(asOf) - days - Math.max(silence, 2 * days);
  // Many customers share few days, and months before a day are slow to count.
  const isTold = new Map<IsoDate, boolean>();
  const tells = (first: IsoDate): boolean => {
    const told = isTold.get(first) ?? tellsNewFromOld(addDays(first, -1), history);
    isTold.set(first, told);
    return told;
  };
  return (customer) => {
    const first = firstPurchaseOf(customer);
    const last = customer.sales?.lastPurchase ?? null;
    if (first === null || last === null || dayNumber(first) > latest) return null;
    const isStated = first === customer.card?.since && history.firstSale !== null && first >= history.firstSale;
    if (!isStated && !tells(first)) return null;
    return dayNumber(last) - dayNumber(first) <= days;
  };
}

function byContract(days: number, { asOf }: EarlyChurnContext): Judge {
  const latest = dayNumber(asOf) - days;
  return ({ card }) => {
    if (card === null || card.since === null || dayNumber(card.since) > latest) return null;
    return card.until !== null && dayNumber(card.until) - dayNumber(card.since) <= days;
  };
}

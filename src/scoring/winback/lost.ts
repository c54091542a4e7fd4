import { dateOfDay, dayNumber, type IsoDate } from "../../base/calendar.ts";
import type { Card } from "../../facts/card.ts";
import type { Because } from "../because.ts";
import { medianGap } from "../order-cycle.ts";

/** A customer that has left. */
export interface Loss {
  /** `contract_ended` (its end against the as-of date), or `days_without_purchase` (the days against the limit). */
  readonly because: Because & { readonly rule: "contract_ended" | "days_without_purchase" };
  readonly lastPurchase: IsoDate | null;
  /** When it left: the last purchase, or the end of the contract if that is later. */
  readonly on: IsoDate;
  /** The day before which the evidence is looked for: the last purchase, of a customer without one the end of the contract. */
  readonly breakDay: IsoDate;
}

/** A year without a purchase, and twice the usual time between two, are both too long to call it a pause. */
const leastSilence = 365;

/**
 * Days without a purchase after which a customer counts as lost: twice its own median gap between order days, a year at least.
 * `days`: its order days in order, as day numbers. `lostAfter` is the user's own limit, and stands instead. Source:
 * docs/method.md §11.
 */
export function lostLimit(days: ArrayLike<number>, lostAfter: number | null): number {
  if (lostAfter !== null) return lostAfter;
  const gap = medianGap(days);
  return gap === null ? leastSilence : Math.max(2 * gap, leastSilence);
}

/** Whether, when and by what rule a customer was lost; `null`: it was not, or never bought. */
export function lossOfCustomer(
  card: Pick<Card, "until"> | null,
  days: ArrayLike<number>,
  asOf: IsoDate,
  lostAfter: number | null,
): Loss | null {
  const last = days[days.length - 1];
  const until = card?.until ?? null;
  if (until !== null && until <= asOf) {
    const lastPurchase = last === undefined ? null : dateOfDay(last);
    const breakDay = lastPurchase ?? until;
    const because = { rule: "contract_ended", value: until, threshold: asOf } as const;
    return { because, lastPurchase, on: breakDay > until ? breakDay : until, breakDay };
  }
  if (last === undefined) return null;
  const silence = dayNumber(asOf) - last;
  // No limit of its own is below this one: most customers bought lately, and need no look at their gaps.
  if (lostAfter === null && silence < leastSilence) return null;
  const limit = lostLimit(days, lostAfter);
  if (silence < limit) return null;
  const lastPurchase = dateOfDay(last);
  const because = { rule: "days_without_purchase", value: silence, threshold: limit } as const;
  return { because, lastPurchase, on: lastPurchase, breakDay: lastPurchase };
}

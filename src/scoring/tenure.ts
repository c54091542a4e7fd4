import { daysBetween, type IsoDate } from "../base/calendar.ts";

/** Ten thousandths of a day in a mean Gregorian year of 365.2425 days, so that years compare as whole numbers. */
export const yearUnits = 3_652_425;
export const dayUnits = 10_000;

/** Whether so many years have passed, compared exactly: five years take 1,827 days, three 1,096. Source: docs/method.md §8. */
export const yearsReached = (from: IsoDate, to: IsoDate, years: number): boolean =>
  daysBetween(from, to) * dayUnits >= years * yearUnits;

/** When a customer became one: the earlier of the stated start and the first purchase; `null` where neither is known. */
export function startOf(since: IsoDate | null, firstPurchase: IsoDate | null): IsoDate | null {
  if (since === null || firstPurchase === null) return since ?? firstPurchase;
  return since < firstPurchase ? since : firstPurchase;
}

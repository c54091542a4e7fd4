import { addDays, daysBetween, type IsoDate } from "../base/calendar.ts";

/** The time a run speaks of (docs/method.md §1). Windows are open on the left: from < date ≤ to. */
export interface Period {
  readonly asOf: IsoDate;
  /** N, the window's length. */
  readonly months: number;
  readonly window: { readonly from: IsoDate; readonly to: IsoDate };
  readonly prior: { readonly from: IsoDate; readonly to: IsoDate };
  /** Costs of the window reach to here: the as-of date, or its month's end where the as-of date is the default. */
  readonly costsTo: IsoDate;
  /** Whether the sales files reach back far enough (31 days' grace) to speak of all of W, of all of P. */
  readonly windowCovered: boolean;
  readonly priorCovered: boolean;
}

/** Days between a first line and a window's first day that still count as covered. */
const coverageGrace = 31;

/** Whether sales that begin on a day reach back over a window; `from` is the day before its first, as windows have it. */
export const isCovered = (firstSale: IsoDate | null, from: IsoDate): boolean =>
  firstSale !== null && daysBetween(addDays(from, 1), firstSale) <= coverageGrace;

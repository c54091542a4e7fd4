import type { Money } from "../base/money.ts";

/**
 * A customer's purchases (lines with amount ≥ 0) by calendar day, up to the as-of date: two lists of one length, by day, days
 * without a purchase left out. A day is the number of days since 1970-01-01 (`dayNumber`), so that gaps are plain arithmetic.
 */
export interface CustomerDays {
  readonly customerId: string;
  readonly days: ArrayLike<number>;
  /** What the day's purchases come to; returns are not taken off. */
  readonly spend: readonly Money[];
}

import type { Money } from "../base/money.ts";

/**
 * A customer's sales by calendar month, up to the as-of date: three lists of one length, by month, months without a line left
 * out. A month is year × 12 + month − 1, so that January follows December. Where whole quarters or years are enough, they may be
 * added up by them, each named by its first month.
 */
export interface CustomerMonths {
  readonly months: readonly number[];
  /** Net, returns taken off. */
  readonly revenue: readonly Money[];
  /** Purchase lines (amount ≥ 0); 0 where there were returns only. */
  readonly purchases: readonly number[];
}

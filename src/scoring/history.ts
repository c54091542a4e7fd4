import { addDays, type IsoDate, monthsBefore } from "../base/calendar.ts";

/** What is known of the time before the files. */
export interface History {
  /** The first sale of the files; `null` without one. */
  readonly firstSale: IsoDate | null;
  /** The user's word that the files are complete from this day on. */
  readonly historyFrom: IsoDate | null;
}

/** Months of sales before a period that it takes to call a customer new in it. */
const monthsToTell = 12;

/**
 * Whether new customers can be told from old ones in a period: an export that is cut on the left makes everybody look new,
 * so it must reach 12 months further back than the period, or be said to be complete by its first day. `from` is the day before
 * the period's first, as windows have it. Source: docs/method.md §1.
 */
export function tellsNewFromOld(from: IsoDate, { firstSale, historyFrom }: History): boolean {
  if (firstSale === null) return false;
  const firstDay = addDays(from, 1);
  return monthsBefore(firstDay, monthsToTell) >= firstSale || (historyFrom !== null && firstDay >= historyFrom);
}

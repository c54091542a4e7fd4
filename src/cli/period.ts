import { daysBetween, endOfMonth, type IsoDate, monthsBefore } from "../base/calendar.ts";
import { UserError } from "../base/errors.ts";
import type { QuarterEnds } from "../engine/facts.ts";
import { isCovered, type Period } from "../facts/period.ts";

/** What the files say of time: the first and latest sale date, the latest before that, and the latest date of other files. */
export interface KnownDays {
  readonly firstSale: IsoDate | null;
  readonly lastSale: IsoDate | null;
  readonly saleBefore: IsoDate | null;
  readonly lastOther: IsoDate | null;
}

export interface PeriodOptions {
  readonly asOf?: IsoDate | undefined;
  /** The option that named it. */
  readonly option?: string;
  /** N, in months. */
  readonly window: number;
}

/** A default as-of date further from the sale before it than this is taken for a typing error. */
const longestSilence = 366;

/** Whether the latest sale date stands so far from the one before it that a person would look twice. */
export const isDoubtful = ({
  last,
  before,
}: {
  readonly last: IsoDate | null;
  readonly before: IsoDate | null;
}): boolean => last !== null && before !== null && daysBetween(before, last) > longestSilence;

/**
 * The as-of date and its windows (docs/method.md §1). `suspects` says where the lines of a doubtful latest date are, for the
 * error. Errors: no date at all, a latest sale date far after the one before it, an as-of date before the first sale.
 */
export function findPeriod(days: KnownDays, options: PeriodOptions, suspects: readonly string[]): Period {
  const latest = days.lastSale ?? days.lastOther;
  if (latest === null)
    throw new UserError("the files hold no date", { hint: "name the as-of date: --as-of 2026-09-30" });
  if (options.asOf === undefined && isDoubtful({ last: days.lastSale, before: days.saleBefore }))
    throw new UserError(
      `the latest sale date, ${days.lastSale}, is more than a year after the one before it, ${days.saleBefore}; that looks like a typing error`,
      { details: suspects, hint: `mend the line, or name the as-of date: --as-of ${days.saleBefore}` },
    );
  const asOf = options.asOf ?? latest;
  if (days.firstSale !== null && asOf < days.firstSale)
    throw new UserError(`the as-of date ${asOf} is before the first sale, ${days.firstSale}`, {
      hint: `name a date from ${days.firstSale} to ${days.lastSale}: ${options.option ?? "--as-of"} ${days.lastSale}`,
    });
  const months = options.window;
  const window = { from: monthsBefore(asOf, months), to: asOf };
  const prior = { from: monthsBefore(asOf, 2 * months), to: window.from };
  return {
    asOf,
    months,
    window,
    prior,
    costsTo: options.asOf === undefined ? endOfMonth(asOf) : asOf,
    windowCovered: isCovered(days.firstSale, window.from),
    priorCovered: isCovered(days.firstSale, prior.from),
  };
}

/**
 * The ends of the first three quarters of the window and of the prior window, N/4 months each, all counted back from the as-of
 * date itself: from a date that a month's end has clamped they would fall elsewhere.
 */
export function quarterEnds(asOf: IsoDate, months: number): QuarterEnds {
  const back = (quarters: number) => monthsBefore(asOf, Math.floor((months * quarters) / 4));
  return { window: [back(3), back(2), back(1)], prior: [back(7), back(6), back(5)] };
}

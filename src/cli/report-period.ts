import { InvalidArgumentError } from "@commander-js/extra-typings";
import type { IsoDate } from "../base/calendar.ts";
import { addDays } from "../base/calendar.ts";
import { lastDayOf, type PeriodUnit, periodName, periodNumber } from "../base/calendar-period.ts";
import { UserError } from "../base/errors.ts";

/** A calendar period that a report is asked of. */
export interface CalendarPeriod {
  readonly unit: PeriodUnit;
  /** As `periodNumber` counts. */
  readonly number: number;
}

/** `2026`, `2026-Q3`, `2026-09`. */
export function asCalendarPeriod(text: string): CalendarPeriod {
  const [, year = "", quarter, month] = /^(19\d\d|2[01]\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === "") throw new InvalidArgumentError("It is a quarter as 2026-Q3, a month as 2026-09, or a year as 2026.");
  if (quarter !== undefined) return { unit: "quarter", number: Number(year) * 4 + Number(quarter) - 1 };
  if (month !== undefined) return { unit: "month", number: Number(year) * 12 + Number(month) - 1 };
  return { unit: "year", number: Number(year) };
}

export const nameOfPeriod = ({ unit, number }: CalendarPeriod): string => periodName(number, unit);

/** The last day of the period before. */
export const dayBefore = ({ unit, number }: CalendarPeriod): IsoDate => lastDayOf(number - 1, unit);

/** The last day of a period. */
export const endOfPeriod = ({ unit, number }: CalendarPeriod): IsoDate => lastDayOf(number, unit);

/** The quarter that a day lies in. */
export const quarterOf = (day: IsoDate): CalendarPeriod => ({ unit: "quarter", number: periodNumber(day, "quarter") });

/**
 * The as-of date of a report on a period: its last day; `undefined`, the latest sale, where that cuts it. Errors (exit 3): the
 * period is after the last sale, or before the first.
 */
export function asOfPeriod(period: CalendarPeriod, first: IsoDate, last: IsoDate): IsoDate | undefined {
  const [start, end] = [addDays(dayBefore(period), 1), endOfPeriod(period)];
  if (start > last || end < first) {
    const [side, day] = start > last ? ["after the last", last] : ["before the first", first];
    const hint = nameOfPeriod({ unit: period.unit, number: periodNumber(day, period.unit) });
    throw new UserError(`${nameOfPeriod(period)} is ${side} sale: the sales run from ${first} to ${last}`, {
      hint: `--period ${hint}`,
    });
  }
  return end > last ? undefined : end;
}

import { addDays, type IsoDate } from "./calendar.ts";

/** Parts of the calendar that figures are told by. */
export const periodUnits = ["month", "quarter", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Months in a period. */
export const monthsOf: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The number of the calendar period that a date lies in, counted from year 0. The period after it has the next number, so
 * that gaps and neighbours are plain arithmetic.
 */
export const periodNumber = (date: IsoDate, unit: PeriodUnit): number =>
  Math.floor((Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) / monthsOf[unit]);

/** A period as it is written: `2011-04`, `2011-Q2`, `2011`. */
export function periodName(number: number, unit: PeriodUnit): string {
  const perYear = 12 / monthsOf[unit];
  const [year, part] = [String(Math.floor(number / perYear)).padStart(4, "0"), (number % perYear) + 1];
  if (unit === "year") return year;
  return unit === "quarter" ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, "0")}`;
}

/** The last day of a period. */
export function lastDayOf(number: number, unit: PeriodUnit): IsoDate {
  const next = (number + 1) * monthsOf[unit];
  const [year, month] = [Math.floor(next / 12), (next % 12) + 1];
  return addDays(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`, -1);
}

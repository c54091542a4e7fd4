// The small one: the other one makes three Intl formats when it is loaded, a tenth of the start of a run.
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { subMonths } from "date-fns/subMonths";

/**
 * A calendar date as ISO text, `2026-09-30`. Dates carry no time and no zone; comparing the text compares the dates.
 */
export type IsoDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day of the calendar, written `yyyy-mm-dd`. */
export function isIsoDate(text: string): boolean {
  const match = pattern.exec(text);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** The day, or `null` where the calendar has no such day (30 February) or the year is outside 1900–2199. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// In UTC, where every day has 24 hours: local time skips days in some zones and years (Samoa has no 2011-12-30).
const fromUtc = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** The same day `months` earlier, clamped to the month's end: 2024-02-29 less 12 is 2023-02-28. */
export const monthsBefore = (date: IsoDate, months: number): IsoDate =>
  fromUtc(subMonths(new UTCDateMini(date), months));

export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days);

export const endOfMonth = (date: IsoDate): IsoDate => fromUtc(lastDayOfMonth(new UTCDateMini(date)));

/** Whole days from one date to a later one (negative to an earlier one). */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Days since 1970-01-01. Read digit by digit: it is asked once for each day of each customer. */
export const dayNumber = (date: IsoDate): number =>
  Date.UTC(100 * twoDigits(date, 0) + twoDigits(date, 2), twoDigits(date, 5) - 1, twoDigits(date, 8)) / 86_400_000;

const twoDigits = (text: string, at: number): number => 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * 48;

/** The date of a day number (days since 1970-01-01). */
export function dateOfDay(day: number): IsoDate {
  const date = new Date(day * 86_400_000);
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${padded(date.getUTCMonth() + 1)}-${padded(date.getUTCDate())}`;
}

const padded = (part: number): string => (part < 10 ? `0${part}` : String(part));

// What several families of rules do with figures and days.
import { daysBetween, type IsoDate } from "../../base/calendar.ts";
import { type Fraction, fromNumber, isBelow, times } from "../potential/fraction.ts";

/** Whether part / whole is below a limit, exactly; the limit to four places. `whole` is above zero. */
export const isShareBelow = (part: Fraction, whole: Fraction, limit: number): boolean =>
  isBelow(part, shareOf(whole, limit));

/** So much of the whole, the share to four places. */
export function shareOf(whole: Fraction, share: number): Fraction {
  const { top, bottom } = fromNumber(share) as Fraction;
  return times(whole, top, bottom);
}

/** A count of something above zero, exactly; `null` else. */
export function above(value: number | null | undefined): Fraction | null {
  const known = fromNumber(value ?? null);
  return known !== null && known.top > 0n ? known : null;
}

/** Whether a date is one of the last `days` days up to the as-of date. */
export function isRecent(date: IsoDate, asOf: IsoDate, days: number): boolean {
  const distance = daysBetween(date, asOf);
  return distance >= 0 && distance < days;
}

/** Whether a date is one of the `days` days after the as-of date. */
export function isAhead(date: IsoDate, asOf: IsoDate, days: number): boolean {
  const distance = daysBetween(asOf, date);
  return distance >= 1 && distance <= days;
}

/** The latest of some dates; `null` of none. */
export const latestDate = (dates: Iterable<IsoDate>): IsoDate | null => {
  let latest: IsoDate | null = null;
  for (const date of dates) if (latest === null || date > latest) latest = date;
  return latest;
};

/** Works out once what many customers share; whatever else it is told follows from the key. */
export function oncePer<Key, Rest extends readonly unknown[], Value>(
  find: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const found = new Map<Key, { readonly value: Value }>();
  return (key, ...rest) => {
    const known = found.get(key);
    if (known !== undefined) return known.value;
    const value = find(key, ...rest);
    found.set(key, { value });
    return value;
  };
}

/** `1 outage`, `2 outages`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** Whole percent, towards zero, so that 79.9 % never reads as the 80 % it does not reach; a float's last digits apart. */
export function percentWords(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return `${Math.trunc(percent + Math.sign(percent) * 1e-9)} %`;
}

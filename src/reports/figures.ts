// Figures as people read them, in sentences and pictures.
import type { IsoDate } from "../base/calendar.ts";
import { divideRounded, formatMoney, type Money, unitsPerOne } from "../base/money.ts";

/** Which time a run speaks of: `2026-06-24, window of 12 months after 2025-06-24`. */
export const asOfText = (asOf: IsoDate, months: number, windowFrom: IsoDate): string =>
  `${asOf}, window of ${months} months after ${windowFrom}`;

/** Whole units with spaces between the thousands: `412 300`. */
export const grouped = (amount: Money): string => formatMoney(amount, 0).replace(/\B(?=(\d{3})+(?!\d))/g, " ");

/** A share with one decimal: `18.5 %`, `n/a` where it is not known. */
export const percent = (share: number | null): string => (share === null ? "n/a" : `${(share * 100).toFixed(1)} %`);

/** `1 customer`, `12 customers`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

const magnitudes = [
  { word: "million", ones: 10n ** 6n },
  { word: "billion", ones: 10n ** 9n },
  { word: "trillion", ones: 10n ** 12n },
] as const;

/** A large amount in a few characters, one decimal from a million on: `631 164`, `4.1 million`, `-12.0 billion`. */
export function shortMoney(amount: Money): string {
  const size = amount < 0n ? -amount : amount;
  if (size < 1_000_000n * unitsPerOne) return grouped(amount);
  const tenthsOf = (ones: bigint): bigint => divideRounded(size * 10n, ones * unitsPerOne);
  const { word, ones } = magnitudes.find((magnitude) => tenthsOf(magnitude.ones) < 10_000n) ?? magnitudes[2];
  const tenths = tenthsOf(ones);
  return `${amount < 0n ? "-" : ""}${tenths / 10n}.${tenths % 10n} ${word}`;
}

/** With its sign, for what is won or lost: `+4.1 million`, `-35 880`, `+0`. */
export const gain = (amount: Money): string => `${amount < 0n ? "" : "+"}${shortMoney(amount)}`;

/** Points with two decimals, never `-0.00`: `-54.02`. */
export const points = (value: number): string => value.toFixed(2).replace(/^-(0\.00)$/, "$1");

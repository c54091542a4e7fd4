// Figures as people read them, in sentences and pictures.
import { divideRounded, exactMoney, formatMoney, type Money, unitsPerOne } from "../base/money.ts";
import { marked, type Notation, numeral } from "../output/notation.ts";

/** How a language writes figures in its sentences. */
export interface Figures {
  /** Whole units: `412 300`. */
  readonly grouped: (amount: Money) => string;
  /** With two decimals. */
  readonly amount: (amount: Money) => string;
  /** With two decimals, its thousands apart. */
  readonly cents: (amount: Money) => string;
  /** To the last decimal, two at least: `12 300.00`. */
  readonly exact: (amount: Money) => string;
  /** A large amount in a few characters, one decimal from a million on: `631 164`, `4.1 million`, `-12.0 billion`. */
  readonly shortMoney: (amount: Money) => string;
  /** With its sign, for what is won or lost: `+4.1 million`, `-35 880`, `+0`. */
  readonly gain: (amount: Money) => string;
  /** A share with one decimal: `18.5 %`; a word where it is not known. */
  readonly percent: (share: number | null) => string;
  /** Points with two decimals, never `-0.00`: `-54.02`. */
  readonly points: (value: number) => string;
  readonly fixed: (value: number, places: number) => string;
  /** A whole number. */
  readonly count: (value: number) => string;
  /** A number with as many decimals as it has. */
  readonly plain: (value: number | string) => string;
  readonly date: (iso: string) => string;
  /** `2026-Q3`, `2026-09`, `2026` as the language says it. */
  readonly period: (name: string) => string;
}

/** What a language's figures are made of. */
export interface FigureStyle {
  readonly notation: Notation;
  /** Whether counts and amounts with decimals in sentences have their thousands apart too. */
  readonly groupsAll: boolean;
  readonly notKnown: string;
  /** After millions, billions (10⁹) and trillions (10¹²). */
  readonly magnitudes: readonly [string, string, string];
  readonly period: (name: string) => string;
}

export function figuresOf({ notation, groupsAll, notKnown, magnitudes, period }: FigureStyle): Figures {
  const inSentences = (decimal: string): string => (groupsAll ? numeral(decimal, notation) : marked(decimal, notation));
  const grouped = (amount: Money): string => numeral(formatMoney(amount, 0), notation);
  const fixed = (value: number, places: number): string => inSentences(value.toFixed(places));
  const shortMoney = (amount: Money): string => {
    const size = amount < 0n ? -amount : amount;
    if (size < 1_000_000n * unitsPerOne) return grouped(amount);
    const tenthsOf = (ones: bigint): bigint => divideRounded(size * 10n, ones * unitsPerOne);
    const at = scales.findIndex((ones) => tenthsOf(ones) < 10_000n);
    const chosen = at < 0 ? scales.length - 1 : at;
    const tenths = tenthsOf(scales[chosen] as bigint);
    return `${amount < 0n ? "-" : ""}${inSentences(`${tenths / 10n}.${tenths % 10n}`)}${notation.beforeUnit}${magnitudes[chosen]}`;
  };
  return {
    grouped,
    amount: (amount) => inSentences(formatMoney(amount)),
    cents: (amount) => numeral(formatMoney(amount), notation),
    exact: (amount) => numeral(exactMoney(amount), notation),
    shortMoney,
    gain: (amount) => `${amount < 0n ? "" : "+"}${shortMoney(amount)}`,
    percent: (share) => (share === null ? notKnown : `${fixed(share * 100, 1)}${notation.beforeUnit}%`),
    points: (value) => inSentences(value.toFixed(2).replace(/^-(0\.00)$/, "$1")),
    fixed,
    count: (value) => inSentences(String(value)),
    plain: (value) => marked(String(value), notation),
    date: notation.date,
    period,
  };
}

const scales = [10n ** 6n, 10n ** 9n, 10n ** 12n] as const;

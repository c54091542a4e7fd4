/**
 * An exact amount: whole units of 1/10,000 of the currency. The only money type up to output; a `number` never holds one.
 * 12.5 is `125_000n`. Source: docs/method.md §2.
 */
export type Money = bigint;

export const zero: Money = 0n;

/** Units in one of the currency. */
export const unitsPerOne = 10_000n;

/** Decimal places of a unit. */
export const moneyScale = 4;

const canonical = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * The amount that a canonical decimal (`-1234.5`, as many digits as you like) stands for, finer digits rounded half away
 * from zero. `null` for any other text: this reads our own notation, `ingest/numbers.ts` reads other people's.
 */
export function money(text: string): Money | null {
  const match = canonical.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const kept = BigInt(whole + fraction.slice(0, moneyScale).padEnd(moneyScale, "0"));
  const units = (fraction[moneyScale] ?? "0") >= "5" ? kept + 1n : kept;
  return sign === "-" ? -units : units;
}

/** The quotient of two integers rounded half away from zero; the divisor is not zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

/** As a decimal with a fixed number of places (0–4), rounded half away from zero; never "-0.00". */
export function formatMoney(amount: Money, places: 0 | 1 | 2 | 3 | 4 = 2): string {
  const size = sizeIn(amount, steps[places]);
  const digits = size.padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return amount < 0n && size !== "0" ? `-${text}` : text;
}

/** Units in a step of the last place, by the number of places. */
const steps = [10_000, 1_000, 100, 10, 1] as const;

/** Whole numbers up to here are exact as doubles; bigint arithmetic costs five times as much. */
const safeUnits = 9_000_000_000_000_000;

/** So many steps without the sign, rounded half up. */
function sizeIn(amount: Money, step: number): string {
  const size = Math.abs(Number(amount));
  if (size < safeUnits) {
    const rest = size % step;
    return String((size - rest) / step + (2 * rest < step ? 0 : 1));
  }
  return divideRounded(amount, BigInt(step)).toString().replace("-", "");
}

/** To the last decimal: four places, trailing zeros trimmed down to two (`12.50`, `0.0615`). */
export const exactMoney = (amount: Money): string => formatMoney(amount, 4).replace(/0{1,2}$/, "");

/** `part / whole` as a number, or `null` where the base is not above zero (docs/method.md §13). */
export function ratio(part: bigint, whole: bigint): number | null {
  return whole > 0n ? quotient(part, whole) : null;
}

/** The exact quotient rounded once to a double, however large the operands: scaled to a float only after the division. */
export function quotient(dividend: bigint, divisor: bigint): number {
  const scale = 1n << 64n;
  return Number((dividend * scale) / divisor) / Number(scale);
}

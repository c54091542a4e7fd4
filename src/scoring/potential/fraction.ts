import { divideRounded, type Money, quotient } from "../../base/money.ts";

/** An exact amount of money, or share, that need not be a whole number: `top / bottom`, `bottom` above zero. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The fraction times `top / bottom`, `bottom` above zero. */
export const times = (fraction: Fraction, top: bigint, bottom: bigint): Fraction => ({
  top: fraction.top * top,
  bottom: fraction.bottom * bottom,
});

export const fromMoney = (amount: Money): Fraction => ({ top: amount, bottom: 1n });

/** To whole units, half away from zero. */
export const toMoney = ({ top, bottom }: Fraction): Money => (bottom === 1n ? top : divideRounded(top, bottom));

export const isBelow = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;

/** The sum; of two fractions with one bottom it is found without growing it. */
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.bottom === b.bottom
    ? { top: a.top + b.top, bottom: a.bottom }
    : { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };

/** A count, or the middle of a band (75.5), exactly; to four places where it is finer. `null`: not known. */
export function fromNumber(value: number | null): Fraction | null {
  if (value === null || !Number.isFinite(value)) return null;
  const scale = Number.isInteger(value) ? 1 : Number.isInteger(2 * value) ? 2 : 10_000;
  return { top: BigInt(Math.round(value * scale)), bottom: BigInt(scale) };
}

/** A year's part of a window of `months`: 12 / months in lowest terms. Multiplied first, so that nothing is rounded. */
export function yearlyShare(months: number): Fraction {
  const divisor = greatestCommonDivisor(12n, BigInt(months));
  return { top: 12n / divisor, bottom: BigInt(months) / divisor };
}

/** Of two whole numbers above zero. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Growth from a base above zero to another amount; -0.25 is a quarter less. */
export function growthBetween(base: Fraction, other: Fraction): number {
  const [from, to] = [base.top * other.bottom, other.top * base.bottom];
  return quotient(to - from, from);
}

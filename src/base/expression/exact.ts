import { divideRounded, unitsPerOne } from "../money.ts";

/**
 * An exact number: top / bottom, the bottom above zero, never reduced. Money, literals of up to four decimals and printed shares
 * all stand over 10,000, so that sums of them stay there.
 */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const whole = (value: bigint | number): Exact => ({ top: BigInt(value), bottom: 1n });

/** An amount in units of 1/10,000. */
export const ofUnits = (units: bigint): Exact => ({ top: units, bottom: unitsPerOne });

/** A plain decimal without a sign: `0.25`, `.25`, `12`. */
export function ofDecimal(text: string): Exact {
  const [wholePart = "", fraction = ""] = text.split(".");
  const places = Math.max(fraction.length, 4);
  return { top: BigInt(wholePart + fraction.padEnd(places, "0")), bottom: 10n ** BigInt(places) };
}

/** A double as it is printed with so many decimals; `null` where it is not finite. */
export function ofDouble(value: number, places: number): Exact | null {
  if (!Number.isFinite(value)) return null;
  // Above this the text has an exponent, and a double no decimals.
  if (Math.abs(value) >= 1e21) return whole(value);
  const text = value.toFixed(places);
  const exact = ofDecimal(text.replace("-", ""));
  return text.startsWith("-") ? negative(exact) : exact;
}

export const negative = ({ top, bottom }: Exact): Exact => ({ top: -top, bottom });

export const plus = (a: Exact, b: Exact): Exact =>
  a.bottom === b.bottom
    ? { top: a.top + b.top, bottom: a.bottom }
    : { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };

export const times = (a: Exact, b: Exact): Exact => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });

/** `null` where the divisor is zero. */
export function over(a: Exact, b: Exact): Exact | null {
  if (b.top === 0n) return null;
  const [top, bottom] = [a.top * b.bottom, a.bottom * b.top];
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

/** Below zero, zero or above it, as `a` is below `b`, equal or above. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.bottom === b.bottom ? a.top - b.top : a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** To so many decimals, half away from zero; below zero to tens, hundreds … */
export function rounded({ top, bottom }: Exact, places: number): Exact {
  const power = 10n ** BigInt(Math.abs(places));
  return places >= 0
    ? { top: divideRounded(top * power, bottom), bottom: power }
    : whole(divideRounded(top, bottom * power) * power);
}

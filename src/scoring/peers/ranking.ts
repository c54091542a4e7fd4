import { compare } from "../../base/statistics.ts";
import type { Fraction } from "../potential/fraction.ts";

/** A part of one: 3 of 4 is the upper quartile. */
interface Part {
  readonly part: number;
  readonly of: number;
}
export const middle: Part = { part: 1, of: 2 };
export const upperQuarter: Part = { part: 3, of: 4 };

/** Exact values: of each a float near it, and itself for where floats do not tell. */
interface Ranked {
  readonly approximate: readonly number[];
  readonly exactAt: (index: number) => Fraction;
}

/**
 * The quantile of exact values by linear interpolation between order statistics (Hyndman & Fan type 7, as `quantile` of
 * base/statistics), exactly: at three quarters of n values it lies at (n − 1) · 3/4, so its weights are quarters. `null` of
 * nothing. Cost: one sort of floats.
 */
export function exactQuantile(values: Ranked, part: Part): Fraction | null {
  const count = values.approximate.length;
  if (count === 0) return null;
  const { place, rest } = positionIn(count, part);
  const at = orderStatistics(values);
  return rest === 0 ? at(place) : between(at(place), at(place + 1), rest, part.of);
}

/**
 * The same of all values but one, for each value of the list. Leaving one out moves the order statistics above it down by
 * one place, so there are three answers at most, by where the value left out stands; they are found once, and nothing is
 * sorted again. `null`: it is the only one. Cost: one sort of floats, then O(1) a value.
 */
export function quantileWithoutOne(values: readonly Fraction[], part: Part): (own: Fraction) => Fraction | null {
  if (values.length < 2) return () => null;
  const { place, rest } = positionIn(values.length - 1, part);
  const at = orderStatistics({ approximate: values.map(roughly), exactAt: (index) => values[index] as Fraction });
  const lower = at(place);
  const next = at(place + 1);
  if (rest === 0) return (own) => (order(own, lower) <= 0 ? next : lower);
  const second = at(place + 2);
  const above = between(lower, next, rest, part.of);
  const inside = between(lower, second, rest, part.of);
  const below = between(next, second, rest, part.of);
  return (own) => {
    if (order(own, lower) <= 0) return below;
    return order(own, next) <= 0 ? inside : above;
  };
}

/** Where the quantile of so many values lies: behind this place by `rest` parts of the way to the next. */
function positionIn(count: number, { part, of }: Part): { readonly place: number; readonly rest: number } {
  const position = (count - 1) * part;
  return { place: Math.floor(position / of), rest: position % of };
}

const between = (lower: Fraction, upper: Fraction, rest: number, of: number): Fraction => ({
  top: lower.top * upper.bottom * BigInt(of - rest) + upper.top * lower.bottom * BigInt(rest),
  bottom: lower.bottom * upper.bottom * BigInt(of),
});

/** The value at a place from the smallest on, exactly: floats find the neighbourhood, integers decide within it. */
function orderStatistics({ approximate, exactAt }: Ranked): (place: number) => Fraction {
  const ascending = Float64Array.from(approximate).sort();
  return (place) => {
    const middleOf = ascending[place] as number;
    let below = 0;
    const near: Fraction[] = [];
    for (let i = 0; i < approximate.length; i++) {
      const value = approximate[i] as number;
      if (isClose(value, middleOf)) near.push(exactAt(i));
      else if (value < middleOf) below += 1;
    }
    return near.sort(order)[place - below] as Fraction;
  };
}

/** As a float; good for amounts below 10^300. */
const roughly = ({ top, bottom }: Fraction): number => Number(top) / Number(bottom);

/** Whether rounding could have turned the order of two floats: three roundings of 2^-53 each are far below this. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-14 * (Math.abs(a) + Math.abs(b));

function order(a: Fraction, b: Fraction): number {
  const [x, y] = [roughly(a), roughly(b)];
  return isClose(x, y) ? compare(a.top * b.bottom, b.top * a.bottom) : x - y;
}

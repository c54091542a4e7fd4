/** The value in the middle, or the mean of the two in the middle; `null` of nothing. Input order does not matter. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

/**
 * Quantile by linear interpolation between order statistics (Hyndman & Fan type 7, the default of R, NumPy and Excel's
 * PERCENTILE.INC). `p` from 0 to 1; `null` of nothing.
 */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** Competition ranks, largest value first: 1 + the number of strictly larger values, in input order. */
export function competitionRanks(values: readonly (number | bigint)[]): number[] {
  const order = descendingOrder(values);
  const ranks = new Array<number>(values.length);
  let rank = 1;
  order.forEach((index, place) => {
    if (place > 0 && values[index] !== values[order[place - 1] as number]) rank = place + 1;
    ranks[index] = rank;
  });
  return ranks;
}

/** Indexes of the values from the largest to the smallest; equal values keep their input order. */
export function descendingOrder(values: readonly (number | bigint)[]): number[] {
  // Rounding may make values equal but never turns their order, so floats tell nearly all of them, and compare much faster.
  const floats = Float64Array.from(values, Number);
  return Array.from(values.keys()).sort(
    (a, b) =>
      (floats[b] as number) - (floats[a] as number) ||
      compare(values[b] as number | bigint, values[a] as number | bigint),
  );
}

/** Order of two values of one type: negative, zero, positive, for `sort`. Text compares by UTF-16 code unit. */
export const compare = <T extends string | number | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of two texts by Unicode code point: the order that no locale changes. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Surrogates (the halves of code points above U+FFFF) sort after everything else. */
const codePointRank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

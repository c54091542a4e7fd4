/** Customers with so many repeat purchases before the holdout, or with at least so many. */
export interface CalibrationRow {
  readonly repeatPurchases: number;
  readonly orMore: boolean;
  readonly customers: number;
  /** Purchases a customer in the holdout; `null` of nobody. */
  readonly actual: number | null;
  readonly expected: number | null;
}

export interface Calibration {
  /** 0, 1, … 6 repeat purchases, 7 or more. */
  readonly rows: readonly CalibrationRow[];
  /** Purchases of all customers in the holdout. */
  readonly actual: number;
  readonly expected: number;
}

/** A column each, customers in any order. */
export interface Holdout {
  /** Before the holdout. */
  readonly repeatPurchases: ArrayLike<number>;
  /** In the holdout, as counted. */
  readonly actual: ArrayLike<number>;
  /** In the holdout, as predicted from what was before. */
  readonly expected: ArrayLike<number>;
}

const lastRow = 7;

/**
 * How a fitted model does on time it has not seen: purchases of the holdout, counted and expected, by the number of
 * purchases before. Sums are taken in the order of the values, so that the customers' order does not matter.
 * Cost: O(n log n). Source: Fader, Hardie & Lee 2005, figure 2; docs/method.md §8.
 */
export function calibrationTable({ repeatPurchases, actual, expected }: Holdout): Calibration {
  const members = Array.from({ length: lastRow + 1 }, (): number[] => []);
  for (let i = 0; i < repeatPurchases.length; i++) members[Math.min(repeatPurchases[i] as number, lastRow)]?.push(i);
  const sums = members.map((row) => ({ actual: sumOf(actual, row), expected: sumOf(expected, row) }));
  return {
    rows: members.map(({ length: customers }, row) => ({
      repeatPurchases: row,
      orMore: row === lastRow,
      customers,
      actual: customers === 0 ? null : (sums[row]?.actual as number) / customers,
      expected: customers === 0 ? null : (sums[row]?.expected as number) / customers,
    })),
    actual: sums.reduce((sum, row) => sum + row.actual, 0),
    expected: sums.reduce((sum, row) => sum + row.expected, 0),
  };
}

const sumOf = (values: ArrayLike<number>, indexes: readonly number[]): number =>
  Float64Array.from(indexes, (i) => values[i] as number)
    .sort()
    .reduce((sum, value) => sum + value, 0);

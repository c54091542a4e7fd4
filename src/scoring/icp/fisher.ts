/** Probabilities this close to each other, relatively, are equal. */
const equality = 1e-7;

/**
 * Fisher's exact test of a two-by-two table, two-sided: the probability, with these margins and nothing behind them, of a table
 * that is as improbable as this one or more so.
 *
 *              trait   no trait
 *     best       a        b
 *     others     c        d
 *
 * The hypergeometric weights are built outwards from the most probable table by the ratio of neighbours and divided by
 * their sum, so no factorial is ever formed and all terms are positive: the relative error is some 1e-15 for each table between.
 * Tables count as equally improbable within 1e-7, as in R's fisher.test, because equal ones differ in the last digits.
 *
 * Counts are whole and not below 0. Errors: none. Cost: O(smallest margin). Source: R. A. Fisher, "The Design of Experiments",
 * 1935; docs/method.md §12.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const [row, column, total] = [a + b, a + c, a + b + c + d];
  const rest = total - row - column;
  const [least, most] = [Math.max(0, -rest), Math.min(row, column)];
  const mode = Math.min(most, Math.floor(((row + 1) * (column + 1)) / (total + 2)));
  const weights = new Map([[mode, 1]]);
  let weight = 1;
  for (let k = mode; k < most; k++) {
    weight *= ((row - k) * (column - k)) / ((k + 1) * (rest + k + 1));
    weights.set(k + 1, weight);
  }
  weight = 1;
  for (let k = mode; k > least; k--) {
    weight *= (k * (rest + k)) / ((row - k + 1) * (column - k + 1));
    weights.set(k - 1, weight);
  }
  const limit = (weights.get(a) as number) * (1 + equality);
  let [asImprobable, all] = [0, 0];
  // From the smallest, so that their digits are not lost on the large ones.
  for (const each of [...weights.values()].sort((x, y) => x - y)) {
    all += each;
    if (each <= limit) asImprobable = all;
  }
  return asImprobable / all;
}

/**
 * p values adjusted for their number after Benjamini and Hochberg, in input order: who calls everything up to q a finding is wrong
 * in a share of q of them, on average. adjusted(i) = min over p(j) ≥ p(i) of p(j) · m / rank(j), at most 1. Cost: O(m log m).
 * Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289–300; docs/method.md §12.
 */
export function adjustedForNumber(pValues: readonly number[]): number[] {
  const order = Array.from(pValues.keys()).sort((i, j) => (pValues[j] as number) - (pValues[i] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((index, place) => {
    least = Math.min(least, ((pValues[index] as number) * pValues.length) / (pValues.length - place));
    adjusted[index] = least;
  });
  return adjusted;
}

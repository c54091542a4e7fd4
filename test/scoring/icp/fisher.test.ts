import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedForNumber, fisherExact } from "../../../src/scoring/icp/fisher.ts";

/** Within 1e-12 of the value, relatively. */
const expectClose = (found: number, value: number) => expect(Math.abs(found / value - 1)).toBeLessThan(1e-12);

const choose = (n: number, k: number): bigint => {
  let product = 1n;
  for (let i = 0; i < k; i++) product = (product * BigInt(n - i)) / BigInt(i + 1);
  return product;
};

/** The definition in whole numbers: the sum of C(a+c, k)·C(b+d, r−k) as large as the table's or smaller, over all of them. */
function byDefinition(a: number, b: number, c: number, d: number): number {
  const row = a + b;
  const weight = (k: number) => choose(a + c, k) * choose(b + d, row - k);
  let [part, all] = [0n, 0n];
  for (let k = Math.max(0, row - b - d); k <= Math.min(row, a + c); k++) {
    all += weight(k);
    if (weight(k) <= weight(a)) part += weight(k);
  }
  return Number((part * 10n ** 100n) / all) / 1e100;
}

describe("Fisher's exact test", () => {
  it.each([
    // The lady tasting tea, 3 of 4 cups right: R. A. Fisher, The Design of Experiments, 1935, chapter 2. C(8,4) = 70 tables of
    // weight 1, 16, 36, 16, 1: 16 and less are 34.
    [3, 1, 1, 3, 34 / 70],
    // Convictions of like-sex twins of criminals: Fisher, Statistical Methods for Research Workers, §21.02; 0.0005367 in R's
    // help of fisher.test.
    [2, 15, 10, 3, 3571 / 6_653_325],
    // The example of scipy.stats.fisher_exact until version 1.6.
    [6, 2, 1, 4, 4 / 39],
    // By SciPy 1.17.1, scipy.stats.fisher_exact.
    [9, 6, 3, 36, 0.0001399960454794221],
    [0, 15, 18, 21, 0.0008759260520388617],
    [5, 0, 0, 5, 0.007936507936507938],
    // In fractions of whole numbers; SciPy has 4e-16 and 2e-15 more or less.
    [40, 200, 900, 18860, 2.6422866622449482e-12],
    [1000, 1500, 3000, 5500, 0.00001860117072256922],
  ])("%i %i, %i %i", (a, b, c, d, p) => expectClose(fisherExact(a, b, c, d), p));

  it.each([
    [0, 3, 0, 7],
    [3, 0, 7, 0],
    [0, 0, 0, 5],
    [2, 2, 2, 2],
  ])("is 1 where no table is less probable: %i %i, %i %i", (a, b, c, d) => expect(fisherExact(a, b, c, d)).toBe(1));

  const count = fc.integer({ min: 0, max: 40 });
  it("is its definition in whole numbers", () =>
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        expectClose(fisherExact(a, b, c, d), byDefinition(a, b, c, d));
      }),
    ));

  it("does not depend on which side is called best, or which the trait", () =>
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const p = fisherExact(a, b, c, d);
        for (const other of [fisherExact(c, d, a, b), fisherExact(b, a, d, c), fisherExact(a, c, b, d)])
          expectClose(other, p);
      }),
    ));
});

describe("adjusted for the number of tests", () => {
  it("the example of Benjamini and Hochberg", () => {
    // Their 15 p values (1995, section 4.1): at 0.05 the first four are findings. The least of p(j)·15/j from each one on; as
    // scipy.stats.false_discovery_control has it.
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = adjustedForNumber(published);
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
      0.5811818181818181, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
    ];
    adjusted.forEach((p, i) => {
      expectClose(p, expected[i] as number);
    });
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  });

  it("in input order; equal ones alike; none is none", () => {
    // 0.01·3/1, then 0.03·3/3 = 0.03 for both equal ones, so 0.03 for all.
    expect(adjustedForNumber([0.03, 0.01, 0.03])).toEqual([0.03, 0.03, 0.03]);
    expect(adjustedForNumber([0.5])).toEqual([0.5]);
    expect(adjustedForNumber([])).toEqual([]);
  });
});

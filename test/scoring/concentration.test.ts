import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreConcentration } from "../../src/scoring/concentration.ts";

const score = (...values: number[]) =>
  scoreConcentration(values.map((value, i) => ({ customerId: `c${i}`, value: BigInt(value) })));

describe("scoreConcentration", () => {
  it("ten customers, worked by hand", () => {
    // Total 100; the largest first: 40 20 10 10 5 5 4 3 2 1.
    const told = score(10, 5, 40, 1, 20, 4, 10, 3, 5, 2);
    expect(told).toMatchObject({ customers: 10, total: 100n, top: "c2" });
    expect(told.top20Share).toBe(0.6); // 40 + 20
    expect(told.share80Customers).toBe(0.4); // 40 + 20 + 10 + 10
    expect(told.top1Share).toBe(0.4);
    expect(told.top10Share).toBe(1);
    expect(told.hhi).toBe(2280); // 1600 + 400 + 100 + 100 + 25 + 25 + 16 + 9 + 4 + 1
    // 2 (1·1 + 2·2 + 3·3 + 4·4 + 5·5 + 6·5 + 7·10 + 8·10 + 9·20 + 10·40) / (10 · 100) − 11/10 = 1630/1000 − 1.1
    expect(told.gini).toBeCloseTo(0.53, 15);
    expect(told.lorenz.map(({ customers }) => customers)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(told.lorenz.map(({ share }) => share)).toEqual([0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 1]);
    expect(told.because).toEqual({ rule: "top_20_percent", value: 2, threshold: 10 });
  });

  it("returns: shares are of the net total, and the Gini coefficient of what is above zero", () => {
    // 60 + 60 − 20 = 100.
    const told = score(60, -20, 60);
    expect(told).toMatchObject({ top: "c0", top20Share: 0.6, top1Share: 0.6, top10Share: 1, share80Customers: 2 / 3 });
    expect(told.hhi).toBe(7600); // 3600 + 3600 + 400
    expect(told.gini).toBeCloseTo(1 / 3, 15); // of 0, 60, 60: 2 (2 + 3) 60 / (3 · 120) − 4/3
    expect(told.lorenz.map(({ share }) => share)).toEqual([0, 0, 0.5, 1]);
  });

  it.each([
    ["1 of 2", 2, 1],
    ["1 of 7", 7, 1],
    ["2 of 8, half rounded up from 1.6", 8, 2],
    ["2 of 12", 12, 2],
    ["3 of 13", 13, 3],
  ])("the top 20 %% are %s", (_, n, top) =>
    expect(score(...Array.from({ length: n }, () => 1)).top20Share).toBe(top / n));

  it.each([
    ["nobody", []],
    ["a total of zero", [5, -5]],
    ["a total below zero", [5, -6]],
  ])("%s: nothing can be said", (_, values) => {
    const told = score(...values);
    expect(told).toMatchObject({ top20Share: null, share80Customers: null, top1Share: null, top10Share: null });
    expect(told).toMatchObject({ hhi: null, gini: null, lorenz: [], top: null, customers: values.length });
  });

  it("one has all, or all have the same", () => {
    expect(score(7)).toMatchObject({ top20Share: 1, share80Customers: 1, top1Share: 1, hhi: 10_000, gini: 0 });
    expect(score(3, 3, 3, 3)).toMatchObject({ top1Share: 0.25, hhi: 2500, gini: 0, share80Customers: 1 });
    expect(score(0, 0, 0, 9).gini).toBe(0.75);
  });

  it("80 % exactly is enough", () => {
    expect(score(80, 20).share80Customers).toBe(0.5);
    expect(score(79, 21).share80Customers).toBe(1);
  });

  it("more than a hundred customers: a point a percent", () => {
    const values = Array.from({ length: 250 }, (_, i) => i);
    const { lorenz } = score(...values);
    expect(lorenz).toHaveLength(101);
    // 1 % is 2.5 of them, rounded to 3: 0 + 1 + 2 of 249 · 250 / 2.
    expect(lorenz[1]).toEqual({ customers: 3 / 250, share: 3 / 31_125 });
    expect(lorenz.at(-1)).toEqual({ customers: 1, share: 1 });
    expect(score(...values.slice(0, 100)).lorenz).toHaveLength(101);
  });

  const values = fc.array(fc.integer({ min: -100, max: 10_000 }), { minLength: 1, maxLength: 40 });

  it("neither order nor scale changes anything", () =>
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 1000 }), (some, factor) => {
        const shares = some.map((value, i) => ({ customerId: `c${i}`, value: BigInt(value) }));
        const told = scoreConcentration(shares);
        expect(scoreConcentration(shares.toReversed())).toEqual(told);
        const scaled = scoreConcentration(
          shares.map(({ customerId, value }) => ({ customerId, value: value * BigInt(factor) })),
        );
        expect({ ...scaled, total: told.total }).toEqual(told);
      }),
    ));

  it("the curve is below the line of equal shares, and the Gini coefficient twice the area between", () =>
    fc.assert(
      fc.property(values, (some) => {
        const { lorenz, gini } = score(...some);
        if (gini === null) return;
        let area = 0;
        lorenz.forEach(({ customers, share }, i) => {
          expect(share).toBeLessThanOrEqual(customers + 1e-12);
          const before = lorenz[i - 1];
          if (before !== undefined) area += ((share + before.share) * (customers - before.customers)) / 2;
        });
        expect(gini).toBeCloseTo(1 - 2 * area, 10);
      }),
    ));
});

// Worked by hand from docs/method.md §3, then the properties that hold for any portfolio.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AbcOptions, classifyAbc } from "../../src/scoring/abc.ts";

const sold = (revenue: bigint, i = 0) => ({
  customerId: `c${i}`,
  revenue,
  lines: 1,
  costs: null as bigint | null,
  contribution: null as bigint | null,
  costOfGoodsKnown: false,
});
/** Revenue and costs, with the cost of goods known. */
const spent = (revenue: bigint, costs: bigint, i = 0) => ({
  ...sold(revenue, i),
  costs,
  contribution: revenue - costs,
  costOfGoodsKnown: true,
});
const options = (input: object = {}) => AbcOptions.parse(input);
const letters = (scores: readonly { class: string | null }[]) => scores.map((score) => score.class ?? "-").join("");
const classes = (revenues: readonly bigint[], input: object = {}) =>
  letters(classifyAbc(revenues.map(sold), options(input)));
const descending = (n: number) => Array.from({ length: n }, (_, i) => BigInt(n - i));
const count = (text: string, letter: string) => text.split(letter).length - 1;

describe("classifyAbc by rank", () => {
  it.each([
    ["no customers", [], ""],
    ["one customer is A", [7n], "A"],
    ["two are A and B", [2n, 1n], "AB"],
    ["three are A, B and C", [3n, 2n, 1n], "ABC"],
    ["a fifth, three fifths, a fifth", [50n, 40n, 30n, 20n, 10n], "ABBBC"],
    ["equal revenue shares the better class", [9n, 9n, 5n, 5n, 5n], "AABBB"],
    ["equal revenue over the end of B stays B", [5n, 4n, 3n, 2n, 2n], "ABBBB"],
    ["everybody equal is A", [4n, 4n, 4n], "AAA"],
    ["a net return is D and moves nobody else", [50n, 40n, 30n, 20n, -1n], "ABBBD"],
    ["nothing left after returns is not D", [50n, 40n, 30n, 20n, 0n], "ABBBC"],
  ])("%s", (_, revenues, expected) => expect(classes(revenues)).toBe(expected));

  // A fifth of 4,372 is 874.4; of 8 it is 1.6 and of 12 it is 2.4; exactly half, 2.5 of 25 percent of 10, goes up.
  it.each([
    [4372, undefined, [874, 2624, 874]],
    [8, undefined, [2, 4, 2]],
    [12, undefined, [2, 8, 2]],
    [10, [25, 75], [3, 4, 3]],
    [35, undefined, [7, 21, 7]],
    [3, [80, 90], [2, 1, 0]],
  ])("%i customers with cuts %j are %j", (n, cuts, expected) => {
    const text = classes(descending(n), cuts === undefined ? {} : { cuts });
    expect(["A", "B", "C"].map((letter) => count(text, letter))).toEqual(expected);
  });

  it("says rank, shares and why", () => {
    const scores = classifyAbc([50n, 40n, 30n, 20n, 20n, 10n, 10n, 10n, 5n, 5n].map(sold), options());
    expect(scores[1]).toEqual({
      customerId: "c1",
      class: "A",
      valueClass: "A",
      rank: 2,
      rankedAmount: 40n,
      revenueShare: 0.2,
      cumShare: 0.45,
      reason: "rank 2 of 10, A to 2",
      because: { rule: "abc_rank", value: 2, threshold: 2 },
    });
    expect(scores[4]).toMatchObject({ rank: 4, cumShare: 0.8, reason: "rank 4 of 10, B to 8" });
    expect(scores[9]).toMatchObject({ rank: 9, cumShare: 1, class: "C", reason: "rank 9 of 10, C from 9" });
  });
});

describe("class D", () => {
  it("is a contribution below zero; exactly zero is not", () => {
    const scores = classifyAbc([spent(100n, 100n), spent(100n, 101n), spent(100n, 99n)], options());
    expect(letters(scores)).toBe("ADA");
    expect(scores[1]).toMatchObject({
      valueClass: "A",
      rank: 1,
      reason: "negative_contribution",
      because: { rule: "negative_contribution", value: -1n, threshold: 0n },
    });
  });

  it("is called partial where the cost of goods is not known", () =>
    expect(classifyAbc([{ ...spent(5n, 6n), costOfGoodsKnown: false }], options())[0]).toMatchObject({
      class: "D",
      reason: "partial_costs",
    }));

  it("is a net return where there are no costs at all", () =>
    expect(classifyAbc([sold(-5n)], options())[0]).toMatchObject({ class: "D", reason: "net_negative_revenue" }));

  it("is costs without sales, outside the ranking", () => {
    const scores = classifyAbc([{ ...spent(0n, 9n), lines: 0 }, spent(10n, 0n, 1)], options());
    expect(scores[0]).toEqual({
      customerId: "c0",
      class: "D",
      valueClass: null,
      rank: null,
      rankedAmount: null,
      revenueShare: null,
      cumShare: null,
      reason: "cost_without_sales",
      because: { rule: "cost_without_sales", value: 9n, threshold: 0n },
    });
    expect(scores[1]).toMatchObject({ class: "A", rank: 1, revenueShare: 1 });
  });

  it.each([
    ["costs that come to nothing", { ...spent(0n, 0n), lines: 0 }],
    ["costs that were not evaluated", { ...sold(0n), lines: 0 }],
  ])("is not: no sales and %s", (_, customer) =>
    expect(classifyAbc([customer], options())[0]).toMatchObject({ class: null, reason: "no_sales_in_window" }));

  it("leaves the ranking first where the mode is exclude", () => {
    const customers = [spent(50n, 60n), spent(40n, 0n), spent(30n, 0n), spent(20n, 0n)];
    expect(letters(classifyAbc(customers, options()))).toBe("DBBC");
    const scores = classifyAbc(customers, options({ dMode: "exclude" }));
    expect(letters(scores)).toBe("DABC");
    expect(scores[0]).toMatchObject({ valueClass: null, rank: null, cumShare: null, revenueShare: 50 / 140 });
    expect(scores[3]).toMatchObject({ rank: 3, cumShare: 1, revenueShare: 20 / 140 });
  });
});

describe("other methods", () => {
  it("by cumulative share: the customer that crosses the cut stays in the better class", () => {
    // Larger ones hold 0, 60, 80, 90 and 95 percent; the cut itself belongs to the next class.
    const revenues = [60n, 20n, 10n, 5n, 5n];
    expect(classes(revenues, { method: "cumulative" })).toBe("AABBB");
    expect(classes([60n, 20n, 15n, 5n], { method: "cumulative" })).toBe("AABC");
    const scores = classifyAbc([60n, 20n, 15n, 5n].map(sold), options({ method: "cumulative" }));
    expect(scores.map((score) => score.reason)).toEqual([
      "0.00 % held by larger customers, A below 80.00 %",
      "60.00 % held by larger customers, A below 80.00 %",
      "80.00 % held by larger customers, B below 95.00 %",
      "95.00 % held by larger customers, C from 95.00 %",
    ]);
    expect(scores[2]?.because).toEqual({ rule: "abc_cumulative", value: 0.8, threshold: 0.95 });
  });

  // 72 of 88 is 81.8 percent; of the gross 100 it would have been 72 and the second an A.
  it("by cumulative share: of the net total, so that returns lift the shares", () =>
    expect(classes([72n, 18n, 10n, -12n], { method: "cumulative" })).toBe("ABCD"));

  it.each([[[5n, -5n]], [[-5n]]])("by cumulative share: no letters at a total of %s", (revenues) => {
    const scores = classifyAbc(revenues.map(sold), options({ method: "cumulative" }));
    expect(letters(scores)).toBe(revenues.length === 1 ? "D" : "-D");
    expect(scores.map(({ valueClass, revenueShare, cumShare }) => [valueClass, revenueShare, cumShare])).toEqual(
      revenues.map(() => [null, null, null]),
    );
    expect(scores[0]?.reason).toBe(revenues.length === 1 ? "net_negative_revenue" : "total_not_positive");
  });

  it("by amounts: at or above the threshold", () => {
    const scores = classifyAbc(
      [1_000_000n, 999_999n, 105_000n, 104_999n].map(sold),
      options({ method: "threshold", cuts: [100, 10.5] }),
    );
    expect(letters(scores)).toBe("ABBC");
    expect(scores.map((score) => score.reason)).toEqual([
      "100.00, A from 100.00",
      "100.00, B from 10.50",
      "10.50, B from 10.50",
      "10.50, C below 10.50",
    ]);
    expect(scores[0]?.because).toEqual({ rule: "abc_threshold", value: 1_000_000n, threshold: 1_000_000n });
  });

  it("by contribution, and by revenue where costs are not evaluated", () => {
    const ranks = (customers: Parameters<typeof classifyAbc>[0]) =>
      classifyAbc(customers, options({ rankBy: "contribution" })).map((score) => [score.rank, score.rankedAmount]);
    expect(ranks([spent(100n, 90n), spent(50n, 0n)])).toEqual([
      [2, 10n],
      [1, 50n],
    ]);
    expect(ranks([sold(100n), sold(50n)])).toEqual([
      [1, 100n],
      [2, 50n],
    ]);
  });
});

describe("for any portfolio", () => {
  const methods = [{}, { method: "cumulative" }, { method: "threshold", cuts: [0.01, 0.001] }, { dMode: "exclude" }];
  const revenues = fc.array(fc.bigInt({ min: -300n, max: 300n }), { maxLength: 40 });
  it.each(methods)("%j: input order does not matter", (input) =>
    fc.assert(
      fc.property(revenues, (amounts) => {
        expect(classes(amounts.toReversed(), input)).toBe([...classes(amounts, input)].reverse().join(""));
      }),
    ));

  it.each([{}, { method: "cumulative" }, { dMode: "exclude" }])("%j: neither does the currency's scale", (input) =>
    fc.assert(
      fc.property(revenues, fc.bigInt({ min: 1n, max: 1_000_000n }), (amounts, factor) => {
        expect(
          classes(
            amounts.map((amount) => amount * factor),
            input,
          ),
        ).toBe(classes(amounts, input));
      }),
    ));

  it("no more revenue is no better letter, and shares add up to 1", () =>
    fc.assert(
      fc.property(revenues, (amounts) => {
        const scores = classifyAbc(amounts.map(sold), options());
        const sorted = scores.toSorted((a, b) => (a.rank as number) - (b.rank as number));
        const order = sorted.map((score) => score.valueClass as string);
        expect(order).toEqual(order.toSorted());
        const total = scores.reduce((sum, score) => sum + (score.revenueShare ?? 0), 0);
        if (scores.some((score) => score.revenueShare !== null)) expect(total).toBeCloseTo(1, 9);
      }),
    ));
});

describe("AbcOptions", () => {
  it("knows the cuts of each method", () => {
    expect(options()).toEqual({ method: "rank", cuts: [20, 80], rankBy: "revenue", dMode: "override" });
    expect(options({ method: "cumulative" }).cuts).toEqual([80, 95]);
  });

  it.each([
    [{ cuts: [80, 20] }, "two percentages"],
    [{ cuts: [0, 20] }, "two percentages"],
    [{ cuts: [20, 100] }, "two percentages"],
    [{ method: "threshold" }, "two amounts"],
    [{ method: "threshold", cuts: [1, 2] }, "two amounts"],
  ])("refuses %j", (input, message) => expect(() => AbcOptions.parse(input)).toThrow(message));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  compareCodePoints,
  competitionRanks,
  descendingOrder,
  median,
  quantile,
} from "../../src/base/statistics.ts";

describe("quantiles", () => {
  it.each([
    ["nothing", [], null],
    ["one", [3], 3],
    ["the middle one", [9, 1, 5], 5],
    ["the mean of the middle two", [4, 1, 3, 2], 2.5],
  ])("median of %s", (_, values, expected) => expect(median(values)).toBe(expected));

  // Type 7: position (n − 1) · p between the sorted values; 3.25 and 1.75 are what R's quantile() gives.
  it.each([
    [[1, 2, 3, 4], 0.75, 3.25],
    [[4, 3, 2, 1], 0.25, 1.75],
    [[10, 20], 0.75, 17.5],
    [[1, 2, 3, 4, 5], 0.75, 4],
    [[7, 8], 0, 7],
    [[7, 8], 1, 8],
  ])("%j at %d is %d", (values, p, expected) => expect(quantile(values, p)).toBe(expected));

  it("sorts numbers as numbers and leaves its input alone", () => {
    const values = [10, 9, 2];
    expect(median(values)).toBe(9);
    expect(values).toEqual([10, 9, 2]);
  });

  it("lies between the least and the largest", () =>
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const value = quantile(values, p) as number;
        expect(value >= Math.min(...values) && value <= Math.max(...values)).toBe(true);
      }),
    ));
});

describe("ranks", () => {
  it("are 1 + the number of strictly larger values", () => {
    expect(competitionRanks([])).toEqual([]);
    expect(competitionRanks([5n, 9n, 5n, 1n, 9n])).toEqual([3, 1, 3, 5, 1]);
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -5n, max: 5n })), (values) => {
        expect(competitionRanks(values)).toEqual(values.map((v) => 1 + values.filter((other) => other > v).length));
      }),
    );
  });

  it("equal values keep their order", () => expect(descendingOrder([1n, 2n, 1n, 2n])).toEqual([1, 3, 0, 2]));
});

describe("comparisons", () => {
  it("of values", () => expect([compare(1, 2), compare(2n, 2n), compare("b", "a")]).toEqual([-1, 0, 1]));

  it("of texts are by code point", () => {
    expect(compareCodePoints("a", "a")).toBe(0);
    expect(compareCodePoints("Z", "a")).toBeLessThan(0);
    expect(compareCodePoints("a", "aa")).toBeLessThan(0);
    expect(compareCodePoints("10", "9")).toBeLessThan(0);
    // U+FF21 is below U+1F600, though its code unit is above the latter's surrogates.
    expect(compareCodePoints("\uFF21", "\u{1F600}")).toBeLessThan(0);
    expect(compareCodePoints("\u{1F600}", "\uFF21")).toBeGreaterThan(0);
  });

  it("of any texts agree with their code points", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const [x, y] = [
          Array.from(a, (c) => c.codePointAt(0) as number),
          Array.from(b, (c) => c.codePointAt(0) as number),
        ];
        const at = x.findIndex((point, i) => point !== y[i]);
        const expected = at === -1 ? x.length - y.length : (x[at] as number) - (y[at] ?? -1);
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
      }),
    ));
});

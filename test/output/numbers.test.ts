import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactMoney, formatMoney } from "../../src/base/money.ts";
import { exactDecimal, fixed, fixedMoney, isKnown, plainWriter } from "../../src/output/numbers.ts";

describe("fixedMoney", () => {
  it.each([
    [0n, "0.00"],
    [12_345_650n, "1234.57"],
    [-12_345_650n, "-1234.57"],
    [-49n, "0.00"],
    [-50n, "-0.01"],
    [10_900n, "1.09"],
    [90_000_000_000_000_050n, "9000000000000.01"],
  ])("%s units", (units, expected) => expect(fixedMoney(units)).toBe(expected));

  it("is formatMoney for any amount", () =>
    fc.assert(
      fc.property(fc.oneof(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.bigInt()), (amount) => {
        expect(fixedMoney(amount)).toBe(formatMoney(amount, 2));
        expect(exactDecimal(amount)).toBe(exactMoney(amount));
      }),
    ));
});

describe("exactDecimal", () => {
  it.each([
    [125_000n, "12.50"],
    [615n, "0.0615"],
    [-610n, "-0.061"],
  ])("%s units", (units, expected) => expect(exactDecimal(units)).toBe(expected));
});

describe("fixed", () => {
  it.each([
    [0.73823, 4, "0.7382"],
    [0.03125, 4, "0.0313"],
    [-0.03125, 4, "-0.0313"],
    [-0.00001, 4, "0.0000"],
    [-0, 2, "0.00"],
    [-0.5, 2, "-0.50"],
  ])("%d with %d decimals", (value, places, expected) => expect(fixed(value, places)).toBe(expected));
});

describe("a number that is none", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, null])("%s is not known and written empty", (value) => {
    expect(isKnown(value)).toBe(false);
    for (const kind of ["ratio", "number", "points", "count"] as const)
      expect(plainWriter(kind, String)(value)).toBe("");
  });
});

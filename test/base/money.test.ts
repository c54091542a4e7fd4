import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRounded, exactMoney, formatMoney, money, quotient, ratio } from "../../src/base/money.ts";

describe("money", () => {
  it.each([
    ["12.5", 125_000n],
    ["-1234.5", -12_345_000n],
    ["0", 0n],
    ["-0", 0n],
    ["007", 70_000n],
    ["0.00004", 0n],
    ["0.00005", 1n],
    ["-0.00005", -1n],
    ["0.00004999", 0n],
    ["1.23456", 12_346n],
    ["99999999999999999999.9999", 999_999_999_999_999_999_999_999n],
  ])("%s", (text, expected) => expect(money(text)).toBe(expected));

  it.each(["", " 1", "1,5", "1.", ".5", "+1", "1e3", "0x10", "NaN", "--1", "1 000"])("%j is not our notation", (text) =>
    expect(money(text)).toBeNull());

  it("reads what it writes", () =>
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        expect(money(exactMoney(amount))).toBe(amount);
      }),
    ));
});

describe("divideRounded", () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
    [6n, 3n, 2n],
  ])("%s / %s is %s", (dividend, divisor, expected) => expect(divideRounded(dividend, divisor)).toBe(expected));

  it("is never more than half a divisor off", () =>
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (dividend, divisor) => {
        const off = 2n * (divideRounded(dividend, divisor) * divisor - dividend);
        expect(off <= divisor && -off <= divisor).toBe(true);
      }),
    ));
});

describe("formatMoney", () => {
  it.each([
    [125_000n, 2, "12.50"],
    [125_000n, 0, "13"],
    [-125_000n, 0, "-13"],
    [49n, 2, "0.00"],
    [-49n, 2, "0.00"],
    [50n, 2, "0.01"],
    [-50n, 2, "-0.01"],
    [1n, 4, "0.0001"],
    [-10_000n, 1, "-1.0"],
    [29_380_890_615n, 3, "2938089.062"],
  ] as const)("%s to %i places is %s", (amount, places, expected) =>
    expect(formatMoney(amount, places)).toBe(expected));

  it("has two places unless told", () => expect(formatMoney(0n)).toBe("0.00"));
});

describe("exactMoney", () => {
  it.each([
    [125_000n, "12.50"],
    [615n, "0.0615"],
    [1_230n, "0.123"],
    [-1_000_000n, "-100.00"],
    [0n, "0.00"],
  ])("%s is %s", (amount, expected) => expect(exactMoney(amount)).toBe(expected));
});

describe("ratios", () => {
  it.each([
    [1n, 4n, 0.25],
    [-1n, 4n, -0.25],
    [0n, 4n, 0],
    [1n, 0n, null],
    [1n, -4n, null],
  ])("%s of %s is %s", (part, whole, expected) => expect(ratio(part, whole)).toBe(expected));

  it("are the nearest double of decimal fractions", () => {
    expect(quotient(3n, 10n)).toBe(0.3);
    expect(quotient(1n, 3n)).toBe(1 / 3);
    expect(quotient(-2n, 3n)).toBe(-2 / 3);
    expect(quotient(1_799n, 1_000n)).toBe(1.799);
  });

  it("survive operands that no double holds", () => {
    expect(quotient(10n ** 400n, 4n * 10n ** 400n)).toBe(0.25);
    expect(quotient(3n * 10n ** 40n, 10n ** 40n)).toBe(3);
  });
});

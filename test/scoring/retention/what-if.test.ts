import { describe, expect, it } from "vitest";
import { scoreWhatIf, type WhatIfPeriod } from "../../../src/scoring/retention/what-if.ts";

const period = (name: string, start: number, kept: number, end: number, rest: object = {}): WhatIfPeriod => ({
  period: name,
  start,
  kept,
  end,
  unfinished: false,
  revenueCurrent: 1_000_000n,
  ...rest,
});

describe("scoreWhatIf", () => {
  it("takes the finished periods of the last twelve months together", () => {
    const periods = [
      period("2023-Q4", 100, 0, 100),
      period("2024-Q1", 10, 8, 9),
      period("2024-Q2", 9, 8, 10),
      period("2024-Q3", 10, 9, 11),
      period("2024-Q4", 11, 7, 10),
      period("2025-Q1", 10, 0, 0, { unfinished: true }),
    ];
    // 32 of 40 kept: 5 quarters; 400 in revenue of 40 customers: 10 a quarter, 50 in all. At 85 %: 6 2/3 quarters, 66.6667.
    expect(scoreWhatIf(periods, 5, "quarter", null)).toEqual({
      ...{ points: 5, largestPoints: 19.99, from: "2024-Q1", to: "2024-Q4", retentionNow: 0.8, retentionThen: 0.85 },
      ...{ lifetimeNow: 5, lifetimeThen: 20 / 3, meanRevenue: 100_000n, margin: null },
      ...{ worthNow: 500_000n, worthThen: 666_667n, customers: 10, gain: 1_666_667n, reason: null },
    });
  });

  it("a year is one, months are twelve", () => {
    const periods = Array.from({ length: 14 }, (_, i) => period(`p${i}`, 2, 1, 2));
    const range = (unit: "month" | "year") => {
      const { from, to } = scoreWhatIf(periods, 5, unit, null);
      return [from, to];
    };
    expect(range("month")).toEqual(["p2", "p13"]);
    expect(range("year")).toEqual(["p13", "p13"]);
  });

  it("in contribution, where it is known", () => {
    // Half kept: 2 periods of 100 at a margin of 30 %: 60. At 60 %: 2.5 periods, 75.
    const told = scoreWhatIf([period("a", 2, 1, 1)], 10, "year", { contribution: 3n, revenue: 10n });
    expect(told).toMatchObject({ margin: 0.3, worthNow: 600_000n, worthThen: 750_000n, gain: 150_000n });
    const noRevenue = scoreWhatIf([period("a", 2, 1, 1)], 10, "year", { contribution: 3n, revenue: 0n });
    expect(noRevenue).toMatchObject({ margin: null, worthNow: 2_000_000n });
  });

  it("points less are a loss; fractions of a point count", () => {
    // At 25 %: 4/3 periods.
    expect(scoreWhatIf([period("a", 4, 2, 1)], -25, "year", null)).toMatchObject({
      worthThen: 1_333_333n,
      gain: -666_667n,
    });
    // At 50.5 %: 1/0.495.
    expect(scoreWhatIf([period("a", 4, 2, 1)], 0.5, "year", null)).toMatchObject({ lifetimeThen: 1 / 0.495 });
  });

  it.each([
    ["no periods", [], 5, "no_finished_period"],
    ["none finished", [period("a", 2, 1, 1, { unfinished: true })], 5, "no_finished_period"],
    ["nobody at the start", [period("a", 0, 0, 1)], 5, "no_finished_period"],
    ["no revenue", [period("a", 2, 1, 1, { revenueCurrent: 0n })], 5, "no_revenue"],
    ["revenue not known", [period("a", 2, 1, 1, { revenueCurrent: null })], 5, "no_revenue"],
    ["nobody at the end", [period("a", 2, 0, 0)], 5, "no_revenue"],
    ["nobody was lost", [period("a", 2, 2, 2)], -5, "nobody_left"],
    ["to 100 %", [period("a", 2, 1, 1)], 50, "everybody_stays"],
    ["above 100 %", [period("a", 2, 1, 1)], 51, "everybody_stays"],
    ["below 0 %", [period("a", 2, 1, 1)], -51, "nobody_stays"],
  ] as const)("says why there is no worth: %s", (_, periods, points, reason) =>
    expect(scoreWhatIf(periods, points, "year", null)).toMatchObject({
      worthNow: null,
      worthThen: null,
      gain: null,
      reason,
    }));

  it.each([
    // 2 of 3 kept: up to 33.33 points more, 66.66 less; at exactly a half 49.99 more, 50 less.
    [3, 2, 33.33, 33.33, 9_999 / 10_000, null],
    [3, 2, 33.34, 33.33, 1, "everybody_stays"],
    [3, 2, -66.67, -66.66, 0, "nobody_stays"],
    [2, 1, 50, 49.99, 1, "everybody_stays"],
    [2, 1, -50, -50, 0, null],
    [2, 2, 5, null, 1, "nobody_left"],
    [2, 0, -5, null, 0, "nobody_stays"],
  ])("%i at the start, %i kept, %f points: the largest step is %f", (start, kept, points, largest, then, reason) => {
    const told = scoreWhatIf([period("a", start, kept, 1)], points, "year", null);
    expect(told).toMatchObject({ largestPoints: largest, reason });
    expect(told.retentionThen).toBeCloseTo(then, 3);
  });

  it("to 0 % is a single period", () =>
    expect(scoreWhatIf([period("a", 2, 1, 1)], -50, "year", null)).toMatchObject({
      lifetimeThen: 1,
      worthThen: 1_000_000n,
    }));
});

// Dates of portfolios, their rows as they are kept; every sum is in the test.
import { describe, expect, it } from "vitest";
import { trendOf } from "../../../src/scoring/compare/trend.ts";
import { dated, units } from "./dates.ts";

const asOf = { first: "2025-12-31", second: "2026-03-31" };

describe("trendOf", () => {
  const none = dated(asOf.first, []);
  const row = (customerId: string, letter: "A" | "B" | "C" | "D" | null, revenue: number, increment: number | null) =>
    ({
      customerId,
      class: letter,
      revenue: units(revenue),
      potentialIncrement: increment === null ? null : units(increment),
      status: "active",
    }) as unknown as (typeof none.rows)[number];

  it("the earliest first, each class that somebody has", () => {
    const later = { asOf: asOf.second, rows: [row("a", "A", 130, 20), row("b", "B", 60, null), row("c", "B", 40, 5)] };
    const earlier = { asOf: asOf.first, rows: [row("a", "A", 100, null), row("d", "D", -10, null)] };
    expect(trendOf([later, earlier])).toEqual([
      {
        asOf: asOf.first,
        customers: 2,
        revenue: units(90),
        increment: null,
        classes: [
          { class: "A", customers: 1, revenue: units(100), increment: null },
          { class: "D", customers: 1, revenue: units(-10), increment: null },
        ],
      },
      {
        asOf: asOf.second,
        customers: 3,
        revenue: units(230),
        increment: units(25),
        classes: [
          { class: "A", customers: 1, revenue: units(130), increment: units(20) },
          { class: "B", customers: 2, revenue: units(100), increment: units(5) },
        ],
      },
    ]);
  });

  it("whoever is in no portfolio does not count; whoever has no class counts in the whole", () => {
    const lapsed = { ...row("x", null, 0, null), status: "lapsed" as const };
    const rows = [row("a", "A", 10, 1), row("u", null, 0, null), lapsed];
    expect(trendOf([{ asOf: asOf.first, rows }])).toMatchObject([
      { customers: 2, revenue: units(10), increment: units(1), classes: [{ class: "A", customers: 1 }] },
    ]);
  });

  it("of nobody, and of no dates", () => {
    expect(trendOf([none])).toEqual([{ asOf: asOf.first, customers: 0, revenue: 0n, increment: null, classes: [] }]);
    expect(trendOf([])).toEqual([]);
  });
});

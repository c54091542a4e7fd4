import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SalesDay } from "../../../src/facts/ledger.ts";
import { bestYear } from "../../../src/scoring/winback/best-year.ts";

const asOf = "2026-06-30";
const all = { costOnLines: true, costOfGoodsRows: true, costToServeRows: true };
const sale = (day: string, revenue: bigint, costOnLines: bigint | null = null): SalesDay => ({
  day,
  revenue,
  lines: 1,
  costOnLines: costOnLines ?? 0n,
  linesWithCost: costOnLines === null ? 0 : 1,
  spend: revenue,
  purchases: 1,
  quantity: 0n,
  quantitySpend: 0n,
});
const goods = (day: string, costOfGoods: bigint) => ({
  day,
  costOfGoods,
  costOfGoodsRows: 1,
  costToServe: 0n,
  costToServeRows: 0,
});
const month = (year: number, number: number) => year * 12 + number - 1;
const best = (sales: readonly SalesDay[], costs: readonly ReturnType<typeof goods>[] = [], information = all) =>
  bestYear({ sales, costs }, asOf, information, {});

describe("the best twelve months", () => {
  it("in a row, whatever the year", () =>
    // May 2023 and April 2024 are within twelve months, May 2023 and May 2024 are not.
    expect(best([sale("2023-05-31", 10n), sale("2024-04-01", 20n), sale("2024-05-01", 5n)])).toEqual({
      amount: 30n,
      basis: "revenue",
      lastMonth: month(2024, 4),
    }));

  it("by contribution where the cost of goods is known", () => {
    expect(best([sale("2023-01-01", 100n, 99n), sale("2024-06-01", 50n, 10n)])).toEqual({
      amount: 40n,
      basis: "contribution",
      lastMonth: month(2024, 6),
    });
    expect(best([sale("2024-06-01", 50n)], [goods("2024-06-30", 30n)])).toMatchObject({ amount: 20n });
  });

  it("a year whose costs are not known does not beat one whose are", () =>
    expect(best([sale("2020-01-01", 1000n), sale("2024-06-01", 50n, 10n)])).toMatchObject({
      amount: 40n,
      basis: "contribution",
    }));

  it("by revenue where they are never known", () => {
    expect(best([sale("2020-01-01", 30n), sale("2024-06-01", 50n)])).toMatchObject({ amount: 50n, basis: "revenue" });
    const none = { costOnLines: false, costOfGoodsRows: false, costToServeRows: false };
    expect(best([sale("2024-06-01", 50n, 10n)], [], none)).toMatchObject({ amount: 50n, basis: "revenue" });
  });

  it("a return that no longer counts does not spoil it", () =>
    // Twelve months after the return the window holds the purchase alone.
    expect(best([sale("2023-01-01", -40n), sale("2023-06-01", 50n)])).toEqual({
      amount: 50n,
      basis: "revenue",
      lastMonth: month(2024, 1),
    }));

  it("of equal years the first, and none after the as-of date", () => {
    expect(best([sale("2023-01-01", 5n), sale("2025-01-01", 5n)])?.lastMonth).toBe(month(2023, 1));
    // The return would leave the twelve months in August 2026 only.
    expect(best([sale("2025-08-01", -40n), sale("2026-01-01", 50n)])?.amount).toBe(10n);
  });

  it("costs before the first sale begin no year, and without a sale there is none", () => {
    expect(best([sale("2024-06-01", 50n)], [goods("2022-01-31", -99n)])).toMatchObject({ amount: 50n });
    expect(best([], [goods("2024-06-30", 30n)])).toBeNull();
  });
});

it("is what a look at every month finds", () => {
  const sales = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.bigInt({ min: -9n, max: 9n })), { minLength: 1 })
    .map((list) =>
      list
        .toSorted(([a], [b]) => a - b)
        .map(([at, revenue]) =>
          sale(`${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`, revenue),
        ),
    );
  fc.assert(
    fc.property(sales, (list) => {
      const numbered = list.map(({ day, revenue }) => ({
        at: month(Number(day.slice(0, 4)), Number(day.slice(5, 7))),
        revenue,
      }));
      const first = Math.min(...numbered.map(({ at }) => at));
      const sums = Array.from({ length: month(2026, 6) - first + 1 }, (_, i) =>
        numbered
          .filter(({ at }) => at > first + i - 12 && at <= first + i)
          .reduce((sum, { revenue }) => sum + revenue, 0n),
      );
      expect(best(list)?.amount).toBe(sums.reduce((most, sum) => (sum > most ? sum : most)));
    }),
  );
});

import { describe, expect, it } from "vitest";
import { firstSalespersons, monthsByCustomer } from "../../src/engine/month-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount", "salesperson"];

describe("monthsByCustomer", () => {
  const months = (lines: readonly (readonly RowValue[])[], periodMonths?: number) =>
    withSales(columns, lines, (engine) => monthsByCustomer(engine, period.asOf, periodMonths));

  it("adds up each customer's months, in order, up to the as-of date", async () => {
    const found = await months([
      ["C1", "2026-01-31", 10_000n, null],
      ["C1", "2026-02-01", 7n, null], // after the as-of date
      ["C1", "2024-12-31", 5_000n, null],
      ["C1", "2026-01-01", -2_500n, null], // a return: money, no purchase
      ["C2", "2025-01-01", -1n, null],
      ["C2", "2025-12-01", 0n, null], // a purchase of nothing
      [null, "2025-12-01", 9n, null],
    ]);
    // 2024 × 12 + 11 is 24299.
    expect(Object.fromEntries(found)).toEqual({
      C1: { months: [24_299, 24_312], revenue: [5_000n, 7_500n], purchases: [1, 1] },
      C2: { months: [24_300, 24_311], revenue: [-1n, 0n], purchases: [0, 1] },
    });
  });

  it("adds up quarters and years, under their first month", async () => {
    const lines: RowValue[][] = [
      ["C1", "2025-01-01", 1n, null],
      ["C1", "2025-03-31", 2n, null],
      ["C1", "2025-04-01", -4n, null], // a return: no purchase
      ["C1", "2024-12-31", 8n, null],
    ];
    // 2024 × 12 is 24288: the fourth quarter begins with 24297, and 2025 with 24300.
    expect(Object.fromEntries(await months(lines, 3))).toEqual({
      C1: { months: [24_297, 24_300, 24_303], revenue: [8n, 3n, -4n], purchases: [1, 2, 0] },
    });
    expect(Object.fromEntries(await months(lines, 12))).toEqual({
      C1: { months: [24_288, 24_300], revenue: [8n, -1n], purchases: [1, 2] },
    });
  });

  it("of no lines there are none", async () => expect(await months([])).toEqual(new Map()));
});

describe("firstSalespersons", () => {
  it("who made the first purchase; of several on its day the last in order", async () => {
    const found = await withSales(
      columns,
      [
        ["C1", "2025-03-01", -5n, "Returns"], // no purchase
        ["C1", "2025-03-02", 5n, "Ann"],
        ["C1", "2025-03-02", 5n, "Bob"],
        ["C1", "2025-03-02", -5n, "Zoe"],
        ["C1", "2025-03-03", 5n, "Cy"],
        ["C2", "2025-03-01", 5n, null],
        ["C2", "2025-03-02", 5n, "Ann"], // not of the first purchase
        ["C3", "2026-02-01", 5n, "Ann"], // after the as-of date
        [null, "2025-03-01", 5n, "Ann"],
      ],
      (engine) => firstSalespersons(engine, period.asOf),
    );
    expect(Object.fromEntries(found)).toEqual({ C1: "Bob" });
  });
});

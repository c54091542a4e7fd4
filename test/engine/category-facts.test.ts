import { describe, expect, it } from "vitest";
import { categoriesByCustomer } from "../../src/engine/category-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount", "category"];
const categories = (lines: readonly (readonly RowValue[])[]) =>
  withSales(columns, lines, (engine) => categoriesByCustomer(engine, period));

describe("categoriesByCustomer", () => {
  it("adds up each customer's lines in each category, by code point", async () => {
    const found = await categories([
      ["C1", "2025-06-01", 10_000n, "Wine"],
      ["C1", "2025-07-01", 5_000n, "Wine"],
      ["C1", "2025-07-02", -20_000n, "Wine"], // a return: money, no purchase
      ["C1", "2025-07-03", 0n, "Beer"], // a purchase of nothing
      ["C2", "2025-07-03", -1n, "Beer"], // returned only
      ["C1", "2025-07-04", 1n, "\u{1f9c0}"],
      ["C1", "2025-07-04", 1n, "\uff21"], // before the cheese by code point, after it by UTF-16 unit
    ]);
    expect(Object.fromEntries(found)).toEqual({
      C1: [
        { category: "Beer", spend: 0n, purchases: 1 },
        { category: "Wine", spend: -5_000n, purchases: 2 },
        { category: "\uff21", spend: 1n, purchases: 1 },
        { category: "\u{1f9c0}", spend: 1n, purchases: 1 },
      ],
      C2: [{ category: "Beer", spend: -1n, purchases: 0 }],
    });
  });

  it("looks at the window, at customers and at categories that are named", async () => {
    const found = await categories([
      ["C1", "2025-01-31", 1n, "Before"],
      ["C1", "2025-02-01", 2n, "First day"],
      ["C1", "2026-01-31", 3n, "Last day"],
      ["C1", "2026-02-01", 4n, "After"],
      [null, "2025-06-01", 5n, "Nobody's"],
      ["C2", "2025-06-01", 6n, null],
    ]);
    expect([...found.keys()]).toEqual(["C1"]);
    expect(found.get("C1")?.map(({ category }) => category)).toEqual(["First day", "Last day"]);
  });
});

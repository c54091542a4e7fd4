import { describe, expect, it } from "vitest";
import { productsByCustomer } from "../../src/engine/product-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount", "product"];
const products = (lines: readonly (readonly RowValue[])[]) =>
  withSales(columns, lines, (engine) => productsByCustomer(engine, period));

describe("productsByCustomer", () => {
  it("counts products, and those of them that are new in the window", async () => {
    const found = await products([
      ["C1", "2025-01-31", 1n, "Tea"], // the day before the window
      ["C1", "2025-06-01", 1n, "Tea"],
      ["C1", "2025-02-01", 1n, "Coffee"],
      ["C1", "2025-12-24", 0n, "Cocoa"], // a purchase of nothing
      ["C1", "2025-12-24", 1n, "Biscuits"],
      ["C1", "2026-01-10", 1n, "Cocoa"],
      ["C2", "2024-05-05", 1n, "Tea"],
    ]);
    expect([...found.values()].toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))).toEqual([
      { customerId: "C1", products: 4, newInWindow: 3, latestDay: "2025-12-24", latestProduct: "Cocoa" },
      { customerId: "C2", products: 1, newInWindow: 0, latestDay: "2024-05-05", latestProduct: "Tea" },
    ]);
  });

  it("returns, lines after D, of nobody and of no product are none", async () => {
    const found = await products([
      ["C1", "2025-06-01", -1n, "Tea"],
      ["C1", "2026-02-01", 1n, "Tea"],
      [null, "2025-06-01", 1n, "Tea"],
      ["C1", "2025-06-01", 1n, null],
    ]);
    expect(found.size).toBe(0);
  });
});

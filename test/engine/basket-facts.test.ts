import { expect, it } from "vitest";
import { basketsByCustomer } from "../../src/engine/basket-facts.ts";
import { period, withSales } from "./sales-lines.ts";

it("names the products that each customer purchased up to D, and whether in the window too", async () => {
  const found = await withSales(
    ["customer_id", "sale_date", "amount", "product"],
    [
      ["C1", "2025-01-31", 1n, "Tea"], // the day before the window
      ["C1", "2025-01-31", 1n, "Coffee"],
      ["C1", "2025-02-01", 0n, "Coffee"], // a purchase of nothing
      ["C2", "2026-01-31", 1n, "Tea"],
      ["C2", "2026-02-01", 1n, "Cocoa"], // after D
      ["C2", "2026-01-31", -1n, "Mate"], // a return
      [null, "2026-01-31", 1n, "Tea"],
      ["C3", "2026-01-31", 1n, null],
    ],
    (engine) => basketsByCustomer(engine, period),
  );
  const sorted = [...found].map(([id, products]) => [
    id,
    products.map(({ product, inWindow }) => `${product} ${inWindow}`).sort(),
  ]);
  expect(Object.fromEntries(sorted)).toEqual({ C1: ["Coffee true", "Tea false"], C2: ["Tea true"] });
});

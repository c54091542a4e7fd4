import { expect, it } from "vitest";
import { basketsByCustomer } from "../../src/engine/basket-facts.ts";
import { period, withSales } from "./sales-lines.ts";

it("names the products that each customer purchased up to D, and whether anybody did in the window", async () => {
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
  const { products, inWindow, owned } = found;
  expect(products.map((product, i) => `${product} ${inWindow[i]}`).sort()).toEqual(["Coffee true", "Tea true"]);
  const named = [...owned].map(([id, own]) => [id, Array.from(own, (place) => products[place]).sort()]);
  expect(Object.fromEntries(named)).toEqual({ C1: ["Coffee", "Tea"], C2: ["Tea"] });
});

it("a product that everybody purchased before the window is not in it", async () => {
  const { products, inWindow } = await withSales(
    ["customer_id", "sale_date", "amount", "product"],
    [
      ["C1", "2025-01-31", 1n, "Tea"], // the day before the window
      ["C1", "2025-02-01", 1n, "Coffee"], // its first day
    ],
    (engine) => basketsByCustomer(engine, period),
  );
  expect(Object.fromEntries(products.map((product, i) => [product, inWindow[i]]))).toEqual({
    Tea: false,
    Coffee: true,
  });
});

import { describe, expect, it } from "vitest";
import { daysByCustomer } from "../../src/engine/day-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount"];
const days = (lines: readonly (readonly RowValue[])[]) =>
  withSales(columns, lines, (engine) => daysByCustomer(engine, period.asOf));

describe("daysByCustomer", () => {
  it("adds up each customer's purchases of each day, the first day first", async () => {
    const found = await days([
      ["C1", "1970-01-11", 30_000n],
      ["C2", "1970-01-02", 5n],
      ["C1", "1970-01-02", 10_000n],
      ["C1", "1970-01-11", 1n],
      ["C1", "1970-01-11", -20_000n], // a return: no purchase, and the purchases keep their amount
      ["C1", "1969-12-31", 0n], // a purchase of nothing
    ]);
    expect(Object.fromEntries(found)).toEqual({
      C1: { customerId: "C1", days: [-1, 1, 10], spend: [0n, 10_000n, 30_001n], purchases: [1, 1, 2] },
      C2: { customerId: "C2", days: [1], spend: [5n], purchases: [1] },
    });
  });

  it("looks at purchases up to the as-of date that name a customer", async () => {
    const found = await days([
      ["C1", "2026-01-31", 1n],
      ["C1", "2026-02-01", 1n],
      [null, "2026-01-31", 1n],
      ["C2", "2026-01-31", -1n],
    ]);
    expect([...found.values()].map(({ customerId, days: own }) => [customerId, own.length])).toEqual([["C1", 1]]);
  });
});

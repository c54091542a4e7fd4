import { describe, expect, it } from "vitest";
import { daysByCustomer, purchaseDaysByCustomer } from "../../src/engine/day-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount"];
const lines: readonly (readonly RowValue[])[] = [
  ["C1", "1970-01-11", 30_000n],
  ["C2", "1970-01-02", 5n],
  ["C1", "1970-01-02", 10_000n],
  ["C1", "1970-01-11", 1n],
  ["C1", "1970-01-11", -20_000n], // a return: no purchase, and the purchases keep their amount
  ["C1", "1969-12-31", 0n], // a purchase of nothing
];

describe("purchaseDaysByCustomer", () => {
  const daysOf = (own: typeof lines) =>
    withSales(columns, own, async (engine) =>
      [...(await purchaseDaysByCustomer(engine, period.asOf))]
        .map(([id, { days }]) => [id, ...Array.from(days)])
        .sort(),
    );

  it("tells each customer's days with a purchase, the first day first", async () => {
    expect(await daysOf(lines)).toEqual([
      ["C1", -1, 1, 10],
      ["C2", 1],
    ]);
  });

  it("looks at purchases up to the as-of date that name a customer", async () => {
    const found = await daysOf([
      ["C1", "2026-01-31", 1n], // 20 484 days after 1970-01-01
      ["C1", "2026-02-01", 1n],
      [null, "2026-01-31", 1n],
      ["C2", "2026-01-31", -1n],
    ]);
    expect(found).toEqual([["C1", 20_484]]);
    expect(await daysOf([])).toEqual([]);
  });
});

describe("daysByCustomer", () => {
  const days = (own: typeof lines) => withSales(columns, own, (engine) => daysByCustomer(engine, period.asOf));

  it("adds up each customer's purchases of each day, the first day first", async () => {
    expect(Object.fromEntries(await days(lines))).toEqual({
      C1: { customerId: "C1", days: [-1, 1, 10], spend: [0n, 10_000n, 30_001n] },
      C2: { customerId: "C2", days: [1], spend: [5n] },
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

import { expect, it } from "vitest";
import { periodNumber } from "../../../src/base/calendar-period.ts";
import { firstPurchaseOf, timelinesBy } from "../../../src/scoring/retention/timeline.ts";
import { factsOf } from "./ledgers.ts";

it.each([
  ["the stated start, where it is the earlier", "2023-01-01", "2024-01-01", "2023-01-01"],
  ["the first line, where it is", "2025-01-01", "2024-01-01", "2024-01-01"],
  ["whichever is known", "2025-01-01", null, "2025-01-01"],
  ["or the other", null, "2024-01-01", "2024-01-01"],
  ["or none", null, null, null],
])("first purchase: %s", (_, since, firstPurchase, expected) => {
  const card = { since, until: null, owner: null };
  const sales = { firstPurchase, lastPurchase: firstPurchase };
  expect(firstPurchaseOf({ customerId: "a", card, sales })).toBe(expected);
  expect(firstPurchaseOf({ customerId: "a", card, sales: null })).toBeNull();
});

it("by contract a customer without a card is never there", () => {
  const calendar = {
    unit: "quarter" as const,
    first: periodNumber("2024-01-01", "quarter"),
    last: periodNumber("2024-06-30", "quarter"),
    asOf: "2024-06-30",
  };
  const { customers, ledgers } = factsOf([{ id: "a", lines: [["2024-02", 5n]] }]);
  expect(customers.map(timelinesBy(calendar, ledgers, { basis: "contract" }))).toEqual([
    { customerId: "a", began: null, active: Uint8Array.from([0, 0, 0]), revenue: [0n, 5n, 0n] },
  ]);
});

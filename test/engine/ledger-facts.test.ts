import { describe, expect, it } from "vitest";
import { ledgersOf } from "../../src/engine/ledger-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount", "line_cost", "quantity"];
const ledgers = (lines: readonly (readonly RowValue[])[], ids: readonly string[], lastPurchaseTo: string) =>
  withSales(columns, lines, (engine) =>
    ledgersOf(engine, period, { ids: new Set(ids), lastPurchaseTo }, { sales: true, costs: false }),
  );

describe("ledgersOf", () => {
  const lines: readonly (readonly RowValue[])[] = [
    ["C1", "2025-06-02", 50n, null, 20_000n],
    ["C1", "2025-06-01", 100n, 60n, 10_000n],
    ["C1", "2025-06-01", -30n, -10n, -5_000n], // a return: money alone
    ["C1", "2025-06-01", 40n, null, null],
    ["C1", "2025-06-01", 7n, null, 0n],
    ["C1", "2026-02-01", 1n, null, null], // after the as-of date
    ["C2", "2025-06-03", 9n, null, null],
    ["C3", "2025-06-03", -9n, null, null], // never bought
    [null, "2025-06-01", 5n, null, null],
  ];
  const second = {
    day: "2025-06-02",
    revenue: 50n,
    lines: 1,
    costOnLines: 0n,
    linesWithCost: 0,
    spend: 50n,
    purchases: 1,
    quantity: 20_000n,
    quantitySpend: 50n,
  };

  it("adds up each day of those asked for, in order", async () =>
    expect(Object.fromEntries(await ledgers(lines, ["C1", "C3", "C4"], "2026-01-31"))).toEqual({
      C1: {
        sales: [
          {
            day: "2025-06-01",
            // 100 − 30 + 40 + 7, and 147 without the return
            revenue: 117n,
            lines: 4,
            costOnLines: 50n,
            linesWithCost: 2,
            spend: 147n,
            purchases: 3,
            quantity: 10_000n,
            quantitySpend: 100n,
          },
          second,
        ],
        costs: [],
      },
    }));

  it("leaves out who bought later", async () => {
    expect([...(await ledgers(lines, ["C1", "C2"], "2025-06-02")).keys()]).toEqual(["C1"]);
    expect([...(await ledgers(lines, ["C1", "C2"], "2025-06-03")).keys()].sort()).toEqual(["C1", "C2"]);
  });
});

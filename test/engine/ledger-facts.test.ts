import { describe, expect, it } from "vitest";
import { ledgersOf } from "../../src/engine/ledger-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "amount", "line_cost", "quantity"];
const ledgers = (lines: readonly (readonly RowValue[])[], ids: readonly string[], lastPurchaseTo: string) =>
  withSales(columns, lines, (engine) => ledgersOf(engine, period, { ids: new Set(ids), lastPurchaseTo }, false));

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

  it("adds up the costs of each day, also of who never bought", async () => {
    const costs: readonly (readonly RowValue[])[] = [
      ["C1", "2025-06-30", 10n, "cogs"],
      ["C1", "2025-06-30", 20n, "cogs"],
      ["C1", "2025-05-31", 40n, "cost_to_serve"],
      ["C1", "2025-05-31", 80n, "acquisition"],
      ["C1", "2026-02-01", 160n, "cogs"], // after the end of the window's costs
      ["C2", "2025-06-30", 320n, "cogs"], // bought later
      ["C3", "2025-06-30", 640n, "cogs"], // only returned
      ["C4", "2025-06-30", 1_280n, "cogs"],
      ["C5", "2025-06-30", 2_560n, "cogs"], // nobody asks for it
      [null, "2025-06-30", 5_120n, "cogs"],
    ];
    const found = await withSales(columns, lines, async (engine) => {
      const costColumns = ["customer_id", "cost_date", "amount", "cost_type"];
      await engine.createTable("costs", costColumns, false);
      const sink = await engine.append("costs");
      for (const row of costs) sink.add(row);
      await sink.close();
      const ids = new Set(["C1", "C2", "C3", "C4"]);
      return ledgersOf(engine, period, { ids, lastPurchaseTo: "2025-06-02" }, true);
    });
    const goods = (day: string, costOfGoods: bigint, costOfGoodsRows: number) => ({
      day,
      costOfGoods,
      costOfGoodsRows,
      costToServe: 0n,
      costToServeRows: 0,
    });
    const served = { day: "2025-05-31", costOfGoods: 0n, costOfGoodsRows: 0, costToServe: 40n, costToServeRows: 1 };
    expect(Object.fromEntries([...found].map(([id, { costs: own }]) => [id, own]))).toEqual({
      C1: [served, goods("2025-06-30", 30n, 2)],
      C3: [goods("2025-06-30", 640n, 1)],
      C4: [goods("2025-06-30", 1_280n, 1)],
    });
  });
});

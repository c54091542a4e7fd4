import { describe, expect, it } from "vitest";
import { acquisitionInWindow, lifetimesByCustomer } from "../../src/engine/value-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { openEngine } from "../helpers/read-table.ts";
import { period } from "./sales-lines.ts";

const sales: readonly (readonly RowValue[])[] = [
  ["C1", "2020-03-01", 50_000n, 20_000n],
  ["C1", "2025-06-01", -10_000n, null],
  ["C1", "2026-02-01", 99n, 99n], // after D
  [null, "2025-06-01", 7n, 7n],
  ["C2", "2025-06-02", 5n, null],
];
const costs: readonly (readonly RowValue[])[] = [
  ["C1", "2020-12-31", 300n, "cogs"],
  ["C1", "2021-12-31", 200n, "cogs"],
  ["C1", "2022-12-31", 11n, "cost_to_serve"],
  ["C1", "2020-01-01", 1_000n, "acquisition"],
  ["C3", "2025-02-01", 40n, "acquisition"], // W's first day
  ["C3", "2025-01-31", 30n, "acquisition"], // the day before
  ["C3", "2026-02-01", 20n, "acquisition"], // after D
  [null, "2026-01-31", 8n, "acquisition"], // a fair
];

async function ask<T>(use: (engine: Awaited<ReturnType<typeof openEngine>>["engine"]) => Promise<T>): Promise<T> {
  const { engine } = await openEngine([]);
  try {
    await engine.createTable("sales", ["customer_id", "sale_date", "amount", "line_cost"], false);
    await engine.createTable("costs", ["customer_id", "cost_date", "amount", "cost_type"], false);
    for (const [table, rows] of [["sales", sales] as const, ["costs", costs] as const]) {
      const sink = await engine.append(table);
      for (const row of rows) sink.add(row);
      await sink.close();
    }
    return await use(engine);
  } finally {
    await engine.close();
  }
}

describe("lifetimesByCustomer", () => {
  it("adds up sales and costs of all time", async () => {
    const found = await ask((engine) => lifetimesByCustomer(engine, period, { sales: true, costs: true }));
    expect(found.get("C1")).toEqual({
      customerId: "C1",
      revenue: 40_000n,
      lines: 2,
      linesWithCost: 1,
      costOnLines: 20_000n,
      firstLine: "2020-03-01",
      costOfGoods: 500n,
      costOfGoodsRows: 2,
      firstCostOfGoods: "2020-12-31",
      costToServe: 11n,
      acquisition: 1_000n,
      acquisitionRows: 1,
    });
    expect(found.get("C2")).toMatchObject({ revenue: 5n, costOnLines: 0n, costOfGoodsRows: 0, acquisitionRows: 0 });
    expect(found.get("C3")).toMatchObject({ lines: 0, firstLine: null, acquisition: 70n, acquisitionRows: 2 });
    expect(found.size).toBe(3);
  });

  it("asks only for tables that there are", async () => {
    const size = (tables: { sales: boolean; costs: boolean }) =>
      ask(async (engine) => (await lifetimesByCustomer(engine, period, tables)).size);
    expect(await size({ sales: true, costs: false })).toBe(2);
    expect(await size({ sales: false, costs: true })).toBe(2);
  });
});

it("acquisitionInWindow counts the rows of the window, without a customer too", async () => {
  expect(await ask((engine) => acquisitionInWindow(engine, period))).toEqual({ amount: 48n, rows: 2 });
  const earlier = { window: { from: "2010-01-31", to: "2011-01-31" }, costsTo: "2011-01-31" };
  expect(await ask((engine) => acquisitionInWindow(engine, earlier))).toEqual({ amount: 0n, rows: 0 });
});

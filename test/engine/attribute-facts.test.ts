import { describe, expect, it } from "vitest";
import { attributesByCustomer, latestByCustomer } from "../../src/engine/attribute-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

const columns = ["customer_id", "sale_date", "segment", "industry", "region", "country"];
const attributes = (lines: readonly (readonly RowValue[])[]) =>
  withSales(columns, lines, (engine) => attributesByCustomer(engine, period));

describe("attributesByCustomer", () => {
  it("takes the latest line that says something, of one day the last by code point", async () => {
    const { cards, varying } = await attributes([
      ["C2", "2025-06-01", "Retail", null, "North", "NO"],
      ["C2", "2024-06-01", "Public", null, null, "SE"],
      ["C2", "2025-07-01", null, null, null, null], // says nothing
      ["C2", "2026-02-01", "Later", "Later", "Later", "DK"], // after D
      ["C1", "2025-06-01", "b", "Food", null, null],
      ["C1", "2025-06-01", "a", "Food", null, null],
      ["C3", "2025-06-01", null, null, null, null],
      [null, "2025-06-01", "Nobody's", null, null, null],
    ]);
    expect(Object.fromEntries(cards)).toEqual({
      C1: { segment: "b", industry: "Food", region: null, country: null },
      C2: { segment: "Retail", industry: null, region: "North", country: "NO" },
    });
    expect(varying).toEqual({ segment: ["C1", "C2"], industry: [], region: [], country: ["C2"] });
  });

  it("finds nothing where no column is loaded", async () => {
    const { cards, varying } = await withSales(["customer_id", "sale_date"], [["C1", "2025-06-01"]], (engine) =>
      attributesByCustomer(engine, period),
    );
    expect([cards.size, ...Object.values(varying)]).toEqual([0, [], [], [], []]);
  });
});

describe("latestByCustomer", () => {
  it.each(["customer_name", "segment", "industry", "region", "country"] as const)("knows %s", async (attribute) => {
    const lines = [
      ["C1", "2025-06-01", "new"],
      ["C1", "2025-05-01", "old"],
    ];
    const latest = await withSales(["customer_id", "sale_date", attribute], lines, (engine) =>
      latestByCustomer(engine, period, attribute),
    );
    expect([...latest]).toEqual([["C1", "new"]]);
  });
});

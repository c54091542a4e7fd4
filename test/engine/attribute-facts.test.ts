import { describe, expect, it } from "vitest";
import { attributesByCustomer, noAttributes, soldAttributes, soldColumn } from "../../src/engine/attribute-facts.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { period, withSales } from "./sales-lines.ts";

describe("attributesByCustomer", () => {
  it("takes the latest line that says something, of one day the last by code point", async () => {
    const columns = ["customer_id", "sale_date", "segment", "industry", "region", "country"];
    const lines: readonly (readonly RowValue[])[] = [
      ["C2", "2025-06-01", "Retail", null, "North", "NO"],
      ["C2", "2024-06-01", "Public", null, null, "SE"],
      ["C2", "2025-07-01", null, null, null, null], // says nothing
      ["C2", "2026-02-01", "Later", "Later", "Later", "DK"], // after D
      ["C1", "2025-06-01", "b", "Food", null, null],
      ["C1", "2025-06-01", "a", "Food", null, null],
      ["C3", "2025-06-01", null, null, null, null],
      [null, "2025-06-01", "Nobody's", null, null, null],
    ];
    const found = await withSales(columns, lines, (engine) => attributesByCustomer(engine, period, soldAttributes));
    const said = soldAttributes.map((attribute) => [
      Object.fromEntries(found[attribute].latest),
      found[attribute].varying,
    ]);
    expect(said).toEqual([
      [{}, []],
      [{ C1: "b", C2: "Retail" }, ["C1", "C2"]],
      [{ C1: "Food" }, []],
      [{ C2: "North" }, []],
      [{ C2: "NO" }, ["C2"]],
    ]);
  });

  it("asks for nothing that nobody wants", async () => {
    const lines = [["C1", "2025-06-01", "Retail"]];
    const found = await withSales(["customer_id", "sale_date", "segment"], lines, (engine) =>
      attributesByCustomer(engine, period, []),
    );
    expect(found).toEqual(noAttributes);
  });

  it.each(soldAttributes)("knows %s", async (attribute) => {
    // Three values in an order that is none of theirs: the latest is found wherever it stands.
    const lines = [
      ["C1", "2025-06-01", "b"],
      ["C1", "2025-05-01", "old"],
      ["C1", "2025-06-01", "c"],
      ["C1", "2025-06-01", "a"],
    ];
    const found = await withSales(["customer_id", "sale_date", soldColumn(attribute)], lines, (engine) =>
      attributesByCustomer(engine, period, [attribute]),
    );
    expect([...found[attribute].latest]).toEqual([["C1", "c"]]);
    expect(found[attribute].varying).toEqual(["C1"]);
  });
});

import { expect, it } from "vitest";
import { keptCells, keptColumns, keptScore } from "../../../src/scoring/compare/kept.ts";
import { buyer } from "../facts.ts";
import { dated } from "./dates.ts";

it("a row is what it was before", () => {
  const { rows } = dated(
    "2026-06-30",
    [buyer(12_345n, 10_000n, { card: { name: "Blåbær & Sønn" } })],
    {},
    { c: "partner" },
  );
  const [row] = rows;
  expect(row).toMatchObject({ customerName: "Blåbær & Sønn", gradeRule: "trend", stage: "partner", class: "A" });
  expect(rows.map((each) => keptScore(keptCells(each)))).toEqual(rows);
});

it("columns are named as those of classify, and what is missing is not known", () => {
  expect(keptColumns.slice(0, 3)).toEqual([
    { name: "customer_id", type: "text" },
    { name: "customer_name", type: "text" },
    { name: "cell", type: "text" },
  ]);
  expect(keptColumns.map(({ name }) => name)).toContain("potential_increment");
  expect(keptScore(["x"])).toMatchObject({ customerId: "x", customerName: null, stage: null });
});

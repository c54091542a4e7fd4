// Money in units of 1/10,000. 1,000 of sales in two lines, the first on 2024-03-31.
import { describe, expect, it } from "vitest";
import type { LifetimeFacts } from "../../../src/facts/lifetime.ts";
import { contributionOfLifetime } from "../../../src/scoring/value/contribution-total.ts";

const facts: LifetimeFacts = {
  customerId: "c",
  revenue: 1000n,
  lines: 2,
  linesWithCost: 0,
  costOnLines: 0n,
  firstLine: "2024-03-31",
  costOfGoods: 0n,
  costOfGoodsRows: 0,
  firstCostOfGoods: null,
  costToServe: 5n,
  acquisition: 100n,
  acquisitionRows: 1,
};
const onLines = { linesWithCost: 2, costOnLines: 600n };
const inRows = { costOfGoodsRows: 1, costOfGoods: 700n, firstCostOfGoods: "2024-06-30" };
const total = (rest: Partial<LifetimeFacts>, cogs?: "sales" | "costs" | "add") =>
  contributionOfLifetime({ ...facts, ...rest }, { cogs }).contributionTotal;

describe("contribution of all time", () => {
  it.each([
    ["costs on every line: 1000 − 600 − 5, acquisition is no part of it", onLines, undefined, 395n],
    ["costs in rows: 1000 − 700 − 5", inRows, undefined, 295n],
    ["both added up: 1000 − 600 − 700 − 5", { ...onLines, ...inRows }, "add", -305n],
    ["lines alone", { ...onLines, ...inRows }, "sales", 395n],
    ["rows alone", { ...onLines, ...inRows }, "costs", 295n],
    ["some lines, and rows: both are costs", { ...inRows, linesWithCost: 1, costOnLines: 50n }, "add", 245n],
    ["no cost at all", {}, undefined, null],
    ["a line without a cost", { linesWithCost: 1, costOnLines: 300n }, undefined, null],
    ["lines that are set aside", onLines, "costs", null],
    ["rows that are set aside", inRows, "sales", null],
    // 12 months after 2024-03-31 is 2025-03-31.
    ["rows that begin a year after the first sale", { ...inRows, firstCostOfGoods: "2025-03-31" }, undefined, 295n],
    ["rows that begin later still", { ...inRows, firstCostOfGoods: "2025-04-01" }, undefined, null],
    [
      "late rows do not matter where every line has a cost",
      { ...onLines, ...inRows, firstCostOfGoods: "2026-01-01" },
      "add",
      -305n,
    ],
  ] as const)("%s", (_, rest, cogs, expected) => expect(total(rest, cogs)).toBe(expected));

  it("says why", () => {
    const because = (rest: Partial<LifetimeFacts>) => contributionOfLifetime({ ...facts, ...rest }, {}).because;
    expect(because(onLines)).toEqual({ rule: "revenue_less_costs", value: 1000n, threshold: null });
    expect(because({ linesWithCost: 1 })).toEqual({ rule: "cost_of_goods_not_known", value: 1, threshold: 2 });
    expect(because({ ...inRows, firstCostOfGoods: "2026-01-01" })).toEqual({
      rule: "cost_of_goods_begins_later",
      value: "2026-01-01",
      threshold: "2024-03-31",
    });
  });
});

import { describe, expect, it } from "vitest";
import { isJudged, statusOf } from "../../src/scoring/status.ts";
import { customer } from "./facts.ts";

describe("statusOf", () => {
  it.each([
    ["a line in the window", { sales: { lines: 1 } }, "active"],
    ["lines before it only", { card: {}, sales: { lines: 0, linesTotal: 3 }, costs: { costToServeRows: 1 } }, "lapsed"],
    ["cost of goods only", { costs: { costOfGoodsRows: 1 } }, "cost_only"],
    ["cost to serve beside the customers file", { card: {}, costs: { costToServeRows: 2 } }, "cost_only"],
    ["the customers file only", { card: {} }, "prospect"],
    ["the customers file, and acquisition costs only", { card: {}, costs: {} }, "prospect"],
    ["answers only", { answers: [{ score: 9 }] }, null],
    ["sales facts without a line", { sales: { lines: 0, linesTotal: 0 } }, null],
  ] as const)("%s: %s", (_, parts, expected) => expect(statusOf(customer(parts))).toBe(expected));

  it("judges those that buy or cost", () =>
    expect((["active", "cost_only", "lapsed", "prospect", null] as const).map(isJudged)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]));
});

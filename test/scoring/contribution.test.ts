import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ContributionOptions,
  costInformation,
  costsEvaluated,
  scoreContribution,
} from "../../src/scoring/contribution.ts";
import { customer, type Parts } from "./facts.ts";

const everything = { costOnLines: true, costOfGoodsRows: true, costToServeRows: true };
const nothing = { costOnLines: false, costOfGoodsRows: false, costToServeRows: false };
const score = (parts: Parts, cogs?: "sales" | "costs" | "add", information = everything) =>
  scoreContribution([customer(parts)], information, ContributionOptions.parse(cogs === undefined ? {} : { cogs }))[0];

describe("scoreContribution", () => {
  // Two lines of 100 together, one with a cost of 30; cost of goods 25 and service 10 in the costs file.
  const both: Parts = {
    sales: { revenue: 100n, lines: 2, costOnLines: 30n, linesWithCost: 1 },
    costs: { costOfGoods: 25n, costOfGoodsRows: 1, costToServe: 10n, costToServeRows: 3 },
  };

  it.each([
    ["sales", 40n, 60n, null, false],
    ["costs", 35n, 65n, 0.65, true],
    ["add", 65n, 35n, 0.35, true],
    [undefined, 65n, 35n, 0.35, true],
  ] as const)("--cogs %s: costs %s", (cogs, costs, contribution, margin, costOfGoodsKnown) =>
    expect(score(both, cogs)).toEqual({
      customerId: "c",
      revenue: 100n,
      lines: 2,
      costs,
      contribution,
      margin,
      costOfGoodsKnown,
    }));

  it("knows the cost of goods where every line carries it", () =>
    expect(score({ sales: { revenue: 8n, lines: 2, costOnLines: 6n, linesWithCost: 2 } })).toMatchObject({
      costs: 6n,
      margin: 0.25,
      costOfGoodsKnown: true,
    }));

  it("has costs of zero for a customer without cost rows in a run with costs", () =>
    expect(score({ sales: { revenue: 8n } })).toMatchObject({ costs: 0n, contribution: 8n, margin: null }));

  it("has no margin at a revenue of zero or less", () =>
    expect(score({ sales: { revenue: 0n, linesWithCost: 1, costOnLines: 4n } })).toMatchObject({
      contribution: -4n,
      margin: null,
    }));

  it("has only costs for a customer without sales in the window, whatever its lines cost before", () => {
    expect(score({ costs: { costToServe: 5n, costToServeRows: 1 } })).toMatchObject({ revenue: 0n, contribution: -5n });
    expect(score({ sales: { lines: 0 } })).toMatchObject({ lines: 0, costs: 0n, costOfGoodsKnown: false });
  });

  it("says nothing where the run has no costs", () =>
    expect(score(both, undefined, nothing)).toEqual({
      customerId: "c",
      revenue: 100n,
      lines: 2,
      costs: null,
      contribution: null,
      margin: null,
      costOfGoodsKnown: false,
    }));

  it("conserves: revenue less costs is contribution, for every customer", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.bigInt(), fc.bigInt(), fc.bigInt())), (amounts) => {
        const customers = amounts.map(([revenue, costOnLines, costToServe]) =>
          customer({ sales: { revenue, costOnLines, linesWithCost: 1 }, costs: { costToServe, costToServeRows: 1 } }),
        );
        for (const { revenue, costs, contribution } of scoreContribution(customers, everything, {})) {
          expect(contribution).toBe(revenue - (costs ?? 0n));
        }
      }),
    ));
});

describe("costsEvaluated", () => {
  it.each([
    [nothing, undefined, false],
    [{ ...nothing, costToServeRows: true }, "sales", true],
    [{ ...nothing, costOnLines: true }, undefined, true],
    [{ ...nothing, costOnLines: true }, "sales", true],
    [{ ...nothing, costOnLines: true }, "costs", false],
    [{ ...nothing, costOfGoodsRows: true }, "add", true],
    [{ ...nothing, costOfGoodsRows: true }, "sales", false],
  ] as const)("%j with --cogs %s: %s", (information, cogs, expected) =>
    expect(costsEvaluated(information, { cogs })).toBe(expected));
});

describe("costInformation", () => {
  it("is what any customer has", () => {
    expect(costInformation([customer({ card: {} }), customer({ sales: {}, costs: {} })])).toEqual(nothing);
    expect(costInformation([customer({ sales: { linesWithCost: 1 } })])).toEqual({ ...nothing, costOnLines: true });
    expect(costInformation([customer({ costs: { costOfGoodsRows: 1, costToServeRows: 1 } })])).toEqual({
      ...everything,
      costOnLines: false,
    });
  });
});

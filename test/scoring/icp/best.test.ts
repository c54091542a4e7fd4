// Worked by hand from docs/method.md §12.
import { describe, expect, it } from "vitest";
import { type RankedCustomer, rankBest } from "../../../src/scoring/icp/best.ts";

const asOf = "2026-06-30";
const ranked = (customerId: string, rest: Partial<RankedCustomer>): RankedCustomer => ({
  customerId,
  customerName: null,
  revenue: 0n,
  contribution: 0n,
  nps: 0,
  firstPurchase: "2020-01-01",
  ...rest,
});
const ids = (customers: readonly RankedCustomer[], top = 15) =>
  rankBest(customers, asOf, top).customers.map(({ customerId }) => customerId);

describe("the mean of three ranks", () => {
  const four = [
    ranked("a", { contribution: 40n, firstPurchase: "2023-01-01", nps: 100 }), // 1, 3, 1
    ranked("b", { contribution: 30n, firstPurchase: "2020-01-01", nps: 100 }), // 2, 1, 1
    ranked("c", { contribution: 20n, firstPurchase: "2022-01-01", nps: null }), // 3, 2, –
    ranked("d", { contribution: -10n, firstPurchase: "2026-06-30", nps: -100 }), // 4, 4, 3
  ];

  it("of those that are known", () => {
    const { criteria, customers } = rankBest(four, asOf, 15);
    expect(criteria).toEqual([
      { criterion: "contribution", known: 4, isUsed: true },
      { criterion: "tenure", known: 4, isUsed: true },
      { criterion: "nps", known: 3, isUsed: true },
    ]);
    expect(customers.map(({ customerId, meanRank, ranks }) => [customerId, meanRank, ranks])).toEqual([
      ["b", 4 / 3, { contribution: 2, tenure: 1, nps: 1 }],
      ["a", 5 / 3, { contribution: 1, tenure: 3, nps: 1 }],
      ["c", 5 / 2, { contribution: 3, tenure: 2, nps: null }],
      ["d", 11 / 3, { contribution: 4, tenure: 4, nps: 3 }],
    ]);
    // From 2023-01-01 to 2026-06-30: 365 + 366 + 365 + 180 days.
    expect(customers.map(({ tenureDays }) => tenureDays)).toEqual([2372, 1276, 1641, 0]);
  });

  it("the first few", () => expect(ids(four, 2)).toEqual(["b", "a"]));

  it("in any order", () => expect(rankBest(four.toReversed(), asOf, 15)).toEqual(rankBest(four, asOf, 15)));
});

describe("a criterion", () => {
  it("missing for half of the customers counts, for one more not", () => {
    const half = [ranked("a", { nps: 0 }), ranked("b", { nps: null })];
    expect(rankBest(half, asOf, 15).criteria[2]).toEqual({ criterion: "nps", known: 1, isUsed: true });
    const less = rankBest([...half, ranked("c", { nps: null })], asOf, 15);
    expect(less.criteria[2]).toEqual({ criterion: "nps", known: 1, isUsed: false });
    expect(less.customers.map(({ ranks }) => ranks.nps)).toEqual([null, null, null]);
  });

  it("that is left out does not count for those who have it", () =>
    // a has the best NPS and nothing else.
    expect(
      ids([
        ranked("a", { contribution: 1n, nps: 100 }),
        ranked("b", { contribution: 2n, nps: null }),
        ranked("c", { contribution: 3n, nps: null }),
      ]),
    ).toEqual(["c", "b", "a"]));

  it("is missing where costs are", () => {
    const { criteria, customers } = rankBest([ranked("a", { contribution: null })], asOf, 15);
    expect(criteria[0]).toEqual({ criterion: "contribution", known: 0, isUsed: false });
    expect(criteria[1]).toEqual({ criterion: "revenue", known: 1, isUsed: true });
    expect(customers[0]?.ranks).toEqual({ contribution: null, revenue: 1, tenure: 1, nps: 1 });
  });

  it("contribution has revenue in its place where it is left out, and not where it counts", () => {
    // Without costs: a has ranks 1 and 3 (revenue, tenure), b 2 and 1, c 3 and 2; by tenure alone c came before a.
    const costless = [
      ranked("a", { revenue: 900n, firstPurchase: "2024-01-01" }),
      ranked("b", { revenue: 500n, firstPurchase: "2010-01-01" }),
      ranked("c", { revenue: 1n, firstPurchase: "2015-01-01" }),
    ].map((each) => ({ ...each, contribution: null, nps: null }));
    expect(rankBest(costless, asOf, 15).customers.map(({ customerId, meanRank }) => [customerId, meanRank])).toEqual([
      ["b", 1.5],
      ["a", 2],
      ["c", 2.5],
    ]);
    // Known of one of three: fewer than half. Of two of three: enough.
    const one = costless.map((each, i) => ({ ...each, contribution: i < 1 ? 5n : null }));
    expect(rankBest(one, asOf, 15).criteria.map(({ criterion }) => criterion)).toContain("revenue");
    const two = costless.map((each, i) => ({ ...each, contribution: i < 2 ? 5n : null }));
    expect(rankBest(two, asOf, 15).criteria.map(({ criterion }) => criterion)).toEqual([
      "contribution",
      "tenure",
      "nps",
    ]);
  });
});

describe("equal means", () => {
  it("go by contribution, revenue, id", () =>
    // Contribution 2 and 1 against NPS 50 and 100: both have ranks 1 and 2.
    expect(
      ids([
        ranked("a", { contribution: 1n, nps: 100 }),
        ranked("b", { contribution: 2n, nps: 50 }),
        ranked("e", { contribution: 0n, nps: 0 }),
        ranked("d", { contribution: 0n, nps: 0 }),
        ranked("c", { contribution: 0n, nps: 0, revenue: 5n }),
      ]),
    ).toEqual(["b", "a", "c", "d", "e"]));

  it("also without costs", () =>
    expect(ids([ranked("b", { contribution: null }), ranked("a", { contribution: null })])).toEqual(["a", "b"]));
});

it("who has no rank is not among the best", () => {
  const nothing = { contribution: null, nps: null, firstPurchase: null };
  // Contribution is known of b and c, half of the four and so enough: a and d have nothing to be ranked by.
  const half = [ranked("b", { contribution: 2n }), ranked("c", { contribution: 1n })];
  const without = (customerId: string) => ranked(customerId, nothing);
  expect(
    ids([without("a"), without("d"), ...half.map((each) => ({ ...each, nps: null, firstPurchase: null }))]),
  ).toEqual(["b", "c"]);
  expect(rankBest([], asOf, 15)).toEqual({
    criteria: ["contribution", "tenure", "nps"].map((criterion) => ({ criterion, known: 0, isUsed: false })),
    customers: [],
  });
});

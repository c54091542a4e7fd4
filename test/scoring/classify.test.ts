import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ClassifyOptions, classify } from "../../src/scoring/classify.ts";
import { buyer, customer } from "./facts.ts";

const defaults = ClassifyOptions.parse({});
const period = { months: 12, windowCovered: true, priorCovered: true };
const withCosts = { period, costs: { costOnLines: true, costOfGoodsRows: false, costToServeRows: true } };
const withoutCosts = { period, costs: { costOnLines: false, costOfGoodsRows: false, costToServeRows: false } };

// Five in the window, so one A, three B, one C; a lapsed one that still costs, a cost without a customer, a prospect.
const portfolio = [
  customer({
    customerId: "prospect",
    card: { name: "P", since: "2020-01-01", potentialGrade: "a", driver: "efficiency" },
  }),
  customer({ customerId: "asked", answers: [{ score: 9 }] }),
  buyer(100_0000n, 0n, { customerId: "small" }),
  buyer(500_0000n, 400_0000n, {
    customerId: "large",
    card: { name: "Large", since: "2019-05-01" },
    sales: {
      costOnLines: 300_0000n,
      linesWithCost: 1,
      orders: 4,
      firstPurchase: "2021-03-01",
      lastPurchase: "2026-01-15",
    },
    costs: { costToServe: 50_0000n, costToServeRows: 2 },
    answers: [
      { score: 10, respondent: "a" },
      { score: 8, respondent: "b" },
    ],
  }),
  buyer(400_0000n, 400_0000n, { customerId: "loss", sales: { costOnLines: 401_0000n, linesWithCost: 1 } }),
  buyer(300_0000n, 0n, {
    customerId: "k",
    card: { potentialGrade: "k", since: "2023-01-01" },
    sales: { firstPurchase: "2022-02-02" },
  }),
  buyer(200_0000n, 100_0000n, { customerId: "fast" }),
  customer({
    customerId: "lapsed",
    card: { refused: "x" },
    sales: { lines: 0, orders: 0, revenuePrior: 50_0000n, firstPurchase: "2022-01-01", lastPurchase: "2024-06-01" },
    costs: { costToServe: 10_0000n, costToServeRows: 1 },
  }),
  customer({ customerId: "cost", costs: { costToServe: 5_0000n, costToServeRows: 1 } }),
  customer({
    customerId: "credit",
    costs: { costToServe: -5_0000n, costToServeRows: 1 },
    card: { potentialGrade: "b" },
  }),
];

describe("classify", () => {
  const { rows, summary } = classify(portfolio, withCosts, defaults);
  const row = (id: string) => rows.find((each) => each.customerId === id);

  it("orders by cell, those without one last, and numbers the rows", () =>
    expect(rows.map((each) => [each.priority, each.customerId, each.cell])).toEqual([
      [1, "fast", "Ba"],
      [2, "large", "Ac"],
      [3, "k", "Bc"],
      [4, "small", "C?"],
      [5, "cost", "D?"],
      [6, "loss", "Dd"],
      [7, "credit", null],
      [8, "lapsed", null],
      [9, "prospect", null],
    ]));

  it("fills every column", () =>
    expect(row("large")).toEqual({
      customerId: "large",
      customerName: "Large",
      cell: "Ac",
      class: "A",
      potential: "c",
      priority: 2,
      revenue: 500_0000n,
      revenueShare: 500 / 1500,
      cumShare: 500 / 1500,
      rank: 1,
      valueClass: "A",
      costs: 350_0000n,
      contribution: 150_0000n,
      margin: 0.3,
      revenuePrior: 400_0000n,
      growth: 0.25,
      potentialGrowth: 0.25,
      potentialRevenue: 625_0000n,
      potentialIncrement: 125_0000n,
      potentialSource: "trend",
      potentialConfidence: "low",
      potentialReason: "revenue 500.00 against 400.00 in the prior window",
      driver: "expansion",
      nps: 50,
      firstPurchase: "2019-05-01",
      lastPurchase: "2026-01-15",
      orders: 4,
      status: "active",
      classReason: "rank 1 of 5, A to 1",
      annualRevenue: 500_0000n,
      because: {
        class: { rule: "abc_rank", value: 1, threshold: 1 },
        grade: { rule: "trend", value: 0.25, threshold: 0.1 },
      },
    }));

  it("says of a customer outside the window only what it knows", () => {
    expect(row("lapsed")).toMatchObject({
      class: "D",
      cell: null,
      potential: "?",
      potentialReason: "no_base",
      classReason: "cost_without_sales",
      revenue: 0n,
      revenueShare: null,
      rank: null,
      costs: 10_0000n,
      contribution: -10_0000n,
      margin: null,
      growth: -1,
      lastPurchase: "2024-06-01",
      orders: 0,
      status: "lapsed",
    });
    expect(row("prospect")).toMatchObject({
      class: null,
      driver: "efficiency",
      classReason: "no_sales_in_window",
      costs: 0n,
      revenuePrior: 0n,
      growth: null,
      nps: null,
      firstPurchase: null,
      lastPurchase: null,
    });
    expect(row("credit")).toMatchObject({ class: null, potential: "b", contribution: 5_0000n, status: "cost_only" });
    expect(row("asked")).toBeUndefined();
  });

  it("takes the first purchase where it is before the stated start", () =>
    expect(row("k")).toMatchObject({ firstPurchase: "2022-02-02", lastPurchase: null }));

  it("sums up", () =>
    expect(summary).toEqual({
      customers: 9,
      statuses: { active: 5, lapsed: 1, cost_only: 2, prospect: 1 },
      revenue: 1500_0000n,
      costs: 761_0000n,
      contribution: 739_0000n,
      costOfGoodsKnown: 2,
      classes: [
        {
          class: "A",
          customers: 1,
          withoutSales: 0,
          cut: 500_0000n,
          customerShare: 0.2,
          revenue: 500_0000n,
          revenueShare: 500 / 1500,
        },
        {
          class: "B",
          customers: 2,
          withoutSales: 0,
          cut: 200_0000n,
          customerShare: 0.4,
          revenue: 500_0000n,
          revenueShare: 500 / 1500,
        },
        {
          class: "C",
          customers: 1,
          withoutSales: 0,
          cut: 100_0000n,
          customerShare: 0.2,
          revenue: 100_0000n,
          revenueShare: 100 / 1500,
        },
        {
          class: "D",
          customers: 1,
          withoutSales: 2,
          cut: null,
          customerShare: 0.2,
          revenue: 400_0000n,
          revenueShare: 400 / 1500,
        },
      ],
      // cost: nothing to grow from; small: nothing to judge by. The lapsed customer and the prospect are not counted.
      evidence: {
        decided: { refused: 0, stated: 2, wallet: 0, seats: 0, regions: 0, peers: 0, white_space: 0, trend: 3 },
        unknown: { no_base: 1, no_basis: 1 },
      },
      notEvaluated: [],
      remarks: [{ rule: "grade_k_read_as_c", customerId: "k", value: "k" }],
    }));
});

describe("what is not evaluated", () => {
  it("without costs", () => {
    const options = ClassifyOptions.parse({ abc: { rankBy: "contribution" } });
    const { rows, summary } = classify(
      [buyer(10n, 10n), buyer(-1n, 10n, { customerId: "back" })],
      withoutCosts,
      options,
    );
    expect(rows.map((row) => [row.class, row.costs, row.contribution, row.classReason])).toEqual([
      ["A", null, null, "rank 1 of 2, A to 1"],
      ["D", null, null, "net_negative_revenue"],
    ]);
    expect(summary).toMatchObject({ costs: null, contribution: null });
    expect(summary.notEvaluated).toEqual([
      { what: "class_d", reason: "no_cost_information" },
      { what: "rank_by_contribution", reason: "no_cost_information" },
    ]);
  });

  it("without a prior window", () => {
    const context = { ...withCosts, period: { ...period, priorCovered: false } };
    const { rows, summary } = classify([buyer(10n, 10n)], context, defaults);
    expect(rows[0]).toMatchObject({ revenuePrior: null, growth: null, cell: "A?" });
    expect(summary.notEvaluated).toEqual([
      { what: "growth", reason: "prior_window_not_covered" },
      { what: "trend", reason: "prior_window_not_covered" },
    ]);
    const stated = ClassifyOptions.parse({ potential: { sources: ["stated"] } });
    expect(classify([], context, stated).summary.notEvaluated).toEqual([
      { what: "growth", reason: "prior_window_not_covered" },
    ]);
  });

  it("without four quarters, or a total above zero", () => {
    const context = { ...withCosts, period: { ...period, months: 7 } };
    const options = ClassifyOptions.parse({ abc: { method: "cumulative" } });
    expect(classify([buyer(0n, 0n)], context, options).summary.notEvaluated).toEqual([
      { what: "classes", reason: "total_not_positive" },
      { what: "trend", reason: "window_not_four_quarters" },
    ]);
  });

  it("without customers", () => {
    const { rows, summary } = classify([], withCosts, defaults);
    expect(rows).toEqual([]);
    expect(summary.classes[0]).toMatchObject({ customers: 0, cut: null, customerShare: null, revenueShare: null });
  });
});

describe("for any portfolio", () => {
  const anyCustomer = fc
    .record({
      customerId: fc.string(),
      revenue: fc.bigInt({ min: -100n, max: 100n }),
      revenuePrior: fc.bigInt({ min: -100n, max: 100n }),
      lines: fc.constantFrom(0, 1),
      costToServe: fc.bigInt({ min: -50n, max: 50n }),
      potentialGrade: fc.option(fc.constantFrom("a", "k", "odd")),
    })
    .map(({ customerId, revenue, revenuePrior, lines, costToServe, potentialGrade }) =>
      buyer(lines === 0 ? 0n : revenue, revenuePrior, {
        customerId,
        card: { potentialGrade },
        sales: { lines },
        costs: { costToServe, costToServeRows: 1 },
      }),
    );
  const anyPortfolio = fc.uniqueArray(anyCustomer, { selector: (each) => each.customerId, maxLength: 30 });

  it("input order does not matter", () =>
    fc.assert(
      fc.property(anyPortfolio, (customers) => {
        expect(classify(customers.toReversed(), withCosts, defaults)).toEqual(classify(customers, withCosts, defaults));
      }),
    ));

  it("the rows and the classes hold the whole revenue, and every customer once", () =>
    fc.assert(
      fc.property(anyPortfolio, (customers) => {
        const { rows, summary } = classify(customers, withCosts, defaults);
        const whole = customers.reduce((sum, { sales }) => sum + (sales?.revenue ?? 0n), 0n);
        expect(rows.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(whole);
        expect(summary.classes.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(whole);
        expect(rows.map((row) => row.customerId).toSorted()).toEqual(
          customers.map((each) => each.customerId).toSorted(),
        );
        expect(rows.map((row) => row.priority)).toEqual(rows.map((_, i) => i + 1));
      }),
    ));

  it("no number is NaN or infinite", () =>
    fc.assert(
      fc.property(anyPortfolio, (customers) => {
        for (const row of classify(customers, withCosts, defaults).rows) {
          for (const value of Object.values(row))
            if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
        }
      }),
    ));
});

describe("ClassifyOptions", () => {
  it("have a default for everything but the source of the cost of goods", () =>
    expect(defaults).toEqual({
      abc: { method: "rank", cuts: [20, 80], rankBy: "revenue", dMode: "override" },
      contribution: {},
      potential: {
        sources: ["stated", "wallet", "seats", "regions", "peers", "white_space", "trend"],
        attainableShare: 1,
      },
    }));

  it("refuse what they do not know", () => expect(() => ClassifyOptions.parse({ abd: {} })).toThrow("abd"));

  it("can be written as a JSON schema that describes every option", () => {
    const { properties } = z.toJSONSchema(ClassifyOptions, { io: "input" }) as {
      properties: Record<string, { properties: Record<string, { description?: string }> }>;
    };
    for (const group of Object.values(properties)) {
      for (const option of Object.values(group.properties)) expect(option.description).toBeTypeOf("string");
    }
  });
});

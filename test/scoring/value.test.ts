// Worked by hand from docs/method.md §8; money in units of 1/10,000. D = 2026-06-30, W begins with 2025-07-01.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LifetimeFacts } from "../../src/facts/lifetime.ts";
import type { Classified } from "../../src/scoring/value/row.ts";
import { scoreValue, type ValueContext } from "../../src/scoring/value.ts";

const context: ValueContext = {
  asOf: "2026-06-30",
  windowFrom: "2025-06-30",
  months: 12,
  acquisition: { amount: 0n, rows: 0 },
  groups: null,
  firstSale: "2020-01-01",
  historyFrom: null,
};

const eur = (amount: number): bigint => BigInt(Math.round(amount * 10_000));

const classified = (customerId: string, rest: Partial<Classified> = {}): Classified => ({
  customerId,
  customerName: null,
  firstPurchase: "2024-06-30",
  revenue: 0n,
  annualRevenue: rest.revenue ?? 0n,
  contribution: null,
  margin: null,
  ...rest,
});

const lifetime = (customerId: string, rest: Partial<LifetimeFacts> = {}): LifetimeFacts => ({
  customerId,
  revenue: 0n,
  lines: 1,
  linesWithCost: 0,
  costOnLines: 0n,
  firstLine: "2024-06-30",
  costOfGoods: 0n,
  costOfGoodsRows: 0,
  firstCostOfGoods: null,
  costToServe: 0n,
  acquisition: 0n,
  acquisitionRows: 0,
  ...rest,
});

type Case = readonly [Classified, LifetimeFacts];

const value = (cases: readonly Case[], rest: Partial<ValueContext> = {}) =>
  scoreValue(
    cases.map(([row]) => row),
    new Map(cases.map(([, facts]) => [facts.customerId, facts])),
    { ...context, ...rest },
    {},
  );

const only = (row: Partial<Classified>, facts: Partial<LifetimeFacts> = {}, rest: Partial<ValueContext> = {}) =>
  value([[classified("c", row), lifetime("c", facts)]], rest).rows[0];

describe("the simple value", () => {
  it("is annual revenue times tenure", () =>
    // 1,826 days / 365.2425 = 4.99942… years; 40,000 × that = 199,976.7278… rounded to a unit.
    expect(only({ firstPurchase: "2021-06-30", revenue: eur(40_000) })).toMatchObject({
      clvSimple: 1_999_767_278n,
      tenureYears: expect.closeTo(1826 / 365.2425, 14),
      annualRevenue: eur(40_000),
      because: { clv: { rule: "at_least_one_year", threshold: 1 } },
    }));

  it.each([
    // 365 days are less than a year of 365.2425, 366 are more: 100 × 366 / 365.2425 = 100.20739…
    ["2026-06-30", 0, 1_000_000n],
    ["2025-06-30", 365, 1_000_000n],
    ["2025-06-29", 366, 1_002_074n],
  ])("counts a year at least: since %s", (firstPurchase, days, clvSimple) =>
    expect(only({ firstPurchase, revenue: eur(100) })).toMatchObject({
      clvSimple,
      tenureYears: expect.closeTo(days / 365.2425, 14),
    }));

  it("takes a window of another length as a year", () =>
    // 100 in 6 months, 20 of it left: 200 and 40 a year; a cost of 10 takes 10 / (20/6) = 3 months.
    expect(
      only(
        { firstPurchase: "2026-01-01", revenue: eur(100), contribution: eur(20), margin: 0.2 },
        { acquisition: eur(10), acquisitionRows: 1 },
        { months: 6 },
      ),
    ).toMatchObject({ clvSimple: eur(200), clvMargin: eur(40), ltvCac: 4, paybackMonths: 3 }));

  it("is 0 of a lapsed customer, negative where returns outweigh sales, unknown without a purchase", () => {
    expect(only({ revenue: 0n }, { revenue: eur(9) })).toMatchObject({ clvSimple: 0n, revenueTotal: eur(9) });
    expect(only({ firstPurchase: "2026-01-01", revenue: -eur(5) })).toMatchObject({ clvSimple: -eur(5), margin: null });
    expect(only({ firstPurchase: null, revenue: -eur(5) })).toMatchObject({
      clvSimple: null,
      tenureYears: null,
      clvMargin: null,
      because: { clv: { rule: "no_purchase", value: null } },
    });
  });
});

describe("margin", () => {
  it("of a loss makes the value a loss, and nothing pays the cost back", () =>
    // −1,000 of 10,000; 720 days: −1,000 × 720 / 365.2425 = −1,971.2929…
    expect(
      only(
        { firstPurchase: "2024-07-10", revenue: eur(10_000), contribution: -eur(1000), margin: -0.1 },
        { acquisition: eur(2000), acquisitionRows: 1 },
      ),
    ).toMatchObject({
      margin: -0.1,
      clvMargin: -19_712_930n,
      ltvCac: expect.closeTo(-0.985646, 5),
      paybackMonths: null,
    }));

  it("of nothing pays nothing back", () =>
    expect(
      only({ revenue: eur(1), contribution: 0n, margin: 0 }, { acquisition: eur(1), acquisitionRows: 1 }),
    ).toMatchObject({ clvMargin: 0n, ltvCac: 0, paybackMonths: null }));

  it.each([
    [eur(10), "cost_of_goods_not_known"],
    [0n, "revenue_not_positive"],
    [-1n, "revenue_not_positive"],
  ])("not known at a revenue of %s: %s", (revenue, rule) =>
    expect(only({ revenue, contribution: eur(2) }, { acquisition: eur(1), acquisitionRows: 1 })).toMatchObject({
      margin: null,
      contribution: null,
      clvMargin: null,
      ltvCac: null,
      paybackMonths: null,
      because: { margin: { rule, value: revenue, threshold: 0n } },
    }));
});

describe("what it cost to win a customer", () => {
  const earning = { firstPurchase: "2026-01-01", revenue: eur(100), contribution: eur(60), margin: 0.6 };

  it("is its own costs, where there are any", () =>
    expect(
      only(earning, { acquisition: eur(30), acquisitionRows: 2 }, { acquisition: { amount: eur(99), rows: 3 } }),
    ).toMatchObject({
      cac: eur(30),
      cacBasis: "own",
      // 60 / 30, and 30 / (60 / 12).
      ltvCac: 2,
      paybackMonths: 6,
      because: { cac: { rule: "own_acquisition_costs", value: eur(30) } },
    }));

  it("may be nothing, or a refund", () => {
    expect(only(earning, { acquisition: 0n, acquisitionRows: 1 })).toMatchObject({ ltvCac: null, paybackMonths: 0 });
    expect(only(earning, { acquisition: -1n, acquisitionRows: 1 })).toMatchObject({
      cac: -1n,
      ltvCac: null,
      paybackMonths: null,
    });
  });

  it("else the average of the window: all its costs by all who are new", () => {
    // 40 for the two who came after 2025-06-30; the third came on it. The new one without a line counts, too.
    const { rows, acquisition } = scoreValue(
      [
        classified("a", earning),
        classified("b", { firstPurchase: "2025-06-30" }),
        classified("since", { firstPurchase: "2025-07-01" }),
        classified("prospect", { firstPurchase: null }),
      ],
      new Map([
        ["a", lifetime("a")],
        ["b", lifetime("b")],
        ["since", lifetime("since", { lines: 0, firstLine: null })],
      ]),
      { ...context, acquisition: { amount: eur(40), rows: 2 } },
      {},
    );
    expect(acquisition).toEqual({ amount: eur(40), rows: 2, newCustomers: 2, average: eur(20), reason: null });
    expect(rows.map(({ customerId, cac, cacBasis }) => [customerId, cac, cacBasis])).toEqual([
      ["a", eur(20), "average"],
      ["b", eur(20), "average"],
    ]);
    expect(rows[0]?.because.cac).toEqual({ rule: "average_of_new_customers", value: eur(20), threshold: 2 });
  });

  it.each([
    ["no_acquisition_costs", 0, {}, 1],
    ["new_not_known", 1, { firstSale: "2024-07-02" }, null],
    ["new_not_known", 1, { firstSale: null }, null],
    ["no_new_customers", 1, { windowFrom: "2026-01-01" }, 0],
  ])("or unknown: %s", (reason, costRows, rest, newCustomers) => {
    const spent = { amount: BigInt(costRows), rows: costRows };
    const { rows, acquisition } = value([[classified("a", earning), lifetime("a")]], { ...rest, acquisition: spent });
    expect(acquisition).toMatchObject({ reason, newCustomers, average: null });
    expect(rows[0]).toMatchObject({ cac: null, cacBasis: null, ltvCac: null, paybackMonths: null });
    expect(rows[0]?.because.cac).toMatchObject({ rule: reason, value: null });
  });

  it("the user's word on the history is enough", () =>
    expect(
      value([[classified("a", earning), lifetime("a")]], {
        acquisition: { amount: 7n, rows: 1 },
        firstSale: "2025-07-01",
        historyFrom: "2025-07-01",
      }).acquisition.average,
    ).toBe(7n));
});

describe("rows", () => {
  it("stand in the order of value; those who never bought have none", () => {
    const { rows, withoutSales } = value([
      [classified("b", { revenue: 1n }), lifetime("b")],
      [classified("a", { revenue: 1n }), lifetime("a")],
      [classified("rich", { revenue: 1n }), lifetime("rich", { revenue: 5n })],
      [classified("returned", { firstPurchase: null }), lifetime("returned")],
      [classified("top", { revenue: 2n }), lifetime("top")],
      [classified("returned too", { firstPurchase: null }), lifetime("returned too")],
      [classified("costs only"), lifetime("costs only", { lines: 0, firstLine: null })],
    ]);
    expect(rows.map(({ customerId }) => customerId)).toEqual(["top", "rich", "a", "b", "returned", "returned too"]);
    expect(withoutSales).toBe(1);
  });

  it("add up by group, the unknown one last", () => {
    const cac = { acquisition: eur(10), acquisitionRows: 1 };
    const { rows, figures } = value(
      [
        // Two years and one: 731 and 366 days would be; here the tenure is under a year, so that sums are plain.
        [
          classified("a", { firstPurchase: "2026-01-01", revenue: eur(100), contribution: eur(50), margin: 0.5 }),
          lifetime("a", { revenue: eur(100), ...cac }),
        ],
        [
          classified("b", { firstPurchase: "2026-06-30", revenue: eur(300), contribution: eur(30), margin: 0.1 }),
          lifetime("b", { revenue: eur(300), linesWithCost: 1, costOnLines: eur(270), ...cac }),
        ],
        [classified("c", { firstPurchase: "2026-01-01", revenue: eur(7) }), lifetime("c", { revenue: eur(7) })],
        [classified("d", { firstPurchase: null }), lifetime("d")],
      ],
      {
        groups: new Map([
          ["a", "South"],
          ["b", "North"],
          ["c", "South"],
        ]),
      },
    );
    expect(rows.map(({ group }) => group)).toEqual(["North", "South", "South", "(unknown)"]);
    expect(figures.map(({ group, customers }) => [group, customers])).toEqual([
      [null, 4],
      ["North", 1],
      ["South", 2],
      ["(unknown)", 1],
    ]);
    expect(figures[0]).toMatchObject({
      clvSimple: { customers: 3, total: eur(407), mean: divided(407, 3) },
      revenueTotal: { customers: 4, total: eur(407) },
      contributionTotal: { customers: 1, total: eur(30), mean: eur(30) },
      clvMargin: { customers: 2, total: eur(80), mean: eur(40) },
      cac: { customers: 2, total: eur(20), mean: eur(10) },
      // 80 of 400; 80 / 20; 20 / (80 / 12).
      margin: 0.2,
      ltvCac: 4,
      paybackMonths: 3,
      tenureYears: expect.closeTo((180 + 0 + 180) / 3 / 365.2425, 12),
    });
    expect(figures[3]).toMatchObject({
      clvSimple: { customers: 0, total: 0n, mean: null },
      tenureYears: null,
      margin: null,
      ltvCac: null,
      paybackMonths: null,
    });
  });

  it("refunds pay nothing back", () =>
    expect(
      value([
        [
          classified("a", { revenue: eur(9), contribution: eur(5), margin: 0.5 }),
          lifetime("a", { acquisition: -1n, acquisitionRows: 1 }),
        ],
      ]).figures[0],
    ).toMatchObject({ ltvCac: null, paybackMonths: null }));

  it("nobody", () => {
    const { rows, figures } = value([]);
    expect([rows, figures.length, figures[0]?.customers]).toEqual([[], 1, 0]);
  });
});

/** Rounded to a unit of 1/10,000, half up. */
const divided = (amount: number, by: number): bigint => BigInt(Math.round((amount * 10_000) / by));

describe("whatever the customers", () => {
  const anyCase = fc.record({
    revenue: fc.bigInt({ min: -50n, max: 5_000_000n }),
    cost: fc.bigInt({ min: 0n, max: 5_000_000n }),
    day: fc.integer({ min: 10, max: 28 }),
    year: fc.integer({ min: 2019, max: 2026 }),
    acquisition: fc.option(fc.bigInt({ min: -5n, max: 1_000_000n })),
  });
  const cases = fc.array(anyCase, { maxLength: 12 }).map((list) =>
    list.map(({ revenue, cost, day, year, acquisition }, i): Case => {
      const id = `c${i}`;
      const known = revenue > 0n;
      return [
        classified(id, {
          firstPurchase: `${year}-05-${day}`,
          revenue,
          contribution: revenue - cost,
          margin: known ? Number(revenue - cost) / Number(revenue) : null,
        }),
        lifetime(id, { revenue, acquisition: acquisition ?? 0n, acquisitionRows: acquisition === null ? 0 : 1 }),
      ];
    }),
  );
  const spent = { acquisition: { amount: 12_345n, rows: 1 } };

  it("their order does not matter", () =>
    fc.assert(
      fc.property(cases, (some) => {
        const groups = new Map(some.map(([{ customerId }], i) => [customerId, ["1", "01", "South"][i % 3] as string]));
        const all = { ...spent, groups };
        expect(value(some.toReversed(), all)).toEqual(value(some, all));
      }),
    ));

  it("groups add up to everybody, and no ratio is not a number", () =>
    fc.assert(
      fc.property(cases, (some) => {
        const groups = new Map(some.map(([{ customerId }], i) => [customerId, `g${i % 3}`]));
        const { rows, figures } = value(some, { ...spent, groups });
        const [all, ...parts] = figures;
        expect(parts.reduce((sum, { clvSimple }) => sum + clvSimple.total, 0n)).toBe(all?.clvSimple.total);
        expect(parts.reduce((sum, { clvMargin }) => sum + clvMargin.total, 0n)).toBe(all?.clvMargin.total);
        for (const { tenureYears, ltvCac, paybackMonths, margin } of [...rows, ...figures])
          for (const number of [tenureYears, ltvCac, paybackMonths, margin])
            expect(number === null || Number.isFinite(number)).toBe(true);
      }),
    ));
});

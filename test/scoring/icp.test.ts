// Worked by hand from docs/method.md §12.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankCard, type Card } from "../../src/facts/card.ts";
import { IcpOptions } from "../../src/scoring/icp/options.ts";
import { type Classified, scoreIcp, scoreProspects } from "../../src/scoring/icp.ts";
import { customer } from "./facts.ts";

const asOf = "2026-06-30";

const row = (customerId: string, rest: Partial<Classified> = {}): Classified => ({
  customerId,
  customerName: null,
  status: "active",
  revenue: 100n,
  contribution: 20n,
  margin: 0.2,
  nps: 0,
  firstPurchase: "2024-01-01",
  orders: 4,
  ...rest,
});

/** Twelve customers, the first three with the best contribution; the first four in IT, six in trade, two elsewhere. */
const rows = Array.from({ length: 12 }, (_, i) =>
  row(`c${String(i).padStart(2, "0")}`, { contribution: BigInt(90 - i) }),
);
const industryOf = (i: number) => (i < 4 ? "IT" : i < 10 ? "Trade" : `other ${i}`);
const facts = rows.map(({ customerId }, i) => customer({ customerId, card: { industry: industryOf(i) } }));
const options = IcpOptions.parse({ top: 3, attributes: ["industry", "country"] });

describe("the profile", () => {
  const profile = scoreIcp(rows, facts, asOf, options);

  it("the best and their traits", () => {
    expect(profile.best.customers.map(({ customerId }) => customerId)).toEqual(["c00", "c01", "c02"]);
    expect(profile).toMatchObject({ base: 12, isTooSmall: false, unknown: ["country"], portfolioMargin: 1014 / 1200 });
    // IT: 3 of 3 against 4 of 12; C(4,3)/C(12,3) = 4/220 of chance. Trade: none of 3 against 6; C(6,3)·2 = 40 of 220.
    const [it, trade] = profile.traits;
    expect(it).toMatchObject({ value: "IT", best: 3, base: 4, lift: 3, verdict: "seek" });
    expect(it?.pValue).toBeCloseTo(4 / 220, 14);
    // Three tests: IT, Trade, the unknown country.
    expect(it?.pAdjusted).toBeCloseTo(12 / 220, 14);
    expect(trade).toMatchObject({ value: "Trade", best: 0, base: 6, lift: 0, verdict: "typical" });
    expect(trade?.pValue).toBeCloseTo(40 / 220, 14);
    expect(profile.traits.map(({ value, verdict }) => [value, verdict])).toEqual([
      ["IT", "seek"],
      ["Trade", "typical"],
      ["other 10", "too few"],
      ["other 11", "too few"],
      ["(unknown)", "typical"],
    ]);
  });

  it("has customers with a line in the window alone", () => {
    const others = (["lapsed", "prospect", "cost_only"] as const).map((status, i) => row(`x${i}`, { status }));
    expect(scoreIcp([...rows, ...others], facts, asOf, options)).toEqual(profile);
  });

  it("a customer of whom no card is known has unknown traits", () => {
    const traits = scoreIcp(rows, facts.slice(1), asOf, options).traits;
    expect(traits.find(({ attribute, value }) => attribute === "industry" && value === "(unknown)")).toMatchObject({
      best: 1,
      base: 1,
      verdict: "too few",
    });
  });

  it("groups to avoid", () => {
    // Trade orders 9 times at a margin of 10 %; the others 4 times at 50 %.
    const busy = rows.map((each, i) =>
      industryOf(i) === "Trade"
        ? { ...each, orders: 9, contribution: 10n, margin: 0.1 }
        : { ...each, contribution: 50n, margin: 0.5 },
    );
    const found = scoreIcp(busy, facts, asOf, options);
    // The median of six 4 and six 9.
    expect(found).toMatchObject({ medianOrders: 6.5, portfolioMargin: 0.3 });
    expect(found.busy).toMatchObject([
      {
        attribute: "industry",
        value: "Trade",
        base: 6,
        margin: 0.1,
        ordersPerCustomer: 9,
        verdict: "avoid",
        because: { orders: { value: 9, threshold: 6.5 }, margin: { value: 0.1, threshold: 0.3 } },
      },
    ]);
    expect(profile).toMatchObject({ busy: [], busyAndNearlyAll: [] });
  });

  it("is tested on the customers themselves", () => expect(profile.validation).toMatchObject({ folds: 3 }));
});

describe("too few customers", () => {
  it("nine have counts, and no lift, fit or test", () => {
    const nine = scoreIcp(rows.slice(0, 9), facts, asOf, options);
    expect(nine).toMatchObject({ base: 9, isTooSmall: true, longStanding: null, validation: null });
    expect(nine.best.customers).toHaveLength(3);
    expect(nine.traits.map(({ base, lift, verdict }) => [base, lift, verdict])).toEqual([
      [5, null, "too few"],
      [4, null, "too few"],
      [9, null, "too few"],
    ]);
    const prospect = { ...blankCard("p"), industry: "IT" };
    expect(scoreProspects([prospect], rows.slice(0, 9), facts, asOf, options)).toMatchObject({
      rows: [{ fit: null, reasons: [], unfamiliar: ["industry"] }],
      validation: null,
    });
  });

  it("nobody", () =>
    expect(scoreIcp([], [], asOf, options)).toMatchObject({
      base: 0,
      traits: [],
      busy: [],
      medianOrders: null,
      portfolioMargin: null,
    }));
});

describe("long-standing customers of several categories", () => {
  const bought = (...names: readonly string[]) => names.map((category) => ({ category, spend: 1n, purchases: 1 }));
  const returned = { category: "Z", spend: -1n, purchases: 0 };
  const since = (index: number, firstPurchase: string | null) =>
    rows.map((each, i) => (i === index ? { ...each, firstPurchase } : { ...each, firstPurchase: "2020-01-01" }));
  /** The first four buy of three categories, the rest of one; with returns in another. */
  const withCategories = facts.map((each, i) => ({
    ...each,
    categories: [...(i < 4 ? bought("A", "B", "C") : bought("A")), returned],
  }));

  it("five years, and as many categories as the one in the middle, at least two", () => {
    // The median is one category; two it must be. All four of IT have three.
    const { longStanding } = scoreIcp(since(-1, null), withCategories, asOf, options);
    expect(longStanding).toMatchObject({ customers: 4, categoriesFrom: 2 });
    expect(longStanding?.traits[0]).toMatchObject({ value: "IT", best: 4, base: 4, lift: 3, verdict: "seek" });
  });

  it("the median where it is more", () => {
    const three = withCategories.map((each) => ({ ...each, categories: bought("A", "B", "C") }));
    expect(scoreIcp(since(-1, null), three, asOf, options).longStanding).toMatchObject({
      customers: 12,
      categoriesFrom: 3,
    });
  });

  it.each([
    // 1826 days after 2021-06-30 is short of five years of 365.2425 days (1826.2), 1827 days are not.
    ["2021-06-30", 3],
    ["2021-06-29", 4],
    [null, 3],
  ])("a first purchase on %s", (date, count) =>
    expect(scoreIcp(since(0, date), withCategories, asOf, options).longStanding?.customers).toBe(count));

  it("is not known without categories", () => {
    expect(scoreIcp(rows, facts, asOf, options).longStanding).toBeNull();
    // A customer without them is in the base all the same.
    const partly = withCategories.map((each, i) => (i === 0 ? { ...each, categories: null } : each));
    expect(scoreIcp(since(-1, null), partly, asOf, options).longStanding?.customers).toBe(3);
  });
});

describe("prospects", () => {
  const card = (customerId: string, rest: Partial<Card>): Card => ({ ...blankCard(customerId), ...rest });
  const scored = scoreProspects(
    [
      card("p3", { industry: "Trade" }),
      card("p1", { industry: "IT", name: "One" }),
      card("p5", { industry: "Space" }),
      card("p4", {}),
      card("c03", { industry: "IT" }),
    ],
    rows,
    facts,
    asOf,
    options,
  );

  it("by fit, then by id", () => {
    // IT: ln((3 + 1/3) / 4 / (1/3)) = ln 2.5. Trade: ln((1/2) / 4 / (1/2)) = ln 0.25. Of the others nothing is told.
    expect(scored.rows.map(({ prospectId, fit }) => [prospectId, fit])).toEqual([
      ["c03", 100],
      ["p1", 100],
      ["p3", 0],
      ["p4", null],
      ["p5", null],
    ]);
  });

  it("with reasons, and what they lack", () =>
    expect(scored.rows).toMatchObject([
      { isCustomer: true },
      { prospectName: "One", isCustomer: false, reasons: [{ attribute: "industry", value: "IT", lift: 3 }] },
      { reasons: [{ value: "Trade", lift: 0 }] },
      { unknown: ["industry"], unfamiliar: [], reasons: [] },
      { unknown: [], unfamiliar: ["industry"] },
    ]));

  it("by attributes that are known of one of them, tested by these", () => {
    expect(scored.used).toEqual(["industry"]);
    expect(scored.validation?.folds).toBe(3);
    const blank = scoreProspects([card("p", {})], rows, facts, asOf, options);
    expect(blank).toMatchObject({ used: [], rows: [{ fit: null, unknown: [] }], validation: { auc: 0.5 } });
    expect(scoreProspects([], rows, facts, asOf, options).rows).toEqual([]);
  });

  it("without a fit by id", () => {
    const none = scoreProspects([card("q", {}), card("p", {})], rows, facts, asOf, options);
    expect(none.rows.map(({ prospectId }) => prospectId)).toEqual(["p", "q"]);
  });
});

describe("whatever the customers", () => {
  const any = fc.record({
    contribution: fc.option(fc.bigInt({ min: -5n, max: 5n }), { nil: null }),
    nps: fc.option(fc.constantFrom(-100, 0, 50, 100), { nil: null }),
    orders: fc.integer({ min: 0, max: 5 }),
    industry: fc.constantFrom("a", "b", null),
    employees: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
  });
  const portfolios = fc.array(any, { maxLength: 30 }).map((list) => ({
    rows: list.map(({ contribution, nps, orders }, i) =>
      row(`c${i}`, { contribution, nps, orders, margin: contribution === null ? null : Number(contribution) / 100 }),
    ),
    facts: list.map(({ industry, employees }, i) => customer({ customerId: `c${i}`, card: { industry, employees } })),
  }));
  const defaults = IcpOptions.parse({ top: 5 });

  it("their order does not matter", () =>
    fc.assert(
      fc.property(portfolios, (p) => {
        const forwards = scoreIcp(p.rows, p.facts, asOf, defaults);
        expect(scoreIcp(p.rows.toReversed(), p.facts.toReversed(), asOf, defaults)).toEqual(forwards);
        const cards = p.facts.map(({ card }) => card as Card);
        expect(scoreProspects(cards.toReversed(), p.rows.toReversed(), p.facts, asOf, defaults)).toEqual(
          scoreProspects(cards, p.rows, p.facts, asOf, defaults),
        );
      }),
    ));

  it("each attribute's values add up to the best and to the base, and everything said is a number", () =>
    fc.assert(
      fc.property(portfolios, (p) => {
        const { traits, best, base } = scoreIcp(p.rows, p.facts, asOf, defaults);
        for (const attribute of base === 0 ? [] : defaults.attributes) {
          const own = traits.filter((trait) => trait.attribute === attribute);
          expect(own.reduce((sum, trait) => sum + trait.base, 0)).toBe(base);
          expect(own.reduce((sum, trait) => sum + trait.best, 0)).toBe(best.customers.length);
        }
        for (const { lift, pValue, pAdjusted } of traits) {
          if (lift === null) continue;
          expect(lift).toBeGreaterThanOrEqual(0);
          expect(pValue).toBeGreaterThan(0);
          expect(pValue).toBeLessThanOrEqual(1);
          expect(pAdjusted).toBeGreaterThanOrEqual(pValue as number);
        }
        const cards = p.facts.map(({ card }) => card as Card);
        for (const { fit } of scoreProspects(cards, p.rows, p.facts, asOf, defaults).rows)
          if (fit !== null) {
            expect(fit).toBeGreaterThan(-1e-9);
            expect(fit).toBeLessThan(100 + 1e-9);
          }
      }),
    ));
});

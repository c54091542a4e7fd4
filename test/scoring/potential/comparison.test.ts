// Worked by hand from docs/method.md §4, level 4; money in units of 1/10,000, so 1_000_000n is 100.00.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CategorySpend } from "../../../src/facts/categories.ts";
import type { CustomerFacts } from "../../../src/facts/customer.ts";
import type { PotentialSource } from "../../../src/scoring/potential/evidence.ts";
import { gradePotential, PotentialOptions } from "../../../src/scoring/potential.ts";
import { buyer, customer, type Parts } from "../facts.ts";

const year = { months: 12, windowCovered: true, priorCovered: true };
const defaults = PotentialOptions.parse({});
const scores = (customers: readonly CustomerFacts[], sources?: PotentialSource[], months = 12) =>
  gradePotential(customers, { ...year, months }, sources ? PotentialOptions.parse({ sources }) : defaults);
const first = (customers: readonly CustomerFacts[], sources?: PotentialSource[], months = 12) => {
  const [score] = scores(customers, sources, months);
  if (score === undefined) throw new Error("no score");
  return score;
};
const spend = (amounts: Readonly<Record<string, bigint>>): CategorySpend[] =>
  Object.entries(amounts).map(([category, amount]) => ({ category, spend: amount, purchases: 1 }));
const active = (revenue: bigint, card: Parts["card"] = {}, amounts?: Readonly<Record<string, bigint>>) =>
  customer({
    card: { segment: "Retail", ...card },
    sales: { revenue },
    ...(amounts ? { categories: spend(amounts) } : {}),
  });

describe("level 4, peers", () => {
  // Revenue per employee of the others, in units: 10, 20, 30, 40, 50; the upper quartile is the fourth, 40.
  const others = [10n, 20n, 30n, 40n, 50n].map((each) => active(each * 100n, { employees: 100 }));

  it("is the own employees at the upper quartile", () =>
    // 15 × 40 = 600 against 400: half more.
    expect(first([active(400n, { employees: 15 }), ...others])).toMatchObject({
      potential: "b",
      potentialRevenue: 600n,
      potentialGrowth: 0.5,
      potentialSource: "peers",
      potentialConfidence: "low",
      driver: "expansion",
      because: { rule: "peers", value: 0.5, threshold: 0.3 },
    }));

  it("says its figures", () => {
    const rich = others.map((each) => customer({ ...parts(each), sales: { revenue: revenueOf(each) * 10_000n } }));
    expect(first([active(12_000_000n, { employees: 41 }), ...rich]).potentialReason).toBe(
      "41 employees × 40.00 a head, upper quartile of 5 peers in segment Retail",
    );
    const industry = rich.map((each) =>
      customer({ ...parts(each), card: { industry: "Trade", employees: 100 }, sales: { revenue: revenueOf(each) } }),
    );
    const own = active(5_000_000n, { employees: 25.5, industry: "Trade", segment: null });
    expect(first([own, ...industry])).toMatchObject({
      // 25.5 × 40.00 = 1020.00, more than twice 500.00.
      potential: "a",
      potentialRevenue: 10_000_000n,
      potentialReason:
        "25.5 employees × 40.00 a head, upper quartile of 5 peers in industry Trade; capped at 2 × revenue",
    });
  });

  it.each([
    [2000n, "a"], // 100 × 40 = 4000
    [2001n, "b"],
    [3076n, "b"], // × 1.3 = 3998.8
    [3077n, "c"], // × 1.3 = 4000.1
    [3636n, "c"], // × 1.1 = 3999.6
    [3637n, "d"], // × 1.1 = 4000.7
    [3999n, "d"],
  ])("%i of 4000 is %s", (revenue, potential) =>
    expect(first([active(revenue, { employees: 100 }), ...others])).toMatchObject({
      potential,
      potentialSource: "peers",
    }));

  it("weighs the two values beside the quartile exactly", () => {
    // Six others: place (6 − 1) · 3/4 = 3.75, so a quarter of 100 and three quarters of 140 are 130, b to the unit.
    const gradeWith = (fifth: bigint) => {
      const six = [10n, 10n, 10n, 100n, fifth, 900n].map((each) => active(each * 3n, { employees: 3 }));
      return first([active(100n, { employees: 1 }), ...six]).potential;
    };
    expect([gradeWith(140n), gradeWith(139n)]).toEqual(["b", "c"]);
    // A third of an employee's revenue over: 3 × 100 + 1 is 100 1/3 a head, 103 of them against 7950 × 1.3 = 10,335.
    const thirds = Array.from({ length: 5 }, () => active(301n, { employees: 3 }));
    expect(first([active(7949n, { employees: 103 }), ...thirds]).potential).toBe("b");
    expect(first([active(7950n, { employees: 103 }), ...thirds]).potential).toBe("c");
  });

  it("applies above the own revenue only", () => {
    expect(first([active(4000n, { employees: 100 }), ...others]).potentialReason).toBe("no_basis");
    expect(first([active(9000n, { employees: 100 }), ...others]).potentialReason).toBe("no_basis");
  });

  it("is by the year", () =>
    // 5 months: 400 is 960 a year, 40 a head are 96: 15 × 96 = 1440.
    expect(first([active(400n, { employees: 15 }), ...others], undefined, 5)).toMatchObject({
      annualRevenue: 960n,
      potentialRevenue: 1440n,
    }));

  it("needs employees and five others with employees", () => {
    expect(first([active(400n), ...others]).potential).toBe("?");
    expect(first([active(400n, { employees: 0 }), ...others]).potential).toBe("?");
    expect(first([active(400n, { employees: 15 }), ...others.slice(1), active(9n)]).potential).toBe("?");
    expect(first([active(400n, { employees: 15, segment: "Other" }), ...others]).potential).toBe("?");
  });

  it("widens a range narrower than the peers' median, expands one as wide", () => {
    const wide = others.map((each) => ({ ...each, categories: spend({ a: 1n, b: 1n }) }));
    const driverWith = (amounts?: Record<string, bigint>) =>
      first([active(400n, { employees: 15 }, amounts), ...wide], ["peers"]).driver;
    expect(driverWith({ a: 1n })).toBe("widening");
    expect(driverWith({ a: 1n, b: 1n })).toBe("expansion");
    expect(driverWith({ a: 1n, b: 1n, c: 1n })).toBe("expansion");
    expect(driverWith()).toBe("expansion");
    const own = active(400n, { employees: 15 }, { a: 1n });
    expect(first([own, ...others], ["peers"]).driver).toBe("expansion");
  });

  const parts = ({ customerId, card }: CustomerFacts): Parts => ({ customerId, ...(card === null ? {} : { card }) });
  const revenueOf = ({ sales }: CustomerFacts): bigint => sales?.revenue ?? 0n;
});

describe("level 4, white space", () => {
  /** Five peers that spend this much of 10,000 on Tools beside Wood. */
  const peersWith = (tools: bigint) =>
    Array.from({ length: 5 }, () => active(10_000n + tools, {}, { Wood: 10_000n, Tools: tools }));
  const own = active(1_000_000n, {}, { Wood: 1_000_000n });

  it.each([
    [10_000n, "a"],
    [9_999n, "b"],
    [3_000n, "b"],
    [2_999n, "c"],
    [1_000n, "c"],
    [999n, "d"],
  ])("a category of %i to 10,000 is %s", (tools, potential) =>
    expect(first([own, ...peersWith(tools)])).toMatchObject({
      potential,
      potentialRevenue: 1_000_000n + tools * 100n,
      potentialGrowth: Number(tools) / 10_000,
      potentialSource: "white_space",
      potentialConfidence: "low",
      driver: "widening",
    }));

  it("says which categories, those that promise most first", () => {
    expect(first([own, ...peersWith(3_000n)]).potentialReason).toBe(
      "1 category that most of 5 peers in segment Retail buy: Tools",
    );
    // Of 100 in all: Wood 60, others 4 at most, so their parts of the rest rise with them; 14.7 percent.
    const wide = { Wood: 60n, E: 1n, D: 2n, C: 3n, B: 3n, A: 1n };
    const peers = Array.from({ length: 6 }, () => active(70n, {}, wide));
    expect(first([own, ...peers]).potentialReason).toBe(
      "5 categories that most of 6 peers in segment Retail buy: B, C, D and 2 more",
    );
    // 4/63 + 2/65 + 1/66 is 10.9 percent.
    const three = Array.from({ length: 6 }, () => active(70n, {}, { Wood: 60n, A: 1n, B: 2n, C: 4n }));
    expect(first([own, ...three]).potentialReason).toBe(
      "3 categories that most of 6 peers in segment Retail buy: C, B, A",
    );
  });

  it("adds up the medians, to at most twice the revenue", () => {
    // A: 30 beside 70 is 3/7; B: 20 beside 80 is 1/4; together 19/28 of 28,000: 19,000.
    const peers = Array.from({ length: 5 }, () => active(100n, {}, { Wood: 50n, A: 30n, B: 20n }));
    expect(first([active(28_000n, {}, { Wood: 28_000n }), ...peers])).toMatchObject({ potentialIncrement: 19_000n });
    expect(first([own, ...peersWith(20_000n)])).toMatchObject({
      potential: "a",
      potentialRevenue: 2_000_000n,
      potentialReason: "1 category that most of 5 peers in segment Retail buy: Tools; capped at 2 × revenue",
    });
  });

  it("compares all customers where nobody has a segment or an industry", () => {
    const nameless = [own, ...peersWith(3_000n)].map((each) => ({ ...each, card: null }));
    expect(first(nameless)).toMatchObject({
      potential: "b",
      potentialReason: "1 category that most of 5 other customers buy: Tools",
    });
    expect(first(nameless.slice(0, 5)).potential).toBe("?");
  });

  it.each([
    ["no category data", active(1_000_000n), peersWith(3_000n)],
    ["nothing missing", active(2n, {}, { Wood: 1n, Tools: 1n }), peersWith(3_000n)],
    ["four others", own, peersWith(3_000n).slice(1)],
    ["nobody bought anything else", own, Array.from({ length: 5 }, () => active(9n, {}, { Tools: 9n }))],
    ["nothing net", own, peersWith(0n)],
    ["less than nothing", own, peersWith(-5n)],
  ])("does not apply: %s", (_, customer, peers) =>
    expect(first([customer, ...peers])).toMatchObject({ potential: "?", potentialReason: "no_basis" }));
});

describe("level 4, both", () => {
  // 10 employees at 40 a head are 400; Tools are half of what else peers buy, so 1.5 × the own revenue.
  const others = [10n, 20n, 30n, 40n, 50n].map((each) =>
    active(each * 300n, { employees: 300 }, { Wood: each * 200n, Tools: each * 100n }),
  );
  const own = (revenue: bigint, employees: number) => active(revenue, { employees }, { Wood: revenue });

  it.each([
    [300n, "peers", 400n], // 400 against 450
    [200n, "white_space", 300n], // 400 against 300
  ])("of %i is the smaller, %s", (revenue, potentialSource, potentialRevenue) =>
    expect(first([own(revenue, 10), ...others])).toMatchObject({ potentialSource, potentialRevenue }));

  it("is peers where they are equal", () =>
    // 15 × 40 = 600 = 1.5 × 400.
    expect(first([own(400n, 15), ...others])).toMatchObject({ potentialSource: "peers", potentialRevenue: 600n }));

  it("is chosen before the cap", () => {
    // Tools are three times the rest: 4 × 100; peers 9 × 40 = 360. Both are capped, the smaller gives its name.
    const keen = others.map((each) => ({
      ...each,
      categories: spend({ Wood: 1n, Tools: 3n }),
    }));
    expect(first([own(100n, 9), ...keen])).toMatchObject({ potentialSource: "peers", potentialRevenue: 200n });
    expect(first([own(100n, 11), ...keen])).toMatchObject({ potentialSource: "white_space", potentialRevenue: 200n });
  });

  it("takes only what is wanted, where the first of the two is named", () => {
    const customers = [own(300n, 10), ...others];
    expect(first(customers, ["white_space"]).potentialSource).toBe("white_space");
    expect(first(customers.with(0, own(200n, 10)), ["peers"]).potentialSource).toBe("peers");
    const growing = buyer(200n, 100n, {
      card: { segment: "Retail", employees: 10 },
      categories: spend({ Wood: 200n }),
    });
    const withTrend = customers.with(0, growing);
    expect(first(withTrend, ["trend", "peers"]).potentialSource).toBe("trend");
    expect(first(withTrend, ["peers", "trend", "white_space"]).potentialSource).toBe("white_space");
    expect(first(withTrend).potentialSource).toBe("white_space");
  });
});

describe("for any portfolio", () => {
  const part = fc.integer({ min: -3, max: 9 });
  const facts = fc.record({
    amounts: fc.dictionary(fc.constantFrom("a", "b", "c"), part, { minKeys: 1, maxKeys: 3 }),
    employees: fc.option(fc.constantFrom(1, 2, 3.5)),
    segment: fc.constantFrom("S", "T"),
    users: fc.option(fc.integer({ min: 0, max: 3 })),
  });
  type Row = { amounts: Record<string, number>; employees: number | null; segment: string; users: number | null };
  const build = ({ amounts, employees, segment, users }: Row, factor = 1n, customerId = "c") => {
    const categories = Object.entries(amounts).map(([category, amount]) => ({
      category,
      spend: BigInt(amount) * factor,
      purchases: amount < 0 ? 0 : 1,
    }));
    return customer({
      customerId,
      card: { employees, segment, activeUsers: users, potentialUsers: 2 },
      sales: { revenue: categories.reduce((sum, each) => sum + each.spend, 0n) },
      categories,
    });
  };
  const rows = fc.array(facts, { minLength: 5, maxLength: 25 });
  const gradesOf = (customers: readonly CustomerFacts[]) =>
    scores(customers).map(({ potential, potentialSource, driver }) => [potential, potentialSource, driver]);

  it("order and ids change no grade", () =>
    fc.assert(
      fc.property(rows, (list) => {
        const customers = list.map((row) => build(row));
        expect(scores(customers.toReversed())).toEqual(scores(customers).toReversed());
        expect(gradesOf(list.map((row, i) => build(row, 1n, `z${99 - i}`)))).toEqual(gradesOf(customers));
      }),
    ));

  it("nor does the currency's scale", () =>
    fc.assert(
      fc.property(rows, fc.bigInt({ min: 1n, max: 10n ** 15n }), (list, factor) => {
        expect(gradesOf(list.map((row) => build(row, factor)))).toEqual(gradesOf(list.map((row) => build(row))));
      }),
    ));

  it("nor does a group that shrinks below six, outside of it", () =>
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 5 }), (list, kept) => {
        const others = list.map((row) => build({ ...row, segment: "T" }));
        const group = list.slice(0, 7).map((row) => build({ ...row, segment: "S" }));
        expect(gradesOf([...others, ...group.slice(0, kept)]).slice(0, others.length)).toEqual(
          gradesOf([...others, ...group]).slice(0, others.length),
        );
      }),
    ));

  it("no estimate from others exceeds twice the revenue", () =>
    fc.assert(
      fc.property(rows, (list) => {
        for (const { potentialSource, potentialGrowth } of scores(
          list.map((row) => build(row)),
          ["peers", "white_space"],
        )) {
          if (potentialSource !== null) expect(potentialGrowth).toBeLessThanOrEqual(1);
        }
      }),
    ));
});

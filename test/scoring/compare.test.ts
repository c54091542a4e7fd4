import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import type { Cause } from "../../src/scoring/compare/cause.ts";
import { migrationAxes, migrationsOn } from "../../src/scoring/compare/migration.ts";
import { moves } from "../../src/scoring/compare/move.ts";
import { type Comparison, compareScores } from "../../src/scoring/compare.ts";
import { dated, units } from "./compare/dates.ts";
import { customer, type Parts } from "./facts.ts";

/** A customer with so much revenue in the window. */
const sells = (customerId: string, revenue: number, rest: Parts = {}): CustomerFacts =>
  customer({ customerId, ...rest, sales: { revenue: units(revenue), ...rest.sales } });

/** Lines before the window only. */
const lapsed = (customerId: string, lastPurchase = "2024-02-01"): CustomerFacts =>
  customer({ customerId, sales: { lines: 0, linesTotal: 3, lastPurchase } });

const costing = (customerId: string, revenue: number, costs: number, rest: Parts = {}): CustomerFacts =>
  sells(customerId, revenue, { costs: { costToServe: units(costs), costToServeRows: 1 }, ...rest });

const compared = (
  before: readonly CustomerFacts[],
  now: readonly CustomerFacts[],
  options: Parameters<typeof dated>[2] = {},
): Comparison => compareScores(dated("2026-03-31", before, options), dated("2026-06-30", now, options));

const rowOf = ({ rows }: Comparison, id: string) => {
  const found = rows.filter(({ customerId }) => customerId === id);
  expect(found).toHaveLength(1);
  return found[0] as Comparison["rows"][number];
};

const moveOf = (comparison: Comparison, id: string) => rowOf(comparison, id).move;
const onlyCause = (comparison: Comparison, id: string): Cause => {
  const { causes } = rowOf(comparison, id);
  expect(causes).toHaveLength(1);
  return causes[0] as Cause;
};

// Five customers: rank 1 is A, ranks 2 to 4 are B, rank 5 is C.
const before = [sells("a", 100), sells("b", 80), sells("c", 60), sells("d", 40), sells("e", 20)];
const now = [sells("a", 90), sells("b", 95), sells("c", 60), sells("d", 15), sells("e", 20)];

describe("a class by rank", () => {
  const comparison = compared(before, now);

  it("falls with the own revenue: 15 would have been rank 5 before too, and 40 would be rank 4 now", () => {
    expect(moveOf(comparison, "d")).toBe("down");
    expect(onlyCause(comparison, "d")).toEqual({
      axis: "class",
      inputs: ["revenue"],
      figures: [
        { of: "revenue", from: units(40), to: units(15) },
        { of: "cut_b", from: units(40), to: units(20) },
      ],
    });
  });

  it("rises because others fell: the same 20 is rank 5 before and rank 4 now", () => {
    expect(moveOf(comparison, "e")).toBe("up");
    expect(onlyCause(comparison, "e")).toMatchObject({
      inputs: ["cut"],
      figures: [
        { from: units(20), to: units(20) },
        { of: "cut_b", from: units(40), to: units(20) },
      ],
    });
  });

  it("takes both: 90 would still have been first before, and 100 would still be first now", () => {
    expect(moveOf(comparison, "a")).toBe("down");
    expect(onlyCause(comparison, "a")).toMatchObject({
      inputs: ["revenue", "cut"],
      figures: [{ of: "revenue" }, { of: "cut_a", from: units(100), to: units(95) }],
    });
    expect(onlyCause(comparison, "b").inputs).toEqual(["revenue", "cut"]);
  });

  it("each would do alone: 30 instead of 100, and 200 and 150 above it", () => {
    const others = [sells("p", 200), sells("q", 150), sells("b", 80), sells("c", 60)];
    const both = compared([sells("a", 100), ...before.slice(1)], [sells("a", 70), ...others]);
    expect(moveOf(both, "a")).toBe("down");
    expect(onlyCause(both, "a").inputs).toEqual(["revenue", "cut"]);
  });

  it("falls by two classes at once", () => {
    const low = compared(before, [sells("a", 10), ...now.slice(1)]);
    expect(rowOf(low, "a")).toMatchObject({ move: "down", from: { class: "A" }, to: { class: "C" } });
    expect(onlyCause(low, "a")).toMatchObject({ inputs: ["revenue"], figures: [{}, { of: "cut_b" }] });
  });

  it("rises by two classes at once", () => {
    const high = compared(before, [sells("a", 90), sells("b", 80), sells("c", 60), sells("d", 40), sells("e", 300)]);
    expect(onlyCause(high, "e")).toMatchObject({ inputs: ["revenue"], figures: [{}, { of: "cut_a" }] });
  });

  it("stays without a cause", () => {
    expect(rowOf(comparison, "c")).toMatchObject({ move: "same", causes: [] });
  });
});

describe("a class by other rules", () => {
  it("by amounts: the cut is the amount itself, and it does not move", () => {
    const options = { abc: { method: "threshold" as const, cuts: [90, 30] as [number, number] } };
    const comparison = compared(before, now, options);
    // a 100 → 90 is still A; b 80 → 95 is A now; d 40 → 15 is C now.
    expect(moveOf(comparison, "a")).toBe("same");
    expect(onlyCause(comparison, "b")).toMatchObject({
      inputs: ["revenue"],
      figures: [{}, { of: "cut_a", from: units(90), to: units(90) }],
    });
    expect(onlyCause(comparison, "d").inputs).toEqual(["revenue"]);
  });

  it("by shares: nobody has a letter where the total is not above zero", () => {
    const options = { abc: { method: "cumulative" as const } };
    const none = [sells("a", 100), sells("b", -100)];
    const comparison = compared(none, [sells("a", 100), sells("b", 5)], options);
    expect(rowOf(comparison, "a")).toMatchObject({ move: "up", from: { class: null }, to: { class: "A" } });
    expect(onlyCause(comparison, "a")).toMatchObject({ inputs: ["cut"], figures: [{ of: "revenue" }] });
    expect(moveOf(compared([sells("a", 100), sells("b", 5)], none, options), "a")).toBe("down");
  });

  it("by contribution: revenue and costs, as far as they changed", () => {
    const options = { abc: { rankBy: "contribution" as const } };
    const others = [costing("p", 90, 0), costing("q", 80, 0), costing("r", 70, 0), costing("s", 20, 10)];
    const falls = (from: CustomerFacts, to: CustomerFacts) =>
      onlyCause(compared([...others, from], [...others, to], options), "x");
    // Rank 1 with 100 − 5 = 95, rank 2 with 85: below the 90 of p.
    expect(falls(costing("x", 100, 5), costing("x", 100, 15))).toMatchObject({
      inputs: ["costs"],
      figures: [{ of: "contribution", from: units(95), to: units(85) }, { of: "cut_a" }],
    });
    expect(falls(costing("x", 100, 5), costing("x", 90, 5)).inputs).toEqual(["revenue"]);
    expect(falls(costing("x", 100, 5), costing("x", 95, 10)).inputs).toEqual(["revenue", "costs"]);
    // Without costs anywhere it is ranked by revenue.
    expect(onlyCause(compared(before, now, options), "d").figures[0]).toMatchObject({ of: "revenue" });
  });
});

describe("class D", () => {
  const others = [costing("p", 90, 0), costing("q", 80, 0), costing("r", 70, 0), costing("s", 20, 0)];
  const to = (from: CustomerFacts, later: CustomerFacts) => compared([...others, from], [...others, later]);

  it("begins where costs pass the revenue", () => {
    const comparison = to(costing("x", 50, 30), costing("x", 50, 60));
    expect(moveOf(comparison, "x")).toBe("down");
    expect(onlyCause(comparison, "x")).toEqual({
      axis: "class",
      inputs: ["costs"],
      figures: [
        { of: "revenue", from: units(50), to: units(50) },
        { of: "costs", from: units(30), to: units(60) },
        { of: "contribution", from: units(20), to: units(-10) },
      ],
    });
  });

  it("begins where revenue falls below the costs, and ends the other way", () => {
    expect(onlyCause(to(costing("x", 50, 30), costing("x", 20, 30)), "x").inputs).toEqual(["revenue"]);
    const back = to(costing("x", 20, 30), costing("x", 50, 30));
    expect([moveOf(back, "x"), onlyCause(back, "x").inputs]).toEqual(["up", ["revenue"]]);
  });

  it("takes both, or each would do", () => {
    // 40 − 30 and 50 − 45 are no losses, 40 − 45 is one.
    expect(onlyCause(to(costing("x", 50, 30), costing("x", 40, 45)), "x").inputs).toEqual(["revenue", "costs"]);
    // 20 − 30 and 50 − 60 are losses each.
    expect(onlyCause(to(costing("x", 50, 30), costing("x", 20, 60)), "x").inputs).toEqual(["revenue", "costs"]);
  });

  it("begins with the costs where they were not evaluated before", () => {
    const comparison = compared(
      [...others.map(({ customerId }) => sells(customerId, 80)), sells("x", 50)],
      [...others, costing("x", 50, 60)],
    );
    expect(onlyCause(comparison, "x")).toMatchObject({
      inputs: ["costs"],
      figures: [{}, { of: "costs", from: null, to: units(60) }, { from: null, to: units(-10) }],
    });
  });

  it("begins with returns where nobody knows costs", () => {
    expect(onlyCause(compared(before, [sells("a", -5), ...now.slice(1)]), "a").inputs).toEqual(["revenue"]);
  });
});

describe("who comes and goes", () => {
  const costsOnly = (id: string, costs: number): CustomerFacts =>
    customer({ customerId: id, costs: { costToServe: units(costs), costToServeRows: 1 } });
  const listed = (id: string): CustomerFacts => customer({ customerId: id, card: { name: `Name ${id}` } });

  it("new, back and left, and who is in neither portfolio", () => {
    const comparison = compared(
      [...before, lapsed("back"), lapsed("gone"), listed("lead"), listed("won")],
      [
        ...now.filter(({ customerId }) => customerId !== "a"),
        lapsed("a", "2026-01-05"),
        sells("fresh", 30),
        sells("won", 30),
        sells("back", 30),
        lapsed("gone"),
        listed("lead"),
        lapsed("between"),
      ],
    );
    const moveOfAll = Object.fromEntries(comparison.rows.map(({ customerId, move }) => [customerId, move]));
    expect(moveOfAll).toMatchObject({
      a: "left",
      fresh: "new",
      won: "new",
      back: "back",
      gone: "same",
      lead: "same",
      between: "same",
    });
    expect(onlyCause(comparison, "a")).toEqual({
      axis: "presence",
      inputs: ["revenue"],
      figures: [
        { of: "last_purchase", from: null, to: "2026-01-05" },
        { of: "revenue", from: units(100), to: 0n },
      ],
    });
    expect(onlyCause(comparison, "fresh").figures[1]).toEqual({ of: "revenue", from: 0n, to: units(30) });
    // The later date says no name.
    expect(rowOf(comparison, "won").customerName).toBe("Name won");
  });

  it("with costs alone", () => {
    const comparison = compared([...before, costsOnly("x", 5), listed("y")], [...now, listed("x"), costsOnly("y", 7)]);
    expect(onlyCause(comparison, "x")).toMatchObject({
      inputs: ["costs"],
      figures: [{}, { of: "costs", from: units(5) }],
    });
    expect(onlyCause(comparison, "y")).toMatchObject({
      inputs: ["costs"],
      figures: [{}, { of: "costs", to: units(7) }],
    });
    expect([moveOf(comparison, "x"), moveOf(comparison, "y")]).toEqual(["left", "new"]);
  });

  it("whom one of the dates does not know", () => {
    const comparison = compared([...before, costsOnly("x", 5)], [...now, costsOnly("y", 7)]);
    expect(rowOf(comparison, "x")).toMatchObject({ move: "left", to: null, revenueTo: 0n });
    expect(rowOf(comparison, "y")).toMatchObject({ move: "new", from: null, revenueFrom: 0n });
    const sold = compared(before, now.slice(1));
    expect(onlyCause(sold, "a").figures).toEqual([
      { of: "last_purchase", from: null, to: null },
      { of: "revenue", from: units(100), to: 0n },
    ]);
  });

  it("a first line after costs without a class", () => {
    // Costs that sum to nothing make no D, and without a line there is no letter.
    const comparison = compared([...before, costsOnly("x", 0)], [...now, sells("x", 50)]);
    expect(rowOf(comparison, "x")).toMatchObject({ move: "up", from: { class: null }, to: { class: "B" } });
    expect(onlyCause(comparison, "x").inputs).toEqual(["revenue"]);
  });
});

describe("a grade", () => {
  const graded = (from: Parts, to: Parts): Cause => {
    const comparison = compared(
      [sells("p", 900), sells("q", 800), sells("r", 10), sells("s", 700), sells("x", 100, from)],
      [sells("p", 900), sells("q", 800), sells("r", 10), sells("s", 700), sells("x", 100, to)],
    );
    expect(moveOf(comparison, "x")).toBe("regraded");
    const cause = onlyCause(comparison, "x");
    expect(cause.axis).toBe("grade");
    return cause;
  };
  const of = (revenue: number, card: NonNullable<Parts["card"]>): Parts => ({
    card,
    sales: { revenue: units(revenue) },
  });

  it("of a wallet changes with the revenue, the wallet, or both", () => {
    // 250 against 100 is a, against 150 (+67 %) b; 150 against 100 (+50 %) b too.
    expect(graded(of(100, { wallet: units(250) }), of(150, { wallet: units(250) }))).toMatchObject({
      inputs: ["revenue"],
      figures: [
        { of: "evidence", from: "wallet", to: "wallet" },
        { of: "annual_revenue", from: units(100), to: units(150) },
        { of: "potential_revenue", from: units(250), to: units(250) },
      ],
    });
    expect(graded(of(100, { wallet: units(250) }), of(100, { wallet: units(150) })).inputs).toEqual(["potential"]);
    // 220/100 (+120 %) is a, 205/108 (+90 %) is b; with one of them alone, 220/108 (+104 %) and 205/100 (+105 %), it would be a.
    expect(graded(of(100, { wallet: units(220) }), of(108, { wallet: units(205) })).inputs).toEqual([
      "revenue",
      "potential",
    ]);
  });

  it("of a stated figure, a growth, or a grade", () => {
    const revenue = graded(of(100, { potentialRevenue: units(150) }), of(100, { potentialRevenue: units(105) }));
    expect(revenue.inputs).toEqual(["potential"]);
    expect(
      graded(of(100, { potentialGrowthPct: units(50) }), of(120, { potentialGrowthPct: units(15) })),
    ).toMatchObject({
      inputs: ["potential"],
      figures: [{ from: "stated_growth" }, { of: "potential_growth", from: 0.5, to: 0.15 }],
    });
    expect(graded(of(100, { potentialGrade: "a" }), of(100, { potentialGrade: "c" }))).toMatchObject({
      inputs: ["potential"],
      figures: [{ to: "stated_grade" }, { from: null, to: null }],
    });
  });

  it("of users", () =>
    expect(
      graded(of(100, { activeUsers: 10, potentialUsers: 30 }), of(100, { activeUsers: 25, potentialUsers: 30 })),
    ).toMatchObject({ inputs: ["potential"], figures: [{ from: "seats" }, { from: 2, to: 0.2 }] }));

  it("of a trend", () => {
    const grows = (prior: number): Parts => ({
      sales: { revenue: units(100), revenuePrior: units(prior), quartersWithPurchase: 4, quartersWithPurchasePrior: 4 },
    });
    expect(graded(grows(50), grows(100)).inputs).toEqual(["trend"]);
  });

  it("by other evidence, a refusal, or a revenue to grow from", () => {
    expect(graded({}, of(100, { wallet: units(250) }))).toMatchObject({
      inputs: ["evidence"],
      figures: [
        { of: "evidence", from: "no_basis", to: "wallet" },
        { of: "potential_growth", from: null, to: 1.5 },
      ],
    });
    expect(graded(of(100, { wallet: units(250) }), of(100, { wallet: units(250), refused: "yes" })).inputs).toEqual([
      "refusal",
    ]);
    expect(graded(of(100, { wallet: units(250), refused: "yes" }), of(100, { wallet: units(250) })).inputs).toEqual([
      "refusal",
    ]);
    expect(graded(of(9, { wallet: units(250) }), of(0, { wallet: units(250) }))).toMatchObject({
      inputs: ["revenue"],
      figures: [{ of: "annual_revenue" }, { to: "no_base" }],
    });
    expect(graded(of(0, { wallet: units(250) }), of(9, { wallet: units(250) })).inputs).toEqual(["revenue"]);
  });

  it("of peers and of categories", () => {
    const peers = (perHead: number): CustomerFacts[] =>
      [1, 2, 3, 4, 5].map((i) => sells(`p${i}`, perHead * 10, { card: { segment: "s", employees: 10 } }));
    const own = sells("x", 100, { card: { segment: "s", employees: 10 } });
    // Peers at 15 a head: 150 against 100 is b; at 12: 120 is c.
    const regraded = compared([...peers(15), own], [...peers(12), own]);
    expect(onlyCause(regraded, "x")).toMatchObject({
      inputs: ["peers"],
      figures: [
        { to: "peers" },
        { of: "annual_revenue" },
        { of: "potential_revenue", from: units(150), to: units(120) },
      ],
    });
    const buys = (id: string, shares: readonly number[]): CustomerFacts =>
      sells(id, 100, {
        categories: shares.flatMap((share, i) =>
          share === 0 ? [] : [{ category: `k${i}`, spend: units(share), purchases: 1 } as never],
        ),
      });
    const group = (share: number) => [1, 2, 3, 4, 5].map((i) => buys(`p${i}`, [100 - share, share]));
    const widened = compared([...group(40), buys("x", [100, 0])], [...group(20), buys("x", [100, 0])]);
    // 40 / 60 = +67 % is b, 20 / 80 = +25 % is c.
    expect(onlyCause(widened, "x")).toMatchObject({ inputs: ["categories"], figures: [{ to: "white_space" }, {}] });
  });

  it("has its cause beside that of the class", () => {
    const comparison = compared(before, [
      ...now.filter(({ customerId }) => customerId !== "d"),
      sells("d", 15, { card: { wallet: units(90) } }),
    ]);
    expect(rowOf(comparison, "d").causes.map(({ axis, inputs }) => [axis, inputs])).toEqual([
      ["class", ["revenue"]],
      ["grade", ["evidence"]],
    ]);
  });
});

describe("migrations", () => {
  const comparison = compareScores(
    dated("2026-03-31", [...before, customer({ customerId: "z", card: {} })], {}, { a: "partner", b: "conflict" }),
    dated("2026-06-30", [...now, lapsed("y")], {}, { a: "transitional" }),
  );

  it("of classes, in order, with revenue and names", () => {
    expect(
      migrationsOn("class", comparison.rows).map(({ from, to, customers }) => [
        from,
        to,
        customers.map(({ customerId }) => customerId),
      ]),
    ).toEqual([
      ["A", "B", ["a"]],
      ["B", "A", ["b"]],
      ["B", "B", ["c"]],
      ["B", "C", ["d"]],
      ["C", "B", ["e"]],
      ["prospect", "absent", ["z"]],
      ["absent", "lapsed", ["y"]],
    ]);
    expect(migrationsOn("class", comparison.rows)[0]).toMatchObject({ revenueFrom: units(100), revenueTo: units(90) });
  });

  it("of stages, none where there is none", () =>
    expect(
      migrationsOn("stage", comparison.rows).map(({ from, to, customers }) => `${from} ${to} ${customers.length}`),
    ).toEqual(["partner transitional 1", "conflict none 1", "none none 3", "prospect absent 1", "absent lapsed 1"]));

  it("orders rows as one acts on them", () =>
    expect(comparison.rows.map(({ customerId, move }) => `${customerId} ${move}`)).toEqual([
      "a down",
      "d down",
      "b up",
      "e up",
      "c same",
      "y same",
      "z same",
    ]));
});

describe("whatever the portfolio", () => {
  const facts = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(..."abcdefghijkl"),
      kind: fc.constantFrom("sells", "sells", "sells", "lapsed", "costs"),
      revenue: fc.integer({ min: -50, max: 300 }),
      costs: fc.integer({ min: 0, max: 100 }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  );
  const built = (given: readonly { id: string; kind: string; revenue: number; costs: number }[]) =>
    given.map(({ id, kind, revenue, costs }) => {
      if (kind === "lapsed") return lapsed(id);
      return kind === "costs"
        ? customer({ customerId: id, costs: { costToServe: units(costs), costToServeRows: 1 } })
        : costing(id, revenue, costs);
    });

  it("every customer is in one row and one entry of each migration, and the sums are those of the two dates", () =>
    fc.assert(
      fc.property(facts, facts, fc.constantFrom("rank", "cumulative"), (first, second, method) => {
        const [earlier, later] = [
          dated("2026-03-31", built(first), { abc: { method: method as "rank" } }),
          dated("2026-06-30", built(second), { abc: { method: method as "rank" } }),
        ];
        const comparison = compareScores(earlier, later);
        const ids = new Set([...first, ...second].map(({ id }) => id));
        expect(comparison.rows.map(({ customerId }) => customerId).sort()).toEqual([...ids].sort());
        const sums = [earlier, later].map(({ rows }) => rows.reduce((sum, { revenue }) => sum + revenue, 0n));
        const total = <T>(entries: readonly T[], of: (entry: T) => bigint) =>
          entries.reduce((sum, e) => sum + of(e), 0n);
        const halves = (entries: readonly { readonly revenueFrom: bigint; readonly revenueTo: bigint }[]) => [
          total(entries, ({ revenueFrom }) => revenueFrom),
          total(entries, ({ revenueTo }) => revenueTo),
        ];
        expect(halves(comparison.rows)).toEqual(sums);
        expect(halves(comparison.moves)).toEqual(sums);
        expect([comparison.from.revenue, comparison.to.revenue]).toEqual(sums);
        expect(comparison.moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(ids.size);
        for (const axis of migrationAxes) {
          const entries = migrationsOn(axis, comparison.rows);
          expect(halves(entries)).toEqual(sums);
          expect(entries.flatMap(({ customers }) => customers.map(({ customerId }) => customerId)).sort()).toEqual(
            [...ids].sort(),
          );
        }
        for (const { move, causes } of comparison.rows) {
          expect(moves).toContain(move);
          expect(causes.length > 0).toBe(move !== "same");
          for (const { inputs, figures } of causes) expect(inputs.length * figures.length).toBeGreaterThan(0);
        }
        // Backwards everybody who rose falls.
        const back = compareScores(later, earlier);
        expect(back.rows.filter(({ move }) => move === "down").length).toBe(
          comparison.rows.filter(({ move }) => move === "up").length,
        );
      }),
      { numRuns: 200 },
    ));

  it("the order of the input does not show", () =>
    fc.assert(
      fc.property(facts, facts, (first, second) => {
        const of = (given: typeof first) => dated("2026-06-30", built(given));
        expect(compareScores(of(first.toReversed()), of(second.toReversed()))).toEqual(
          compareScores(of(first), of(second)),
        );
      }),
    ));
});

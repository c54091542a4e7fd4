// Worked by hand from docs/method.md §6; money in units of 1/10,000.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quadrants, SwotOptions, scoreSwot } from "../../src/scoring/swot.ts";
import { customer } from "./facts.ts";

const defaults = SwotOptions.parse({});
/** A customer with this revenue in the window and these answers, all of one person a day apart. */
const account = (customerId: string, revenue: bigint, ...scores: readonly number[]) =>
  customer({
    customerId,
    card: { name: customerId.toUpperCase() },
    sales: { revenue },
    answers: scores.map((score, i) => ({ date: `2026-01-0${i + 1}`, score })),
  });
const places = (customers: ReturnType<typeof customer>[], options = defaults) =>
  scoreSwot(customers, options).rows.map(({ customerId, quadrant }) => [customerId, quadrant]);

describe("the quadrants", () => {
  it("in the order in which a manager acts", () =>
    // The median of 1, 2, 3, 4, 5 is 3: high from there on.
    expect(
      places([account("a", 5n, 9), account("b", 4n, 7), account("c", 3n), account("d", 2n, 10), account("e", 1n, 0)]),
    ).toEqual([
      ["b", "threat"],
      ["d", "opportunity"],
      ["a", "strength"],
      ["c", "no_signal"],
      ["e", "weakness"],
    ]));

  it("inside one: the largest revenue first, then by id", () =>
    expect(places([account("a", 1n), account("c", 2n), account("b", 2n)]).map(([id]) => id)).toEqual(["b", "c", "a"]));
});

describe("high value", () => {
  it("is the median itself, also between two amounts", () => {
    // The median of 10 and 13 is 11.5, which shows as 12; nobody is at it.
    const { rows, summary } = scoreSwot([account("a", 10n, 9), account("b", 13n, 9)], defaults);
    expect(rows.map(({ quadrant }) => quadrant)).toEqual(["opportunity", "strength"]);
    expect(summary).toMatchObject({ valueCut: 12n, valueCutIs: "median" });
    // 12 is above 11.5, though at the shown cut; 11 is below.
    expect(places([account("a", 11n, 9), account("b", 12n, 9)])).toEqual([
      ["a", "opportunity"],
      ["b", "strength"],
    ]);
    expect(places([account("a", 12n, 9), account("b", 12n, 9)])).toEqual([
      ["a", "strength"],
      ["b", "strength"],
    ]);
  });

  it.each([
    [100_000n, "strength"],
    [99_999n, "opportunity"],
    [100_001n, "strength"],
  ])("with a cut at 10: %i", (revenue, quadrant) => {
    const swot = scoreSwot([account("a", revenue, 9)], SwotOptions.parse({ valueCut: "10" }));
    expect(swot.rows[0]).toMatchObject({
      quadrant,
      because: { value: { rule: "value_cut", value: revenue, threshold: 100_000n } },
    });
    expect(swot.summary).toMatchObject({ valueCut: 100_000n, valueCutIs: "given" });
  });
});

describe("high satisfaction", () => {
  // Of one account with high value. NPS of 9 and 8 by two persons is 50.
  const half = customer({
    customerId: "h",
    sales: { revenue: 1n },
    answers: [
      { respondent: "Ada", score: 9 },
      { respondent: "Bo", score: 8 },
    ],
  });

  it.each([
    [0, "strength"],
    [49.99, "strength"],
    [50, "threat"],
    [100, "threat"],
  ])("above %d", (npsCut, quadrant) =>
    expect(places([half], SwotOptions.parse({ npsCut }))).toEqual([["h", quadrant]]));

  it("an NPS of zero is not above zero", () => expect(places([account("a", 1n, 7)])).toEqual([["a", "threat"]]));

  it("the latest answer decides, all are counted, an invitation is none", () => {
    const facts = account("a", 1n, 2, 10);
    const asked = { ...facts, answers: [...facts.answers, { ...facts.answers[0], score: null } as never] };
    expect(scoreSwot([asked], defaults).rows[0]).toMatchObject({
      customerName: "A",
      nps: 100,
      answers: 2,
      because: { nps: { rule: "account_nps", value: 100, threshold: 0 } },
    });
  });

  it("where nobody answered there is no signal, whatever the cut", () =>
    expect(scoreSwot([account("a", 1n)], SwotOptions.parse({ npsCut: -100 })).rows[0]).toMatchObject({
      quadrant: "no_signal",
      nps: null,
      answers: 0,
      because: { nps: { rule: "nobody_answered", value: null, threshold: -100 } },
    }));
});

describe("who is in it", () => {
  it("customers with a line in the window; others that answered are counted", () => {
    const { rows, summary } = scoreSwot(
      [
        account("a", 1n, 9),
        customer({ customerId: "lapsed", sales: { lines: 0 }, answers: [{ score: 3 }] }),
        customer({ customerId: "prospect", card: {}, answers: [{ score: 9 }] }),
        customer({ customerId: "asked", answers: [{ score: null }] }),
        customer({ customerId: "nameless", sales: { revenue: 1n } }),
      ],
      defaults,
    );
    expect(rows.map(({ customerId, customerName }) => [customerId, customerName])).toEqual([
      ["a", "A"],
      ["nameless", null],
    ]);
    expect(summary).toMatchObject({ customers: 2, revenue: 2n, answeredWithoutSales: 2 });
  });

  it("nobody", () => {
    const { rows, summary } = scoreSwot([], defaults);
    expect(rows).toEqual([]);
    expect(summary).toMatchObject({ customers: 0, valueCut: null });
    expect(summary.quadrants[0]).toEqual({
      quadrant: "threat",
      customers: 0,
      customerShare: null,
      revenue: 0n,
      revenueShare: null,
    });
  });
});

it("sums up each quadrant", () => {
  // Revenue 30, 10, 10: the median is 10, all are high.
  const { summary } = scoreSwot([account("a", 30n, 0), account("b", 10n, 9), account("c", 10n, 3)], defaults);
  expect(summary.quadrants.map(({ quadrant, customers, revenue }) => [quadrant, customers, revenue])).toEqual([
    ["threat", 2, 40n],
    ["opportunity", 0, 0n],
    ["strength", 1, 10n],
    ["no_signal", 0, 0n],
    ["weakness", 0, 0n],
  ]);
  expect(summary.quadrants[0]).toMatchObject({ customerShare: 2 / 3, revenueShare: 0.8 });
});

describe("options", () => {
  it.each([[{ valueCut: "much" }], [{ npsCut: 101 }], [{ npsCut: -101 }], [{ cut: 1 }]])("refused: %j", (options) =>
    expect(SwotOptions.safeParse(options).success).toBe(false));

  it("an amount may be a number", () => expect(SwotOptions.parse({ valueCut: 1000.5 }).valueCut).toBe("1000.5"));
});

describe("whatever the customers", () => {
  const anyAccount = fc.tuple(
    fc.bigInt({ min: -5n, max: 5n }),
    fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 3 }),
  );
  const accounts = fc
    .array(anyAccount)
    .map((list) => list.map(([revenue, scores], i) => account(`c${i}`, revenue, ...scores)));

  it("their order does not matter", () =>
    fc.assert(
      fc.property(accounts, (customers) => {
        expect(scoreSwot(customers.toReversed(), defaults)).toEqual(scoreSwot(customers, defaults));
      }),
    ));

  it("quadrants add up to the whole, and at least half are of high value", () =>
    fc.assert(
      fc.property(accounts, (customers) => {
        const { rows, summary } = scoreSwot(customers, defaults);
        expect(summary.quadrants.map(({ quadrant }) => quadrant)).toEqual(quadrants);
        expect(summary.quadrants.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(summary.revenue);
        expect(summary.quadrants.reduce((sum, own) => sum + own.customers, 0)).toBe(rows.length);
        const high = rows.filter(({ revenue }) => 2n * revenue >= 2n * (summary.valueCut as bigint));
        if (rows.length % 2 === 1) expect(2 * high.length).toBeGreaterThanOrEqual(rows.length);
      }),
    ));
});

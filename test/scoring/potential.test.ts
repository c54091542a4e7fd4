// Worked by hand from docs/method.md §4; money in units of 1/10,000, so 1_000_000n is 100.00.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PotentialSource } from "../../src/scoring/potential/evidence.ts";
import { gradePotential, PotentialOptions } from "../../src/scoring/potential.ts";
import { buyer, customer, type Parts } from "./facts.ts";

const year = { months: 12, windowCovered: true, priorCovered: true };
const defaults = PotentialOptions.parse({});
const gradeOf = (facts: ReturnType<typeof customer>, period = year, options = defaults) => {
  const [score] = gradePotential([facts], period, options);
  if (score === undefined) throw new Error("no score");
  return score;
};
/** A customer with 100.00 in the window and nothing to see a trend by. */
const hundred = (rest: Parts) => customer({ ...rest, sales: { revenue: 1_000_000n, ...rest.sales } });

describe("the limits", () => {
  it.each([
    ["twice as much", 2_000_000n, "a"],
    ["one unit less", 1_999_999n, "b"],
    ["30 percent", 1_300_000n, "b"],
    ["one unit less", 1_299_999n, "c"],
    ["10 percent", 1_100_000n, "c"],
    ["one unit less", 1_099_999n, "d"],
    ["as much", 1_000_000n, "d"],
    ["less", 999_999n, "d"],
  ])("%s: %i is %s", (_, potentialRevenue, grade) =>
    expect(gradeOf(hundred({ card: { potentialRevenue } })).potential).toBe(grade));

  // Percent in units of 1/10,000 of a percent point: 29.99 % and 9.99 % are a cent short of the limit.
  it.each([
    [1_000_000n, "a", 1],
    [999_900n, "b", 0.9999],
    [300_000n, "b", 0.3],
    [299_900n, "c", 0.2999],
    [100_000n, "c", 0.1],
    [99_900n, "d", 0.0999],
  ])("a stated growth of %i is %s", (potentialGrowthPct, grade, growth) =>
    expect(gradeOf(hundred({ card: { potentialGrowthPct } }))).toMatchObject({
      potential: grade,
      potentialGrowth: growth,
    }));

  it("hold for windows of any length", () => {
    // 100.00 in 5 months is 240.00 a year; 312.00 is 30 percent more.
    const score = gradeOf(hundred({ card: { potentialRevenue: 3_120_000n } }), { ...year, months: 5 });
    expect(score).toMatchObject({
      annualRevenue: 2_400_000n,
      potential: "b",
      potentialGrowth: 0.3,
      potentialIncrement: 720_000n,
    });
    // 1.0000 in 7 months is 12/7 = 1.714285… a year, rounded only when shown; 10 percent more is 1.885714…
    const odd = (potentialRevenue: bigint) =>
      gradeOf(customer({ sales: { revenue: 10_000n }, card: { potentialRevenue } }), { ...year, months: 7 });
    expect(odd(18_858n)).toMatchObject({ annualRevenue: 17_143n, potential: "c" });
    expect(odd(18_857n)).toMatchObject({ potential: "d", potentialReason: "below_10pct" });
  });

  it("declining is less than now, by however little", () => {
    expect(gradeOf(hundred({ card: { potentialRevenue: 999_999n } })).potentialReason).toBe("declining");
    expect(gradeOf(hundred({ card: { potentialRevenue: 1_000_000n } })).potentialReason).toBe("below_10pct");
    const huge = customer({ sales: { revenue: 10n ** 30n }, card: { potentialRevenue: 10n ** 30n - 1n } });
    expect(gradeOf(huge)).toMatchObject({ potentialReason: "declining", potentialIncrement: -1n });
  });
});

describe("level 0, refusal", () => {
  it.each(["x", "yes", "1", "TRUE", "not before 2027", "00"])("%j refuses", (refused) =>
    expect(gradeOf(hundred({ card: { refused, potentialGrade: "a" } }))).toMatchObject({
      potential: "d",
      potentialReason: "refused",
      potentialSource: "refused",
      potentialConfidence: "high",
      potentialGrowth: null,
      potentialRevenue: null,
      potentialIncrement: null,
      because: { rule: "refused", value: "d", threshold: null },
    }));

  it.each(["0", "no", " No ", "FALSE", "n", "nei", "nej", "nein", "Non", "", "  "])("%j does not", (refused) =>
    expect(gradeOf(hundred({ card: { refused, potentialGrade: "a" } })).potential).toBe("a"));

  it("is also an event, at any revenue", () =>
    expect(gradeOf(customer({ sales: { revenue: -1n }, refusedOffer: true })).potential).toBe("d"));
});

describe("level 1, stated", () => {
  it.each([
    ["a", "a"],
    [" B ", "b"],
    ["C", "c"],
    ["d", "d"],
  ])("the grade %j is %s, without a figure", (potentialGrade, potential) =>
    expect(gradeOf(hundred({ card: { potentialGrade, wallet: 9_000_000n } }))).toEqual({
      customerId: "c",
      potential,
      annualRevenue: 1_000_000n,
      potentialGrowth: null,
      potentialRevenue: null,
      potentialIncrement: null,
      potentialSource: "stated",
      potentialConfidence: "high",
      potentialReason: `grade ${potential} stated`,
      driver: null,
      because: { rule: "stated_grade", value: potential, threshold: null },
      remarks: [],
    }));

  it("a grade takes its figures from the growth beside it, else from the revenue", () => {
    const figures = { potentialGrade: "d", potentialGrowthPct: 500_000n, potentialRevenue: 1_200_000n };
    expect(gradeOf(hundred({ card: figures }))).toMatchObject({
      potential: "d",
      potentialReason: "grade d stated",
      potentialGrowth: 0.5,
      potentialRevenue: 1_500_000n,
      potentialIncrement: 500_000n,
    });
    expect(gradeOf(hundred({ card: { ...figures, potentialGrowthPct: null } }))).toMatchObject({
      potential: "d",
      potentialGrowth: 0.2,
      potentialIncrement: 200_000n,
    });
  });

  it("a grade holds at any revenue; a growth then has nothing to grow from", () => {
    const card = { potentialGrade: "a", potentialGrowthPct: 500_000n };
    expect(gradeOf(customer({ sales: { revenue: 0n }, card }))).toMatchObject({
      potential: "a",
      potentialGrowth: null,
      potentialIncrement: null,
    });
    expect(gradeOf(customer({ sales: { revenue: -10n }, card: { ...card, potentialRevenue: 90n } }))).toMatchObject({
      potential: "a",
      potentialGrowth: null,
      potentialRevenue: 90n,
      potentialIncrement: 100n,
    });
  });

  it("k is c, other words are no grade; both are remarked on", () => {
    const k = gradeOf(hundred({ card: { potentialGrade: " K" } }));
    expect(k).toMatchObject({ potential: "c", potentialReason: "grade c stated" });
    expect(k.remarks).toEqual([{ rule: "grade_k_read_as_c", customerId: "c", value: "K" }]);
    const word = gradeOf(hundred({ card: { potentialGrade: "constructor", driver: "magic", wallet: 2_000_000n } }));
    expect(word).toMatchObject({ potential: "a", potentialSource: "wallet", driver: null });
    expect(word.remarks).toEqual([
      { rule: "grade_unknown", customerId: "c", value: "constructor" },
      { rule: "driver_unknown", customerId: "c", value: "magic" },
    ]);
    expect(gradeOf(hundred({ card: { potentialGrade: "" } })).remarks).toEqual([]);
  });

  it("a growth comes before a revenue, and both say their figures", () => {
    const card = { potentialGrowthPct: 350_000n, potentialRevenue: 9_000_000n };
    expect(gradeOf(hundred({ card }))).toMatchObject({
      potential: "b",
      potentialRevenue: 1_350_000n,
      potentialReason: "growth of 35.00 % stated",
      because: { rule: "stated_growth", value: 0.35, threshold: 0.3 },
    });
    expect(gradeOf(hundred({ card: { ...card, potentialGrowthPct: null } }))).toMatchObject({
      potential: "a",
      potentialReason: "900.00 stated against 100.00 a year",
      because: { rule: "stated_revenue", value: 8, threshold: 1 },
    });
  });
});

describe("level 2, wallet", () => {
  it("is the spend at any supplier", () =>
    expect(gradeOf(hundred({ card: { wallet: 2_500_000n } }))).toMatchObject({
      potential: "a",
      potentialGrowth: 1.5,
      potentialSource: "wallet",
      potentialConfidence: "high",
      potentialReason: "wallet 250.00 against 100.00 a year",
    }));

  it("counts as far as it can be won", () =>
    expect(
      gradeOf(hundred({ card: { wallet: 2_500_000n } }), year, PotentialOptions.parse({ attainableShare: 0.5 })),
    ).toMatchObject({
      potential: "c",
      potentialRevenue: 1_250_000n,
      potentialReason: "50.00 % of wallet 250.00 against 100.00 a year",
    }));

  it("below the revenue counts as equal, and is remarked on", () => {
    const score = gradeOf(hundred({ card: { wallet: 999_999n } }));
    expect(score).toMatchObject({
      potential: "d",
      potentialReason: "below_10pct",
      potentialGrowth: 0,
      potentialIncrement: 0n,
      because: { rule: "wallet", value: 0, threshold: 0.1 },
    });
    expect(score.remarks).toEqual([{ rule: "wallet_below_revenue", customerId: "c", value: "99.9999" }]);
    expect(gradeOf(hundred({ card: { wallet: 1_000_000n } })).remarks).toEqual([]);
  });
});

describe("level 5, trend", () => {
  it("grows on as it grew", () =>
    expect(gradeOf(buyer(1_300_000n, 1_000_000n))).toMatchObject({
      potential: "b",
      potentialRevenue: 1_690_000n,
      potentialSource: "trend",
      potentialConfidence: "low",
      potentialReason: "revenue 130.00 against 100.00 in the prior window",
      driver: "expansion",
    }));

  it("at most doubles", () => {
    expect(gradeOf(buyer(900n, 100n))).toMatchObject({
      potential: "a",
      potentialRevenue: 1_800n,
      potentialReason: "revenue 0.09 against 0.01 in the prior window, at most doubled",
    });
    expect(gradeOf(buyer(200n, 100n))).toMatchObject({ potentialRevenue: 400n, potentialGrowth: 1 });
  });

  it("shrinks on as it shrank", () =>
    expect(gradeOf(buyer(500_000n, 1_000_000n))).toMatchObject({
      potential: "d",
      potentialReason: "declining",
      potentialIncrement: -250_000n,
    }));

  it("of a longer window is still by the year", () =>
    expect(gradeOf(buyer(2_600_000n, 2_000_000n), { ...year, months: 24 })).toMatchObject({
      annualRevenue: 1_300_000n,
      potentialRevenue: 1_690_000n,
    }));

  it.each([
    ["the prior window is not covered", buyer(13n, 10n), { priorCovered: false }],
    ["the window is not covered", buyer(13n, 10n), { windowCovered: false }],
    ["the window has no four quarters", buyer(13n, 10n), { months: 6 }],
    ["two quarters are no trend", buyer(13n, 10n, { sales: { quartersWithPurchase: 2 } }), {}],
    ["nor are two before", buyer(13n, 10n, { sales: { quartersWithPurchasePrior: 2 } }), {}],
    ["nothing was bought before", buyer(13n, 0n), {}],
  ])("does not apply: %s", (_, facts, period) =>
    expect(gradeOf(facts, { ...year, ...period })).toMatchObject({
      potential: "?",
      potentialReason: "no_basis",
      potentialSource: null,
      potentialConfidence: null,
    }));

  it("applies from three quarters on", () => {
    const facts = buyer(13n, 10n, { sales: { quartersWithPurchase: 3, quartersWithPurchasePrior: 3 } });
    expect(gradeOf(facts).potential).toBe("b");
  });
});

describe("no answer", () => {
  const card = { potentialGrowthPct: 500_000n, potentialRevenue: 500n, wallet: 500n };
  it.each([
    ["no revenue left to grow from", customer({ sales: { revenue: 0n }, card })],
    ["a net return", customer({ sales: { revenue: -5n }, card })],
    ["costs only", customer({ costs: { costToServeRows: 1 }, card })],
    ["lapsed, even with a grade", customer({ sales: { lines: 0 }, card: { potentialGrade: "a", refused: "x" } })],
    ["a prospect, even with a grade", customer({ card: { ...card, potentialGrade: "a" }, refusedOffer: true })],
  ])("no_base: %s", (_, facts) =>
    expect(gradeOf(facts)).toMatchObject({ potential: "?", potentialReason: "no_base", potentialRevenue: null }));

  it("costs only, with a word of its own, is graded", () => {
    const costs = { costToServeRows: 1 };
    expect(gradeOf(customer({ costs, card: { refused: "x" } })).potential).toBe("d");
    expect(gradeOf(customer({ costs, card: { potentialGrade: "b" } })).potential).toBe("b");
    expect(gradeOf(customer({ costs }))).toMatchObject({ potential: "?", annualRevenue: 0n });
  });

  it("no_basis: nothing to judge by", () =>
    expect(gradeOf(hundred({}))).toMatchObject({
      potential: "?",
      potentialReason: "no_basis",
      because: { rule: "no_basis", value: 1_000_000n, threshold: 0n },
    }));
});

describe("the driver", () => {
  it.each([
    ["stated wins", { card: { driver: " Widening " }, efficiencyNeed: true }, "widening"],
    ["a need for efficiency comes before the evidence", { efficiencyNeed: true }, "efficiency"],
    ["an unknown word is none", { card: { driver: "magic" } }, "expansion"],
    ["a trend expands", {}, "expansion"],
  ] as const)("%s", (_, parts, expected) => expect(gradeOf(buyer(13n, 10n, parts)).driver).toBe(expected));

  it("is not known of a wallet", () => expect(gradeOf(hundred({ card: { wallet: 9n } })).driver).toBeNull());
});

describe("PotentialOptions", () => {
  const sourceWith = (facts: ReturnType<typeof customer>, ...sources: PotentialSource[]) =>
    gradeOf(facts, year, PotentialOptions.parse({ sources })).potentialSource;

  it("leave out and order levels, never a refusal", () => {
    const facts = buyer(13n, 10n, { card: { potentialGrade: "d", wallet: 100n } });
    expect(gradeOf(facts).potentialSource).toBe("stated");
    expect(sourceWith(facts, "trend", "wallet", "stated")).toBe("trend");
    expect(sourceWith(facts, "wallet", "stated", "wallet")).toBe("wallet");
    expect(sourceWith(facts, "peers", "trend")).toBe("trend");
    expect(sourceWith(facts)).toBeNull();
    expect(sourceWith({ ...facts, refusedOffer: true }, "trend")).toBe("refused");
    expect(gradeOf({ ...facts, refusedOffer: true }, year, { sources: [], attainableShare: 1 }).potential).toBe("d");
  });

  it("a stated grade behind another source decides where that does not apply, at any revenue", () => {
    const card = { potentialGrade: "b", potentialRevenue: 5n };
    const stated = gradeOf(customer({ sales: { revenue: 0n }, card }), year, {
      sources: ["trend", "stated"],
      attainableShare: 1,
    });
    expect(stated).toMatchObject({ potential: "b", potentialSource: "stated", because: { rule: "stated_grade" } });
    expect(sourceWith(buyer(13n, 10n, { card }), "trend", "stated")).toBe("trend");
  });

  it.each([{ attainableShare: 0 }, { attainableShare: 1.1 }, { sources: ["guess"] }])("refuse %j", (input) =>
    expect(PotentialOptions.safeParse(input).success).toBe(false));
});

describe("for any portfolio", () => {
  const facts = fc.record({
    revenue: fc.bigInt({ min: -100n, max: 100n }),
    revenuePrior: fc.bigInt({ min: -100n, max: 100n }),
    wallet: fc.option(fc.bigInt({ min: 0n, max: 300n })),
    potentialGrade: fc.option(fc.constantFrom("a", "k", "x")),
  });
  const build = ({ revenue, revenuePrior, ...card }: { revenue: bigint; revenuePrior: bigint }, factor = 1n) => {
    const { wallet = null, ...rest } = card as { wallet?: bigint | null };
    const scaled = wallet === null ? null : wallet * factor;
    return buyer(revenue * factor, revenuePrior * factor, { card: { ...rest, wallet: scaled } });
  };

  it("input order does not matter", () =>
    fc.assert(
      fc.property(fc.array(facts), (rows) => {
        const customers = rows.map((row) => build(row));
        expect(gradePotential(customers.toReversed(), year, defaults)).toEqual(
          gradePotential(customers, year, defaults).toReversed(),
        );
      }),
    ));

  it("the currency's scale changes no grade", () =>
    fc.assert(
      fc.property(facts, fc.bigInt({ min: 1n, max: 10n ** 12n }), (row, factor) => {
        expect(gradeOf(build(row, factor)).potential).toBe(gradeOf(build(row)).potential);
      }),
    ));

  it("the increment is potential less annual revenue, to the last unit", () =>
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 60 }), (row, months) => {
        const score = gradeOf(build(row), { ...year, months });
        if (score.potentialRevenue !== null) {
          expect(score.potentialIncrement).toBe(score.potentialRevenue - score.annualRevenue);
        }
      }),
    ));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AbcOptions, classifyAbc } from "../../../src/scoring/abc.ts";
import { classReach } from "../../../src/scoring/explain/class-reach.ts";

const unit = 10_000n;

/** Customers of these revenues, classified by the rule itself; `costs` belong to the first. */
function classified(revenues: readonly bigint[], options: AbcOptions, contribution: bigint | null = null) {
  const facts = revenues.map((revenue, i) => ({
    customerId: `c${i}`,
    revenue,
    lines: 1,
    costs: null,
    contribution: i === 0 ? contribution : contribution === null ? null : revenue,
    costOfGoodsKnown: true,
  }));
  return classifyAbc(facts, options).map((score, i) => ({ ...score, ...(facts[i] as (typeof facts)[number]) }));
}

const byRank = AbcOptions.parse({});
const reachOf = (revenues: readonly bigint[], at: number, options = byRank) =>
  classReach(classified(revenues, options), `c${at}`, options);

describe("classReach by rank", () => {
  // Of ten, two are A (20, 18), two C (3, 1), six B between.
  const ten = [20n, 18n, 15n, 12n, 10n, 9n, 8n, 5n, 3n, 1n].map((amount) => amount * unit);

  it("A from the least A amount, which ties with it", () =>
    expect(reachOf(ten, 4)).toEqual({
      amount: 10n * unit,
      // Below 3 it would be ninth of ten, the first C; at 3 it shares rank 8 with the ninth.
      keptFrom: 3n * unit,
      better: [{ letter: "A", from: 18n * unit }],
    }));

  it("C has B and A before it, and nothing below", () =>
    expect(reachOf(ten, 9)).toEqual({
      amount: 1n * unit,
      keptFrom: null,
      better: [
        { letter: "B", from: 5n * unit },
        { letter: "A", from: 18n * unit },
      ],
    }));

  it("A keeps its letter while nobody more than one is above it", () =>
    expect(reachOf(ten, 0)).toEqual({ amount: 20n * unit, keptFrom: 15n * unit, better: [] }));

  it("one customer alone is A whatever it buys", () =>
    expect(reachOf([5n], 0)).toEqual({ amount: 5n, keptFrom: null, better: [] }));

  it("skips a letter that nobody can have", () =>
    // Of five equals and one below: rank 1 for five, A to 1, B to 5; the sixth reaches A at once.
    expect(reachOf([7n, 7n, 7n, 7n, 7n, 2n], 5)?.better).toEqual([{ letter: "A", from: 7n }]));

  it("those who are not ranked reach nothing", () => {
    const rows = [{ customerId: "p", rank: null, valueClass: null, revenue: 0n, contribution: null }];
    expect(classReach(rows, "p", byRank)).toBeNull();
    expect(classReach(rows, "nobody", byRank)).toBeNull();
  });
});

describe("classReach by the other methods", () => {
  const cumulative = AbcOptions.parse({ method: "cumulative" });
  const threshold = AbcOptions.parse({ method: "threshold", cuts: [100, 20] });

  it("threshold: the cuts themselves", () =>
    expect(reachOf([50n * unit, 500n * unit], 0, threshold)).toEqual({
      amount: 50n * unit,
      keptFrom: 20n * unit,
      better: [{ letter: "A", from: 100n * unit }],
    }));

  it("cumulative: the total moves along", () => {
    // Of 60, 20, 15, 5 the third is B: larger ones hold 80 %. With x in its place, above 5 and below 20, larger ones hold
    // 80 of 85 + x; that is below 80 % from x just over 15.
    expect(
      reachOf(
        [60n, 20n, 15n, 5n].map((amount) => amount * unit),
        2,
        cumulative,
      ),
    ).toEqual({
      amount: 15n * unit,
      // Below 5 the larger ones hold 85 of 85 + x: 95 % or more, and so C, up to x = 4.47368…
      keptFrom: 44_737n,
      better: [{ letter: "A", from: 15n * unit + 1n }],
    });
  });

  it("cumulative: no letters where the total is not above zero", () =>
    expect(reachOf([-5n, 2n], 1, cumulative)).toBeNull());

  it("by contribution, where it is known", () => {
    const options = AbcOptions.parse({ rankBy: "contribution" });
    // 100 in revenue, 4 in contribution: second of two by contribution.
    expect(classReach(classified([100n, 9n], options, 4n), "c0", options)).toEqual({
      amount: 4n,
      keptFrom: null,
      better: [{ letter: "A", from: 9n }],
    });
    expect(classReach(classified([100n, 9n], options), "c0", options)?.amount).toBe(100n);
  });
});

it("is the limit: the rule gives the better letter there, and not a unit below", () => {
  const anyOptions = fc.constantFrom(
    byRank,
    AbcOptions.parse({ cuts: [10, 70] }),
    AbcOptions.parse({ method: "cumulative" }),
    AbcOptions.parse({ method: "threshold", cuts: [0.005, 0.001] }),
  );
  const anyRevenues = fc.array(fc.bigInt({ min: -20n, max: 90n }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anyRevenues, anyOptions, fc.nat(), (revenues, options, pick) => {
      const at = pick % revenues.length;
      const letterWith = (amount: bigint) => classified(revenues.with(at, amount), options)[at]?.valueClass ?? "D";
      const reach = reachOf(revenues, at, options);
      if (reach === null) return;
      for (const { letter, from } of reach.better) {
        expect(letterWith(from)).toBe(letter);
        expect(letterWith(from - 1n) > letter).toBe(true);
      }
      const own = letterWith(revenues[at] as bigint);
      if (reach.keptFrom === null) return;
      expect(letterWith(reach.keptFrom) <= own).toBe(true);
      expect(letterWith(reach.keptFrom - 1n) > own).toBe(true);
    }),
  );
});

// Worked by hand from docs/method.md §4, level 3; money in units of 1/10,000, so 1_000_000n is 100.00.
import { describe, expect, it } from "vitest";
import type { Card } from "../../../src/facts/card.ts";
import type { PotentialSource } from "../../../src/scoring/potential/evidence.ts";
import { gradePotential, PotentialOptions } from "../../../src/scoring/potential.ts";
import { customer } from "../facts.ts";

const year = { months: 12, windowCovered: true, priorCovered: true };
/** A customer with 100.00 in the window. */
const gradeOf = (card: Partial<Card>, sources?: PotentialSource[], months = 12) => {
  const facts = customer({ card, sales: { revenue: 1_000_000n } });
  const [score] = gradePotential([facts], { ...year, months }, PotentialOptions.parse(sources ? { sources } : {}));
  if (score === undefined) throw new Error("no score");
  return score;
};

describe("level 3, seats and regions", () => {
  it.each([
    [10_000, 20_000, "a", 1],
    [10_000, 19_999, "b", 0.9999],
    [10_000, 13_000, "b", 0.3],
    [10_000, 12_999, "c", 0.2999],
    [10_000, 11_000, "c", 0.1],
    [10_000, 10_999, "d", 0.0999],
    [40, 100, "a", 1.5],
  ])("%i of %i users: %s", (activeUsers, potentialUsers, potential, growth) => {
    const score = gradeOf({ activeUsers, potentialUsers });
    expect(score).toMatchObject({ potential, potentialSource: "seats", potentialConfidence: "medium" });
    expect(score.potentialGrowth).toBeCloseTo(growth, 12);
  });

  it("is told with its figures", () => {
    expect(gradeOf({ activeUsers: 40, potentialUsers: 100 })).toMatchObject({
      potentialRevenue: 2_500_000n,
      potentialIncrement: 1_500_000n,
      potentialReason: "100 potential users, 40 active",
      driver: "expansion",
      because: { rule: "seats", value: 1.5, threshold: 1 },
    });
    expect(gradeOf({ regionsServed: 2, regionsPresent: 3 })).toMatchObject({
      potential: "b",
      potentialSource: "regions",
      potentialRevenue: 1_500_000n,
      potentialReason: "present in 3 regions, 2 served",
      driver: "expansion",
    });
  });

  it("takes the larger, seats where they are equal", () => {
    const regions = { regionsServed: 2, regionsPresent: 3 };
    expect(gradeOf({ ...regions, activeUsers: 10, potentialUsers: 14 }).potentialSource).toBe("regions");
    expect(gradeOf({ ...regions, activeUsers: 10, potentialUsers: 15 }).potentialSource).toBe("seats");
    expect(gradeOf({ ...regions, activeUsers: 10, potentialUsers: 16 }).potentialSource).toBe("seats");
  });

  it("takes only what is wanted", () => {
    const card = { regionsServed: 2, regionsPresent: 3, activeUsers: 10, potentialUsers: 20 };
    expect(gradeOf(card, ["regions"]).potentialSource).toBe("regions");
    expect(gradeOf(card, ["seats"]).potentialSource).toBe("seats");
    expect(gradeOf(card, ["trend"]).potentialSource).toBeNull();
  });

  it("nothing left to win is d, and no decline", () => {
    const ceiling = { potential: "d", potentialReason: "below_10pct", potentialGrowth: 0, potentialIncrement: 0n };
    const seats = { activeUsers: 20, potentialUsers: 20 };
    expect(gradeOf({ ...seats, wallet: null })).toMatchObject({ ...ceiling, potentialSource: "seats" });
    expect(gradeOf({ ...seats, potentialUsers: 15 })).toMatchObject(ceiling);
    expect(gradeOf({ ...seats, potentialUsers: 0 })).toMatchObject(ceiling);
    expect(gradeOf({ ...seats, regionsServed: 4, regionsPresent: 2 })).toMatchObject(ceiling);
    // Full in seats, but half of the regions.
    expect(gradeOf({ ...seats, regionsServed: 2, regionsPresent: 4 })).toMatchObject({ potential: "a" });
  });

  it.each([
    ["nobody active", { activeUsers: 0, potentialUsers: 20 }],
    ["active users unknown", { potentialUsers: 20 }],
    ["potential users unknown", { activeUsers: 5 }],
    ["no number", { activeUsers: Number.NaN, potentialUsers: 20 }],
    ["no region served", { regionsServed: 0, regionsPresent: 3 }],
    ["regions unknown", { regionsServed: 1 }],
  ])("does not apply: %s", (_, card) => {
    expect(gradeOf(card)).toMatchObject({ potential: "?", potentialReason: "no_basis" });
    // The other part still does.
    const other = "potentialUsers" in card || "activeUsers" in card ? { regionsServed: 1, regionsPresent: 2 } : null;
    if (other !== null) expect(gradeOf({ ...card, ...other }).potentialSource).toBe("regions");
  });

  it("does not apply without a card", () =>
    expect(gradePotential([customer({ sales: { revenue: 1n } })], year, PotentialOptions.parse({}))[0]?.potential).toBe(
      "?",
    ));

  it("is of the year, and comes after the wallet", () => {
    const card = { activeUsers: 2, potentialUsers: 3 };
    // 100.00 in 5 months is 240.00 a year.
    expect(gradeOf(card, undefined, 5)).toMatchObject({ annualRevenue: 2_400_000n, potentialRevenue: 3_600_000n });
    expect(gradeOf({ ...card, wallet: 1_100_000n }).potentialSource).toBe("wallet");
  });
});

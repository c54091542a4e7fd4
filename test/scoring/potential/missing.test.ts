import { describe, expect, it } from "vitest";
import { type PotentialSource, potentialSources } from "../../../src/scoring/potential/evidence.ts";
import { missingEvidence, missingEvidenceOf } from "../../../src/scoring/potential/missing.ts";
import { gradePotential, PotentialOptions } from "../../../src/scoring/potential.ts";
import { buyer, customer, type Parts } from "../facts.ts";

const year = { months: 12, windowCovered: true, priorCovered: true };
const missing = (
  facts: ReturnType<typeof customer>,
  period = year,
  sources: PotentialSource[] = [...potentialSources],
) => {
  const [score] = gradePotential([facts], period, PotentialOptions.parse({ sources }));
  if (score === undefined) throw new Error("no score");
  return missingEvidence(facts, score, period, sources).map(({ data, sources: of }) => `${data}: ${of.join(", ")}`);
};
const hundred = (rest: Parts = {}) => customer({ ...rest, sales: { revenue: 100n } });

describe("what would sharpen a grade", () => {
  it("is all that is not known where nothing is", () => {
    const all = [
      "wallet: wallet",
      "users: seats",
      "regions: regions",
      "employees: peers",
      "segment_or_industry: peers, white_space",
      "categories: white_space",
    ];
    expect(missing(hundred())).toEqual(all);
    expect(missing(hundred({ card: {} }), { ...year, windowCovered: false, priorCovered: false })).toEqual([
      ...all,
      "window: trend",
      "prior_window: trend",
    ]);
  });

  it("is the same asked of many as of each", () => {
    const customers = [hundred(), hundred({ card: { wallet: 500n } }), hundred({ card: { employees: 4 } }), hundred()];
    const ofMany = missingEvidenceOf(year, potentialSources);
    gradePotential(customers, year, PotentialOptions.parse({})).forEach((score, i) => {
      const own = customers[i] as (typeof customers)[number];
      expect(ofMany(own, score)).toEqual(missingEvidence(own, score, year, potentialSources));
    });
  });

  const categories = [{ category: "a", spend: 1n, purchases: 1 }];

  it("is the category where no line names one", () => {
    const bare = hundred({ card: { wallet: null, segment: "S", employees: 4 }, categories: [] });
    expect(missing(bare, year, ["white_space"])).toEqual(["categories: white_space"]);
    expect(missing({ ...bare, categories }, year, ["white_space"])).toEqual([]);
  });

  it("is not what is known, even if it does not suffice", () => {
    const known = hundred({
      card: { activeUsers: 0, potentialUsers: 3, regionsServed: 0, regionsPresent: 1, employees: 5, industry: "I" },
      categories,
    });
    expect(missing(known)).toEqual(["wallet: wallet"]);
    const half = hundred({ card: { activeUsers: 3, regionsPresent: 1, segment: "S", employees: 4 }, categories });
    expect(missing(half)).toEqual(["wallet: wallet", "users: seats", "regions: regions"]);
  });

  it("is only what is as strong as what decided, or stronger", () => {
    expect(missing(hundred({ card: { activeUsers: 1, potentialUsers: 2 } }))).toEqual([
      "wallet: wallet",
      "regions: regions",
    ]);
    expect(missing(hundred({ card: { wallet: 200n } }))).toEqual([]);
    expect(missing(hundred({ card: { potentialGrade: "b" } }))).toEqual([]);
    expect(missing(buyer(13n, 10n)).at(-1)).toBe("categories: white_space");
    expect(missing(buyer(13n, 10n), year, ["wallet", "trend", "peers"])).toEqual(["wallet: wallet"]);
  });

  it("is a stated grade where there is nothing to grow from", () => {
    const credit = customer({ sales: { revenue: -1n } });
    expect(missing(credit)).toEqual(["potential_grade: stated"]);
    expect(missing(credit, year, ["wallet"])).toEqual([]);
  });

  it("is nothing where nothing would change", () => {
    expect(missing(hundred({ refusedOffer: true }))).toEqual([]);
    expect(missing(customer({ card: {} }))).toEqual([]);
    expect(missing(customer({ sales: { lines: 0 } }))).toEqual([]);
  });
});

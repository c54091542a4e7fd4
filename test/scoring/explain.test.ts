import { describe, expect, it } from "vitest";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import { ClassifyOptions, classify } from "../../src/scoring/classify.ts";
import { costInformation } from "../../src/scoring/contribution.ts";
import { explainCustomer } from "../../src/scoring/explain.ts";
import { buyer, customer } from "./facts.ts";

const period = { months: 12, windowCovered: true, priorCovered: true };

function explain(customers: readonly CustomerFacts[], id: string, given: object = {}) {
  const options = ClassifyOptions.parse(given);
  const classification = classify(customers, { period, costs: costInformation(customers) }, options);
  return explainCustomer(customers, id, classification, period, options);
}

const spend = (...names: string[]) => names.map((category) => ({ category, spend: 50_0000n, purchases: 1 }));

/** Seven restaurants: revenues 100 to 700 a year, ten employees each; the first buys no paper. */
const restaurants = [1n, 2n, 3n, 4n, 5n, 6n, 7n].map((hundreds, i) =>
  buyer(hundreds * 100_0000n, hundreds * 100_0000n, {
    customerId: `r${i + 1}`,
    card: { segment: "Restaurant", employees: 10 },
    categories: i === 0 ? spend("Food", "Wine") : spend("Food", "Paper", "Wine"),
  }),
);

describe("explainCustomer", () => {
  const others = [
    customer({ customerId: "gone", sales: { lines: 0, linesTotal: 3 } }),
    customer({ customerId: "answered", answers: [{ score: 9 }] }),
  ];
  const first = explain([...others, ...restaurants], "r1");

  it("names the peers and their quartile", () => {
    // The six others make 20, 30, 40, 50, 60, 70 a head: median 45, upper quartile at 5 · 3/4 = 3.75: 57.5.
    expect(first?.peers.perEmployee).toEqual({
      group: { kind: "segment", name: "Restaurant", others: 6 },
      own: 10_0000n,
      median: 45_0000n,
      upperQuartile: 57_5000n,
    });
  });

  it("names the missing categories", () => {
    // Of six buyers each spends 50 on paper and 100 on the rest.
    expect(first?.peers.categories).toEqual({
      group: { kind: "segment", name: "Restaurant", others: 6 },
      purchased: 2,
      missing: [{ category: "Paper", buyers: 6, share: 0.5 }],
    });
  });

  it("asks every kind of evidence by itself", () => {
    const said = first?.evidence.map(({ source, wanted, score, missing }) => [
      source,
      wanted,
      score?.potential ?? null,
      missing,
    ]);
    // Peers: 575 of 100, capped at 200: a. White space: half as much again: b. The trend is flat.
    expect(said).toEqual([
      ["stated", true, null, []],
      ["wallet", true, null, ["wallet"]],
      ["seats", true, null, ["users"]],
      ["regions", true, null, ["regions"]],
      ["peers", true, "a", []],
      ["white_space", true, "b", []],
      ["trend", true, "d", []],
    ]);
    // The smaller of the two counts.
    expect(first?.score).toMatchObject({ potential: "b", potentialSource: "white_space" });
  });

  it("says the figures of each, also where the reason is a code", () => {
    expect(first?.evidence.map(({ figures }) => figures)).toEqual([
      null,
      null,
      null,
      null,
      expect.stringContaining("; capped at 2 × revenue"),
      expect.stringMatching(/^1 category that most of /),
      expect.stringMatching(/^revenue .* in the prior window$/),
    ]);
    const full = buyer(100_0000n, 0n, { customerId: "full", card: { wallet: 80_0000n } });
    const wallet = explain([full], "full")?.evidence[1];
    expect(wallet).toMatchObject({ score: { potential: "d", potentialReason: "below_10pct" } });
    expect(wallet?.figures).toBe("wallet 80.00 against 100.00 a year");
  });

  it("puts evidence that the options set aside last", () => {
    const evidence = explain(restaurants, "r1", { potential: { sources: ["trend", "peers"] } })?.evidence ?? [];
    expect(evidence.map(({ source, wanted }) => [source, wanted])).toEqual([
      ["trend", true],
      ["peers", true],
      ["stated", false],
      ["wallet", false],
      ["seats", false],
      ["regions", false],
      ["white_space", false],
    ]);
  });

  it("looks behind a refusal", () => {
    const refused = buyer(100_0000n, 0n, { customerId: "no", card: { refused: "yes", wallet: 150_0000n } });
    const told = buyer(100_0000n, 0n, { customerId: "told", refusedOffer: true });
    expect(explain([refused], "no")?.evidence[1]).toMatchObject({ source: "wallet", score: { potential: "b" } });
    expect(explain([refused], "no")?.score.potentialReason).toBe("refused");
    expect(explain([told], "told")?.evidence.every(({ score }) => score === null)).toBe(true);
  });

  it("says where the customer stands among those of its cell", () => {
    expect(first).toMatchObject({ customers: 8, ranked: 7 });
    // r2 to r6 are B. The quartile of the others is 57.5 a head for r3 and r4: 575 of 300 and of 400 a year, both grade b
    // with 275 and 175 to win. r2 would more than double, r5 grows by a tenth, r6 stands still.
    const b = explain(restaurants, "r3");
    expect(b?.inCell).toEqual({ place: 1, of: 2 });
    expect(b?.reach?.amount).toBe(300_0000n);
    expect(b?.grades.map(({ from }) => from)).toEqual([600_0000n, 390_0000n, 330_0000n]);
  });

  it("says what is missing", () =>
    expect(first?.missing.map(({ data }) => data)).toEqual(["wallet", "users", "regions"]));

  it("a lapsed customer has no cell, and nothing grades it", () =>
    expect(explain([...others, ...restaurants], "gone")).toMatchObject({
      inCell: null,
      reach: null,
      grades: [],
      evidence: [],
      peers: { perEmployee: null, categories: null },
      missing: [],
    }));

  it("ids without a row have nothing to explain", () => {
    expect(explain([...others, ...restaurants], "answered")).toBeNull();
    expect(explain(restaurants, "nobody")).toBeNull();
  });

  it("without category data there is no white space to name", () => {
    const silent = restaurants.map((each) => ({ ...each, categories: null }));
    expect(explain(silent, "r1")?.peers).toMatchObject({ perEmployee: { own: 10_0000n }, categories: null });
  });

  it("a category whose buyers buy nothing else promises nothing that we could say", () => {
    const single = restaurants.map((each, i) => ({ ...each, categories: i === 0 ? spend("Food") : spend("Paper") }));
    expect(explain(single, "r1")?.peers.categories?.missing).toEqual([{ category: "Paper", buyers: 6, share: null }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TriggerOptions } from "../../../src/scoring/findings/options.ts";
import { rules } from "../../../src/scoring/findings/registry.ts";
import { findFindings } from "../../../src/scoring/findings.ts";
import { customer } from "../facts.ts";
import { scores } from "./cases.ts";
import { event, everything, factsFor, find, type Given, others } from "./portfolio.ts";

/** A promoter with little revenue and two outages: something to offer, and what stands in the way. */
const blocked: Given = {
  parts: {
    card: { name: "Alder", activeUsers: 1, potentialUsers: 10 },
    sales: { revenue: 1n },
    answers: scores(9, 10),
    events: [event("outage", "2026-06-01"), event("outage", "2026-06-11")],
  },
  others: [
    customer({ customerId: "a", card: { regionsServed: 1, regionsPresent: 2 }, sales: { revenue: 100n } }),
    customer({ customerId: "b", card: { regionsServed: 1, regionsPresent: 2 }, sales: { revenue: 200n } }),
  ],
};

describe("findFindings", () => {
  it("the opportunity and the veto of one customer", () => {
    const { customers } = find(blocked);
    const own = customers.find(({ customerId }) => customerId === "c");
    expect(own).toMatchObject({
      customerName: "Alder",
      cell: "Ca",
      strength: 3,
      counts: { blocker: 1, timing: 0, opportunity: 2, warning: 0 },
    });
    expect(own?.findings.map(({ rule }) => rule)).toEqual(["outages", "seat_whitespace", "happy_low_spender"]);
  });

  it("rows: the strongest first, then by kind, then by priority; customers by priority", () => {
    const { rows, customers } = find(blocked);
    expect(rows.map(({ customerId, rule, strength }) => `${customerId} ${rule} ${strength}`)).toEqual([
      "c outages 3",
      "c seat_whitespace 3",
      // By cell: c is Ca, b is A?… with regions 1 of 2 both others can double: b is Aa, a is Ba.
      "b region_whitespace 2",
      "a region_whitespace 2",
      "c happy_low_spender 2",
    ]);
    expect(customers.map(({ customerId }) => customerId)).toEqual(["b", "a", "c"]);
  });

  it("only what is new", () => {
    const since = (date: string) => find(blocked, { only: null, since: date }).rows.map(({ rule }) => rule);
    // The outage is of 11 June, the answers of 31 March; states are of D.
    expect(since("2026-06-12")).toEqual(["seat_whitespace", "region_whitespace", "region_whitespace"]);
    expect(since("2026-06-11")).toContain("outages");
    expect(since("2026-06-30")).toHaveLength(3);
    const { customers, rules: summary } = find(blocked, { only: null, since: "2026-07-01" });
    expect(customers).toEqual([]);
    expect(summary.every(({ findings }) => findings === 0)).toBe(true);
  });

  it("only these rules, or all but those", () => {
    const ids = (given: Given, only: readonly string[] | null) =>
      find(given, { only, since: null }).rules.map(({ rule }) => rule);
    expect(ids(blocked, ["outages", "order_due"])).toEqual(["outages", "order_due"]);
    const off = { ...blocked, settings: { off: ["outages"] } };
    expect(ids(off, null)).toHaveLength(rules.length - 1);
    expect(ids(off, null)).not.toContain("outages");
    // Who names a rule wants it.
    expect(ids(off, ["outages"])).toEqual(["outages"]);
  });

  it("limits of one's own", () => {
    const settings = { seatWhitespace: { below: 0.1 }, outages: { count: 3 } };
    expect(find({ ...blocked, settings }).rows.map(({ rule }) => rule)).toEqual([
      "region_whitespace",
      "region_whitespace",
      "happy_low_spender",
    ]);
  });

  it("says which rules have nothing to go by, and which too little", () => {
    const given: Given = { ...blocked, firstSale: "2025-07-01" };
    const facts = factsFor(given);
    const short = { ...facts, period: { ...facts.period, priorCovered: false } };
    const states = (of: typeof facts) =>
      new Map(
        findFindings(of, TriggerOptions.parse({}), everything).rules.map(({ rule, state }) => [rule, state] as const),
      );
    const known = states(short);
    expect(known.get("seat_whitespace")).toBe("ok");
    expect(known.get("outages")).toBe("ok");
    expect(known.get("underused")).toBe("no_data");
    expect(known.get("champion")).toBe("no_data");
    expect(known.get("usage_decline")).toBe("no_data");
    expect(known.get("conflict_stage")).toBe("no_data");
    expect(known.get("survey_active")).toBe("no_data");
    expect(known.get("no_new_product")).toBe("no_data");
    expect(known.get("sales_decline")).toBe("insufficient_history");
    expect(known.get("season")).toBe("insufficient_history");
    // No file but the customers': nothing is known of sales, answers, events.
    const bare = factsFor({});
    const cardsOnly = states({
      ...bare,
      firstSale: null,
      customers: [customer({ customerId: "c", card: { activeUsers: 1, potentialUsers: 4 } })],
    });
    expect([...cardsOnly].filter(([, state]) => state === "ok").map(([rule]) => rule)).toEqual(["seat_whitespace"]);
    expect(cardsOnly.get("season")).toBe("no_data");
  });

  it("every alternative that a rule can go by is enough", () => {
    const state = (rule: string, given: Given) => find(given, { only: [rule], since: null }).rules[0]?.state;
    expect(state("champion", { parts: { answers: [{ score: 9, role: "CEO" }] } })).toBe("ok");
    expect(state("champion", { parts: { answers: [{ score: 9, seniority: "Director" }] } })).toBe("ok");
    expect(state("new_region", { earlierAnswers: [{ score: 9, region: "North" }] })).toBe("ok");
    expect(state("new_region", { hasEvents: true })).toBe("ok");
    expect(state("new_department", { earlierAnswers: [{ score: 9 }] })).toBe("no_data");
    expect(state("usage_limit", { parts: { events: [event("usage", "2026-06-01", { limit: 1 })] } })).toBe("ok");
    expect(state("category_whitespace", { parts: { categories: [] } })).toBe("no_data");
    const industry = { industry: "Shops", employees: 4 };
    expect(state("peer_gap", { parts: { card: industry } })).toBe("ok");
    expect(find({}).rules.find(({ rule }) => rule === "champion")?.needs).toBe("nps + nps.seniority or nps.role");
  });

  it("one finding at most for each customer and rule, whatever the order of the customers", () => {
    const people = others([1n, 2n, 3n, 4n, 5n, 60n, 700n], {
      card: { activeUsers: 1, potentialUsers: 10, licensedSeats: 4, employees: 3 },
      answers: scores(9, 10, 6),
      events: [event("usage", "2026-06-01", { value: 2, limit: 2 }), event("promise_broken", "2026-06-11")],
    });
    const given = { ...factsFor({ others: people }), quarters: new Map([["o1", [1n, 2n, 3n, 1n]]]) };
    const expected = findFindings(given, TriggerOptions.parse({}), everything);
    const keys = expected.rows.map(({ customerId, rule }) => `${customerId} ${rule}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.shuffledSubarray([...given.customers], { minLength: given.customers.length }), (customers) => {
        const found = findFindings({ ...given, customers }, TriggerOptions.parse({}), everything);
        expect(found).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("nobody, nothing", () => {
    const facts = { ...factsFor({}), customers: [], rows: [] };
    expect(findFindings(facts, TriggerOptions.parse({}), everything)).toMatchObject({ rows: [], customers: [] });
  });
});

import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/base/errors.ts";
import { classifyColumns } from "../../../src/reports/classify.ts";
import { facts } from "../../../src/scoring/findings/facts.ts";
import { type OwnRule, ownRules } from "../../../src/scoring/findings/own-rules.ts";
import { subjectsOf, surroundingsOf } from "../../../src/scoring/findings/subjects.ts";
import { scores } from "./cases.ts";
import { asOf, event, factsFor, find, finding, type Given } from "./portfolio.ts";

const own = (when: string, rest: Partial<OwnRule> = {}): OwnRule => ({
  id: "mine",
  kind: "warning",
  when,
  action: "call",
  strength: 2,
  ...rest,
});

/** Sold for 100 after 400, and two promoters. */
const fallen: Given = {
  parts: {
    card: { name: "Alder", segment: "Retail", employees: 12, activeUsers: 3 },
    sales: {
      revenue: 1_000_000n,
      revenuePrior: 4_000_000n,
      linesPrior: 1,
      firstPurchase: "2024-01-31",
      lastPurchase: "2026-06-20",
    },
    answers: scores(9, 10, null),
    events: [event("outage", "2026-06-01"), event("outage", "2026-03-01"), event("ticket", "2026-06-01")],
  },
  orderedDaysAgo: [10, 30, 60],
  stage: "partner",
};

const evidence = (when: string) => finding("mine", { ...fallen, settings: { rules: [own(when)] } })?.evidence;

describe("own rules", () => {
  it("find what their condition says, with the values that it looked at", () => {
    const rules = [own("revenue < 0.5 * revenue_prior and nps >= 9", { strength: 1 })];
    expect(finding("mine", { ...fallen, settings: { rules } })).toEqual({
      customerId: "c",
      customerName: "Alder",
      rule: "mine",
      kind: "warning",
      strength: 1,
      date: asOf,
      evidence: "revenue 100.00, revenue_prior 400.00, nps 100.00",
      action: "call",
      because: [
        { rule: "revenue", value: 1_000_000n, threshold: "revenue < 0.5 * revenue_prior and nps >= 9" },
        { rule: "revenue_prior", value: 4_000_000n, threshold: "revenue < 0.5 * revenue_prior and nps >= 9" },
        { rule: "nps", value: 100, threshold: "revenue < 0.5 * revenue_prior and nps >= 9" },
      ],
    });
    expect(evidence("revenue > revenue_prior")).toBe(undefined);
    // What is not known is no finding.
    expect(evidence("margin < 0.1")).toBe(undefined);
  });

  it.each([
    ["growth between -0.8 and -0.7", "growth -0.7500"],
    ["employees = 12", "employees 12.0000"],
    ["class in ('A', 'B') or driver like 'e%'", "class A, driver unknown"],
    ["not (-order_days > 0) and abs(order_days) = 3", "order_days 3"],
    ["margin is null", "margin unknown"],
    ["1 = 1", "1 = 1"],
    ["recent_outages + recent_tickets = 2", "recent_outages 1, recent_tickets 1"],
    ["last_purchase > '2026-06-01'", "last_purchase 2026-06-20"],
    ["segment = 'Retail' and stage = 'partner'", "segment Retail, stage partner"],
    ["answers = 2 and invitations = 3 and respondents = 2", "answers 2, invitations 3, respondents 2"],
    ["promoters = 2 and detractors = 0", "promoters 2, detractors 0"],
    ["median_gap = 25 and days_since_order = 10", "median_gap 25.0000, days_since_order 10"],
    ["missing_categories = 0", "missing_categories 0"],
  ])("%s", (when, words) => expect(evidence(when)).toBe(words));

  it("a blocker is of strength 3, and says no needs", () => {
    const rules = [own("class = 'A'", { kind: "blocker", strength: 1 })];
    const found = find({ ...fallen, settings: { rules } }, { only: ["mine"], since: null });
    expect(found.rows[0]).toMatchObject({ kind: "blocker", strength: 3 });
    expect(found.rules).toEqual([{ rule: "mine", kind: "blocker", findings: 1, state: "ok", needs: "" }]);
  });

  it("a condition that cannot be read: where, and the facts there are", () => {
    const refuse = (when: string, file?: string) => {
      try {
        ownRules([own("class = 'A'", { id: "first" }), own(when)], file);
      } catch (error) {
        return error as UserError;
      }
      return null;
    };
    const error = refuse("revenue < 0.5 * revenu_prior", "portfolio.yaml");
    expect(error).toBeInstanceOf(UserError);
    expect(error?.message).toBe(
      "triggers.rules.1.when: at 17: there is no fact revenu_prior; did you mean revenue_prior?",
    );
    expect(error?.details).toContainEqual(expect.stringMatching(/^facts: customer_id, customer_name, /));
    expect(refuse("revenue > (select 1)")?.message).toContain("one condition on the facts of a customer");
    expect(error?.place).toEqual({ file: "portfolio.yaml" });
    expect(error?.details.join("\n")).toContain("revenue_prior");
    expect(error?.exit).toBe(3);
    for (const attempt of [
      "revenue > 1; drop table sales",
      "revenue > (select 1)",
      "read_csv('/etc/passwd') is null",
      "pragma version",
      "attach 'x'",
    ])
      expect(refuse(attempt), attempt).toBeInstanceOf(UserError);
    expect(refuse("nps >")?.place).toBe(undefined);
  });

  it("a name that is taken", () => {
    expect(() => ownRules([own("1 = 1", { id: "outages" })], "p.yaml")).toThrow("there is a rule outages already");
    expect(() => ownRules([own("1 = 1"), own("2 = 2")])).toThrow("triggers.rules.1.id: there is a rule mine already");
  });

  it("other errors are not ours to word", () => {
    const broken = { ...own("1 = 1"), when: null as unknown as string };
    expect(() => ownRules([broken])).toThrow(TypeError);
  });
});

describe("the facts", () => {
  it("begin with the columns of classify", () => {
    const columns = classifyColumns(6).map(({ name, kind }) => ({ name, kind }));
    expect(facts.slice(0, columns.length).map(({ name, kind }) => ({ name, kind }))).toEqual(columns);
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
  });

  it("have a value, or none, for a customer of whom nothing is known", () => {
    const given = factsFor({});
    const [[bare], around] = [subjectsOf(given), surroundingsOf(given)];
    for (const { name, value } of facts) expect(value(bare as never, around), name).not.toBe(undefined);
    const of = (name: string) => facts.find((fact) => fact.name === name)?.value(bare as never, around);
    expect(of("days_since_order")).toBe(null);
    expect(of("median_gap")).toBe(null);
    expect(of("owner")).toBe(null);
  });
});

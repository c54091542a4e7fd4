// Whom to call, worked by hand. Amounts in whole units of money; D = 2026-06-30.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/base/calendar.ts";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import { ClassifyOptions, classify } from "../../src/scoring/classify.ts";
import type { Finding, FindingKind } from "../../src/scoring/findings/finding.ts";
import { TriggerOptions } from "../../src/scoring/findings/options.ts";
import { findFindings } from "../../src/scoring/findings.ts";
import { type Plan, type PlanAsked, type PlanFacts, PlanOptions, planCustomers } from "../../src/scoring/plan.ts";
import { baskets, customer, type Parts } from "./facts.ts";
import { event } from "./findings/portfolio.ts";

const one = 10_000n;
const asOf = "2026-06-30";
const window = { from: "2025-06-30", to: asOf };
const period = { asOf, months: 12, window, priorCovered: true, windowCovered: true };
const everything: PlanAsked = { capacity: null, owners: undefined };
const someCosts = { costOnLines: false, costOfGoodsRows: true, costToServeRows: false };

interface Given {
  readonly findings?: readonly Finding[];
  readonly baskets?: PlanFacts["baskets"];
  readonly asked?: PlanAsked;
  readonly stages?: PlanFacts["stages"];
  readonly options?: object;
  readonly lostAfter?: number;
}

function plan(customers: readonly CustomerFacts[], given: Given = {}): Plan {
  const { rows } = classify(customers, { period, costs: someCosts }, ClassifyOptions.parse({}));
  const byCustomer = new Map<string, Finding[]>();
  for (const own of given.findings ?? [])
    byCustomer.set(own.customerId, [...(byCustomer.get(own.customerId) ?? []), own]);
  return planCustomers(
    {
      period,
      customers,
      rows,
      findings: [...byCustomer].map(([customerId, findings]) => ({ customerId, findings })),
      stages: given.stages ?? new Map(),
      days: new Map([["s1", { days: [dayNumber("2026-05-01")] }]]),
      baskets: given.baskets ?? null,
      lostAfter: given.lostAfter ?? null,
    },
    PlanOptions.parse(given.options ?? {}),
    given.asked ?? everything,
  );
}

/** A customer with this revenue who gave a 9, unless it says otherwise. */
const account = (customerId: string, revenue: number, potential: number | null, parts: Parts = {}): CustomerFacts =>
  customer({
    customerId,
    answers: [{ score: 9 }],
    ...parts,
    sales: { revenue: BigInt(revenue) * one, ...parts.sales },
    card: { ...(potential === null ? {} : { potentialRevenue: BigInt(potential) * one }), ...parts.card },
  });

const finding = (customerId: string, kind: FindingKind, rule: string, rest: Partial<Finding> = {}): Finding => ({
  customerId,
  customerName: null,
  rule,
  kind,
  strength: kind === "blocker" ? 3 : 2,
  date: asOf,
  evidence: `${rule} of ${customerId}`,
  action: `do ${rule}`,
  because: [],
  ...rest,
});

const ids = ({ rows }: Plan): string[] => rows.map(({ customerId }) => customerId);
const rowOf = ({ rows }: Plan, customerId: string) => rows.find((row) => row.customerId === customerId);
const stepsOf = (of: Plan, customerId: string) => rowOf(of, customerId)?.steps.map(({ step }) => step);

/** 5 million at its ceiling (A), 1 million that can triple (B), and three small ones that fill up the classes. */
const ceiling = account("ceiling", 5_000_000, 5_000_000);
const triple = account("triple", 1_000_000, 3_000_000);
const small = [account("s1", 900, 1000), account("s2", 800, 1000), account("s3", 700, null)];
const all = [ceiling, triple, ...small];

describe("who is in the plan", () => {
  it("1 million that can triple comes first; 5 million at its ceiling have nothing to win", () => {
    const { rows, leftOut, callable } = plan(all);
    // s1 +11 % (Bc), s2 +25 % (Bc, +200), s3 of class C is to be assessed.
    expect(rows.map(({ customerId, cell }) => [customerId, cell])).toEqual([
      ["triple", "Ba"],
      ["s2", "Bc"],
      ["s1", "Bc"],
      ["s3", "C?"],
    ]);
    expect(leftOut).toEqual({ lapsed: 0, lost: 0, prospect: 0, no_class: 0, phase_out: 0, nothing_to_do: 1 });
    expect(callable).toEqual({ customers: 4, increment: 2_000_300n * one, unknown: 1 });
  });

  it("and comes before it where that is at risk", () => {
    const found = plan(all, { findings: [finding("ceiling", "warning", "sales_decline")] });
    expect(ids(found)).toEqual(["triple", "s2", "s1", "s3", "ceiling"]);
    expect(rowOf(found, "ceiling")).toMatchObject({ cell: "Ad", increment: 0n, reason: "finding", rank: 5 });
    expect(stepsOf(found, "ceiling")).toEqual(["ask"]);
  });

  it.each<[string, Finding, readonly string[] | undefined]>([
    ["a blocker", finding("ceiling", "blocker", "detractor"), ["repair"]],
    ["an opportunity that is news", finding("ceiling", "opportunity", "milestone"), ["offer"]],
    ["one that the grade has weighed", finding("ceiling", "opportunity", "category_whitespace"), undefined],
    ["a weak one", finding("ceiling", "opportunity", "reference", { strength: 1 }), undefined],
    ["timing alone", finding("ceiling", "timing", "order_due"), undefined],
  ])("grade d with %s", (_, own, steps) => expect(stepsOf(plan(all, { findings: [own] }), "ceiling")).toEqual(steps));

  it("a small customer at its ceiling comes in for news alone", () => {
    const full = [ceiling, triple, ...small, account("full", 10, 10)];
    const inPlan = (kind: FindingKind) =>
      ids(plan(full, { findings: [finding("full", kind, "own")] })).includes("full");
    expect(inPlan("opportunity")).toBe(true);
    expect(inPlan("blocker")).toBe(false);
    expect(inPlan("warning")).toBe(false);
  });

  it("who refused offers is repaired and asked, never offered anything", () => {
    const refused = [account("r", 9_000_000, null, { card: { refused: "yes" } }), ...all];
    expect(ids(plan(refused, { findings: [finding("r", "opportunity", "milestone")] }))).not.toContain("r");
    const asked = plan(refused, {
      findings: [finding("r", "opportunity", "milestone"), finding("r", "warning", "overdue")],
    });
    expect(stepsOf(asked, "r")).toEqual(["ask"]);
    expect(rowOf(asked, "r")?.next).toEqual([]);
  });

  it("lapsed customers belong to win-back, prospects to new business; Dc and Dd are phased out", () => {
    const rest = [
      customer({ customerId: "lapsed", sales: { lines: 0, linesTotal: 3 } }),
      customer({ customerId: "prospect", card: {} }),
      account("ended", 100, 300, { card: { potentialRevenue: 300n * one, until: asOf } }),
      account("dead", 100, 100, { costs: { costOfGoods: 200n * one, costOfGoodsRows: 1 } }),
    ];
    const { leftOut, rows } = plan([...all, ...rest]);
    expect(rows).toHaveLength(4);
    expect(leftOut).toEqual({ lapsed: 1, lost: 1, prospect: 1, no_class: 0, phase_out: 1, nothing_to_do: 1 });
  });

  it("who counts as lost by the user's own limit is left out", () => {
    // s1 bought last on 2026-05-01, 60 days before D.
    const leftOut = (lostAfter?: number) => plan(all, lostAfter === undefined ? {} : { lostAfter }).leftOut.lost;
    expect([leftOut(), leftOut(59), leftOut(60), leftOut(61)]).toEqual([0, 1, 1, 0]);
  });

  it("without a class there is no cell", () => {
    // Nobody has revenue above 0, so nobody has a class by shares.
    const { rows } = classify(
      [account("z", 0, 5)],
      { period, costs: { ...someCosts, costOfGoodsRows: false } },
      ClassifyOptions.parse({ abc: { method: "cumulative", cuts: [80, 95] } }),
    );
    const { leftOut } = planCustomers(
      {
        period,
        customers: [account("z", 0, 5)],
        rows,
        findings: [],
        stages: new Map(),
        days: new Map(),
        baskets: null,
        lostAfter: null,
      },
      PlanOptions.parse({}),
      everything,
    );
    expect(leftOut.no_class).toBe(1);
  });
});

describe("what blocks an offer", () => {
  it("a promoter with low spend and two recent outages: the opportunity and the veto, the repair first, no callable increment", () => {
    const promoter = account("p", 500, 1000, {
      answers: [
        { score: 9, respondent: "Ada" },
        { score: 10, respondent: "Bo" },
      ],
      events: [event("outage", "2026-06-01"), event("outage", "2026-06-20")].map((own) => ({
        ...own,
        customerId: "p",
      })),
    });
    const customers = [ceiling, triple, ...small, promoter];
    const { rows } = classify(customers, { period, costs: someCosts }, ClassifyOptions.parse({}));
    const found = findFindings(
      {
        period,
        firstSale: "2024-01-01",
        customers,
        rows,
        answers: customers.flatMap(({ answers }) => answers),
        days: new Map([["p", { days: [dayNumber("2026-05-01")] }]]),
        quarters: new Map(),
        products: new Map(),
        stages: new Map(),
        hasEvents: true,
        lostAfter: null,
      },
      TriggerOptions.parse({}) as TriggerOptions,
      { only: null, since: null },
    );
    const planned = planCustomers(
      {
        period,
        customers,
        rows,
        findings: found.customers,
        stages: new Map(),
        days: new Map(),
        baskets: null,
        lostAfter: null,
      },
      PlanOptions.parse({}),
      everything,
    );
    const row = rowOf(planned, "p");
    expect(row?.why.map(({ rule }) => rule)).toEqual(["outages", "happy_low_spender"]);
    expect(row).toMatchObject({ cell: "Ca", increment: 500n * one, blockedBy: ["outages"], isCallable: false });
    expect(row?.steps[0]).toMatchObject({ step: "repair", finding: { rule: "outages" } });
    expect(row?.steps.at(-1)).toMatchObject({ step: "offer", finding: { rule: "happy_low_spender" } });
    expect(planned.blocked).toEqual({ customers: 1, increment: 500n * one, unknown: 0 });
    expect(planned.callable.increment).toBe(2_000_300n * one);
  });

  it("a loss with potential waits until price or cost are right", () => {
    const loss = account("loss", 100, 300, { costs: { costOfGoods: 150n * one, costOfGoodsRows: 1 } });
    const planned = plan([...all, loss]);
    expect(rowOf(planned, "loss")).toMatchObject({
      cell: "Da",
      reason: "fix",
      blockedBy: ["negative_contribution"],
      isCallable: false,
      next: [],
    });
    expect(stepsOf(planned, "loss")).toEqual(["fix"]);
    expect(planned.blocked).toEqual({ customers: 1, increment: 200n * one, unknown: 0 });
    const both = plan([...all, loss], { findings: [finding("loss", "blocker", "detractor")] });
    expect(rowOf(both, "loss")?.blockedBy).toEqual(["detractor", "negative_contribution"]);
    expect(stepsOf(both, "loss")).toEqual(["repair", "fix"]);
  });
});

describe("what first", () => {
  const silent = { answers: [] };
  it("the repair, the satisfaction question, the limit, the warning, the offer", () => {
    const customers = [ceiling, account("triple", 1_000_000, 3_000_000, silent), ...small];
    const findings = [
      finding("triple", "blocker", "outages"),
      finding("triple", "timing", "limit_now", { strength: 3 }),
      finding("triple", "opportunity", "champion"),
      finding("triple", "warning", "overdue"),
    ];
    const stepsWith = (from: number) => stepsOf(plan(customers, { findings: findings.slice(from) }), "triple");
    expect(stepsWith(0)).toEqual(["repair", "ask_satisfaction", "lift_limit", "ask", "offer"]);
    expect(stepsWith(1)).toEqual(["ask_satisfaction", "lift_limit", "ask", "offer"]);
    expect(stepsWith(2)).toEqual(["ask_satisfaction", "ask", "offer"]);
    expect(stepsWith(4)).toEqual(["ask_satisfaction", "offer"]);
    expect(stepsOf(plan(all), "triple")).toEqual(["offer"]);
  });

  it("? is assessed, and gets no offer", () => {
    expect(stepsOf(plan(all), "s3")).toEqual(["assess"]);
    const customers = [...all.slice(0, 4), account("s3", 700, null, silent)];
    expect(stepsOf(plan(customers, { findings: [finding("s3", "opportunity", "champion")] }), "s3")).toEqual([
      "assess",
      "ask_satisfaction",
    ]);
  });

  it("the offer is the strongest opportunity that is one", () => {
    const offerOf = (...findings: readonly Finding[]) =>
      rowOf(plan(all, { findings }), "triple")?.steps[0]?.finding?.rule;
    expect(offerOf(finding("triple", "opportunity", "champion"), finding("triple", "opportunity", "milestone"))).toBe(
      "champion",
    );
    expect(offerOf(finding("triple", "opportunity", "reference", { strength: 1 }))).toBeUndefined();
  });
});

describe("when", () => {
  const whenOf = (...findings: readonly Finding[]) => {
    const when = rowOf(plan(all, { findings }), "triple")?.when;
    return when === null || when === undefined ? null : [when.finding.rule, when.date];
  };
  const timing = (rule: string, strength: 1 | 2 | 3, date = asOf) =>
    finding("triple", "timing", rule, { strength, date });

  it("any time where nothing says better", () =>
    expect(whenOf(finding("triple", "opportunity", "champion"))).toBeNull());

  it("what has a day of its own before what is open for months, the soonest first", () => {
    expect(whenOf(timing("budget", 1), timing("qbr", 2, "2026-07-20"), timing("order_due", 2, "2026-07-10"))).toEqual([
      "order_due",
      "2026-07-10",
    ]);
    expect(whenOf(timing("qbr", 2, "2026-07-20"), timing("limit_now", 3))).toEqual(["limit_now", asOf]);
    expect(whenOf(timing("season", 1), timing("budget", 1))).toEqual(["season", asOf]);
  });

  it("a late order is a moment too, though a warning; another warning is none", () => {
    const warning = (rule: string) => finding("triple", "warning", rule, { strength: 2, date: "2026-06-01" });
    expect(whenOf(timing("budget", 1), warning("overdue"))).toEqual(["overdue", asOf]);
    expect(whenOf(timing("budget", 1), warning("underused"))).toEqual(["budget", asOf]);
  });

  it("season and budget give way to a rule of one's own that is no stronger", () =>
    expect(whenOf(timing("budget", 1), timing("season", 1), timing("renewal", 1, "2026-07-20"))?.[0]).toBe("renewal"));

  it("a day that is past is today", () => {
    expect(whenOf(timing("order_due", 2, "2026-06-01"))).toEqual(["order_due", asOf]);
  });

  it("a first purchase to follow up gives way to an order that is due later", () => {
    expect(whenOf(timing("follow_up", 2, "2026-06-20"), timing("order_due", 2, "2026-07-10"))?.[0]).toBe("order_due");
    expect(whenOf(timing("follow_up", 2, "2026-06-20"), timing("budget", 1))?.[0]).toBe("follow_up");
  });
});

describe("capacity and owners", () => {
  const owned = (customerId: string, potential: number, owner: string | null) =>
    account(customerId, 1000, potential, { card: { potentialRevenue: BigInt(potential) * one, owner } });
  // Five equals, so all are of class A; by increment a, b, c, d, e.
  const customers = [
    owned("a", 2500, "Kari"),
    owned("b", 2400, "Kari"),
    owned("c", 2300, "Ola"),
    owned("d", 2200, "Kari"),
    owned("e", 2100, null),
  ];

  it("keeps the first of each owner; who is blocked takes no place and stays", () => {
    const found = plan(customers, {
      findings: [finding("a", "blocker", "outages")],
      asked: { capacity: 1, owners: undefined },
    });
    expect(found.rows.map(({ customerId, rank, isCallable }) => [customerId, rank, isCallable])).toEqual([
      ["a", 1, false],
      ["b", 2, true],
      ["c", 3, true],
      ["e", 5, true],
    ]);
    // 1400 + 1300 + 1100; a waits with 1500; d with 1200 is beyond.
    expect(found.callable.increment).toBe(3800n * one);
    expect(found.blocked).toEqual({ customers: 1, increment: 1500n * one, unknown: 0 });
    expect(found.beyond).toEqual({ customers: 1, increment: 1200n * one, unknown: 0 });
    expect(found.planned).toBe(5);
  });

  it("one owner's customers, or nobody's, with their place in the whole plan", () => {
    const of = (...owners: readonly (string | null)[]) => plan(customers, { asked: { capacity: null, owners } }).rows;
    expect(of("Ola").map(({ customerId, rank }) => [customerId, rank])).toEqual([["c", 3]]);
    expect(of(null).map(({ customerId }) => customerId)).toEqual(["e"]);
    expect(of(null, "Ola").map(({ customerId }) => customerId)).toEqual(["c", "e"]);
  });

  it("one customer alone keeps its place", () => {
    const { rows, planned } = plan(customers, { asked: { capacity: null, owners: undefined, customer: "d" } });
    expect([rows.map(({ customerId, rank }) => [customerId, rank]), planned]).toEqual([[["d", 4]], 5]);
  });

  it("sums by owner, by name, nobody's last", () =>
    expect(plan(customers, { findings: [finding("a", "blocker", "outages")] }).owners).toEqual([
      {
        owner: "Kari",
        callable: { customers: 2, increment: 2600n * one, unknown: 0 },
        blocked: { customers: 1, increment: 1500n * one, unknown: 0 },
      },
      {
        owner: "Ola",
        callable: { customers: 1, increment: 1300n * one, unknown: 0 },
        blocked: { customers: 0, increment: 0n, unknown: 0 },
      },
      {
        owner: null,
        callable: { customers: 1, increment: 1100n * one, unknown: 0 },
        blocked: { customers: 0, increment: 0n, unknown: 0 },
      },
    ]));

  it("what falls is not taken from what can be won", () => {
    const falling = [owned("a", 2500, null), owned("f", 600, null)];
    const found = plan(falling, { findings: [finding("f", "warning", "overdue")] });
    expect(rowOf(found, "f")?.increment).toBe(-400n * one);
    expect(found.callable.increment).toBe(1500n * one);
  });
});

describe("the next product", () => {
  const spend = (category: string, amount = 10, purchases = 1) => ({
    category,
    spend: BigInt(amount) * one,
    purchases,
  });
  const peer = (customerId: string, categories: readonly string[]) =>
    account(customerId, 100, 200, { card: { segment: "Hotel" }, categories: categories.map((name) => spend(name)) });
  // Six hotels: all others buy linen, five of them soap, one flowers.
  const hotels = [
    peer("h", ["tea"]),
    peer("h1", ["tea", "linen", "soap"]),
    peer("h2", ["tea", "linen", "soap"]),
    peer("h3", ["tea", "linen", "soap"]),
    peer("h4", ["tea", "linen", "soap"]),
    peer("h5", ["tea", "linen", "flowers"]),
  ];

  it("what most peers buy, then what is bought with its own; three at most", () => {
    const bought = baskets([
      ...["h1", "h2", "h3", "h4", "h5"].map((id) => [id, ["mug", "teapot", "whisk"]] as const),
      ["h", ["mug"]],
      ["x", ["rug"]],
    ]);
    const { next } = rowOf(plan(hotels, { baskets: bought }), "h") ?? {};
    expect(next).toEqual([
      { product: "linen", source: "white_space", customers: 5, of: 5, boughtWith: null, lift: null },
      { product: "soap", source: "white_space", customers: 4, of: 5, boughtWith: null, lift: null },
      // (5 / 6) / (5 / 7)
      { product: "teapot", source: "association", customers: 5, of: 6, boughtWith: "mug", lift: 35 / 30 },
    ]);
  });

  it("of equals the first by name", () => {
    const equals = [peer("h", ["tea"]), ...["h1", "h2", "h3", "h4", "h5"].map((id) => peer(id, ["tea", "b", "a"]))];
    expect(rowOf(plan(equals), "h")?.next.map(({ product }) => product)).toEqual(["a", "b"]);
  });

  it("by categories where no products are known; none is named twice", () => {
    const shop = account("shop", 100, 200, {
      card: { segment: "Shop" },
      categories: [spend("soap"), spend("tea", -5, 0)],
    });
    const found = plan([...hotels, shop], { options: { association: { leastCustomers: 4 } } });
    // linen with soap: 4 of 5 buyers, 5 of 7 customers: lift 1.12.
    expect(rowOf(found, "shop")?.next.map(({ product, boughtWith }) => [product, boughtWith])).toEqual([
      ["linen", "soap"],
    ]);
    expect(rowOf(found, "h")?.next.map(({ product }) => product)).toEqual(["linen", "soap"]);
  });
});

it("carries the owner, the stage and where it comes from", () => {
  const found = plan(
    [...all, account("k", 3_000_000, 6_500_000, { card: { owner: "Kari", potentialRevenue: 6_500_000n * one } })],
    {
      stages: new Map([["k", "partner"]]),
    },
  );
  expect(rowOf(found, "k")).toMatchObject({
    owner: "Kari",
    stage: "partner",
    reason: "growth",
    because: { rule: "growth", value: rowOf(found, "k")?.cell, threshold: null },
  });
});

it("does not depend on the order of the customers", () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
      expect(plan(shuffled)).toEqual(plan(all));
    }),
    { numRuns: 20 },
  ));

// Worked by hand from docs/method.md §11. D is 2026-06-30; money in units of 1/10,000.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "../../src/facts/card.ts";
import type { CustomerEvent } from "../../src/facts/events.ts";
import type { CostDay, SalesDay } from "../../src/facts/ledger.ts";
import type { Loss } from "../../src/scoring/winback/lost.ts";
import {
  scoreWinback,
  type WinbackContext,
  type WinbackFacts,
  WinbackOptions,
  WinbackSettings,
} from "../../src/scoring/winback.ts";
import { customer } from "./facts.ts";

const asOf = "2026-06-30";
const context: WinbackContext = {
  period: { asOf, months: 12, costsTo: asOf },
  firstSale: "2015-01-01",
  costs: { costOnLines: true, costOfGoodsRows: false, costToServeRows: true },
  hasEvents: true,
};

const sale = (day: string, revenue: bigint, more: Partial<SalesDay> = {}): SalesDay => ({
  day,
  revenue,
  lines: 1,
  costOnLines: 0n,
  linesWithCost: 0,
  spend: revenue,
  purchases: 1,
  quantity: 0n,
  quantitySpend: 0n,
  ...more,
});
const cost = (day: string, more: Partial<CostDay>): CostDay => ({
  day,
  costOfGoods: 0n,
  costOfGoodsRows: 0,
  costToServe: 0n,
  costToServeRows: 0,
  ...more,
});
const event = (type: CustomerEvent["type"], date: string): CustomerEvent => ({
  customerId: "c",
  date,
  type,
  value: null,
  limit: null,
  person: null,
  department: null,
  region: null,
  note: null,
});
/** Left on this day. */
const leftOn = (on: string): Loss => ({
  because: { rule: "days_without_purchase", value: 1, threshold: 1 },
  lastPurchase: on,
  on,
  breakDay: on,
});

interface Case {
  readonly customerId?: string;
  readonly card?: Partial<Card>;
  readonly on?: string;
  readonly loss?: Loss | null;
  readonly events?: readonly CustomerEvent[];
  readonly refusedOffer?: boolean;
  readonly sales?: readonly SalesDay[];
  readonly costs?: readonly CostDay[];
  readonly answers?: WinbackFacts["answers"];
  readonly ledger?: null;
}

function lost({ customerId = "c", on = "2025-01-15", ...parts }: Case): WinbackFacts {
  const loss = parts.loss === undefined ? leftOn(on) : parts.loss;
  return {
    customer: customer({
      customerId,
      card: parts.card ?? {},
      sales: { firstPurchase: "2024-06-01" },
      events: parts.events ?? [],
      refusedOffer: parts.refusedOffer ?? false,
    }),
    loss,
    ledger:
      parts.ledger === undefined ? { sales: parts.sales ?? [sale(on, 1000n)], costs: parts.costs ?? [] } : parts.ledger,
    answers: parts.answers ?? [],
  };
}

const options = { winback: WinbackOptions.parse({}), contribution: {} };
const scoreOf = (parts: Case, more: Partial<WinbackContext> = {}, own = options) => {
  const [score] = scoreWinback([lost(parts)], { ...context, ...more }, own).rows;
  if (score === undefined) throw new Error("nobody was lost");
  return score;
};
const factorsOf = (parts: Case) => scoreOf(parts).factors.map(({ name, factor }) => [name, factor]);

describe("each factor", () => {
  it("none: the best year itself", () => expect(scoreOf({})).toMatchObject({ score: 1000n, factors: [] }));

  it.each([
    // Three years of 365.2425 days are 1095.7275 days: 1,096 days before 2025-01-15 is 2022-01-15.
    ["2022-01-15", true],
    ["2022-01-16", false],
    ["2010-01-01", true],
  ])("tenure since %s: %s", (since, applies) =>
    expect(factorsOf({ card: { since } })).toEqual(applies ? [["tenure", 1.2]] : []));

  it("tenure ends with the loss, and begins with the first purchase where no start is stated", () => {
    expect(factorsOf({ card: {} })).toEqual([]);
    // From 2024-06-01 to the as-of date are two years.
    const facts = lost({});
    const early = {
      ...facts,
      customer: customer({ ...facts.customer, sales: { firstPurchase: "2020-01-01" } } as never),
    };
    expect(scoreWinback([early], context, options).rows[0]?.factors).toEqual([{ name: "tenure", factor: 1.2 }]);
    const unknown = { ...facts, customer: customer({ customerId: "c", card: {} }) };
    expect(scoreWinback([unknown], context, options).rows[0]?.factors).toEqual([]);
  });

  it.each([
    ["2025-01-14", true],
    ["2025-01-15", true],
    ["2025-01-16", false],
  ])("a complaint closed on %s, left on 2025-01-15: %s", (date, applies) => {
    const score = scoreOf({ events: [event("complaint_opened", "2024-12-01"), event("complaint_closed", date)] });
    expect(score.factors).toEqual(applies ? [{ name: "complaintClosed", factor: 1.2 }] : []);
    expect(score.complaintClosed).toBe(applies ? date : null);
  });

  it("of several closed before, the last is the evidence", () => {
    const events = ["2024-01-01", "2024-09-01", "2025-02-01"].map((date) => event("complaint_closed", date));
    expect(scoreOf({ events }).complaintClosed).toBe("2024-09-01");
  });

  it("price, service, both", () => {
    expect(factorsOf({ card: { churnReason: "Pris" } })).toEqual([["price", 1.2]]);
    expect(factorsOf({ card: { churnReason: "slow service" } })).toEqual([["service", 0.8]]);
    // 1000 × 1.2 × 0.8
    expect(scoreOf({ card: { churnReason: "price and service" } })).toMatchObject({
      score: 960n,
      reasons: ["price", "service"],
    });
    expect(scoreOf({ card: { churnReason: "moved away" } })).toMatchObject({
      score: 1000n,
      reasons: [],
      churnReason: "moved away",
    });
  });

  it.each([
    [10, "promoter", 1200n],
    [9, "promoter", 1200n],
    [8, null, 1000n],
    [7, null, 1000n],
    [6, "detractor", 700n],
    [0, "detractor", 700n],
  ])("last answer %i: %s", (score, name, worth) => {
    const found = scoreOf({ answers: [{ date: "2024-05-01", score }] });
    expect(found.factors.map((own) => own.name)).toEqual(name === null ? [] : [name]);
    expect(found.score).toBe(worth);
  });

  it("the last answer counts, of two on its day the lower; an invitation is none", () => {
    const answers = [
      { date: "2024-01-01", score: 2 },
      { date: "2024-05-01", score: 10 },
      { date: "2024-05-01", score: 9 },
      { date: "2024-09-01", score: null },
    ];
    for (const some of [answers, answers.toReversed()])
      expect(scoreOf({ answers: some }).lastAnswer).toEqual({ date: "2024-05-01", score: 9 });
  });

  it.each([
    // 36 months before the as-of date is 2023-06-30.
    ["2023-06-30", []],
    ["2023-06-29", [["lostLongAgo", 0.5]]],
  ])("lost on %s: %j", (on, factors) => expect(factorsOf({ on })).toEqual(factors));

  it("all that apply are multiplied and rounded once", () => {
    const all = scoreOf({
      on: "2020-01-15",
      card: { since: "2010-01-01", churnReason: "price, service" },
      events: [event("complaint_closed", "2019-12-01")],
      answers: [{ date: "2019-12-01", score: 3 }],
      sales: [sale("2020-01-15", 12_345n)],
    });
    // 12345 × 1.2 × 1.2 × 1.2 × 0.8 × 0.7 × 0.5 = 12345 × 0.48384 = 5973.0048
    expect(all.score).toBe(5973n);
  });

  it("are the user's to set", () => {
    const own = { ...options, winback: WinbackOptions.parse({ factors: { promoter: 2.5 } }) };
    expect(scoreOf({ answers: [{ date: "2024-05-01", score: 9 }] }, {}, own).score).toBe(2500n);
    for (const promoter of [-1, 101, 1.00001, "1"])
      expect(WinbackOptions.safeParse({ factors: { promoter } }).success).toBe(false);
    expect(WinbackOptions.safeParse({ factors: { loyalty: 1 } }).success).toBe(false);
    expect(WinbackSettings.parse({}).winback.factors.lostLongAgo).toBe(0.5);
  });
});

describe("the years before the break", () => {
  // Break on 2025-01-15: after 2024-01-15 up to it, and after 2023-01-15 up to 2024-01-15.
  const sales = [
    sale("2023-01-15", 1_000_000n, { quantity: 10_000n, quantitySpend: 1_000_000n }),
    sale("2023-01-16", 300n, { quantity: 30_000n, quantitySpend: 300n }),
    sale("2024-01-15", 300n, { quantity: 30_000n, quantitySpend: 300n }),
    sale("2024-01-16", 900n, { quantity: 60_000n, quantitySpend: 900n }),
    sale("2024-07-01", -100n, { spend: 0n, purchases: 0 }),
    sale("2025-01-15", 300n, { quantity: 20_000n, quantitySpend: 300n }),
  ];

  it("lost revenue is that of the last, returns taken off", () => expect(scoreOf({ sales }).lostRevenue).toBe(1100n));

  it("mean price of a unit: 600 of 6, and 1200 of 8", () =>
    expect(scoreOf({ sales }).price).toEqual({ last: 150n, before: 100n, per: "unit" }));

  it("without quantities of a purchase line", () => {
    const plain = sales.map((day) => ({ ...day, quantity: 0n, quantitySpend: 0n, purchases: day.purchases * 2 }));
    // 1200 over 4 lines, 600 over 4
    expect(scoreOf({ sales: plain }).price).toEqual({ last: 300n, before: 150n, per: "line" });
    // Quantities in the year before alone do not help.
    const half = plain.map((day, i) => (i === 2 ? { ...day, quantity: 10_000n, quantitySpend: 300n } : day));
    expect(scoreOf({ sales: half }).price.per).toBe("line");
    const laterHalf = plain.map((day, i) => (i === 3 ? { ...day, quantity: 10_000n, quantitySpend: 900n } : day));
    expect(scoreOf({ sales: laterHalf }).price).toEqual({ last: 900n, before: null, per: "unit" });
  });

  it.each([
    // The year before begins on 2023-01-16; 31 days later is 2023-02-16.
    ["2023-02-16", 100n],
    ["2023-02-17", null],
  ])("a file that begins on %s", (firstSale, before) =>
    expect(scoreOf({ sales }, { firstSale }).price.before).toBe(before));

  it("no purchases, no price", () => {
    expect(scoreOf({ sales: [sale("2025-01-15", 5n)] }).price).toEqual({ last: 5n, before: null, per: "line" });
    expect(scoreOf({ sales }, { firstSale: null }).price.before).toBeNull();
  });

  it("tickets of both", () => {
    const dates = ["2023-01-15", "2023-01-16", "2024-01-15", "2024-01-16", "2025-01-15", "2025-01-16"];
    const events = [...dates.map((date) => event("ticket", date)), event("outage", "2024-06-01")];
    expect(scoreOf({ events }).tickets).toEqual({ last: 2, before: 2 });
    expect(scoreOf({ events }, { hasEvents: false }).tickets).toBeNull();
  });
});

describe("whom not to chase", () => {
  const rules = (parts: Case, more: Partial<WinbackContext> = {}) => scoreOf(parts, more).noChase;

  it("who refused: as stated, by an event in the window, by one since it left", () => {
    expect(rules({ card: { refused: "with a competitor" } })).toEqual([
      { rule: "refused", value: "with a competitor", threshold: null },
    ]);
    expect(rules({ refusedOffer: true })).toEqual([{ rule: "refused", value: "refused_offer", threshold: null }]);
    expect(rules({ events: [event("refused_offer", "2025-01-15")] })).toEqual([
      { rule: "refused", value: "2025-01-15", threshold: null },
    ]);
    expect(rules({ events: [event("refused_offer", "2025-01-14"), event("ticket", "2025-02-01")] })).toEqual([]);
    expect(rules({ card: { refused: "nei" } })).toEqual([]);
  });

  // W before the break: after 2024-01-15 up to 2025-01-15.
  it.each([
    [1000n, []],
    [1001n, [{ rule: "negative_contribution", value: -1n, threshold: 0n }]],
    [999n, []],
  ])("D by its last window: revenue 1000, costs %i", (costOnLines, expected) =>
    expect(rules({ sales: [sale("2025-01-15", 1000n, { costOnLines, linesWithCost: 1 })] })).toEqual(expected));

  it("its last window alone, with costs up to that month's end", () => {
    const good = sale("2025-01-15", 1000n, { costOnLines: 600n, linesWithCost: 1 });
    const early = sale("2024-01-15", 1n, { costOnLines: 5000n, linesWithCost: 1 });
    const serve = (day: string) => [cost(day, { costToServe: 500n, costToServeRows: 1 })];
    expect(rules({ sales: [early, good] })).toEqual([]);
    expect(rules({ sales: [good], costs: serve("2025-01-31") })).toHaveLength(1);
    expect(rules({ sales: [good], costs: serve("2025-02-01") })).toEqual([]);
    expect(rules({ sales: [good], costs: serve("2024-01-16") })).toHaveLength(1);
    expect(rules({ sales: [good], costs: serve("2024-01-15") })).toEqual([]);
    // In the as-of date's own month no further than the window's costs.
    const late = { on: "2026-06-15", sales: [{ ...good, day: "2026-06-15" }], costs: serve("2026-06-30") };
    expect(rules(late)).toHaveLength(1);
    expect(rules(late, { period: { asOf: "2026-06-20", months: 12, costsTo: "2026-06-20" } })).toEqual([]);
  });

  it("without known cost of goods: partial costs; without costs: net returns", () => {
    const sales = [sale("2025-01-15", 100n)];
    expect(rules({ sales, costs: [cost("2025-01-10", { costToServe: 101n, costToServeRows: 1 })] })).toMatchObject([
      { rule: "partial_costs" },
    ]);
    const none = { costs: { costOnLines: false, costOfGoodsRows: false, costToServeRows: false } };
    expect(rules({ sales: [sale("2025-01-15", -1n)] }, none)).toMatchObject([{ rule: "net_negative_revenue" }]);
  });

  it("both reasons are said", () =>
    expect(
      rules({
        card: { refused: "yes" },
        sales: [sale("2025-01-15", 1n, { costOnLines: 2n, linesWithCost: 1 })],
      }).map(({ rule }) => rule),
    ).toEqual(["refused", "negative_contribution"]));
});

describe("the list", () => {
  it("by score, unknown scores after, those to leave alone last", () => {
    const list = [
      lost({ customerId: "small", sales: [sale("2025-01-15", 1n)] }),
      lost({ customerId: "refused", card: { refused: "yes" }, sales: [sale("2025-01-15", 99n)] }),
      lost({ customerId: "b", sales: [sale("2025-01-15", 5n)] }),
      lost({ customerId: "a", sales: [sale("2025-01-15", 5n)] }),
      lost({ customerId: "unknown", ledger: null }),
      lost({ customerId: "active", loss: null }),
      lost({ customerId: "unknown too", ledger: null }),
    ];
    const { rows, customers } = scoreWinback(list, context, options);
    expect(rows.map(({ customerId }) => customerId)).toEqual(["a", "b", "small", "unknown", "unknown too", "refused"]);
    expect(customers).toBe(7);
    expect(rows[3]).toMatchObject({ score: null, best: null, lostRevenue: null, price: { last: null, before: null } });
  });

  it("costs without a sale make no best year, and no lost revenue", () =>
    expect(scoreOf({ sales: [], costs: [cost("2025-01-15", { costToServe: 5n })] })).toMatchObject({
      score: null,
      lostRevenue: null,
      noChase: [{ rule: "cost_without_sales" }],
    }));

  it("prospects are no customers to be lost", () => {
    const prospect = { ...lost({ loss: null }), customer: customer({ customerId: "p", card: { owner: "Ruth" } }) };
    expect(scoreWinback([prospect], context, options)).toEqual({ rows: [], owners: [], customers: 0 });
  });

  it("owners who lose more than the average are named", () => {
    // Ruth loses 1 of 1, Sam 1 of 2; of three with an owner two are lost.
    const of = (customerId: string, owner: string | null, loss?: null) =>
      lost({ customerId, card: { owner }, ...(loss === null ? { loss } : {}) });
    const { rows, owners } = scoreWinback(
      [of("a", "Ruth"), of("b", "Sam"), of("c", "Sam", null), of("d", null)],
      context,
      options,
    );
    expect(owners.map(({ owner, losesMore }) => [owner, losesMore])).toEqual([
      ["Ruth", true],
      ["Sam", false],
    ]);
    expect(rows.map(({ owner, ownerLosesMore }) => [owner, ownerLosesMore])).toEqual([
      ["Ruth", true],
      ["Sam", false],
      [null, false],
    ]);
  });

  it("whatever the order of the customers", () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -5n, max: 5n })), (amounts) => {
        const list = amounts.map((revenue, i) => lost({ customerId: `c${i}`, sales: [sale("2025-01-15", revenue)] }));
        expect(scoreWinback(list.toReversed(), context, options)).toEqual(scoreWinback(list, context, options));
      }),
    ));
});

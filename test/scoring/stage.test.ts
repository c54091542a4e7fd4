// Worked by hand from docs/method.md §10. D is 2026-09-30 and W the twelve months up to it; money in units of 1/10,000.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "../../src/base/calendar.ts";
import type { CustomerFacts } from "../../src/facts/customer.ts";
import type { CustomerEvent } from "../../src/facts/events.ts";
import { ClassifyOptions, classify } from "../../src/scoring/classify.ts";
import { costInformation } from "../../src/scoring/contribution.ts";
import { type RelationshipPart, relationshipParts, type StageContext } from "../../src/scoring/stage/parts.ts";
import { type StageScore, scoreStages, stageOf } from "../../src/scoring/stage.ts";
import { customer, type Parts } from "./facts.ts";

const asOf = "2026-09-30";
const period = { asOf, months: 12, window: { from: "2025-09-30", to: asOf } };
const context: StageContext = { period, days: null, hasEvents: false, hasOwners: true };

function scoresOf(customers: readonly CustomerFacts[], more: Partial<StageContext> = {}): StageScore[] {
  const options = ClassifyOptions.parse({});
  const covered = { months: 12, windowCovered: true, priorCovered: true };
  const { rows } = classify(customers, { period: covered, costs: costInformation(customers) }, options);
  return scoreStages(customers, rows, { ...context, ...more });
}

const scoreOf = (parts: Parts, more: Partial<StageContext> = {}): StageScore => {
  const [score] = scoresOf([customer({ sales: {}, ...parts })], more);
  return score as StageScore;
};

const scores = (trust: number | null, commitment: number | null, dependence: number | null, norms: number | null) => ({
  trust: { value: trust },
  commitment: { value: commitment },
  dependence: { value: dependence },
  norms: { value: norms },
});

describe("the stage from scores", () => {
  it.each([
    // Low in three, dependent: each at its limit, then just past it. The means are 9/4, 9.1/4 and so on, below 2.5.
    ["conflict", scores(2, 2, 3, 2)],
    ["conflict", scores(1, 1, 5, 1)],
    ["transactional", scores(2.1, 2, 3, 2)],
    ["transactional", scores(2, 2.1, 3, 2)],
    ["transactional", scores(2, 2, 3, 2.1)],
    ["transactional", scores(2, 2, 2.9, 2)],
    ["partner", scores(4, 4, 4, 4)],
    ["partner", scores(5, 5, 5, 5)],
    ["transitional", scores(5, 5, 5, 3.9)],
    ["transitional", scores(3.9, 5, 5, 5)],
    // A mean of 2.5 exactly, 2.4999 and 2.5001; of three the mean is of three.
    ["transitional", scores(2.5, 2.5, 2.5, 2.5)],
    ["transactional", scores(2.5, 2.5, 2.5, 2.4996)],
    ["transitional", scores(2.5, 2.5, 2.5, 2.5004)],
    ["transitional", scores(2.3, 2.7, 2.5, null)],
    ["transactional", scores(1, 3, 3, null)],
  ])("%s of %j", (stage, parts) => expect(stageOf(parts).stage).toBe(stage));

  it("conflict takes all four, whichever is missing", () => {
    // The three that are known would make it; the mean of 1, 1 and 4 is 2.
    expect(stageOf(scores(null, 1, 4, 1)).stage).toBe("transactional");
    expect(stageOf(scores(1, null, 4, 1)).stage).toBe("transactional");
    expect(stageOf(scores(1, 1, null, 1)).stage).toBe("transactional");
    expect(stageOf(scores(1, 1, 4, null)).stage).toBe("transactional");
  });

  it("partner takes every known score", () => {
    expect(stageOf(scores(4, 4, 4, null)).stage).toBe("partner");
    expect(stageOf(scores(null, 4, 4, 3.9)).stage).toBe("transitional");
  });

  it("says why", () => {
    expect(stageOf(scores(1, 2, 4, 1)).because).toEqual({
      rule: "most_of_trust_commitment_norms",
      value: 2,
      threshold: 2,
    });
    expect(stageOf(scores(5, 4, 5, 5)).because).toEqual({ rule: "least_score", value: 4, threshold: 4 });
    expect(stageOf(scores(3, 3, 3, 2)).because).toEqual({ rule: "mean_score", value: 2.75, threshold: 2.5 });
    expect(stageOf(scores(5, 5, null, null)).because).toEqual({ rule: "too_few_scores", value: 2, threshold: 3 });
  });

  it("fewer than three scores make none", () => {
    expect(stageOf(scores(5, null, null, 5)).stage).toBeNull();
    expect(scoreOf({ card: { trust: 5, commitment: 5 } })).toMatchObject({ stage: null, stageSource: null });
    expect(scoreOf({ card: {} })).toMatchObject({ stage: null, because: { value: 0 } });
  });
});

describe("where the scores come from", () => {
  it("stated ones stand, whatever a proxy would say", () => {
    const { parts, stageSource } = scoreOf({
      card: { trust: 2, commitment: 2, dependence: 2, norms: 2, since: "2000-01-01", wallet: 1n },
      answers: [{ score: 10 }],
    });
    expect(stageSource).toBe("scores");
    expect(parts.trust).toEqual({
      value: 2,
      source: "scores",
      because: [{ rule: "stated", value: 2, threshold: null }],
    });
  });

  it("three stated ones are enough, the fourth unknown", () =>
    expect(scoreOf({ card: { trust: 5, dependence: 4, norms: 4 } })).toMatchObject({
      stage: "partner",
      stageSource: "scores",
      parts: { commitment: { value: null, source: null, because: [{ rule: "no_start" }] } },
    }));

  it("a proxy fills what is missing, and says so", () => {
    expect(
      scoreOf({ card: { trust: 5, dependence: 4, norms: 4, since: "2000-01-01" } }).parts.commitment,
    ).toMatchObject({ value: 5, source: "proxy" });
    expect(scoreOf({ card: { trust: 5, norms: 4, since: "2000-01-01" } })).toMatchObject({ stageSource: "mixed" });
    expect(
      scoreOf({ card: { since: "2000-01-01", wallet: 1n }, sales: { revenue: 1n }, answers: [{ score: 9 }] }),
    ).toMatchObject({ stage: "partner", stageSource: "proxy" });
  });
});

const part = (name: RelationshipPart, parts: Parts, more: Partial<StageContext> = {}) =>
  scoreOf(parts, more).parts[name];

describe("trust, by the mean latest answer", () => {
  // Of ten people: the mean moves in tenths.
  const answered = (sum: number) =>
    Array.from({ length: 10 }, (_, i) => ({
      respondent: String(i),
      score: Math.floor(sum / 10) + (i < sum % 10 ? 1 : 0),
    }));

  it.each([
    [100, 5],
    [91, 5],
    [90, 5],
    [89, 4],
    [81, 4],
    [80, 4],
    [79, 3],
    [71, 3],
    [70, 3],
    [69, 2],
    [51, 2],
    [50, 2],
    [49, 1],
    [0, 1],
  ])("%i tenths: %i", (sum, trust) => expect(part("trust", { answers: answered(sum) }).value).toBe(trust));

  it("each person's latest counts", () => {
    const answers = [
      { date: "2026-01-10", score: 2, respondent: "Ada" },
      { date: "2026-05-10", score: 9, respondent: "Ada" },
      { date: "2026-05-11", score: 8, respondent: "Bo" },
    ];
    // (9 + 8) / 2 = 8.5
    expect(part("trust", { answers })).toEqual({
      value: 4,
      source: "proxy",
      because: [{ rule: "mean_answer", value: 8.5, threshold: 8 }],
    });
  });

  it("the lowest has no limit, nobody no score", () => {
    expect(part("trust", { answers: [{ score: 0 }] }).because).toEqual([
      { rule: "mean_answer", value: 0, threshold: null },
    ]);
    expect(part("trust", { answers: [{ score: null }] })).toMatchObject({
      value: null,
      source: null,
      because: [{ rule: "nobody_answered" }],
    });
  });
});

describe("commitment, by tenure", () => {
  // Five years of 365.2425 days are 1826.2125 days, three 1095.7275, two 730.485, one 365.2425.
  it.each([
    [1828, 5],
    [1827, 5],
    [1826, 4],
    [1096, 4],
    [1095, 3],
    [731, 3],
    [730, 2],
    [366, 2],
    [365, 1],
    [0, 1],
  ])("%i days: %i", (days, commitment) => {
    expect(part("commitment", { card: { since: addDays(asOf, -days) } }).value).toBe(commitment);
    expect(part("commitment", { sales: { firstPurchase: addDays(asOf, -days) } }).value).toBe(commitment);
  });

  it("the earlier of start and first purchase counts", () => {
    const [early, late] = ["2010-01-01", "2026-01-01"];
    expect(part("commitment", { card: { since: early }, sales: { firstPurchase: late } }).value).toBe(5);
    expect(part("commitment", { card: { since: late }, sales: { firstPurchase: early } }).value).toBe(5);
  });

  const bought = (...dates: readonly string[]): Pick<StageContext, "days"> => {
    return { days: new Map([["c", { days: dates.map(dayNumber) }]]) };
  };
  const old = { card: { since: "2010-01-01" } };
  const six = ["2025-10-01", "2025-11-15", "2026-01-05", "2026-03-03", "2026-05-01", "2026-09-30"];

  it("one less where fewer than half of the months have a purchase", () => {
    expect(part("commitment", old, bought(...six))).toEqual({
      value: 5,
      source: "proxy",
      because: [
        // 2010-01-01 to 2026-09-30 are 6,116 days.
        { rule: "tenure_years", value: 61_160_000 / 3_652_425, threshold: 5 },
        { rule: "months_with_purchase", value: 6, threshold: 6 },
      ],
    });
    expect(part("commitment", old, bought(...six.slice(1))).value).toBe(4);
    expect(part("commitment", old, bought(...six, "2026-09-29", "2026-09-01")).value).toBe(5);
    // Who bought nothing has no days at all.
    expect(part("commitment", old, { days: new Map() }).value).toBe(4);
  });

  it("months are counted back from D, and W alone counts", () => {
    // 2025-09-30 is the day before W; the month up to 2026-06-30 begins after 2026-05-30.
    expect(part("commitment", old, bought("2025-09-30", ...six.slice(1))).value).toBe(4);
    expect(part("commitment", old, bought(...six.slice(0, 4), "2026-05-30", "2026-05-31")).value).toBe(5);
    expect(part("commitment", old, bought(...six.slice(0, 4), "2026-05-31", "2026-06-30")).value).toBe(4);
    // Days after D are those of a later day that is spoken of too; they say nothing here.
    expect(part("commitment", old, bought(...six.slice(0, 5), "2026-10-01", "2026-11-15")).value).toBe(4);
  });

  it("never below 1", () => expect(part("commitment", { card: { since: asOf } }, { days: new Map() }).value).toBe(1));

  it.each([
    [36, 4],
    [37, 4],
    [35, 1],
  ])("a contract of %i months: %i", (contractMonths, commitment) =>
    expect(part("commitment", { card: { since: asOf, contractMonths } }, { days: new Map() }).value).toBe(commitment));

  it("a long contract takes nothing away, and stands alone", () => {
    expect(part("commitment", { card: { since: "2010-01-01", contractMonths: 48 } }).value).toBe(5);
    expect(part("commitment", { card: { contractMonths: 48 } })).toEqual({
      value: 4,
      source: "proxy",
      because: [
        { rule: "no_start", value: null, threshold: null },
        { rule: "contract_months", value: 48, threshold: 36 },
      ],
    });
    expect(part("commitment", { card: { contractMonths: 35 } }).value).toBeNull();
  });
});

describe("dependence", () => {
  const cuts = [
    [801, 5],
    [800, 5],
    [799, 4],
    [600, 4],
    [599, 3],
    [400, 3],
    [399, 2],
    [200, 2],
    [199, 1],
    [0, 1],
    [-5, 1],
    [1500, 5],
  ] as const;

  it.each(cuts)("a wallet of 1000, bought for %i: %i", (revenue, dependence) =>
    expect(part("dependence", { card: { wallet: 1000n }, sales: { revenue: BigInt(revenue) } }).value).toBe(
      dependence,
    ));

  it("the wallet is a year's, whatever the window", () => {
    // 400 in six months are 800 a year.
    const halfYear = { period: { ...period, months: 6, window: { from: "2026-03-30", to: asOf } } };
    expect(part("dependence", { card: { wallet: 1000n }, sales: { revenue: 400n } }, halfYear)).toMatchObject({
      value: 5,
      because: [{ rule: "wallet_share", value: 0.8, threshold: 0.8 }],
    });
  });

  const spend = (...names: readonly string[]) => names.map((category) => ({ category, spend: 1n, purchases: 1 }));
  const others = customer({ customerId: "others", sales: {}, categories: spend("a", "b", "c", "d", "e") });
  const among = (parts: Parts) =>
    scoresOf([customer({ sales: {}, ...parts }), others]).find(({ customerId }) => customerId === "c")?.parts
      .dependence;

  it.each([
    [["a", "b", "c", "d", "e"], 5],
    [["a", "b", "c", "d"], 5],
    [["a", "b", "c"], 4],
    [["a", "b"], 3],
    [["a"], 2],
  ])("categories %j of five: %i", (names, dependence) =>
    expect(among({ categories: spend(...names) })?.value).toBe(dependence));

  it("a category of returns alone was not bought", () => {
    const returned = [{ category: "b", spend: -1n, purchases: 0 }];
    expect(among({ categories: [...spend("a"), ...returned] })?.because).toEqual([
      { rule: "category_share", value: 0.2, threshold: 0.2 },
    ]);
    expect(among({ categories: returned })?.value).toBe(1);
  });

  it("the wallet goes first, where it is above zero", () => {
    expect(among({ card: { wallet: 10n }, sales: { revenue: 9n }, categories: spend("a") })?.value).toBe(5);
    expect(among({ card: { wallet: 0n }, sales: { revenue: 9n }, categories: spend("a") })?.value).toBe(2);
  });

  it("without the data there is none", () => {
    expect(among({ categories: null })?.because).toEqual([
      { rule: "no_wallet_no_categories", value: null, threshold: null },
    ]);
    // Lines that name no category say nothing; no line at all in W says that none of it is ours.
    expect(among({ categories: [] })?.value).toBeNull();
    expect(among({ sales: { lines: 0 }, categories: [] })?.value).toBe(1);
    expect(part("dependence", { categories: [{ category: "a", spend: -1n, purchases: 0 }] }).value).toBeNull();
    const [prospect] = scoresOf([customer({ card: { wallet: 10n } })]);
    expect(prospect?.parts.dependence.because).toEqual([{ rule: "no_sales", value: null, threshold: null }]);
  });
});

describe("norms", () => {
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
  const withEvents = { hasEvents: true };

  it("4 to begin with, in a run with events", () => {
    expect(part("norms", {}, withEvents)).toEqual({
      value: 4,
      source: "proxy",
      because: [{ rule: "complaints_and_broken_promises", value: 0, threshold: null }],
    });
    expect(part("norms", {})).toMatchObject({ value: null, because: [{ rule: "no_events_file" }] });
  });

  it("one less for each complaint or broken promise in W, 1 at least", () => {
    const complaint = event("complaint_opened", "2026-01-31");
    expect(part("norms", { events: [complaint] }, withEvents).value).toBe(3);
    expect(part("norms", { events: [complaint, event("promise_broken", asOf)] }, withEvents).value).toBe(2);
    expect(part("norms", { events: [complaint, complaint, complaint] }, withEvents).value).toBe(1);
    expect(part("norms", { events: Array(9).fill(complaint) }, withEvents).value).toBe(1);
  });

  it("neither earlier ones nor other events", () => {
    const events = [event("complaint_opened", "2025-09-30"), event("outage", asOf), event("complaint_closed", asOf)];
    expect(part("norms", { events }, withEvents).value).toBe(4);
    expect(part("norms", { events: [event("complaint_opened", "2025-10-01")] }, withEvents).value).toBe(3);
  });

  // Two customers who bought for 1000 each: the portfolio's margin is the mean of theirs.
  const of = (cost: bigint, otherCost: bigint, events: CustomerEvent[] = []) =>
    scoresOf(
      [
        customer({ events, sales: { revenue: 1000n, costOnLines: cost, linesWithCost: 1 } }),
        customer({ customerId: "other", sales: { revenue: 1000n, costOnLines: otherCost, linesWithCost: 1 } }),
        // Its costs are not known, so it is no part of the portfolio's margin.
        customer({ customerId: "unknown", sales: { revenue: 1_000_000n } }),
      ],
      withEvents,
    ).find(({ customerId }) => customerId === "c")?.parts.norms;

  it("one more at the portfolio's margin and above it", () => {
    expect(of(600n, 600n)?.value).toBe(5);
    expect(of(599n, 601n)?.value).toBe(5);
    expect(of(601n, 599n)?.value).toBe(4);
    expect(of(601n, 599n)?.because[1]).toEqual({ rule: "margin", value: 0.399, threshold: 0.4 });
    expect(of(600n, 600n, [event("complaint_opened", asOf)])?.value).toBe(4);
  });
});

describe("mismatches", () => {
  const stated = (value: number) => ({ trust: value, commitment: value, dependence: value, norms: value });
  const alone = (owner: string | null, value: number, more: Parts = {}) =>
    scoreOf({ card: { ...stated(value), owner }, ...more });
  // Costs above revenue: class D.
  const loss = { sales: { revenue: 1n, costOnLines: 2n, linesWithCost: 1 } };

  it("somebody looks after a transactional D or C", () => {
    expect(alone("Ruth", 1, loss).mismatch).toBe("owner_not_needed");
    expect(alone(null, 1, loss).mismatch).toBeNull();
    expect(alone("Ruth", 3, loss).mismatch).toBeNull();
    // Alone it is class A; of three the smallest is C.
    expect(alone("Ruth", 1).mismatch).toBeNull();
    const three = [1n, 2n, 3n].map((revenue) =>
      customer({ customerId: String(revenue), card: { ...stated(1), owner: "Ruth" }, sales: { revenue } }),
    );
    expect(scoresOf(three).map(({ customerId, mismatch }) => [customerId, mismatch])).toEqual(
      expect.arrayContaining([
        ["1", "owner_not_needed"],
        ["2", null],
        ["3", null],
      ]),
    );
  });

  it("nobody looks after a partner, or after an Aa", () => {
    expect(alone(null, 4).mismatch).toBe("owner_missing");
    expect(alone("Ruth", 4).mismatch).toBeNull();
    expect(scoreOf({ card: { potentialGrade: "a" } })).toMatchObject({ stage: null, mismatch: "owner_missing" });
    expect(scoreOf({ card: { potentialGrade: "b" } }).mismatch).toBeNull();
  });

  it("nothing is said where no file names owners", () =>
    expect(scoreOf({ card: stated(4) }, { hasOwners: false }).mismatch).toBeNull());
});

it("rows stand by stage, in each by priority", () => {
  const of = (customerId: string, revenue: bigint, value: number, dependence = value) =>
    customer({
      customerId,
      card: { name: customerId, trust: value, commitment: value, dependence, norms: value },
      sales: { revenue },
    });
  const rows = scoresOf([
    of("a", 9n, 1),
    customer({ customerId: "b", sales: { revenue: 8n } }),
    of("c", 1n, 3),
    of("d", 7n, 3),
    of("e", 5n, 4),
    of("f", 4n, 2, 3),
  ]);
  expect(rows.map(({ customerName, customerId, stage }) => [customerName ?? customerId, stage])).toEqual([
    ["f", "conflict"],
    ["e", "partner"],
    ["d", "transitional"],
    ["c", "transitional"],
    ["a", "transactional"],
    ["b", null],
  ]);
});

describe("whatever the customers", () => {
  const value = fc.option(fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10));
  const cards = fc.array(fc.record({ trust: value, commitment: value, dependence: value, norms: value }));
  const customersOf = (list: readonly Partial<Record<RelationshipPart, number | null>>[]) =>
    list.map((card, i) => customer({ customerId: `c${i}`, card, sales: { revenue: BigInt(i) } }));

  it("their order does not matter", () =>
    fc.assert(
      fc.property(cards, (list) => {
        const customers = customersOf(list);
        expect(scoresOf(customers.toReversed())).toEqual(scoresOf(customers));
      }),
    ));

  it("a stage takes three scores, and with the best of them it is a partnership", () =>
    fc.assert(
      fc.property(cards, (list) => {
        for (const { stage, parts } of scoresOf(customersOf(list))) {
          const known = relationshipParts.filter((name) => parts[name].value !== null);
          expect(stage !== null).toBe(known.length >= 3);
          const raised = Object.fromEntries(known.map((name) => [name, { value: 5 }]));
          if (stage !== null) expect(stageOf({ ...parts, ...raised }).stage).toBe("partner");
        }
      }),
    ));
});

// Worked by hand from docs/method.md §6; money in units of 1/10,000, so 1_000_000n is 100.00.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SurveyRow } from "../../../src/scoring/nps/counting.ts";
import { type SurveyScore, scoreSurvey } from "../../../src/scoring/nps/survey.ts";

const row = (customerId: string | null, date: string, score: number | null): SurveyRow => ({
  customerId,
  date,
  score,
  respondent: null,
});

type Customer = Parameters<typeof scoreSurvey>[1][number];
const customer = (customerId: string, revenue: bigint, rest: Partial<Customer> = {}): Customer => ({
  customerId,
  customerName: null,
  class: "B",
  status: "active",
  revenue,
  nps: null,
  firstPurchase: null,
  ...rest,
});

const period = { asOf: "2026-06-30", window: { from: "2025-06-30", to: "2026-06-30" } };
const ungrouped = { groups: null, historyKnown: true };
const grouped = (groups: Readonly<Record<string, string>>) => ({
  groups: new Map(Object.entries(groups)),
  historyKnown: true,
});

/** The rows of the headline, in a few words each. */
const headlines = (rows: readonly SurveyScore[]) =>
  rows
    .filter(({ method }) => method === "by_response")
    .map(({ period: when, group, answers, nps, trend }) => [when, group, answers, nps, trend]);

describe("the window", () => {
  it("is open on the left, and has four rows without groups", () => {
    const { rows } = scoreSurvey(
      [row("a", "2025-06-30", 0), row("a", "2025-07-01", 10), row("a", "2026-06-30", 8)],
      [],
      period,
      ungrouped,
      {},
    );
    expect(rows.map(({ method, answers }) => [method, answers])).toEqual([
      ["by_response", 2],
      ["latest_per_respondent", 1],
      ["latest_per_account", 1],
      ["account_mean", 1],
    ]);
    expect(rows[0]).toMatchObject({ period: null, group: null, nps: 50, trend: null });
  });

  it("without an answer still has its rows", () => {
    const { rows, summary } = scoreSurvey([], [], period, ungrouped, {});
    expect(headlines(rows)).toEqual([[null, null, 0, null, null]]);
    expect(summary).toMatchObject({ accounts: 0, respondents: 0, unassigned: 0, unanswered: 0, classA: 0 });
  });
});

describe("response rate", () => {
  it("is answers of those asked, in the unit of the row", () => {
    // 3 answers of 4 rows; one account of two.
    const rows = [
      row("a", "2026-01-01", 9),
      row("a", "2026-02-01", 9),
      row(null, "2026-02-01", 9),
      row("b", "2026-02-01", null),
    ];
    const { rows: scores, summary } = scoreSurvey(rows, [], period, ungrouped, {});
    expect(scores.map(({ responseRate }) => responseRate)).toEqual([0.75, 0.5, 0.5, 0.5]);
    expect(summary).toMatchObject({
      invitationsKnown: true,
      unanswered: 1,
      unassigned: 1,
      accounts: 1,
      respondents: 1,
    });
  });

  it("is not known where the files hold answers only, known where an invitation is older than the window", () => {
    const answer = row("a", "2026-01-01", 9);
    const rate = (rows: SurveyRow[]) => scoreSurvey(rows, [], period, ungrouped, {}).rows[0]?.responseRate;
    expect(rate([answer])).toBeNull();
    expect(rate([answer, row("a", "2024-01-01", null)])).toBe(1);
  });

  it("is not known where nobody was asked", () =>
    expect(scoreSurvey([row("a", "2024-01-01", null)], [], period, ungrouped, {}).rows[0]?.responseRate).toBeNull());
});

describe("revenue coverage", () => {
  const customers = [customer("a", 3_000_000n), customer("b", 1_000_000n), customer("c", 0n)];

  it("is the share of those who answered; an invitation is no answer", () => {
    // a answered: 300 of 400.
    const rows = [row("a", "2026-01-01", 2), row("b", "2026-01-01", null), row("elsewhere", "2026-01-01", 5)];
    expect(
      scoreSurvey(rows, customers, period, ungrouped, {}).rows.map(({ revenueCoverage }) => revenueCoverage),
    ).toEqual([0.75, 0.75, 0.75, 0.75]);
  });

  it("of a group is of its own revenue", () => {
    const { rows } = scoreSurvey([row("b", "2026-01-01", 2)], customers, period, grouped({ a: "x", b: "x" }), {});
    // b holds 100 of the 400 of x; c, unknown, holds nothing at all.
    expect(rows.slice(0, 3).map(({ group, revenueCoverage }) => [group, revenueCoverage])).toEqual([
      [null, 0.25],
      ["x", 0.25],
      ["(unknown)", null],
    ]);
  });

  it("of a period is of the window's revenue", () => {
    const { rows } = scoreSurvey([row("b", "2026-01-01", 2)], customers, period, ungrouped, { period: "year" });
    expect(rows[0]).toMatchObject({ period: "2026", revenueCoverage: 0.25 });
  });

  it("is not known without revenue", () =>
    expect(scoreSurvey([row("a", "2026-01-01", 2)], [], period, ungrouped, {}).rows[0]?.revenueCoverage).toBeNull());
});

describe("groups", () => {
  it("everybody, numbers by size, text by code point, unknown last; answers without a customer are unknown", () => {
    const rows = ["a", "b", "c", "d", "e", null].map((id) => row(id, "2026-01-01", 9));
    const groups = grouped({ a: "Zinc", b: "10", c: "9", d: "alum" });
    expect(
      headlines(scoreSurvey(rows, [], period, groups, {}).rows).map(([, group, answers]) => [group, answers]),
    ).toEqual([
      [null, 6],
      ["9", 1],
      ["10", 1],
      ["Zinc", 1],
      ["alum", 1],
      ["(unknown)", 2],
    ]);
  });

  it("a group that bought and was never asked has a row; one that did neither has none", () => {
    const customers = [customer("a", 1n), customer("b", 0n, { status: "lapsed" })];
    const { rows } = scoreSurvey([], customers, period, grouped({ a: "x", b: "y" }), {});
    expect(headlines(rows).map(([, group]) => group)).toEqual([null, "x"]);
  });
});

describe("periods", () => {
  // 2024-Q4: 0; nothing in Q1 of 2025; Q2: 9 and 7; Q3: 10; and so on to the as-of date in 2025-Q4.
  const answers = [
    row("a", "2024-12-31", 0),
    row("a", "2025-04-01", 9),
    row("b", "2025-06-30", 7),
    row("a", "2025-07-01", 10),
  ];
  const toDate = { asOf: "2025-10-01", window: { from: "2024-10-01", to: "2025-10-01" } };

  it("run from the first row to the as-of date; the trend is against the period before", () =>
    expect(headlines(scoreSurvey(answers, [], toDate, ungrouped, { period: "quarter" }).rows)).toEqual([
      ["2024-Q4", null, 1, -100, null],
      ["2025-Q1", null, 0, null, null],
      ["2025-Q2", null, 2, 50, null],
      ["2025-Q3", null, 1, 100, 50],
      ["2025-Q4", null, 0, null, null],
    ]));

  it("of a group are those with a row of it, and a trend does not cross to another group", () =>
    expect(
      headlines(scoreSurvey(answers, [], toDate, grouped({ a: "x", b: "y" }), { period: "quarter" }).rows).filter(
        ([, group]) => group !== null,
      ),
    ).toEqual([
      ["2024-Q4", "x", 1, -100, null],
      ["2025-Q2", "x", 1, 100, null],
      ["2025-Q3", "x", 1, 100, 0],
      ["2025-Q2", "y", 1, 0, null],
    ]));

  it("the trend is of each way by itself", () => {
    // By response 2025: 9, 7, 10 → 66.67, from −100. Accounts: a 10, b 7 → 50.
    const { rows } = scoreSurvey(answers, [], toDate, ungrouped, { period: "year" });
    const trends = rows.filter(({ period: when }) => when === "2025").map(({ method, trend }) => [method, trend]);
    expect(trends[0]?.[1]).toBeCloseTo(166.6667, 4);
    expect(trends.slice(1)).toEqual([
      ["latest_per_respondent", 150],
      ["latest_per_account", 150],
      ["account_mean", 150],
    ]);
  });

  it("without any answer there is the as-of date's", () =>
    expect(headlines(scoreSurvey([], [], toDate, ungrouped, { period: "month" }).rows)).toEqual([
      ["2025-10", null, 0, null, null],
    ]));

  it("the summary speaks of the window all the same", () =>
    expect(scoreSurvey(answers, [], period, ungrouped, { period: "year" }).summary.headline).toMatchObject({
      period: null,
      answers: 1,
      nps: 100,
    }));
});

describe("silent A customers", () => {
  it("largest first, then by id; a customer that was only asked is silent", () => {
    const customers = [
      customer("d", 5n, { class: "A" }),
      customer("b", 7n, { class: "A", customerName: "Bolt" }),
      customer("c", 5n, { class: "A" }),
      customer("a", 9n, { class: "A" }),
      customer("e", 9n),
    ];
    const { summary } = scoreSurvey(
      [row("a", "2026-01-01", 3), row("b", "2026-01-01", null), row("c", "2025-01-01", 9)],
      customers,
      period,
      ungrouped,
      {},
    );
    expect(summary.classA).toBe(4);
    expect(summary.silent).toEqual([
      { customerId: "b", customerName: "Bolt", revenue: 7n },
      { customerId: "c", customerName: null, revenue: 5n },
      { customerId: "d", customerName: null, revenue: 5n },
    ]);
  });
});

describe("whatever the answers", () => {
  const anyRow = fc.record({
    customerId: fc.constantFrom("a", "b", "c", null),
    date: fc.constantFrom("2025-01-01", "2025-11-01", "2026-01-02", "2026-06-30"),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    respondent: fc.constant(null),
  });
  const customers = [customer("a", 10n), customer("b", 20n), customer("c", 30n)];
  const groups = grouped({ a: "x", b: "y" });

  it("their order and the customers' does not matter", () =>
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom(undefined, "month" as const), (rows, unit) => {
        expect(scoreSurvey(rows.toReversed(), customers.toReversed(), period, groups, { period: unit })).toEqual(
          scoreSurvey(rows, customers, period, groups, { period: unit }),
        );
      }),
    ));

  it("by response the groups add up to everybody", () =>
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const [all, ...parts] = scoreSurvey(rows, customers, period, groups, {}).rows.filter(
          ({ method }) => method === "by_response",
        );
        expect(parts.reduce((sum, { answers }) => sum + answers, 0)).toBe(all?.answers);
      }),
    ));
});

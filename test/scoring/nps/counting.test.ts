// Worked by hand from docs/method.md §6.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countingWays, countNps, npsInterval, type SurveyRow } from "../../../src/scoring/nps/counting.ts";

const row = (
  customerId: string | null,
  date: string,
  score: number | null,
  respondent: string | null = null,
): SurveyRow => ({
  customerId,
  date,
  score,
  respondent,
});

/** The figure of each way, without its interval. */
const count = (rows: readonly SurveyRow[]) =>
  Object.fromEntries(
    countNps(rows).map(({ method, answers, promoters, passives, detractors, nps, asked }) => [
      method,
      { answers, promoters, passives, detractors, nps, asked },
    ]),
  );

describe("the four ways", () => {
  // Acme: Ada 3, then 9; Bo 10 and 8 on one day, so 8. Bolt: Cem 0, Dag asked only. Nobody's customer: 10.
  const rows = [
    row("acme", "2026-01-10", 3, "Ada"),
    row("acme", "2026-05-10", 9, "Ada"),
    row("acme", "2026-05-12", 10, "Bo"),
    row("acme", "2026-05-12", 8, "Bo"),
    row("bolt", "2026-02-01", 0, "Cem"),
    row("bolt", "2026-06-01", null, "Dag"),
    row(null, "2026-03-01", 10, "Eva"),
    row("cozy", "2026-03-01", null, "Fay"),
  ];

  it("by response: 9, 10 and 10 of 6 answers against 3 and 0", () =>
    // 3 promoters, 1 passive (8), 2 detractors: 100 × (3 − 2) / 6. Asked: all 8 rows.
    expect(count(rows).by_response).toEqual({
      answers: 6,
      promoters: 3,
      passives: 1,
      detractors: 2,
      nps: 100 / 6,
      asked: 8,
    }));

  it("latest per respondent: Ada 9, Bo 8, Cem 0; of five asked at a customer", () =>
    expect(count(rows).latest_per_respondent).toEqual({
      answers: 3,
      promoters: 1,
      passives: 1,
      detractors: 1,
      nps: 0,
      asked: 5,
    }));

  it("latest per account: Acme Bo's 8, Bolt 0; of three asked", () =>
    expect(count(rows).latest_per_account).toEqual({
      answers: 2,
      promoters: 0,
      passives: 1,
      detractors: 1,
      nps: -50,
      asked: 3,
    }));

  it("account mean: Acme 50 (9 and 8), Bolt −100", () =>
    expect(count(rows).account_mean).toEqual({
      answers: 2,
      promoters: null,
      passives: null,
      detractors: null,
      nps: -25,
      asked: 3,
    }));
});

it("a name in two accounts is two respondents", () =>
  expect(
    count([row("a", "2026-01-01", 10, "Ada"), row("b", "2026-01-01", 0, "Ada")]).latest_per_respondent,
  ).toMatchObject({
    answers: 2,
    nps: 0,
  }));

it("without names an account is one respondent, and the blank name beside others is one person", () => {
  const unnamed = [row("a", "2026-01-01", 10), row("a", "2026-02-01", 2)];
  expect(count(unnamed).latest_per_respondent).toMatchObject({ answers: 1, nps: -100, asked: 1 });
  expect(count([...unnamed, row("a", "2026-01-01", 9, "Ada")]).latest_per_respondent).toMatchObject({
    answers: 2,
    nps: 0,
    asked: 2,
  });
});

it("of nobody there is no figure and no interval", () => {
  for (const { answers, nps, low, high, asked } of countNps([]))
    expect([answers, nps, low, high, asked]).toEqual([0, null, null, null, 0]);
});

it("the account mean has no interval", () =>
  expect(countNps([row("a", "2026-01-01", 10)])[3]).toMatchObject({
    method: "account_mean",
    nps: 100,
    low: null,
    high: null,
  }));

describe("the 95 % interval", () => {
  it("of 50 promoters and 25 detractors among 100 is 25 ± 16.25", () => {
    // p + d − (p − d)² = 0.75 − 0.0625 = 0.6875; √(0.6875 / 100) = 0.0829156; × 196 = 16.2515.
    const [low, high] = npsInterval(50, 25, 100);
    expect(low).toBeCloseTo(25 - 16.2515, 3);
    expect(high).toBeCloseTo(25 + 16.2515, 3);
  });

  it("ends at 100", () => {
    // 1 promoter of 2: 0.5 − 0.25 = 0.25; √(0.25 / 2) = 0.353553; × 196 = 69.2965, and 50 + 69.3 is too much.
    const [low, high] = npsInterval(1, 0, 2);
    expect(low).toBeCloseTo(50 - 69.2965, 3);
    expect(high).toBe(100);
  });

  it("ends at −100", () => expect(npsInterval(0, 1, 2)[0]).toBe(-100));

  it("has no width where all say the same", () => {
    expect(npsInterval(7, 0, 7)).toEqual([100, 100]);
    expect(npsInterval(0, 3, 3)).toEqual([-100, -100]);
    expect(npsInterval(0, 0, 4)).toEqual([0, 0]);
  });
});

describe("whatever the answers", () => {
  const anyRow = fc.record({
    customerId: fc.constantFrom("a", "b", "c", null),
    date: fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"),
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    respondent: fc.constantFrom("x", "y", null),
  });

  it("the order does not matter", () =>
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        expect(countNps(rows.toReversed())).toEqual(countNps(rows));
      }),
    ));

  it("the parts add up, the interval holds the figure, and nobody answers who was not asked", () =>
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const figures = countNps(rows);
        expect(figures.map(({ method }) => method)).toEqual(countingWays);
        for (const { answers, promoters, passives, detractors, nps, low, high, asked } of figures) {
          expect(asked).toBeGreaterThanOrEqual(answers);
          if (promoters !== null) expect(promoters + (passives as number) + (detractors as number)).toBe(answers);
          if (nps === null || low === null || high === null) continue;
          expect([-100 <= low, low <= nps, nps <= high, high <= 100]).toEqual([true, true, true, true]);
        }
      }),
    ));
});

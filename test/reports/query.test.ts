import { describe, expect, it } from "vitest";
import type { CustomerEvent } from "../../src/facts/events.ts";
import { answerRows, eventRows, monthRows, queryReport } from "../../src/reports/query.ts";

const answer = (customerId: string | null, date: string, score: number | null, respondent: string | null = null) => ({
  customerId,
  date,
  score,
  respondent,
  department: null,
  region: null,
});

describe("answerRows", () => {
  const answers = [
    answer(null, "2026-01-01", 3),
    answer("b", "2026-01-01", 10),
    answer("b", "2026-01-01", 9),
    answer("b", "2026-01-01", null),
    answer("a", "2026-02-01", 9, "x"),
    answer("a", "2026-02-01", 9),
    answer("a", "2026-02-01", 9, "x"),
  ];
  // 9 before 10 by size, what is not known last, without a customer at the end.
  const expected = [
    ["a", "2026-02-01", 9, "x"],
    ["a", "2026-02-01", 9, "x"],
    ["a", "2026-02-01", 9, null],
    ["b", "2026-01-01", 9, null],
    ["b", "2026-01-01", 10, null],
    ["b", "2026-01-01", null, null],
    [null, "2026-01-01", 3, null],
  ].map((row) => [...row, null, null]);

  it("orders by customer, date, and the rest", () => expect(answerRows(answers)).toEqual(expected));

  it("does not show the order of the export", () => expect(answerRows(answers.toReversed())).toEqual(expected));
});

describe("monthRows", () => {
  it("names a month by its first day", () => {
    // 2026 × 12 + 0 is January 2026, 2025 × 12 + 11 is December 2025.
    const months = new Map([
      ["b", { months: [24_312], revenue: [5n], purchases: [1] }],
      ["a", { months: [24_311, 24_312], revenue: [10n, -20n], purchases: [2, 0] }],
    ]);
    expect(monthRows(months)).toEqual([
      ["a", "2025-12-01", 10n, 2],
      ["a", "2026-01-01", -20n, 0],
      ["b", "2026-01-01", 5n, 1],
    ]);
  });
});

describe("eventRows", () => {
  it("has the events of all customers", () => {
    const event = (customerId: string, date: string): CustomerEvent => ({
      customerId,
      date,
      type: "usage",
      value: 90,
      limit: 100,
      person: null,
      department: null,
      region: null,
      note: "n",
    });
    const customers = [
      { customerId: "b", events: [event("b", "2026-01-01")] },
      { customerId: "a", events: [event("a", "2026-03-01"), event("a", "2026-02-01")] },
    ];
    expect(eventRows(customers)).toEqual([
      ["a", "2026-02-01", "usage", 90, 100, null, null, null, "n"],
      ["a", "2026-03-01", "usage", 90, 100, null, null, null, "n"],
      ["b", "2026-01-01", "usage", 90, 100, null, null, null, "n"],
    ]);
  });
});

describe("queryReport", () => {
  it("shows every column on a terminal, and says how many rows there are", () =>
    expect(queryReport({ columns: [{ name: "n", kind: "count" }], rows: [[1], [2]] })).toMatchObject({
      columns: [{ name: "n", kind: "count", onTerminal: true }],
      head: { summary: { rows: 2 } },
    }));
});

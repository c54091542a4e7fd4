import { describe, expect, it } from "vitest";
import { compareCodePoints } from "../../../src/base/statistics.ts";
import { evidenceWords, nextProductReason, stepWords, whenOrder, whenWords } from "../../../src/reports/plan/words.ts";
import type { Finding } from "../../../src/scoring/findings/finding.ts";
import type { PlanRow } from "../../../src/scoring/plan/row.ts";
import { loadWords } from "../../../src/wording/load.ts";

const english = await loadWords("en", ["plan"]);

const asOf = "2026-06-30";
const finding = (rule: string, date: string, value: number | null = null): Finding => ({
  customerId: "c",
  customerName: null,
  rule,
  kind: "timing",
  strength: 2,
  date,
  evidence: "12 of 100",
  action: "call them",
  because: [{ rule: "days", value, threshold: 60 }],
});

it.each([
  ["limit_now", "2026-06-20", null, "now: the limit is reached"],
  ["order_due", "2026-07-05", null, "2026-07-05: the next order is due"],
  ["order_due", asOf, null, "now: an order was due on 2026-06-30"],
  ["order_due", "2026-06-10", null, "now: an order was due on 2026-06-10"],
  ["overdue", "2026-06-10", null, "now: an order is overdue since 2026-06-10"],
  ["qbr", "2026-07-14", null, "2026-07-14: business review"],
  ["follow_up", "2026-06-24", null, "now: first purchase on 2026-06-24 to follow up"],
  ["season", asOf, 1, "before 2026-07-01: their season starts"],
  ["budget", asOf, 32, "any time (budget quarter from 2026-08-01)"],
  ["budget", asOf, -29, "any time (budget quarter since 2026-06-01)"],
  ["own_rule", "2026-07-09", null, "2026-07-09: own_rule"],
  ["own_rule", asOf, null, "now: own_rule"],
])("%s of %s (%s): %s", (rule, date, value, words) =>
  expect(whenWords({ finding: finding(rule, date, value), date: date > asOf ? date : asOf }, asOf, english)).toBe(
    words,
  ));

it("any time", () => expect(whenWords(null, asOf, english)).toBe("any time"));

it("moments sort by their day: what is to do now, then what is open from today, later days, any time", () => {
  const windows: readonly (readonly [rule: string, date: string, value: number | null])[] = [
    ["overdue", "2026-06-10", null],
    ["order_due", asOf, null],
    ["season", asOf, 1],
    ["season", asOf, 30],
    ["order_due", "2026-07-05", null],
    ["own_rule", "2026-07-09", null],
    ["budget", asOf, -29],
    ["budget", asOf, 32],
  ];
  const orders = [
    ...windows.map(([rule, date, value]) =>
      whenOrder({ finding: finding(rule, date, value), date: date > asOf ? date : asOf }, asOf),
    ),
    whenOrder(null, asOf),
  ];
  expect(orders).toEqual(orders.toSorted(compareCodePoints));
  expect(new Set(orders).size).toBe(orders.length);
});

describe("why", () => {
  const row = (rest: Partial<PlanRow>): PlanRow => ({
    rank: 1,
    customerId: "c",
    customerName: null,
    owner: null,
    cell: "Aa",
    increment: null,
    revenue: 12_300_0000n,
    contribution: null,
    driver: null,
    potentialReason: "wallet 2 against 1",
    classReason: "rank 1 of 2, A to 1",
    nps: null,
    reason: "growth",
    why: [],
    when: null,
    steps: [],
    blockedBy: [],
    isCallable: true,
    stage: null,
    next: [],
    because: { rule: "growth", value: "Aa", threshold: null },
    ...rest,
  });

  it.each<[Partial<PlanRow>, string]>([
    [{}, "wallet 2 against 1"],
    [{ reason: "assess" }, "revenue 12 300 in the window, rank 1 of 2, A to 1"],
    [{ reason: "fix", contribution: -20_0000n }, "contribution -20.00; wallet 2 against 1"],
    [{ reason: "fix" }, "revenue 12 300 in the window; wallet 2 against 1"],
    [{ reason: "finding" }, "revenue 12 300 in the window"],
    [{ why: [finding("underused", asOf)] }, "wallet 2 against 1; underused: 12 of 100"],
  ])("case %#", (rest, words) => expect(evidenceWords(row(rest), english)).toBe(words));
});

it("what to do: the finding's action, else our own words, else the play", () => {
  expect(stepWords({ step: "repair", finding: finding("outages", asOf) }, "visit", english)).toBe("call them");
  expect(stepWords({ step: "fix", finding: null }, "visit", english)).toBe("fix price or cost first");
  expect(stepWords({ step: "assess", finding: null }, "visit", english)).toContain("assess the potential");
  expect(stepWords({ step: "ask_satisfaction", finding: null }, "visit", english)).toContain("nobody answered");
  expect(stepWords({ step: "offer", finding: null }, "visit", english)).toBe("visit");
});

it("who buys the next product", () => {
  const next = { product: "Tea", customers: 5, of: 8 };
  expect(nextProductReason({ ...next, source: "white_space", boughtWith: null, lift: null }, english)).toBe(
    "5 of 8 peers buy it",
  );
  expect(nextProductReason({ ...next, source: "association", boughtWith: "Mug", lift: 1.875 }, english)).toBe(
    "5 of 8 buyers of Mug buy it, lift 1.88",
  );
});

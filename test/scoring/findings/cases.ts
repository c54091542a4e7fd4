// Every rule just under, at and just over each of its limits, worked by hand.
import type { Answer } from "../../../src/facts/answers.ts";
import type { CategorySpend } from "../../../src/facts/categories.ts";
import type { Strength } from "../../../src/scoring/findings/finding.ts";
import { customer } from "../facts.ts";
import { event, type Given, others } from "./portfolio.ts";

/** What the rule finds: its strength, or nothing. */
type Finds = Strength | 0;

export interface Limit {
  readonly limit: string;
  /** Just under, at and just over: the value in words, what it finds, and the customer. */
  readonly steps: readonly { readonly value: string; readonly finds: Finds; readonly given: Given }[];
}

const limit = <Value>(
  name: string,
  given: (value: Value) => Given,
  ...steps: readonly [under: [Value, Finds], at: [Value, Finds], over: [Value, Finds]]
): Limit => ({
  limit: name,
  steps: steps.map(([value, finds]) => ({ value: String(value), finds, given: given(value) })),
});

/** Answers with these scores, a respondent each, in the window. */
export const scores = (...values: readonly (number | null)[]): Partial<Answer>[] =>
  values.map((score, i) => ({ date: "2026-03-31", score, respondent: `r${i}` }));

const bought = (...names: readonly string[]): CategorySpend[] =>
  names.map((category) => ({ category, spend: 10_000n, purchases: 1 }));

/** 90 days up to D are 2026-04-02 to 2026-06-30. */
const recent = (given: (date: string) => Given, finds: Strength): Limit =>
  limit("recent: the 90 days up to D", given, ["2026-04-01", 0], ["2026-04-02", finds], ["2026-04-03", finds]);

/** Order days 10 days apart, the last so many days ago. */
const cycleOf =
  (gap: number, orderDays = 3) =>
  (since: number): Given => ({
    orderedDaysAgo: Array.from({ length: orderDays }, (_, i) => since + gap * i),
  });

const use = (usage: number) => ({ parts: { card: { usage, usageLimit: 100 } } });

/** Five others at 100 a head (money units), and 10 employees of its own: half of the median is 500. */
const heads =
  (peers: number) =>
  (revenue: bigint): Given => ({
    parts: { card: { segment: "Retail", employees: 10 }, sales: { revenue } },
    others: others(Array.from({ length: peers }, () => 100n)),
  });

/** Of five others all buy bread and cheese. */
const range = (...names: readonly string[]): Given => ({
  parts: { card: { segment: "Retail" }, categories: bought(...names) },
  others: others([1n, 2n, 3n, 4n, 5n], { categories: bought("Bread", "Cheese") }),
});

/** Two others with revenues of 100 and 300: with an own revenue of 200 the median is 200. */
const happy = (revenue: bigint, answers: readonly Partial<Answer>[]): Given => ({
  parts: { sales: { revenue }, answers },
  others: others([300n, 200n]),
});

/** Of others 2 of 4 answered; the own rows count too. */
const invited = (answers: readonly Partial<Answer>[]): Given => ({
  parts: { answers },
  others: [customer({ customerId: "o", sales: {}, answers: scores(8, 8, null, null) })],
});

const promoter = (score: number, seniority: string): Given => ({
  parts: { answers: [{ score, seniority, respondent: "Ann" }] },
});

const firstAnswer = (part: "department" | "region") => (date: string) => ({
  parts: { answers: [{ date, score: 8, [part]: "North" }] },
  earlierAnswers: [{ score: 9 }],
});

const answeredBefore = (part: "department" | "region") => (date: string) => ({
  parts: { answers: [{ date: "2026-06-01", score: 8, [part]: "North" }] },
  earlierAnswers: [{ date, score: 9 }],
});

const settled = { products: { newInWindow: 0 }, parts: { sales: { firstPurchase: "2024-01-31" } } };

export const cases: Readonly<Record<string, readonly Limit[]>> = {
  seat_whitespace: [
    limit(
      "half of the potential users",
      (activeUsers: number) => ({ parts: { card: { activeUsers, potentialUsers: 100 } } }),
      [49, 2],
      [50, 0],
      [51, 0],
    ),
    limit(
      "a fifth: strong",
      (activeUsers: number) => ({ parts: { card: { activeUsers, potentialUsers: 15 } } }),
      [2, 3],
      [3, 2],
      [4, 2],
    ),
    limit(
      "somebody to win",
      (potentialUsers: number) => ({ parts: { card: { activeUsers: 0, potentialUsers } } }),
      [-1, 0],
      [0, 0],
      [1, 3],
    ),
  ],
  region_whitespace: [
    limit(
      "as many as the customer is present in",
      (regionsServed: number) => ({ parts: { card: { regionsServed, regionsPresent: 3 } } }),
      [2, 2],
      [3, 0],
      [4, 0],
    ),
  ],
  underused: [
    limit(
      "half of the licensed seats",
      (activeUsers: number) => ({ parts: { card: { activeUsers, licensedSeats: 100 } } }),
      [49, 2],
      [50, 0],
      [51, 0],
    ),
  ],
  peer_gap: [
    limit("half of the peers' median", heads(5), [499n, 2], [500n, 0], [501n, 0]),
    limit("five others", (peers: number) => heads(peers)(499n), [4, 0], [5, 2], [6, 2]),
  ],
  category_whitespace: [
    limit(
      "one missing category",
      (missing: number) => range(...["Bread", "Cheese"].slice(missing), "Wine"),
      [0, 0],
      [1, 2],
      [2, 2],
    ),
  ],
  happy_low_spender: [
    limit("two respondents", (count: number) => happy(100n, scores(9, 10, 9).slice(0, count)), [1, 0], [2, 2], [3, 2]),
    limit("all at 9", (score: number) => happy(100n, scores(10, score)), [8, 0], [9, 2], [10, 2]),
    limit("the median revenue", (revenue: bigint) => happy(revenue, scores(9, 9)), [199n, 2], [200n, 0], [201n, 0]),
    limit(
      "a line in the window",
      (lines: number) => ({ ...happy(100n, []), parts: { sales: { lines, linesTotal: 1 }, answers: scores(9, 9) } }),
      [0, 0],
      [1, 2],
      [2, 2],
    ),
  ],
  champion: [
    limit("a promoter", (score: number) => promoter(score, "Director"), [8, 0], [9, 2], [10, 2]),
    limit("a director", (title: string) => promoter(9, title), ["Manager", 0], ["Director", 2], ["CEO", 2]),
  ],
  survey_active: [
    limit("three invitations", (count: number) => invited(scores(8, 8, 8, 8).slice(0, count)), [2, 0], [3, 1], [4, 1]),
    // With 2 of 4 elsewhere, 2 of 4 of its own are 4 of 8: equal.
    limit(
      "the portfolio's response rate",
      (answered: number) => invited(scores(...[8, 8, 8].slice(0, answered), ...[null, null, null].slice(answered - 1))),
      [1, 0],
      [2, 0],
      [3, 1],
    ),
  ],
  reference: [
    limit("all at 9", (score: number) => ({ parts: { answers: scores(10, score) } }), [8, 0], [9, 1], [10, 1]),
    limit(
      "class A: the first of three customers",
      (revenue: bigint) => ({ parts: { sales: { revenue }, answers: scores(9) }, others: others([100n, 50n]) }),
      [99n, 0],
      [100n, 1],
      [101n, 1],
    ),
    limit(
      "somebody answered",
      (count: number) => ({ parts: { answers: scores(9, 9).slice(0, count) }, earlierAnswers: [{ score: 9 }] }),
      [0, 0],
      [1, 1],
      [2, 1],
    ),
  ],
  detractor: [
    limit("6", (score: number) => ({ parts: { answers: scores(10, score) } }), [5, 3], [6, 3], [7, 0]),
    limit(
      "the latest of the respondent",
      (date: string) => ({
        parts: {
          answers: [
            { date, score: 6, respondent: "Ann" },
            { date: "2026-03-31", score: 9, respondent: "Ann" },
          ],
        },
      }),
      ["2026-03-30", 0],
      ["2026-03-31", 3],
      ["2026-04-01", 3],
    ),
  ],
  usage_limit: [
    limit("80 % of the limit", use, [79.99, 0], [80, 2], [80.01, 2]),
    limit("the limit itself: strong", use, [99.99, 2], [100, 3], [100.01, 3]),
  ],
  limit_now: [
    limit("the limit itself", use, [99.99, 0], [100, 3], [100.01, 3]),
    limit(
      "by an event that says its limit",
      (value: number) => ({ parts: { events: [event("usage", "2026-05-31", { value, limit: 0.3 })] } }),
      [0.29, 0],
      [0.3, 3],
      [0.31, 3],
    ),
  ],
  usage_decline: [
    limit(
      "a fall of 20 %",
      (now: number) => ({
        parts: { events: [event("usage", "2026-03-31", { value: 100 }), event("usage", "2026-06-30", { value: now })] },
      }),
      [80.01, 0],
      [80, 3],
      [79.99, 3],
    ),
    // Use of 100 before the recent days, and of 79 in them.
    limit(
      "the recent 90 days",
      (date: string) => ({
        parts: {
          events: [
            event("usage", "2026-01-02", { value: 100 }),
            event("usage", date, { value: 1 }),
            event("usage", "2026-06-01", { value: 80 }),
          ],
        },
      }),
      ["2026-04-01", 3], // 80 of 101
      ["2026-04-02", 0], // 81 of 100
      ["2026-04-03", 0],
    ),
    limit(
      "the 90 days before",
      (date: string) => ({
        parts: { events: [event("usage", date, { value: 100 }), event("usage", "2026-06-30", { value: 1 })] },
      }),
      ["2026-01-01", 0],
      ["2026-01-02", 3],
      ["2026-01-03", 3],
    ),
  ],
  new_department: [
    recent((date) => ({ parts: { events: [event("new_department", date)] } }), 2),
    recent(firstAnswer("department"), 2),
    limit(
      "the account had answered before",
      answeredBefore("department"),
      ["2026-05-31", 2],
      ["2026-06-01", 0],
      ["2026-06-02", 0],
    ),
  ],
  new_region: [
    recent((date) => ({ parts: { events: [event("new_region", date)] } }), 2),
    recent(firstAnswer("region"), 2),
    limit(
      "the account had answered before",
      answeredBefore("region"),
      ["2026-05-31", 2],
      ["2026-06-01", 0],
      ["2026-06-02", 0],
    ),
  ],
  milestone: [
    recent((date) => ({ parts: { events: [event("new_premises", date)] } }), 2),
    recent((date) => ({ parts: { events: [event("market_launch", date)] } }), 2),
    recent((date) => ({ parts: { events: [event("headcount_growth", date)] } }), 2),
  ],
  outages: [
    limit(
      "two outages",
      (count: number) => ({
        parts: {
          events: ["2026-05-01", "2026-05-02", "2026-05-03"].slice(0, count).map((day) => event("outage", day)),
        },
      }),
      [1, 0],
      [2, 3],
      [3, 3],
    ),
    recent((date) => ({ parts: { events: [event("outage", date), event("outage", "2026-06-01")] } }), 3),
  ],
  open_complaint: [
    limit(
      "after the latest one was closed",
      (date: string) => ({
        parts: {
          events: [event("complaint_opened", date), event("complaint_closed", "2026-05-10")].sort((a, b) =>
            a.date < b.date ? -1 : 1,
          ),
        },
      }),
      ["2026-05-09", 0],
      ["2026-05-10", 0],
      ["2026-05-11", 3],
    ),
  ],
  promise_broken: [recent((date) => ({ parts: { events: [event("promise_broken", date)] } }), 3)],
  conflict_stage: [
    limit("conflict", (stage: string) => ({ stage }), ["transactional", 0], ["conflict", 3], ["transitional", 0]),
  ],
  no_new_product: [
    limit("nothing new", (newInWindow: number) => ({ ...settled, products: { newInWindow } }), [0, 1], [1, 0], [2, 0]),
    limit(
      "first purchase before the window",
      (firstPurchase: string) => ({ ...settled, parts: { sales: { firstPurchase } } }),
      ["2025-06-29", 1],
      ["2025-06-30", 1],
      ["2025-07-01", 0],
    ),
    limit(
      "a line in the window",
      (lines: number) => ({ ...settled, parts: { sales: { lines, linesTotal: 2, firstPurchase: "2024-01-31" } } }),
      [0, 0],
      [1, 1],
      [2, 1],
    ),
    // The 24 months begin with 2024-07-01, and 31 days are no gap.
    limit(
      "24 months of sales",
      (firstSale: string) => ({ ...settled, firstSale }),
      ["2024-07-31", 1],
      ["2024-08-01", 1],
      ["2024-08-02", 0],
    ),
  ],
  sales_decline: [
    limit(
      "a fall of 20 %",
      (revenue: bigint) => ({ parts: { sales: { revenue, revenuePrior: 1000n, linesPrior: 1 } } }),
      [801n, 0],
      [800n, 2],
      [799n, 2],
    ),
    limit(
      "something to fall from",
      (revenuePrior: bigint) => ({ parts: { sales: { revenue: -10n, revenuePrior, linesPrior: 1 } } }),
      [-1n, 0],
      [0n, 0],
      [1n, 2],
    ),
  ],
  follow_up: [
    // The last 30 days are 2026-06-01 to 2026-06-30.
    limit(
      "the last 30 days",
      (latestDay: string) => ({ products: { latestDay } }),
      ["2026-05-31", 0],
      ["2026-06-01", 2],
      ["2026-06-02", 2],
    ),
    limit(
      "no answer since",
      (date: string) => ({ products: { latestDay: "2026-06-10" }, earlierAnswers: [{ date, score: 7 }] }),
      ["2026-06-09", 2],
      ["2026-06-10", 0],
      ["2026-06-11", 0],
    ),
    limit(
      "at most three new products in the window, where that is asked",
      (newInWindow: number) => ({
        products: { latestDay: "2026-06-10", newInWindow },
        settings: { followUp: { most: 3 } },
      }),
      [2, 2],
      [3, 2],
      [4, 0],
    ),
  ],
  order_due: [
    // Every 10 days: due on the 10th, and from the 5th to the 15th.
    limit("half a gap before the due day", cycleOf(10), [4, 0], [5, 2], [6, 2]),
    limit("half a gap after the due day", cycleOf(10), [14, 2], [15, 2], [16, 0]),
    limit(
      // 0.29 × 100 as floats is less than 29.
      "a slack that floats miss",
      (since: number) => ({ ...cycleOf(100)(since), settings: { orderDue: { slack: 0.29 } } }),
      [128, 2],
      [129, 2],
      [130, 0],
    ),
    limit("three order days", (count: number) => cycleOf(10, count)(10), [2, 0], [3, 2], [4, 2]),
  ],
  overdue: [
    limit("half a gap after the due day", cycleOf(10), [15, 0], [16, 2], [17, 2]),
    limit("a year, and it counts as lost", cycleOf(10), [364, 2], [365, 0], [366, 0]),
    limit("two gaps, if that is more", cycleOf(200), [399, 2], [400, 0], [401, 0]),
    limit(
      "the user's own limit, a short one",
      (since: number) => ({ ...cycleOf(10)(since), lostAfter: 40 }),
      [39, 2],
      [40, 0],
      [41, 0],
    ),
    limit(
      "the user's own limit, longer than two gaps and a year",
      (since: number) => ({ ...cycleOf(10)(since), lostAfter: 500 }),
      [499, 2],
      [500, 0],
      [501, 0],
    ),
    limit("three order days", (count: number) => cycleOf(10, count)(20), [2, 0], [3, 2], [4, 2]),
    limit(
      "the end of the contract",
      (until: string) => ({ ...cycleOf(10)(20), parts: { card: { until } } }),
      ["2026-06-29", 0],
      ["2026-06-30", 0],
      ["2026-07-01", 2],
    ),
  ],
  season: [
    // The third quarter is the strongest and starts on 1 July.
    limit(
      "one day ahead",
      (day: string) => ({ asOf: day, quarters: [1n, 2n, 4n, 3n] }),
      ["2026-06-29", 1],
      ["2026-06-30", 1],
      ["2026-07-01", 0],
    ),
    limit(
      "60 days ahead",
      (day: string) => ({ asOf: day, quarters: [1n, 2n, 4n, 3n] }),
      ["2026-05-01", 0],
      ["2026-05-02", 1],
      ["2026-05-03", 1],
    ),
    limit(
      "more than any other quarter",
      (second: bigint) => ({ quarters: [1n, second, 4n, 3n] }),
      [3n, 1],
      [4n, 0],
      [5n, 0],
    ),
    limit("something sold", (third: bigint) => ({ quarters: [-2n, -2n, third, -2n] }), [-1n, 0], [0n, 0], [1n, 1]),
    limit(
      "24 months of sales",
      (firstSale: string) => ({ quarters: [1n, 2n, 4n, 3n], firstSale }),
      ["2024-07-31", 1],
      ["2024-08-01", 1],
      ["2024-08-02", 0],
    ),
  ],
  budget: [
    // The last quarter of a calendar year starts on 1 October.
    limit("60 days ahead", (day: string) => ({ asOf: day }), ["2026-08-01", 0], ["2026-08-02", 1], ["2026-08-03", 1]),
    limit("the year's end", (day: string) => ({ asOf: day }), ["2026-12-30", 1], ["2026-12-31", 1], ["2027-01-01", 0]),
    limit(
      "the start of the fiscal year: 60 days before its last quarter, from 29 August on",
      (fiscalYearStart: number) => ({ asOf: "2026-08-29", parts: { card: { fiscalYearStart } } }),
      [1, 1], // from 2 August to 31 December
      [2, 0], // from 2 September on
      [12, 1], // from 3 July to 30 November
    ),
    limit(
      "a line in the window",
      (lines: number) => ({ asOf: "2026-10-01", parts: { sales: { lines, linesTotal: 2 } } }),
      [0, 0],
      [1, 1],
      [2, 1],
    ),
  ],
  qbr: [
    limit(
      "after D",
      (date: string) => ({ parts: { events: [event("qbr", date)] } }),
      ["2026-06-29", 0],
      ["2026-06-30", 0],
      ["2026-07-01", 2],
    ),
    limit(
      "30 days after D",
      (date: string) => ({ parts: { events: [event("qbr", date)] } }),
      ["2026-07-29", 2],
      ["2026-07-30", 2],
      ["2026-07-31", 0],
    ),
  ],
};

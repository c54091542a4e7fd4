// What each rule says, in words and as data; the limits are in cases.ts.
import { describe, expect, it } from "vitest";
import { rules } from "../../../src/scoring/findings/registry.ts";
import { scores } from "./cases.ts";
import { event, finding, type Given, others } from "./portfolio.ts";

interface Said {
  readonly given: Given;
  readonly date: string;
  readonly evidence: string;
  readonly because: readonly (readonly [rule: string, value: unknown, threshold: unknown])[];
}

const asOf = "2026-06-30";
const spend = (category: string) => ({ category, spend: 10_000n, purchases: 1 });

const said: Readonly<Record<string, Said>> = {
  seat_whitespace: {
    given: { parts: { card: { activeUsers: 12, potentialUsers: 80 } } },
    date: asOf,
    evidence: "12 of 80 potential users are active, 15 %",
    because: [["active_of_potential_users", 0.15, 0.5]],
  },
  region_whitespace: {
    given: { parts: { card: { regionsServed: 0, regionsPresent: 3 } } },
    date: asOf,
    evidence: "0 of 3 regions served",
    because: [["regions_served", 0, 3]],
  },
  underused: {
    given: { parts: { card: { activeUsers: 3, licensedSeats: 7 } } },
    date: asOf,
    evidence: "3 of 7 licensed seats are used, 42 %",
    because: [["active_of_licensed", 3 / 7, 0.5]],
  },
  peer_gap: {
    // 4 for 10 employees; of the five others, with one each, 1 to 5: the median is 3.
    given: {
      parts: { card: { segment: "Retail", employees: 10 }, sales: { revenue: 40_000n } },
      others: others([10_000n, 20_000n, 30_000n, 40_000n, 50_000n]),
    },
    date: asOf,
    evidence: "0.40 a year per employee, the median of 5 peers in segment Retail is 3.00",
    because: [["revenue_per_employee", 4000n, 30_000n]],
  },
  category_whitespace: {
    given: {
      parts: { card: { segment: "Retail" }, categories: [spend("Wine")] },
      others: others([1n, 2n, 3n, 4n, 5n], { categories: ["Ale", "Bread", "Cheese", "Dill"].map(spend) }),
    },
    date: asOf,
    evidence: "does not buy 4 categories that most of 5 peers in segment Retail buy: Ale, Bread, Cheese and 1 more",
    because: [["missing_categories", 4, 1]],
  },
  happy_low_spender: {
    given: {
      parts: {
        sales: { revenue: 100_000n },
        answers: [
          { date: "2026-05-05", score: 9, respondent: "Ann" },
          { date: "2026-02-02", score: 10, respondent: "Bo" },
        ],
      },
      others: others([200_000n, 300_000n]),
    },
    date: "2026-05-05",
    evidence: "2 respondents, all at 9 or more; revenue 10.00, the median is 20.00",
    because: [
      ["lowest_latest_score", 9, 9],
      ["revenue_below_median", 100_000n, 200_000n],
    ],
  },
  champion: {
    given: {
      parts: {
        answers: [
          { date: "2026-05-05", score: 9, respondent: "Bo", seniority: "VP" },
          { date: "2026-05-05", score: 10, respondent: "Ann", role: "Daglig leder" },
          { date: "2026-05-05", score: 10, respondent: null, seniority: "Owner" },
          { date: "2026-02-02", score: 10, respondent: "Al", seniority: "Owner" },
          { date: "2026-06-06", score: 10, respondent: "Di" },
        ],
      },
    },
    date: "2026-05-05",
    evidence: "Ann (Daglig leder) gave 10, and 3 others like that",
    because: [["promoters_in_charge", 4, 1]],
  },
  survey_active: {
    given: { parts: { answers: scores(7, 8, null) }, earlierAnswers: [{ date: "2026-01-31", customerId: null }] },
    date: asOf,
    evidence: "answered 2 of 3 invitations, 66 %; the portfolio 50 %",
    because: [["response_rate", 2 / 3, 0.5]],
  },
  reference: {
    given: { parts: { answers: scores(10, 9) } },
    date: "2026-03-31",
    evidence: "class A, 2 respondents, all at 9 or more",
    because: [["lowest_latest_score", 9, 9]],
  },
  detractor: {
    given: {
      parts: {
        answers: [
          { date: "2026-05-05", score: 6, respondent: "Ann" },
          { date: "2026-02-02", score: 2, respondent: "Bo" },
          { date: "2026-06-06", score: 8, respondent: "Cid" },
        ],
      },
    },
    date: "2026-05-05",
    evidence: "2 of 3 respondents at 6 or less, the lowest 2: Bo 2, Ann 6",
    because: [["lowest_latest_score", 2, 6]],
  },
  usage_limit: {
    given: { parts: { card: { usage: 85, usageLimit: 100 } } },
    date: asOf,
    evidence: "usage 85 of 100, 85 %",
    because: [["usage_of_limit", 0.85, 0.8]],
  },
  limit_now: {
    // The event is dated, and stands over the customers file; of two on a day the fuller one.
    given: {
      parts: {
        card: { usage: 1, usageLimit: 100 },
        events: [
          event("usage", "2026-05-01", { value: 9, limit: 10 }),
          event("usage", "2026-06-01", { value: 12, limit: 10 }),
          event("usage", "2026-06-01", { value: 11, limit: 10 }),
          event("usage", "2026-06-02", { value: 1 }),
          event("usage", "2026-06-03", { value: 1, limit: 0 }),
          event("usage", "2026-06-04", { limit: 5 }),
        ],
      },
    },
    date: "2026-06-01",
    evidence: "usage 12 of 10, 120 %",
    because: [["usage_of_limit", 1.2, 1]],
  },
  usage_decline: {
    given: {
      parts: {
        events: [
          event("usage", "2026-03-01", { value: 60.5 }),
          event("usage", "2026-03-31", { value: 39.5 }),
          event("usage", "2026-05-31", { value: 55 }),
          event("usage", "2026-06-01", { limit: 55 }),
          event("outage", "2026-06-02"),
        ],
      },
    },
    date: "2026-05-31",
    evidence: "usage 55 in the last 90 days, 100 in the 90 before, -45 %",
    because: [["usage_change", -0.45, -0.2]],
  },
  new_department: {
    // Spelled two ways on its first day; the other department answered in the account's first survey.
    given: {
      parts: { events: [event("new_department", "2026-05-05", { department: "Design" })] },
      earlierAnswers: [
        { date: "2026-06-20", score: 8, department: "sales" },
        { date: "2026-06-20", score: 8, department: "Sales" },
        { date: "2026-06-21", score: 8, department: "Sales" },
        { date: "2026-06-28", score: null, department: "Support" },
        { date: "2025-01-31", score: 8, department: "IT" },
        { date: "2026-06-25", score: 8, department: "IT" },
      ],
    },
    date: "2026-06-20",
    evidence: "new department Design, Sales on 2026-06-20",
    because: [["days_since_new_department", 10, 90]],
  },
  new_region: {
    given: { parts: { events: [event("new_region", "2026-06-29")] } },
    date: "2026-06-29",
    evidence: "new region on 2026-06-29",
    because: [["days_since_new_region", 1, 90]],
  },
  milestone: {
    given: {
      parts: {
        events: [
          event("market_launch", "2026-05-01"),
          event("new_premises", "2026-06-01"),
          event("headcount_growth", "2026-06-01", { value: 40 }),
          event("headcount_growth", "2026-06-01"),
        ],
      },
    },
    date: "2026-06-01",
    evidence: "new premises, 40 new employees on 2026-06-01",
    because: [["days_since_milestone", 29, 90]],
  },
  outages: {
    given: { parts: { events: [event("outage", "2026-05-01"), event("outage", "2026-06-01")] } },
    date: "2026-06-01",
    evidence: "2 outages in the last 90 days, the last on 2026-06-01",
    because: [["recent_outages", 2, 2]],
  },
  open_complaint: {
    given: {
      parts: {
        events: [
          event("complaint_opened", "2026-01-01"),
          event("complaint_closed", "2026-02-01"),
          event("complaint_opened", "2026-05-31"),
          event("complaint_opened", "2026-06-10"),
        ],
      },
    },
    date: "2026-06-10",
    evidence: "2 open complaints, the oldest since 2026-05-31, 30 days",
    because: [["open_complaints", 2, 1]],
  },
  promise_broken: {
    given: { parts: { events: [event("promise_broken", "2026-06-01")] } },
    date: "2026-06-01",
    evidence: "1 broken promise in the last 90 days, the last on 2026-06-01",
    because: [["days_since_promise_broken", 29, 90]],
  },
  conflict_stage: {
    given: { stage: "conflict" },
    date: asOf,
    evidence: "relationship stage conflict",
    because: [["stage", "conflict", null]],
  },
  no_new_product: {
    given: {
      parts: { sales: { firstPurchase: "2024-01-31" } },
      products: { products: 1, latestDay: "2025-03-31", latestProduct: "Tea" },
    },
    date: asOf,
    evidence: "no new product since 2025-03-31; 1 product in all",
    because: [["new_products_in_window", 0, 1]],
  },
  sales_decline: {
    // 71 after 100: -29 %, though 100 × -0.29 is -28.99… in floats.
    given: { parts: { sales: { revenue: 710_000n, revenuePrior: 1_000_000n, linesPrior: 1 } } },
    date: asOf,
    evidence: "revenue 71.00 after 100.00 in the prior window, -29 %",
    because: [["revenue_change", -0.29, -0.2]],
  },
  follow_up: {
    given: {
      products: { latestDay: "2026-06-20", latestProduct: "Tea" },
      earlierAnswers: [{ date: "2026-06-25", score: null }],
    },
    date: "2026-06-20",
    evidence: "Tea bought for the first time on 2026-06-20, no answer since",
    because: [["days_since_new_product", 10, 30]],
  },
  order_due: {
    // Gaps of 30 and 31 days, 30.5 in the median: due on the 31st day.
    given: { orderedDaysAgo: [25, 55, 86] },
    date: "2026-07-06",
    evidence: "orders every 30.5 days, the last on 2026-06-05, due 2026-07-06",
    because: [["gaps_since_last_order", 25 / 30.5, 0.5]],
  },
  overdue: {
    given: { orderedDaysAgo: [2, 3, 4] },
    date: "2026-06-29",
    evidence: "orders every 1 day, the last on 2026-06-28, due 2026-06-29, 1 day ago",
    because: [["gaps_since_last_order", 2, 1.5]],
  },
  season: {
    given: { asOf: "2026-11-30", quarters: [50_000n, 2n, 4n, 3n] },
    date: "2026-11-30",
    evidence: "quarter 1 is the strongest of the last 24 months, 5.00; it starts on 2027-01-01, in 32 days",
    because: [["days_to_season", 32, 60]],
  },
  budget: {
    given: { asOf: "2026-09-01" },
    date: "2026-09-01",
    evidence: "the last quarter of the fiscal year (calendar year assumed) starts on 2026-10-01 and ends on 2026-12-31",
    because: [["days_to_budget_quarter", 30, 60]],
  },
  qbr: {
    given: { parts: { events: [event("qbr", "2026-07-10"), event("qbr", "2026-07-20")] } },
    date: "2026-07-10",
    evidence: "business review on 2026-07-10, in 10 days",
    because: [["days_to_review", 10, 30]],
  },
};

it("is told of every rule", () => expect(Object.keys(said).toSorted()).toEqual(rules.map(({ id }) => id).toSorted()));

describe.each(Object.entries(said))("%s", (id, { given, date, evidence, because }) => {
  it("says when and why", () => {
    const found = finding(id, given);
    expect(found?.evidence).toBe(evidence);
    expect(found?.date).toBe(date);
    expect(found?.because).toEqual(because.map(([rule, value, threshold]) => ({ rule, value, threshold })));
    const { action, kind } = rules.find((rule) => rule.id === id) as (typeof rules)[number];
    expect(found).toMatchObject({ customerId: "c", customerName: null, rule: id, kind, action });
  });
});

describe("what is left open", () => {
  it("a last quarter that has begun, and a fiscal year of the customer's own", () => {
    expect(finding("budget", { asOf: "2026-10-01" })?.evidence).toBe(
      "the last quarter of the fiscal year (calendar year assumed) began on 2026-10-01 and ends on 2026-12-31",
    );
    expect(finding("budget", { parts: { card: { fiscalYearStart: 7 } } })?.evidence).toBe(
      "the last quarter of the fiscal year began on 2026-04-01 and ends on 2026-06-30",
    );
  });

  it("of detractors the lowest three by name, and no name where the survey has none", () => {
    const answered = (...respondents: readonly (readonly [string | null, number])[]) =>
      finding("detractor", {
        parts: { answers: respondents.map(([respondent, score]) => ({ date: "2026-05-05", score, respondent })) },
      })?.evidence;
    expect(answered(["Di", 6], ["Bo", 3], ["Ann", 3], ["Cid", 0], [null, 1])).toBe(
      "5 of 5 respondents at 6 or less, the lowest 0: Cid 0, Ann 3, Bo 3, 1 more",
    );
    expect(answered([null, 4])).toBe("1 of 1 respondent at 6 or less, the lowest 4");
  });

  it("names of milestones, and the respondent without a name", () => {
    const at = (type: "market_launch" | "headcount_growth") =>
      finding("milestone", { parts: { events: [event(type, "2026-06-01")] } })?.evidence;
    expect(at("market_launch")).toBe("a market launch on 2026-06-01");
    expect(at("headcount_growth")).toBe("growth in headcount on 2026-06-01");
    const unnamed = finding("champion", { parts: { answers: [{ score: 9, seniority: "Head of IT" }] } });
    expect(unnamed?.evidence).toBe("a respondent (Head of IT) gave 9");
  });

  it("an answer given twice under two titles counts once, whatever the order of the rows", () => {
    const answers = ["Partner", "Director", "Clerk"].map((seniority) => ({ score: 9, respondent: "Ann", seniority }));
    for (const rows of [answers, answers.toReversed()])
      expect(finding("champion", { parts: { answers: rows } })).toBe(null);
    const [first, second] = [
      { score: 9, respondent: "Ann", seniority: "Director", role: "Buyer" },
      { score: 9, respondent: "Ann", seniority: "Director", role: "Owner" },
    ];
    const wordsOf = (...rows: readonly object[]) => finding("champion", { parts: { answers: rows } })?.evidence;
    expect(wordsOf(first, second)).toBe(wordsOf(second, first));
  });

  it("usage that stops is a decline where others' goes on, and the export's end where nobody's does", () => {
    const before = { parts: { events: [event("usage", "2026-03-01", { value: 10 })] } };
    expect(finding("usage_decline", before)).toBe(null);
    const goesOn = others([1n], { events: [event("usage", "2026-06-01", { value: 10 })] });
    expect(finding("usage_decline", { ...before, others: goesOn })).toMatchObject({
      date: asOf,
      evidence: "usage 0 in the last 90 days, 10 in the 90 before, -100 %",
    });
  });

  it("a finding needs the customer's own figures, not only somebody's", () => {
    const somebody = others([1n], {
      card: {
        activeUsers: 1,
        potentialUsers: 9,
        licensedSeats: 9,
        regionsServed: 1,
        regionsPresent: 2,
        usage: 1,
        usageLimit: 1,
      },
      events: [event("usage", "2026-06-01", { value: 1, limit: 1 })],
    });
    for (const card of [undefined, {}, { activeUsers: 1, regionsServed: 1, usage: 1 }, { usage: 1, usageLimit: 0 }])
      for (const rule of ["seat_whitespace", "region_whitespace", "underused", "usage_limit", "limit_now"])
        expect(finding(rule, { parts: card === undefined ? {} : { card }, others: somebody }), rule).toBe(null);
  });

  it("half of a median that is no revenue is no gap", () => {
    const parts = { card: { segment: "Retail", employees: 10 }, sales: { revenue: -100n } };
    expect(finding("peer_gap", { parts, others: others([0n, 0n, 0n, 0n, 0n]) })).toBe(null);
    expect(finding("peer_gap", { parts, others: others([-1n, -1n, -1n, -1n, -1n]) })).toBe(null);
    expect(finding("peer_gap", { parts, others: others([1n, 1n, 1n, 1n, 1n]) })?.strength).toBe(2);
  });

  it("without a first purchase nothing is known of new products", () =>
    expect(finding("no_new_product", { products: {} })).toBe(null));
});

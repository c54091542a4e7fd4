import { describe, expect, it } from "vitest";
import { periodNumber } from "../../../src/base/calendar-period.ts";
import { scoreCohorts } from "../../../src/scoring/retention/cohorts.ts";
import type { Calendar, Timeline } from "../../../src/scoring/retention/timeline.ts";

const quarter = (date: string) => periodNumber(date, "quarter");
const calendar: Calendar = {
  unit: "quarter",
  first: quarter("2024-01-01"),
  last: quarter("2024-09-30"),
  asOf: "2024-09-15",
};

/** Active at the end of, and revenue in, the three quarters. */
const timeline = (began: string | null, active: readonly number[], revenue: readonly bigint[]): Timeline => ({
  customerId: "c",
  began: began === null ? null : quarter(began),
  active: Uint8Array.from([0, ...active]),
  revenue: [0n, ...revenue],
});

const always = () => true;
const isLast = (period: number) => period === calendar.last;

describe("scoreCohorts", () => {
  it("shares of the customers and of the first revenue, by age", () => {
    const timelines = [
      timeline("2024-01-31", [1, 1, 0], [10n, 20n, 0n]),
      timeline("2024-03-31", [1, 0, 0], [30n, 0n, -5n]),
      timeline("2024-08-01", [0, 0, 1], [0n, 0n, 7n]),
    ];
    expect(scoreCohorts(timelines, calendar, always, isLast)).toEqual([
      // 10 + 30; then 20 of 40; then −5 of 40.
      ...[
        { age: 0, period: "2024-Q1", customers: 2, customerShare: 1, revenue: 40n, revenueShare: 1, unfinished: false },
        {
          age: 1,
          period: "2024-Q2",
          customers: 1,
          customerShare: 0.5,
          revenue: 20n,
          revenueShare: 0.5,
          unfinished: false,
        },
        {
          age: 2,
          period: "2024-Q3",
          customers: 0,
          customerShare: 0,
          revenue: -5n,
          revenueShare: -0.125,
          unfinished: true,
        },
      ].map((row) => ({ group: null, cohort: "2024-Q1", size: 2, ...row })),
      {
        ...{ group: null, cohort: "2024-Q3", period: "2024-Q3", age: 0, size: 1, customers: 1, customerShare: 1 },
        ...{ revenue: 7n, revenueShare: 1, unfinished: true },
      },
    ]);
  });

  it("who cannot be told from older customers has no age and no share", () => {
    const timelines = [
      timeline("2024-01-31", [1, 0, 0], [10n, 0n, 0n]),
      timeline("2019-01-31", [0, 1, 0], [0n, 3n, 0n]),
      timeline(null, [0, 0, 0], [0n, 0n, -2n]),
      timeline("2024-04-01", [0, 1, 0], [0n, 0n, 0n]),
    ];
    const scores = scoreCohorts(timelines, calendar, (period) => period > calendar.first, isLast);
    expect(
      scores.map(({ cohort, age, customers, customerShare, revenue }) => [
        cohort,
        age,
        customers,
        customerShare,
        revenue,
      ]),
    ).toEqual([
      ["before 2024-Q2", null, 1, null, 10n],
      ["before 2024-Q2", null, 1, null, 3n],
      ["before 2024-Q2", null, 0, null, -2n],
      ["2024-Q2", 0, 1, 1, 0n],
      ["2024-Q2", 1, 0, 0, 0n],
    ]);
    // Nothing bought at first: a share of nothing is not known.
    expect(scores.at(-1)?.revenueShare).toBeNull();
  });

  it("where no period can be told, all are before the next one", () => {
    const scores = scoreCohorts([timeline("2024-04-01", [0, 1, 1], [0n, 1n, 1n])], calendar, () => false, isLast);
    expect(scores.map(({ cohort, customers }) => [cohort, customers])).toEqual([
      ["before 2024-Q4", 0],
      ["before 2024-Q4", 1],
      ["before 2024-Q4", 1],
    ]);
  });

  it("what lies before a cohort's own period is not its own", () => {
    const scores = scoreCohorts([timeline("2024-04-01", [0, 1, 1], [-2n, 4n, 0n])], calendar, always, isLast);
    expect(scores.map(({ cohort, period, customers, revenue }) => [cohort, period, customers, revenue])).toEqual([
      ["before 2024-Q1", "2024-Q1", 0, -2n],
      ["before 2024-Q1", "2024-Q2", 0, 0n],
      ["before 2024-Q1", "2024-Q3", 0, 0n],
      ["2024-Q2", "2024-Q2", 1, 4n],
      ["2024-Q2", "2024-Q3", 1, 0n],
    ]);
  });

  it("of nobody there are none", () => expect(scoreCohorts([], calendar, always, isLast)).toEqual([]));
});

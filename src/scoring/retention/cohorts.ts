import { periodName } from "../../base/calendar-period.ts";
import { type Money, ratio, zero } from "../../base/money.ts";
import type { Calendar, Timeline } from "./timeline.ts";

/** A cohort in one period, of everybody or of a group. */
export interface CohortScore {
  /** `null`: everybody. */
  readonly group: string | null;
  /** The period of the first purchase or start: `2025-Q3`; `before 2025-Q3`: those of whom it is not known. */
  readonly cohort: string;
  readonly period: string;
  /** Periods since the cohort's own, which is 0; `null` where that is not known. */
  readonly age: number | null;
  /** Active in the period (by contract at its end). */
  readonly customers: number;
  /** Of all who are in the cohort; `null` where it is not known who is. */
  readonly customerShare: number | null;
  /** Net, in the period. */
  readonly revenue: Money;
  /** Of the revenue at age 0; `null` at a base ≤ 0. */
  readonly revenueShare: number | null;
  /** The as-of date cuts the period. */
  readonly unfinished: boolean;
  /** All who are in the cohort. */
  readonly size: number;
}

interface Cohort {
  size: number;
  /** From the calendar's first period on. */
  readonly customers: number[];
  readonly revenue: Money[];
}

/**
 * Customers by the period in which they began, followed through the calendar. `isKnown` says of a period whether those who began
 * in it can be told from older customers; all others, and those who never bought but sent something back, are one cohort without
 * an age, named `before …`; what somebody bought or sent back before its own cohort's period counts there too. So the active customers
 * of a period are those of its cohorts, and so is its revenue. `timelines` are those of the group. By cohort, then period.
 */
export function scoreCohorts(
  timelines: Iterable<Timeline>,
  { unit, first, last }: Calendar,
  isKnown: (period: number) => boolean,
  isUnfinished: (period: number) => boolean,
  group: string | null = null,
): CohortScore[] {
  const count = last - first + 1;
  let firstKnown = first;
  while (firstKnown <= last && !isKnown(firstKnown)) firstKnown += 1;
  const earlier = firstKnown - 1;
  const cohorts = new Map<number, Cohort>();
  const cohortOf = (key: number): Cohort => {
    let cohort = cohorts.get(key);
    if (cohort === undefined) {
      cohort = { size: 0, customers: new Array<number>(count).fill(0), revenue: new Array<Money>(count).fill(zero) };
      cohorts.set(key, cohort);
    }
    return cohort;
  };
  for (const { began, active, revenue } of timelines) {
    const key = began === null || began < firstKnown ? earlier : began;
    const own = cohortOf(key);
    own.size += 1;
    for (let i = 0; i < count; i++) {
      if (active[i + 1] === 1) own.customers[i] = (own.customers[i] as number) + 1;
      const amount = revenue[i + 1] as Money;
      if (amount === zero) continue;
      const cohort = first + i < key ? cohortOf(earlier) : own;
      cohort.revenue[i] = (cohort.revenue[i] as Money) + amount;
    }
  }
  return [...cohorts.keys()]
    .sort((a, b) => a - b)
    .flatMap((key) => {
      const { size, customers, revenue } = cohorts.get(key) as Cohort;
      const isEarlier = key === earlier;
      const base = isEarlier ? zero : (revenue[key - first] as Money);
      const from = isEarlier ? first : key;
      return Array.from({ length: last - from + 1 }, (_, i): CohortScore => {
        const place = from + i - first;
        return {
          group,
          cohort: isEarlier ? `before ${periodName(firstKnown, unit)}` : periodName(key, unit),
          period: periodName(from + i, unit),
          age: isEarlier ? null : i,
          customers: customers[place] as number,
          customerShare: isEarlier ? null : (customers[place] as number) / size,
          revenue: revenue[place] as Money,
          revenueShare: ratio(revenue[place] as Money, base),
          unfinished: isUnfinished(from + i),
          size,
        };
      });
    });
}

import { monthsOf, type PeriodUnit } from "../../base/calendar-period.ts";
import { divideRounded, type Money, quotient, zero } from "../../base/money.ts";

/** What the worth of a customer is reckoned from: a period of everybody. */
export interface WhatIfPeriod {
  readonly period: string;
  readonly start: number;
  readonly kept: number;
  readonly end: number;
  readonly unfinished: boolean;
  /** Net revenue; `null`: not known. */
  readonly revenueCurrent: Money | null;
}

/** What more retention would be worth. `now` at the retention that was, `then` with the points added. */
export interface WhatIf {
  /** Percentage points added. */
  readonly points: number;
  /** The periods that it rests on, first and last; `null` where there are none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly retentionNow: number | null;
  /** From 0 to 1: no step goes further. */
  readonly retentionThen: number | null;
  /** The largest step in this direction that leaves a worth, in points to two places; `null` where there is none. */
  readonly largestPoints: number | null;
  /** Expected lifetime of a customer, in periods: 1 / (1 − retention). */
  readonly lifetimeNow: number | null;
  readonly lifetimeThen: number | null;
  /** Mean revenue of an active customer in a period. */
  readonly meanRevenue: Money | null;
  /** Share of revenue that is left after costs; `null`: not known, and the worth is in revenue. */
  readonly margin: number | null;
  /** Mean revenue × margin × lifetime. */
  readonly worthNow: Money | null;
  readonly worthThen: Money | null;
  /** Customers active at the end of the last of these periods, and what they would be worth more together. */
  readonly customers: number | null;
  readonly gain: Money | null;
  /** Why there is no worth: `no_finished_period`, `no_revenue`, `nobody_left` (now), `everybody_stays`, `nobody_stays` (then). */
  readonly reason: string | null;
}

/** Hundredths of a percentage point in 1. */
const whole = 10_000n;

/**
 * What `points` more percentage points of retention would be worth on the own figures: the finished periods of the last twelve
 * months that somebody was at the start of, taken together. A customer stays 1 / (1 − r) periods when each period keeps the
 * share r of those at its start, and brings the mean revenue of an active customer in each (times the portfolio's margin, where
 * it is known). Nothing is discounted, and a customer who comes back counts as lost. Exact up to one rounding a figure.
 * Errors: none. Cost: O(periods).
 */
export function scoreWhatIf(
  periods: readonly WhatIfPeriod[],
  points: number,
  unit: PeriodUnit,
  profit: { readonly contribution: Money; readonly revenue: Money } | null,
): WhatIf {
  const recent = periods
    .filter(({ unfinished }) => !unfinished)
    .slice(-12 / monthsOf[unit])
    .filter(({ start }) => start > 0);
  const [first, last] = [recent[0], recent.at(-1)];
  const margin = profit !== null && profit.revenue > zero ? profit : null;
  const unknown: WhatIf = {
    points,
    from: first?.period ?? null,
    to: last?.period ?? null,
    retentionNow: null,
    retentionThen: null,
    largestPoints: null,
    lifetimeNow: null,
    lifetimeThen: null,
    meanRevenue: null,
    margin: margin === null ? null : quotient(margin.contribution, margin.revenue),
    worthNow: null,
    worthThen: null,
    customers: last?.end ?? null,
    gain: null,
    reason: "no_finished_period",
  };
  if (last === undefined) return unknown;

  const sum = (of: (period: WhatIfPeriod) => number): bigint => BigInt(recent.reduce((total, p) => total + of(p), 0));
  const [start, lost, active] = [sum((p) => p.start), sum((p) => p.start - p.kept), sum((p) => p.end)];
  const revenue = recent.reduce((total, { revenueCurrent }) => total + (revenueCurrent ?? zero), zero);
  const added = BigInt(Math.round(points * 100));
  // 1 − r, now and then, over one base.
  const base = whole * start;
  const [leaveNow, leaveThen] = [whole * lost, whole * lost - added * start];
  // Upwards somebody has to be lost, downwards all may be.
  const largest = added > 0n ? (leaveNow - 1n) / start : (leaveNow - base) / start;
  const told: WhatIf = {
    ...unknown,
    retentionNow: quotient(start - lost, start),
    retentionThen: leaveThen < 0n ? 1 : leaveThen > base ? 0 : quotient(base - leaveThen, base),
    largestPoints: lost === 0n || largest === 0n ? null : Number(largest) / 100,
    lifetimeNow: lost > 0n ? quotient(base, leaveNow) : null,
    lifetimeThen: leaveThen > 0n && leaveThen <= base ? quotient(base, leaveThen) : null,
    meanRevenue: active > 0n && revenue > zero ? divideRounded(revenue, active) : null,
  };
  if (told.meanRevenue === null) return { ...told, reason: "no_revenue" };
  if (told.lifetimeNow === null) return { ...told, reason: "nobody_left" };
  if (told.lifetimeThen === null) return { ...told, reason: leaveThen > base ? "nobody_stays" : "everybody_stays" };
  // Σ revenue / Σ active × contribution / revenue × 1 / (1 − r).
  const top = revenue * (margin === null ? 1n : margin.contribution) * base;
  const bottom = active * (margin === null ? 1n : margin.revenue);
  const worth = (leave: bigint, customers: bigint): Money => divideRounded(top * customers, bottom * leave);
  const held = BigInt(last.end);
  return {
    ...told,
    worthNow: worth(leaveNow, 1n),
    worthThen: worth(leaveThen, 1n),
    gain: divideRounded(top * held * (leaveNow - leaveThen), bottom * leaveNow * leaveThen),
    reason: null,
  };
}

import { type Money, zero } from "../../base/money.ts";
import type { Basis } from "./timeline.ts";

/** What happened to one customer from the end of one period to the end of the next. */
export interface Movement {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The first purchase, or the start of the contract, lies in the period. */
  readonly began: boolean;
  /** Revenue of the period before, and of the period. */
  readonly before: Money;
  readonly now: Money;
}

/** The movements of a period added up. Revenue: previous + new + reactivated + expansion − contraction − churned = current. */
export interface Movements {
  /** S, E, N, R, L, W of docs/method.md §7, and those of S that are in E. */
  start: number;
  end: number;
  won: number;
  reactivated: number;
  lost: number;
  wonAndLost: number;
  kept: number;
  /** Of S, in the period before. */
  previous: Money;
  new: Money;
  reactivatedRevenue: Money;
  expansion: Money;
  contraction: Money;
  churned: Money;
  /** Of everybody. */
  current: Money;
  /** Of S. */
  currentOfStart: Money;
  /** Σ max(0, min(current, previous)) and Σ max(0, previous), of S. */
  keptRevenue: Money;
  positivePrevious: Money;
}

export const noMovements = (): Movements => ({
  start: 0,
  end: 0,
  won: 0,
  reactivated: 0,
  lost: 0,
  wonAndLost: 0,
  kept: 0,
  previous: zero,
  new: zero,
  reactivatedRevenue: zero,
  expansion: zero,
  contraction: zero,
  churned: zero,
  current: zero,
  currentOfStart: zero,
  keptRevenue: zero,
  positivePrevious: zero,
});

/**
 * Adds a customer's movement. The revenue of S moves by its change: up is expansion; down is churned where the customer is lost,
 * else contraction. Outside S everything is new or reactivated, but for returns of those who did not come back: these are
 * contraction. So every amount has one place, and all but new and reactivated (returns in the same period) are never
 * below zero.
 */
export function addMovement(sum: Movements, { atStart, atEnd, began, before, now }: Movement, basis: Basis): void {
  sum.current += now;
  if (atEnd) sum.end += 1;
  if (atStart) {
    sum.start += 1;
    if (atEnd) sum.kept += 1;
    else sum.lost += 1;
    sum.previous += before;
    sum.currentOfStart += now;
    if (before > zero) {
      sum.positivePrevious += before;
      if (now > zero) sum.keptRevenue += now < before ? now : before;
    }
    if (now > before) sum.expansion += now - before;
    else if (atEnd) sum.contraction += before - now;
    else sum.churned += before - now;
    return;
  }
  // Won in a period is, by sales, who is there at its end; a contract may begin and end in one.
  if (atEnd && !began) sum.reactivated += 1;
  if (began && (atEnd || basis === "contract")) sum.won += 1;
  if (began && !atEnd && basis === "contract") sum.wonAndLost += 1;
  if (!atEnd && now <= zero) sum.contraction -= now;
  else if (began) sum.new += now;
  else sum.reactivatedRevenue += now;
}

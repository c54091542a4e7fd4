import { groupBy } from "../../base/grouping.ts";
import { type Money, zero } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { PlanRow } from "./row.ts";

/** Customers, and what there is to win of them. */
export interface PlanSum {
  readonly customers: number;
  /** Sum of the known increments above zero: what falls is not to be won. */
  readonly increment: Money;
  /** Of how many no increment is known. */
  readonly unknown: number;
}

export interface OwnerSum {
  /** `null`: nobody is named. */
  readonly owner: string | null;
  readonly callable: PlanSum;
  readonly blocked: PlanSum;
}

export const sumOf = (rows: readonly Pick<PlanRow, "increment">[]): PlanSum => ({
  customers: rows.length,
  increment: rows.reduce(
    (sum, { increment }) => (increment !== null && increment > zero ? sum + increment : sum),
    zero,
  ),
  unknown: rows.filter(({ increment }) => increment === null).length,
});

/** By owner, in order of name, those of nobody last. */
export const ownerSums = (rows: readonly Pick<PlanRow, "increment" | "owner" | "isCallable">[]): OwnerSum[] =>
  [...groupBy(rows, ({ owner }) => owner)]
    .map(([owner, own]) => ({
      owner,
      callable: sumOf(own.filter(({ isCallable }) => isCallable)),
      blocked: sumOf(own.filter(({ isCallable }) => !isCallable)),
    }))
    .sort((a, b) => compareOwners(a.owner, b.owner));

function compareOwners(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareCodePoints(a, b);
}

import { divideRounded, formatMoney, type Money, unitsPerOne, zero } from "../../base/money.ts";
import type { Because } from "../because.ts";
import type { Place } from "./ranking.ts";

/** What the cuts between the letters are: percent of the customers, percent of the total, or amounts. */
export const methods = ["rank", "cumulative", "threshold"] as const;
export type Method = (typeof methods)[number];

export type ValueClass = "A" | "B" | "C";

/** A letter and why, as text and as data. */
export interface Letter {
  readonly letter: ValueClass | null;
  readonly reason: string;
  readonly because: Because;
}

/** The population that was ranked. */
export interface Ranked {
  readonly n: number;
  readonly total: Money;
}

/** How one method finds a customer's letter from its place in the ranking. */
type Lettering = (ranked: Ranked, cuts: readonly [bigint, bigint]) => (place: Place) => Letter;

/** The function that gives each place of a ranking its letter. Source: docs/method.md §3. */
export const letters = (
  ranked: Ranked,
  method: Method,
  [a, b]: readonly [number, number],
): ((place: Place) => Letter) => letterings[method](ranked, [units(a), units(b)]);

/** By shares of the customers: A to rank nA, C the last nC, B between; at least one customer is A. */
const byRank: Lettering = ({ n }, [cutA, cutB]) => {
  const lastA = Math.max(1, shareOf(n, cutA));
  const lastB = n - Math.min(n - lastA, shareOf(n, hundred - cutB));
  return ({ rank }) => {
    const letter = rank <= lastA ? "A" : rank <= lastB ? "B" : "C";
    const threshold = letter === "A" ? lastA : letter === "B" ? lastB : lastB + 1;
    const reason = `rank ${rank} of ${n}, ${letter} ${letter === "C" ? "from" : "to"} ${threshold}`;
    return { letter, reason, because: { rule: "abc_rank", value: rank, threshold } };
  };
};

/**
 * By the share of the net total that strictly larger customers hold: below the cut is in, so the customer that crosses it
 * stays in the better class. Where the total is not above zero there are no shares and no letters.
 */
const byCumulativeShare: Lettering = ({ total }, [cutA, cutB]) => {
  if (total <= zero) {
    const because: Because = { rule: "abc_cumulative", value: null, threshold: null };
    return () => ({ letter: null, reason: "total_not_positive", because });
  }
  const [endOfA, endOfB] = [cutA * total, cutB * total];
  return ({ larger }) => {
    const held = larger * hundred;
    const letter = held < endOfA ? "A" : held < endOfB ? "B" : "C";
    const cut = letter === "A" ? cutA : cutB;
    const value = divideRounded(held, total);
    const limit = `${letter} ${letter === "C" ? "from" : "below"} ${formatMoney(cut)} %`;
    const reason = `${formatMoney(value)} % held by larger customers, ${limit}`;
    const because = { rule: "abc_cumulative", value: fraction(value), threshold: fraction(cut) };
    return { letter, reason, because };
  };
};

/** By amounts: at or above the first is A, at or above the second B. */
const byThreshold: Lettering =
  (_, [cutA, cutB]) =>
  ({ amount }) => {
    const letter = amount >= cutA ? "A" : amount >= cutB ? "B" : "C";
    const threshold = letter === "A" ? cutA : cutB;
    const limit = `${letter} ${letter === "C" ? "below" : "from"} ${formatMoney(threshold)}`;
    const reason = `${formatMoney(amount)}, ${limit}`;
    return { letter, reason, because: { rule: "abc_threshold", value: amount, threshold } };
  };

const letterings: Record<Method, Lettering> = {
  rank: byRank,
  cumulative: byCumulativeShare,
  threshold: byThreshold,
};

/** A cut in units of 1/10,000, so that every comparison is between integers. */
const units = (cut: number): bigint => BigInt(Math.round(cut * Number(unitsPerOne)));

/** 100 percent in those units. */
const hundred = 100n * unitsPerOne;

/** The percentage of a count, half rounded up; in integers, so that 20 % of 35 is exactly 7. */
const shareOf = (count: number, percent: bigint): number => Number(divideRounded(BigInt(count) * percent, hundred));

/** Percent units as a share of 1. */
const fraction = (percent: bigint): number => Number(percent) / Number(hundred);

import { divideRounded, quotient, ratio, zero } from "../base/money.ts";
import { compare, compareCodePoints } from "../base/statistics.ts";
import type { Because } from "./because.ts";

/** What a customer has of that whose concentration is asked: an exact amount, or a count. */
export interface Share {
  readonly customerId: string;
  readonly value: bigint;
}

/** A point of the Lorenz curve, both as shares: of customers, smallest values first, and of what they have together. */
export interface LorenzPoint {
  readonly customers: number;
  readonly share: number;
}

/** Shares are of the net total; all `null`, and no curve, where it is not above zero. */
export interface ConcentrationScore {
  readonly customers: number;
  readonly total: bigint;
  /** Share of the 20 % of customers with most (half rounded up, at least one). */
  readonly top20Share: number | null;
  /** The least share of customers that together have 80 %. */
  readonly share80Customers: number | null;
  readonly top1Share: number | null;
  readonly top10Share: number | null;
  /** Herfindahl–Hirschman index: the sum of squared percents, 10,000 where one customer has all. */
  readonly hhi: number | null;
  /** 0 where all have the same, towards 1 where one has all. Negative values count as nothing. */
  readonly gini: number | null;
  /** Of the values as the Gini coefficient takes them: all points of up to 100 customers, else 101, one a percent. */
  readonly lorenz: readonly LorenzPoint[];
  /** Who has most; of equals the first by id. */
  readonly top: string | null;
  readonly because: Because;
}

const mostPoints = 100;

/**
 * How much of something few customers have. Everything is computed exactly and rounded once. The result does not depend on
 * input order. Errors: none. Cost: O(n log n). Source: docs/method.md §12; C. Gini, Variabilità e mutabilità (1912), without
 * small-sample correction; the index of Herfindahl and Hirschman in percents squared.
 */
export function scoreConcentration(shares: readonly Share[]): ConcentrationScore {
  const sorted = shares.toSorted((a, b) => compare(b.value, a.value) || compareCodePoints(a.customerId, b.customerId));
  const n = sorted.length;
  const topCount = Math.max(1, Number(divideRounded(BigInt(n), 5n)));
  /** Of the k with most. */
  const sums = [zero];
  for (const { value } of sorted) sums.push((sums.at(-1) as bigint) + value);
  const total = sums[n] as bigint;
  const because = { rule: "top_20_percent", value: Math.min(topCount, n), threshold: n };
  if (total <= zero)
    return {
      ...{ customers: n, total, top20Share: null, share80Customers: null, top1Share: null, top10Share: null },
      ...{ hhi: null, gini: null, lorenz: [], top: null, because },
    };
  const shareOf = (count: number): number | null => ratio(sums[Math.min(count, n)] as bigint, total);
  return {
    customers: n,
    total,
    top20Share: shareOf(topCount),
    share80Customers: sums.findIndex((sum) => sum * 5n >= total * 4n) / n,
    top1Share: shareOf(1),
    top10Share: shareOf(10),
    hhi: quotient(10_000n * sorted.reduce((sum, { value }) => sum + value * value, zero), total * total),
    ...lorenzOf(sorted.map(({ value }) => (value > zero ? value : zero)).reverse()),
    top: (sorted[0] as Share).customerId,
    because,
  };
}

/** Of values from the smallest, at least one above zero. */
function lorenzOf(values: readonly bigint[]): Pick<ConcentrationScore, "gini" | "lorenz"> {
  const n = values.length;
  const sums = [zero];
  let weighted = zero;
  values.forEach((value, i) => {
    sums.push((sums[i] as bigint) + value);
    weighted += BigInt(i + 1) * value;
  });
  const total = sums[n] as bigint;
  const points = Math.min(n, mostPoints);
  return {
    gini: quotient(2n * weighted - BigInt(n + 1) * total, BigInt(n) * total),
    lorenz: Array.from({ length: points + 1 }, (_, i) => {
      const count = Math.round((i * n) / points);
      return { customers: count / n, share: quotient(sums[count] as bigint, total) };
    }),
  };
}

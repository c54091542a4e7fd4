import { groupBy } from "../../base/grouping.ts";
import { divideRounded, type Money, ratio, zero } from "../../base/money.ts";
import { median } from "../../base/statistics.ts";
import { compareGroups } from "../nps/slices.ts";
import type { ValueScore } from "./row.ts";

/** A sum, its mean, and how many customers it is of: those of whom the figure is known. */
export interface SumOf {
  readonly customers: number;
  readonly total: Money;
  /** Rounded to a unit; `null` of nobody. */
  readonly mean: Money | null;
}

/** What the customers of a group come to. */
export interface ValueFigures {
  /** `null`: everybody. */
  readonly group: string | null;
  readonly customers: number;
  readonly clvSimple: SumOf;
  readonly annualRevenue: SumOf;
  readonly revenueTotal: SumOf;
  readonly contributionTotal: SumOf;
  readonly clvMargin: SumOf;
  readonly cac: SumOf;
  /** Mean of the customers that have a first purchase. */
  readonly tenureYears: number | null;
  /** Contribution / revenue in the window, of the customers whose margin is known. */
  readonly margin: number | null;
  /** Of the sums, over the customers that have both, and how many these are. */
  readonly ltvCac: number | null;
  readonly ltvCacOf: number;
  /** Of those of them with costs of their own: the same, and the median of theirs. */
  readonly ltvCacOwn: { readonly customers: number; readonly ratio: number | null; readonly median: number | null };
  /** Their costs over their monthly contribution; `null` where it is not above zero. */
  readonly paybackMonths: number | null;
}

/** Everybody, then each group by `compareGroups`. Cost: O(n). */
export function summariseValue(rows: readonly ValueScore[], months: number): ValueFigures[] {
  const groups = groupBy(rows, ({ group }) => group);
  groups.delete(null);
  return [
    figuresOf(null, rows, months),
    ...[...groups].sort(([a], [b]) => compareGroups(a, b)).map(([group, own]) => figuresOf(group, own, months)),
  ];
}

function figuresOf(group: string | null, rows: readonly ValueScore[], months: number): ValueFigures {
  const known = rows.filter(({ clvMargin, cac }) => clvMargin !== null && cac !== null);
  const own = known.filter(({ cacBasis }) => cacBasis === "own");
  const contributing = rows.filter(({ contribution }) => contribution !== null);
  // Sorted, so that the order of the customers does not show in the last digit of the sum.
  const tenures = Float64Array.from(
    rows.map(({ tenureYears }) => tenureYears).filter((years) => years !== null),
  ).sort();
  const costs = sumOf(known, ({ cac }) => cac).total;
  return {
    group,
    customers: rows.length,
    clvSimple: sumOf(rows, ({ clvSimple }) => clvSimple),
    annualRevenue: sumOf(rows, ({ annualRevenue }) => annualRevenue),
    revenueTotal: sumOf(rows, ({ revenueTotal }) => revenueTotal),
    contributionTotal: sumOf(rows, ({ contributionTotal }) => contributionTotal),
    clvMargin: sumOf(rows, ({ clvMargin }) => clvMargin),
    cac: sumOf(rows, ({ cac }) => cac),
    tenureYears: tenures.length === 0 ? null : tenures.reduce((a, b) => a + b) / tenures.length,
    margin: ratio(
      sumOf(contributing, ({ contribution }) => contribution).total,
      sumOf(contributing, ({ revenue }) => revenue).total,
    ),
    ltvCac: ratio(sumOf(known, ({ clvMargin }) => clvMargin).total, costs),
    ltvCacOf: known.length,
    ltvCacOwn: {
      customers: own.length,
      ratio: ratio(sumOf(own, ({ clvMargin }) => clvMargin).total, sumOf(own, ({ cac }) => cac).total),
      median: median(own.flatMap(({ ltvCac }) => ltvCac ?? [])),
    },
    paybackMonths:
      costs < zero ? null : ratio(costs * BigInt(months), sumOf(known, ({ contribution }) => contribution).total),
  };
}

function sumOf(rows: readonly ValueScore[], of: (row: ValueScore) => Money | null): SumOf {
  let [customers, total] = [0, zero];
  for (const row of rows) {
    const amount = of(row);
    if (amount === null) continue;
    customers += 1;
    total += amount;
  }
  return { customers, total, mean: customers === 0 ? null : divideRounded(total, BigInt(customers)) };
}

import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import { compare, compareCodePoints } from "../base/statistics.ts";
import type { AcquisitionCosts, LifetimeFacts } from "../facts/lifetime.ts";
import type { ContributionOptions } from "./contribution.ts";
import type { History } from "./history.ts";
import { unknownGroup } from "./nps/attributes.ts";
import { type AverageCost, averageAcquisition } from "./value/acquisition.ts";
import { type Classified, tenuresTo, type ValueScore, valueRow } from "./value/row.ts";
import { summariseValue, type ValueFigures } from "./value/summary.ts";

export interface ValueContext extends History {
  readonly asOf: IsoDate;
  readonly windowFrom: IsoDate;
  /** N, the window's length. */
  readonly months: number;
  readonly acquisition: AcquisitionCosts;
  /** The group of each customer; `null`: no groups. */
  readonly groups: ReadonlyMap<string, string> | null;
}

export interface Value {
  /** The highest simple value first, then the highest revenue of all time, then by id; what is not known last. */
  readonly rows: readonly ValueScore[];
  readonly acquisition: AverageCost;
  /** Everybody, then each group. */
  readonly figures: readonly ValueFigures[];
  /** Customers without a sales line: they cost something, or are prospects. */
  readonly withoutSales: number;
}

/**
 * What each customer with a sales line up to the as-of date is worth by its history: simple lifetime value, its margin,
 * what it cost to win it, and how soon that was paid. Lapsed customers have a row: their annual revenue is 0, and so is the
 * simple value, while revenue and contribution of all time are not. Customers without a line have none; those among them
 * with costs alone whose `since` lies in the window count as won, prospects do not.
 *
 *     tenure = (D − first purchase) / 365.2425 years        clv = revenue in W × 12/N × max(1, tenure)
 *
 * `classified` should be the whole portfolio. Units: exact money, each product rounded once; years, months and ratios as
 * numbers. The result does not depend on input order. Errors: none. Cost: O(n log n). Source: docs/method.md §8.
 */
export function scoreValue(
  classified: readonly Classified[],
  lifetimes: ReadonlyMap<string, LifetimeFacts>,
  context: ValueContext,
  options: ContributionOptions,
): Value {
  const { asOf, months, windowFrom, groups } = context;
  const acquisition = averageAcquisition(classified, context.acquisition, windowFrom, context);
  const shared = { tenureOf: tenuresTo(asOf), months, acquisition, options };
  const rows: ValueScore[] = [];
  for (const row of classified) {
    const facts = lifetimes.get(row.customerId);
    if (facts === undefined || facts.lines === 0) continue;
    rows.push(valueRow(row, facts, groups === null ? null : (groups.get(row.customerId) ?? unknownGroup), shared));
  }
  // Before they are sorted: rows in the order of their making lie side by side, and are faster to go through.
  const figures = summariseValue(rows, months);
  rows.sort(
    (a, b) =>
      descending(a.clvSimple, b.clvSimple) ||
      compare(b.revenueTotal, a.revenueTotal) ||
      compareCodePoints(a.customerId, b.customerId),
  );
  return {
    rows,
    acquisition,
    figures,
    withoutSales: classified.length - rows.length,
  };
}

const descending = (a: Money | null, b: Money | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compare(b, a);

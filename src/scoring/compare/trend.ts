import type { IsoDate } from "../../base/calendar.ts";
import { type Money, zero } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { ClassLetter } from "../abc.ts";
import { isJudged } from "../status.ts";
import type { DatedScores, KeptScore } from "./score.ts";

/** Customers of the portfolio on a date, and what they stand for. */
export interface TrendFigures {
  readonly customers: number;
  readonly revenue: Money;
  /** Of those of whom it is known; `null` where it is of nobody. */
  readonly increment: Money | null;
}

/** A portfolio on a date, and each class that somebody has. */
export interface TrendPoint extends TrendFigures {
  readonly asOf: IsoDate;
  readonly classes: readonly (TrendFigures & { readonly class: ClassLetter })[];
}

const letters: readonly ClassLetter[] = ["A", "B", "C", "D"];

/**
 * A portfolio over several dates, the earliest first: customers with a line or costs in the window, their revenue, and what could be
 * won with them. Whoever has no class counts in the whole only. Units: exact money of each date's window. Errors: none. Cost:
 * O(rows). Source: docs/method.md §13.
 */
export const trendOf = (dates: readonly Pick<DatedScores<KeptScore>, "asOf" | "rows">[]): TrendPoint[] =>
  dates
    .map(({ asOf, rows }): TrendPoint => {
      const own = rows.filter(({ status }) => isJudged(status));
      return {
        asOf,
        ...figuresOf(own),
        classes: letters.flatMap((letter) => {
          const members = own.filter((row) => row.class === letter);
          return members.length === 0 ? [] : [{ class: letter, ...figuresOf(members) }];
        }),
      };
    })
    .sort((a, b) => compareCodePoints(a.asOf, b.asOf));

function figuresOf(rows: readonly Pick<KeptScore, "revenue" | "potentialIncrement">[]): TrendFigures {
  const known = rows.map(({ potentialIncrement }) => potentialIncrement).filter((increment) => increment !== null);
  return {
    customers: rows.length,
    revenue: rows.reduce((sum, { revenue }) => sum + revenue, zero),
    increment: known.length === 0 ? null : known.reduce((sum, increment) => sum + increment, zero),
  };
}

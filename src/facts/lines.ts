import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/** A line of the exports with its place, `FILE:LINE`. */
export interface PlacedLine {
  readonly place: string;
  readonly date: IsoDate;
  readonly amount: Money;
}

/** A row of the NPS files with its place. */
export interface PlacedAnswer {
  readonly place: string;
  readonly date: IsoDate;
  /** `null`: invited, not answered. */
  readonly score: number | null;
  readonly respondent: string | null;
}

/** How many lines, what they come to, and the largest few of them, by size without sign. */
export interface LineSum {
  readonly count: number;
  readonly amount: Money;
  readonly largest: readonly PlacedLine[];
}

/** A customer's sales lines of one day. A purchase is a line with amount ≥ 0, any other a return. */
export interface LineDay {
  readonly date: IsoDate;
  readonly purchases: number;
  readonly spend: Money;
  readonly returns: number;
  /** Below zero. */
  readonly returned: Money;
}

/** The source rows that one customer's numbers are made of. */
export interface CustomerLines {
  /** Sales lines of the window, of the prior window, and still earlier ones. */
  readonly inWindow: LineSum;
  readonly prior: LineSum;
  readonly before: LineSum;
  /** Sales lines of the window that carry a cost of goods; the amounts are these costs. */
  readonly costOnLines: LineSum;
  /** Rows of the costs files in the window. */
  readonly costOfGoods: LineSum;
  readonly costToServe: LineSum;
  /** `null`: there is none. */
  readonly firstPurchase: PlacedLine | null;
  readonly lastPurchase: PlacedLine | null;
  /** Rows of the NPS files in the window, in file order. */
  readonly answers: readonly PlacedAnswer[];
  /** Days with a sales line up to the as-of date, the first first. */
  readonly days: readonly LineDay[];
}

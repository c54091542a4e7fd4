import type { IsoDate } from "../base/calendar.ts";
import { inOneList } from "../base/grouping.ts";
import { type Money, zero } from "../base/money.ts";
import { compare, compareCodePoints } from "../base/statistics.ts";
import { type Cause, causesOf, type Rankings } from "./compare/cause.ts";
import { type Move, moveOf, moves } from "./compare/move.ts";
import { rankingOf } from "./compare/ranking.ts";
import type { ComparedScore, DatedScores } from "./compare/score.ts";

/** A customer on two dates. */
export interface ComparedCustomer {
  readonly customerId: string;
  /** The later date's, else the earlier one's. */
  readonly customerName: string | null;
  /** `null`: that date does not know the customer. */
  readonly from: ComparedScore | null;
  readonly to: ComparedScore | null;
  readonly move: Move;
  /** None for `same`. */
  readonly causes: readonly Cause[];
  /** In each window; 0 where the date does not know the customer. */
  readonly revenueFrom: Money;
  readonly revenueTo: Money;
}

export interface MoveSummary {
  readonly move: Move;
  readonly customers: number;
  readonly revenueFrom: Money;
  readonly revenueTo: Money;
}

interface DateSummary {
  readonly asOf: IsoDate;
  /** Rows of the classification, and their revenue. */
  readonly customers: number;
  readonly revenue: Money;
}

export interface Comparison {
  /** By move in the order of `moves`, in each the largest revenue first; who went where is what `migrationsOn` makes of them. */
  readonly rows: readonly ComparedCustomer[];
  readonly from: DateSummary;
  readonly to: DateSummary;
  /** Every move, in the order of `moves`. */
  readonly moves: readonly MoveSummary[];
}

/**
 * What changed between two dates: every customer of either date once, with its cells, its move, and the figures that caused it.
 * Rows come in the order in which one acts on them: who fell and who left by the revenue they had, then who rose, came back
 * or is new, then who was graded anew or stayed, by the revenue they have.
 *
 * Units: exact money of each date's window. The result does not depend on input order. Errors: none. Cost: O(n log n).
 * Source: docs/method.md §13.
 */
export function compareScores(earlier: DatedScores, later: DatedScores): Comparison {
  const rankings = { from: rankingOf(earlier), to: rankingOf(later) };
  const moved = moves.map((move) => ({ move, own: [] as ComparedCustomer[] }));
  const rowsOf = new Map(moved.map(({ move, own }) => [move, own]));
  const put = (from: ComparedScore | null, to: ComparedScore | null): void => {
    const row = comparedCustomer(from, to, rankings);
    rowsOf.get(row.move)?.push(row);
  };
  // Taken out one by one, so that those stay whom the later date does not know.
  const before = new Map<string, ComparedScore>();
  for (const row of earlier.rows) before.set(row.customerId, row);
  for (const row of later.rows) {
    put(before.get(row.customerId) ?? null, row);
    before.delete(row.customerId);
  }
  for (const row of before.values()) put(row, null);
  for (const { own } of moved) own.sort(byStake);
  return {
    rows: inOneList(moved.map(({ own }) => own)),
    from: summaryOf(earlier),
    to: summaryOf(later),
    moves: moved.map(({ move, own }) => moveSummary(move, own)),
  };
}

function comparedCustomer(from: ComparedScore | null, to: ComparedScore | null, rankings: Rankings): ComparedCustomer {
  const move = moveOf(from, to);
  return {
    customerId: (to ?? (from as ComparedScore)).customerId,
    customerName: to?.customerName ?? from?.customerName ?? null,
    from,
    to,
    move,
    causes: causesOf(move, from, to, rankings),
    revenueFrom: from?.revenue ?? zero,
    revenueTo: to?.revenue ?? zero,
  };
}

/** Of one move the largest first. */
const byStake = (a: ComparedCustomer, b: ComparedCustomer): number =>
  compare(stakeOf(b), stakeOf(a)) || compareCodePoints(a.customerId, b.customerId);

/** What there was to lose, else what there is. */
const stakeOf = ({ move, revenueFrom, revenueTo }: ComparedCustomer): Money =>
  move === "down" || move === "left" ? revenueFrom : revenueTo;

const summaryOf = ({ asOf, rows }: DatedScores): DateSummary => ({
  asOf,
  customers: rows.length,
  revenue: rows.reduce((sum, { revenue }) => sum + revenue, zero),
});

function moveSummary(move: Move, own: readonly ComparedCustomer[]): MoveSummary {
  return {
    move,
    customers: own.length,
    revenueFrom: own.reduce((sum, { revenueFrom }) => sum + revenueFrom, zero),
    revenueTo: own.reduce((sum, { revenueTo }) => sum + revenueTo, zero),
  };
}

import { groupBy } from "../../base/grouping.ts";
import { type Money, ratio, zero } from "../../base/money.ts";
import type { ClassLetter } from "../abc.ts";
import { type Cell, cellOrder } from "../matrix.ts";
import type { Grade } from "../potential/grade.ts";
import type { Status } from "../status.ts";

/** A classified customer as the tally sees it. */
export interface Tallied {
  readonly cell: Cell | null;
  readonly status: Status;
  readonly revenue: Money;
  readonly potentialIncrement: Money | null;
}

/** What the customers of a cell come to. */
export interface CellTally {
  readonly cell: Cell;
  readonly class: ClassLetter;
  readonly potential: Grade | "?";
  /** Place in the order of the cells, 1–20. */
  readonly priority: number;
  readonly customers: number;
  readonly revenue: Money;
  /** Of the revenue of all customers, with and without a cell; `null` where that is not above zero. */
  readonly revenueShare: number | null;
  /** Sum of the known increments; `null` where none is known. */
  readonly increment: Money | null;
  /** Customers whose increment is not known. */
  readonly unknownIncrement: number;
}

export interface MatrixTally {
  /** All twenty, in order of priority. */
  readonly cells: readonly CellTally[];
  /** Customers that have no place in the matrix: lapsed, prospects, active ones without a class. */
  readonly withoutCell: {
    readonly customers: number;
    readonly revenue: Money;
    readonly statuses: Readonly<Record<Status, number>>;
  };
  /** Cells and customers without one together. */
  readonly customers: number;
  readonly revenue: Money;
  /** Sum of all known increments; `null` where none is known. */
  readonly increment: Money | null;
  readonly unknownIncrement: number;
}

/**
 * The matrix in sums: customers, revenue and increment of each cell, and of those without one, so that nothing is lost.
 *
 * Units: exact money. Does not depend on input order. Errors: none. Cost: O(n). Source: docs/method.md §5.
 */
export function tallyMatrix(customers: readonly Tallied[]): MatrixTally {
  const byCell = groupBy(customers, ({ cell }) => cell);
  const revenue = revenueOf(customers);
  const withoutCell = byCell.get(null) ?? [];
  const inCells = customers.filter(({ cell }) => cell !== null);
  return {
    cells: cellOrder.map((cell, place) => {
      const own = byCell.get(cell) ?? [];
      const ownRevenue = revenueOf(own);
      return {
        cell,
        class: cell[0] as ClassLetter,
        potential: cell[1] as Grade | "?",
        priority: place + 1,
        customers: own.length,
        revenue: ownRevenue,
        revenueShare: ratio(ownRevenue, revenue),
        ...incrementsOf(own),
      };
    }),
    withoutCell: {
      customers: withoutCell.length,
      revenue: revenueOf(withoutCell),
      statuses: countStatuses(withoutCell),
    },
    customers: customers.length,
    revenue,
    ...incrementsOf(inCells),
  };
}

const revenueOf = (customers: readonly Tallied[]): Money => customers.reduce((sum, { revenue }) => sum + revenue, zero);

function incrementsOf(customers: readonly Tallied[]): Pick<CellTally, "increment" | "unknownIncrement"> {
  let [known, increment] = [0, zero];
  for (const { potentialIncrement } of customers) {
    if (potentialIncrement === null) continue;
    known += 1;
    increment += potentialIncrement;
  }
  return { increment: known === 0 ? null : increment, unknownIncrement: customers.length - known };
}

function countStatuses(customers: readonly Tallied[]): Record<Status, number> {
  const counts = { active: 0, lapsed: 0, cost_only: 0, prospect: 0 };
  for (const { status } of customers) counts[status] += 1;
  return counts;
}

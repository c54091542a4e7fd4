import type { Money } from "../base/money.ts";
import { compare, compareCodePoints } from "../base/statistics.ts";
import type { ClassLetter } from "./abc.ts";
import type { Grade } from "./potential/grade.ts";

/** Class and grade together, the customer's place in the matrix. */
export type Cell = `${ClassLetter}${Grade | "?"}`;

/**
 * The cells in the order in which they deserve time: growth that can be won first, then what is not assessed, then full
 * accounts, then losses — fixing price or cost (Da, Db) before phasing out (Dc, Dd). Source: docs/method.md §5.
 */
// biome-ignore format: as the method prints it
export const cellOrder = [
  "Aa", "Ba", "Ab", "Bb", "Ac", "Ca", "Bc", "Cb", "A?", "B?", "C?", "Ad", "Bd", "Cc", "Cd", "Da", "Db", "D?", "Dc", "Dd",
] as const satisfies readonly Cell[];

/** The cell of a class and a grade; a customer without a class has none. */
export const cellOf = (letter: ClassLetter | null, grade: Grade | "?"): Cell | null =>
  letter === null ? null : `${letter}${grade}`;

/** A row that can be put in order of priority. */
export interface Prioritised {
  readonly customerId: string;
  readonly cell: Cell | null;
  readonly potentialIncrement: Money | null;
  readonly revenue: Money;
}

/**
 * The rows in order of priority: by cell, rows without one last; inside a cell by increment, the largest first and unknown
 * ones last, then by revenue, the largest first, then by id in code point order. Distinct ids make the order complete, so
 * it does not depend on the input's. Cost: O(n log n).
 */
export function inPriorityOrder<Row extends Prioritised>(rows: readonly Row[]): Row[] {
  const byCell = new Map<Cell | null, number[]>([...cellOrder, null].map((cell) => [cell, []]));
  // Most increments are told apart as floats, whose order rounding never turns.
  const increments = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const { cell, potentialIncrement } = rows[i] as Row;
    (byCell.get(cell) as number[]).push(i);
    increments[i] = potentialIncrement === null ? -Infinity : Number(potentialIncrement);
  }
  const inCell = (i: number, j: number): number =>
    (increments[j] as number) - (increments[i] as number) || compareInCell(rows[i] as Row, rows[j] as Row);
  return [...byCell.values()].flatMap((own) => own.sort(inCell).map((i) => rows[i] as Row));
}

const compareInCell = (a: Prioritised, b: Prioritised): number =>
  compareIncrements(a.potentialIncrement, b.potentialIncrement) ||
  compare(b.revenue, a.revenue) ||
  compareCodePoints(a.customerId, b.customerId);

/** The larger first, unknown ones last. */
export function compareIncrements(a: Money | null, b: Money | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}

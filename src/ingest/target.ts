import type { Money } from "../base/money.ts";
import type { BulkPlan } from "./plan.ts";

/** A value of a canonical row: text and dates as text, money in units, scores as numbers. */
export type RowValue = string | Money | number | null;

/** Rows that the careful reader read, on their way into a table. */
export interface RowSink {
  /** The row's values in the order of the table's columns, then its raw text where the table looks for duplicates. */
  add(values: readonly RowValue[]): void;
  close(): Promise<void>;
}

/** A bulk load under way: the engine's own threads work while the caller proves the file regular. */
export interface PendingLoad {
  /** Rows read, or `null` where the file does not fit the plan. */
  readonly rows: Promise<number | null>;
  /** Keeps the rows. */
  commit(): Promise<void>;
  /** Forgets them. */
  rollback(): Promise<void>;
}

/** Where a role's rows go: the same table, whichever reader reads them. */
export interface LoadTarget {
  loadBulk(plan: BulkPlan): PendingLoad;
  append(): Promise<RowSink>;
}

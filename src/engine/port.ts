import type { Money } from "../base/money.ts";
import type { BulkPlan } from "../ingest/plan.ts";
import type { PendingLoad, RowSink } from "../ingest/target.ts";
import type { TableName } from "./tables.ts";

/**
 * What a result's column holds; the shape of every query's result is declared where the query is called. Of columns with a
 * million rows `key` and `day` are many times faster than `text` and `date`; neither has room for a null.
 */
export type ResultType = "text" | "date" | "money" | "count" | "key" | "day";

/** Texts that come back row after row: each once, and of every row the place of its text among them. */
export interface Keys {
  readonly texts: readonly string[];
  readonly places: Int32Array;
}

interface ColumnOf {
  readonly text: readonly (string | null)[];
  readonly date: readonly (string | null)[];
  readonly money: readonly (Money | null)[];
  readonly count: readonly (number | null)[];
  readonly key: Keys;
  /** Days since 1970-01-01 (`dayNumber`). */
  readonly day: Int32Array;
}

/** A query's result by column; null where SQL says so. */
export type ResultColumns<S extends Record<string, ResultType>> = { readonly [K in keyof S]: ColumnOf[S[K]] };

/** The currency of a range of rows, both ends among them, where they name none themselves. */
export interface CurrencyLoan {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly currency: string;
}

/**
 * Where lines are added up: holds the rows of all exports in typed tables and runs the SQL files over them. Everything an
 * engine says is exact; thresholds and judgements are not its business.
 */
export interface Engine {
  /** Declares a role's table before its first file: the columns that this run loads, and whether rows get a hash. */
  createTable(table: TableName, columns: readonly string[], withHash: boolean): Promise<void>;
  /**
   * Loads a regular file at full speed and returns the number of rows. The plan is explicit; a row that does not fit it
   * fails the whole load and leaves the table as it was, reported as `null`. So does a file that names several currencies and
   * has rows without one: which rows are bad the careful reader says.
   */
  loadBulk(table: TableName, plan: BulkPlan): PendingLoad;
  /**
   * From now on every amount of the table is in one currency: its own times the rate, rounded half away from zero to a unit of
   * money, line by line. `rates` are decimals with at most six places, by currency as it is spelled, in capitals. Rows
   * without a currency have the one lent to them.
   */
  convert(table: TableName, rates: ReadonlyMap<string, string>, loans?: readonly CurrencyLoan[]): Promise<void>;
  /** Opens a table for the careful reader's rows. */
  append(table: TableName): Promise<RowSink>;
  /** Runs `sql/NAME.sql` with named parameters and decodes its columns by the declared shape. */
  query<S extends Record<string, ResultType>>(
    name: string,
    shape: S,
    parameters?: Readonly<Record<string, string | number>>,
  ): Promise<ResultColumns<S>>;
  close(): Promise<void>;
}

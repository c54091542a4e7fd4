import type { Money } from "../base/money.ts";

/**
 * What a column's values are, and so how each format writes them. Values: text and dates as `string`, money as `Money`
 * (bigint), everything else as `number`.
 *
 * - `text`: neutralised against spreadsheet formulas; `date`: ISO
 * - `money`: 2 decimals, in json exact to the last · `count`: whole number
 * - `ratio`: 4 decimals (0.3000 is 30 %) · `points`: 2 decimals (NPS)
 */
export type ColumnKind = "text" | "date" | "money" | "count" | "ratio" | "points";

/** How good a value is, for the terminal's colours: green, cyan, yellow, red. */
export type Tone = "good" | "fair" | "weak" | "bad";

export interface Column {
  /** Stable snake_case name, the header of every format. A passed-through column keeps the name in the user's file. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether the terminal's table shows it unless `--columns` says otherwise. */
  readonly onTerminal: boolean;
  /** Values (classes, cells) that stand out on a terminal with colour. */
  readonly tones?: ReadonlyMap<string, Tone>;
}

/** `null`: not known, written empty (json: null). A number that is not finite is not known either. */
export type Cell = string | number | Money | null;

export type Row = readonly Cell[];

/** A summary line above a terminal table: a term and its value. */
export interface SummaryLine {
  readonly term: string;
  readonly value: string;
}

/** One command's result, before any format: what was computed, not how it looks. */
export interface Report {
  readonly columns: readonly Column[];
  /** One array a row, in the order of `columns`. */
  readonly rows: readonly Row[];
  /** Above the table on a terminal. */
  readonly summaryLines: readonly SummaryLine[];
  /** A second small table above the rows on a terminal (classes), already worded, its header first; empty for none. */
  readonly summaryTable: readonly (readonly string[])[];
  /**
   * The members of the json document before `rows`, in order: command, as_of, window, currency, options, inputs, facts,
   * notices, summary. Plain JSON values.
   */
  readonly head: Readonly<Record<string, JsonValue>>;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

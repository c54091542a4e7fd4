import type { Money } from "../base/money.ts";

/**
 * What a column's values are, and so how each format writes them. Values: text and dates as `string`, money as `Money`
 * (bigint), everything else as `number`.
 *
 * - `text`: neutralised against spreadsheet formulas; `date`: ISO
 * - `money`: 2 decimals, in json exact to the last · `count`: whole number
 * - `ratio`: 4 decimals (0.3000 is 30 %) · `number`: 4 decimals, no share of anything (an index) · `points`: 2 decimals (NPS)
 */
export type ColumnKind = "text" | "date" | "money" | "count" | "ratio" | "number" | "points";

/** How good a value is, for the terminal's colours: green, cyan, yellow, red. */
export type Tone = "good" | "fair" | "weak" | "bad";

export interface Column {
  /** Stable snake_case name, the header of every format. A passed-through column keeps the name in the user's file. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether the terminal's table shows it unless `--columns` says otherwise. */
  readonly onTerminal: boolean;
  /** What people read above the column where the language has a word for it; without it the name. */
  readonly heading?: string;
  /** A column of the user's own file, which is as it is in every language. */
  readonly isOwn?: boolean;
  /** Values (classes, cells) that stand out on a terminal with colour. */
  readonly tones?: ReadonlyMap<string, Tone>;
  /** Texts that have another order than that of their letters (moments): what each is sorted by where people sort. */
  readonly order?: ReadonlyMap<string, string>;
}

/** `null`: not known, written empty (json: null). A number that is not finite is not known either. */
export type Cell = string | number | Money | null;

export type Row = readonly Cell[];

/** A summary line above a terminal table: a term and its value. */
export interface SummaryLine {
  readonly term: string;
  readonly value: string;
}

/** A run of characters of a picture; the tone is for the terminal's colours. */
export interface Segment {
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly strong?: boolean | undefined;
}

/**
 * How the rows are printed to work with pen in hand: a heading for each value of a column, below it a block a row, with boxes to
 * tick. Where one of its columns is not in the result, `md` is a table as always.
 */
export interface Sheet {
  /** The column of the headings, in order of their first row. */
  readonly heading: string;
  /** A sentence below a heading, by the column's value. */
  readonly notes: ReadonlyMap<string, string>;
  /** Columns of a block's own heading. */
  readonly title: readonly string[];
  /** The lines of a block; one whose value is not known is left out. */
  readonly lines: readonly SheetLine[];
  /** Lines to fill in at the end of each block. */
  readonly blanks: readonly string[];
}

export interface SheetLine {
  readonly label: string;
  readonly column: string;
  /** Something to do: with a box to tick. */
  readonly isTask: boolean;
}

/**
 * One command's result, before any format: what was computed, not how it looks. A member that takes time and that many formats
 * do not write may be a getter.
 */
export interface Report {
  readonly columns: readonly Column[];
  /** One array a row, in the order of `columns`. */
  readonly rows: readonly Row[];
  /** Above the table on a terminal. */
  readonly summaryLines: readonly SummaryLine[];
  /** A second small table above the rows on a terminal (classes), already worded, its header first; empty for none. */
  readonly summaryTable: readonly (readonly string[])[];
  /** Lines drawn between the summary and the rows on a terminal, already laid out; left out where they are wider than it. */
  readonly picture?: readonly (readonly Segment[])[];
  /**
   * How a terminal shows the rows. `table`, as without it: a line a row, cut to fit. `entries`: for rows of sentences, a few lines
   * a row and nothing cut: the first column and the second on one line, the others below it; rows that share the value of
   * the column named here stand together below it as a heading.
   */
  readonly rowsAs?: "table" | { readonly entries: string };
  /** Rows in the order of time: a terminal without room for all shows the last ones, not the first. */
  readonly keepsLast?: boolean;
  /** How `md` writes the rows; without it a table. */
  readonly sheet?: Sheet;
  /**
   * The members of the json document before `rows`, in order: command, as_of, window, currency, options, inputs, facts,
   * notices, summary. Plain JSON values.
   */
  readonly head: Readonly<Record<string, JsonValue>>;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

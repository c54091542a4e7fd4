import type { DateFormat } from "./dates.ts";
import type { NumberFormat } from "./numbers.ts";

/** A cell that holds a number, and how to read it. */
export interface NumberCell {
  readonly index: number;
  /** Canonical name, for messages. */
  readonly column: string;
  readonly format: NumberFormat;
  /** Whether the evidence knows whole numbers only: then a separator that turns up later is not ours to interpret. */
  readonly wholeOnly: boolean;
}

/**
 * How one column of a table is read from a record: declared once, interpreted by both readers (`canonical.ts` value by value,
 * `engine/bulk-sql.ts` as an SQL expression). `index` counts the record's fields from 0.
 */
export type ColumnRule =
  | { readonly kind: "id"; readonly index: number }
  | { readonly kind: "text"; readonly index: number }
  | { readonly kind: "date"; readonly index: number; readonly column: string; readonly format: DateFormat }
  | { readonly kind: "money"; readonly cell: NumberCell; readonly optional: boolean }
  | {
      readonly kind: "product";
      readonly quantity: NumberCell;
      readonly unitPrice: NumberCell;
      readonly discount: DiscountCell | null;
    }
  /**
   * The row's currency: its cell, where there is one and it is not blank, else the marks in its amounts. To the bulk reader,
   * which takes no marks, the cell alone.
   */
  | { readonly kind: "currency"; readonly index: number | null; readonly amounts: readonly NumberCell[] }
  /** Cost as amount less profit; blank where the profit is. */
  | { readonly kind: "less"; readonly amount: ColumnRule; readonly profit: NumberCell }
  /** One of a list of words, compared without case, blanks and punctuation; the default where the cell is blank. */
  | {
      readonly kind: "word";
      readonly index: number;
      readonly column: string;
      readonly words: readonly string[];
      /** Other spellings, in small letters, and the word that each stands for. */
      readonly also: Readonly<Record<string, string>>;
      readonly blank: string;
    }
  | { readonly kind: "constant"; readonly value: string }
  /** 0 to 10, blank where an invitation was not answered. */
  | { readonly kind: "score"; readonly index: number };

export interface DiscountCell extends NumberCell {
  /** Whether the column is in percent: a value above 1, or a percent sign, was seen. */
  readonly percent: boolean;
}

/** What the texts of a file are spared, because none of them has it: each saves time on every cell. */
export interface TextTraits {
  /** Anything but ASCII: ids are composed (NFC). */
  readonly unicode: boolean;
  /** White space other than the space character: tabs, no-break spaces … are trimmed too. */
  readonly otherBlanks: boolean;
  /** Numbers or dates with white space around them. */
  readonly padded: boolean;
  /** Underscores, unfinished numbers (`12.`, `- `): to an engine's own number reader they are numbers, to us not. */
  readonly trickyMarks: boolean;
}

/** The spellings of dates that an engine's own reader takes as ours does, as strptime patterns. */
export type DateSpelling = "%Y-%m-%d" | "%d.%m.%Y";

/** Everything that the bulk reader needs to read a file without guessing. */
export interface BulkPlan {
  readonly path: string;
  readonly delimiter: string;
  readonly lineEnd: "\n" | "\r\n";
  /** Lines above the data. */
  readonly skipLines: number;
  readonly fieldCount: number;
  readonly texts: TextTraits;
  /** The one spelling of the date column, `null` where there are several. */
  readonly dateSpelling: DateSpelling | null;
  /** A rule for each column of the table, by its name. */
  readonly rules: Readonly<Record<string, ColumnRule>>;
}

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
  /** Cost as amount less profit; blank where the profit is. */
  | { readonly kind: "less"; readonly amount: ColumnRule; readonly profit: NumberCell }
  /** One of a list of words, compared without case, blanks and punctuation; the default where the cell is blank. */
  | {
      readonly kind: "word";
      readonly index: number;
      readonly column: string;
      readonly words: readonly string[];
      readonly blank: string;
    }
  | { readonly kind: "constant"; readonly value: string }
  /** 0 to 10, blank where an invitation was not answered. */
  | { readonly kind: "score"; readonly index: number };

export interface DiscountCell extends NumberCell {
  /** Whether the column is in percent: a value above 1, or a percent sign, was seen. */
  readonly percent: boolean;
}

/** Everything that the bulk reader needs to read a file without guessing. */
export interface BulkPlan {
  readonly path: string;
  readonly delimiter: string;
  readonly lineEnd: "\n" | "\r\n";
  /** Lines above the data. */
  readonly skipLines: number;
  readonly fieldCount: number;
  /** Whether texts may hold anything but ASCII, and so need composing (NFC) and Unicode's blanks trimmed. */
  readonly hasUnicode: boolean;
  /** A rule for each column of the table, by its name. */
  readonly rules: Readonly<Record<string, ColumnRule>>;
}

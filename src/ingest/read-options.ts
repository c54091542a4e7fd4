import type { DateFormat } from "./dates.ts";
import type { Encoding } from "./encoding.ts";
import type { NumberFormat } from "./numbers.ts";

/** A user's word on which header, or which position, is a canonical column. */
export interface ColumnChoice {
  readonly role: string;
  readonly column: string;
  /** A header's text, or `#3` for the third column. */
  readonly target: string;
}

/** What the user says of all exports of a run, so that it need not be found. */
export interface ReadOptions {
  readonly decimal?: "." | "," | undefined;
  readonly dateFormat?: DateFormat | undefined;
  /** One character, `tab` or `whitespace`. */
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly noHeader: boolean;
  readonly maps: readonly ColumnChoice[];
  readonly onBadRow: "error" | "skip" | "quarantine";
}

/** The notation of each typed column, by canonical name, with the evidence in words. */
export interface ColumnFormats {
  readonly numbers: Map<
    string,
    { readonly format: NumberFormat; readonly wholeOnly: boolean; readonly percent: boolean }
  >;
  readonly dates: Map<string, { readonly format: DateFormat; readonly certain: boolean }>;
  readonly evidence: Map<string, string>;
  /** The currency marks in the number columns: ISO codes, or `$`, `kr`, `¥`. */
  readonly marks: Set<string>;
}

/** The user's choices for one role, by canonical column. */
export const chosenColumns = (role: string, maps: readonly ColumnChoice[]): ReadonlyMap<string, string> =>
  new Map(maps.filter((choice) => choice.role === role).map(({ column, target }) => [column, target]));

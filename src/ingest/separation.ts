import type { Options } from "csv-parse";

/** How a file's bytes fall into fields. */
export interface Separation {
  /** One character, `, ` (comma and blank), or `whitespace` for runs of blanks and tabs. */
  readonly delimiter: string;
  /** The quote character, `null` where quotes mean nothing. */
  readonly quote: '"' | "'" | null;
  /** What makes a quote inside a quoted field a character: the quote again, or a backslash. */
  readonly escape: '"' | "'" | "\\";
}

/** What csv-parse is told, by every reader of ours: stray quotes are text, records may differ in length. */
export const parserOptions = (separation: Separation): Options => ({
  delimiter: separation.delimiter,
  quote: separation.quote,
  escape: separation.escape,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
});

/** The words of a line; a blank line has one empty field. */
export const blankSeparated = (line: string): string[] => (line.trim() === "" ? [""] : line.trim().split(/\s+/));

import type { Report } from "./report.ts";
import { englishOutput, type OutputWords } from "./words.ts";

/** What the user chose about the look; each format reads what concerns it. */
export interface FormatOptions {
  /** csv, tsv, xlsx: `'` before text that a spreadsheet would run. */
  readonly escapeFormulas: boolean;
  /** csv, tsv: what Excel expects where the comma is the decimal mark. */
  readonly excelEu: boolean;
  /** table: colours and bold. */
  readonly colour: boolean;
  /** table: the terminal's width in characters; `undefined` has room for everything. */
  readonly width: number | undefined;
  /** table: the most rows to show, `Infinity` for all. */
  readonly maxRows: number;
  /** table, html, md: what is said beside the report, and how figures are written. */
  readonly words: OutputWords;
}

export const defaultFormatOptions: FormatOptions = {
  escapeFormulas: true,
  excelEu: false,
  colour: false,
  width: undefined,
  maxRows: 40,
  words: englishOutput,
};

/** The whole document, rendered before the first byte is written; bytes for the formats that are not text. */
export type FormatWriter = (
  report: Report,
  options: FormatOptions,
) => string | Uint8Array | Promise<string | Uint8Array>;

export interface Format {
  /** The word after `--format`. */
  readonly name: string;
  /** File endings that mean this format, with the dot, in lower case. */
  readonly endings: readonly string[];
  /** Whether it is bytes, which no terminal can show. */
  readonly binary: boolean;
  /** Whether it writes the report's head, which costs something to know. */
  readonly writesHead: boolean;
  /**
   * Loads the writer: a run pays for the libraries of one format only. `null` where the writer needs an engine, of which output
   * knows nothing: who asks for output brings it along.
   */
  readonly load: (() => Promise<FormatWriter>) | null;
}

import type { ReadOptions } from "./read-options.ts";

/** A file to read: what the user calls it, and where it lies. */
export interface Source {
  /** As given, for messages. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** What the user says of numbers and dates in all exports of a run: a table's own are written the same way. */
export type TableNotation = Pick<ReadOptions, "decimal" | "dateFormat">;

/** What reading an export may need of the run: room for files, and what only an engine can read. */
export interface Workspace {
  /** A path for a temporary file that the run removes at its end. */
  temporary(name: string): string;
  /**
   * Writes a Parquet file as delimited text, as `tableLine` writes lines. Answers `false` where the file is damaged or cut off.
   */
  parquetToText(source: string, target: string, notation: TableNotation): Promise<boolean>;
}

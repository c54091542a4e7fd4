import { stringify } from "csv-stringify/sync";
import { sentence } from "../ingest/bad-rows.ts";
import type { FileReading } from "../ingest/read-file.ts";
import { checkDestination, writeWhole } from "../output/whole-file.ts";

/** Where bad rows are put aside, and what must not happen there. */
export interface Quarantine {
  readonly file: string;
  readonly cwd: string;
  readonly force: boolean;
  readonly inputs: readonly string[];
}

/** The same, once it is known that the file can be written. Errors: those of `checkDestination`. */
export function checkQuarantine(quarantine: Quarantine): Quarantine {
  checkDestination(quarantine);
  return quarantine;
}

/**
 * Writes the bad rows of all files as csv: file, line, reason, and the record's own text, so that they can be mended and read
 * again. The file is written whole, with its header alone where no row is bad; an existing one needs `--force`.
 */
export function writeQuarantine(
  readings: readonly Pick<FileReading, "text" | "badRows">[],
  { file, cwd, force, inputs }: Quarantine,
): void {
  const rows = readings.flatMap(({ text, badRows }) =>
    badRows.map((row) => [text.name, String(row.line), sentence(row), row.raw]),
  );
  const content = stringify([["file", "line", "reason", "text"], ...rows]);
  writeWhole({ file, cwd, force, inputs }, content, `${process.pid}-quarantine`);
}

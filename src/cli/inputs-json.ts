import { sha256, sheetChoice, type TextSource } from "../ingest/source.ts";
import { readingsOf } from "./load.ts";
import type { Portfolio } from "./open-portfolio.ts";

/** The files of a run as the json document lists them: what they are and how they were read. */
export function inputsJson({ loaded }: Pick<Portfolio, "loaded">) {
  return readingsOf(loaded).map((reading) => ({
    role: reading.role,
    file: reading.text.name,
    sha256: sha256(reading.text.originalPath),
    rows: reading.rows,
    bad_rows: reading.badRowCount,
    reader: reading.reader,
    encoding: reading.text.encoding,
    compression: reading.text.compression,
    ...sheetOf(reading.text),
    delimiter: reading.dialect.delimiter,
    header_line: reading.dialect.headerLine,
    columns: Object.fromEntries(
      [...reading.mapping].map(([column, index]) => [column, reading.headers[index] ?? null]),
    ),
    formats: Object.fromEntries(reading.formats.evidence),
  }));
}

function sheetOf(text: TextSource) {
  const choice = sheetChoice(text);
  return choice === null ? {} : { sheet: choice.sheet };
}

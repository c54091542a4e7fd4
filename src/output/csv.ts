import { CsvBytes } from "./csv-bytes.ts";
import { neutraliseFormula } from "./escape.ts";
import type { FormatOptions } from "./format.ts";
import { type NumberKind, plainWriter, unitsOfKind } from "./numbers.ts";
import type { Cell, ColumnKind, Report } from "./report.ts";

/**
 * Comma-separated values: a header, LF, UTF-8, a text field quoted if it holds a comma, semicolon, tab, quote or line end
 * (RFC 4180, and whatever delimiter a spreadsheet guesses). With `excelEu`: semicolon, decimal comma, byte order mark, CRLF.
 */
export const writeCsv = (report: Report, options: FormatOptions): Uint8Array =>
  write(report, options, options.excelEu ? ";" : ",");

/** Tab-separated values, quoted like csv. */
export const writeTsv = (report: Report, options: FormatOptions): Uint8Array => write(report, options, "\t");

/** Rather too many: room that nothing is written to costs nothing. */
const bytesPerCell = 24;
/** A buffer can grow when it must, but none can be longer than some gigabytes. */
const mostAtFirst = 2 ** 30;

/** What the cells and lines of one file have in common, as codes of characters. */
interface Marks {
  readonly delimiter: number;
  readonly decimal: number;
  readonly hasCarriageReturns: boolean;
}

function write({ columns, rows }: Report, { escapeFormulas, excelEu }: FormatOptions, delimiter: string): Uint8Array {
  const out = new CsvBytes(Math.min((rows.length + 1) * columns.length * bytesPerCell, mostAtFirst));
  const marks: Marks = {
    delimiter: delimiter.charCodeAt(0),
    decimal: excelEu ? comma : point,
    hasCarriageReturns: excelEu,
  };
  const text = escapeFormulas ? neutralText : plainText;
  if (excelEu) out.plain("\ufeff");
  writeLine(
    columns.map(() => text),
    columns.map(({ name }) => name),
    out,
    marks,
  );
  const writers = columns.map(({ kind }) => (kind === "text" ? text : fieldWriters[kind]));
  for (const row of rows) writeLine(writers, row, out, marks);
  return out.whole();
}

const [comma, point, carriageReturn, lineFeed] = [44, 46, 13, 10];

/** A line of cells, each by the writer in its place; not known is empty. */
function writeLine(writers: readonly FieldWriter[], cells: readonly Cell[], out: CsvBytes, marks: Marks): void {
  const start = out.length;
  for (let i = 0; i < writers.length; i++) {
    if (i > 0) out.character(marks.delimiter);
    const cell = cells[i] ?? null;
    if (cell !== null) (writers[i] as FieldWriter)(cell, out, marks);
  }
  // A line with nothing on it is a blank line to most readers, not an empty value.
  if (writers.length === 1 && out.length === start) out.plain('""');
  if (marks.hasCarriageReturns) out.character(carriageReturn);
  out.character(lineFeed);
}

/** Writes a known cell. One for each kind and none for each column: made anew for each file, they would be compiled anew. */
type FieldWriter = (cell: Exclude<Cell, null>, out: CsvBytes, marks: Marks) => void;

const plainText: FieldWriter = (cell, out) => out.field(String(cell));
const neutralText: FieldWriter = (cell, out) => out.field(neutraliseFormula(String(cell)));

/** Numbers are never quoted or neutralised: nothing in them can be mistaken, and a quoted number reads as text in places. */
function numberWriter(kind: NumberKind): FieldWriter {
  const { places, unitsOf } = unitsOfKind[kind];
  const plain = plainWriter(kind, String);
  return (cell, out, { decimal }) => {
    const units = unitsOf(cell);
    if (Math.abs(units) < CsvBytes.limit) out.decimal(units, places, decimal);
    else out.plain(plain(cell).replace(".", String.fromCharCode(decimal)));
  };
}

const fieldWriters: Readonly<Record<Exclude<ColumnKind, "text">, FieldWriter>> = {
  date: (cell, out) => out.plain(String(cell)),
  money: numberWriter("money"),
  count: numberWriter("count"),
  ratio: numberWriter("ratio"),
  number: numberWriter("number"),
  points: numberWriter("points"),
};

import { stringify } from "csv-stringify/sync";
import { neutraliseFormula } from "./escape.ts";
import type { FormatOptions } from "./format.ts";
import { type CellWriter, plainWriter } from "./numbers.ts";
import type { Cell, ColumnKind, Report } from "./report.ts";

/**
 * Comma-separated values: a header, LF, UTF-8, a text field quoted if it holds a comma, semicolon, tab, quote or line end
 * (RFC 4180, and whatever delimiter a spreadsheet guesses). With `excelEu`: semicolon, decimal comma, byte order mark, CRLF.
 */
export const writeCsv = (report: Report, options: FormatOptions): string =>
  write(report, options, options.excelEu ? ";" : ",");

/** Tab-separated values, quoted like csv. */
export const writeTsv = (report: Report, options: FormatOptions): string => write(report, options, "\t");

/**
 * Column by column, so that what a cell is is asked once a column, and only text is looked at for quoting and formulas. A
 * field that holds no quote itself is merely enclosed; csv-stringify writes the others, a column's at once: called field by
 * field it takes most of the time.
 */
function write({ columns, rows }: Report, { escapeFormulas, excelEu }: FormatOptions, delimiter: string): string {
  const lineEnd = excelEu ? "\r\n" : "\n";
  const neutral = escapeFormulas ? neutraliseFormula : (value: string) => value;
  const cells = columns.map(({ kind }, i) => {
    if (kind === "text") return quoteFields(rows.map((row) => plainText(row[i] ?? null, neutral)));
    const number = numberWriter(kind, excelEu);
    return rows.map((row) => number(row[i] ?? null));
  });

  // A line with nothing on it is a blank line to most readers, not an empty value.
  const line = (fields: readonly string[]): string =>
    (fields.length === 1 && fields[0] === "" ? '""' : fields.join(delimiter)) + lineEnd;
  const lines = [(excelEu ? "\ufeff" : "") + line(quoteFields(columns.map(({ name }) => neutral(name))))];
  for (let r = 0; r < rows.length; r++) lines.push(line(cells.map((column) => column[r] as string)));
  return lines.join("");
}

const plainText = (cell: Cell, neutral: (value: string) => string): string =>
  cell === null ? "" : neutral(String(cell));

/** Numbers are never quoted or neutralised: nothing in them can be mistaken, and a quoted number reads as text in places. */
function numberWriter(kind: ColumnKind, decimalComma: boolean): CellWriter {
  const plain = plainWriter(kind, String);
  return decimalComma && kind !== "date" ? (cell) => plain(cell).replace(".", ",") : plain;
}

const special = /[,;\t"\r\n]/;

/** The fields with quotes where they need them. */
function quoteFields(fields: readonly string[]): string[] {
  const withQuotes: number[] = [];
  const quoted = fields.map((field, i) => {
    if (!special.test(field)) return field;
    if (!field.includes('"')) return `"${field}"`;
    withQuotes.push(i);
    return field;
  });
  const texts = stringifyEach(withQuotes.map((i) => fields[i] as string));
  for (const [at, i] of withQuotes.entries()) quoted[i] = texts[at] as string;
  return quoted;
}

const separator = "\u001e";

/** Each value as a field of its own, in one call for all of them; one by one where the separator occurs in a value. */
function stringifyEach(values: readonly string[]): string[] {
  const stringified = (some: readonly string[]) =>
    stringify(
      some.map((value) => [value]),
      { quoted_match: special, record_delimiter: separator, eof: false },
    );
  return values.some((value) => value.includes(separator))
    ? values.map((value) => stringified([value]))
    : stringified(values).split(separator);
}

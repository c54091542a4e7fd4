import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import type { Feature } from "write-excel-file/node";
import { UserError } from "../../base/errors.ts";
import type { FormatOptions } from "../format.ts";
import type { Column, Row } from "../report.ts";
import { cellWriter, headerCell, type SheetCell } from "./cells.ts";
import { columnWidth } from "./widths.ts";
import { fixTimes } from "./zip-times.ts";

/** One sheet: a header and a row a row. */
export interface Sheet {
  /** Shortened and cleaned where the format does not take it. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const mostRows = 1_048_576;
const mostColumns = 16_384;

/**
 * An Excel workbook of these sheets: numbers and dates as such, the header frozen and with filters, columns as wide as what
 * they hold, tones as fills. The same sheets give the same bytes. Errors (exit 2): more rows or columns than a sheet can hold.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  { escapeFormulas }: Pick<FormatOptions, "escapeFormulas">,
): Promise<Uint8Array> {
  for (const sheet of sheets) refuseTooLarge(sheet);
  const { default: writeFile } = await import("write-excel-file/node");
  const names = sheetNames(sheets.map(({ name }) => name));
  const workbook = writeFile(
    sheets.map((sheet, i) => ({
      // The library wants lists that it may write to, and writes to none.
      data: sheetData(sheet, escapeFormulas) as never[][],
      sheet: names[i] as string,
      columns: sheet.columns.map((column, index) => ({ width: columnWidth(column, sheet.rows, index) })),
      stickyRowsCount: 1,
    })),
    { features: [filters(sheets)] },
  );
  return fixTimes(await workbook.toBuffer());
}

function sheetData({ columns, rows }: Sheet, escapeFormulas: boolean): SheetCell[][] {
  const writers = columns.map((column) => cellWriter(column, escapeFormulas));
  const header = columns.map(({ name }) => headerCell(name, escapeFormulas));
  return [header, ...rows.map((row) => writers.map((write, i) => write(row[i] ?? null)))];
}

/** Filters over the whole of each sheet, which the library does not offer: one element, at its place behind the rows. */
const filters = (sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) => {
          const { columns, rows } = sheets[sheetIndex] as Sheet;
          if (columns.length === 0) return xml;
          const range = `A1:${columnLetters(columns.length)}${rows.length + 1}`;
          return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
        },
      },
    },
  },
});

/** 1 is A, 27 is AA. */
function columnLetters(number: number): string {
  const [rest, last] = [Math.floor((number - 1) / 26), (number - 1) % 26];
  return (rest === 0 ? "" : columnLetters(rest)) + String.fromCharCode(65 + last);
}

const longestName = 31;

/** Names that a workbook takes: at most 31 characters, none of `\ / ? * [ ] :`, no quote at an end, no two alike. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[\\/?*[\]:\p{C}]/gu, " ").replace(/^['\s]+|['\s]+$/g, "") || "Sheet";
    for (let count = 1; ; count++) {
      const end = count === 1 ? "" : ` ${count}`;
      const chosen = cut(plain, longestName - end.length) + end;
      if (taken.has(chosen.toLowerCase())) continue;
      taken.add(chosen.toLowerCase());
      return chosen;
    }
  });
}

/** Not in the middle of a surrogate pair, and with no quote at the end. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff'\s]+$/, "");

function refuseTooLarge({ columns, rows }: Sheet): void {
  if (rows.length < mostRows && columns.length <= mostColumns) return;
  const what = columns.length > mostColumns ? `${columns.length} columns` : `${rows.length} rows`;
  throw new UserError(`${what} are more than an Excel sheet holds`, {
    hint: columns.length > mostColumns ? "--columns a,b" : "--format parquet or csv, or --limit 1000000",
    exit: 2,
  });
}

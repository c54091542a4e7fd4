import { UserError } from "../../base/errors.ts";
import type { FormatOptions } from "../format.ts";
import type { Column, Row } from "../report.ts";
import { type Look, type LookNumbers, looks } from "./cells.ts";
import { columnLetters, sheetRows } from "./rows.ts";
import { SharedTexts } from "./texts.ts";
import { columnWidth } from "./widths.ts";
import { unzip, type ZipFile, zip } from "./zip.ts";

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
 *
 * The library makes the workbook with its looks and each sheet with one row, in which every look stands once; we put our rows
 * in the place of that one and pack everything again. Given the rows, it takes eight times as long.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  { escapeFormulas }: Pick<FormatOptions, "escapeFormulas">,
): Promise<Uint8Array> {
  for (const sheet of sheets) refuseTooLarge(sheet);
  const texts = new SharedTexts(escapeFormulas);
  const files = [...(await outline(sheets))].map(([name, xml]): ZipFile => {
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
    return { name, content: sheet === undefined ? [xml] : sheetElements(xml, sheet, texts) };
  });
  // The list of texts is whole when the last sheet is written.
  const others = files.filter(({ name }) => name !== textsName);
  const workbook = await zip([...others, { name: textsName, content: textElements(texts) }]);
  if (workbook === null) throw tooLarge("the rows are more than an Excel workbook holds", largerFormats);
  return workbook;
}

const lookNames = Object.keys(looks) as Look[];

/** The files of a workbook with these sheets, in each of them nothing but a row of looks. */
async function outline(sheets: readonly Sheet[]): Promise<ReadonlyMap<string, string>> {
  const { default: writeFile } = await import("write-excel-file/node");
  const names = sheetNames(sheets.map(({ name }) => name));
  const workbook = writeFile(
    sheets.map(({ columns, rows }, i) => ({
      data: [lookNames.map((look) => ({ value: 0, ...looks[look] }))],
      sheet: names[i] as string,
      columns: columns.map((column, index) => ({ width: columnWidth(column, rows, index) })),
      stickyRowsCount: 1,
    })),
  );
  return unzip(await workbook.toBuffer());
}

/** The sheet with its own rows for the row of looks, and with filters over all of them, which the library does not offer. */
function* sheetElements(xml: string, sheet: Sheet, texts: SharedTexts): Iterable<string> {
  const [, before = "", row = "", after = ""] = /^(.*<sheetData>)(<row .*<\/row>)(<\/sheetData>)/s.exec(xml) ?? [];
  const found = [...row.matchAll(/ s="(\d+)"/g)].map(([, number]) => Number(number));
  if (found.length !== lookNames.length) throw new Error("the library writes the looks of cells in another way");
  const numbers = Object.fromEntries(lookNames.map((look, i) => [look, found[i]])) as LookNumbers;
  yield before;
  yield* sheetRows(sheet, texts, numbers);
  yield after;
  const { columns, rows } = sheet;
  if (columns.length > 0) yield `<autoFilter ref="A1:${columnLetters(columns.length)}${rows.length + 1}"/>`;
  yield xml.slice(before.length + row.length + after.length);
}

const textsName = "xl/sharedStrings.xml";

function* textElements(texts: SharedTexts): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  yield '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  yield* texts.elements();
  yield "</sst>";
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
  if (columns.length > mostColumns)
    throw tooLarge(`${columns.length} columns are more than an Excel sheet holds`, "--columns a,b");
  if (rows.length >= mostRows) throw tooLarge(`${rows.length} rows are more than an Excel sheet holds`, largerFormats);
}

const largerFormats = "--format parquet or csv, or --limit 1000000";

const tooLarge = (message: string, hint: string): UserError => new UserError(message, { hint, exit: 2 });

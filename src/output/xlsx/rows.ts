import type { Column, Row } from "../report.ts";
import { type CellEnd, cellWriter, headerCell, type LookNumbers } from "./cells.ts";
import type { SharedTexts } from "./texts.ts";

/** The elements of a sheet's rows, one after the other, the header first. */
export function* sheetRows(
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
  texts: SharedTexts,
  numbers: LookNumbers,
): Iterable<string> {
  const starts = columns.map((_, i) => `<c r="${columnLetters(i + 1)}`);
  const header = columns.map((column) => headerCell(columnHeading(column), texts, numbers));
  yield rowElement(1, starts, header);
  const writers = columns.map((column) => cellWriter(column, texts, numbers));
  let number = 1;
  for (const row of rows) {
    number++;
    const ends = writers.map((write, i) => write(row[i] ?? null));
    yield rowElement(number, starts, ends);
  }
}

/** A word of the reader's language where there is one. */
export const columnHeading = ({ name, heading }: Pick<Column, "name" | "heading">): string => heading ?? name;

function rowElement(number: number, starts: readonly string[], ends: readonly CellEnd[]): string {
  let element = `<row r="${number}">`;
  for (let i = 0; i < starts.length; i++) {
    const [start, end] = [starts[i] as string, ends[i] as CellEnd];
    if (end !== "") element += start + number + end;
  }
  return `${element}</row>`;
}

/** 1 is A, 27 is AA. */
export function columnLetters(number: number): string {
  const [rest, last] = [Math.floor((number - 1) / 26), (number - 1) % 26];
  return (rest === 0 ? "" : columnLetters(rest)) + String.fromCharCode(65 + last);
}

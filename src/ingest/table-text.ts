// A table that is no text (a workbook, a Parquet file) as the text that both readers read: one line a row, so that the line a
// message names is the row of the table.
import { dayNumber } from "../base/calendar.ts";
import type { DateFormat } from "./dates.ts";
import type { Separation } from "./separation.ts";
import type { TableNotation } from "./workspace.ts";

/** How such text is written: nothing about it needs to be found. */
export const tableSeparation: Separation = { delimiter: ",", quote: '"', escape: '"' };

/** A cell of a table: text, number (as it is shown or as percent), truth, day (and time, in UTC), or nothing. */
export type TableCell = string | number | { readonly percent: number } | boolean | Date | null;

/**
 * The row as a line: numbers with 15 significant digits, as a spreadsheet shows them, days as dates. A line end within a cell
 * becomes a space. `mixed` are columns that hold numbers typed as text too: what such a text means must not be settled by a
 * number that has no decimal mark of its own, so there a number is written without one (12.5 as 125E-1). Cost: O(characters).
 */
export function tableLine(cells: readonly TableCell[], notation: TableNotation, mixed: ReadonlySet<number>): string {
  const texts = cells.map((cell, i) => quoted(cellText(cell, notation, mixed.has(i))));
  return `${texts.join(tableSeparation.delimiter)}\n`;
}

/** The columns in which some text could be a number with a mark or groups. */
export function mixedColumns(rows: readonly (readonly TableCell[])[]): ReadonlySet<number> {
  const mixed = new Set<number>();
  for (const row of rows)
    for (let i = 0; i < row.length; i++)
      if (typeof row[i] === "string" && markedNumber.test(row[i] as string)) mixed.add(i);
  return mixed;
}

const markedNumber = /^[^\p{L}]*\d[.,'’\s]\d[^\p{L}]*(?:\p{L}{1,3})?$/u;

function cellText(cell: TableCell, { decimal = ".", dateFormat = "iso" }: TableNotation, isMixed: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replace(/\r\n|[\r\n]/g, " ");
  if (typeof cell === "boolean") return String(cell);
  if (cell instanceof Date) return isOfTheCalendar(cell) ? momentText(cell, dateFormat) : "not a date";
  if (typeof cell === "object") return `${numberText(100 * cell.percent, decimal, isMixed)} %`;
  return numberText(cell, decimal, isMixed);
}

function numberText(number: number, decimal: string, isMixed: boolean): string {
  // A whole number is an id as often as an amount, and keeps its digits.
  const text = String(Number.isSafeInteger(number) ? number : Number(number.toPrecision(15)));
  const [, whole = "", fraction, exponent = "0"] = /^(-?\d+)(?:[.](\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (fraction === undefined) return text;
  if (isMixed) return `${whole}${fraction}E${Number(exponent) - fraction.length}`.replace(/^(-?)0+(?=\d)/, "$1");
  return unmistakable(text).replace(".", decimal);
}

/** A cell may be formatted as a date and hold any number. */
const isOfTheCalendar = (moment: Date): boolean => moment.getUTCFullYear() > 0 && moment.getUTCFullYear() <= 9999;

/** With three decimals a number could be a whole one in thousands; a fourth settles it. */
const unmistakable = (number: string): string => (/^-?\d+[.]\d{3}$/.test(number) ? `${number}0` : number);

/** A moment is its day where its time is midnight. */
function momentText(moment: Date, format: DateFormat): string {
  const iso = moment.toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  return dayText(day, format) + (time === "00:00:00" || format === "serial" ? "" : ` ${time}`);
}

function dayText(day: string, format: DateFormat): string {
  const [year, month, dayOfMonth] = day.split("-");
  switch (format) {
    case "iso":
      return day;
    case "dmy":
      return `${dayOfMonth}.${month}.${year}`;
    case "mdy":
      return `${month}/${dayOfMonth}/${year}`;
    case "yyyymmdd":
      return `${year}${month}${dayOfMonth}`;
    case "serial":
      return String(dayNumber(day) - dayNumber("1899-12-30"));
  }
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

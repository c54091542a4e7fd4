// A table that is no text (a workbook, a Parquet file) as the text that both readers read: one line a row, so that the line a
// message names is the row of the table.
import { dayNumber } from "../base/calendar.ts";
import type { DateFormat } from "./dates.ts";
import type { TableNotation } from "./workspace.ts";

/** How such text is delimited: nothing about it needs to be found. */
export const tableDelimiter = ",";

/** A cell of a table: text, number, truth, day (and time, in UTC), or nothing. */
export type TableCell = string | number | boolean | Date | null;

/**
 * The row as a line: numbers with 15 significant digits, as a spreadsheet shows them, days as dates. A line end within a cell
 * becomes a space. Cost: O(characters).
 */
export function tableLine(cells: readonly TableCell[], notation: TableNotation): string {
  return `${cells.map((cell) => quoted(cellText(cell, notation))).join(tableDelimiter)}\n`;
}

function cellText(cell: TableCell, { decimal = ".", dateFormat = "iso" }: TableNotation): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replace(/\r\n|[\r\n]/g, " ");
  if (typeof cell === "boolean") return String(cell);
  if (cell instanceof Date) return momentText(cell, dateFormat);
  return unmistakable(String(Number(cell.toPrecision(15)))).replace(".", decimal);
}

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

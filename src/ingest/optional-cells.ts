import type { IsoDate } from "../base/calendar.ts";
import { readDate } from "./dates.ts";
import { readNumber } from "./numbers.ts";
import type { OpenedFile } from "./read-file.ts";
import type { ColumnFormats } from "./read-options.ts";

/** A value that is unknown because it could not be read: worth a notice, no reason to refuse the file. */
export interface UnreadCell {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** The cells of a record that may be blank or nonsense: what cannot be read is unknown, and listed. */
export interface OptionalCells {
  text(column: string): string | null;
  /** In 1/10,000; a percent sign says nothing in the columns that allow it. */
  units(column: string): bigint | null;
  /** Where `isFine` says no, the number counts as unread. */
  number(column: string, isFine?: (value: number) => boolean): number | null;
  date(column: string): IsoDate | null;
  /** What `read` makes of a cell that is not blank; `null`: it cannot be read. */
  value<T>(column: string, read: (cell: string) => T | null): T | null;
}

/** Returns, for a record and its line, its optional cells by canonical column. Unread ones go to `unread`. */
export function optionalCells(
  { mapping, headers }: Pick<OpenedFile, "mapping" | "headers">,
  formats: ColumnFormats,
  unread: UnreadCell[],
  percents: readonly string[] = [],
): (fields: readonly string[], line: number) => OptionalCells {
  const unitsOf = (column: string, cell: string): bigint | null => {
    const format = formats.numbers.get(column)?.format;
    if (format === undefined) return null;
    return readNumber(cell, format, { allowPercent: percents.includes(column) })?.units ?? null;
  };
  return (fields, line) => {
    const value = <T>(column: string, read: (cell: string) => T | null): T | null => {
      const index = mapping.get(column);
      const cell = index === undefined ? "" : (fields[index] ?? "").trim();
      if (index === undefined || cell === "") return null;
      const found = read(cell);
      if (found === null) unread.push({ line, column: headers[index] ?? column, value: cell });
      return found;
    };
    return {
      value,
      text: (column) => value(column, (cell) => cell),
      units: (column) => value(column, (cell) => unitsOf(column, cell)),
      number: (column, isFine = () => true) =>
        value(column, (cell) => {
          const units = unitsOf(column, cell);
          const number = units === null ? null : Number(units) / 10_000;
          return number !== null && isFine(number) ? number : null;
        }),
      date: (column) =>
        value(column, (cell) => {
          const format = formats.dates.get(column)?.format;
          return format === undefined ? null : readDate(cell, format);
        }),
    };
  };
}

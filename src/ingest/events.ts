import type { IsoDate } from "../base/calendar.ts";
import { nearest } from "../base/nearest.ts";
import { type CustomerEvent, type EventType, eventTypes } from "../facts/events.ts";
import { badRow } from "./bad-rows.ts";
import { canonicalId, cellReader } from "./canonical.ts";
import { normalizeHeader } from "./mapping.ts";
import { type OptionalCells, optionalCells, type UnreadCell } from "./optional-cells.ts";
import type { TypedColumn } from "./profile.ts";
import {
  badRowKeeper,
  carefulReading,
  eachRecord,
  type FileReading,
  openFile,
  profileWhole,
  structureProblem,
} from "./read-file.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Source, Workspace } from "./workspace.ts";

/** A type of event that we do not know. */
export interface UnknownType {
  readonly type: string;
  readonly count: number;
  /** The known type that was perhaps meant. */
  readonly nearest: string | null;
  /** The lines on which it stands. */
  readonly lines: readonly number[];
}

/** A row of an events file, whatever it says. */
export interface EventRow {
  /** Empty: the row names no customer. */
  readonly customerId: string;
  readonly date: IsoDate;
  /** `null`: a type that we do not know. */
  readonly type: EventType | null;
  readonly line: number;
}

/** An events file read row by row: there are few of them. */
export interface EventsReading {
  readonly file: Omit<FileReading, "lineOf">;
  /** Every row that could be read, in file order. */
  readonly rows: readonly EventRow[];
  /** Those of a customer and a known type. */
  readonly events: readonly CustomerEvent[];
  readonly unknownTypes: readonly UnknownType[];
  /** Values and limits that could not be read. */
  readonly unread: readonly UnreadCell[];
  /** Lines of the rows without an id. */
  readonly withoutId: readonly number[];
}

/**
 * Whether a row is left out for its date. A `qbr` after the as-of date is a plan, and counts (docs/method.md §1).
 */
export const isAfter = ({ date, type }: Pick<EventRow, "date" | "type">, asOf: IsoDate): boolean =>
  date > asOf && type !== "qbr";

const typeOf = new Map<string, EventType>(eventTypes.map((type) => [normalizeHeader(type), type]));

/**
 * Reads an events file. Types that we do not know are counted, values that cannot be read are unknown; a date that cannot be
 * read makes a bad row.
 */
export async function readEvents(source: Source, options: ReadOptions, workspace: Workspace): Promise<EventsReading> {
  const file = await openFile("events", source, options, workspace);
  const at = (column: string) => file.mapping.get(column) as number;
  const numbers = ["value", "limit"].filter((column) => file.mapping.has(column));
  const typed: readonly TypedColumn[] = [
    { column: "date", index: at("date"), kind: "date" },
    ...numbers.map((column): TypedColumn => ({ column, index: at(column), kind: "percent" })),
  ];
  const formats = await profileWhole(file, typed, options);
  const found = formats.dates.get("date");
  const dateOf = cellReader({ kind: "date", index: at("date"), column: "date", format: found?.format ?? "iso" }, null);
  const rows: EventRow[] = [];
  const events: CustomerEvent[] = [];
  const unread: UnreadCell[] = [];
  const cellsOf = optionalCells(file, formats, unread, numbers);
  const unknown = new Map<string, number[]>();
  const bad = badRowKeeper(options);
  let records = 0;

  await eachRecord(
    file,
    (fields, line, raw) => {
      records++;
      const problem = structureProblem(fields, file, line, raw);
      if (problem !== null) return bad.keep(problem);
      const date = dateOf(fields);
      if ("bad" in date)
        return bad.keep(badRow(date.bad, file.headers[at("date")], line, raw || fields.join(file.dialect.delimiter)));
      const word = (fields[at("type")] ?? "").trim();
      const type = typeOf.get(normalizeHeader(word)) ?? null;
      const customerId = canonicalId(fields[at("customer_id")] ?? "");
      const row = { customerId, date: date.value as string, line };
      rows.push({ ...row, type });
      if (type !== null) {
        if (customerId !== "") events.push(eventOf({ ...row, type }, cellsOf(fields, line)));
        return;
      }
      const lines = unknown.get(word);
      if (lines === undefined) unknown.set(word, [line]);
      else lines.push(line);
    },
    options.onBadRow === "quarantine",
  );
  return {
    file: carefulReading(file, formats, { records, rows: records - bad.count }, bad),
    rows,
    events,
    unknownTypes: [...unknown].map(([type, lines]) => ({
      type,
      count: lines.length,
      nearest: nearest(type, eventTypes),
      lines,
    })),
    unread,
    withoutId: rows.flatMap(({ customerId, line }) => (customerId === "" ? [line] : [])),
  };
}

const eventOf = (
  { customerId, date, type }: Pick<CustomerEvent, "customerId" | "date" | "type">,
  cells: OptionalCells,
): CustomerEvent => ({
  customerId,
  date,
  type,
  value: cells.number("value"),
  limit: cells.number("limit"),
  person: cells.text("person"),
  department: cells.text("department"),
  region: cells.text("region"),
  note: cells.text("note"),
});

// From input files to tables: each role's files are read by the reader they need, in the order given.
import { statSync } from "node:fs";
import { UserError } from "../base/errors.ts";
import type { Engine } from "../engine/port.ts";
import type { TableName } from "../engine/tables.ts";
import { badRowsError } from "../ingest/bad-rows.ts";
import { type CardsReading, readCards } from "../ingest/cards.ts";
import { type EventsReading, readEvents } from "../ingest/events.ts";
import { type FileReading, readFile } from "../ingest/read-file.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { TableRole } from "../ingest/rules.ts";
import type { TemporaryPath } from "../ingest/source.ts";
import type { InputFile, OnRefused } from "./inputs.ts";

/** The columns that a command asks of each table; a role that it does not name is still read whole. */
export type TableNeeds = Readonly<Record<TableRole, readonly string[]>>;

/** A file of a table, and where its rows lie in it. */
export interface LoadedFile extends FileReading {
  /** Number of the table's first row of this file. */
  readonly firstRow: number;
}

export interface Loaded {
  readonly files: Readonly<Record<TableRole, readonly LoadedFile[]>>;
  readonly customers: readonly CardsReading[];
  readonly events: readonly EventsReading[];
  /** Whether duplicate rows were looked for. */
  readonly hashed: Readonly<Record<TableRole, boolean>>;
}

export const tableOf: Readonly<Record<TableRole, TableName>> = { sales: "sales", costs: "costs", nps: "answers" };

/** Files larger than this are searched for duplicate rows only where a command asks for it. */
const largestHashed = 64 * 1000 * 1000;

export interface LoadOptions {
  readonly needs: TableNeeds;
  readonly read: ReadOptions;
  /** Look for duplicates in files of any size. */
  readonly alwaysHash: boolean;
  readonly onFile?: (name: string) => void;
  readonly onRefused?: OnRefused | undefined;
}

/** Reads every file into its table. Errors: those of reading; with `onBadRow: error`, the first bad rows of a file. */
export async function loadInputs(
  engine: Engine,
  inputs: readonly InputFile[],
  { needs, read, alwaysHash, onFile, onRefused }: LoadOptions,
  temporary: TemporaryPath,
): Promise<Loaded> {
  const files: Record<TableRole, LoadedFile[]> = { sales: [], costs: [], nps: [] };
  const hashed: Record<TableRole, boolean> = { sales: false, costs: false, nps: false };
  const customers: CardsReading[] = [];
  for (const role of ["sales", "costs", "nps"] as const) {
    const sources = inputs.filter((input) => input.role === role);
    if (sources.length === 0) continue;
    const table = tableOf[role];
    const withHash = alwaysHash || sources.every(({ path }) => sizeOf(path) <= largestHashed);
    hashed[role] = withHash;
    await engine.createTable(table, needs[role], withHash);
    let firstRow = 0;
    for (const source of sources) {
      onFile?.(source.name);
      const target = {
        loadBulk: (plan: Parameters<Engine["loadBulk"]>[1]) => engine.loadBulk(table, plan),
        append: () => engine.append(table),
        columns: needs[role],
        withHash,
      };
      const reading = await unlessRefused(source, onRefused, () => readFile(role, source, read, target, temporary));
      if (reading === null) continue;
      refuseBadRows(reading, read);
      files[role].push({ ...reading, firstRow });
      firstRow += reading.rows;
    }
  }
  for (const source of inputs.filter((input) => input.role === "customers")) {
    onFile?.(source.name);
    const reading = await unlessRefused(source, onRefused, () => readCards(source, read, temporary));
    if (reading === null) continue;
    refuseBadRows(reading.file, read);
    customers.push(reading);
  }
  refuseListedTwice(customers, read);
  const events: EventsReading[] = [];
  for (const source of inputs.filter((input) => input.role === "events")) {
    onFile?.(source.name);
    const reading = await unlessRefused(source, onRefused, () => readEvents(source, read, temporary));
    if (reading === null) continue;
    refuseBadRows(reading.file, read);
    events.push(reading);
  }
  return { files, customers, events, hashed };
}

/** What `read` returns, or `null` where the file is refused and somebody wants to hear of it. */
async function unlessRefused<T>(
  { name }: InputFile,
  onRefused: OnRefused | undefined,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (onRefused === undefined || !(error instanceof UserError)) throw error;
    onRefused(name, error);
    return null;
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function refuseBadRows(
  { text, badRows, badRowCount }: Pick<FileReading, "text" | "badRows" | "badRowCount">,
  read: ReadOptions,
): void {
  if (badRowCount > 0 && read.onBadRow === "error") throw badRowsError(text.name, badRows, badRowCount);
}

/** One customer in two customers files: which attributes hold is not ours to guess. */
function refuseListedTwice(readings: readonly CardsReading[], read: ReadOptions): void {
  const seen = new Map<string, { file: string; line: number }>();
  for (const { cards, lines, file } of readings)
    for (const [i, { customerId }] of cards.entries()) {
      const earlier = seen.get(customerId);
      const line = lines[i] as number;
      if (earlier !== undefined && read.onBadRow === "error")
        throw new UserError(`customer ${customerId} is listed before, in ${earlier.file}:${earlier.line}`, {
          place: { file: file.text.name, line, column: "customer_id", value: customerId },
          hint: "keep one row a customer over all customers files",
        });
      if (earlier === undefined) seen.set(customerId, { file: file.text.name, line });
    }
}

/** Where a table's row stands in the exports. */
export function placeOf(files: readonly LoadedFile[], row: number): string {
  const file = files.findLast(({ firstRow }) => firstRow <= row);
  return file === undefined ? `row ${row + 1}` : `${file.text.name}:${file.lineOf(row - file.firstRow)}`;
}

/** Every file of a run, whatever its role. */
export const readingsOf = ({ files, customers, events }: Loaded): readonly Omit<FileReading, "lineOf">[] => [
  ...Object.values(files).flat(),
  ...customers.map(({ file }) => file),
  ...events.map(({ file }) => file),
];

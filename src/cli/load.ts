// From input files to tables: each role's files are read by the reader they need, in the order given.
import { statSync } from "node:fs";
import { UserError } from "../base/errors.ts";
import type { Engine } from "../engine/port.ts";
import type { TableName } from "../engine/tables.ts";
import type { Card } from "../facts/card.ts";
import { type BadRow, badRowsError } from "../ingest/bad-rows.ts";
import { type CardsReading, readCards } from "../ingest/cards.ts";
import { columnsOf } from "../ingest/columns.ts";
import { type EventsReading, readEvents } from "../ingest/events.ts";
import { type FileReading, type OpenedFile, openFile, readOpened } from "../ingest/read-file.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { TableRole } from "../ingest/rules.ts";
import type { Workspace } from "../ingest/workspace.ts";
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
  workspace: Workspace,
): Promise<Loaded> {
  const files: Record<TableRole, LoadedFile[]> = { sales: [], costs: [], nps: [] };
  const hashed: Record<TableRole, boolean> = { sales: false, costs: false, nps: false };
  const customers: CardsReading[] = [];
  for (const role of ["sales", "costs", "nps"] as const) {
    const sources = inputs.filter((input) => input.role === role);
    if (sources.length === 0) continue;
    const table = tableOf[role];
    // All before the first is read: the table has no room for what none of them names.
    const opened: OpenedFile[] = [];
    for (const source of sources) {
      onFile?.(source.name);
      const file = await unlessRefused(source, onRefused, () => openFile(role, source, read, workspace));
      if (file !== null) opened.push(file);
    }
    const columns = needs[role].filter((column) => !isMissing(role, column, opened));
    const withHash = alwaysHash || sources.every(({ path }) => sizeOf(path) <= largestHashed);
    hashed[role] = withHash;
    await engine.createTable(table, columns, withHash);
    let firstRow = 0;
    for (const file of opened) {
      onFile?.(file.text.name);
      const target = {
        loadBulk: (plan: Parameters<Engine["loadBulk"]>[1]) => engine.loadBulk(table, plan),
        append: () => engine.append(table),
        columns,
        withHash,
      };
      const reading = await unlessRefused(file.text, onRefused, () => readOpened(role, file, read, target, workspace));
      if (reading === null) continue;
      refuseBadRows(reading, read);
      files[role].push({ ...reading, firstRow });
      firstRow += reading.rows;
    }
  }
  for (const source of inputs.filter((input) => input.role === "customers")) {
    onFile?.(source.name);
    const reading = await unlessRefused(source, onRefused, () => readCards(source, read, workspace));
    if (reading === null) continue;
    refuseBadRows(reading.file, read);
    customers.push(reading);
  }
  const events: EventsReading[] = [];
  for (const source of inputs.filter((input) => input.role === "events")) {
    onFile?.(source.name);
    const reading = await unlessRefused(source, onRefused, () => readEvents(source, read, workspace));
    if (reading === null) continue;
    refuseBadRows(reading.file, read);
    events.push(reading);
  }
  return { files, customers: mergeListed(customers, read), events, hashed };
}

/**
 * Whether a column is optional, read as it stands, and in none of the files: the engine's view has nulls for it. Without a
 * currency column the marks beside the amounts say the currency.
 */
const isMissing = (role: TableRole, name: string, files: readonly OpenedFile[]): boolean =>
  name !== "currency" &&
  columnsOf[role].some((column) => column.name === name && !column.required) &&
  files.every(({ mapping }) => !mapping.has(name));

/** Whether a command asks for a column of the sales and a file has it. */
export const isLoaded = ({ files }: Loaded, needs: TableNeeds, column: string): boolean =>
  needs.sales.includes(column) && files.sales.some(({ mapping }) => mapping.has(column));

/** What `read` returns, or `null` where the file is refused and somebody wants to hear of it. */
async function unlessRefused<T>(
  { name }: Pick<InputFile, "name">,
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
  { text, badRows, badRowCount, records }: Pick<FileReading, "text" | "badRows" | "badRowCount" | "records">,
  read: ReadOptions,
): void {
  if (badRowCount > 0 && read.onBadRow === "error") throw badRowsError(text.name, badRows, badRowCount, records);
}

/**
 * A customer in two customers files counts once: told alike it is repeated, told differently it is an error, or a bad row where
 * those are left out. The first file's word stands.
 */
function mergeListed(readings: readonly CardsReading[], read: ReadOptions): CardsReading[] {
  const seen = new Map<string, { readonly place: string; readonly card: Card }>();
  return readings.map((reading) => {
    const { file, cards, lines, records } = reading;
    const kept: number[] = [];
    const repeated = [...reading.repeated];
    const badRows: BadRow[] = [];
    for (const [i, card] of cards.entries()) {
      const earlier = seen.get(card.customerId);
      const line = lines[i] as number;
      if (earlier === undefined) {
        seen.set(card.customerId, { place: `${file.text.name}:${line}`, card });
        kept.push(i);
      } else if (isSameCard(card, earlier.card)) repeated.push(line);
      else {
        const problem = `is listed before, in ${earlier.place}, with other attributes`;
        const column = file.headers[file.mapping.get("customer_id") as number] ?? "customer_id";
        if (read.onBadRow === "error")
          throw new UserError(`customer ${card.customerId} ${problem}`, {
            place: { file: file.text.name, line, column, value: card.customerId },
            hint: "keep one row a customer over all customers files",
          });
        const raw = (records[i] ?? []).join(file.dialect.delimiter);
        badRows.push({ line, column, value: card.customerId, problem, expected: "one row a customer", raw });
      }
    }
    if (kept.length === cards.length) return reading;
    return {
      ...reading,
      file: {
        ...file,
        rows: kept.length,
        badRowCount: file.badRowCount + badRows.length,
        badRows: [...file.badRows, ...badRows],
      },
      cards: kept.map((i) => cards[i] as Card),
      records: kept.map((i) => records[i] as readonly string[]),
      lines: kept.map((i) => lines[i] as number),
      repeated,
    };
  });
}

const isSameCard = (a: Card, b: Card): boolean =>
  (Object.keys(a) as (keyof Card)[]).every((attribute) => a[attribute] === b[attribute]);

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

// From exports that were read to a profile of what they look like, which `quality` judges.
import type { UserError } from "../base/errors.ts";
import { zero } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import {
  type AnswerTotals,
  answerTotals,
  type CostTotals,
  costTotals,
  currencies,
  repeatedRows,
  type SalesTotals,
  salesTotals,
} from "../engine/facts.ts";
import type { Engine } from "../engine/port.ts";
import {
  fileTotals,
  idUses,
  oddRows,
  repeatedOrderLines,
  type SalesDay,
  salesByDay,
  suspectLines,
} from "../engine/quality-facts.ts";
import type { Period } from "../facts/period.ts";
import { type BadRow, looksLikeTotals, sentence } from "../ingest/bad-rows.ts";
import type { CardsReading } from "../ingest/cards.ts";
import { type EventRow, type EventsReading, isAfter } from "../ingest/events.ts";
import type { FileReading } from "../ingest/read-file.ts";
import type { TableRole } from "../ingest/rules.ts";
import { sheetChoice } from "../ingest/source.ts";
import { believedDays } from "../quality/days.ts";
import type { Spot } from "../quality/finding.ts";
import { outlierFactor } from "../quality/lines.ts";
import type { BadLine, ExportsProfile, FileProfile, RefusedFile, TableProfile } from "../quality/profile.ts";
import { type Loaded, type LoadedFile, tableOf } from "./load.ts";
import { findPeriod } from "./period.ts";

export interface ExamineRequest {
  readonly asOf: string | undefined;
  readonly window: number;
  readonly refused: readonly RefusedFile[];
  readonly unused: readonly string[];
}

export interface Examined {
  readonly profile: ExportsProfile;
  readonly totals: {
    readonly sales: SalesTotals | null;
    readonly costs: CostTotals | null;
    readonly answers: AnswerTotals | null;
  };
}

const roles: readonly TableRole[] = ["sales", "costs", "nps"];

/** Everything that the checks want to know of exports. Errors: an as-of date before the first sale. */
export async function examine(engine: Engine, loaded: Loaded, request: ExamineRequest): Promise<Examined> {
  const filled = roles.filter((role) => loaded.files[role].some(({ rows }) => rows > 0));
  const has = (role: TableRole) => filled.includes(role);
  const days = has("sales") ? await salesByDay(engine) : [];
  const totalsOf = new Map<LoadedFile, Awaited<ReturnType<typeof fileTotals>>>();
  for (const role of filled)
    for (const file of loaded.files[role])
      if (file.rows > 0) totalsOf.set(file, await fileTotals(engine, tableOf[role], rangeOf(file)));
  const period = periodOf(
    days,
    [
      ...[...totalsOf.values()].map(({ last }) => last),
      ...loaded.customers.flatMap(({ cards }) => cards.flatMap(({ since, until }) => [since, until])),
      // A review that is planned has not happened.
      ...loaded.events.flatMap(({ rows }) => rows.flatMap(({ date, type }) => (type === "qbr" ? [] : [date]))),
    ],
    request,
  );

  const files: FileProfile[] = [];
  for (const role of roles)
    for (const file of loaded.files[role]) {
      const totals = totalsOf.get(file) ?? noRows;
      const dateTo = period === null ? null : role === "costs" ? period.costsTo : period.asOf;
      files.push({
        ...describe(file),
        role,
        rows: file.rows,
        customers: totals.customers,
        first: totals.first,
        last: totals.last,
        amount: totals.amount,
        lastAmount: totals.lastAmount,
        lastSpot: file.rows === 0 ? null : spotIn(file, file.rows - 1),
        odd: file.rows === 0 || dateTo === null ? {} : await oddOf(engine, role, file, dateTo),
      });
    }
  for (const { file, cards } of loaded.customers)
    files.push({
      ...describe(file),
      role: "customers",
      rows: file.rows,
      customers: cards.length,
      first: null,
      last: null,
      amount: null,
      lastAmount: null,
      lastSpot: null,
      odd: {},
    });

  for (const reading of loaded.events) files.push(eventsFile(reading, period));

  const tables: TableProfile[] = [];
  for (const role of filled) tables.push(await tableProfile(engine, role, loaded.files[role]));
  if (loaded.events.some(({ rows }) => rows.length > 0)) tables.push(eventsTable(loaded.events));
  const totals = {
    sales: has("sales") && period !== null ? await salesTotals(engine, period) : null,
    costs: has("costs") && period !== null ? await costTotals(engine, period) : null,
    answers: has("nps") && period !== null ? await answerTotals(engine, period) : null,
  };
  const costOfGoods = { lines: totals.sales?.linesWithCost ?? 0, rows: totals.costs?.goodsRows ?? 0 };
  return {
    profile: {
      period,
      asOfGiven: request.asOf !== undefined,
      refused: request.refused,
      unused: request.unused,
      files,
      tables,
      listed: listedOf(loaded.customers),
      days,
      costOfGoods,
    },
    totals,
  };
}

const noRows = { customers: 0, first: null, last: null, amount: null, lastAmount: null };

const rangeOf = ({ firstRow, rows }: LoadedFile) => ({ firstRow, lastRow: firstRow + rows - 1 });

const spotIn = (file: LoadedFile, ordinal: number): Spot => ({ file: file.text.name, line: file.lineOf(ordinal) });

/** The time of the run: by default up to the latest sale that can be believed. */
function periodOf(
  days: readonly SalesDay[],
  others: readonly (string | null)[],
  { asOf, window }: ExamineRequest,
): Period | null {
  const { believed } = believedDays(days);
  const lastOther = others.reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  const lastSale = believed.at(-1)?.day ?? null;
  if (asOf === undefined && lastSale === null && lastOther === null) return null;
  // Whether the user's date lies before the first sale is asked of all days.
  const firstSale = (asOf === undefined ? believed : days)[0]?.day ?? null;
  return findPeriod({ firstSale, lastSale, saleBefore: null, lastOther }, { asOf, window }, []);
}

/** What the readings of all roles have in common. */
function describe(
  reading: Pick<FileReading, "text" | "badRows" | "ignored" | "mapping" | "headers" | "looksLikeCosts">,
): Pick<FileProfile, "file" | "badRows" | "ignored" | "looksLikeCosts" | "otherSheets"> {
  const columnOf = new Map([...reading.mapping].map(([column, index]) => [reading.headers[index], column]));
  return {
    file: reading.text.name,
    badRows: reading.badRows.map((row): BadLine => badLine(row, columnOf)),
    ignored: reading.ignored.map(({ header, column, because }) => ({ header, column, because })),
    looksLikeCosts: reading.looksLikeCosts,
    otherSheets: sheetChoice(reading.text)?.otherSheets ?? [],
  };
}

const badLine = (row: BadRow, columnOf: ReadonlyMap<string | undefined, string>): BadLine => ({
  line: row.line,
  column: row.column === null ? null : (columnOf.get(row.column) ?? null),
  isBlank: row.value.trim() === "",
  isTotals: looksLikeTotals(row.raw),
  sentence: sentence(row),
  id: row.value,
});

async function oddOf(engine: Engine, role: TableRole, file: LoadedFile, dateTo: string): Promise<FileProfile["odd"]> {
  const odd = await oddRows(engine, tableOf[role], rangeOf(file), dateTo);
  return Object.fromEntries(
    [...odd].map(([kind, { count, amount, rows }]) => [
      kind,
      { count, amount, spots: rows.map((row) => spotIn(file, row - file.firstRow)) },
    ]),
  );
}

async function tableProfile(engine: Engine, role: TableRole, files: readonly LoadedFile[]): Promise<TableProfile> {
  const maps = (column: string) => files.some(({ mapping }) => mapping.has(column));
  const isSales = role === "sales";
  return {
    role,
    ids: await idUses(engine, tableOf[role]),
    repeated: await repeatedRows(engine, tableOf[role]),
    repeatedOrders: isSales && maps("order_id") && maps("product") ? await repeatedOrderLines(engine) : [],
    currencies: role !== "nps" ? await currencies(engine, role) : [],
    suspects: isSales ? await suspectLines(engine, outlierFactor) : [],
    spotOf: (row) => {
      const file = files.findLast(({ firstRow, rows }) => rows > 0 && firstRow <= row) as LoadedFile;
      return spotIn(file, row - file.firstRow);
    },
  };
}

/** Events are not in the engine: their rows are few, and counted here. */
function eventsFile({ file, rows, unknownTypes, unread }: EventsReading, period: Period | null): FileProfile {
  const { name } = file.text;
  const days = rows.map(({ date }) => date).sort(compareCodePoints);
  const odd = (isOdd: (row: EventRow) => boolean) => {
    const spots = rows.filter(isOdd).map(({ line }): Spot => ({ file: name, line }));
    return { count: spots.length, amount: zero, spots: spots.slice(0, 3) };
  };
  return {
    ...describe(file),
    role: "events",
    rows: file.rows,
    customers: new Set(rows.flatMap(({ customerId }) => (customerId === "" ? [] : [customerId]))).size,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    amount: null,
    lastAmount: null,
    lastSpot: null,
    odd: {
      unassigned: odd(({ customerId }) => customerId === ""),
      ...(period === null ? {} : { after: odd((row) => isAfter(row, period.asOf)) }),
    },
    unknownTypes: unknownTypes.map(({ type, nearest, lines }) => ({
      type,
      nearest,
      spots: lines.map((line) => ({ file: name, line })),
    })),
    unread: unread.map(({ line, column, value }) => ({ spot: { file: name, line }, column, value })),
  };
}

/** The ids of all events files, as those of a table. */
function eventsTable(readings: readonly EventsReading[]): TableProfile {
  const rows = readings.flatMap(({ file, rows: own }) =>
    own.map(({ customerId, line }) => ({ id: customerId, spot: { file: file.text.name, line } })),
  );
  const firstRows = new Map<string, number>();
  for (const [row, { id }] of rows.entries()) if (id !== "" && !firstRows.has(id)) firstRows.set(id, row);
  return {
    role: "events",
    ids: [...firstRows].map(([id, firstRow]) => ({ id, firstRow, renamed: false })),
    repeated: [],
    repeatedOrders: [],
    currencies: [],
    suspects: [],
    spotOf: (row) => (rows[row] as (typeof rows)[number]).spot,
  };
}

function listedOf(readings: readonly CardsReading[]): ExportsProfile["listed"] {
  if (readings.length === 0) return null;
  const spots = (lines: readonly number[], file: string): Spot[] => lines.map((line) => ({ file, line }));
  return {
    files: readings.map(({ file }) => file.text.name),
    cards: readings.flatMap(({ cards, lines, file }) =>
      cards.map(({ customerId, name }, i) => ({
        id: customerId,
        name,
        spot: { file: file.text.name, line: lines[i] ?? null },
      })),
    ),
    repeated: readings.flatMap(({ repeated, file }) => spots(repeated, file.text.name)),
    withoutId: readings.flatMap(({ withoutId, file }) => spots(withoutId, file.text.name)),
    unread: readings.flatMap(({ unread, file }) =>
      unread.map(({ line, column, value }) => ({ spot: { file: file.text.name, line }, column, value })),
    ),
  };
}

/** A refused file as the checks see it; the lines that the error shows are its places. */
export function refusedFile(file: string, { message, place, details, hint }: UserError): RefusedFile {
  const lines = [place?.line, ...details.map((detail) => Number(/^line (\d+): /.exec(detail)?.[1] ?? Number.NaN))];
  const known = [...new Set(lines.filter((line): line is number => line !== undefined && Number.isFinite(line)))];
  return {
    file,
    problem: message,
    remedy: hint ?? null,
    spots: known.length === 0 ? [{ file, line: null }] : known.map((line) => ({ file, line })),
  };
}

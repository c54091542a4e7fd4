import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from "@duckdb/node-api";
import { dayNumber } from "../base/calendar.ts";
import type { BulkPlan } from "../ingest/plan.ts";
import type { PendingLoad, RowSink, RowValue } from "../ingest/target.ts";
import { bulkSelect, literal } from "./bulk-sql.ts";
import { decodeColumn } from "./decode.ts";
import type { CurrencyLoan, Engine, ResultColumns, ResultType } from "./port.ts";
import { rememberShortTexts } from "./short-texts.ts";
import { type TableColumnType, type TableName, tables } from "./tables.ts";

const sqlTypes: Record<TableColumnType, string> = {
  text: "varchar",
  date: "date",
  // Room for 99,999,999,999,999.9999; a table that meets more is widened (see openSink).
  money: "decimal(18, 4)",
  decimal: "decimal(18, 4)",
  score: "tinyint",
};

const widestMoney = "decimal(38, 4)";
const mostUnits = 10n ** 18n;

export interface DuckDbOptions {
  /** Every path that the engine may read. */
  readonly readablePaths: readonly string[];
  /** The run's own folder: copies to read, and room to spill. */
  readonly temporaryFolder: string;
  /** Such as `2GB`; DuckDB's own default (80 % of the machine) where not given. */
  readonly memory?: string | undefined;
}

/**
 * The embedded engine. It opens with what it may read named and everything else locked: no other file, no network, no
 * extension, no change of settings.
 */
export async function openDuckDb(options: DuckDbOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    temp_directory: options.temporaryFolder,
    ...(options.memory === undefined ? {} : { memory_limit: options.memory }),
  });
  const connection = await instance.connect();
  await connection.run(`set allowed_paths = ${list(options.readablePaths)}`);
  await connection.run(`set allowed_directories = ${list([options.temporaryFolder])}`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  return duckDbEngine(instance, connection, options.temporaryFolder);
}

function duckDbEngine(instance: DuckDBInstance, connection: DuckDBConnection, folder: string): Engine {
  const loaded = new Map<TableName, { columns: readonly string[]; withHash: boolean }>();
  const columnsOf = (table: TableName) => {
    const entry = loaded.get(table);
    if (entry === undefined) throw new Error(`table ${table} was never created`);
    return entry;
  };
  const texts = new Map<string, string>();
  const shortTexts = rememberShortTexts();
  /** The last query under way: they run one by one. */
  let busy: Promise<unknown> = Promise.resolve();
  /** All answers so far: closing the connection over a running query would wait for ever. */
  let answered: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  return {
    async createTable(table, columns, withHash) {
      loaded.set(table, { columns, withHash });
      const stored = columns.map((name) => `${name} ${sqlTypes[columnType(table, name)]}`);
      if (withHash) stored.push("row_hash ubigint");
      await connection.run(`create table ${table}_rows (${stored.join(", ")})`);
      await createView(connection, table, columns, withHash);
    },

    loadBulk(table, plan) {
      const { columns, withHash } = columnsOf(table);
      return bulkLoad(
        connection,
        folder,
        table,
        bulkSelect(plan, columns, withHash),
        plan,
        columns.includes("currency"),
      );
    },

    convert: (table, rates, loans = []) => {
      const { columns, withHash } = columnsOf(table);
      return createView(connection, table, columns, withHash, rates, loans);
    },

    append: async (table) => openSink(connection, table, columnsOf(table)),

    async query<S extends Record<string, ResultType>>(
      name: string,
      shape: S,
      parameters: Readonly<Record<string, string | number>> = {},
    ) {
      // Where one of several questions fails, what rests on the others may still ask.
      if (isClosed) throw new Error(`sql/${name}.sql is asked of a closed engine`);
      const text = texts.get(name) ?? readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), "utf8");
      texts.set(name, text);
      const used = Object.fromEntries(Object.entries(parameters).filter(([key]) => text.includes(`$${key}`)));
      const running = busy.then(() => connection.run(text, used));
      busy = running.catch(() => undefined);
      const reading = running.then(async (result) => ({ result, chunks: await result.fetchAllChunks() }));
      const earlier = answered;
      answered = reading.then(
        () => earlier,
        () => earlier,
      );
      const { result, chunks } = await reading;
      const names = result.columnNames();
      return Object.fromEntries(
        Object.entries(shape).map(([column, type]) => {
          const index = names.indexOf(column);
          if (index < 0) throw new Error(`sql/${name}.sql has no column ${column}`);
          return [column, decodeColumn(chunks, index, result.columnType(index), type, shortTexts)];
        }),
      ) as unknown as ResultColumns<S>;
    },

    async close() {
      isClosed = true;
      await answered;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const columnType = (table: TableName, name: string): TableColumnType =>
  (tables[table] as Record<string, TableColumnType>)[name] as TableColumnType;

const isDecimal = (type: TableColumnType): boolean => type === "money" || type === "decimal";

/** The table as queries see it: every column it could have, and the row's number. */
async function createView(
  connection: DuckDBConnection,
  table: TableName,
  columns: readonly string[],
  withHash: boolean,
  rates: ReadonlyMap<string, string> = new Map(),
  loans: readonly CurrencyLoan[] = [],
): Promise<void> {
  const stored = (name: string, type: string) =>
    type === "money" && rates.size > 0 ? converted(name, rates, loans) : `r.${name}`;
  const seen = Object.entries(tables[table]).map(([name, type]) =>
    columns.includes(name)
      ? `${stored(name, type)} as ${name}`
      : `cast(null as ${sqlTypes[type as TableColumnType]}) as ${name}`,
  );
  const extra = `${withHash ? "r.row_hash" : "cast(null as ubigint)"} as row_hash, r.rowid as row_number`;
  await connection.run(
    `create or replace view ${table} as select ${seen.join(", ")}, ${extra} from ${table}_rows as r`,
  );
}

/** 26 digits times 12 are the 38 that a product may have; the cast back rounds half away from zero. */
const converted = (name: string, rates: ReadonlyMap<string, string>, loans: readonly CurrencyLoan[]): string => {
  const lent = loans.map(
    ({ firstRow, lastRow, currency }) =>
      `when r.currency is null and r.rowid between ${firstRow} and ${lastRow} then ${literal(currency)}`,
  );
  const currencyOfRow = lent.length === 0 ? "upper(r.currency)" : `case ${lent.join(" ")} else upper(r.currency) end`;
  const cases = [...rates].map(
    ([currency, rate]) =>
      `when ${literal(currency)} then cast(cast(r.${name} as decimal(26, 4)) * cast(${literal(rate)} as decimal(12, 6)) as decimal(38, 4))`,
  );
  return `case ${currencyOfRow} ${cases.join(" ")} else cast(r.${name} as decimal(38, 4)) end`;
};

/** Makes room for amounts of up to 34 digits before the point. */
async function widen(
  connection: DuckDBConnection,
  table: TableName,
  columns: readonly string[],
  withHash: boolean,
): Promise<void> {
  for (const name of columns.filter((column) => isDecimal(columnType(table, column))))
    await connection.run(`alter table ${table}_rows alter column ${name} type ${widestMoney}`);
  await createView(connection, table, columns, withHash);
}

function bulkLoad(
  connection: DuckDBConnection,
  folder: string,
  table: TableName,
  select: string,
  plan: BulkPlan,
  hasCurrency: boolean,
): PendingLoad {
  const rule = hasCurrency ? plan.rules.currency : undefined;
  const mayMix = rule?.kind === "currency" && rule.index !== null;
  const load = async (): Promise<number | null> => {
    await connection.run("begin transaction");
    try {
      const before = mayMix ? await rowsByCurrency(connection, table) : null;
      const result = await connection.run(`insert into ${table}_rows ${select}`, {
        path: plainPath(plan.path, folder),
      });
      if (before !== null && mixes(before, await rowsByCurrency(connection, table))) return null;
      return Number(result.rowsChanged);
    } catch (error) {
      // A row that the plan cannot read: the careful reader will say which, and why. Anything else is ours to report.
      if (/^(Invalid Input|Conversion|CSV|Out of Range) Error/i.test((error as Error).message)) return null;
      throw error;
    }
  };
  return {
    rows: load(),
    commit: async () => void (await connection.run("commit")),
    rollback: async () => void (await connection.run("rollback")),
  };
}

type RowsByCurrency = ReadonlyMap<string | null, bigint>;

async function rowsByCurrency(connection: DuckDBConnection, table: TableName): Promise<RowsByCurrency> {
  const reader = await connection.runAndReadAll(
    `select upper(currency) as code, count(*) as row_count from ${table}_rows group by all`,
  );
  return new Map(reader.getRows().map(([code, count]) => [code as string | null, count as bigint]));
}

/** Whether the rows that came in between name several currencies, and some of them none. */
function mixes(before: RowsByCurrency, after: RowsByCurrency): boolean {
  const added = [...after].filter(([code, count]) => count > (before.get(code) ?? 0n)).map(([code]) => code);
  return added.includes(null) && added.length > 2;
}

const chunkRows = 2048;

async function openSink(
  connection: DuckDBConnection,
  table: TableName,
  { columns, withHash }: { columns: readonly string[]; withHash: boolean },
): Promise<RowSink> {
  const types = columns.map((name) => columnType(table, name));
  const staged = columns.map(
    (name, i) =>
      `${name} ${isDecimal(types[i] as TableColumnType) ? widestMoney : sqlTypes[types[i] as TableColumnType]}`,
  );
  if (withHash) staged.push("raw_text varchar");
  await connection.run(`create or replace temporary table staged (${staged.join(", ")})`);
  const appender = await connection.createAppender("staged");
  const encoders = [...types.map(encoder), ...(withHash ? [encoder("text")] : [])];
  let isWide = false;
  let buffer: DuckDBValue[][] = encoders.map(() => []);
  let count = 0;
  const columnTypes = await (async () => {
    const reader = await connection.run("select * from staged limit 0");
    return reader.columnTypes();
  })();
  const flush = () => {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(columnTypes, count);
    chunk.setColumns(buffer);
    appender.appendDataChunk(chunk);
    buffer = encoders.map(() => []);
    count = 0;
  };
  return {
    add(values) {
      for (let i = 0; i < encoders.length; i++) {
        const value = values[i] ?? null;
        if (typeof value === "bigint" && (value >= mostUnits || value <= -mostUnits)) isWide = true;
        (buffer[i] as DuckDBValue[]).push((encoders[i] as (value: RowValue) => DuckDBValue)(value));
      }
      if (++count === chunkRows) flush();
    },
    async close() {
      flush();
      appender.closeSync();
      if (isWide) await widen(connection, table, columns, withHash);
      const source = [...columns, ...(withHash ? ["hash(raw_text)"] : [])].join(", ");
      await connection.run(`insert into ${table}_rows select ${source} from staged`);
      await connection.run("drop table staged");
    },
  };
}

function encoder(type: TableColumnType): (value: RowValue) => DuckDBValue {
  switch (type) {
    case "text":
    case "score":
      return (value) => value;
    case "date":
      return (value) => (value === null ? null : new DuckDBDateValue(dayNumber(value as string)));
    case "money":
    case "decimal":
      return (value) => (value === null ? null : new DuckDBDecimalValue(value as bigint, 38, 4));
  }
}

/**
 * The reader takes paths for globs, and the lock takes an escaped glob for another path: a name that contains glob characters
 * is read by way of a link in the run's own folder.
 */
function plainPath(path: string, folder: string): string {
  if (!/[*?[]/.test(path)) return path;
  const link = join(folder, `link-${createHash("sha256").update(path).digest("hex").slice(0, 16)}.csv`);
  if (existsSync(link)) return link;
  try {
    symlinkSync(path, link);
  } catch {
    copyFileSync(path, link); // no right to make links, as on many Windows machines
  }
  return link;
}

const list = (paths: readonly string[]): string => `[${paths.map(literal).join(", ")}]`;

// A table of results as a Parquet file for another run to read, in an engine of its own that is locked to the run's folder.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBResultReader,
  type DuckDBValue,
} from "@duckdb/node-api";
import { dateOfDay } from "../base/calendar.ts";
import { literal } from "./bulk-sql.ts";
import { blamesTheFile, openLockedDuckDb } from "./locked-duckdb.ts";
import { createResultTable, type ResultCell, type ResultTable, sqlTypes } from "./result-table.ts";

const memory = "2GB";
const tableName = "kept";

/**
 * The bytes of a Parquet file of this table. `words` are said of it as a whole, in the file's own metadata. The same table and words
 * give the same bytes. `folder` is the run's own.
 */
export async function packSnapshot(
  table: ResultTable,
  words: Readonly<Record<string, string>>,
  folder: string,
): Promise<Uint8Array> {
  const file = join(folder, "kept.parquet");
  await withDuckDb(folder, async (connection) => {
    await createResultTable(connection, tableName, table);
    const metadata = Object.entries(words).map(([key, text]) => `${key}: ${literal(text)}`);
    await connection.run(
      `copy (select * from ${tableName}) to ${literal(file)} (format parquet, compression zstd, kv_metadata {${metadata.join(", ")}})`,
    );
  });
  return readFileSync(file);
}

/** What a Parquet file says of itself; `null` where the file is none, or not whole. */
export function readSnapshotWords(path: string, folder: string): Promise<Readonly<Record<string, string>> | null> {
  const file = copied(path, folder);
  return withDuckDb(folder, async (connection) => {
    const sql = `select decode(key), decode(value) from parquet_kv_metadata(${literal(file)})`;
    const reader = await answerOf(connection, sql);
    return reader === null
      ? null
      : Object.fromEntries(reader.getRows().map(([key, text]) => [String(key), String(text)]));
  });
}

/** The rows of a Parquet file that has these columns and no others, in the file's order; `null` where it has not, or is not whole. */
export function unpackSnapshot(
  columns: ResultTable["columns"],
  path: string,
  folder: string,
): Promise<ResultTable["rows"] | null> {
  const file = copied(path, folder);
  return withDuckDb(folder, async (connection) => {
    const reader = await answerOf(connection, `select * from read_parquet(${literal(file)})`);
    if (reader === null) return null;
    const [names, types] = [reader.columnNames(), reader.columnTypes()];
    const fits = columns.every(
      ({ name, type }, i) => names[i] === name && typeWord(types[i]) === typeWord(sqlTypes[type]),
    );
    if (!fits || names.length !== columns.length) return null;
    return reader.getRows().map((row) => row.map(decoded));
  });
}

const typeWord = (type: unknown): string => String(type).toLowerCase().replaceAll(" ", "");

/** Under a name that is no pattern, and whole whatever happens to the original meanwhile. */
function copied(path: string, folder: string): string {
  const file = join(folder, "given.parquet");
  copyFileSync(path, file);
  return file;
}

/** `null` where the file is not what the question takes it for. */
async function answerOf(connection: DuckDBConnection, sql: string): Promise<DuckDBResultReader | null> {
  try {
    return await connection.runAndReadAll(sql);
  } catch (error) {
    if (blamesTheFile(error)) return null;
    throw error;
  }
}

async function withDuckDb<T>(folder: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const duckDb = await openLockedDuckDb({ folder, memory });
  try {
    return await use(duckDb.connection);
  } finally {
    duckDb.close();
  }
}

function decoded(value: DuckDBValue): ResultCell {
  if (value instanceof DuckDBDateValue) return dateOfDay(value.days);
  if (value instanceof DuckDBDecimalValue) return value.value;
  return typeof value === "bigint" ? Number(value) : (value as ResultCell);
}

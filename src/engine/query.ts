// SQL of the user's own, over results only (docs/query.md).
import {
  type DuckDBConnection,
  type DuckDBDateValue,
  type DuckDBDecimalType,
  type DuckDBDecimalValue,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  type DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  StatementType,
} from "@duckdb/node-api";
import { dateOfDay } from "../base/calendar.ts";
import { UserError } from "../base/errors.ts";
import { divideRounded, moneyScale } from "../base/money.ts";
import { openLockedDuckDb } from "./locked-duckdb.ts";
import { type CellType, createResultTable, distinctNames, type ResultCell, type ResultTable } from "./result-table.ts";

/** A table that a query may ask. */
export interface QueryTable extends ResultTable {
  readonly name: string;
}

export interface QueryOptions {
  /** The most memory that a query may take, such as `2GB`. */
  readonly memory?: string | undefined;
}

const defaultMemory = "2GB";

/** More is held by no machine's program of this kind; a file of results is not what a query is for. */
const mostCells = 10_000_000;

/**
 * The answer to one SELECT over these tables, in the order that it asks for, else in the tables' own. It runs in a DuckDB that
 * can reach nothing else: no file, no network, no extension, no setting. Errors: exit 2 for what is no single SELECT, and for
 * everything that DuckDB has to say about it, with the place; exit 4 where the memory does not do.
 */
export const runQuery = (
  sql: string,
  queryTables: readonly QueryTable[],
  options: QueryOptions = {},
): Promise<ResultTable> =>
  withTables(queryTables, options, async (connection) => {
    const statement = await prepare(connection, sql);
    // Not as a stream: a connection cannot be closed over one that is not read to its end.
    return answerOf(await statement.run());
  });

/** Refuses what `runQuery` would refuse before it runs, over tables without rows: before exports are read. */
export const checkQuery = (
  sql: string,
  queryTables: readonly QueryTable[],
  options: QueryOptions = {},
): Promise<void> =>
  withTables(
    queryTables.map((table) => ({ ...table, rows: [] })),
    options,
    async (connection) => void (await prepare(connection, sql)),
  );

async function withTables<T>(
  queryTables: readonly QueryTable[],
  { memory = defaultMemory }: QueryOptions,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { connection, close } = await openLockedDuckDb({ folder: null, memory });
  try {
    for (const table of queryTables) await createResultTable(connection, table.name, table);
    return await use(connection).catch((error: unknown) => {
      throw errorOf(error);
    });
  } finally {
    close();
  }
}

/** DuckDB's own parser says how many statements there are and of what kind. */
async function prepare(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  // Pragmas that only tell something count as SELECT there, and others do not; none of them is about the tables.
  const bare = sql.replace(comments, " ").trim();
  if (bare.replaceAll(";", "").trim() === "") throw refusal("there is no query");
  if (/^pragma\b/i.test(bare)) throw refusal("a query is a SELECT, and this is a PRAGMA");
  const statements = await connection.extractStatements(sql);
  // One of unknown values is a type and a SELECT of it; one that names its values is a SELECT.
  if (statements.count > 1 && /\bpivot/i.test(bare) && !bare.replace(/[;\s]+$/, "").includes(";"))
    throw refusal("a pivot names its values: pivot … on class in ('A', 'B', 'C', 'D') using …");
  if (statements.count !== 1) throw refusal(`a query is one SELECT, and these are ${statements.count} statements`);
  const statement = await statements.prepare(0);
  if (statement.statementType !== StatementType.SELECT) {
    const kind = StatementType[statement.statementType].replaceAll("_", " ");
    throw refusal(`a query is a SELECT, and this is ${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}`);
  }
  if (statement.parameterCount > 0) throw refusal("the query has parameters, and nothing gives them a value");
  return statement;
}

const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;

const refusal = (message: string): UserError =>
  new UserError(message, { hint: `portfolio query "select cell, count(*) from customers group by cell"`, exit: 2 });

/** Only DuckDB's own words for a fault in the query are the user's; the rest is ours. */
function errorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError || error instanceof TypeError) return error;
  const [first = "", ...rest] = error.message.replace(/^Failed to extract statements: /, "").split("\n");
  const [, kind, message = first] = /^([A-Z][A-Za-z ]+) Error: (.*)$/.exec(first) ?? [];
  if (kind === "INTERNAL" || kind === "FATAL") return error;
  if (kind === "Out of Memory")
    return new UserError("the query needs more memory than it may take", { hint: "--memory 4GB", exit: 4 });
  if (kind === "Permission")
    return new UserError(`the query: ${message}`, {
      hint: "query reads the analysis and nothing else: portfolio query --schema lists its tables",
      exit: 2,
    });
  return new UserError(`the query: ${message || "DuckDB cannot read it"}`, {
    // What DuckDB advises about extensions cannot be done here.
    details: rest.some((line) => /^INSTALL /.test(line)) ? [] : rest.filter((line) => line.trim() !== ""),
    hint: "portfolio query --schema lists tables and columns",
    exit: 2,
  });
}

async function answerOf(result: DuckDBMaterializedResult): Promise<ResultTable> {
  const names = distinctNames(result.columnNames());
  if (result.rowCount * names.length > mostCells)
    throw new UserError(`the query gives ${result.rowCount} rows, more than ten million values`, {
      hint: "fewer columns, or a limit",
      exit: 2,
    });
  const sqlColumns = result.columnTypes();
  const rows = await result.getRows();
  const decoders = sqlColumns.map((type, i) => decoderOf(type, rows, i));
  return {
    columns: names.map((name, i) => ({ name, type: decoders[i]?.type ?? "text" })),
    rows: rows.map((row) => decoders.map(({ decode }, i) => (row[i] == null ? null : decode(row[i])))),
  };
}

interface Decoder {
  readonly type: CellType;
  readonly decode: (value: DuckDBValue) => ResultCell;
}

/**
 * A decimal of 38 digits comes from an amount, as sums, products and roundings of it do; any other is a number. Whole numbers
 * that a double cannot hold are text, and so is everything that we have no kind for.
 */
function decoderOf(type: DuckDBType, rows: readonly (readonly DuckDBValue[])[], i: number): Decoder {
  switch (type.typeId) {
    case DuckDBTypeId.DATE:
      return { type: "date", decode: (value) => dateOf((value as DuckDBDateValue).days) };
    case DuckDBTypeId.DECIMAL:
      return (type as DuckDBDecimalType).width === 38
        ? { type: "money", decode: (value) => moneyOf(value as DuckDBDecimalValue) }
        : { type: "number", decode: (value) => Number(String(value)) };
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return { type: "number", decode: (value) => (Number.isFinite(value) ? (value as number) : null) };
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.UHUGEINT:
      return rows.every((row) => row[i] == null || Number.isSafeInteger(Number(row[i])))
        ? { type: "count", decode: Number }
        : { type: "text", decode: String };
    case DuckDBTypeId.TIMESTAMP_TZ:
      // Its own words are in the machine's zone.
      return {
        type: "text",
        decode: (value) => `${new DuckDBTimestampValue((value as DuckDBTimestampTZValue).micros)}+00`,
      };
    default:
      return { type: "text", decode: String };
  }
}

function moneyOf({ value, scale }: DuckDBDecimalValue): bigint {
  return scale <= moneyScale
    ? value * 10n ** BigInt(moneyScale - scale)
    : divideRounded(value, 10n ** BigInt(scale - moneyScale));
}

const [firstDay, lastDay] = [-719_162, 2_932_896];

/** From the year 1 to 9999; `infinity` and the like are no dates. */
const dateOf = (day: number): string | null => (day < firstDay || day > lastDay ? null : dateOfDay(day));

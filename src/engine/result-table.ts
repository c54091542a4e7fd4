import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import { dayNumber } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/** Text and dates are a `string`, money a `Money`, counts and numbers a `number`. */
export type CellType = "text" | "date" | "money" | "count" | "number";

export type ResultCell = string | number | Money | null;

/** What we concluded, as a table: the way in and out of an engine that holds results. */
export interface ResultTable {
  readonly columns: readonly { readonly name: string; readonly type: CellType }[];
  readonly rows: readonly (readonly ResultCell[])[];
}

/** What the columns are in SQL. Money is exact and has room for any sum; a type never depends on what the rows hold. */
export const sqlTypes: Readonly<Record<CellType, string>> = {
  text: "varchar",
  date: "date",
  money: "decimal(38, 4)",
  count: "bigint",
  number: "double",
};

const chunkRows = 2048;

/** Creates a table of these columns and fills it, in order. */
export async function createResultTable(
  connection: DuckDBConnection,
  name: string,
  { columns, rows }: ResultTable,
): Promise<void> {
  const names = distinctNames(columns.map((column) => column.name));
  const stored = columns.map(({ type }, i) => `${quoted(names[i] as string)} ${sqlTypes[type]}`);
  await connection.run(`create table ${quoted(name)} (${stored.join(", ")})`);
  if (rows.length === 0) return;
  const encoders = columns.map(({ type }) => encoderOf(type));
  const types = (await connection.run(`select * from ${quoted(name)} limit 0`)).columnTypes();
  const appender = await connection.createAppender(name);
  for (let from = 0; from < rows.length; from += chunkRows) {
    const some = rows.slice(from, from + chunkRows);
    const chunk = DuckDBDataChunk.create(types, some.length);
    chunk.setColumns(encoders.map((encode, i) => some.map((row) => encode(row[i] ?? null))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function encoderOf(type: CellType): (cell: ResultCell) => DuckDBValue {
  switch (type) {
    case "date":
      return (cell) => (cell === null ? null : new DuckDBDateValue(dayNumber(cell as string)));
    case "money":
      return (cell) => (cell === null ? null : new DuckDBDecimalValue(cell as Money, 38, 4));
    case "count":
      return (cell) => (cell === null ? null : BigInt(cell as number));
    default:
      return (cell) => cell;
  }
}

/**
 * Names that a table can have: columns of the user's own file may share a name, with each other or with ours, and SQL does not
 * tell capitals apart. The first keeps it, the next is `name_2`; one without a name is `column_3`, the third.
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const used = new Set<string>();
  return names.map((name, i) => {
    const wanted = name.replaceAll("\0", "") || `column_${i + 1}`;
    let chosen = wanted;
    for (let count = 2; used.has(chosen.toLowerCase()); count++) {
      const next = `${wanted}_${count}`;
      if (!taken.has(next.toLowerCase())) chosen = next;
    }
    used.add(chosen.toLowerCase());
    return chosen;
  });
}

/** A name as an SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

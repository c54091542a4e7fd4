// A Parquet export as the text that both readers read, made in an engine of its own that is locked to the run's folder.
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { DateFormat } from "../ingest/dates.ts";
import { tableSeparation } from "../ingest/table-text.ts";
import type { TableNotation } from "../ingest/workspace.ts";
import { literal } from "./bulk-sql.ts";
import { blamesTheFile, openLockedDuckDb } from "./locked-duckdb.ts";
import { quoted } from "./result-table.ts";

const memory = "2GB";

/** Writes the rows of a Parquet file as `tableLine` would (`Workspace.parquetToText`). `folder` is the run's own, `target` in it. */
export async function parquetToText(
  source: string,
  target: string,
  notation: TableNotation,
  folder: string,
): Promise<boolean> {
  // Under a name that is no pattern.
  const file = join(folder, "export.parquet");
  copyFileSync(source, file);
  const duckDb = await openLockedDuckDb({ folder, memory });
  try {
    // Old writers store text as bytes.
    const rows = `read_parquet(${literal(file)}, binary_as_string = true)`;
    const columns = await columnsOf(duckDb.connection, rows);
    // Names stand in the first line, and that must be one.
    const values = columns.map(
      ({ name, type }) => `${textOf(quoted(name), type, notation)} as ${quoted(name.replace(/[\r\n]+/g, " "))}`,
    );
    await duckDb.connection.run(
      `copy (select ${values.join(", ")} from ${rows})
       to ${literal(target)} (format csv, header true, delimiter '${tableSeparation.delimiter}', quote '"', escape '"', nullstr '')`,
    );
    return true;
  } catch (error) {
    // What names the target speaks of writing it.
    if (blamesTheFile(error) && !(error as Error).message.includes(target)) return false;
    throw error;
  } finally {
    duckDb.close();
    rmSync(file);
  }
}

async function columnsOf(connection: DuckDBConnection, rows: string) {
  const reader = await connection.runAndReadAll(`select * from ${rows} limit 0`);
  const types = reader.columnTypes();
  return reader.columnNames().map((name, i) => ({ name, type: String(types[i]) }));
}

function textOf(column: string, type: string, { decimal = ".", dateFormat = "iso" }: TableNotation): string {
  if (type === "DATE") return dayText(column, dateFormat);
  // With a zone it is a moment in UTC: what another clock showed is not in the file.
  if (type.startsWith("TIMESTAMP")) return momentText(`cast(${column} as timestamp)`, dateFormat);
  // A whole number is an id as often as an amount: 18, as others write it.
  if (/^(DOUBLE|FLOAT)/.test(type))
    return `replace(regexp_replace(${unmistakable(column)}, '[.]0$', ''), '.', '${decimal}')`;
  if (type.startsWith("DECIMAL")) return `replace(${unmistakable(column)}, '.', '${decimal}')`;
  if (type === "VARCHAR") return `regexp_replace(${column}, '\\r\\n|[\\r\\n]', ' ', 'g')`;
  return `cast(${column} as varchar)`;
}

/** With three decimals a number could be a whole one in thousands; a fourth settles it. */
const unmistakable = (column: string): string =>
  `regexp_replace(cast(${column} as varchar), '^(-?[0-9]+[.][0-9]{3})$', '\\10')`;

function momentText(column: string, format: DateFormat): string {
  if (format === "serial") return dayText(column, format);
  const time = `case when cast(${column} as time) = time '00:00:00' then '' else strftime(${column}, ' %H:%M:%S') end`;
  return `${dayText(column, format)} || ${time}`;
}

const dayText = (column: string, format: DateFormat): string =>
  format === "serial"
    ? `cast(date_diff('day', date '1899-12-30', cast(${column} as date)) as varchar)`
    : `strftime(${column}, '${spellings[format]}')`;

const spellings = { iso: "%Y-%m-%d", dmy: "%d.%m.%Y", mdy: "%m/%d/%Y", yyyymmdd: "%Y%m%d" } as const;

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { literal } from "./bulk-sql.ts";
import { openLockedDuckDb } from "./locked-duckdb.ts";
import { createResultTable, type ResultTable } from "./result-table.ts";

const memory = "2GB";

/** The bytes of a Parquet file of this table, made in the run's own folder. The same table gives the same bytes. */
export async function writeParquet(table: ResultTable, folder: string): Promise<Uint8Array> {
  const file = join(folder, "result.parquet");
  const duckDb = await openLockedDuckDb({ folder, memory });
  try {
    await createResultTable(duckDb.connection, "result", table);
    await duckDb.connection.run(`copy (select * from result) to ${literal(file)} (format parquet)`);
  } finally {
    duckDb.close();
  }
  return readFileSync(file);
}

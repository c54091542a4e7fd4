// A DuckDB beside the one that holds the exports: for results, and for what users ask of them.
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "./bulk-sql.ts";

export interface LockedDuckDbOptions {
  /** The only folder that may be read and written; `null`: no file at all. */
  readonly folder: string | null;
  /** Such as `2GB`. */
  readonly memory: string;
}

export interface LockedDuckDb {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Whether what DuckDB says of a file is the file's fault: its own room and the disk's are other questions, so are faults of our SQL. */
export const blamesTheFile = (error: unknown): boolean =>
  !/^(?:(?:Out of Memory|Permission|INTERNAL|Binder|Catalog|Parser) Error|Not implemented)|Unimplemented/i.test(
    (error as Error).message,
  );

/**
 * An empty DuckDB in which nothing can be reached but that folder: no other file, no network, no extension, and no way to
 * change that. One thread, so that rows come in the same order every time; UTC, whatever the machine's zone.
 */
export async function openLockedDuckDb({ folder, memory }: LockedDuckDbOptions): Promise<LockedDuckDb> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    threads: "1",
    memory_limit: memory,
  });
  const connection = await instance.connect();
  await connection.run(`set temp_directory = ${literal(folder ?? "")}`);
  if (folder !== null) await connection.run(`set allowed_directories = [${literal(folder)}]`);
  await connection.run("set TimeZone = 'UTC'");
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

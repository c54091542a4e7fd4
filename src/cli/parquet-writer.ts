import { writeParquet } from "../engine/parquet.ts";
import type { FormatWriter } from "../output/format.ts";
import { resultTableOf } from "./result-table.ts";
import { makeRunFolder } from "./run-folder.ts";

/** A report's rows as a Parquet file, written by the engine. */
export const writeParquetReport: FormatWriter = async (report) => {
  const folder = makeRunFolder();
  try {
    return await writeParquet(resultTableOf(report), folder.path);
  } finally {
    folder.remove();
  }
};

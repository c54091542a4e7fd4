import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { writeParquetReport } from "../../src/cli/parquet-writer.ts";
import { defaultFormatOptions } from "../../src/output/format.ts";
import { folderOf } from "../helpers/folders.ts";
import { everyKind, report, texts } from "../output/sample.ts";

const write = async (given: Parameters<typeof writeParquetReport>[0]) =>
  (await writeParquetReport(given, defaultFormatOptions)) as Uint8Array;

/** Columns with their types, and rows, as another DuckDB reads them. */
async function readBack(bytes: Uint8Array) {
  const folder = folderOf({ "x.parquet": bytes });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`select * from '${path.join(folder, "x.parquet")}'`);
  const columns = reader.columnNames().map((name, i) => `${name} ${reader.columnType(i)}`);
  const rows = reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
  connection.closeSync();
  instance.closeSync();
  return { columns, rows };
}

describe("writeParquetReport", () => {
  it("keeps kinds as types: money exact, what is not known null", async () => {
    expect(await readBack(await write(everyKind))).toEqual({
      columns: [
        "customer_id VARCHAR",
        "first_purchase DATE",
        "revenue DECIMAL(38,4)",
        "margin DOUBLE",
        "nps DOUBLE",
        "orders BIGINT",
      ],
      rows: [
        ["C1", "2026-01-31", "1234.5615", "0.73823", "14.6", "12"],
        ["C2", null, "-0.0040", "-0.00001", "-0.001", "0"],
        [null, null, null, null, null, null],
      ],
    });
  });

  it("keeps amounts of any size, and the types where there are no rows", async () => {
    const columns = [{ name: "revenue", kind: "money" }] as const;
    expect((await readBack(await write(report(columns, [[10n ** 37n + 1n]])))).rows).toEqual([
      ["1000000000000000000000000000000000.0001"],
    ]);
    expect(await readBack(await write(report(columns, [])))).toEqual({ columns: ["revenue DECIMAL(38,4)"], rows: [] });
  });

  it("runs nothing, so text stays as it is", async () => {
    const { rows } = await readBack(await write(texts("=1+1", "a\u0000b\n\u202e", "")));
    expect(rows.map(([, text]) => text)).toEqual(["=1+1", "a\u0000b\n\u202e", ""]);
  });

  it("has no number that is none", async () => {
    const given = report([{ name: "share", kind: "ratio" }], [[Number.NaN], [Number.POSITIVE_INFINITY], [0.5]]);
    expect((await readBack(await write(given))).rows).toEqual([[null], [null], ["0.5"]]);
  });

  it("tells columns of one name apart", async () => {
    const columns = ["revenue", "Revenue"].map((name) => ({ name, kind: "text" as const }));
    expect((await readBack(await write(report(columns, [["1", "2"]])))).columns).toEqual([
      "revenue VARCHAR",
      "Revenue_2 VARCHAR",
    ]);
  });

  it("gives the same bytes again", async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => [i, `name ${i % 100}`]);
    const given = { ...texts(), rows };
    expect(Buffer.compare(await write(given), await write(given))).toBe(0);
  });
});

// The same exports as text, as a workbook, as Parquet and packed: the same result.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, it } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { folderOf, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const demo = path.join(root, "fixtures/demo");
const [header = [], ...rows] = parse(iconv.decode(readFileSync(path.join(demo, "salg.csv")), "windows-1252"), {
  delimiter: ";",
}) as string[][];
const dateAt = header.indexOf("Dato");
const amountAt = header.indexOf("Beløp");

const isoOf = (date: string): string => date.split(".").reverse().join("-");
const numberOf = (amount: string): number => Number(amount.replace(/[ .\u00a0]/g, "").replace(",", "."));
/** Rows whose date and amount a spreadsheet would know for what they are. */
const plain = rows.filter(
  (row) => /^\d+[.]\d+[.]\d+$/.test(row[dateAt] ?? "") && !Number.isNaN(numberOf(row[amountAt] ?? "")),
);

const csv = [header, ...plain]
  .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(";"))
  .join("\n");

const sheet: SheetData = [
  header.map((value) => ({ value, type: String })),
  ...plain.map((row) =>
    row.map((field, i) => {
      if (field === "") return null;
      if (i === dateAt) return { value: new Date(`${isoOf(field)}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
      return i === amountAt ? { value: numberOf(field), type: Number } : { value: field, type: String };
    }),
  ),
];

const classify = (cwd: string) => run(["classify", ".", "--quiet", "--format", "csv"], { cwd });

describe("a folder of exports", () => {
  let expected = "";
  beforeAll(async () => {
    expected = (await classify(folderOf({ "salg.csv": csv }))).out;
    expect(expected.split("\n").length).toBeGreaterThan(50);
  });

  it("says the same from a workbook", async () => {
    const cwd = folderOf({ "salg.xlsx": await writeWorkbook([{ data: sheet, sheet: "Salg" }]).toBuffer() });
    expect((await classify(cwd)).out).toBe(expected);
  });

  it("says the same from Parquet", async () => {
    const cwd = folderOf();
    const text = path.join(cwd, "given.txt");
    const types = header.map((_, i) => (i === dateAt ? "date" : i === amountAt ? "decimal(18, 2)" : "varchar"));
    writeFileSync(
      text,
      plain
        .map((row) =>
          row
            .map((field, i) => (i === dateAt ? isoOf(field) : i === amountAt ? numberOf(field).toFixed(2) : field))
            .join("\u001f"),
        )
        .join("\n"),
    );
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const columns = header.map((name, i) => `'${name}': '${types[i]}'`).join(", ");
    await connection.run(
      `copy (select * from read_csv('${text}', auto_detect = false, delim = chr(31), quote = '', header = false, columns = {${columns}}))
       to '${path.join(cwd, "salg.parquet")}' (format parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    expect((await classify(cwd)).out).toBe(expected);
  });
});

describe("a workbook with several sheets", () => {
  const cells = (row: readonly string[]) => row.map((value) => ({ value, type: String }));
  const sales = [cells(["customer_id", "date", "amount"]), cells(["C1", "2026-01-15", "10.50"])];

  it("names those that are not read, in every command and in check", async () => {
    const workbook = await writeWorkbook([
      { data: sales, sheet: "Salg" },
      { data: [cells(["Notat"])], sheet: "Notater" },
    ]).toBuffer();
    const cwd = folderOf({ "sales.xlsx": workbook });
    expect((await run(["classify", "."], { cwd })).err).toContain(
      "note: sales.xlsx: sheet Salg is read, 1 other not; if one of them belongs to the export, save it as a file of its own (Notater)\n",
    );
    const json = JSON.parse((await run(["classify", ".", "--format", "json"], { cwd })).out);
    expect(json.inputs[0]).toMatchObject({ file: "sales.xlsx", sheet: "Salg", rows: 1 });
    expect((await run(["check", "."], { cwd })).out).toContain("warning,sheets_not_read,sales.xlsx,1");
    expect((await run(["check", ".", "--lang", "de", "--format", "table"], { cwd })).out).toContain("Notater");
    expect((await run(["inspect", "sales.xlsx"], { cwd })).out).toContain(
      'table,"workbook, sheet Salg","a line is a row of the sheet; not read: Notater"\n',
    );
    const inspected = JSON.parse((await run(["inspect", "sales.xlsx", "--format", "json"], { cwd })).out);
    expect(inspected.table).toEqual({ kind: "workbook", sheet: "Salg", sheets_not_read: ["Notater"] });
  });

  it("says where a bad row stands", async () => {
    const bad = [...sales, cells(["C2", "2026-01-16", "much"])];
    const cwd = folderOf({ "sales.xlsx": await writeWorkbook([{ data: bad, sheet: "Salg" }]).toBuffer() });
    const { code, out, err } = await run(["classify", "."], { cwd });
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain('sales.xlsx:3: amount "much" is not a number');
  });
});

// Workbooks, Parquet and zstd: the same rows as the same export in CSV.
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { inspectFile, readShownRecords } from "../../src/ingest/inspect-file.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import { openText, sheetChoice } from "../../src/ingest/source.ts";
import type { Source } from "../../src/ingest/workspace.ts";
import { unzip, zip } from "../../src/output/xlsx/zip.ts";
import { plainOptions, testFolder } from "./files.ts";

const folder = testFolder();

const named = (name: string, content: Buffer | string): Source => ({ ...folder.write(name, content), name });

async function rowsOf(source: Source, options: Partial<ReadOptions> = {}): Promise<string[][]> {
  const rows: string[][] = [];
  await readShownRecords(
    source,
    { ...plainOptions, ...options },
    folder.workspace,
    (fields) => void rows.push([...fields]),
    async () => undefined,
  );
  return rows;
}

const text = (value: string) => ({ value, type: String });
const number = (value: number) => ({ value, type: Number });
const date = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" });

const workbook = async (...sheets: SheetData[]): Promise<Source> =>
  named("sales.xlsx", await writeWorkbook(sheets.map((data, i) => ({ data, sheet: `Ark ${i + 1}` }))).toBuffer());

/** The workbook with another text in one of its files. */
async function repacked(files: ReadonlyMap<string, string>, changed: string, text: string): Promise<Source> {
  const contents = [...files].map(([name, content]) => ({ name, content: [name === changed ? text : content] }));
  return named("sales.xlsx", Buffer.from((await zip(contents)) as Uint8Array));
}

const lines: SheetData = [
  [text("Kundenr"), text("Dato"), text("Beløp"), text("Navn")],
  [text("018"), date("2025-12-31"), number(1234.567), text("Å, AS")],
  [text("19"), date("2025-01-05"), number(-20), null],
];

const lineRows = [
  ["Kundenr", "Dato", "Beløp", "Navn"],
  ["018", "2025-12-31", "1234.5670", "Å, AS"],
  ["19", "2025-01-05", "-20", ""],
];

describe("a workbook", () => {
  it("is read by its cells: text, numbers and dates as what they are", async () =>
    expect(await rowsOf(await workbook(lines))).toEqual(lineRows));

  it("follows the notation that was asked for", async () =>
    expect((await rowsOf(await workbook(lines), { decimal: ",", dateFormat: "dmy", delimiter: ";" }))[1]).toEqual([
      "018",
      "31.12.2025",
      "1234,5670",
      "Å, AS",
    ]));

  it("counts lines as rows of the sheet, blank ones and titles among them", async () => {
    const source = await workbook([[null], [text("Salgsrapport")], [], ...lines.slice(0, 2), [], ...lines.slice(2)]);
    const found = await inspectFile(source, { ...plainOptions, role: null }, folder.workspace);
    expect(found.header.line).toBe(4);
    expect(found.firstRows.map(({ line }) => line)).toEqual([5, 7]);
  });

  it("gives its first sheet that has anything on it, and names the others", async () => {
    const source = await workbook([], lines, [], [[text("Notater")]]);
    expect(await rowsOf(source)).toEqual(lineRows);
    const opened = await openText(source, folder.workspace, {});
    expect(opened.table).toEqual({ kind: "workbook", sheet: "Ark 2", otherSheets: ["Ark 4"] });
    expect(sheetChoice(opened)?.otherSheets).toEqual(["Ark 4"]);
  });

  it.each<[string, () => Source | Promise<Source>, RegExp]>([
    ["with nothing on any sheet", () => workbook([], []), /nothing on any sheet/],
    ["that is cut off", () => named("sales.xlsx", Buffer.from("PK\u0003\u0004half")), /damaged, cut off/],
    ["that is text", () => named("sales.xlsx", "a,b\n1,2\n"), /named .xlsx and is no Excel workbook/],
    ["that is empty", () => named("sales.xlsx", ""), /is empty/],
    ["with a password", () => named("sales.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), /password/],
    ["under another ending", async () => ({ ...(await workbook(lines)), name: "sales.csv" }), /Excel workbook/],
  ])("%s is refused", async (_, source, message) =>
    expect(openText(await source(), folder.workspace, {})).rejects.toThrow(message));

  it("keeps quotes of either kind as they stand", async () => {
    const cells = ["'18'", '12", sink', 'rør 5" stål', "'a', \"b\"", "back\\slash"];
    expect(await rowsOf(await workbook([[text("a")], ...cells.map((value) => [text(value)])]))).toEqual([
      ["a"],
      ...cells.map((value) => [value]),
    ]);
  });

  it("reads percent as it is shown, in a format of its own too", async () => {
    const source = await workbook([
      [text("a"), text("b"), text("c")],
      [
        { value: 0.35, type: Number, format: "0%" },
        { value: 0.1255, type: Number, format: "0.00%" },
        { value: 1.5, type: Number, format: "#,##0.0%;[Red]-0.0%" },
      ],
    ]);
    expect((await rowsOf(source))[1]).toEqual(["35 %", "12.55 %", "150 %"]);
  });

  it("does not let real numbers settle what numbers typed as text mean", async () => {
    const column = (...cells: SheetData[number]) => workbook([[text("Beløp")], ...cells.map((cell) => [cell])]);
    expect(await rowsOf(await column(text("1.250"), number(300.5)))).toEqual([["Beløp"], ["1.250"], ["3005E-1"]]);
    const found = await inspectFile(
      await column(text("1.250,00"), number(300.5)),
      { ...plainOptions, role: null },
      folder.workspace,
    );
    expect(found.columns[0]?.content).toContain("1.234,56");
  });

  it("says what stands where a value is missing", async () => {
    const plain = unzip(await writeWorkbook([{ data: lines, sheet: "Ark & 1" }]).toBuffer());
    const sheet = plain.get("xl/worksheets/sheet1.xml") as string;
    // The amount of the first line is an error, that of the second a formula that nobody has reckoned.
    const changed = sheet
      .replace(/<c r="C2"([^>]*)>.*?<\/c>/, '<c r="C2" t="e"><v>#N/A</v></c>')
      .replace(/<c r="C3"([^>]*)>.*?<\/c>/, '<c r="C3"><f>SUM(A1:A2)</f></c>');
    expect((await rowsOf(await repacked(plain, "xl/worksheets/sheet1.xml", changed))).map((row) => row[2])).toEqual([
      "Beløp",
      "#N/A",
      "#FORMULA WITHOUT A VALUE",
    ]);
  });

  it("takes a hidden sheet only where no other has anything on it", async () => {
    const hidden = async (...data: SheetData[]) => {
      const sheets = data.map((rows, i) => ({ data: rows, sheet: `Ark ${i + 1}` }));
      const plain = unzip(await writeWorkbook(sheets).toBuffer());
      const book = (plain.get("xl/workbook.xml") as string).replace("<sheet ", '<sheet state="hidden" ');
      return openText(await repacked(plain, "xl/workbook.xml", book), folder.workspace, {});
    };
    expect((await hidden(lines, lines)).table).toMatchObject({ sheet: "Ark 2", otherSheets: ["Ark 1"] });
    expect((await hidden(lines, [])).table).toMatchObject({ sheet: "Ark 1", otherSheets: [] });
  });

  it("may come on standard input, which has no ending", async () =>
    expect(await rowsOf({ ...(await workbook(lines)), name: "stdin" })).toEqual(lineRows));
});

let made = 0;

/** A Parquet file of what a query gives. */
async function parquet(query: string): Promise<Source> {
  const file = path.join(folder.folder, `made-${++made}.parquet`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return { name: "sales.parquet", path: file };
}

const parquetLines = `select * from (values
  ('018', date '2025-12-31', 1234.567::decimal(12, 3), 'Å, "A"' || chr(10) || 'S', timestamp '2025-12-31 13:05:07', 0.5::double, true),
  ('19', date '2025-01-05', -20, null, timestamp '2025-01-05 00:00:00', 1.234, null)
) as t("Kunde""nr", dato, belop, navn, tid, andel, aktiv)`;

describe("a Parquet file", () => {
  it("is read by its types, in its order", async () =>
    expect(await rowsOf(await parquet(parquetLines))).toEqual([
      ['Kunde"nr', "dato", "belop", "navn", "tid", "andel", "aktiv"],
      ["018", "2025-12-31", "1234.5670", 'Å, "A" S', "2025-12-31 13:05:07", "0.5", "true"],
      ["19", "2025-01-05", "-20.0000", "", "2025-01-05", "1.2340", ""],
    ]));

  it.each<[NonNullable<ReadOptions["dateFormat"]>, string, string]>([
    ["dmy", "31.12.2025", "31.12.2025 13:05:07"],
    ["mdy", "12/31/2025", "12/31/2025 13:05:07"],
    ["yyyymmdd", "20251231", "20251231 13:05:07"],
    ["serial", "46022", "46022"],
  ])("follows the notation that was asked for: %s", async (dateFormat, day, moment) => {
    const [, row = []] = await rowsOf(await parquet(parquetLines), { decimal: ",", dateFormat });
    expect([row[1], row[2], row[4], row[5]]).toEqual([day, "1234,5670", moment, "0,5"]);
  });

  it("has moments of a time zone in UTC, and whole numbers without decimals", async () => {
    const query = `select timestamptz '2025-12-31 23:30:00+02' as tid, 18::double as id, 'a' as "to
linjer" union all select null, 18.5, 'b'`;
    expect(await rowsOf(await parquet(query))).toEqual([
      ["tid", "id", "to linjer"],
      ["2025-12-31 21:30:00", "18", "a"],
      ["", "18.5", "b"],
    ]);
  });

  it("keeps quotes of either kind", async () =>
    expect(
      await rowsOf(await parquet(`select * from (values (chr(39) || '18' || chr(39)), ('12", sink')) as t(a)`)),
    ).toEqual([["a"], ["'18'"], ['12", sink']]));

  it("is told by inspect", async () => {
    const found = await inspectFile(await parquet(parquetLines), { ...plainOptions, role: null }, folder.workspace);
    expect(found.table).toEqual({ kind: "parquet" });
  });

  it.each<[string, () => Source, RegExp]>([
    ["that is cut off", () => named("sales.parquet", "PAR1half"), /no whole Parquet file/],
    ["that is text", () => named("sales.parquet", "a,b\n1,2\n"), /named .parquet and is no Parquet file/],
    ["under another ending", () => named("sales.csv", "PAR1xx"), /give it the ending|Parquet file/],
  ])("%s is refused", async (_, source, message) =>
    expect(openText(source(), folder.workspace, {})).rejects.toThrow(message));

  it("blames the disk where the disk is to blame", async () => {
    const source = await parquet(parquetLines);
    const nowhere = { ...folder.workspace, temporary: () => path.join(folder.folder, "none", "x") };
    await expect(openText(source, nowhere, {})).rejects.not.toThrow("Parquet");
  });
});

// zstd's own program wrote it, from `customer_id,date,amount / C1,2025-01-02,100.50 / C2,2025-03-04,20`.
const packed = Buffer.from(
  "KLUv/SQ+8QEAY3VzdG9tZXJfaWQsZGF0ZSxhbW91bnQKQzEsMjAyNS0wMS0wMiwxMDAuNTAKQzIsMjAyNS0wMy0wNCwyMAoj1Bgf",
  "base64",
);

describe("zstd", () => {
  it("is unpacked", async () => {
    expect(await rowsOf(named("sales.csv.zst", packed))).toEqual([
      ["customer_id", "date", "amount"],
      ["C1", "2025-01-02", "100.50"],
      ["C2", "2025-03-04", "20"],
    ]);
    expect((await openText(named("sales.csv.zst", packed), folder.workspace, {})).compression).toBe("zstd");
  });

  it("may come in several frames, and with others between them", async () => {
    const other = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const rows = await rowsOf(named("sales.csv.zst", Buffer.concat([packed, other, packed])));
    expect(rows.map(([id]) => id)).toEqual(["customer_id", "C1", "C2", "customer_id", "C1", "C2"]);
  });

  it("that is cut off anywhere is refused", async () => {
    for (let length = 5; length < packed.length; length++)
      await expect(
        openText(named("x.zst", packed.subarray(0, length)), folder.workspace, {}),
        `${length}`,
      ).rejects.toThrow("the zstd data is damaged or cut off");
  });

  it("with one byte of its content changed is refused: the checksum tells", async () => {
    const at = packed.indexOf("100.50");
    const changed = Buffer.from(packed);
    changed[at] = 0x39;
    await expect(openText(named("x.zst", changed), folder.workspace, {})).rejects.toThrow(
      "the zstd data is damaged or cut off",
    );
  });

  it("does not take a failure of the system for damage", async () => {
    const nowhere = { ...folder.workspace, temporary: () => "/nowhere/at/all" };
    await expect(openText(named("x.zst", packed), nowhere, {})).rejects.toThrow("ENOENT");
  });
});

import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import type { TableRole } from "../../src/ingest/rules.ts";
import { folderOf } from "../helpers/folders.ts";
import { readTable, type Way } from "../helpers/read-table.ts";

const header = "customer_id,date,amount\n";
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `C${i % 7},2026-01-${String((i % 28) + 1).padStart(2, "0")},${i}.25\n`).join(
    "",
  );

async function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> & Way = {},
  name = "sales.csv",
  role: TableRole = "sales",
) {
  return (await readTable(role, path.join(folderOf({ [name]: content }), name), options)).reading;
}

describe("the reader of a file", () => {
  it.each([
    ["plain", header + rows(50), "bulk"],
    ["CRLF", (header + rows(50)).replaceAll("\n", "\r\n"), "bulk"],
    ["CRLF without an end", (header + rows(50)).replaceAll("\n", "\r\n").trimEnd(), "bulk"],
    ["no line end at the end", (header + rows(50)).trimEnd(), "bulk"],
    ["blank lines at the end", `${header}${rows(50)}\n\n,,\n`, "careful"],
    ["a byte order mark", `\ufeff${header}${rows(50)}`, "bulk"],
    ["quotes at the edges", header + rows(50).replaceAll("C1", '"C ""1"", AS"'), "bulk"],
    ["old Mac line ends", (header + rows(50)).replaceAll("\n", "\r"), "careful"],
    ["a blank line between", `${header}${rows(5)}\n${rows(5)}`, "careful"],
    ["a line end in quotes", `${header}"C\n1",2026-01-01,1.5\n${rows(5)}`, "careful"],
    ["a quote in a field", `${header}C"1,2026-01-01,1.5\n${rows(5)}`, "careful"],
    ["umlauts after the head", `${header}${rows(12_000)}Ærø,2026-01-01,1.5\n`, "bulk"],
    ["an odd number after the head", `${header}${rows(12_000)}C1,2026-01-01,(1.5)\n`, "careful"],
    ["a title above", `Sales of 2026\n\n${header}${rows(50)}`, "bulk"],
    ["UTF-16", iconv.encode(header + rows(50), "utf-16le", { addBOM: true }), "bulk"],
    ["Windows-1252", iconv.encode(header + rows(50).replaceAll("C1", "Ærø"), "windows-1252"), "bulk"],
    ["gzip", gzipSync(header + rows(50)), "bulk"],
  ] as const)("%s", async (what, content, reader) => {
    const file = await read(content);
    const careful = await read(content, { carefulOnly: true });
    expect([what, file.reader]).toEqual([what, reader]);
    expect([file.rows, file.records, file.badRowCount]).toEqual([careful.rows, careful.records, 0]);
    for (const ordinal of [0, file.rows - 1]) expect(file.lineOf(ordinal)).toBe(careful.lineOf(ordinal));
  });

  it("trims tabs in quotes where tabs delimit", async () => {
    const tabs = `${header}"\tC1",2026-01-01,1.5\n"C1\t",2026-01-02,2.5\n`.replaceAll(",", "\t");
    const file = path.join(folderOf({ "sales.tsv": tabs }), "sales.tsv");
    const [quick, careful] = [await readTable("sales", file), await readTable("sales", file, { carefulOnly: true })];
    expect(quick.reading.reader).toBe("bulk");
    expect(quick.facts).toEqual(careful.facts);
  });

  it("knows the lines of rows, whatever is above or between them", async () => {
    const file = await read(`Title\n${header}C1,2026-01-01,1.5\n\n"C\n2",2026-01-02,2.5\nC3,2026-01-03,3.5\n`);
    expect([0, 1, 2].map((ordinal) => file.lineOf(ordinal))).toEqual([3, 5, 7]);
  });

  it("lists bad rows and reads the others", async () => {
    const file = await read(
      `${header}C1,2026-01-01,1.5\nC2,soon,1\nC3,2026-01-03\nC4,2026-01-04,1,2\nC5,2026-01-05,x\n`,
      {
        onBadRow: "skip",
      },
    );
    expect([file.records, file.rows, file.badRowCount]).toEqual([5, 1, 4]);
    expect(file.badRows.map(({ line, column, problem, raw }) => [line, column, problem, raw])).toEqual([
      [3, "date", "is not a date", "C2,soon,1"],
      [4, null, "the row has 2 fields, the header 3", "C3,2026-01-03"],
      [5, null, "the row has 4 fields, the header 3", "C4,2026-01-04,1,2"],
      [6, "amount", "is not a number", "C5,2026-01-05,x"],
    ]);
  });

  it("keeps the first ten, or all of them with their own text where they are put aside", async () => {
    const bad = `${header}C1,2026-01-01,1.5\n${'"C 2",2026-01-02,x\n'.repeat(30)}`;
    const kept = await read(bad, { onBadRow: "skip" });
    expect([kept.badRows.length, kept.badRowCount]).toEqual([10, 30]);
    const aside = await read(bad, { onBadRow: "quarantine" });
    expect(aside.badRows).toHaveLength(30);
    expect(aside.badRows[0]?.raw).toBe('"C 2",2026-01-02,x');
  });

  it("lets trailing delimiters pass, and reports NUL", async () => {
    const file = await read(`${header}C1,2026-01-01,1.5,,\nC\u00002,2026-01-01,1.5\n`, { onBadRow: "skip" });
    expect([file.rows, file.badRows.map(({ problem }) => problem)]).toEqual([1, ["contains a NUL character"]]);
  });

  it("reports stray bytes in a file that is otherwise UTF-8", async () => {
    const content = Buffer.concat([
      Buffer.from(`${header}${"Ærø,2026-01-01,1.5\n".repeat(200)}C`),
      Buffer.from([0xe6]),
      Buffer.from(",2026-01-01,1.5\n"),
    ]);
    const file = await read(content, { onBadRow: "skip" });
    expect(file.badRows).toMatchObject([{ line: 202, problem: "is not valid UTF-8 in a file that otherwise is" }]);
  });

  it.each([
    ["no rows", header, "the file has a header and no rows"],
    ["an empty file", "", "the file is empty"],
    ["a page of the web", "<!doctype html><html></html>", "is a web page"],
    ["a workbook", "PK\u0003\u0004xxxx", "is a zip archive or Excel workbook"],
    ["a missing column", "customer_id,date\nC1,2026-01-01\n", "amount"],
    ["a quote that is never closed", `${header}C1,2026-01-01,1.5\n"C2,2026-01-01,1.5\n`, "never closed"],
  ])("refuses %s", async (_what, content, words) => {
    await expect(read(content)).rejects.toThrow(words);
  });

  it("reads tables without a header by position", async () => {
    const maps = [
      ["customer_id", "#1"],
      ["date", "#2"],
      ["amount", "#3"],
    ].map(([column = "", target = ""]) => ({ role: "sales", column, target }));
    const file = await read(rows(5), { noHeader: true, maps });
    expect([file.rows, file.headers, file.lineOf(0)]).toEqual([5, ["#1", "#2", "#3"], 1]);
  });
});

describe("regular files of any make", () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcÆø";, \t\u00a0e\u0301|Z9'.split("")), maxLength: 8 }),
    fc.constantFrom("", "C1", "Total", "NULL", " x "),
  );
  const make = fc.record({
    rows: fc.array(
      fc.tuple(field, fc.integer({ min: 0, max: 800 }), fc.integer({ min: -99_999, max: 99_999 }), field),
      { minLength: 1, maxLength: 30 },
    ),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    ends: fc.boolean(),
    mark: fc.constantFrom("", "\ufeff"),
    quoteAll: fc.boolean(),
  });

  it("are read alike by both readers", { timeout: 60_000 }, async () => {
    let inBulk = 0;
    await fc.assert(
      fc.asyncProperty(make, async ({ rows, delimiter, lineEnd, ends, mark, quoteAll }) => {
        const write = (text: string) =>
          quoteAll || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = [
          ["customer_id", "date", "amount", "product"],
          ...rows.map(([id, day, cents, product]) => [
            id,
            new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
            (cents / 100).toFixed(2),
            product,
          ]),
        ].map((fields) => fields.map(write).join(delimiter));
        const file = path.join(
          folderOf({ "sales.csv": `${mark}${lines.join(lineEnd)}${ends ? lineEnd : ""}` }),
          "sales.csv",
        );
        const [quick, careful] = [
          await readTable("sales", file),
          await readTable("sales", file, { carefulOnly: true }),
        ];
        expect(quick.facts).toEqual(careful.facts);
        const unhashed = { withHash: false };
        const [typed, again] = [
          await readTable("sales", file, unhashed),
          await readTable("sales", file, { ...unhashed, carefulOnly: true }),
        ];
        expect(typed.facts).toEqual(again.facts);
        expect(quick.reading.rows).toBe(rows.length);
        if (quick.reading.reader === "bulk") inBulk++;
      }),
      { numRuns: 20 },
    );
    expect(inBulk).toBeGreaterThan(8);
  });
});

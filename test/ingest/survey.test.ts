import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords } from "../../src/ingest/records.ts";
import { guessOddities, surveyFile } from "../../src/ingest/survey.ts";
import { testFolder } from "./files.ts";

const folder = testFolder();
const survey = (content: string | Buffer, delimiter = ",", from = 0) =>
  surveyFile(folder.write("s.csv", content).path, delimiter, from);

describe("surveyFile", () => {
  it.each<[string, string, number, string]>([
    ["plain", "a,b\nc,d\n", 2, "\n"],
    ["no final line end", "a,b\nc,d", 2, "\n"],
    ["CRLF", "a,b\r\nc,d\r\n", 2, "\r\n"],
    ["CRLF, not at the end", "a,b\r\nc,d", 2, "\r\n"],
    ["quoted fields", '"a, ""x""",b\n"c","d"\n', 2, "\n"],
    ["quoted fields, CRLF", '"a","b"\r\n"c","d"\r\n', 2, "\r\n"],
    ["blank lines at the end", "a,b\nc,d\n\n,\n", 2, "\n"],
    ["letters beyond ASCII", "ü,ø\n", 1, "\n"],
    ["nothing", "", 0, "\n"],
    ["blank lines at the end, CRLF", "a,b\r\nc,d\r\n\r\n,\r\n", 2, "\r\n"],
  ])("finds %s regular", async (_, content, records, lineEnd) =>
    expect(await survey(content)).toMatchObject({
      irregularity: null,
      records,
      lineEnd,
      isAscii: !content.includes("ü"),
      hasQuotes: content.includes('"'),
    }));

  it.each<[string, string | Buffer, string, number | null]>([
    ["bytes that are not UTF-8", Buffer.from([97, 10, 98, 0xff, 10, 99, 10]), "encoding", 1],
    ["bytes that are not UTF-8 in the last line", Buffer.from([97, 10, 98, 10, 99, 0xe9]), "encoding", 2],
    ["NUL", "a\nb\nc\u0000\n", "nul", 2],
    ["lines that end in two ways", "a\nb\r\nc\n", "line-end", null],
    ["a last line that ends in another way", "a\r\nb\n", "line-end", null],
    ["a last line that ends with CR", "a\r\nb\r", "line-end", null],
    ["CR alone", "a\rb\nc\n", "line-end", null],
    ["a blank line", "a\n\nb\n", "blank-line", 1],
    ["a delimiter-only line", "a,b\nc,d\n,\ne,f\n", "blank-line", 2],
    ["a quote inside a field", 'a,b\nc,d"e\n', "quote", 1],
    ["text behind a closing quote", 'a,b\n"c"d,e\n', "quote", 1],
    ["a CR behind a closing quote", '"c"\rd\n', "quote", 0],
    ["a line break in a field", 'a,b\n"c\nd",e\n', "line-break", 1],
    ["a quote that is never closed", 'a,b\nc,"d', "line-break", 1],
  ])("finds %s", async (_, content, irregularity, linesAbove) =>
    expect(await survey(content)).toMatchObject({ irregularity, linesAbove }));

  it("starts where the data starts", async () =>
    expect(await survey('x"y\na,b\nc,d\n', ",", 4)).toMatchObject({ irregularity: null, records: 2 }));

  it("surveys lines that lie over two chunks", async () => {
    const line = `"${"x".repeat(996)}",1\n`;
    expect(await survey(line.repeat(9_000))).toMatchObject({ irregularity: null, records: 9_000 });
    expect(await survey(`${line.repeat(9_000)}\u0000`)).toMatchObject({ irregularity: "nul", linesAbove: 9_000 });
    expect(await survey(`${line.repeat(4_000)}"\n${line.repeat(9_000)}`)).toMatchObject({
      irregularity: "line-break",
      linesAbove: 4_000,
    });
  });

  it("gives up on a file without lines", async () =>
    expect(await survey("x".repeat(38_000_000))).toMatchObject({ irregularity: "line-end" }));
});

describe("marks that DuckDB takes for part of a number", () => {
  it.each([
    "1_000",
    "12.;x",
    "12,;x",
    '"12."',
    "x;12.",
    "x;12.\r",
    "1.e3",
    "1,E3",
    "0,e0",
    "12. ;x",
    "- ;x",
    "x;-   ",
    "+ ;x",
    '"1e ";x',
    "1e- ;x",
  ])("are found in %s", async (line) => expect((await survey(`a;b\n${line}\n`, ";")).hasTrickyMarks).toBe(true));

  it("are found at the very end of a file", async () =>
    expect((await survey("a;b\nx;12.", ";")).hasTrickyMarks).toBe(true));

  it.each([
    "12.50;13,5",
    "St.Eriks;x.e",
    "1.5e3;2E4",
    "Acme, Inc. Ltd;x",
    ".5;x",
    "A - B;x ",
    "Grande ;x",
    "-;x",
  ])("are not found in %s", async (line) => expect((await survey(`a;b\n${line}\n`, ";")).hasTrickyMarks).toBe(false));

  it("are guessed from records", () => {
    expect(
      guessOddities(
        [
          ["a", "1"],
          ["b", "- "],
        ],
        ";",
      ),
    ).toEqual({ otherBlanks: false, trickyMarks: true });
    expect(guessOddities([["a\u00a0", "1"]], ";")).toEqual({ otherBlanks: true, trickyMarks: false });
    expect(guessOddities([["a, b", "1.5"]], ",")).toEqual({ otherBlanks: false, trickyMarks: false });
  });

  it("are no marks where they delimit fields", async () => {
    expect((await survey("a,b\n1,,\n", ",")).hasTrickyMarks).toBe(false);
    expect((await survey("a,b\n1,e5\n", ",")).hasTrickyMarks).toBe(false);
  });
});

describe("what the survey finds regular, DuckDB reads strictly as the same records", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "b", "ü", "7", ",", ";", '"', "\n", " "), maxLength: 4 });
  const content = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "b,c", '"d"', "\n1,2\n"), maxLength: 30 }),
    fc
      .tuple(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom("\n", "\r\n"),
      )
      .map(([rows, quoted, end]) => stringify(rows, { quoted, record_delimiter: end })),
  );

  it("record by record", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    let regular = 0;
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        const file = folder.write("d.csv", "").path;
        writeFileSync(file, text);
        const { irregularity, records, lineEnd } = await surveyFile(file, ",", 0);
        if (irregularity !== null || records === 0) return;
        const own: string[][] = [];
        await readRecords(file, "d", { delimiter: ",", quote: '"', escape: '"' }, (fields) => {
          own.push(fields);
          return true;
        });
        while (own.length > records && own.at(-1)?.every((field) => field === "")) own.pop();
        expect(own).toHaveLength(records);
        if (own.some((fields) => fields.length !== 2)) return;
        regular++;
        const read = await connection.runAndReadAll(
          `select * from read_csv('${file}', auto_detect=false, header=false, delim=',', quote='"', escape='"', strict_mode=true,
             ${lineEnd === "\n" ? "new_line='\\n'," : ""} columns={'a': 'VARCHAR', 'b': 'VARCHAR'}, force_not_null=['a', 'b'])`,
        );
        const rows = read.getRows() as string[][];
        while (rows.length > records && rows.at(-1)?.every((field) => field === "" || field === null)) rows.pop();
        expect(rows).toEqual(own);
      }),
      { numRuns: 400 },
    );
    expect(regular).toBeGreaterThan(20);
  }, 60_000);
});

import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeCsv } from "../../src/output/csv.ts";
import { defaultFormatOptions } from "../../src/output/format.ts";
import type { Cell, Report } from "../../src/output/report.ts";
import { sheetNames, writeWorkbook } from "../../src/output/xlsx/workbook.ts";
import { writeXlsx } from "../../src/output/xlsx.ts";
import { unzip } from "../helpers/unzip.ts";
import { everyKind, report, texts } from "./sample.ts";

const write = (given: Report, options = {}) => writeXlsx(given, { ...defaultFormatOptions, ...options });

/** What a reader of workbooks finds on each sheet. */
async function readBack(workbook: Uint8Array): Promise<Record<string, unknown[][]>> {
  const sheets = await readWorkbook(Buffer.from(workbook), { trim: false });
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
}

/** The one text of a report, as it is read back. */
async function textBack(text: string, options = {}): Promise<unknown> {
  const { Result } = await readBack(await write(texts(text), options));
  return Result?.[1]?.[1];
}

afterEach(() => void vi.useRealTimers());

describe("writeXlsx", () => {
  it("keeps every number a number, every date a date, what is not known empty", async () => {
    const { Result } = await readBack(await write(everyKind));
    expect(Result).toEqual([
      ["customer_id", "first_purchase", "revenue", "margin", "nps", "orders"],
      // 1234.5615 is 1234.56 as in csv; ratios keep all their digits.
      ["C1", new Date("2026-01-31T00:00:00Z"), 1234.56, 0.73823, 14.6, 12],
      ["C2", null, 0, -0.00001, -0.001, 0],
    ]);
  });

  it("reads back every amount to the cent, and every ratio to the last bit", async () => {
    const amounts = fc.sample(fc.bigInt(-(10n ** 17n) + 1n, 10n ** 17n - 1n), { numRuns: 300, seed: 7 });
    const ratios = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 300, seed: 7 });
    const columns = [
      { name: "revenue", kind: "money" },
      { name: "share", kind: "ratio" },
    ] as const;
    const given = report(
      columns,
      amounts.map((amount, i) => [amount, ratios[i] as number]),
    );
    const { Result } = await readBack(await write(given));
    const csv = Buffer.from(writeCsv(given, defaultFormatOptions)).toString().split("\n").slice(1);
    expect(Result?.slice(1).map((row) => (row[0] as number).toFixed(2))).toEqual(
      amounts.map((_, i) => csv[i]?.split(",")[0]),
    );
    expect(Result?.slice(1).map((row) => row[1])).toEqual(ratios.map((ratio) => ratio + 0));
  });

  it("writes an amount of more than 15 digits as text rather than lose some, and says so", async () => {
    // 9,999,999,999,999.99 has 15 digits, 10,000,000,000,000.01 has 16.
    const given = report([{ name: "revenue", kind: "money" }], [[99_999_999_999_999_900n], [100_000_000_000_000_100n]]);
    const { Result, About } = await readBack(await write(given));
    expect(Result?.slice(1)).toEqual([[9_999_999_999_999.99], ["10000000000000.01"]]);
    expect(About?.[1]).toEqual(["text, not numbers", "amounts of more than 13 digits in revenue"]);
  });

  it("writes a day before March 1900 as text: spreadsheets reckon it differently", async () => {
    const given = report([{ name: "founded", kind: "date" }], [["1899-12-31"], ["1900-03-01"]]);
    const { Result } = await readBack(await write(given));
    expect(Result?.slice(1)).toEqual([["1899-12-31"], [new Date("1900-03-01T00:00:00Z")]]);
  });

  it.each([
    "=1+1",
    "@SUM(A1)",
    "+A1",
    "-2+3",
    "＝1+1",
    "\t=1+1",
  ])("neutralises %j, unless asked not to", async (text) => {
    expect(await textBack(text)).toBe(`'${text}`);
    expect(await textBack(text, { escapeFormulas: false })).toBe(text);
  });

  it("has no formula cell, whatever a text says", async () => {
    const workbook = await write(texts("=HYPERLINK(1)", "=cmd|' /C calc'!A0"), { escapeFormulas: false });
    for (const [name, xml] of unzip(workbook)) expect(xml, name).not.toContain("<f>");
  });

  it.each([
    ["markup", "<b>&amp;\"'</b>", "<b>&amp;\"'</b>"],
    ["line ends", "a\r\nb\rc\nd\te", "a\nb\nc\nd\te"],
    ["control characters", "a\u0000b\u0007c\u009f", "a\\u0000b\\u0007c\\u009f"],
    ["direction marks", "abc\u202edef", "abc\\u202edef"],
    ["half a character", "a\ud800b", "a\\ud800b"],
    ["blanks at the edges", "  a ", "  a "],
    ["what a spreadsheet takes for an escape", "a_x0041_b", "a_x0041_b"],
    ["a name that every object has", "constructor", "constructor"],
    ["another", "__proto__", "__proto__"],
    ["letters beyond ASCII", "Åse 株式会社 😀", "Åse 株式会社 😀"],
  ])("keeps a text inert and whole: %s", async (_, text, expected) => expect(await textBack(text)).toBe(expected));

  it("cuts a text at the most that a cell holds", async () => {
    expect(await textBack("x".repeat(32_767))).toHaveLength(32_767);
    expect(await textBack("x".repeat(40_000))).toBe(`${"x".repeat(32_766)}…`);
    expect(await textBack(`${"x".repeat(32_765)}😀😀`)).toBe(`${"x".repeat(32_765)}…`);
  });

  it("says on a second sheet what the rows are of", async () => {
    const given = report([{ name: "a", kind: "text" }], [], {
      summaryLines: [{ term: "as of", value: "2026-09-30" }],
      head: {
        command: "classify",
        currency: null,
        options: { abc: { cuts: [20, 80] } },
        inputs: [{ file: "sales.csv", rows: 3 }],
        notices: [],
      },
    });
    expect(await readBack(await write(given))).toEqual({
      Classify: [["a"]],
      About: [
        ["item", "value"],
        ["as of", "2026-09-30"],
        ["command", "classify"],
        ["currency", null],
        ["options.abc.cuts", "20, 80"],
        ["inputs 1.file", "sales.csv"],
        ["inputs 1.rows", "3"],
        ["notices", null],
      ],
    });
  });

  it("freezes the header, filters all rows, formats numbers, fills by tone, fits widths", async () => {
    const given = report(
      [
        { name: "class", kind: "text", tones: new Map([["A", "good"]]) },
        { name: "revenue", kind: "money" },
        { name: "customer_name", kind: "text" },
      ],
      [
        ["A", 12_345_678_900n, "x".repeat(90)],
        ["C", 1n, "y"],
      ],
    );
    const files = unzip(await write(given));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:C3"/>');
    // class: its name and the arrow; 1,234,567.89 has 12 characters and 2 beside; the long name is capped.
    expect([...sheet.matchAll(/width="(\d+)"/g)].map(([, width]) => width)).toEqual(["8", "14", "60"]);
    const styles = files.get("xl/styles.xml") ?? "";
    expect(styles).toContain('formatCode="#,##0.00"');
    expect(styles).toContain("E2F0D9");
  });

  it("gives the same bytes at another time", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-02T03:04:05Z") });
    const first = await write(everyKind);
    vi.setSystemTime(new Date("2031-07-08T21:10:11Z"));
    expect(Buffer.compare(await write(everyKind), first)).toBe(0);
  });

  it("refuses more rows and columns than a sheet holds", async () => {
    const rows: Cell[][] = new Array(1_048_576).fill([1]);
    await expect(write(report([{ name: "a", kind: "count" }], rows))).rejects.toMatchObject({ exit: 2 });
    const columns = Array.from({ length: 16_385 }, (_, i) => ({ name: `c${i}`, kind: "count" as const }));
    await expect(write(report(columns, []))).rejects.toMatchObject({ exit: 2, hint: "--columns a,b" });
  });
});

describe("writeWorkbook", () => {
  it("writes several sheets in order", async () => {
    const workbook = await writeWorkbook(
      ["Summary", "Customers"].map((name) => ({ name, columns: everyKind.columns, rows: everyKind.rows })),
      { escapeFormulas: true },
    );
    const sheets = await readBack(workbook);
    expect(Object.keys(sheets)).toEqual(["Summary", "Customers"]);
    expect(sheets.Customers?.[1]?.[0]).toBe("C1");
  });
});

describe("sheetNames", () => {
  it.each([
    [["Data quality"], ["Data quality"]],
    [["a/b:c*[d]?\\"], ["a b c  d"]],
    [["'quoted'"], ["quoted"]],
    [[""], ["Sheet"]],
    [
      ["Plan", "plan", "PLAN"],
      ["Plan", "plan 2", "PLAN 3"],
    ],
    [["x".repeat(40)], ["x".repeat(31)]],
    [
      ["x".repeat(40), "x".repeat(41)],
      ["x".repeat(31), `${"x".repeat(29)} 2`],
    ],
    [[`${"x".repeat(30)}😀`], ["x".repeat(30)]],
  ])("%j", (given, expected) => expect(sheetNames(given)).toEqual(expected));
});

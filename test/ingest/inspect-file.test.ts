import { describe, expect, it } from "vitest";
import type { Inspection } from "../../src/facts/inspection.ts";
import type { Role } from "../../src/ingest/columns.ts";
import { inspectFile } from "../../src/ingest/inspect-file.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import { plainOptions, testFolder } from "./files.ts";

const folder = testFolder();
const inspect = (
  content: string | Buffer,
  role: Role | null = null,
  options: Partial<ReadOptions> = {},
): Promise<Inspection> =>
  inspectFile(
    folder.write("x.csv", content),
    { ...plainOptions, ...options, role: role === null ? null : { role, evidence: "--role" } },
    folder.workspace,
  );
const column = async (cells: readonly string[], options: Partial<ReadOptions> = {}) =>
  (
    await inspect(`id;value\n${cells.map((cell, i) => `x${i};${cell}\n`).join("")}`, null, {
      delimiter: ";",
      ...options,
    })
  ).columns[1];

describe("what a column holds", () => {
  it.each<[string, string[], string, RegExp]>([
    ["whole numbers", ["1", "22", "333"], "whole number", /no separators/],
    ["decimal points", ["1.5", "2"], "number 1234.56", /1\.5 in line 2 has one digit after the point/],
    ["grouped decimal commas", ["1.234,50", "2"], "number 1.234,56", /line 2/],
    ["amounts with a currency", ["1,50 €", "2"], "number 1234,56 with EUR", /line 2/],
    ["percentages", ["1.5 %", "2"], "number 1234.56 with %", /line 2/],
    [
      "days first",
      ["01/02/2024", "31/01/2024"],
      "date day/month/year",
      /31 in 31\/01\/2024 \(line 3\) cannot be a month/,
    ],
    ["months first", ["01/31/2024"], "date month/day/year", /cannot be a month/],
    ["ISO dates, one blank", ["2024-01-31", ""], "date year-month-day", /year first; 1 blank/],
    ["dates of eight digits", ["20240131", "20240201"], "date yyyymmdd", /eight digits/],
    ["eight digits that are no dates", ["20240131", "20249999"], "whole number", /no separators/],
    ["five digits", ["45292", "45293"], "whole number", /no separators/],
    ["leading zeros", ["007", "12"], "text", /007 in line 2 begins with 0/],
    ["text", ["b", "b", "a"], "text", /^2 different values: b, a$/],
    ["one text", ["b"], "text", /^1 different value: b$/],
    ["many texts", ["a", "b", "c", "d", "e", "f"], "text", /^6 different values: a, b, c, d, e, …$/],
    ["nothing", ["", " "], "nothing", /every cell is blank/],
    [
      "numbers and a word",
      [...Array.from({ length: 12 }, (_, i) => `${i + 1}.25`), "none"],
      "number 1234.56",
      /1 cannot be read so: none in line 14/,
    ],
  ])("%s", async (_, cells, content, evidence) => {
    const found = await column(cells);
    expect(found).toMatchObject({ content, advice: null });
    expect(found?.evidence).toMatch(evidence);
  });

  it.each<[string, string[], string, RegExp]>([
    ["numbers readable two ways", ["1.250", "2.100"], "number, decimal mark not known", /--decimal/],
    ["numbers in two notations", ["1.5", "2,25"], "numbers in two notations", /--decimal/],
    ["dates readable two ways", ["01/02/2024", "03/04/2024"], "date, day and month not told apart", /--date-format/],
    ["dates in two formats", ["31/01/2024", "01/31/2024"], "dates in two formats", /--date-format/],
  ])("%s: says what to do", async (_, cells, content, advice) => {
    const found = await column(cells);
    expect(found).toMatchObject({ content });
    expect(found?.advice).toMatch(advice);
  });

  it("is what the user says", async () => {
    expect(await column(["1.250", "2.100"], { decimal: "," })).toMatchObject({ content: "number 1.234,56" });
    expect(await column(["01/02/2024"], { dateFormat: "mdy" })).toMatchObject({ content: "date month/day/year" });
  });

  it("is judged over the whole file, but text is soon settled", async () => {
    const words = Array.from({ length: 2500 }, (_, i) => `word ${i} ${"x".repeat(70)}`);
    expect((await column(words))?.evidence).toMatch(/^1000 different values and more: word 0 xx/);
    const days = Array.from({ length: 3000 }, () => "01/02/2024");
    expect(await column([...days, "13/02/2024"])).toMatchObject({ content: "date day/month/year" });
  });
});

describe("the reader that other commands take", () => {
  const sales = "customer,date,amount\n";
  it.each<[string, string | Buffer, Role | null, string, RegExp]>([
    ["a regular file", `${sales}C1,2024-01-31,1.50\n`, "sales", "bulk", /every record is a line/],
    ["a file of no role", "a,b\n1,2\n", null, "bulk", /every record/],
    ["customers", "customer,name\nC1,x\n", "customers", "careful", /row by row/],
    ["events", "customer,date,type\nC1,2024-01-31,usage\n", "events", "careful", /row by row/],
    [
      "a line break in a field",
      `${sales}C1,2024-01-31,1.50\n"C\n2",2024-01-31,2.50\n`,
      "sales",
      "careful",
      /a quoted field holds a line break in line 3/,
    ],
    [
      "a quote inside a field",
      `${sales}C"1,2024-01-31,1.50\n`,
      "sales",
      "careful",
      /a quote stands inside a field in line 2/,
    ],
    [
      "a blank line",
      `${sales}C1,2024-01-31,1.50\n\nC2,2024-01-31,1.50\n`,
      "sales",
      "careful",
      /a blank line stands in line 3/,
    ],
    ["two line ends", `${sales}C1,2024-01-31,1.50\r\nC2,2024-01-31,1.50\n`, "sales", "careful", /more than one way/],
    ["NUL", `${sales}C\u0000,2024-01-31,1.50\n`, "sales", "careful", /NUL character stands in line 2/],
    [
      "damaged UTF-8",
      Buffer.concat([
        Buffer.from(`${sales}${"ø".repeat(20)},2024-01-31,1.50\nC`),
        Buffer.from([0xff]),
        Buffer.from(",2024-01-31,2.50\n"),
      ]),
      "sales",
      "careful",
      /bytes in line 3 are not UTF-8/,
    ],
    [
      "a row too short",
      `${sales}C1,2024-01-31,1.50\nC2,2024-01-31\n`,
      "sales",
      "careful",
      /line 3 has another number of fields/,
    ],
    ["a notation that the head leaves open", `${sales}C1,01/02/2024,1.50\n`, "sales", "careful", /do not settle/],
    [
      "comma and blank",
      "customer, date, amount\nC1, 2024-01-31, 1.50\n",
      "sales",
      "careful",
      /more than one character/,
    ],
    ["single quotes", "customer,date,amount\n'a, b',2024-01-31,1.50\n", "sales", "careful", /not the double quote/],
    ["backslashes", 'customer,date,amount\n"a \\"b\\" c",2024-01-31,1.50\n', "sales", "careful", /backslash/],
  ])("of %s", async (_, content, role, name, reason) => {
    const { reader } = await inspect(content, role);
    expect(reader.name).toBe(name);
    expect(reader.reasons.join("; ")).toMatch(reason);
  });
});

describe("the mapping", () => {
  it("finds the role by its required columns", async () => {
    expect((await inspect("Kundennr;Datum;Betrag\n1;2024-01-31;2,50\n")).role).toEqual({
      name: "sales",
      evidence: "its required columns are all there; costs would fit too: --role",
    });
    expect((await inspect("customer,date,score\nC1,2024-01-31,9\n")).role?.name).toBe("nps");
    expect((await inspect("customer,segment,industry\nC1,a,b\n")).role?.name).toBe("customers");
    expect((await inspect("sku,size\nC1,a\n")).role).toBeNull();
  });

  it("tells what is missing, with the nearest guess, and maps the rest", async () => {
    const { missing, columns, problems } = await inspect("Customer,Brutto,Region\nC1,5,x\n", "sales");
    expect(missing).toEqual([
      { column: "date", advice: "--map sales.date=HEADER" },
      { column: "amount", advice: "perhaps `Brutto` is `amount`? --map sales.amount=Brutto" },
    ]);
    expect(columns.map(({ mappedTo }) => mappedTo)).toEqual(["customer_id", null, "region"]);
    expect(problems).toEqual([]);
  });

  it("tells which columns were left alone", async () =>
    expect(
      (await inspect("customer_id,customer no,date,amount\n1,2,2024-01-31,3\n", "sales")).columns[1],
    ).toMatchObject({
      mappedTo: null,
      ignoredBecause: "`customer_id` is the better name",
    }));

  it("leaves open what two headers claim, and maps the rest", async () => {
    const { problems, columns, missing } = await inspect("customer,date,amount,Amount\nC1,2024-01-31,3,4\n", "sales");
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toMatch(/amount/i);
    expect(problems[0]?.advice).toMatch(/--map sales\.amount=#3/);
    expect(columns.map(({ mappedTo }) => mappedTo)).toEqual(["customer_id", "date", null, null]);
    expect(missing).toEqual([]);
  });

  it("goes by the user's word, and says where it does not hold", async () => {
    const maps = [{ role: "sales", column: "amount", target: "Brutto" }];
    expect((await inspect("Customer,Date,Brutto\nC1,2024-01-31,5\n", "sales", { maps })).columns[2]).toMatchObject({
      mappedTo: "amount",
    });
    const wrong = await inspect("Customer,Date,Amount\nC1,2024-01-31,5\n", "sales", { maps });
    expect(wrong.problems[0]?.problem).toMatch(/no column `Brutto`/);
    expect(wrong.columns[2]).toMatchObject({ mappedTo: "amount" });
  });

  it("tells of a file without a header", async () => {
    const { problems, columns } = await inspect("C1,2024-01-31,5\nC2,2024-02-01,6\n", "sales");
    expect(problems[0]?.problem).toMatch(/looks like data/);
    expect(columns).toHaveLength(3);
    const byPlace = await inspect("C1,2024-01-31,5\n", "sales", { noHeader: true });
    expect(byPlace.missing.map(({ column: name }) => name)).toEqual(["customer_id", "date", "amount"]);
  });

  it("passes on a wrong option", async () =>
    expect(
      inspect("a,b\n1,2\n", "sales", { maps: [{ role: "sales", column: "nonsense", target: "a" }] }),
    ).rejects.toThrow("no column"));
});

describe("the file", () => {
  it("is described from its titles to its end", async () => {
    const found = await inspect(
      'sep=;\r\nReport\r\n\r\nKunde;Datum;Betrag\r\n"A;\r\nB";31.01.2024;5\r\n;;\r\nC;1\r\n"D;02.01.2024;6',
      "sales",
    );
    expect(found).toMatchObject({
      delimiter: { text: ";", evidence: "the sep= line says so" },
      hasSeparatorLine: true,
      titles: { count: 2, first: [{ line: 2, fields: ["Report"] }] },
      header: { line: 4 },
      records: 3,
      blankRecords: 1,
      ragged: { count: 1, lines: [8] },
      mended: { count: 1, lines: [9] },
      lineEnds: { lf: 0, crlf: 8, cr: 0, isFinalMissing: true },
      firstRows: [
        { line: 5, fields: ["A;\r\nB", "31.01.2024", "5"] },
        { line: 8, fields: ["C", "1"] },
        { line: 9, fields: ['"D', "02.01.2024", "6"] },
      ],
    });
  });

  it("may be a header alone, or one column of old line ends", async () => {
    expect(await inspect("customer,date,amount\n", "sales")).toMatchObject({ records: 0, header: { line: 1 } });
    expect(await inspect("name\ra\rb")).toMatchObject({
      records: 2,
      lineEnds: { lf: 0, crlf: 0, cr: 2, isFinalMissing: true },
    });
  });

  it("is not blamed for columns that only some rows have", async () =>
    expect((await inspect("a,b\n1,2,3\n4,5\n")).columns).toHaveLength(2));
});

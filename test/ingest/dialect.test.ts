import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DialectOptions, findDialect } from "../../src/ingest/dialect.ts";
import { countKnownHeaders } from "../../src/ingest/mapping.ts";

const find = (text: string, options: DialectOptions = {}) => findDialect(text, options);
const sales: DialectOptions = { knownHeaders: (fields) => countKnownHeaders("sales", fields) };
const rows = (line: string, count = 5) => `${line}\n`.repeat(count);

describe("the delimiter", () => {
  it.each<[string, string, string]>([
    ["a comma", rows("a,1,x"), ","],
    ["a semicolon beside decimal commas", rows("a;1,5;x;2,25"), ";"],
    ["a tab beside commas in text", rows("a, b\t1\tx, y"), "\t"],
    ["an upright bar", rows("a|1|x"), "|"],
    ["a comma and a blank", rows("a, 1, x"), ", "],
    ["a comma and a blank before quotes", rows('a, "b, c", 1'), ", "],
    ["a comma, where only quoted text has blanks behind commas", rows('a,"b, c",1'), ","],
    ["a comma, where a blank is missing once", `${rows("a, 1, x")}b,2, y\n`, ","],
    ["a blank between quoted texts", rows('"a b" 1 "c d"'), " "],
    ["a blank between quoted texts with commas", rows('"a b, c" 1 "d; e"'), " "],
    ["blanks in runs", rows(" 001   12  3.5"), "whitespace"],
    ["single blanks, one field empty", `${rows("a b c d")}${rows("a  c d")}`, " "],
    ["none: one column", rows("a"), ","],
    ["none: a column of two words", rows("a b"), ","],
    ["none: texts of several words", "one two three\nfour five\nsix\n", ","],
    ["nothing at all", "", ","],
    ["the same number of fields either way: the first of , ; tab |", rows("a;b,c"), ","],
  ])("is %s", async (_, text, delimiter) => expect(await find(text)).toMatchObject({ delimiter }));

  it("is what the user says, or the sep= line, in this order", async () => {
    expect(await find(rows("a,1;x"), { delimiter: ";" })).toMatchObject({
      delimiter: ";",
      evidence: { delimiter: "--delimiter" },
    });
    expect(await find(rows("a\t1"), { delimiter: "tab" })).toMatchObject({ delimiter: "\t" });
    expect(await find(rows("a.1"), { delimiter: "." })).toMatchObject({ delimiter: ".", fieldCount: 2 });
    expect(await find(rows("a  1"), { delimiter: "whitespace" })).toMatchObject({ fieldCount: 2 });
    const separated = await find(`sep=|\r\nh|i\r\n1,2|3\r\n`);
    expect(separated).toMatchObject({
      delimiter: "|",
      hasSeparatorLine: true,
      separatorBytes: 7,
      titleLines: 1,
      headerLine: 2,
      firstDataLine: 3,
    });
    expect(await find("sep=|\nh;i\n1;2\n", { delimiter: ";" })).toMatchObject({ delimiter: ";", headerLine: 2 });
    expect(await find("sep=a\n1;2\n3;4\n")).toMatchObject({ hasSeparatorLine: false });
    expect(await find("sep=,")).toMatchObject({ hasSeparatorLine: true, header: null });
  });
});

describe("the quote", () => {
  it.each<[string, string, object]>([
    ["double", rows('a,"b, c"'), { quote: '"', escape: '"' }],
    ["single, around a delimiter", rows("a,'b, c'", 1), { quote: "'", escape: "'" }],
    ["single, three times", rows("'a','b'", 2), { quote: "'", escape: "'" }],
    ["no apostrophes", rows("rock 'n' roll,'tis"), { quote: '"', escape: '"' }],
    ["double, though apostrophes wrap a word", `${rows('"a, b","c"')}'x',y\n`, { quote: '"' }],
    ["escaped by a backslash", rows('"a \\"b\\" c",1'), { quote: '"', escape: "\\" }],
    ["single, escaped by a backslash", rows("'it\\'s, a',1"), { quote: "'", escape: "\\" }],
    ["doubled, beside a backslash", rows('"a ""b"" c:\\dir\\",1'), { escape: '"' }],
  ])("is %s", async (_, text, expected) => expect(await find(text)).toMatchObject(expected));

  it("is explained", async () => {
    expect((await find(rows("a,b"))).evidence.quote).toBe("no quote in the head");
    expect((await find(rows('"a,b",c'))).evidence.quote).toBe("fields that need it are quoted");
    expect((await find(rows('"a \\"b\\" c",1'))).evidence.quote).toBe('a quote inside a field is written \\"');
  });
});

describe("the header", () => {
  const at = async (text: string, options: DialectOptions = {}) => {
    const { titleLines, header, headerLine, firstDataLine, fieldCount } = await find(text, options);
    return [titleLines, header?.join("|") ?? null, headerLine, firstDataLine, fieldCount];
  };

  it("is the line that names known columns", async () => {
    expect(await at("Report\n\ncustomer,date,amount\nC1,2024-01-01,5\n", sales)).toEqual([
      2,
      "customer|date|amount",
      3,
      4,
      3,
    ]);
    expect(await at("x,y,z\ncustomer,date,amount\n\nC1,2024-01-01,5\n", sales)).toEqual([
      1,
      "customer|date|amount",
      2,
      4,
      3,
    ]);
    expect((await find("kunde;dato\n", sales)).evidence.header).toBe("names 2 known columns");
    expect((await find("amount\n5\n", sales)).evidence.header).toBe("names 1 known column");
    // Known to nobody, and yet no data to a caller who expects a header: mapping will say so.
    expect(await at("C1,2024-01-01,5\nC2,2024-01-02,6\n", sales)).toEqual([0, "C1|2024-01-01|5", 1, 2, 3]);
  });

  it("is the first line of the usual length that reads like names, where nobody knows the columns", async () => {
    expect(await at("a,b\n1,2\n3,4\n")).toEqual([0, "a|b", 1, 2, 2]);
    expect(await at("1,2\n3,4\n")).toEqual([0, null, null, 1, 2]);
    expect(await at("Title\n\n1,2\n3,4\n")).toEqual([2, null, null, 3, 2]);
    expect(await at("name,name\nx,y\n")).toEqual([0, null, null, 1, 2]);
    expect(await at("a,b\n")).toEqual([0, "a|b", 1, 2, 2]);
    expect(await at("'a\nb',c\n")).toEqual([1, "b'|c", 2, 3, 2]);
    expect(await at('"a\nb",c')).toEqual([0, "a\nb|c", 1, 3, 2]);
    expect(await at("")).toEqual([0, null, null, 1, 1]);
    expect(await at("\n\n")).toEqual([0, null, null, 1, 1]);
    expect(await at("x\n")).toEqual([0, "x", 1, 2, 1]);
  });

  it("is none if the user says so", async () =>
    expect(await at("a,b\nc,d\n", { noHeader: true })).toEqual([0, null, null, 1, 2]));
});

describe("findDialect", () => {
  it("is quick on a head of 64 KiB", async () => {
    const head = rows('C1,2024-01-31,"a, b",12.50,some words and more', 1400).slice(0, 1 << 16);
    await find(head);
    const start = performance.now();
    for (let i = 0; i < 5; i++) await find(head);
    expect((performance.now() - start) / 5).toBeLessThan(60); // some 5 ms on a quiet machine
  });

  it("takes any text, cut anywhere", () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom("a", "1", ",", ";", "\t", "|", " ", '"', "'", "\\", "\n", "\r", "sep="),
          maxLength: 60,
        }),
        async (text) => {
          const dialect = await find(text);
          expect(dialect.fieldCount).toBeGreaterThan(0);
          expect(dialect.firstDataLine).toBeGreaterThan(dialect.headerLine ?? 0);
          expect(dialect.titleLines).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    ));
});

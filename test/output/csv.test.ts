import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as csv from "../../src/output/csv.ts";
import { defaultFormatOptions } from "../../src/output/format.ts";
import { plainWriter } from "../../src/output/numbers.ts";
import { everyKind, report, texts } from "./sample.ts";

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const writeCsv = (...given: Parameters<typeof csv.writeCsv>): string => textOf(csv.writeCsv(...given));
const writeTsv = (...given: Parameters<typeof csv.writeTsv>): string => textOf(csv.writeTsv(...given));

const plain = { ...defaultFormatOptions, escapeFormulas: false };

describe("writeCsv", () => {
  it("writes each kind in its notation, empty where not known, never minus zero", () =>
    expect(writeCsv(everyKind, defaultFormatOptions)).toBe(
      [
        "customer_id,first_purchase,revenue,margin,nps,orders\n",
        "C1,2026-01-31,1234.56,0.7382,14.60,12\n",
        "C2,,0.00,0.0000,0.00,0\n",
        ",,,,,\n",
      ].join(""),
    ));

  it("writes for Excel where the comma is the decimal mark", () =>
    expect(writeCsv(everyKind, { ...defaultFormatOptions, excelEu: true })).toBe(
      [
        "\ufeffcustomer_id;first_purchase;revenue;margin;nps;orders\r\n",
        "C1;2026-01-31;1234,56;0,7382;14,60;12\r\n",
        "C2;;0,00;0,0000;0,00;0\r\n",
        ";;;;;\r\n",
      ].join(""),
    ));

  it.each([
    ["comma", "Acme, Inc", '"Acme, Inc"'],
    ["semicolon", "a;b", '"a;b"'],
    ["tab", "a\tb", '"a\tb"'],
    ["quote", 'the "best"', '"the ""best"""'],
    ["line feed", "a\nb", '"a\nb"'],
    ["carriage return", "a\rb", '"a\rb"'],
    ["quote then formula", '"=2*3', '"""=2*3"'],
    ["semicolon then formula", ";=2*3", '";=2*3"'],
    ["formula with a quote", '=LINK("x","y")', `"'=LINK(""x"",""y"")"`],
    ["tab then formula", "\t=2*3", `"'\t=2*3"`],
    ["carriage return then formula", "\r=2*3", `"'\r=2*3"`],
    ["full-width formula", "＝2*3", "'＝2*3"],
    ["spaces stay", "  a  ", "  a  "],
    ["empty text", "", ""],
  ])("%s", (_, text, field) =>
    expect(writeCsv(texts(text), defaultFormatOptions)).toBe(`customer_id,customer_name\n0,${field}\n`));

  it("treats the names of passed-through columns like text", () =>
    expect(writeCsv(report([{ name: "=a,b", kind: "text" }], []), defaultFormatOptions)).toBe(`"'=a,b"\n`));

  it("writes long text and text outside ASCII like any other", () => {
    const long = "Å".repeat(40);
    expect(writeCsv(texts(`${long}, "x"`, `${long}y`, "Åse", 'Å"'), defaultFormatOptions)).toBe(
      `customer_id,customer_name\n0,"${long}, ""x"""\n1,${long}y\n2,Åse\n3,"Å"""\n`,
    );
  });

  it("makes room for rows of any length", () => {
    const long = '"'.repeat(100_000);
    expect(writeCsv(texts(long, "a"), defaultFormatOptions)).toBe(
      `customer_id,customer_name\n0,"${long}${long}"\n1,a\n`,
    );
  });

  it.each([
    ["money", 214_748_364_749n],
    ["money", 214_748_364_750n],
    ["money", -214_748_364_850n],
    ["money", -(10n ** 30n)],
    ["count", 2_147_483_647],
    ["count", -2_147_483_648],
    ["count", 1.5],
    ["ratio", -0.03125],
    ["ratio", 0.00005],
    ["ratio", 214_748.36475],
    ["ratio", 1e300],
    ["points", -0.005],
    ["points", Number.NaN],
    ["number", Number.POSITIVE_INFINITY],
  ] as const)("a %s of %d is written as everywhere", (kind, value) => {
    const given = report(
      [
        { name: "a", kind: "text" },
        { name: "b", kind },
      ],
      [["x", value]],
    );
    const written = plainWriter(kind, String)(value);
    expect(writeCsv(given, defaultFormatOptions)).toBe(`a,b\nx,${written}\n`);
    expect(writeCsv(given, { ...plain, excelEu: true })).toBe(`\ufeffa;b\r\nx;${written.replace(".", ",")}\r\n`);
  });

  it("any number is written as everywhere", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double(),
          fc.integer(),
          fc.double({ min: -10, max: 10 }),
          fc.integer().map((n) => n / 20_000),
        ),
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        (value, amount) => {
          const kinds = ["ratio", "number", "points", "count", "money"] as const;
          const cells = kinds.map((kind) => (kind === "money" ? amount : value));
          const expected = kinds.map((kind, i) => plainWriter(kind, String)(cells[i] as number | bigint));
          const given = report(
            kinds.map((kind) => ({ name: kind, kind })),
            [cells],
          );
          expect(writeCsv(given, plain).split("\n")[1]).toBe(expected.join(","));
        },
      ),
    ));

  it("leaves formulas alone if asked to", () => expect(writeCsv(texts("=2*3"), plain)).toContain("0,=2*3\n"));

  it("never writes a blank line for a single column", () =>
    expect(writeCsv(report([{ name: "nps", kind: "points" }], [[null], [1]]), defaultFormatOptions)).toBe(
      'nps\n""\n1.00\n',
    ));

  it("writes not known for a row that is too short", () =>
    expect(
      writeCsv(
        report(
          [
            { name: "a", kind: "text" },
            { name: "b", kind: "count" },
          ],
          [["x"]],
        ),
        plain,
      ),
    ).toBe("a,b\nx,\n"));

  it.each([
    ["csv", writeCsv, ",", false],
    ["csv for Excel", writeCsv, ";", true],
    ["tsv", writeTsv, "\t", false],
  ] as const)("%s: any text comes back unchanged through a reader of csv", (_, write, delimiter, excelEu) =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."a,;\"\t\r\n=' ") })), {
          minLength: 1,
        }),
        (rows) => {
          const written = write(
            report(
              [
                { name: "a", kind: "text" },
                { name: "b", kind: "text" },
              ],
              rows,
            ),
            { ...plain, excelEu },
          );
          expect(parse(written, { delimiter, bom: excelEu, record_delimiter: excelEu ? "\r\n" : "\n" })).toEqual([
            ["a", "b"],
            ...rows,
          ]);
        },
      ),
    ));

  it("writes no cell that a spreadsheet would run, whatever the text", () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\r＝1,;"\nx') })), (names) => {
        const cells = parse(writeCsv(texts(...names), defaultFormatOptions), {
          from: 2,
          record_delimiter: "\n",
        }) as string[][];
        for (const [, name] of cells) expect(name).toMatch(/^(?![=+\-@\t\r＝])|^[+-]\d+([.,]\d+)?$/);
      }),
    ));
});

describe("writeTsv", () => {
  it("quotes and neutralises like csv", () =>
    expect(writeTsv(texts("a\tb", "a,b", "=2*3"), defaultFormatOptions)).toBe(
      `customer_id\tcustomer_name\n0\t"a\tb"\n1\t"a,b"\n2\t'=2*3\n`,
    ));
});

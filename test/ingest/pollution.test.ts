// One deviation at a time from a clean table, in the manner of the Pollock benchmark (Vitagliano et al. 2023): what `inspect
// --rows` reads must be the clean table, or what the test says of rows that no reading can mend. The table is our own.
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { testFolder } from "./files.ts";

const folder = testFolder();
const rowsOf = (content: string | Buffer) => folder.rows(content);

const header = ["Order", "Day", "Time", "Product", "Qty", "Price", "Remark"];
const products = [
  "Desk lamp, brass",
  'Oak table 48"',
  "Stool",
  "Children's chair, 12\" seat",
  "Mug",
  "Rug; wool",
  "Writer's desk",
  "Shelf | wall",
];
const remarks = [
  "",
  "fragile, keep upright",
  "gift",
  'said "no hurry"',
  "",
  "call first: +47 22 00 00 00",
  "",
  "two boxes",
];
const data = Array.from({ length: 40 }, (_, i) => [
  `SO-${1000 + i}`,
  `${String((i % 28) + 1).padStart(2, "0")}/03/2024`,
  `${String(8 + (i % 10)).padStart(2, "0")}:${i % 2 === 0 ? "00" : "30"}`,
  products[i % products.length] as string,
  String((i * 7) % 12),
  `${19 + i}.${i % 10}5`,
  remarks[(i * 3) % remarks.length] as string,
]);
const table = [header, ...data];

interface Style {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly end?: string;
  readonly all?: boolean;
}

function field(text: string, { delimiter = ",", quote = '"', escape: own, all = false }: Style): string {
  const needs =
    all ||
    text.includes(delimiter) ||
    text.includes(quote) ||
    /[\r\n]/.test(text) ||
    (delimiter === ", " && text.includes(","));
  if (!needs) return text;
  const before = own ?? quote;
  const escaped = (before === "\\" ? text.replaceAll("\\", "\\\\") : text).replaceAll(quote, before + quote);
  return quote + escaped + quote;
}

const line = (fields: readonly string[], style: Style = {}): string =>
  fields.map((text) => field(text, style)).join(style.delimiter ?? ",");

const written = (records: readonly (readonly string[])[], style: Style = {}): string =>
  records.map((fields) => line(fields, style) + (style.end ?? "\n")).join("");

const lines = table.map((fields) => line(fields));
const with_ = (index: number, text: string): string => lines.map((old, i) => `${i === index ? text : old}\n`).join("");
const replaced = (index: number, fields: readonly string[]) => table.map((old, i) => (i === index ? [...fields] : old));

describe("a file written in another dialect comes back whole", () => {
  const delimiters = [",", ";", "\t", "|", " ", ", "];
  const styles: [string, Style][] = delimiters.flatMap((delimiter) =>
    ['"', "'"].flatMap((quote) =>
      [quote, "\\"].flatMap((before) => [
        [
          `delimiter ${JSON.stringify(delimiter)}, quote ${quote}, escape ${before}`,
          { delimiter, quote, escape: before },
        ],
        [`the same, all quoted`, { delimiter, quote, escape: before, all: true }],
      ]),
    ),
  ) as [string, Style][];
  it.each(styles)("%s %j", async (_, style) => expect(await rowsOf(written(table, style))).toEqual(table));

  it.each(
    ["\n", "\r\n", "\r"].flatMap((end) => [",", ";", "\t"].map((delimiter) => ({ end, delimiter }))),
  )("line end and delimiter %j", async (style) => expect(await rowsOf(written(table, style))).toEqual(table));
});

describe("the file as a whole", () => {
  const clean = written(table);
  it.each<[string, string | Buffer, (readonly string[])[]]>([
    ["clean", clean, table],
    ["no final line end", clean.trimEnd(), table],
    ["blank lines at the end", `${clean}\n\n\n`, table],
    ["CRLF and a blank line at the end", `${written(table, { end: "\r\n" })}\r\n`, table],
    ["blank lines between", lines.join("\n\n"), table],
    ["one line ends with CRLF", with_(5, `${lines[5]}\r`), table],
    ["a byte order mark", `\ufeff${clean}`, table],
    ["UTF-16 LE", iconv.encode(clean, "utf16le", { addBOM: true }), table],
    ["UTF-16 BE", iconv.encode(clean, "utf16be", { addBOM: true }), table],
    ["UTF-16 LE without a mark", iconv.encode(clean, "utf16le"), table],
    [
      "Windows-1252",
      iconv.encode(written(replaced(3, ["Ø", "€", "“x”", "é", "1", "2", "ü"])), "win1252"),
      replaced(3, ["Ø", "€", "“x”", "é", "1", "2", "ü"]),
    ],
    ["gzip", gzipSync(clean), table],
    ["a sep= line", `sep=;\r\n${written(table, { delimiter: ";", end: "\r\n" })}`, table],
    ["a quoted sep= line", `"sep=|"\n${written(table, { delimiter: "|" })}`, table],
    ["no header", written(data), data],
    ["header only", `${lines[0]}\n`, [header]],
    ["header only, no line end", lines[0] as string, [header]],
    ["a single data row", written(table.slice(0, 2)), table.slice(0, 2)],
    ["a single data row without a header", written(table.slice(1, 2)), table.slice(1, 2)],
    ["two header lines", written([header, ...table]), [header, ...table]],
    ["three header lines", written([header, header, ...table]), [header, header, ...table]],
    [
      "a second header line of units",
      written([header, ["", "d/m/y", "h:m", "", "pieces", "EUR", ""], ...data]),
      [header, ["", "d/m/y", "h:m", "", "pieces", "EUR", ""], ...data],
    ],
    ["title lines", `Orders\nMarch 2024\n${clean}`, [["Orders"], ["March 2024"], ...table]],
    ["title lines and a blank one", `Orders\n\n${clean}`, [["Orders"], ...table]],
    ["a title of full length", `Orders,,,,,,\n${clean}`, [["Orders", "", "", "", "", "", ""], ...table]],
    ["a title in quotes with a comma", `"Orders, all"\n${clean}`, [["Orders, all"], ...table]],
    ["a footer", `${clean}41 lines\n`, [...table, ["41 lines"]]],
    ["a footer of full length", `${clean}Total,,,,,,\n`, [...table, ["Total", "", "", "", "", "", ""]]],
    [
      "a delimiter at the end of every line",
      written(table.map((fields) => [...fields, ""])),
      table.map((fields) => [...fields, ""]),
    ],
    ["one column", written(table.map(([order]) => [order as string])), table.map(([order]) => [order as string])],
    [
      "one column of quoted text",
      written(
        table.map((fields) => [fields[3] as string]),
        { all: true },
      ),
      table.map((fields) => [fields[3] as string]),
    ],
    ["two columns", written(table.map((fields) => fields.slice(3, 5))), table.map((fields) => fields.slice(3, 5))],
    [
      "NUL in a field",
      written(replaced(4, ["a\u0000b", ...(table[4] as string[]).slice(1)])),
      replaced(4, ["a\u0000b", ...(table[4] as string[]).slice(1)]),
    ],
    [
      "decimal comma beside ;",
      written(
        table.map((f) => f.map((x, i) => (i === 5 ? x.replace(".", ",") : x))),
        { delimiter: ";" },
      ),
      table.map((f) => f.map((x, i) => (i === 5 ? x.replace(".", ",") : x))),
    ],
    [
      "a huge field",
      written(replaced(2, ["x".repeat(700_000), ...(table[2] as string[]).slice(1)])),
      replaced(2, ["x".repeat(700_000), ...(table[2] as string[]).slice(1)]),
    ],
    [
      "1024 columns",
      written(table.map((f) => Array.from({ length: 1024 }, (_, i) => f[i % 7] as string))),
      table.map((f) => Array.from({ length: 1024 }, (_, i) => f[i % 7] as string)),
    ],
    [
      "line breaks in quoted fields",
      written(table.map((f) => f.map((x, i) => (i === 6 ? `${x}\nsecond line` : x)))),
      table.map((f) => f.map((x, i) => (i === 6 ? `${x}\nsecond line` : x))),
    ],
    [
      "CRLF in quoted fields",
      written(replaced(7, ["a\r\nb,c", ...(table[7] as string[]).slice(1)]), { end: "\r\n" }),
      replaced(7, ["a\r\nb,c", ...(table[7] as string[]).slice(1)]),
    ],
    [
      "a line break in the header",
      written([["Order\nno", ...header.slice(1)], ...data]),
      [["Order\nno", ...header.slice(1)], ...data],
    ],
    ["blank headers", written([["", ...header.slice(1, 6), ""], ...data]), [["", ...header.slice(1, 6), ""], ...data]],
    [
      "the same header twice",
      written([["Order", "Order", ...header.slice(2)], ...data]),
      [["Order", "Order", ...header.slice(2)], ...data],
    ],
  ])("%s", async (_, content, expected) => expect(await rowsOf(content)).toEqual(expected));
});

describe.each([1, 2, 4, 20, 40])("row %i has a stray quote", (index) => {
  const fields = table[index] as string[];
  const columns = fields.map((_, column) => column);
  const swapped = (column: number, raw: string) =>
    with_(index, fields.map((text, i) => (i === column ? raw : field(text, {}))).join(","));

  it.each(columns)("before field %i, which is not quoted", async (column) => {
    const text = (fields[column] as string).replace(/[",]/g, "");
    const others = fields.map((old, i) => (i === column ? `"${text}` : old));
    expect(await rowsOf(swapped(column, `"${text}`))).toEqual(replaced(index, others));
  });

  it.each(columns)("inside field %i", async (column) => {
    const others = fields.map((old, i) => (i === column ? `ab"cd` : old));
    expect(await rowsOf(swapped(column, `ab"cd`))).toEqual(replaced(index, others));
  });

  it.each(columns)("after field %i", async (column) => {
    const others = fields.map((old, i) => (i === column ? `ab"` : old));
    expect(await rowsOf(swapped(column, `ab"`))).toEqual(replaced(index, others));
  });

  it.each(columns)("before, inside and after field %i, which is quoted", async (column) => {
    const as = (text: string) =>
      replaced(
        index,
        fields.map((old, i) => (i === column ? text : old)),
      );
    expect(await rowsOf(swapped(column, `""a, b"`))).toEqual(as(`"a, b`));
    expect(await rowsOf(swapped(column, `"a" b, c"`))).toEqual(as(`a" b, c`));
    expect(await rowsOf(swapped(column, `"a, b""`))).toEqual(as(`a, b"`));
  });
});

describe("rows that no reading can mend stand as they are, and spoil no other", () => {
  const fields = table[9] as string[];
  it.each<[string, string, string[]]>([
    ["a field less", line(fields.slice(0, 6)), fields.slice(0, 6)],
    ["half the fields", line(fields.slice(0, 3)), fields.slice(0, 3)],
    ["a field more", line([...fields, "more"]), [...fields, "more"]],
    ["twice the fields", line([...fields, ...fields]), [...fields, ...fields]],
    ["a delimiter more in front", `,${line(fields)}`, ["", ...fields]],
    ["a delimiter less", line(fields).replace(",", ""), [`${fields[0]}${fields[1]}`, ...fields.slice(2)]],
    ["only delimiters", ",,,,,,", ["", "", "", "", "", "", ""]],
    ["a quoted empty line", '""', [""]],
    [
      "a field less and a stray quote",
      '"SO-9,09/03/2024,16:00,Stool,8,27.85',
      ['"SO-9', "09/03/2024", "16:00", "Stool", "8", "27.85"],
    ],
    ["another delimiter", line(["a", "b", "c", "d", "e", "f", "g"], { delimiter: ";" }), ["a;b;c;d;e;f;g"]],
  ])("%s", async (_, text, expected) => expect(await rowsOf(with_(9, text))).toEqual(replaced(9, expected)));
});

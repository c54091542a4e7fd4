import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/errors.ts";
import { readLeniently } from "../../src/ingest/lenient.ts";
import { mendRecord, wellFormed } from "../../src/ingest/mend.ts";
import { headRecords, type ReadOptions, readRecords } from "../../src/ingest/records.ts";
import type { Separation } from "../../src/ingest/separation.ts";
import { testFolder } from "./files.ts";

const folder = testFolder();
const comma: Separation = { delimiter: ",", quote: '"', escape: '"' };
const words: Separation = { delimiter: "whitespace", quote: '"', escape: '"' };

async function recordsOf(content: string | Buffer, separation = comma, options: ReadOptions = {}) {
  const found: { fields: string[]; line: number; raw: string }[] = [];
  await readRecords(
    folder.write("r.csv", content).path,
    "r.csv",
    separation,
    (fields, line, raw) => {
      found.push({ fields, line, raw });
      return true;
    },
    options,
  );
  return found;
}

const placed = async (content: string, separation = comma, options: ReadOptions = {}) =>
  (await recordsOf(content, separation, options)).map(({ fields, line }) => [line, ...fields]);

describe("readRecords", () => {
  it("knows the line of every record, whatever ends the lines and spans them", async () => {
    const expected = (end: string) => [
      [1, "a", "b"],
      [2, `x${end}y`, "1"],
      [4, ""],
      [5, "z", "2"],
    ];
    for (const end of ["\n", "\r\n", "\r"])
      expect(await placed(["a,b", `"x${end}y",1`, "", "z,2"].join(end)), JSON.stringify(end)).toEqual(expected(end));
  });

  it("starts where it is told, and stops when it is told", async () => {
    expect(await placed("a\nb\nc\n", comma, { from: 2, line: 2 })).toEqual([
      [2, "b"],
      [3, "c"],
    ]);
    for (const separation of [comma, words]) {
      const seen: string[] = [];
      await readRecords(folder.write("s.csv", "a\nb\nc\n").path, "s", separation, ([field]) => {
        seen.push(field as string);
        return seen.length < 2;
      });
      expect(seen).toEqual(["a", "b"]);
    }
  });

  it("hands over the text of a record where it is asked to", async () => {
    const found = await recordsOf('a,"b\nc"\r\nd,e', comma, { raw: true });
    expect(found.map(({ raw }) => raw)).toEqual(['a,"b\nc"', "d,e"]);
  });

  it("takes stray quotes as text", async () =>
    expect(await placed('48" table,x\n"a" b,c\n')).toEqual([
      [1, '48" table', "x"],
      [2, '"a" b', "c"],
    ]));

  it("refuses a quote that is never closed, with its line", async () => {
    const failure = recordsOf('a,b\n1,2\n3,"4\n5,6\n');
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toMatchObject({ place: { file: "r.csv", line: 3 } });
  });

  it("passes on what it did not cause", async () =>
    await expect(
      readRecords(folder.write("t.csv", "a\n").path, "t", comma, () => {
        throw new Error("mine");
      }),
    ).rejects.toThrow("mine"));

  it("reads columns of blanks, cut anywhere", async () => {
    expect(await placed(" 1  2\t3\r\n\n 4 5 6", words)).toEqual([
      [1, "1", "2", "3"],
      [2, ""],
      [3, "4", "5", "6"],
    ]);
    const long = Array.from({ length: 700_000 }, (_, i) => `${i} ü`).join("\n");
    const found = await recordsOf(long, words);
    expect(found).toHaveLength(700_000);
    expect(found.every(({ fields, line }, i) => fields[0] === String(i) && fields[1] === "ü" && line === i + 1)).toBe(
      true,
    );
    expect(await placed(`${"x ".repeat(2_200_000)}`, words)).toHaveLength(1);
  });
});

describe("headRecords", () => {
  it("takes so many records and no more", async () => {
    expect((await headRecords("a\nb\nc", comma, 2)).map(({ fields }) => fields[0])).toEqual(["a", "b"]);
    expect((await headRecords("a b\nc d\ne f", words, 2)).map(({ fields }) => fields)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(await headRecords("a|b\n", { ...comma, quote: null }, 5)).toEqual([{ fields: ["a|b"], line: 1 }]);
  });

  it("does not lose the rows below a stray quote", async () => {
    const text = `a,b\n${"1,2\n".repeat(8)}"3,4\n5,6\n`;
    expect((await headRecords(text, comma, 99)).slice(-2)).toEqual([
      { fields: ['"3', "4"], line: 10 },
      { fields: ["5", "6"], line: 11 },
    ]);
    expect((await headRecords('"3,4\n5,6\n', comma, 99)).map(({ fields }) => fields)).toEqual([
      ['"3', "4"],
      ["5", "6"],
    ]);
  });

  it("is not disturbed by records over several lines", async () =>
    expect(await headRecords('a,b\n"x\ny",2\n', comma, 9)).toEqual([
      { fields: ["a", "b"], line: 1 },
      { fields: ["x\ny", "2"], line: 2 },
    ]));
});

describe("readLeniently", () => {
  const lenient = async (content: string, separation: Separation, usual: number) => {
    const rows: (string | number)[][] = [];
    await readLeniently(
      folder.write("l.csv", content).path,
      separation,
      usual,
      ({ fields, line, isBlank, isMended }) => {
        if (!isBlank) rows.push([line, ...(isMended ? ["mended"] : []), ...fields]);
        return true;
      },
    );
    return rows;
  };

  it.each<[string, string, number, (string | number)[][]]>([
    [
      "a stray quote that closes lines below",
      '1,"2\n3,4\n5",6\n7,8\n',
      2,
      [
        [1, "mended", "1", '"2'],
        [2, "3", "4"],
        [3, '5"', "6"],
        [4, "7", "8"],
      ],
    ],
    [
      "a quoted field over lines",
      '1,"2\n3,4\n5"\n7,8\n',
      2,
      [
        [1, "1", "2\n3,4\n5"],
        [4, "7", "8"],
      ],
    ],
    [
      "a ragged record over lines",
      '1,2,"3\n4"\n7,8\n',
      2,
      [
        [1, "1", "2", "3\n4"],
        [3, "7", "8"],
      ],
    ],
    [
      "a malformed record over lines that can be mended",
      '"a\nb"c",2\n7,8\n',
      2,
      [
        [1, "mended", 'a\nb"c', "2"],
        [3, "7", "8"],
      ],
    ],
    [
      "a malformed record over lines that cannot",
      '"a\nb"c",2,3\n7,8\n',
      2,
      [
        [1, "mended", '"a'],
        [2, 'b"c"', "2", "3"],
        [3, "7", "8"],
      ],
    ],
    [
      "a quote alone at the end",
      '1,2\n3,"',
      2,
      [
        [1, "1", "2"],
        [2, "mended", "3", '"'],
      ],
    ],
    [
      "an unclosed quote, CRLF",
      '1,2\r\n"3,4\r\n5,6',
      2,
      [
        [1, "1", "2"],
        [2, "mended", '"3', "4"],
        [3, "5", "6"],
      ],
    ],
    [
      "an unclosed quote, CR",
      '1,2\r"3,4\r5,6',
      2,
      [
        [1, "1", "2"],
        [2, "mended", '"3', "4"],
        [3, "5", "6"],
      ],
    ],
    [
      "blank lines",
      "1,2\n\n  \n3,4\n\n",
      2,
      [
        [1, "1", "2"],
        [4, "3", "4"],
      ],
    ],
  ])("%s", async (_, content, usual, expected) => expect(await lenient(content, comma, usual)).toEqual(expected));

  it("keeps a backslash before anything but a quote", async () =>
    expect(await lenient('"a\\"b","c:\\new"\n', { ...comma, escape: "\\" }, 2)).toEqual([[1, 'a"b', "c:\\new"]]));

  it("reads without quotes", async () =>
    expect(await lenient('"a,b\nc,d\n', { ...comma, quote: null }, 2)).toEqual([
      [1, '"a', "b"],
      [2, "c", "d"],
    ]));

  it("reads words, a stretch at a time, and stops", async () => {
    const rows = await lenient(`${"ab cd ef\r\n".repeat(120_000)}x y z`, words, 3);
    expect(rows).toHaveLength(120_001);
    expect(rows.at(-1)).toEqual([120_001, "x", "y", "z"]);
    for (const separation of [words, comma]) {
      let count = 0;
      await readLeniently(folder.write("w", "a\nb\nc\n").path, separation, 1, () => ++count < 2);
      expect(count).toBe(2);
    }
    expect(await lenient("x".repeat(17_000_000), words, 3)).not.toHaveLength(0);
  });

  it("reads a file of many stretches, records and line ends cut anywhere", async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [
      `id-${i}`,
      i % 7 === 0 ? `a, "b"\r\n${"ü".repeat(i % 50)}` : "x",
      String(i),
    ]);
    const found = await lenient(stringify(rows, { record_delimiter: "\r\n" }), comma, 3);
    expect(found.map(([, ...fields]) => fields)).toEqual(rows);
  });

  it("finds its way out of a stray quote in a file of many stretches, and into a field larger than one", async () => {
    const rows = `${`${"abc".repeat(99)},def,ghi\n`.repeat(8_000)}`;
    const found = await lenient(`1,"2,3\n${rows}`, comma, 3);
    expect(found).toHaveLength(8_001);
    expect(found[0]).toEqual([1, "mended", "1", '"2', "3"]);
    const large = `${"x".repeat(99)}\n`.repeat(20_000);
    expect((await lenient(`1,"${large}",3\n4,5,6\n`, comma, 3)).map((row) => String(row[2]).length)).toEqual([
      large.length,
      1,
    ]);
    const endless = await lenient(`1,"2,3\n${`${"abc".repeat(999)},def,ghi\n`.repeat(6_000)}`, comma, 3);
    expect(endless).toHaveLength(6_001);
  }, 60_000);

  it("passes on what it did not cause", async () =>
    await expect(
      readLeniently(folder.write("t.csv", "a\n").path, comma, 1, () => {
        throw new Error("mine");
      }),
    ).rejects.toThrow("mine"));
});

describe("mendRecord", () => {
  const mend = (text: string, usual: number, separation = comma) => mendRecord(text, separation, usual);
  it.each<[string, number, string[], number]>([
    ['a,"b,c",d', 3, ["a", "b,c", "d"], 0],
    ['a,"b,c,d', 4, ["a", '"b', "c", "d"], 1],
    ['a,"b,"c, d",e', 4, ["a", '"b', "c, d", "e"], 1],
    ['"a, b"",c', 2, ['a, b"', "c"], 1],
    ['""a, b",c', 2, ['"a, b', "c"], 1],
    ['"a" b, c",d', 2, ['a" b, c', "d"], 1],
    ['"",""', 2, ["", ""], 0],
    ['"a', 7, ['"a'], 1],
  ])("%s with %i fields", (text, usual, fields, strays) => expect(mend(text, usual)).toEqual({ fields, strays }));

  it("has no reading for a line end outside quotes", () => expect(mend("a\nb", 1)).toBeNull());

  it("weighs so many readings and no more", () => {
    const text = `"x,${Array.from({ length: 3000 }, (_, i) => `"a${i}"`).join(",")}`;
    const start = performance.now();
    expect(mend(text, 3001)?.fields.length).toBeGreaterThan(2000);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("takes what is well-formed as it is, and never loses a character but quotes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", '"', " ", "b"), maxLength: 24 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6 }), (line, usual) => {
        const mended = mend(line, usual);
        expect(mended?.fields.join(",").replaceAll('"', "")).toBe(line.replaceAll('"', ""));
        const proper = wellFormed(line, comma);
        if (proper?.length === usual) expect(mended).toEqual({ fields: proper, strays: 0 });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("random tables", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "b", "ü", "1", " ", ",", ";", '"', "'", "\n", "\r\n", "\\", "\t", "|"),
    maxLength: 8,
  });
  const tables = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  const dialects = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    record_delimiter: fc.constantFrom("\n", "\r\n"),
    quoted: fc.boolean(),
  });

  it("come back from both readers, whatever dialect they are written in", () =>
    fc.assert(
      fc.asyncProperty(tables, dialects, async (table, dialect) => {
        const file = folder.write("p.csv", "").path;
        // csv-stringify leaves a lone CR or LF unquoted where the line ends otherwise.
        writeFileSync(file, stringify(table, { ...dialect, quoted_match: /[\r\n]/ }));
        const separation = { ...comma, delimiter: dialect.delimiter };
        const [strict, lenient]: string[][][] = [[], []];
        await readRecords(file, "p", separation, (fields) => {
          strict?.push(fields);
          return true;
        });
        await readLeniently(file, separation, table[0]?.length ?? 0, ({ fields }) => {
          lenient?.push(fields);
          return true;
        });
        expect(strict).toEqual(table);
        expect(lenient).toEqual(table);
      }),
      { numRuns: 300 },
    ));
});

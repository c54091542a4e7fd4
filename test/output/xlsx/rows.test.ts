import { describe, expect, it } from "vitest";
import type { Cell, Column } from "../../../src/output/report.ts";
import { columnLetters, sheetRows } from "../../../src/output/xlsx/rows.ts";
import { SharedTexts } from "../../../src/output/xlsx/texts.ts";

const numbers = { header: 1, date: 2, money: 3, ratio: 4, number: 5, points: 6, good: 7, fair: 8, weak: 9, bad: 10 };

const rowsOf = (columns: readonly Omit<Column, "onTerminal">[], rows: readonly (readonly Cell[])[]) => [
  ...sheetRows(
    { columns: columns.map((column) => ({ ...column, onTerminal: true })), rows },
    new SharedTexts(true),
    numbers,
  ),
];

describe("sheetRows", () => {
  it.each([
    // The header's text is number 0, that of the cell 1; 2026-01-31 is 46,053 days after the last of 1899 as spreadsheets count.
    ["text", "x", '<c r="A2" t="s"><v>1</v></c>'],
    ["text", "", ""],
    ["text", "C", '<c r="A2" s="10" t="s"><v>1</v></c>'],
    ["date", "2026-01-31", '<c r="A2" s="2"><v>46053</v></c>'],
    ["date", "1900-03-01", '<c r="A2" s="2"><v>61</v></c>'],
    ["date", "1900-02-28", '<c r="A2" t="s"><v>1</v></c>'],
    ["money", 12_345_650n, '<c r="A2" s="3"><v>1234.57</v></c>'],
    ["money", -5_000n, '<c r="A2" s="3"><v>-0.50</v></c>'],
    ["money", -40n, '<c r="A2" s="3"><v>0.00</v></c>'],
    ["money", 99_999_999_999_999_900n, '<c r="A2" s="3"><v>9999999999999.99</v></c>'],
    ["money", 100_000_000_000_000_000n, '<c r="A2" t="s"><v>1</v></c>'],
    ["count", 12, '<c r="A2"><v>12</v></c>'],
    ["count", -0, '<c r="A2"><v>0</v></c>'],
    ["count", 999_999_999_999_999, '<c r="A2"><v>999999999999999</v></c>'],
    ["count", 1e15, '<c r="A2" t="s"><v>1</v></c>'],
    ["ratio", 1 / 3, '<c r="A2" s="4"><v>0.3333333333333333</v></c>'],
    ["number", 1e-7, '<c r="A2" s="5"><v>1e-7</v></c>'],
    ["points", -2.5, '<c r="A2" s="6"><v>-2.5</v></c>'],
    ["points", Number.NaN, ""],
    ["count", Number.POSITIVE_INFINITY, ""],
    ["money", null, ""],
    ["date", null, ""],
  ] as const)("%s %s", (kind, cell, expected) => {
    const tones = kind === "text" ? { tones: new Map([["C", "bad"]] as const) } : {};
    expect(rowsOf([{ name: "a", kind, ...tones }], [[cell]])).toEqual([
      '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>',
      `<row r="2">${expected}</row>`,
    ]);
  });

  it("leaves out what is empty, also at the end of a short row and of a header", () =>
    expect(
      rowsOf(
        ["a", "", "c"].map((name) => ({ name, kind: "count" })),
        [[null, 1], [1]],
      ),
    ).toEqual([
      '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1" s="1" t="s"><v>1</v></c></row>',
      '<row r="2"><c r="B2"><v>1</v></c></row>',
      '<row r="3"><c r="A3"><v>1</v></c></row>',
    ]));

  it("has the heading of the reader's language above a column", () => {
    const texts = new SharedTexts(true);
    const columns = [{ name: "revenue", heading: "omsetning", kind: "money", onTerminal: true }] as const;
    expect([...sheetRows({ columns, rows: [] }, texts, numbers)]).toHaveLength(1);
    expect([...texts.elements()]).toEqual(["<si><t>omsetning</t></si>"]);
  });
});

describe("columnLetters", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [702, "ZZ"],
    [703, "AAA"],
    [16_384, "XFD"],
  ])("%i is %s", (number, letters) => expect(columnLetters(number)).toBe(letters));
});

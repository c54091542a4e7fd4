import { describe, expect, it } from "vitest";
import { type NumberText, parseNumberText } from "../../src/ingest/number-text.ts";
import { mixedColumns, type TableCell, tableLine } from "../../src/ingest/table-text.ts";
import type { TableNotation } from "../../src/ingest/workspace.ts";

const day = new Date(Date.UTC(2025, 11, 31));
const moment = new Date(Date.UTC(2025, 11, 31, 13, 5, 7));

describe("tableLine", () => {
  it.each<[string, TableCell, TableNotation, string]>([
    ["nothing", null, {}, ""],
    ["text as it stands", " Å, S ", {}, '" Å, S "'],
    ["quotes written twice", 'a "b"', {}, '"a ""b"""'],
    ["no line end within a cell", "a\r\nb\nc\rd", {}, "a b c d"],
    ["truth", true, {}, "true"],
    ["whole numbers with all their digits, as ids", 1234567890123456, {}, "1234567890123456"],
    ["percent as it is shown", { percent: 0.35 }, {}, "35 %"],
    ["percent with decimals", { percent: 0.1255 }, { decimal: "," }, '"12,55 %"'],
    ["no date that no calendar has", new Date(Number.NaN), {}, "not a date"],
    ["no year of five digits", new Date(Date.UTC(10_113, 8, 19)), {}, "not a date"],
    ["whole numbers", 12345678901, {}, "12345678901"],
    ["the 15 digits that a spreadsheet shows", 0.1 + 0.2, {}, "0.3"],
    // 1.234 could be a thousand and some; 1.2340 cannot.
    ["three decimals as four", -1.234, {}, "-1.2340"],
    ["small numbers", 1e-7, {}, "1e-7"],
    ["a decimal comma where it was asked for", 1234.5, { decimal: "," }, '"1234,5"'],
    ["a day", day, {}, "2025-12-31"],
    ["a day with its time", moment, {}, "2025-12-31 13:05:07"],
    ["day first", moment, { dateFormat: "dmy" }, "31.12.2025 13:05:07"],
    ["month first", day, { dateFormat: "mdy" }, "12/31/2025"],
    ["eight digits", day, { dateFormat: "yyyymmdd" }, "20251231"],
    // 2025-12-31 is day 46,022 of Excel's calendar (1 = 1900-01-01, with a 29 February 1900).
    ["serial", moment, { dateFormat: "serial" }, "46022"],
  ])("%s", (_, cell, notation, text) => {
    expect(tableLine([cell], notation, new Set())).toBe(`${text}\n`);
  });

  it.each<[number, string]>([
    [12, "12"],
    [12.5, "125E-1"],
    [-0.25, "-25E-2"],
    [1.5e-7, "15E-8"],
    [1e-7, "1e-7"],
  ])("%d beside numbers typed as text has no mark that could settle theirs", (number, text) => {
    expect(tableLine([number], { decimal: "," }, new Set([0]))).toBe(`${text}\n`);
    const read = parseNumberText(text) as NumberText;
    expect(Number(`${read.negative ? "-" : ""}${read.segments.join("")}e${read.exponent ?? 0}`)).toBe(number);
  });

  it("a line a row", () => expect(tableLine(["a", null, 1.5], {}, new Set())).toBe("a,,1.5\n"));
});

describe("mixedColumns", () => {
  it.each(["1.250", "1 234,50", "1'000.00", "12,5 kr", "€ 1.250", "-1.5"])("%s is a number typed as text", (text) =>
    expect([...mixedColumns([[1, text]])]).toEqual([1]));

  it.each(["125", "a.1.2.b.c", "Oslo 1, 2 etg", "", "AS", "1.250 stk i esken"])("%s is none", (text) =>
    expect([...mixedColumns([[1, text]])]).toEqual([]));
});

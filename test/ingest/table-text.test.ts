import { describe, expect, it } from "vitest";
import { type TableCell, tableLine } from "../../src/ingest/table-text.ts";
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
    expect(tableLine([cell], notation)).toBe(`${text}\n`);
  });

  it("a line a row", () => expect(tableLine(["a", null, 1.5], {})).toBe("a,,1.5\n"));
});

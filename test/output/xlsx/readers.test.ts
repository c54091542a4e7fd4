import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/output/csv.ts";
import { defaultFormatOptions } from "../../../src/output/format.ts";
import { writeXlsx } from "../../../src/output/xlsx.ts";
import { folderOf } from "../../helpers/folders.ts";
import { asInCsv, findOffice, shownByOffice } from "../../helpers/office.ts";
import { run } from "../../helpers/run.ts";
import { report } from "../sample.ts";

const office = findOffice("LibreOffice opens the workbooks");

/** Every sheet that has a table beside it; the sheet of customers has other columns than its table. */
const tables = {
  Matrix: "matrix",
  Plan: "plan",
  Retention: "retention",
  Cohorts: "cohorts",
  NPS: "nps",
  Triggers: "triggers",
  Customers: "classify",
};

/** What a reader of workbooks makes of a cell, as csv has it with so many decimals. */
function readAsInCsv(cell: unknown, csv: string): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== "number") return String(cell);
  const text = cell.toFixed(csv.split(".")[1]?.length ?? 0);
  return /^-0\.0+$/.test(text) ? text.slice(1) : text;
}

describe("the workbook of a report", () => {
  let workbook = Buffer.alloc(0);
  const csv: Record<string, string[][]> = {};
  beforeAll(async () => {
    const out = path.join(folderOf(), "quarter");
    expect(await run(["report", "fixtures/demo", "--period", "2026-Q3", "-o", out])).toMatchObject({ code: 0 });
    const classified = await run(["classify", "fixtures/demo", "--as-of", "2026-09-30", "--format", "csv"]);
    workbook = readFileSync(path.join(out, "portfolio.xlsx"));
    for (const [sheet, name] of Object.entries(tables))
      csv[sheet] = parse(name === "classify" ? classified.out : readFileSync(path.join(out, `${name}.csv`), "utf8"));
  }, 60_000);

  it("reads back as csv has it, cell by cell, numbers and dates as such", async () => {
    const sheets = new Map((await readWorkbook(workbook, { trim: false })).map(({ sheet, data }) => [sheet, data]));
    for (const [sheet, rows] of Object.entries(csv)) {
      const read = sheets.get(sheet) ?? [];
      expect(rows.length, sheet).toBeGreaterThan(2);
      expect(
        read.map((row, r) => row.map((cell, c) => readAsInCsv(cell, rows[r]?.[c] ?? ""))),
        sheet,
      ).toEqual(rows);
      for (const [c, name] of (rows[0] ?? []).entries()) {
        if (!/^(?:revenue|contribution|orders|increment|first_purchase)$/.test(name)) continue;
        const kinds = new Set(read.slice(1).map((row) => typeof (row[c] ?? undefined)));
        kinds.delete("undefined");
        expect([...kinds], `${sheet}.${name}`).toEqual([name === "first_purchase" ? "object" : "number"]);
      }
    }
  });

  it.skipIf(office === null)("shows in LibreOffice what csv says, cell by cell", { timeout: 120_000 }, () => {
    const shown = shownByOffice(office as string, workbook);
    expect(Object.keys(shown)).toHaveLength(10);
    for (const [sheet, rows] of Object.entries(csv))
      expect(
        shown[sheet]?.map((row) => row.map(asInCsv)),
        sheet,
      ).toEqual(rows);
  });
});

it.skipIf(office === null)("LibreOffice shows what csv says of every kind of cell", { timeout: 120_000 }, async () => {
  const given = report(
    [
      { name: "customer_id", kind: "text" },
      { name: "first_purchase", kind: "date" },
      { name: "revenue", kind: "money" },
      { name: "orders", kind: "count" },
      { name: "margin", kind: "ratio" },
      { name: "index", kind: "number" },
      { name: "nps", kind: "points" },
      { name: "class", kind: "text", tones: new Map([["A", "good"]]) },
      { name: "constructor", kind: "text" },
    ],
    [
      ["00123", "2026-01-31", 12_345_600n, 12, 0.73824, 1.23456, 14.6, "A", "Åse 株式会社 😀"],
      ["=1+1", null, -5_000n, null, -0.00001, -0.00001, -0.001, "D", "  a\n b "],
      ["1e5", "1900-02-28", 88_888_888_888_888_800n, 999_999_999_999_999, 12.5, 0, -100, null, "<b>&amp;\"'</b>"],
      ["a_x0041_b", "2199-12-31", 100_000_000_000_000_100n, 1e15, 0, null, 0, null, "TRUE"],
      ["2026-01-31", "1900-03-01", 0n, -3, 1e-9, 1e9, 33.333, null, "50%"],
    ],
    { head: { command: "classify", as_of: "2026-09-30" } },
  );
  const shown = shownByOffice(office as string, await writeXlsx(given, defaultFormatOptions));
  expect(shown.Classify?.map((row) => row.map(asInCsv))).toEqual(
    parse(Buffer.from(writeCsv(given, defaultFormatOptions))),
  );
  expect(shown.About).toEqual([
    ["item", "value"],
    ["text, not numbers", "amounts of more than 13 digits in revenue"],
    ["command", "classify"],
    ["as_of", "2026-09-30"],
  ]);
});

// Blank currency cells: lent the file's only currency at full speed, bad rows among several.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { currencies } from "../../src/engine/facts.ts";
import { readFile } from "../../src/ingest/read-file.ts";
import { folderOf } from "../helpers/folders.ts";
import { defaults, openEngine } from "../helpers/read-table.ts";

/** Reads sales files of these `amount,currency` cells into one table, one after the other. */
async function readAll(...files: readonly (readonly string[])[]) {
  const folder = folderOf();
  mkdirSync(folder, { recursive: true });
  const paths = files.map((cells, i) => {
    const file = path.join(folder, `sales-${i}.csv`);
    const rows = cells.map((text, row) => `C${row},2026-01-01,${text}`);
    writeFileSync(file, `${["customer_id,date,amount,currency", ...rows].join("\n")}\n`);
    return file;
  });
  const { engine, workspace } = await openEngine(paths);
  try {
    const columns = ["customer_id", "sale_date", "amount", "currency"];
    await engine.createTable("sales", columns, false);
    const target = {
      loadBulk: (plan: Parameters<typeof engine.loadBulk>[1]) => engine.loadBulk("sales", plan),
      append: () => engine.append("sales"),
      columns,
      withHash: false,
    };
    const readings = [];
    for (const file of paths)
      readings.push(
        await readFile(
          "sales",
          { name: path.basename(file), path: file },
          { ...defaults, onBadRow: "skip" },
          target,
          workspace,
        ),
      );
    const found = async (range?: { firstRow: number; lastRow: number }) =>
      (await currencies(engine, "sales", range)).map(({ currency, rows }) => `${currency}: ${rows}`);
    return {
      readers: readings.map(({ reader }) => reader),
      bad: readings.flatMap(({ badRows }) => badRows.map(({ line, column }) => `${line} ${column}`)),
      all: await found(),
      first: await found({ firstRow: 0, lastRow: (readings[0]?.rows ?? 1) - 1 }),
    };
  } finally {
    await engine.close();
  }
}

describe("blank currency cells", () => {
  it("beside one currency, and several without blanks, are for the bulk reader; each file for itself", async () => {
    const found = await readAll(["1,NOK", "2,", "3,nok"], ["1,EUR", "2,"], ["1,SEK", "2,DKK"], ["1,", "2,"]);
    expect(found.readers).toEqual(["bulk", "bulk", "bulk", "bulk"]);
    expect(found.bad).toEqual([]);
    expect(found.first).toEqual(["NOK: 1", "null: 1", "nok: 1"]);
  });

  it("beside several are bad rows, with their lines", async () => {
    const found = await readAll(["1,NOK"], ["1,NOK", "2,", "3,EUR", "4,"]);
    expect(found.readers).toEqual(["bulk", "careful"]);
    expect(found.bad).toEqual(["3 currency", "5 currency"]);
    expect(found.all).toEqual(["NOK: 2", "EUR: 1"]);
  });

  it("are judged by good rows alone", async () => {
    const found = await readAll(["1,NOK", "2,", "nothing,EUR"]);
    expect(found.bad).toEqual(["4 amount"]);
    expect(found.all).toEqual(["NOK: 1", "null: 1"]);
  });

  it("beside a mark of the same currency are not among several", async () => {
    const found = await readAll(["kr 1,", "2,NOK", "3,"]);
    expect(found.bad).toEqual([]);
    expect(found.all).toEqual(["NOK: 2", "null: 1"]);
  });
});

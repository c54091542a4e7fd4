import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResultCell, ResultTable } from "../../src/engine/result-table.ts";
import { packSnapshot, readSnapshotWords, unpackSnapshot } from "../../src/engine/snapshots.ts";
import { folderOf } from "../helpers/folders.ts";

const columns = [
  { name: "id", type: "text" },
  { name: "amount", type: "money" },
  { name: "day", type: "date" },
  { name: "count", type: "count" },
  { name: "share", type: "number" },
] as const satisfies ResultTable["columns"];

/** Packed into a file of its own. */
async function packed(
  rows: ResultTable["rows"],
  words: Readonly<Record<string, string>> = { word: "1" },
): Promise<string> {
  const folder = folderOf();
  const file = path.join(folder, "s.parquet");
  writeFileSync(file, await packSnapshot({ columns, rows }, words, folderOf()));
  return file;
}

/** What a text of an export can hold: any well-formed one. */
const text = fc.string({ unit: "binary" });
const most = 10n ** 38n - 1n;
const cell = <T extends ResultCell>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row = fc.tuple(
  cell(text),
  cell(fc.bigInt({ min: -most, max: most })),
  cell(
    fc
      .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  ),
  cell(fc.maxSafeInteger()),
  cell(fc.double({ noNaN: true, noDefaultInfinity: true })),
);

describe("there and back", () => {
  it("every row is what it was, in its place", () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        expect(await unpackSnapshot(columns, await packed(rows), folderOf())).toEqual(rows);
      }),
      { numRuns: 25 },
    ));

  it("many rows, more than a chunk", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i): ResultCell[] => [`c${i}`, BigInt(i) * -7n, null, i, i / 3]);
    expect(await unpackSnapshot(columns, await packed(rows), folderOf())).toEqual(rows);
  });

  it("the words said of it, whatever they hold", async () => {
    const words = { portfolio_snapshot: "1", portfolio_head: '{"it\'s":"Blåbær \\"x\\" 💶"}' };
    expect(await readSnapshotWords(await packed([], words), folderOf())).toEqual(words);
  });

  it("the same table makes the same bytes", async () => {
    const rows: ResultCell[][] = [["å", 1n, "2024-02-29", 1, 0.1]];
    const [one, other] = [await packed(rows, { a: "1" }), await packed(rows, { a: "1" })];
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });
});

describe("what is none", () => {
  const rows: ResultCell[][] = Array.from({ length: 300 }, (_, i) => [`c${i}`, 1n, null, i, 1]);

  it("cut anywhere, it is not read", async () => {
    const file = await packed(rows, { portfolio_snapshot: "1" });
    const whole = readFileSync(file);
    for (const length of [0, 3, 4, 12, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await readSnapshotWords(file, folderOf()), `${length} bytes`).toBeNull();
      expect(await unpackSnapshot(columns, file, folderOf()), `${length} bytes`).toBeNull();
    }
  });

  it("text, or columns of another kind", async () => {
    const csv = path.join(folderOf({ "x.parquet": "customer_id,amount\n1,2\n" }), "x.parquet");
    expect(await readSnapshotWords(csv, folderOf())).toBeNull();
    const file = await packed(rows);
    expect(await unpackSnapshot(columns.slice(0, 4), file, folderOf())).toBeNull();
    expect(await unpackSnapshot([...columns, { name: "more", type: "text" }], file, folderOf())).toBeNull();
    expect(
      await unpackSnapshot(
        columns.map((column) => ({ ...column, type: "text" })),
        file,
        folderOf(),
      ),
    ).toBeNull();
  });
});

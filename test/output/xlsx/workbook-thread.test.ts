import path from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import type { WorkbookAnswer } from "../../../src/output/xlsx/in-thread.ts";
import type { Sheet } from "../../../src/output/xlsx/workbook.ts";
import { writeWorkbook } from "../../../src/output/xlsx/workbook.ts";
import { isThere, root } from "../../helpers/folders.ts";

const thread = path.join(root, "dist/src/workbook-thread.js");

const sheet: Sheet = {
  name: "A",
  columns: [{ name: "x", kind: "money", onTerminal: true, tones: new Map([["a", "good"]]) }],
  rows: [[12_345n], [null]],
};
const options = { escapeFormulas: true };

const ask = (sheets: readonly Sheet[]): Promise<WorkbookAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(thread);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage({ sheets, options });
  });

describe.runIf(isThere(thread, "the thread that makes workbooks"))("the thread", () => {
  it("answers with the workbook's bytes", async () =>
    expect(Buffer.from((await ask([sheet])) as Uint8Array)).toEqual(
      Buffer.from(await writeWorkbook([sheet], options)),
    ));

  it("answers with what is refused, and what to do", async () => {
    const columns = Array.from({ length: 16_385 }, () => sheet.columns[0] as Sheet["columns"][0]);
    expect(await ask([{ ...sheet, columns, rows: [] }])).toEqual({
      refused: "16385 columns are more than an Excel sheet holds",
      hint: "--columns a,b",
    });
  });
});

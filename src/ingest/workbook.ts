import { closeSync, openSync, writeSync } from "node:fs";
import { UserError } from "../base/errors.ts";
import type { InspectedTable } from "../facts/inspection.ts";
import { type TableCell, tableLine } from "./table-text.ts";
import type { Source, TableNotation } from "./workspace.ts";

/** Which sheet of a workbook was read, and which were not though something is on them. */
export type SheetChoice = Omit<Extract<InspectedTable, { kind: "workbook" }>, "kind">;

const linesAtOnce = 1 << 12;

/**
 * Writes the first sheet that has anything on it as delimited text, `target`: what its cells hold, formulas by the value last
 * reckoned. Errors: no workbook in truth, or an empty one.
 */
export async function workbookToText(source: Source, target: string, notation: TableNotation): Promise<SheetChoice> {
  const sheets = (await readSheets(source)).filter(({ data }) => data.length > 0);
  const [first, ...others] = sheets;
  if (first === undefined)
    throw new UserError("the workbook has nothing on any sheet", {
      place: { file: source.name },
      hint: "export it again, or save the sheet with the lines",
    });
  const rows = withBareTitles(first.data as readonly Row[]);
  const file = openSync(target, "w");
  try {
    for (let at = 0; at < rows.length; at += linesAtOnce)
      writeSync(
        file,
        rows
          .slice(at, at + linesAtOnce)
          .map((row) => tableLine(row, notation))
          .join(""),
      );
  } finally {
    closeSync(file);
  }
  return { sheet: first.sheet, otherSheets: others.map(({ sheet }) => sheet) };
}

type Row = readonly TableCell[];

/** The rows above the first that is filled by more than half are titles: without the blank cells that make them as wide as the others. */
function withBareTitles(rows: readonly Row[]): Row[] {
  const table = rows.findIndex((row) => 2 * row.filter((cell) => cell !== null).length > row.length);
  return rows.map((row, i) => (i < table ? row.slice(0, row.findLastIndex((cell) => cell !== null) + 1) : row));
}

async function readSheets({ path, name }: Source) {
  const { default: readWorkbook } = await import("read-excel-file/node");
  try {
    return await readWorkbook(path, { trim: false });
  } catch (error) {
    throw new UserError("the workbook cannot be read: it is damaged, cut off, or another kind of zip archive", {
      place: { file: name },
      details: [(error as Error).message],
      hint: "open it and save it again as .xlsx, or as CSV UTF-8",
    });
  }
}

import { closeSync, openSync } from "node:fs";
import { UserError } from "../base/errors.ts";
import type { InspectedTable } from "../facts/inspection.ts";
import { mixedColumns, type TableCell, tableLine } from "./table-text.ts";
import type { MarkedCell } from "./workbook-marks.ts";
import type { Source, TableNotation } from "./workspace.ts";
import { writeAll } from "./write-all.ts";

/** Which sheet of a workbook was read, and which were not though something is on them. */
export type SheetChoice = Omit<Extract<InspectedTable, { kind: "workbook" }>, "kind">;

const linesAtOnce = 1 << 12;

/**
 * Writes the first sheet that is not hidden and has anything on it as delimited text, `target`: what its cells hold, formulas by the
 * value last reckoned, numbers shown as percent as such; errors of the spreadsheet as their text, so that they are noticed.
 * Errors: no workbook in truth, or an empty one.
 */
export async function workbookToText(source: Source, target: string, notation: TableNotation): Promise<SheetChoice> {
  const sheets = await readSheets(source);
  const [first, ...others] = [
    ...sheets.filter(({ isHidden }) => !isHidden),
    ...sheets.filter(({ isHidden }) => isHidden),
  ];
  if (first === undefined)
    throw new UserError("the workbook has nothing on any sheet", {
      place: { file: source.name },
      hint: "export it again, or save the sheet with the lines",
    });
  const rows = withBareTitles(first.rows);
  const mixed = mixedColumns(rows);
  const file = openSync(target, "w");
  try {
    for (let at = 0; at < rows.length; at += linesAtOnce) {
      const lines = rows.slice(at, at + linesAtOnce).map((row) => tableLine(row, notation, mixed));
      writeAll(file, Buffer.from(lines.join("")));
    }
  } finally {
    closeSync(file);
  }
  return { sheet: first.name, otherSheets: others.map(({ name }) => name) };
}

type Row = readonly TableCell[];

interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly Row[];
}

/** The rows above the first that is filled by more than half are titles: without the blank cells that make them as wide as the others. */
function withBareTitles(rows: readonly Row[]): Row[] {
  const table = rows.findIndex((row) => 2 * row.filter((cell) => cell !== null).length > row.length);
  return rows.map((row, i) => (i < table ? row.slice(0, row.findLastIndex((cell) => cell !== null) + 1) : row));
}

/** The sheets with anything on them. */
async function readSheets({ path, name }: Source): Promise<ReadSheet[]> {
  const [{ default: readWorkbook }, { workbookMarks }] = await Promise.all([
    import("read-excel-file/node"),
    import("./workbook-marks.ts"),
  ]);
  try {
    const sheets = await readWorkbook(path, { trim: false });
    const marks = workbookMarks(path);
    return sheets
      .map(({ sheet, data }) => {
        const { isHidden = false, cells = [] } = marks.get(sheet) ?? {};
        return { name: sheet, isHidden, rows: marked(data as readonly Row[], cells) };
      })
      .filter(({ rows }) => rows.length > 0);
  } catch (error) {
    // What the system refuses is no damage; what the reader says of damage speaks of its own code.
    if (error instanceof RangeError || "syscall" in (error as object)) throw error;
    throw new UserError("the workbook cannot be read: it is damaged, cut off, or another kind of zip archive", {
      place: { file: name },
      hint: "open it and save it again as .xlsx, or as CSV UTF-8",
    });
  }
}

/** The rows with what is marked in the place of what the reader gives; rows and cells that it leaves out stay so. */
function marked(rows: readonly Row[], cells: readonly MarkedCell[]): readonly Row[] {
  if (cells.length === 0) return rows;
  const changed = rows.map((row) => [...row]);
  for (const { row, column, mark } of cells) {
    const line = changed[row];
    if (line === undefined || column >= line.length) continue;
    const value = line[column];
    if (mark !== "percent") line[column] = mark.instead;
    else if (typeof value === "number") line[column] = { percent: value };
  }
  return changed;
}

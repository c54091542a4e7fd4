import type { CellType, ResultTable } from "../engine/result-table.ts";
import { isKnown } from "../output/numbers.ts";
import type { ColumnKind, Report } from "../output/report.ts";

const cellTypes: Readonly<Record<ColumnKind, CellType>> = {
  text: "text",
  date: "date",
  money: "money",
  count: "count",
  ratio: "number",
  number: "number",
  points: "number",
};

/** What a column is to an engine. */
export const cellTypeOf = (kind: ColumnKind): CellType => cellTypes[kind];

/** A report's rows as an engine takes them: what is not known is null. */
export const resultTableOf = ({ columns, rows }: Pick<Report, "columns" | "rows">): ResultTable => ({
  columns: columns.map(({ name, kind }) => ({ name, type: cellTypes[kind] })),
  rows: rows.map((row) => row.map((cell) => (isKnown(cell) ? cell : null))),
});

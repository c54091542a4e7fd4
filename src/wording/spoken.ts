import type { Cell, Column, Report, Tone } from "../output/report.ts";
import type { BaseWords } from "./wording.ts";

/** Columns whose cells are sentences, or reasons, that a score made. */
const sentences: ReadonlySet<string> = new Set([
  ...["class_reason", "potential_reason", "evidence", "action", "message"],
]);

/** Columns whose cells are periods: `2026-Q3`, or a sentence with one. */
const periods: ReadonlySet<string> = new Set(["period", "cohort"]);

/** How a language shows columns and cells. */
export type Speech = Pick<BaseWords, "headings" | "values" | "say" | "figures">;

/** `portfolio_status` of an enriched file is the `status` of ours. */
const plainName = (name: string): string => name.replace(/^portfolio_/, "");

/**
 * Columns and rows as people of a language read them: headings above the columns, words for codes, sentences of the scores in
 * the language. Names stay what they are, as do the user's own columns, classes, cells and the names of rules.
 */
export function spokenRows<Table extends Pick<Report, "columns" | "rows">>(table: Table, speech: Speech): Table {
  const { headings } = speech;
  if (Object.keys(headings).length === 0) return table;
  const writers = table.columns.map((column) => writerOf(column, speech));
  if (table.columns.length === 0) return table;
  const ordered = table.columns.map((column, i) => inTime(column, table.rows, i, writers[i] ?? null));
  return {
    ...table,
    columns: ordered.map((column, i) => headed(column, speech, writers[i] ?? null)),
    rows: table.rows.map((row) => row.map((cell, i) => writers[i]?.(cell) ?? cell)),
  };
}

type Writer = (cell: Cell) => Cell;

function headed(column: Column, { headings }: Speech, write: Writer | null): Column {
  const heading = column.isOwn === true ? undefined : headings[plainName(column.name)];
  const tones: ReadonlyMap<string, Tone> | undefined =
    write === null || column.tones === undefined
      ? column.tones
      : new Map([...column.tones].map(([code, tone]) => [String(write(code)), tone]));
  return {
    ...column,
    ...(heading === undefined ? {} : { heading }),
    ...(tones === undefined ? {} : { tones }),
  };
}

/** Periods in words are sorted as the periods are. */
function inTime(column: Column, rows: Report["rows"], index: number, write: Writer | null): Column {
  if (write === null || !periods.has(column.name)) return column;
  const cells = rows.flatMap((row) => (typeof row[index] === "string" ? [row[index]] : []));
  return { ...column, order: new Map(cells.map((cell) => [String(write(cell)), cell])) };
}

/** A period, or a sentence that names one, as the language says it; anything else as it is. */
const periodWords = (text: string, { figures, say }: Pick<Speech, "figures" | "say">): string =>
  say(figures.period(text));

function writerOf({ name, kind, isOwn }: Column, speech: Speech): Writer | null {
  if (kind !== "text" || isOwn === true) return null;
  const plain = plainName(name);
  const { values, say } = speech;
  if (periods.has(plain)) return (cell) => (typeof cell === "string" ? periodWords(cell, speech) : cell);
  if (sentences.has(plain)) return (cell) => (typeof cell === "string" ? say(cell) : cell);
  const words = values[plain];
  return words === undefined ? null : (cell) => (typeof cell === "string" ? inWords(cell, words) : cell);
}

/** A code, or several with commas; what has no word stays. */
function inWords(text: string, words: Readonly<Record<string, string>>): string {
  const own = words[text];
  if (own !== undefined) return own;
  const parts = text.split(", ").map((part) => words[part]);
  return parts.every((part) => part !== undefined) ? parts.join(", ") : text;
}

/** The columns under their headings, for a format that knows only names. */
export const headingsAsNames = (columns: readonly Column[]): Column[] =>
  columns.map(({ heading, ...column }) => (heading === undefined ? column : { ...column, name: heading }));

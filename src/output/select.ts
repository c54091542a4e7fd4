import { UserError } from "../base/errors.ts";
import { ExpressionError, excerptAt } from "../base/expression/error.ts";
import type { ValueKind } from "../base/expression/nodes.ts";
import { columnWords, type NameWords } from "../base/expression/refusals.ts";
import { type Expression, evaluate, parseExpression } from "../base/expression.ts";
import { nearest } from "../base/nearest.ts";
import { compareCodePoints } from "../base/statistics.ts";
import { isKnown } from "./numbers.ts";
import type { Cell, Column, ColumnKind, Report } from "./report.ts";
import { englishOutput, type OutputWords } from "./words.ts";

/** As the user wrote them; `undefined` changes nothing. */
export interface Selection {
  /** `a,b`: these columns in this order. */
  readonly columns?: string | undefined;
  /** `-revenue,customer_id`: by the first, ties by the next; `-` is largest first. */
  readonly sort?: string | undefined;
  /** `class = 'A' and nps < 7`: only rows for which this is true; every column counts, shown or not. */
  readonly where?: string | undefined;
  /** The most rows. */
  readonly limit?: string | number | undefined;
}

/**
 * The report with the rows and columns the user asked for: `where`, sorted, then limited, then the columns, so that a column
 * asked about or sorted by need not be shown. Errors (exit 2): a condition that cannot be read, a column that is not there, a
 * limit that is no whole number.
 */
export function select(
  report: Report,
  { columns, where, sort, limit }: Selection,
  words: Pick<OutputWords, "where" | "whereTerm"> = englishOutput,
): Report {
  const kept = where === undefined ? report : whereRows(report, where, words);
  const sorted = sort === undefined ? kept : sortRows(kept, sort);
  const limited = limit === undefined ? sorted : limitRows(sorted, limit);
  return columns === undefined ? limited : selectColumns(limited, columns);
}

/** The rows for which the condition is true, and in the summary how many are left out. */
export function whereRows(
  report: Report,
  where: string,
  words: Pick<OutputWords, "where" | "whereTerm"> = englishOutput,
): Report {
  const condition = parseWhere(where, report.columns);
  const indexes = firstIndexes(report.columns);
  const rows = report.rows.filter(
    (row) => evaluate(condition, (column) => row[indexes.get(column) as number] ?? null) === true,
  );
  const value = words.where(condition.text, rows.length, report.rows.length);
  return { ...report, rows, summaryLines: [...report.summaryLines, { term: words.whereTerm, value }] };
}

/** The condition, checked against the columns; against the grammar alone where they are not known yet. Errors: exit 2. */
export function parseWhere(
  where: string,
  columns: readonly Column[] | null,
  called: NameWords = columnWords,
): Expression {
  const kinds = columns && kindsOf(columns);
  try {
    return parseExpression(where, kinds, called);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new UserError(`--where: at ${error.position}: ${error.message}`, {
      details: [...excerptAt(where, error.position), ...error.details],
      hint: `--where ${shellQuoted(repaired(where, error) ?? example(columns ?? []))}`,
      exit: 2,
    });
  }
}

const kindsOf = (columns: readonly Column[]): ReadonlyMap<string, ValueKind> =>
  new Map(Array.from(firstIndexes(columns), ([name, i]) => [name, (columns[i] as Column).kind]));

/** Of two columns of one name the first counts, as with `--sort`. */
function firstIndexes(columns: readonly Column[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [i, { name }] of columns.entries()) if (!indexes.has(name)) indexes.set(name, i);
  return indexes;
}

const longestRepaired = 200;

/** With the likeliest suggestion in the place of what was wrong. */
function repaired(where: string, { position, near, suggestions: [first] }: ExpressionError): string | null {
  if (first === undefined || where.length > longestRepaired) return null;
  const before = Array.from(where)
    .slice(0, position - 1)
    .join("");
  return before + first + where.slice(before.length + near.length);
}

/** A condition that this report would take. */
function example(columns: readonly Column[]): string {
  const money = columns.find(({ kind }) => kind === "money");
  const number = columns.find(({ kind }) => kind !== "text" && kind !== "date");
  if (money !== undefined || columns.length === 0) return `${money?.name ?? "revenue"} > 1000`;
  return number === undefined ? `${columns[0]?.name} is not null` : `${number.name} > 1`;
}

const shellQuoted = (text: string): string => `"${text.replace(/["\\$`]/g, "\\$&")}"`;

/** These columns in this order, each once, all on the terminal. */
export function selectColumns(report: Report, columns: string): Report {
  const names = new Set(split(columns, "--columns"));
  const indexes = Array.from(names, (name) => indexOf(report.columns, name, "--columns"));
  return {
    ...report,
    columns: indexes.map((i) => ({ ...(report.columns[i] as Column), onTerminal: true })),
    rows: report.rows.map((row) => indexes.map((i) => row[i] ?? null)),
  };
}

/** Rows in order: numbers by size, text by code point, not known last either way; equal rows keep their order. */
export function sortRows(report: Report, sort: string): Report {
  const keys = split(sort, "--sort").map((key) => {
    const descending = key.startsWith("-");
    const index = indexOf(report.columns, descending ? key.slice(1) : key, "--sort");
    return { index, sign: descending ? -1 : 1, compare: comparison((report.columns[index] as Column).kind) };
  });
  const rows = report.rows.toSorted((a, b) => {
    for (const { index, sign, compare } of keys) {
      const [x, y] = [a[index] ?? null, b[index] ?? null];
      const known = Number(isKnown(y)) - Number(isKnown(x));
      if (known !== 0) return known;
      const order = isKnown(x) ? compare(x, y) * sign : 0;
      if (order !== 0) return order;
    }
    return 0;
  });
  return { ...report, rows, keepsLast: false };
}

/** The first rows. */
export function limitRows(report: Report, limit: string | number): Report {
  if (!/^\d+$/.test(String(limit))) {
    throw new UserError(`--limit ${limit} is not a whole number of rows`, { hint: "--limit 20", exit: 2 });
  }
  return { ...report, rows: report.rows.slice(0, Number(limit)) };
}

function comparison(kind: ColumnKind): (a: Cell, b: Cell) => number {
  if (kind === "text" || kind === "date") return (a, b) => compareCodePoints(String(a), String(b));
  return (a, b) =>
    (a as number | bigint) < (b as number | bigint) ? -1 : (a as number | bigint) > (b as number | bigint) ? 1 : 0;
}

const split = (list: string, option: string): string[] => {
  const names = list.split(",").map((name) => name.trim());
  if (names.includes("")) {
    throw new UserError(`${option} ${JSON.stringify(list)} has an empty name`, { hint: `${option} a,b`, exit: 2 });
  }
  return names;
};

function indexOf(columns: readonly Column[], name: string, option: string): number {
  const names = columns.map((column) => column.name);
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const meant = nearest(name, names);
  throw new UserError(`${option}: there is no column ${name}${meant === null ? "" : `; did you mean ${meant}?`}`, {
    details: [`columns: ${names.join(", ")}`],
    hint: `${option} ${meant ?? names[0] ?? ""}`,
    exit: 2,
  });
}

import { UserError } from "../base/errors.ts";
import { beginsWithTotals } from "../base/totals.ts";
import type { BadCell } from "./canonical.ts";

/** A record that could not be read, as it stands in the file. */
export interface BadRow {
  readonly line: number;
  /** The header's own text, `null` where the record as a whole is wrong. */
  readonly column: string | null;
  readonly value: string;
  /** "is not a number" */
  readonly problem: string;
  readonly expected: string;
  /** The record's text. */
  readonly raw: string;
}

const shown = 10;
const longestValue = 40;

/** The value in quotes, cut where it is very long. */
export const quoted = (value: string): string =>
  `"${value.length > longestValue ? `${value.slice(0, longestValue)}…` : value}"`;

/** A bad cell as a bad row. */
export const badRow = (cell: BadCell, header: string | undefined, line: number, raw: string): BadRow => ({
  line,
  column: header ?? cell.column,
  value: cell.value,
  problem: cell.problem,
  expected: cell.expected,
  raw,
});

/** One sentence: `amount "abc" is not a number`. */
export const sentence = ({ column, value, problem }: BadRow): string =>
  column === null ? problem : problem === "is blank" ? `${column} is blank` : `${column} ${quoted(value)} ${problem}`;

/** The error of a run that takes no bad rows: the first ten with their lines, what is expected, and the count. */
export function badRowsError(file: string, rows: readonly BadRow[], count: number, records: number): UserError {
  const [first, ...others] = rows.slice(0, shown);
  if (first === undefined) throw new Error("no bad row to report");
  const more = count > shown ? [`… and ${count - shown} more`] : [];
  const totals = rows.find((row) => looksLikeTotals(row.raw));
  const hint =
    count === records && records > 1
      ? `no row of the file can be read: is ${first.column ?? "the delimiter"} what it seems? portfolio inspect ${file} shows how it is read; --map names another column`
      : totals === undefined
        ? `expected ${first.expected}; mend the export, or leave such rows out: --on-bad-row skip`
        : `line ${totals.line} looks like a totals row: delete it, or leave it out: --on-bad-row skip`;
  const word = rows.find(({ expected }) => expected.startsWith("one of "));
  const accepted = word === undefined || hint.includes(word.expected) ? [] : [`${word.column} is ${word.expected}`];
  return new UserError(`${sentence(first)}${count > 1 ? ` (one of ${count} bad rows)` : ""}`, {
    place: { file, line: first.line, column: first.column ?? undefined, value: first.value },
    details: [...others.map((row) => `${file}:${row.line}: ${sentence(row)}`), ...more, ...accepted],
    hint,
  });
}

/** Whether a record looks like a totals row rather than a line of its own. */
export const looksLikeTotals = beginsWithTotals;

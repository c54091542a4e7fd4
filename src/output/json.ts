import type { Money } from "../base/money.ts";
import { unicodeEscape } from "./escape.ts";
import { exactDecimal, isKnown } from "./numbers.ts";
import type { Cell, ColumnKind, Report, Row } from "./report.ts";

/**
 * The report as one JSON document: the head indented for people, then `rows`, an object a line so that two runs can be
 * compared line by line. Money is an exact decimal string, every other number a number at full precision, not known `null`.
 */
export function writeJson(report: Report): string {
  const head = Object.entries(report.head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n  ")},\n`,
  );
  const write = rowWriter(report);
  const rows = report.rows.length === 0 ? "[]" : `[\n    ${report.rows.map(write).join(",\n    ")}\n  ]`;
  return escaped(`{\n${head.join("")}  "rows": ${rows}\n}\n`);
}

/** Newline-delimited JSON: a row's object a line, nothing else. */
export const writeNdjson = (report: Report): string => {
  const write = rowWriter(report);
  return escaped(report.rows.map((row) => `${write(row)}\n`).join(""));
};

function rowWriter({ columns }: Report): (row: Row) => string {
  const members = columns.map(({ name, kind }) => ({ start: `${JSON.stringify(name)}:`, write: valueWriter(kind) }));
  return (row) => {
    const written = members.map(({ start, write }, i) => {
      const cell = row[i] ?? null;
      return start + (isKnown(cell) ? write(cell) : "null");
    });
    return `{${written.join(",")}}`;
  };
}

/** The JSON of a known cell. JSON.stringify writes minus zero as 0. */
function valueWriter(kind: ColumnKind): (cell: Cell) => string {
  if (kind === "money") return (cell) => `"${exactDecimal(cell as Money)}"`;
  return (cell) => JSON.stringify(cell);
}

/**
 * JSON leaves these as they are, but a terminal obeys U+007F–009F and JavaScript's older readers break lines at
 * U+2028/2029. They can only be inside strings, where an escape means the same.
 */
const escaped = (json: string): string => json.replace(/[\u007f-\u009f\u2028\u2029]/g, unicodeEscape);

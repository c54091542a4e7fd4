import type { ChalkInstance } from "chalk";
import { escapeInvisible } from "./escape.ts";
import { plainWriter } from "./numbers.ts";
import type { Report } from "./report.ts";
import { textWidth } from "./text-width.ts";

/** Lines of sentences are not longer than this, however wide the terminal: nobody reads them. */
const longestLine = 100;

/** Between a row's first and second column; the others stand this far in. */
const gap = 2;
const indent = 4;

/**
 * Rows of sentences: the first column meant for a terminal and the second on a line, each of the others below, wrapped. A
 * new value of the column `heading` gets a line of its own. What is not known is left out.
 */
export function writeEntries(report: Report, heading: string, width: number | undefined, chalk: ChalkInstance): string {
  const shown = report.columns.flatMap((column, i) =>
    column.onTerminal ? [{ i, write: plainWriter(column.kind, escapeInvisible) }] : [],
  );
  const headingAt = report.columns.findIndex(({ name }) => name === heading);
  const room = Math.min(width ?? longestLine, longestLine);
  const rows = report.rows.map((row) => ({
    heading: headingAt < 0 ? "" : escapeInvisible(String(row[headingAt] ?? "")),
    cells: shown.filter(({ i }) => i !== headingAt).map(({ i, write }) => write(row[i] ?? null)),
  }));
  const widest = Math.max(...rows.map(({ cells: [first = ""] }) => textWidth(first)));
  let above = "";
  let out = "";
  for (const { heading: own, cells } of rows) {
    const [first = "", second = "", ...others] = cells;
    if (own !== above) out += `${out === "" ? "" : "\n"}${chalk.bold.underline(own)}\n`;
    above = own;
    const place = " ".repeat(widest + gap);
    const [value = "", ...more] = wrap(second, room - widest - gap);
    out += `${chalk.bold(first)}${place.slice(textWidth(first))}${value}`.trimEnd();
    out += `\n${more.map((line) => `${place}${line}\n`).join("")}`;
    for (const other of others) for (const line of wrap(other, room - indent)) out += `${" ".repeat(indent)}${line}\n`;
  }
  return out;
}

/** A blank that may end a line: not the one between the thousands of a number. */
const breakable = /(?<!\d) | (?!\d{3}(?!\d))/;

/** Broken at blanks; a word longer than a line has one to itself. No lines of nothing. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(breakable)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== "") lines.push(word);
  }
  return lines;
}

import { englishNotation, type Notation } from "./notation.ts";
import { isKnown } from "./numbers.ts";
import { readableWriter } from "./readable.ts";
import type { Cell, Column, Report, Sheet } from "./report.ts";

/** Whether the result still has every column of the sheet. */
export const isWhole = (sheet: Sheet, columns: readonly Column[]): boolean =>
  columnsOf(sheet).every((name) => columns.some((column) => column.name === name));

const columnsOf = ({ heading, title, lines }: Sheet): readonly string[] => [
  heading,
  ...title,
  ...lines.map(({ column }) => column),
];

/**
 * The rows as a sheet to print, in Markdown: what is above a terminal's table, then the headings, in each a block a row. Numbers
 * are as people read them; text goes through `inert`, which leaves it text.
 */
export function writeSheet(
  report: Report,
  sheet: Sheet,
  inert: (text: string) => string,
  notation: Notation = englishNotation,
): string {
  const writers = new Map(
    report.columns.map(({ name, kind }, i) => {
      const write =
        kind === "text" || kind === "date" ? (cell: Cell) => inert(String(cell)) : readableWriter(kind, notation);
      return [name, (row: readonly Cell[]) => (isKnown(row[i] ?? null) ? write(row[i] ?? null) : "")];
    }),
  );
  const textOf = (row: readonly Cell[], column: string): string => writers.get(column)?.(row) ?? "";
  const headingAt = report.columns.findIndex(({ name }) => name === sheet.heading);
  const groups = new Map<string, string[]>();
  for (const row of report.rows) {
    const heading = String(row[headingAt] ?? "");
    const blocks = groups.get(heading) ?? [];
    if (blocks.length === 0) groups.set(heading, blocks);
    const title = sheet.title.map((column) => textOf(row, column)).filter((text) => text !== "");
    const lines = sheet.lines.flatMap(({ label, column, isTask }) => {
      const value = textOf(row, column);
      return value === "" ? [] : [`- ${isTask ? "[ ] " : ""}**${label}** ${value}\n`];
    });
    blocks.push(
      `## ${title.join(" · ")}\n\n${lines.join("")}${sheet.blanks.map((line) => `- [ ] ${line}\n`).join("")}`,
    );
  }
  const above = report.summaryLines.map(({ term, value }) => `- ${inert(term === "" ? value : `${term}: ${value}`)}\n`);
  const parts = [...groups].map(([heading, blocks]) => {
    const note = sheet.notes.get(heading);
    return [`# ${inert(heading)}\n`, ...(note === undefined ? [] : [`${inert(note)}\n`]), ...blocks].join("\n");
  });
  return [above.join(""), ...parts].filter((part) => part !== "").join("\n");
}

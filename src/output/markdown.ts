import { escapeInvisible } from "./escape.ts";
import { defaultFormatOptions, type FormatOptions } from "./format.ts";
import { plainWriter } from "./numbers.ts";
import type { Column, Report } from "./report.ts";
import { isWhole, writeSheet } from "./sheet.ts";

/**
 * A GitHub table: numbers as in csv and to the right, text inert (no HTML, no link or image syntax, no emphasis; a pipe stays in its
 * cell), line ends and other invisible characters written out. A report that is a sheet is printed as one (sheet.ts), with numbers as the language has them.
 */
export function writeMarkdown(report: Report, { words }: Pick<FormatOptions, "words"> = defaultFormatOptions): string {
  const { columns, rows, sheet } = report;
  if (sheet !== undefined && isWhole(sheet, columns)) return writeSheet(report, sheet, inert, words.notation);
  const writers = columns.map(({ kind }) => plainWriter(kind, inert));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const body = rows.map((row) => line(writers.map((write, i) => write(row[i] ?? null))));
  return line(columns.map(({ name }) => inert(name))) + line(columns.map(rule)) + body.join("");
}

const rule = ({ kind }: Column): string => (kind === "text" || kind === "date" ? "---" : "---:");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** An underscore inside a word is no emphasis in GitHub's dialect, so customer_id stays readable. */
const inert = (text: string): string =>
  escapeInvisible(text.replace(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")).replace(
    /[&<>]/g,
    (character) => entities[character] as string,
  );

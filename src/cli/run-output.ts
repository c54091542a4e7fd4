// The last steps of every command: notices to stderr, the report to where it was asked for.

import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { escapeInvisible } from "../output/escape.ts";
import { formats } from "../output/formats.ts";
import type { Column, JsonValue, Report } from "../output/report.ts";
import { parseWhere, select } from "../output/select.ts";
import { isWhole } from "../output/sheet.ts";
import { checkOutput, type OutputRequest, writeReport } from "../output/write.ts";
import type { Notice } from "../quality/notice.ts";
import type { Language } from "../wording/language.ts";
import { headingsAsNames, spokenRows } from "../wording/spoken.ts";
import type { BaseWords } from "../wording/wording.ts";

/** The output's options as they are parsed. */
export interface OutputOptions {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
  readonly columns?: string | undefined;
  readonly where?: string | undefined;
  readonly sort?: string | undefined;
  readonly limit?: string | undefined;
  readonly excelEu?: true | undefined;
  readonly escapeFormulas: boolean;
  readonly lang?: Language | undefined;
  readonly quiet?: true | undefined;
  readonly color: boolean;
}

/**
 * Checks before the work starts that the result can be written, and that the columns asked for are there and the condition
 * fits them (`columns`, where the command knows them beforehand). Returns the format's name.
 */
export async function checkOutputOptions(
  io: Io,
  options: OutputOptions,
  inputs: readonly string[],
  columns: readonly Column[] = [],
): Promise<string> {
  if (options.where !== undefined) await checkWhere(options.where, columns.length > 0 ? columns : null);
  if (columns.length > 0) select({ ...emptyReport, columns }, options);
  return checkOutputFile(io, options, inputs);
}

/** Checks that the result can be written without touching what is read. Returns the format's name. */
export function checkOutputFile(io: Io, options: OutputOptions, inputs: readonly string[]): string {
  const { name } = checkOutput(outputRequest(io, options, inputs));
  if (options.excelEu === true && name !== "csv" && name !== "xlsx")
    throw new UserError(`--excel-eu is for csv, and this would be ${name}`, {
      hint: "--format csv --excel-eu",
      exit: 2,
    });
  return name;
}

async function checkWhere(where: string, columns: readonly Column[] | null): Promise<void> {
  try {
    parseWhere(where, columns);
  } catch (error) {
    // The headings of the other languages are loaded only to say what was meant.
    const { headedColumns } = await import("../wording/headed-columns.ts");
    parseWhere(where, columns, headedColumns);
    throw error;
  }
}

/** Whether a format writes the head of a report: without, a command need not find out what stands in it. */
export const writesHead = (format: string): boolean =>
  formats.some(({ name, writesHead: writes }) => writes && name === format);

/** Formats for people, which speak their language; the others are for programs, and English. */
const spokenFormats: ReadonlySet<string> = new Set(["table", "html", "xlsx", "md"]);

/** The language in which a format says the report. */
export const languageOf = (format: string, { lang }: Pick<OutputOptions, "lang">): Language =>
  spokenFormats.has(format) ? (lang ?? "en") : "en";

const emptyReport: Report = { columns: [], rows: [], summaryLines: [], summaryTable: [], head: {} };

/** Writes the report as asked, after the notices. `remarks` are what a format of bare rows has no place for. */
export async function writeOutput(
  io: Io,
  options: OutputOptions,
  inputs: readonly string[],
  notices: readonly Notice[],
  report: Report,
  remarks: readonly string[] = [],
  words: BaseWords | null = null,
): Promise<void> {
  const { columns, where, sort, limit } = options;
  const selected = select(report, { columns, where, sort, limit }, words?.output);
  const { name: format } = checkOutput(outputRequest(io, options, inputs, words));
  if (options.quiet !== true) {
    // The table's summary and the json document say these themselves.
    const isSilent = !["table", "json"].includes(format);
    await writeNotices(io, notices, isSilent ? remarks : []);
  }
  const spoken = words === null ? selected : asSpoken(selected, format, words);
  await writeReport(spoken, outputRequest(io, options, inputs, words));
}

/** Rows and columns in the words of the language; Markdown's columns and codes are for programs too. */
function asSpoken(report: Report, format: string, words: BaseWords): Report {
  if (format === "md" && !isPrintedSheet(report)) return report;
  const spoken = spokenRows(report, words);
  return format === "xlsx" ? { ...spoken, columns: headingsAsNames(spoken.columns) } : spoken;
}

const isPrintedSheet = ({ sheet, columns }: Report): boolean => sheet !== undefined && isWhole(sheet, columns);

function outputRequest(
  io: Io,
  options: OutputOptions,
  inputs: readonly string[],
  words: BaseWords | null = null,
): OutputRequest {
  return {
    format: options.format ?? (options.excelEu === true && options.output === undefined ? "csv" : undefined),
    file: options.output,
    force: options.force === true,
    cwd: io.cwd,
    inputs,
    stdout: io.stdout,
    options: {
      escapeFormulas: options.escapeFormulas,
      excelEu: options.excelEu === true,
      colour: wantsColour(io, options),
      ...(words === null ? {} : { words: words.output }),
      ...(options.limit === undefined ? {} : { maxRows: Number.POSITIVE_INFINITY }),
    },
    writers: { parquet: async () => (await import("./parquet-writer.ts")).writeParquetReport },
    token: String(process.pid),
  };
}

const wantsColour = ({ stdout, env }: Io, { color }: OutputOptions): boolean =>
  color && stdout.isTerminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";

const longestNotice = 300;

/** Notices whose sentence holds their values. */
const saysItself: ReadonlySet<Notice["notice"]> = new Set([
  "window_not_covered",
  "prior_window_not_covered",
  "ignored_columns",
  "dates_not_comparable",
]);

/** One line a remark, then one a notice. */
export async function writeNotices(io: Io, notices: readonly Notice[], remarks: readonly string[] = []): Promise<void> {
  for (const remark of remarks) await io.stderr.write(`note: ${escapeInvisible(remark)}\n`);
  for (const { file, message, values, notice } of notices) {
    const shown = values.length === 0 || saysItself.has(notice) ? "" : ` (${values.join("; ")})`;
    const line = escapeInvisible(`note: ${file === "" ? "" : `${file}: `}${message}${shown}`);
    await io.stderr.write(`${line.length > longestNotice ? `${line.slice(0, longestNotice)}…` : line}\n`);
  }
}

/** Notices as json. */
export const noticesJson = (notices: readonly Notice[]): JsonValue =>
  notices.map(({ notice, role, file, count, values, message }) => ({ notice, role, file, count, values, message }));

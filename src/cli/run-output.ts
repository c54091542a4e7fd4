// The last steps of every command: notices to stderr, the report to where it was asked for.

import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { escapeInvisible } from "../output/escape.ts";
import { formats } from "../output/formats.ts";
import type { Column, JsonValue, Report } from "../output/report.ts";
import { parseWhere, select } from "../output/select.ts";
import { checkOutput, type OutputRequest, writeReport } from "../output/write.ts";
import type { Notice } from "../quality/notice.ts";

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
  readonly quiet?: true | undefined;
  readonly color: boolean;
}

/**
 * Checks before the work starts that the result can be written, and that the columns asked for are there and the condition
 * fits them (`columns`, where the command knows them beforehand). Returns the format's name.
 */
export function checkOutputOptions(
  io: Io,
  options: OutputOptions,
  inputs: readonly string[],
  columns: readonly Column[] = [],
): string {
  if (columns.length > 0) select({ ...emptyReport, columns }, options);
  else if (options.where !== undefined) parseWhere(options.where, null);
  const { name } = checkOutput(outputRequest(io, options, inputs));
  if (options.excelEu === true && name !== "csv" && name !== "xlsx")
    throw new UserError(`--excel-eu is for csv, and this would be ${name}`, {
      hint: "--format csv --excel-eu",
      exit: 2,
    });
  return name;
}

/** Whether a format writes the head of a report: without, a command need not find out what stands in it. */
export const writesHead = (format: string): boolean =>
  formats.some(({ name, writesHead: writes }) => writes && name === format);

const emptyReport: Report = { columns: [], rows: [], summaryLines: [], summaryTable: [], head: {} };

/** Writes the report as asked, after the notices. `remarks` are what a format of bare rows has no place for. */
export async function writeOutput(
  io: Io,
  options: OutputOptions,
  inputs: readonly string[],
  notices: readonly Notice[],
  report: Report,
  remarks: readonly string[] = [],
): Promise<void> {
  const { columns, where, sort, limit } = options;
  const selected = select(report, { columns, where, sort, limit });
  if (options.quiet !== true) {
    const request = outputRequest(io, options, inputs);
    // The table's summary and the json document say these themselves.
    const isSilent = !["table", "json"].includes(checkOutput(request).name);
    await writeNotices(io, notices, isSilent ? remarks : []);
  }
  await writeReport(selected, outputRequest(io, options, inputs));
}

function outputRequest(io: Io, options: OutputOptions, inputs: readonly string[]): OutputRequest {
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

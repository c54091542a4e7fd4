import { UserError } from "../base/errors.ts";
import type { TextSink } from "../base/io.ts";
import { writeFailure } from "./failures.ts";
import { defaultFormatOptions, type Format, type FormatOptions, type FormatWriter } from "./format.ts";
import { chooseFormat } from "./formats.ts";
import type { Report } from "./report.ts";
import { checkDestination, writeWhole } from "./whole-file.ts";

export interface OutputRequest {
  /** The word after `--format`; without it the file's ending decides, or whether stdout is a terminal. */
  readonly format?: string | undefined;
  /** The path after `-o`, relative to `cwd`; without it, or `-`, stdout. */
  readonly file?: string | undefined;
  readonly force: boolean;
  readonly cwd: string;
  /** Every file that is read; none of them is written. */
  readonly inputs: readonly string[];
  readonly stdout: TextSink;
  /** What differs from the defaults; the width is stdout's. */
  readonly options?: Partial<Omit<FormatOptions, "width">> | undefined;
  /** Loads the writers of the formats that have none of their own, by name. */
  readonly writers?: Readonly<Record<string, () => Promise<FormatWriter>>> | undefined;
  /** Sets our temporary file apart from those of other runs: the process's id. */
  readonly token: string;
}

/**
 * The format, after everything that can be refused before the work starts: an unknown format, bytes for a terminal, a
 * destination that cannot be written. Errors: exit 2 or 4 as in `checkDestination`.
 */
export function checkOutput(request: OutputRequest): Format {
  const file = fileOf(request);
  const format = chooseFormat({ name: request.format, file, isTerminal: request.stdout.isTerminal });
  if (file !== undefined) checkDestination({ ...request, file });
  else if (format.binary && request.stdout.isTerminal) {
    throw new UserError(`${format.name} is not text, and a terminal cannot show it`, {
      hint: `-o result${format.endings[0] ?? ""}`,
      exit: 2,
    });
  }
  return format;
}

/**
 * Writes a report to the file or stdout that was asked for: rendered first, then written at once. A file gets every row,
 * no colours and no limit of width. Errors: those of `checkOutput`; exit 4 where the system refuses; ClosedPipe where the
 * reader of stdout is gone.
 */
export async function writeReport(report: Report, request: OutputRequest): Promise<void> {
  const format = checkOutput(request);
  const file = fileOf(request);
  const write = await writerOf(format, request);
  const chosen = { ...defaultFormatOptions, ...request.options };
  if (file !== undefined) {
    const content = await write(report, { ...chosen, colour: false, maxRows: Number.POSITIVE_INFINITY });
    return writeWhole({ ...request, file }, content, request.token);
  }
  const content = await write(report, { ...chosen, width: request.stdout.columns });
  try {
    await request.stdout.write(content);
  } catch (error) {
    throw writeFailure(error, "standard output");
  }
}

function writerOf({ name, load }: Format, { writers }: OutputRequest): Promise<FormatWriter> {
  const loadWriter = load ?? writers?.[name];
  if (loadWriter === undefined) throw new Error(`nobody brought a writer for ${name}`);
  return loadWriter();
}

const fileOf = ({ file }: OutputRequest): string | undefined => (file === "-" ? undefined : file);

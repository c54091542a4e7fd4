import { createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { roleOf } from "../cli/inputs.ts";
import { readOptions, withOutput, withReading, withTalk } from "../cli/options.ts";
import { makeRunFolder, type RunFolder } from "../cli/run-folder.ts";
import { checkOutputOptions, type OutputOptions, writeOutput } from "../cli/run-output.ts";
import { type Role, roles } from "../ingest/columns.ts";
import { inspectFile, readShownRecords } from "../ingest/inspect-file.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { Source } from "../ingest/workspace.ts";
import { writeFailure } from "../output/failures.ts";
import { inspectColumns, inspectReport } from "../reports/inspect.ts";

/** Manual: docs/inspect.md. */
export function inspectCommand(io: Io) {
  return withTalk(
    withOutput(
      withReading(new Command("inspect").argument("<file>", "an export, - for standard input"))
        .addOption(new Option("--role <role>", "what the export is about").choices(roles))
        .option("--rows", "every record as a JSON array of raw text, one a line"),
    ),
  ).action(async (file, options) => {
    const given = file === "-" ? [] : [path.resolve(io.cwd, file)];
    if (options.rows === true) refuseForRows(options);
    else await checkOutputOptions(io, options, given, inspectColumns);
    const folder = makeRunFolder();
    try {
      const source = await sourceOf(io, file, folder);
      const read = readOptions(options);
      if (options.rows === true) return await writeRows(io, source, read, folder);
      const inspection = await inspectFile(source, { ...read, role: roleFor(file, options.role) }, folder);
      await writeOutput(io, options, given, [], inspectReport(inspection));
    } finally {
      folder.remove();
    }
  });
}

/** The records are streamed, so nothing that needs the whole result goes with them. */
function refuseForRows({ format, output, columns, where, sort, limit, excelEu }: OutputOptions): void {
  const given = Object.entries({ format, output, columns, where, sort, limit, excelEu }).find(
    ([, value]) => value !== undefined,
  );
  if (given === undefined || (given[0] === "format" && (format === "json" || format === "ndjson"))) return;
  throw new UserError(
    `--rows writes one JSON array a line and takes no --${given[0] === "excelEu" ? "excel-eu" : given[0]}`,
    {
      hint: "portfolio inspect FILE --rows > FILE.ndjson",
      exit: 2,
    },
  );
}

function roleFor(file: string, named: Role | undefined): { role: Role; evidence: string } | null {
  if (named !== undefined) return { role: named, evidence: "--role" };
  const byName = file === "-" ? null : roleOf(path.basename(file));
  return byName === null ? null : { role: byName.role, evidence: "the file's name" };
}

async function sourceOf(io: Io, file: string, folder: RunFolder): Promise<Source> {
  if (file !== "-") return { name: file, path: path.resolve(io.cwd, file) };
  const copy = folder.temporary("stdin");
  await pipeline(io.stdin, createWriteStream(copy));
  return { name: "stdin", path: copy };
}

async function writeRows(io: Io, source: Source, options: ReadOptions, folder: RunFolder): Promise<void> {
  let lines: string[] = [];
  await readShownRecords(
    source,
    options,
    folder,
    (fields) => {
      lines.push(JSON.stringify(fields));
    },
    async () => {
      if (lines.length === 0) return;
      const text = `${lines.join("\n")}\n`;
      lines = [];
      try {
        await io.stdout.write(safe(text));
      } catch (error) {
        throw writeFailure(error, "standard output");
      }
    },
  );
}

/** A terminal obeys U+007F–009F; inside JSON's strings an escape means the same. */
const safe = (json: string): string =>
  json.replace(/[\u007f-\u009f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { Settings } from "../config/settings.ts";
import { parseDateFormat } from "../ingest/dates.ts";
import { parseEncoding } from "../ingest/encoding.ts";
import { parseMapOption } from "../ingest/mapping.ts";
import type { ReadOptions } from "../ingest/read-options.ts";

const fileName = "portfolio.yaml";
const fileNames = [fileName, "portfolio.yml"];

/**
 * The settings file of a run: the one that `--config` names, else `portfolio.yaml` in the folder of exports, else in the
 * current folder, else none. Errors: exit 3 for a file that is not there, is no YAML, or has a setting that we do not know.
 */
export async function loadSettings(io: Io, named: string | undefined, dir: string | undefined): Promise<Settings> {
  const places = [...(dir === undefined ? [] : fileNames.map((name) => path.join(dir, name))), ...fileNames];
  const file = named ?? places.find((candidate) => existsSync(path.resolve(io.cwd, candidate)));
  if (file === undefined) return {};
  const text = readText(path.resolve(io.cwd, file), file);
  const [{ parseDocument }, { readSettings }] = await Promise.all([import("yaml"), import("../config/settings.ts")]);
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined)
    throw new UserError(`is not YAML: ${error.message.split("\n", 1)[0]}`, {
      place: { file, line: error.linePos?.[0].line },
      hint: "check the indentation and the colons",
    });
  return readSettings(document.toJS(), file);
}

function readText(absolute: string, name: string): string {
  try {
    return readFileSync(absolute, "utf8");
  } catch {
    throw new UserError("the settings file cannot be read", {
      place: { file: name },
      hint: "check the name after --config",
    });
  }
}

/** Reading options, the flags' first, then the settings'. */
export function withSettings(read: ReadOptions, settings: Settings, file = fileName): ReadOptions {
  const chosen = new Set(read.maps.map(({ role, column }) => `${role}.${column}`));
  const maps = Object.entries(settings.map ?? {}).flatMap(([role, columns]) =>
    Object.entries(columns)
      .filter(([column]) => !chosen.has(`${role}.${column}`))
      .map(([column, header]) => parseMapOption(`${role}.${column}=${header}`)),
  );
  return {
    ...read,
    decimal: read.decimal ?? settings.decimal,
    dateFormat: read.dateFormat ?? known("date_format", settings.dateFormat, parseDateFormat, file),
    delimiter: read.delimiter ?? settings.delimiter,
    encoding: read.encoding ?? known("encoding", settings.encoding, parseEncoding, file),
    maps: [...read.maps, ...maps],
  };
}

function known<T>(
  name: string,
  text: string | undefined,
  parse: (text: string) => T | null,
  file: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === null)
    throw new UserError(`${name}: ${text} is not known`, {
      place: { file },
      hint: `see --help for the values of ${name}`,
    });
  return value;
}

import { UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import type { Format } from "./format.ts";

const text = { binary: false, writesHead: false };

/** Every output format. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  { ...text, name: "table", endings: [".txt"], load: async () => (await import("./table.ts")).writeTable },
  { ...text, name: "csv", endings: [".csv"], load: async () => (await import("./csv.ts")).writeCsv },
  { ...text, name: "tsv", endings: [".tsv"], load: async () => (await import("./csv.ts")).writeTsv },
  {
    ...text,
    name: "json",
    endings: [".json"],
    writesHead: true,
    load: async () => (await import("./json.ts")).writeJson,
  },
  {
    ...text,
    name: "ndjson",
    endings: [".ndjson", ".jsonl"],
    load: async () => (await import("./json.ts")).writeNdjson,
  },
  {
    ...text,
    name: "md",
    endings: [".md", ".markdown"],
    load: async () => (await import("./markdown.ts")).writeMarkdown,
  },
  {
    ...text,
    name: "html",
    endings: [".html", ".htm"],
    writesHead: true,
    load: async () => (await import("./html.ts")).writeHtml,
  },
  {
    name: "xlsx",
    endings: [".xlsx"],
    binary: true,
    writesHead: true,
    load: async () => (await import("./xlsx.ts")).writeXlsx,
  },
  { name: "parquet", endings: [".parquet"], binary: true, writesHead: false, load: null },
];

/** What decides the format, the first that is known: `--format`, the ending of `-o`, a terminal or not. */
export interface FormatChoice {
  readonly name: string | undefined;
  readonly file: string | undefined;
  readonly isTerminal: boolean;
}

/** The format to write. Errors (exit 2): an unknown name or ending. */
export function chooseFormat({ name, file, isTerminal }: FormatChoice): Format {
  if (name !== undefined) return formats.find((format) => format.name === name) ?? fail(unknownName(name));
  if (file !== undefined) return formatOfFile(file) ?? fail(unknownEnding(file));
  const wanted = isTerminal ? "table" : "csv";
  return formats.find((format) => format.name === wanted) ?? fail(unknownName(wanted));
}

const formatOfFile = (file: string): Format | undefined =>
  formats.find(({ endings }) => endings.some((ending) => file.toLowerCase().endsWith(ending)));

function unknownName(name: string): UserError {
  const names = formats.map((format) => format.name);
  return new UserError(`--format ${name} is not a format`, {
    details: [`formats: ${names.join(", ")}`],
    hint: `--format ${nearest(name, names) ?? "csv"}`,
    exit: 2,
  });
}

const unknownEnding = (file: string): UserError =>
  new UserError(`the ending of ${file} is not one of a format`, {
    details: formats.map(({ name, endings }) => `${name}: ${endings.join(" ")}`),
    hint: "another ending, or --format with the format's name",
    exit: 2,
  });

function fail(error: Error): never {
  throw error;
}

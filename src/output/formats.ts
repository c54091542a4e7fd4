import { UserError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import type { Format } from "./format.ts";

/** Every output format. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  { name: "table", endings: [".txt"], binary: false, load: async () => (await import("./table.ts")).writeTable },
  { name: "csv", endings: [".csv"], binary: false, load: async () => (await import("./csv.ts")).writeCsv },
  { name: "tsv", endings: [".tsv"], binary: false, load: async () => (await import("./csv.ts")).writeTsv },
  { name: "json", endings: [".json"], binary: false, load: async () => (await import("./json.ts")).writeJson },
  {
    name: "ndjson",
    endings: [".ndjson", ".jsonl"],
    binary: false,
    load: async () => (await import("./json.ts")).writeNdjson,
  },
  {
    name: "md",
    endings: [".md", ".markdown"],
    binary: false,
    load: async () => (await import("./markdown.ts")).writeMarkdown,
  },
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

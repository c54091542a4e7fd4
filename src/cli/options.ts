// Each option declared once, for parsing, help and the manual.
import { type Command, InvalidArgumentError, Option, type OptionValues } from "@commander-js/extra-typings";
import { isIsoDate } from "../base/calendar.ts";
import { parseDateFormat } from "../ingest/dates.ts";
import { parseEncoding } from "../ingest/encoding.ts";
import { parseMapOption } from "../ingest/mapping.ts";
import type { ColumnChoice, ReadOptions } from "../ingest/read-options.ts";
import { type Language, languages } from "../wording/language.ts";

export const asDate = (text: string): string => {
  if (!isIsoDate(text)) throw new InvalidArgumentError("Write it as YYYY-MM-DD, a day of the calendar, as 2026-09-30.");
  return text;
};

export const asWholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return value;
  };

const asDecimal = (text: string): "." | "," => {
  if (text !== "." && text !== ",") throw new InvalidArgumentError("It is . or , as in 1234.56 or 1234,56.");
  return text;
};

const asDateFormat = (text: string) => {
  const format = parseDateFormat(text);
  if (format === null)
    throw new InvalidArgumentError("Known are iso, dmy, mdy, yyyymmdd, serial, or a pattern as dd.mm.yyyy.");
  return format;
};

const delimiterNames: Readonly<Record<string, string>> = {
  tab: "\t",
  "\\t": "\t",
  comma: ",",
  semicolon: ";",
  pipe: "|",
  space: " ",
};

const asDelimiter = (text: string): string => {
  const delimiter = delimiterNames[text.toLowerCase()] ?? text;
  if (delimiter === "whitespace") return delimiter;
  if (delimiter.length !== 1 || /["'\\\r\n0-9A-Za-z]/.test(delimiter))
    throw new InvalidArgumentError("It is one character, as , ; tab | or the word whitespace.");
  return delimiter;
};

const asEncoding = (text: string) => {
  const encoding = parseEncoding(text);
  if (encoding === null) throw new InvalidArgumentError("Known are utf-8, utf-16le, utf-16be, windows-1252 (latin1).");
  return encoding;
};

const asMap = (text: string, before: readonly ColumnChoice[] = []): readonly ColumnChoice[] => [
  ...before,
  parseMapOption(text),
];

/** `error`, `skip`, `quarantine=FILE`. */
export interface BadRowPolicy {
  readonly kind: "error" | "skip" | "quarantine";
  readonly file: string | null;
}

const asBadRowPolicy = (text: string): BadRowPolicy => {
  if (text === "error" || text === "skip") return { kind: text, file: null };
  const file = /^quarantine=(.+)$/s.exec(text)?.[1];
  if (file === undefined) throw new InvalidArgumentError("It is error, skip, or quarantine=FILE.");
  return { kind: "quarantine", file };
};

const asMemory = (text: string): string => {
  if (!/^[1-9]\d*(\.\d+)?\s?[KMGT]i?B$/i.test(text)) throw new InvalidArgumentError("It is a size, as 500MB or 2GB.");
  return text;
};

const asCuts = (text: string): readonly number[] => {
  const cuts = text.split(",").map((part) => Number(part.trim() === "" ? Number.NaN : part));
  if (cuts.length < 2 || cuts.some((cut) => !Number.isFinite(cut)))
    throw new InvalidArgumentError("It takes two numbers with a comma, as 20,80.");
  return cuts;
};

/** Names with commas; which ones there are is for the score to say. */
const asNames = (text: string): readonly string[] => text.split(",").map((name) => name.trim());

/** The files of each role. */
export const withInputs = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  withReading(
    command
      .argument("[dir]", "folder of exports, known by name: sales.csv, costs.csv, nps.csv, customers.csv, events.csv")
      .option("--sales <file...>", "sales lines (a file, several, a glob, - for standard input)")
      .option("--costs <file...>", "costs")
      .option("--nps <file...>", "NPS answers")
      .option("--customers <file...>", "customers and their attributes")
      .option("--events <file...>", "events: complaints, outages, refused offers"),
  );

/** How exports are read, where their content leaves it open. */
export const withReading = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command
    .addOption(
      new Option("--map <role.column=header>", "take this header (or #3, the third column) for a column").argParser(
        asMap,
      ),
    )
    .option("--decimal <mark>", "decimal mark of all numbers: . or ,", asDecimal)
    .option(
      "--date-format <format>",
      "order of all dates: dmy, mdy, iso, yyyymmdd, serial, or a pattern as dd.mm.yyyy",
      asDateFormat,
    )
    .option("--delimiter <character>", "field delimiter: , ; tab | or whitespace", asDelimiter)
    .option("--encoding <name>", "utf-8, utf-16le, utf-16be, windows-1252", asEncoding)
    .option("--no-header", "the files have no header line (then --map names columns as #1, #2, …)");

/** What becomes of rows that cannot be read, and what the engine may take. */
export const withRows = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command
    .addOption(
      new Option("--on-bad-row <policy>", "error, skip, or quarantine=FILE")
        .argParser(asBadRowPolicy)
        .default({ kind: "error", file: null } as BadRowPolicy, "error"),
    )
    .addOption(
      new Option("--engine <name>", "where lines are added up").choices(["duckdb"] as const).default("duckdb" as const),
    )
    .option("--memory <size>", "most memory for the engine, as 2GB", asMemory)
    .option("--config <file>", "settings file (default: portfolio.yaml in the folder, or here)");

/** The time a run speaks of. */
export const withTime = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command
    .option("--as-of <date>", "the day the analysis speaks of (default: the latest sale)", asDate)
    .option("--window <months>", "length of the window (default: 12)", asWholeNumber(1, 1200))
    .option("--history-from <date>", "the sales files are complete from this day on", asDate);

/** How classes A–D are drawn, and what grades a–d rest on. */
export const withClasses = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command
    .addOption(
      new Option("--abc-method <method>", "rank, cumulative or threshold").choices([
        "rank",
        "cumulative",
        "threshold",
      ] as const),
    )
    .option(
      "--abc-cuts <a,b>",
      "where A and B end: percents (default: 20,80; cumulative 80,95), or amounts for threshold",
      asCuts,
    )
    .addOption(
      new Option("--rank-by <measure>", "revenue or contribution").choices(["revenue", "contribution"] as const),
    )
    .addOption(
      new Option("--d-mode <mode>", "D overrides the letter, or is taken out first").choices([
        "override",
        "exclude",
      ] as const),
    )
    .addOption(
      new Option("--cogs <source>", "cost of goods from the sales lines, the costs file, or both").choices([
        "sales",
        "costs",
        "add",
      ] as const),
    )
    .option(
      "--potential-sources <a,b>",
      "evidence for grades a to d, in this order (default: stated,wallet,seats,regions,peers,white_space,trend)",
      asNames,
    );

/** What else people call a language that there is: its other codes, and its name. */
const languageNames: Readonly<Record<string, Language>> = {
  ...{ no: "nb", nn: "nb", nob: "nb", nor: "nb", norsk: "nb", norwegian: "nb", bokmål: "nb" },
  ...{ ger: "de", deu: "de", deutsch: "de", german: "de" },
  ...{ eng: "en", english: "en" },
};

const asLanguage = (text: string): Language => {
  const language = languages.find((each) => each === text);
  if (language !== undefined) return language;
  // Of `de-AT` the language.
  const [name = ""] = text.toLowerCase().split(/[-_]/);
  const meant = languages.find((each) => each === name) ?? languageNames[name];
  throw new InvalidArgumentError(
    `Allowed choices are ${languages.join(", ")}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  );
};

/** The language of what people read. */
export const withLanguage = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command.addOption(
    new Option(
      "--lang <language>",
      "language of table, html, xlsx and md: en, nb or de (default: en); csv and json are the same in all",
    )
      .choices(languages)
      .argParser(asLanguage),
  );

/** How a result is written. */
export const withOutput = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  withLanguage(command)
    .option(
      "--format <name>",
      "table, csv, tsv, json, ndjson, md, html, xlsx, parquet (default: table on a terminal, csv in a pipe)",
    )
    .option("-o, --output <file>", "write to a file; its ending tells the format")
    .option("--force", "replace an existing file")
    .option("--columns <names>", "only these columns, with commas")
    .option("--sort <names>", "order by these columns, - for descending: -revenue,customer_id")
    .option("--where <condition>", "only rows where this holds: \"class = 'A' and revenue < 0.5 * revenue_prior\"")
    .option("--limit <count>", "only so many rows")
    .option("--excel-eu", "csv for a European Excel: semicolons, decimal comma, byte order mark")
    .option("--no-escape-formulas", "leave text that a spreadsheet would run as it is");

/** How much is said beside the result. */
export const withTalk = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command
    .option("--quiet", "no notices, no progress")
    .option("--verbose", "details of the reading, and of our own faults")
    .option("--no-color", "no colours (also: NO_COLOR, TERM=dumb)");

/** The reading options of a parsed command. */
export function readOptions(options: {
  readonly map?: readonly ColumnChoice[] | undefined;
  readonly decimal?: "." | "," | undefined;
  readonly dateFormat?: ReadOptions["dateFormat"];
  readonly delimiter?: string | undefined;
  readonly encoding?: ReadOptions["encoding"];
  readonly header: boolean;
  readonly onBadRow?: BadRowPolicy | undefined;
}): ReadOptions {
  return {
    decimal: options.decimal,
    dateFormat: options.dateFormat,
    delimiter: options.delimiter,
    encoding: options.encoding,
    noHeader: !options.header,
    maps: options.map ?? [],
    onBadRow: options.onBadRow?.kind ?? "error",
  };
}

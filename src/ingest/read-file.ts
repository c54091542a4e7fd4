import { isAscii } from "node:buffer";
import { UserError } from "../base/errors.ts";
import { type BadRow, badRow } from "./bad-rows.ts";
import { type CellReader, cellReader } from "./canonical.ts";
import type { Role } from "./columns.ts";
import { isCostType } from "./cost-types.ts";
import { currencyName, distinctCurrencies, isSharedMark } from "./currencies.ts";
import { type Dialect, findDialect } from "./dialect.ts";
import { wholeCharacters } from "./encoding.ts";
import { countKnownHeaders, headersNaming, type IgnoredColumn, mapHeaders } from "./mapping.ts";
import type { BulkPlan, DateSpelling, TextTraits } from "./plan.ts";
import { type FileProfile, profileOf, type TypedColumn } from "./profile.ts";
import { type ColumnFormats, chosenColumns, type ReadOptions } from "./read-options.ts";
import { headRecords, readRecords } from "./records.ts";
import { columnRules, type Mapping, type TableRole, typedColumns } from "./rules.ts";
import { openText, openUndecided, readHead, type TextSource } from "./source.ts";
import { guessOddities, surveyFile } from "./survey.ts";
import { tableSeparation } from "./table-text.ts";
import type { LoadTarget } from "./target.ts";
import type { Source, Workspace } from "./workspace.ts";

/** A file opened, its records placed and its columns known: what both readers start from. */
export interface OpenedFile {
  readonly role: Role;
  readonly text: TextSource;
  readonly dialect: Dialect;
  /** The header's fields; without a header `#1`, `#2` … */
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly ignored: readonly IgnoredColumn[];
  readonly unmapped: readonly string[];
  /** Whether it was given for sales and names the cost type of its rows. */
  readonly looksLikeCosts: boolean;
  /** The first data byte of `text.path`. */
  readonly dataOffset: number;
  /** The head of the data, for the first look at its columns. */
  readonly headText: string;
  readonly headIsWhole: boolean;
}

/** A file read: what it is, what became of its rows. */
export interface FileReading extends Omit<OpenedFile, "headText" | "headIsWhole"> {
  readonly reader: "bulk" | "careful";
  readonly formats: ColumnFormats;
  /** Records below the header, blank ones not counted: rows and bad rows together. */
  readonly records: number;
  readonly rows: number;
  readonly badRowCount: number;
  /** The first bad rows, or all of them where they are put aside. */
  readonly badRows: readonly BadRow[];
  /** The line of the row with this ordinal, from 0. */
  lineOf(ordinal: number): number;
}

const profiledRecords = 1000;
const badRowsKept = 10;

/** Opens a file and finds how it is to be read. Errors: no text, no header, a required column that is not there. */
export async function openFile(
  role: Role,
  source: Source,
  options: ReadOptions,
  workspace: Workspace,
): Promise<OpenedFile> {
  return placeFile(role, await openText(source, workspace, options), options);
}

async function placeFile(role: Role, text: TextSource, options: ReadOptions): Promise<OpenedFile> {
  const head = readHead(text.path, text.name).subarray(text.markLength);
  const headIsWhole = head.length + text.markLength < 1 << 18;
  const headText = (headIsWhole ? head : wholeCharacters(head)).toString("utf8");
  const dialect = await findDialect(headText, {
    separation: text.table === null ? undefined : tableSeparation,
    delimiter: options.delimiter,
    noHeader: options.noHeader,
    knownHeaders: (fields) => countKnownHeaders(role, fields, chosenColumns(role, options.maps)),
  });
  const headers = dialect.header ?? Array.from({ length: dialect.fieldCount }, (_, i) => `#${i + 1}`);
  const place = { file: text.name, line: dialect.headerLine ?? dialect.firstDataLine };
  const start = offsetOfLine(headText, dialect.firstDataLine);
  const dataText = headText.slice(start);
  const named = dialect.header ?? headers.map(() => "");
  const { mapping, ignored, unmapped } = mapHeaders(role, named, chosenColumns(role, options.maps), place);
  if (dataText.trim() === "" && headIsWhole)
    throw new UserError("the file has a header and no rows", {
      place,
      hint: "export it again; perhaps the export's filter left nothing over",
    });
  return {
    role,
    text,
    dialect,
    headers,
    mapping,
    ignored,
    unmapped,
    looksLikeCosts: role === "sales" && (await namesCostTypes(named, dataText, dialect)),
    dataOffset: text.markLength + Buffer.byteLength(headText.slice(0, start)),
    headText: dataText,
    headIsWhole,
  };
}

/** Whether a column has the name of the cost type, and nothing in it but cost types. */
async function namesCostTypes(headers: readonly string[], dataText: string, dialect: Dialect): Promise<boolean> {
  const columns = headersNaming("costs", "type", headers);
  if (columns.length === 0) return false;
  const records = await headRecords(dataText, dialect, profiledRecords);
  return columns.some((index) => {
    const words = records.map(({ fields }) => (fields[index] ?? "").trim().toLowerCase()).filter((word) => word !== "");
    return words.length > 0 && words.every(isCostType);
  });
}

/** Index of the character that a line (from 1) starts with. */
function offsetOfLine(text: string, line: number): number {
  const ends = /\r\n|\n|\r/g;
  for (let at = 1; at < line; at++) if (ends.exec(text) === null) return text.length;
  return ends.lastIndex;
}

/** Opens a file and reads it into a role's table. */
export async function readFile(
  role: TableRole,
  source: Source,
  options: ReadOptions,
  target: TableTarget,
  workspace: Workspace,
): Promise<FileReading> {
  return readOpened(role, await openFile(role, source, options, workspace), options, target, workspace);
}

/** A role's table, and which of its columns are wanted. */
export interface TableTarget extends LoadTarget {
  readonly columns: readonly string[];
  readonly withHash: boolean;
  readonly carefulOnly?: boolean;
}

/**
 * Reads a whole opened file into a role's table. The bulk reader gets a file whose notation the head settles and whose bytes are
 * proven regular meanwhile; every other file, and every file that turns out not to be as planned, the careful reader.
 */
export async function readOpened(
  role: TableRole,
  opened: OpenedFile,
  options: ReadOptions,
  target: TableTarget,
  workspace: Workspace,
): Promise<FileReading> {
  let file = opened;
  let surprises: Surprises = { unicode: false, otherBlanks: false, trickyMarks: false };
  for (let attempt = 0; attempt < 3 && target.carefulOnly !== true; attempt++) {
    const outcome = await readBulk(role, file, options, target, surprises);
    if ("reader" in outcome) return outcome;
    if (outcome.next === "careful") break;
    if (outcome.next === "decode") file = await placeFile(role, await openUndecided(file.text, workspace), options);
    surprises = outcome.surprises;
  }
  return readCarefully(role, file, options, target);
}

/** What the whole file turned out to hold that its head did not show; the next plan reckons with it. */
type Surprises = Omit<TextTraits, "padded">;

/** What to do where the bulk reader could not: another plan, another look at the encoding, or the careful reader. */
interface Refusal {
  readonly next: "plan" | "decode" | "careful";
  readonly surprises: Surprises;
}

/** Reads by the bulk reader, or says why not. */
async function readBulk(
  role: TableRole,
  file: OpenedFile,
  options: ReadOptions,
  target: LoadTarget & { readonly columns: readonly string[]; readonly withHash: boolean },
  surprises: Surprises,
): Promise<FileReading | Refusal> {
  const { dialect, text, mapping } = file;
  const careful: Refusal = { next: "careful", surprises };
  if (dialect.delimiter.length !== 1 || dialect.quote !== '"' || dialect.escape !== '"' || text.damaged) return careful;
  const typed = typedColumns(role, mapping, target.columns);
  const profile = profileOf(typed);
  const head = await headRecords(file.headText, dialect, profiledRecords);
  // The last record of a cut head may be cut itself.
  const whole = file.headIsWhole || head.length === profiledRecords ? head : head.slice(0, -1);
  for (const { fields, line } of whole) profile.add(fields, line + dialect.firstDataLine - 1);
  if (!profile.isCertain(options)) return careful;
  const formats = profile.decide(options, text.name, file.headers);
  if ([...formats.dates.values()].some(({ certain }) => !certain)) return careful;
  // Right at once where the head shows it; what it does not show costs another load.
  const guessed = guessOddities(
    whole.map(({ fields }) => fields),
    dialect.delimiter,
  );
  const plan: BulkPlan = {
    path: text.path,
    delimiter: dialect.delimiter,
    lineEnd: file.headText.includes("\r\n") ? "\r\n" : "\n",
    skipLines: dialect.firstDataLine - 1,
    fieldCount: file.headers.length,
    texts: {
      unicode: surprises.unicode || !isAscii(Buffer.from(file.headText)),
      otherBlanks: surprises.otherBlanks || guessed.otherBlanks,
      padded: whole.some(({ fields }) => typed.some(({ index }) => fields[index] !== fields[index]?.trim())),
      trickyMarks: surprises.trickyMarks || guessed.trickyMarks,
    },
    dateSpelling: spellingOf(whole.map(({ fields }) => fields[mapping.get("date") as number] ?? "")),
    rules: columnRules(role, mapping, formats),
  };
  const load = target.loadBulk(plan);
  const survey = await surveyFile(text.path, dialect.delimiter, file.dataOffset);
  const rows = await load.rows;
  const found: Surprises = {
    unicode: surprises.unicode || !survey.isAscii,
    // Where tabs delimit, the survey does not count them as blanks; in quotes they are.
    otherBlanks: surprises.otherBlanks || survey.hasOtherBlanks || (dialect.delimiter === "\t" && survey.hasQuotes),
    trickyMarks: surprises.trickyMarks || survey.hasTrickyMarks,
  };
  const isRegular = survey.irregularity === null && survey.lineEnd === plan.lineEnd;
  const isSpared =
    (plan.texts.unicode || !found.unicode) &&
    (plan.texts.otherBlanks || !found.otherBlanks) &&
    (plan.texts.trickyMarks || !found.trickyMarks || target.withHash);
  if (isRegular && isSpared && rows === survey.records) {
    await load.commit();
    return {
      ...withoutHead(file),
      reader: "bulk",
      formats,
      records: rows,
      rows,
      badRowCount: 0,
      badRows: [],
      lineOf: (ordinal) => dialect.firstDataLine + ordinal,
    };
  }
  await load.rollback();
  if (survey.irregularity === "encoding") return { next: "decode", surprises: found };
  return isRegular && !isSpared ? { next: "plan", surprises: found } : careful;
}

const spellings: readonly (readonly [RegExp, DateSpelling])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, "%Y-%m-%d"],
  [/^\d{1,2}\.\d{1,2}\.\d{4}$/, "%d.%m.%Y"],
];

/** The one spelling of these dates; those with strokes would need the order too, and are read as text. */
const spellingOf = (dates: readonly string[]): DateSpelling | null =>
  spellings.find(([pattern]) => dates.every((date) => pattern.test(date)))?.[1] ?? null;

/** What became of a file that was read row by row. */
export function carefulReading(
  file: OpenedFile,
  formats: ColumnFormats,
  counts: { readonly records: number; readonly rows: number },
  bad: { readonly count: number; readonly rows: readonly BadRow[] },
): Omit<FileReading, "lineOf" | "reader"> & { readonly reader: "careful" } {
  return { ...withoutHead(file), reader: "careful", formats, ...counts, badRowCount: bad.count, badRows: bad.rows };
}

function withoutHead({ headText: _text, headIsWhole: _whole, ...rest }: OpenedFile) {
  return rest;
}

async function readCarefully(
  role: TableRole,
  file: OpenedFile,
  options: ReadOptions,
  target: LoadTarget & { readonly columns: readonly string[]; readonly withHash: boolean },
): Promise<FileReading> {
  const stated = new Set<string>();
  const currency = file.mapping.get("currency") ?? null;
  const formats = await profileWhole(file, typedColumns(role, file.mapping, target.columns), options, (fields) => {
    if (currency !== null) stated.add(currencyName(fields[currency] ?? ""));
  });
  const hasBlank = currency === null || stated.delete("");
  const likely: LikelyCurrencies = { names: new Set([...stated, ...formats.marks]), hasBlank };
  const rules = columnRules(role, file.mapping, formats);
  const readersWith = (fileCurrencies: readonly string[]): readonly (CellReader | null)[] =>
    target.columns.map((name) => {
      const rule = rules[name];
      return rule === undefined ? null : cellReader(rule, currency, fileCurrencies);
    });
  const readers = readersWith(await currenciesOf(file, likely, target.columns, readersWith([])));
  const sink = await target.append();
  const bad = badRowKeeper(options);
  const lines: number[] = [];
  let records = 0;
  await eachRecord(
    file,
    (fields, line, raw) => {
      records++;
      const problem = structureProblem(fields, file, line, raw);
      if (problem !== null) return bad.keep(problem);
      const values = new Array(readers.length);
      for (let i = 0; i < readers.length; i++) {
        const reading = readers[i]?.(fields) ?? { value: null };
        if ("bad" in reading)
          return bad.keep(
            badRow(reading.bad, headerOf(file, reading.bad.column), line, raw || fields.join(file.dialect.delimiter)),
          );
        values[i] = reading.value;
      }
      if (target.withHash) values.push(rawText(fields, file.headers.length));
      sink.add(values);
      lines.push(line);
    },
    options.onBadRow === "quarantine",
  );
  await sink.close();
  return {
    ...carefulReading(file, formats, { records, rows: lines.length }, bad),
    lineOf: (ordinal) => lines[ordinal] ?? file.dialect.firstDataLine,
  };
}

/** What the cells and marks of all rows name, bad ones among them. */
interface LikelyCurrencies {
  readonly names: ReadonlySet<string>;
  readonly hasBlank: boolean;
}

/**
 * The currencies that the file's good rows name, where a row may need to know them: where some name none, or a mark of several
 * currencies. To name none among several is bad, so this must be known before the rows are read.
 */
async function currenciesOf(
  file: OpenedFile,
  likely: LikelyCurrencies,
  columns: readonly string[],
  readers: readonly (CellReader | null)[],
): Promise<readonly string[]> {
  const at = columns.indexOf("currency");
  const { names, hasBlank } = likely;
  if (at < 0 || !hasBlank || (names.size <= 1 && ![...names].some(isSharedMark))) return [];
  const named = new Set<string>();
  await eachRecord(
    file,
    (fields, line, raw) => {
      if (structureProblem(fields, file, line, raw) !== null) return;
      const readings = readers.map((reader) => reader?.(fields) ?? { value: null });
      const currency = readings[at];
      if (currency === undefined || readings.some((reading) => "bad" in reading)) return;
      if ("value" in currency && currency.value !== null) named.add(currencyName(String(currency.value)));
    },
    false,
  );
  return distinctCurrencies(named);
}

const headerOf = ({ mapping, headers }: OpenedFile, column: string): string | undefined => {
  const index = mapping.get(column);
  return index === undefined ? undefined : headers[index];
};

/** The record's fields joined as the bulk reader joins them, so that a row has one hash whoever reads it. */
const rawText = (fields: readonly string[], count: number): string => fields.slice(0, count).join("\u001f");

/** Keeps what is reported: the first few of many, all where they are put aside. */
export function badRowKeeper({ onBadRow }: ReadOptions) {
  const rows: BadRow[] = [];
  let count = 0;
  return {
    keep(row: BadRow) {
      count++;
      if (rows.length < badRowsKept || onBadRow === "quarantine") rows.push(row);
    },
    get count() {
      return count;
    },
    rows,
  };
}

/** Finds the notation of the typed columns over the whole file; `onRecord` sees every record on the way. */
export async function profileWhole(
  file: OpenedFile,
  columns: readonly TypedColumn[],
  options: ReadOptions,
  onRecord: (fields: readonly string[]) => void = () => undefined,
): Promise<ColumnFormats> {
  const profile: FileProfile = profileOf(columns);
  await eachRecord(
    file,
    (fields, line) => {
      profile.add(fields, line);
      onRecord(fields);
    },
    false,
  );
  return profile.decide(options, file.text.name, file.headers);
}

/** Calls `visit` with every record that is not blank. */
export async function eachRecord(
  file: OpenedFile,
  visit: (fields: string[], line: number, raw: string) => void,
  raw: boolean,
): Promise<void> {
  await readRecords(
    file.text.path,
    file.text.name,
    file.dialect,
    (fields, line, text) => {
      if (fields.some((field) => field !== "" && field.trim() !== "")) visit(fields, line, text);
      return true;
    },
    { from: file.dataOffset, line: file.dialect.firstDataLine, raw },
  );
}

/** What is wrong with a record as a whole: fields missing or over, a character that no text has. */
export function structureProblem(fields: string[], file: OpenedFile, line: number, raw: string): BadRow | null {
  const wanted = file.headers.length;
  const text = raw || fields.join(file.dialect.delimiter);
  const report = (problem: string, expected: string): BadRow => ({
    line,
    column: null,
    value: "",
    problem,
    expected,
    raw: text,
  });
  if (fields.length < wanted)
    return report(`the row has ${fields.length} fields, the header ${wanted}`, `${wanted} fields`);
  if (fields.length > wanted && fields.slice(wanted).some((field) => field.trim() !== ""))
    return report(
      `the row has ${fields.length} fields, the header ${wanted}`,
      `${wanted} fields; a field that contains the delimiter must be in quotes`,
    );
  for (const [i, field] of fields.entries()) {
    if (field.includes("\u0000"))
      return { ...report("contains a NUL character", "text"), column: file.headers[i] ?? null, value: field };
    if (file.text.damaged && field.includes("\ufffd"))
      return {
        ...report("is not valid UTF-8 in a file that otherwise is", "UTF-8"),
        column: file.headers[i] ?? null,
        value: field,
      };
  }
  return null;
}

import type { Info, Parser } from "csv-parse";
import { UserError } from "../base/errors.ts";
import { readTextLeniently } from "./lenient.ts";
import { blankSeparated, parserOptions, type Separation } from "./separation.ts";
import { readChunks } from "./source.ts";

/** A record, the line (from 1) it starts on, and its text where that was asked for. Return `false` to stop. */
export type OnRecord = (fields: string[], line: number, raw: string) => boolean | undefined;

export interface ReadOptions {
  /** Byte to start at, and the line that it is on. */
  readonly from?: number;
  readonly line?: number;
  /** Hand over the record's own text (slower). */
  readonly raw?: boolean;
}

/** Bytes after which a quoted field is taken to be never closed, so that a stray quote does not fill the memory. */
const longestRecord = 1 << 26;

/**
 * The careful reader: calls `onRecord` with every record of a UTF-8 file, blank ones included, and knows the line of each.
 * Lenient where the file is (stray quotes are text, records may differ in length); what no reading can mend, a quote that
 * is never closed, is a `UserError`. About 5 s for a million lines; the bulk reader is for those.
 */
export async function readRecords(
  file: string,
  name: string,
  separation: Separation,
  onRecord: OnRecord,
  options: ReadOptions = {},
): Promise<void> {
  if (separation.delimiter === "whitespace") return readBlankSeparated(file, onRecord, options);
  const { parse } = await import("csv-parse");
  const reading = recordCounter(onRecord, options);
  const parser = parse({
    ...parserOptions(separation),
    raw: options.raw === true,
    max_record_size: longestRecord,
    on_record: reading.onRecord as never,
  });
  await new Promise<void>((resolve, reject) => {
    parser.on("error", reject).on("end", resolve).resume();
    feed(parser, file, options.from ?? 0, reading);
    parser.end();
  }).catch((error: unknown) => {
    throw reading.asUserError(error, name);
  });
}

function feed(parser: Parser, file: string, from: number, reading: { readonly stopped: boolean }): void {
  readChunks(
    file,
    (chunk) => {
      // Copied: the parser keeps what the next chunk would overwrite.
      if (!reading.stopped) parser.write(Buffer.from(chunk));
    },
    from,
  );
}

/**
 * The records of a text that may be cut anywhere, up to `limit`, as they were probably meant: what a stray quote swallows
 * is read again, so that one quote does not hide the shape of the file.
 */
export async function headRecords(text: string, separation: Separation, limit: number): Promise<HeadRecord[]> {
  if (separation.delimiter === "whitespace") return lenientRecords(text, separation, 0, limit);
  const { parse } = await import("csv-parse/sync");
  const records: HeadRecord[] = [];
  let isOpen = false;
  const onLine = (fields: string[], line: number) => {
    records.push({ fields, line });
    return records.length < limit;
  };
  try {
    parse(text, { ...parserOptions(separation), to: limit, on_record: recordCounter(onLine, {}).onRecord as never });
  } catch (error) {
    if ((error as { code?: string }).code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    isOpen = true;
  }
  if (separation.quote === null || !text.includes(separation.quote)) return records;
  const usual = usualCount(text, separation, records, isOpen);
  const isOdd = isOpen || records.some((record) => needsSecondLook(record, separation.quote as string, usual));
  return isOdd ? lenientRecords(text, separation, usual, limit) : records;
}

/** A stray quote shows in a field that begins with one, or in a record over several lines that is not like the others. */
const needsSecondLook = ({ fields }: HeadRecord, quote: string, usual: number): boolean =>
  fields.some((field) => field.startsWith(quote)) ||
  (fields.length !== usual && fields.some((field) => lineEnds(field) > 0));

async function lenientRecords(text: string, separation: Separation, usual: number, limit: number) {
  const records: HeadRecord[] = [];
  await readTextLeniently(text, separation, usual, ({ fields, line }) => {
    records.push({ fields, line });
    return records.length < limit;
  });
  return records;
}

/**
 * The number of fields of most records that are on one line; without any, of most records; where an open quote swallows even
 * those, of most lines cut at every delimiter.
 */
function usualCount(text: string, { delimiter }: Separation, records: readonly HeadRecord[], isOpen: boolean): number {
  const filled = records.filter(({ fields }) => fields.some((field) => field !== ""));
  const onOneLine = filled.filter(({ fields }) => !fields.some((field) => lineEnds(field) > 0));
  if (onOneLine.length > 0) return mostFrequent(onOneLine.map(({ fields }) => fields.length));
  if (!isOpen) return mostFrequent(filled.map(({ fields }) => fields.length));
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "");
  return mostFrequent(lines.slice(0, 1000).map((line) => line.split(delimiter).length));
}

/** The larger of equally frequent ones: titles are shorter than records. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const better = (a: readonly [number, number], b: readonly [number, number]) =>
    a[1] > b[1] || (a[1] === b[1] && a[0] > b[0]);
  return [...counts].reduce((best, entry) => (better(entry, best) ? entry : best), [1, 0])[0];
}

export interface HeadRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * Follows the line numbers. The parser's own count takes a CRLF inside quotes for two lines, so a record that spans lines is
 * counted again from its fields.
 */
function recordCounter(onRecord: OnRecord, { line: firstLine = 1, raw: wantsRaw = false }: ReadOptions) {
  let line = firstLine;
  let parserLines = 0;
  let stopped = false;
  const take = (fields: string[], lines: number, raw: string) => {
    const start = line;
    line += lines - parserLines === 1 ? 1 : 1 + fields.reduce((sum, field) => sum + lineEnds(field), 0);
    parserLines = lines;
    if (!stopped && onRecord(fields, start, raw) === false) stopped = true;
  };
  return {
    get stopped() {
      return stopped;
    },
    onRecord: (record: string[] | { raw: string; record: string[] }, { lines }: Info) => {
      if (wantsRaw) {
        const withRaw = record as { raw: string; record: string[] };
        take(withRaw.record, lines, withRaw.raw.replace(/\r?\n$|\r$/, ""));
      } else take(record as string[], lines, "");
      return null;
    },
    asUserError: (error: unknown, name: string) =>
      neverClosed.has((error as { code?: string }).code ?? "")
        ? new UserError("a quoted field that starts in this record is never closed", {
            place: { file: name, line },
            hint: 'close the quote, or write a quote inside a field twice ("")',
          })
        : error,
  };
}

const neverClosed = new Set(["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"]);

const lineEnds = (field: string): number =>
  field.includes("\n") || field.includes("\r") ? (field.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

function readBlankSeparated(file: string, onRecord: OnRecord, { from = 0, line = 1 }: ReadOptions): void {
  let rest = "";
  let stopped = false;
  let at = line;
  const take = (text: string) => {
    if (!stopped && onRecord(blankSeparated(text), at++, text) === false) stopped = true;
  };
  let carry: Buffer = Buffer.alloc(0);
  readChunks(
    file,
    (chunk) => {
      // Cut at a line end, so that no character is split.
      const cut = chunk.lastIndexOf(10) + 1;
      const lines = Buffer.concat([carry, chunk.subarray(0, cut)])
        .toString("utf8")
        .split(/\r\n|\n|\r/);
      carry = Buffer.concat(cut === 0 ? [carry, chunk] : [chunk.subarray(cut)]);
      if (cut > 0) for (const text of lines.slice(0, -1)) take(text);
    },
    from,
  );
  rest = carry.toString("utf8");
  if (rest !== "") for (const text of rest.split(/\r\n|\n|\r/)) take(text);
}

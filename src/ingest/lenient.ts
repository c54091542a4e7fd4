import { closeSync, openSync, readSync } from "node:fs";
import type { Info } from "csv-parse";
import { type MendedRecord, mendRecord, wellFormed } from "./mend.ts";
import { blankSeparated, parserOptions, type Separation } from "./separation.ts";

/** A record of a file that is shown rather than added up. */
export interface LenientRecord {
  readonly fields: string[];
  readonly line: number;
  /** A line with nothing on it: not a record, but a line. */
  readonly isBlank: boolean;
  /** Whether a quote in it had to be taken as text. */
  readonly isMended: boolean;
}

/** Return `false` to stop. */
export type OnLenientRecord = (record: LenientRecord) => boolean | undefined;

/** Where bytes come from: a file, or what is in memory. */
interface Bytes {
  /** Up to `length` bytes from `from` on; fewer only at the end. */
  read(from: number, length: number): Buffer;
}

const firstWindow = 1 << 20;
/** A quoted field that has not closed after so many bytes never will. */
const longestRecord = 1 << 24;

/**
 * Reads every record of a UTF-8 file as it was probably meant, for `inspect` alone: nothing is refused. csv-parse reads; a
 * record that is not as the others are (another number of fields, a field over several lines, a field that begins with a
 * quote) is looked at again:
 *
 * 1. well-formed, and on one line or with the usual number of fields: as it stands.
 * 2. on one line: the reading with the usual number of fields and the fewest quotes taken as text.
 * 3. over several lines: if the first line alone can be read with the usual number of fields, it is a record, a quote in it
 *    is a stray, and reading starts again on the line below; so it is where a quote is never closed.
 *
 * No line is lost and no stray quote costs more than its own line. Readers of money do not guess so: `readRecords`.
 * `usual` is the number of fields of most records. `pause` is awaited between stretches of a megabyte.
 */
export async function readLeniently(
  file: string,
  separation: Separation,
  usual: number,
  onRecord: OnLenientRecord,
  {
    from = 0,
    line = 1,
    pause = async () => undefined,
  }: { readonly from?: number; readonly line?: number; readonly pause?: () => Promise<unknown> } = {},
): Promise<void> {
  const descriptor = openSync(file, "r");
  try {
    await readBytes({ read: (at, length) => readAt(descriptor, at, length) }, separation, usual, onRecord, {
      from,
      line,
      pause,
    });
  } finally {
    closeSync(descriptor);
  }
}

function readAt(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < length; filled += read)
    read = readSync(descriptor, bytes, filled, length - filled, from + filled);
  return bytes.subarray(0, filled);
}

/** The same for a text that may be cut anywhere: its last record may be cut too. */
export async function readTextLeniently(
  text: string,
  separation: Separation,
  usual: number,
  onRecord: OnLenientRecord,
): Promise<void> {
  const bytes = Buffer.from(text);
  await readBytes({ read: (from, length) => bytes.subarray(from, from + length) }, separation, usual, onRecord, {
    from: 0,
    line: 1,
    pause: async () => undefined,
  });
}

async function readBytes(
  bytes: Bytes,
  separation: Separation,
  usual: number,
  onRecord: OnLenientRecord,
  start: { readonly from: number; readonly line: number; readonly pause: () => Promise<unknown> },
): Promise<void> {
  const take = separation.delimiter === "whitespace" ? takeWords : await recordTaker(separation, usual);
  let { from, line } = start;
  for (let size = firstWindow; ; ) {
    const window = bytes.read(from, size);
    if (window.length === 0) return;
    const isEnd = window.length < size;
    const taken = take(window, isEnd || size >= longestRecord, isEnd, line, onRecord);
    if (taken.stopped || (isEnd && taken.bytes === window.length)) return;
    if (isEnd && taken.bytes === 0) throw new Error("the reader stands still");
    if (taken.bytes === 0 && !isEnd) size = Math.min(size * 4, longestRecord);
    else size = firstWindow;
    from += taken.bytes;
    line = taken.line;
    await start.pause();
  }
}

/** How far a stretch was read. */
interface Taken {
  readonly bytes: number;
  readonly line: number;
  readonly stopped: boolean;
}

/**
 * Takes records off the front of a stretch of bytes. `mustTake`: the first record is taken however it looks, as a longer
 * stretch will not come; `isEnd`: the file ends with the stretch.
 */
type Take = (window: Buffer, mustTake: boolean, isEnd: boolean, firstLine: number, onRecord: OnLenientRecord) => Taken;

/** Thrown through csv-parse to stop it. */
const stop = new Error("stop");
/** A record that ends within so many bytes of a cut may go on behind it (a line end of two characters, a doubled quote). */
const edge = 8;

async function recordTaker(separation: Separation, usual: number): Promise<Take> {
  const { parse } = await import("csv-parse/sync");
  const options = parserOptions(separation);
  const quote = separation.quote ?? "";
  const quoteByte = separation.quote === null ? -1 : quote.charCodeAt(0);

  /** `null` where a record is better taken as its first line alone. */
  const judge = (text: string, fields: string[], lines: number, firstLine: () => string): MendedRecord | null => {
    if (!text.includes(quote)) return { fields, strays: 0 };
    const proper = wellFormed(text, separation);
    if (proper !== null && (lines === 1 || proper.length === usual)) return { fields: proper, strays: 0 };
    if (lines === 1) return mendRecord(text, separation, usual);
    if (mendRecord(firstLine(), separation, usual)?.fields.length === usual) return null;
    if (proper !== null) return { fields: proper, strays: 0 };
    const whole = mendRecord(text, separation, usual);
    return whole?.fields.length === usual ? whole : null;
  };

  return (window, mustTake, isEnd, firstLine, onRecord) => {
    let start = 0;
    let line = firstLine;
    let stopped = false;

    const hand = (fields: string[], end: number, lines: number, isMended: boolean): void => {
      const isBlank = fields.length === 1 && (fields[0] as string).trim() === "" && !isQuoteIn(start, end);
      if (onRecord({ fields, line, isBlank, isMended }) === false) stopped = true;
      line += lines;
      start = end;
    };
    const isQuoteIn = (from: number, to: number): boolean => {
      const found = quoteByte < 0 ? -1 : window.indexOf(quoteByte, from);
      return found >= 0 && found < to;
    };
    /** Ends the first line of what has not been taken. */
    const lineEnd = (): number => {
      const [lf, cr] = [window.indexOf(10, start), window.indexOf(13, start)];
      if (cr >= 0 && (lf < 0 || cr < lf)) return cr + (window[cr + 1] === 10 ? 2 : 1);
      return lf < 0 ? window.length : lf + 1;
    };
    const textOf = (from: number, to: number): string => withoutLineEnd(window.toString("utf8", from, to));
    const takeFirstLine = (): void => {
      const end = lineEnd();
      const text = textOf(start, end);
      const mended = mendRecord(text, separation, usual);
      hand(mended?.fields ?? [text], end, 1, true);
    };
    /** Judges a record that is not like the others; `false` where only its first line was taken. */
    const takeOdd = (fields: string[], end: number, lines: number): boolean => {
      const text = textOf(start, end);
      const judged = judge(text, fields, lines, () => textOf(start, lineEnd()));
      if (judged === null) takeFirstLine();
      else hand(judged.fields, end, lines === 1 ? 1 : linesOf(text), judged.strays > 0);
      return judged !== null;
    };
    /** Reads on from `start`; whether all of the window was read. */
    const read = (): boolean => {
      const base = start;
      let parserLines = 0;
      const onParsed = (fields: string[], { bytes, lines }: Info): null => {
        const end = base + bytes;
        if (!isEnd && end > window.length - edge) throw stop;
        const spanned = lines - parserLines;
        parserLines = lines;
        const isOdd =
          spanned > 1 ||
          fields.length !== usual ||
          separation.escape === "\\" ||
          (quote !== "" && fields.some((field) => field.startsWith(quote)));
        if (!isOdd) hand(fields, end, 1, false);
        else if (!takeOdd(fields, end, spanned)) throw stop;
        if (stopped) throw stop;
        return null;
      };
      try {
        parse(window.subarray(base), { ...options, on_record: onParsed as never });
        if (start < window.length && isEnd) start = window.length;
        return true;
      } catch (error) {
        if (error === stop) return false;
        if ((error as { code?: string }).code !== "CSV_QUOTE_NOT_CLOSED") throw error;
        // Everything before the open field has been handed over.
        if (isEnd || (mustTake && start === 0)) takeFirstLine();
        return false;
      }
    };

    for (let before = -1; start > before && !stopped && start < window.length; ) {
      before = start;
      if (read()) break;
    }
    if (mustTake && !isEnd && start === 0 && !stopped) takeFirstLine();
    return { bytes: start, line, stopped };
  };
}

const withoutLineEnd = (text: string): string => text.replace(/\r?\n$|\r$/, "");
const linesOf = (text: string): number => 1 + (text.match(/\r\n|\n|\r/g)?.length ?? 0);

/** Runs of blanks delimit: a line is a record. */
const takeWords: Take = (window, mustTake, isEnd, firstLine, onRecord) => {
  const lastEnd = Math.max(window.lastIndexOf(10), window.lastIndexOf(13, window.length - 2)) + 1;
  const end = isEnd || (mustTake && lastEnd === 0) ? window.length : lastEnd;
  let line = firstLine;
  const lines = window.toString("utf8", 0, end).split(/\r\n|\n|\r/);
  for (const [i, text] of lines.entries()) {
    if (i === lines.length - 1 && text === "") break;
    const isBlank = text.trim() === "";
    if (onRecord({ fields: blankSeparated(text), line, isBlank, isMended: false }) === false)
      return { bytes: end, line, stopped: true };
    line++;
  }
  return { bytes: end, line, stopped: false };
};

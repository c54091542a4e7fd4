import { isAscii, isUtf8 } from "node:buffer";
import { readChunksGivingWay } from "./source.ts";

/**
 * The cheap proof that a file is regular: the bulk reader may be trusted with it, record = line, line number = first data
 * line + ordinal. One pass over the bytes by searching for quotes and line ends, not by looking at each byte.
 *
 * Regular means: valid UTF-8 without NUL; one kind of line end (LF or CRLF); no blank or delimiter-only line before the end;
 * every quoted field opens at a field's start, closes at its end, doubles the quotes inside it, and holds no line end.
 */
export interface Survey {
  /** Records, where the file is regular. */
  readonly records: number;
  readonly isAscii: boolean;
  /** Whether there is white space other than the space character, line ends and the delimiter apart. */
  readonly hasOtherBlanks: boolean;
  /** Whether DuckDB would take something for part of a number that is none (see `holdsTrickyMarks`). */
  readonly hasTrickyMarks: boolean;
  readonly lineEnd: "\n" | "\r\n";
  readonly hasQuotes: boolean;
  /** What is irregular first, `null` where nothing is. */
  readonly irregularity: Irregularity | null;
  /** How many lines are above it, where one line is at fault. */
  readonly linesAbove: number | null;
}

/** `line-break`: a quoted field that holds a line end (or never closes); `quote`: a quote where none should be. */
export type Irregularity = "encoding" | "nul" | "line-end" | "blank-line" | "line-break" | "quote";

const [LF, CR, QUOTE] = [10, 13, 34];

/** A file without a line feed for so long is not for the bulk reader (old Mac line ends, or no text at all). */
const longestLine = 1 << 25;

/** Surveys the records of a UTF-8 file, from their first byte. `delimiter` is one ASCII character. */
export async function surveyFile(file: string, delimiterText: string, firstByte: number): Promise<Survey> {
  const delimiter = delimiterText.charCodeAt(0);
  let ascii = true;
  let otherBlanks = false;
  let trickyMarks = false;
  let quotes = false;
  let lines = 0;
  let crlf = 0;
  let blankAtEnd = 0;
  let irregularity: Irregularity | null = null;
  let linesAbove: number | null = null;
  const note = (what: Irregularity, above: number | null = null): void => {
    if (irregularity !== null) return;
    irregularity = what;
    linesAbove = above;
  };

  /** Looks at whole lines: `bytes` ends with a line end, or with the file. */
  const visit = (bytes: Buffer) => {
    if (!isAscii(bytes)) {
      ascii = false;
      if (!isUtf8(bytes)) return note("encoding", lines + linesBefore(bytes, firstNotUtf8(bytes)));
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0) return note("nul", lines + linesBefore(bytes, nul));
    otherBlanks ||= holdsOtherBlanks(bytes, delimiter, ascii);
    trickyMarks ||= holdsTrickyMarks(bytes, delimiter);
    let quote = bytes.indexOf(QUOTE);
    if (quote >= 0) quotes = true;
    let start = 0;
    while (start < bytes.length) {
      let end = bytes.indexOf(LF, start);
      if (end < 0) end = bytes.length;
      const first = bytes[start];
      if (first === LF || first === CR || (first === delimiter && isOnly(bytes, start, end, delimiter))) blankAtEnd++;
      else if (blankAtEnd > 0) return note("blank-line", lines - blankAtEnd);
      if (bytes[end - 1] === CR && end > start && end < bytes.length) crlf++;
      lines++;
      while (quote >= 0 && quote < end) {
        const before = quote === start ? delimiter : bytes[quote - 1];
        if (before !== delimiter) return note("quote", lines - 1);
        const close = closingQuote(bytes, quote + 1, end);
        if (close < 0) return note("line-break", lines - 1);
        const after = close + 1 >= end ? LF : bytes[close + 1];
        if (after !== delimiter && after !== LF && !(after === CR && close + 2 >= end)) return note("quote", lines - 1);
        quote = bytes.indexOf(QUOTE, close + 1);
      }
      start = end + 1;
    }
  };

  let rest: Buffer = Buffer.alloc(0);
  let returns = 0;
  await readChunksGivingWay(
    file,
    (chunk) => {
      if (irregularity !== null) return;
      for (let at = chunk.indexOf(CR); at >= 0; at = chunk.indexOf(CR, at + 1)) returns++;
      const cut = chunk.lastIndexOf(LF) + 1;
      if (cut === 0) {
        rest = Buffer.concat([rest, chunk]);
        if (rest.length > longestLine) note("line-end");
        return;
      }
      if (rest.length === 0) visit(chunk.subarray(0, cut));
      else {
        // The line that the chunks share first, then the rest where it lies.
        const joined = chunk.indexOf(LF) + 1;
        visit(Buffer.concat([rest, chunk.subarray(0, joined)]));
        if (joined < cut && irregularity === null) visit(chunk.subarray(joined, cut));
      }
      rest = Buffer.from(chunk.subarray(cut));
    },
    firstByte,
  );
  if (irregularity === null && rest.length > 0) visit(rest);
  // Only the last line may do without an end.
  if (returns !== crlf || (crlf > 0 && crlf < lines - (rest.length > 0 ? 1 : 0))) note("line-end");
  return {
    records: lines - blankAtEnd,
    isAscii: ascii,
    hasOtherBlanks: otherBlanks,
    hasTrickyMarks: trickyMarks,
    lineEnd: crlf > 0 ? "\r\n" : "\n",
    hasQuotes: quotes,
    irregularity,
    linesAbove,
  };
}

function linesBefore(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

/** Index of the line that holds the first byte which is not UTF-8. */
function firstNotUtf8(bytes: Buffer): number {
  let start = 0;
  for (let end = bytes.indexOf(LF) + 1; end > 0; end = bytes.indexOf(LF, end) + 1) {
    if (!isUtf8(bytes.subarray(start, end))) return start;
    start = end;
  }
  return start;
}

/** What a file's texts hold that not every reader takes alike (see `TextTraits`); guessed from a few records, found by the survey. */
export function guessOddities(records: readonly (readonly string[])[], delimiter: string) {
  const bytes = Buffer.from(records.map((fields) => `${fields.join(delimiter)}\n`).join(""));
  return {
    otherBlanks: holdsOtherBlanks(bytes, delimiter.charCodeAt(0), isAscii(bytes)),
    trickyMarks: holdsTrickyMarks(bytes, delimiter.charCodeAt(0)),
  };
}

/** Tab, vertical tab, form feed, and the first bytes of Unicode's blanks (some dashes and quotes share them: no harm). */
const asciiBlanks = [9, 11, 12];
const unicodeBlanks = [
  [0xc2, 0xa0],
  [0xe1, 0x9a, 0x80],
  [0xe2, 0x80],
  [0xe2, 0x81, 0x9f],
  [0xe3, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
].map((bytes) => Buffer.from(bytes));

const holdsOtherBlanks = (bytes: Buffer, delimiter: number, ascii: boolean): boolean =>
  asciiBlanks.some((blank) => blank !== delimiter && bytes.includes(blank)) ||
  (!ascii && unicodeBlanks.some((blank) => bytes.includes(blank)));

const [SPACE, DOT, COMMA, UNDERSCORE] = [32, 46, 44, 95];

/**
 * What DuckDB takes for a part of a number though it is none: underscores, a decimal mark without a digit behind it (`12.`,
 * `1.e3`), and a sign, mark or exponent with nothing but spaces behind it (`- `, `1e `). Searched for, not looked at byte by
 * byte, which takes four times as long.
 */
function holdsTrickyMarks(bytes: Buffer, delimiter: number): boolean {
  const isMark = (byte: number | undefined) => (byte === DOT || byte === COMMA) && byte !== delimiter;
  const endsField = (at: number) => {
    let end = at;
    while (bytes[end] === SPACE) end++;
    const byte = bytes[end];
    return byte === delimiter || byte === LF || byte === CR || byte === QUOTE || byte === undefined;
  };
  const isBare = (at: number) => endsField(at + 1) || (isExponent(bytes[at + 1]) && isDigit(bytes[at - 1]));
  const isUnfinished = (at: number) => isDigit(bytes[at - 1]) || isMark(bytes[at - 1]);
  return (
    bytes.includes(UNDERSCORE) ||
    [DOT, COMMA].some((mark) => isMark(mark) && isSomewhere(mark, bytes, isBare)) ||
    spacedSigns.some((sign) => isSomewhere(sign, bytes, (at) => endsField(at + 1))) ||
    spacedExponents.some((exponent) => isSomewhere(exponent, bytes, (at) => isUnfinished(at) && endsField(at + 1)))
  );
}

const spacedSigns = ["- ", "+ "].map((text) => Buffer.from(text));
const spacedExponents = ["e ", "E "].map((text) => Buffer.from(text));

function isSomewhere(what: number | Buffer, bytes: Buffer, holds: (at: number) => boolean): boolean {
  for (let at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + 1)) if (holds(at)) return true;
  return false;
}

const isExponent = (byte: number | undefined): boolean => byte === 69 || byte === 101;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

function isOnly(bytes: Buffer, start: number, end: number, delimiter: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== delimiter && bytes[i] !== CR) return false;
  return true;
}

/** Index of the quote that closes a field, `-1` where none does before `end`. */
function closingQuote(bytes: Buffer, from: number, end: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 2))
    if (bytes[at + 1] !== QUOTE) return at;
  return -1;
}

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
  readonly lineEnd: "\n" | "\r\n";
  readonly hasQuotes: boolean;
  /** What is irregular first, `null` where nothing is. */
  readonly irregularity: Irregularity | null;
}

export type Irregularity = "encoding" | "nul" | "line-end" | "blank-line" | "quote";

const [LF, CR, QUOTE] = [10, 13, 34];

/** A file without a line feed for so long is not for the bulk reader (old Mac line ends, or no text at all). */
const longestLine = 1 << 25;

/** Surveys the records of a UTF-8 file, from their first byte. `delimiter` is one ASCII character. */
export async function surveyFile(file: string, delimiterText: string, firstByte: number): Promise<Survey> {
  const delimiter = delimiterText.charCodeAt(0);
  let ascii = true;
  let quotes = false;
  let lines = 0;
  let crlf = 0;
  let blankAtEnd = 0;
  let irregularity: Irregularity | null = null;
  const note = (what: Irregularity) => {
    irregularity ??= what;
  };

  /** Looks at whole lines: `bytes` ends with a line end, or with the file. */
  const visit = (bytes: Buffer): void => {
    if (!isAscii(bytes)) {
      ascii = false;
      if (!isUtf8(bytes)) return note("encoding");
    }
    if (bytes.includes(0)) return note("nul");
    let quote = bytes.indexOf(QUOTE);
    if (quote >= 0) quotes = true;
    let start = 0;
    while (start < bytes.length) {
      let end = bytes.indexOf(LF, start);
      if (end < 0) end = bytes.length;
      const first = bytes[start];
      if (first === LF || first === CR || (first === delimiter && isOnly(bytes, start, end, delimiter))) blankAtEnd++;
      else if (blankAtEnd > 0) return note("blank-line");
      if (bytes[end - 1] === CR && end > start) crlf++;
      lines++;
      while (quote >= 0 && quote < end) {
        const before = quote === start ? delimiter : bytes[quote - 1];
        if (before !== delimiter) return note("quote");
        const close = closingQuote(bytes, quote + 1, end);
        if (close < 0) return note("quote");
        const after = close + 1 >= end ? LF : bytes[close + 1];
        if (after !== delimiter && after !== LF && !(after === CR && close + 2 >= end)) return note("quote");
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
  if (returns !== crlf || (crlf > 0 && crlf < lines - 1)) note("line-end");
  return {
    records: lines - blankAtEnd,
    isAscii: ascii,
    lineEnd: crlf > 0 ? "\r\n" : "\n",
    hasQuotes: quotes,
    irregularity,
  };
}

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

import { isUtf8 } from "node:buffer";

/** The encodings we read. Everything is turned into UTF-8 before a record is looked for. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the front. */
  readonly markLength: number;
  readonly evidence: string;
}

/** Names that `--encoding` accepts, beside our own. */
const names = new Map<string, Encoding>(
  (
    [
      ["utf-8", ["utf8", "utf-8", "utf-8-sig", "unicode"]],
      ["utf-16le", ["utf16", "utf-16", "utf16le", "utf-16le", "ucs2", "ucs-2"]],
      ["utf-16be", ["utf16be", "utf-16be"]],
      [
        "windows-1252",
        ["windows1252", "windows-1252", "cp1252", "1252", "ansi", "latin1", "latin-1", "iso-8859-1", "iso8859-1"],
      ],
    ] as const
  ).flatMap(([encoding, aliases]) => aliases.map((alias) => [alias, encoding] as const)),
);

/** The encoding a user names, or `null`. ISO-8859-1 reads as Windows-1252, its superset for printable text. */
export const parseEncoding = (name: string): Encoding | null => names.get(name.trim().toLowerCase()) ?? null;

/** The encoding that the first bytes of a file announce, `null` where only the whole file can tell UTF-8 from Windows-1252. */
export function guessEncoding(head: Buffer, isWholeFile: boolean): EncodingGuess | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: "utf-8", markLength: 3, evidence: "byte order mark EF BB BF" };
  if (head[0] === 0xff && head[1] === 0xfe)
    return { encoding: "utf-16le", markLength: 2, evidence: "byte order mark FF FE" };
  if (head[0] === 0xfe && head[1] === 0xff)
    return { encoding: "utf-16be", markLength: 2, evidence: "byte order mark FE FF" };
  const wide = zeroHalf(head);
  if (wide !== null) return { encoding: wide, markLength: 0, evidence: "every second byte is zero" };
  return isUtf8(isWholeFile ? head : wholeCharacters(head))
    ? { encoding: "utf-8", markLength: 0, evidence: "valid UTF-8" }
    : null;
}

/** Latin text in UTF-16 has a zero in (nearly) every second byte. */
function zeroHalf(head: Buffer): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0] as [number, number];
  const length = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[(i & 1) as 0 | 1]++;
  if (length < 4) return null;
  if (zeros[1] > length * 0.4 && zeros[0] < length * 0.1) return "utf-16le";
  if (zeros[0] > length * 0.4 && zeros[1] < length * 0.1) return "utf-16be";
  return null;
}

/** Without the last character where the cut may have split it. */
export function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}

/** How many characters beyond ASCII are valid UTF-8, and how many bytes are part of no valid character. */
export interface Utf8Count {
  readonly characters: number;
  readonly strayBytes: number;
}

/**
 * Counts over one chunk; `pending` bytes of a character cut at the end are returned for the next chunk. Overlong forms and
 * surrogates are rare enough in exports to count as characters here.
 */
export function countUtf8(chunk: Buffer): Utf8Count & { readonly pending: number } {
  let [characters, strayBytes, i] = [0, 0, 0];
  while (i < chunk.length) {
    const byte = chunk[i] as number;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let follow = 1;
    while (follow < length && i + follow < chunk.length && ((chunk[i + follow] as number) & 0xc0) === 0x80) follow++;
    if (length > 0 && follow === length) {
      characters++;
      i += length;
    } else if (length > 0 && i + follow === chunk.length) {
      return { characters, strayBytes, pending: follow };
    } else {
      strayBytes++;
      i++;
    }
  }
  return { characters, strayBytes, pending: 0 };
}

/**
 * UTF-8 with damage, or Windows-1252? In Windows-1252 text, letters beyond ASCII all but never line up as UTF-8, so nine or more
 * valid characters for each stray byte say that the file is UTF-8 and the stray bytes are errors.
 */
export const isDamagedUtf8 = ({ characters, strayBytes }: Utf8Count): boolean => characters >= 9 * strayBytes;

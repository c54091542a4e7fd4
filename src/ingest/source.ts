// The one place of ingest that touches files: opens an export, undoes compression and encoding, and leaves plain UTF-8 bytes
// in a file that both readers can read, the export itself where it is plain already.
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, createReadStream, createWriteStream, fstatSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { UserError } from "../base/errors.ts";
import { countUtf8, type Encoding, guessEncoding, isDamagedUtf8, wholeCharacters } from "./encoding.ts";

/** A file to read: what the user calls it, and where it lies. */
export interface Source {
  /** As given, for messages. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** An export as plain UTF-8 bytes. */
export interface TextSource {
  readonly name: string;
  /** The bytes to read: the export, or a copy of it in the run's temporary folder. */
  readonly path: string;
  /** What the user gave, for the digest. */
  readonly originalPath: string;
  readonly encoding: Encoding;
  readonly encodingEvidence: string;
  /** Bytes of the mark to pass over. */
  readonly markLength: number;
  readonly compression: "gzip" | null;
  /** Whether some bytes are not UTF-8 in a file that otherwise is. */
  readonly damaged: boolean;
}

/** A path for a temporary file that the run removes at its end. */
export type TemporaryPath = (name: string) => string;

const headLength = 1 << 18;
const chunkLength = 1 << 22;

/** Opens the export. `forced` is the user's `--encoding`. Errors: what is not delimited text, with what to do instead. */
export async function openText(source: Source, temporary: TemporaryPath, forced: Encoding | null): Promise<TextSource> {
  let { path: bytesPath } = source;
  let compression: "gzip" | null = null;
  let head = readHead(bytesPath, source.name);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    compression = "gzip";
    bytesPath = temporary(`${path.basename(source.path)}.plain`);
    await gunzip(source, bytesPath);
    head = readHead(bytesPath, source.name);
  }
  refuseForeign(head, source.name);
  const isWholeFile = head.length < headLength;
  refuseBinary(head, source.name, forced);
  const guess = forced === null ? guessEncoding(head, isWholeFile) : forcedEncoding(head, forced);
  const shared = { name: source.name, originalPath: source.path, compression };
  if (guess?.encoding === "utf-8")
    return {
      ...shared,
      path: bytesPath,
      encoding: "utf-8",
      encodingEvidence: guess.evidence,
      markLength: guess.markLength,
      damaged: false,
    };
  if (guess === null) return openUndecided({ ...shared, path: bytesPath }, temporary);
  return transcode({ ...shared, path: bytesPath }, guess.encoding, guess.evidence, guess.markLength, temporary);
}

/** What `openText` returns for a file whose whole content has been seen to be no clean UTF-8. */
export async function openUndecided(
  text: Pick<TextSource, "name" | "path" | "originalPath" | "compression">,
  temporary: TemporaryPath,
): Promise<TextSource> {
  const count = { characters: 0, strayBytes: 0 };
  let pending = Buffer.alloc(0);
  readChunks(text.path, (chunk) => {
    const bytes = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    const part = countUtf8(bytes);
    count.characters += part.characters;
    count.strayBytes += part.strayBytes;
    pending = Buffer.from(bytes.subarray(bytes.length - part.pending));
  });
  if (pending.length > 0) count.strayBytes++;
  if (isDamagedUtf8(count)) {
    const evidence = `${count.characters} characters of UTF-8, ${count.strayBytes} stray bytes`;
    return { ...text, encoding: "utf-8", encodingEvidence: evidence, markLength: 0, damaged: count.strayBytes > 0 };
  }
  return transcode(text, "windows-1252", `${count.strayBytes} bytes that are not UTF-8`, 0, temporary);
}

/** The same as `openText`, with every byte looked at before UTF-8 is believed: for readers that cannot change their mind. */
export async function openWhole(
  source: Source,
  temporary: TemporaryPath,
  forced: Encoding | null,
): Promise<TextSource> {
  const text = await openText(source, temporary, forced);
  if (text.encoding !== "utf-8" || forced !== null || text.damaged || isUtf8File(text.path)) return text;
  return { ...(await openUndecided(text, temporary)), markLength: text.markLength };
}

function isUtf8File(file: string): boolean {
  let isValid = true;
  let rest: Buffer = Buffer.alloc(0);
  readChunks(file, (chunk) => {
    if (!isValid) return;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = wholeCharacters(bytes);
    isValid = isUtf8(whole);
    rest = Buffer.from(bytes.subarray(whole.length));
  });
  return isValid && isUtf8(rest);
}

function forcedEncoding(head: Buffer, encoding: Encoding) {
  const mark = guessEncoding(head, true);
  const markLength = mark !== null && mark.encoding === encoding ? mark.markLength : 0;
  return { encoding, markLength, evidence: "--encoding" };
}

async function transcode(
  text: Pick<TextSource, "name" | "path" | "originalPath" | "compression">,
  encoding: Encoding,
  evidence: string,
  markLength: number,
  temporary: TemporaryPath,
): Promise<TextSource> {
  // Node's own TextDecoder is wrong for 0x80–0x9F of Windows-1252.
  const iconv = (await import("iconv-lite")).default;
  const target = temporary(`${path.basename(text.originalPath)}.utf8`);
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  const out = openSync(target, "w");
  try {
    readChunks(text.path, (chunk) => writeAll(out, Buffer.from(decoder.write(chunk), "utf8")), markLength);
    const rest = decoder.end();
    if (rest !== undefined && rest.length > 0) writeAll(out, Buffer.from(rest, "utf8"));
  } finally {
    closeSync(out);
  }
  return { ...text, path: target, encoding, encodingEvidence: evidence, markLength: 0, damaged: false };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

async function gunzip(source: Source, target: string): Promise<void> {
  try {
    await pipeline(createReadStream(source.path), createGunzip({ chunkSize: 1 << 20 }), createWriteStream(target));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw error;
    throw new UserError("the gzip data is damaged or cut off", {
      place: { file: source.name },
      hint: "export or copy the file again",
    });
  }
}

/** The first bytes, up to 256 KiB. */
export function readHead(file: string, name: string): Buffer {
  const descriptor = open(file, name);
  try {
    const bytes = Buffer.allocUnsafe(headLength);
    let length = 0;
    for (let read = -1; read !== 0 && length < headLength; length += read)
      read = readSync(descriptor, bytes, length, headLength - length, length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Calls `visit` with the file's bytes from `from` on; the buffer is used again for the next chunk. */
export function readChunks(file: string, visit: (chunk: Buffer) => void, from = 0): void {
  const descriptor = open(file, file);
  try {
    const buffer = Buffer.allocUnsafe(chunkLength);
    let position = from;
    for (;;) {
      const read = readSync(descriptor, buffer, 0, chunkLength, position);
      if (read === 0) return;
      position += read;
      visit(buffer.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The same, giving way between chunks, so that an engine at work on the file can start its steps meanwhile. */
export async function readChunksGivingWay(file: string, visit: (chunk: Buffer) => void, from: number): Promise<void> {
  const descriptor = open(file, file);
  try {
    const buffer = Buffer.allocUnsafe(chunkLength);
    for (let position = from; ; ) {
      await new Promise(setImmediate);
      const read = readSync(descriptor, buffer, 0, chunkLength, position);
      if (read === 0) return;
      position += read;
      visit(buffer.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Lower-case hexadecimal SHA-256 of the file as the user has it. */
export function sha256(file: string): string {
  const hash = createHash("sha256");
  readChunks(file, (chunk) => hash.update(chunk));
  return hash.digest("hex");
}

function open(file: string, name: string): number {
  try {
    const descriptor = openSync(file, "r");
    if (fstatSync(descriptor).isDirectory()) {
      closeSync(descriptor);
      throw new UserError("is a folder, not a file", {
        place: { file: name },
        hint: "name the export in it, or give the folder as DIR",
      });
    }
    return descriptor;
  } catch (error) {
    throw asUserError(error, name);
  }
}

function asUserError(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new UserError("there is no such file", { place: { file: name }, hint: "check the name and the folder" });
  if (code === "EACCES" || code === "EPERM")
    return new UserError("may not be read: permission denied", {
      place: { file: name },
      hint: "check the file's permissions, or close the program that locks it",
      exit: 4,
    });
  return error;
}

/** More control characters than this share of the bytes, and no text was meant. */
const mostControls = 0.02;

/** Bytes that no text has in such number, unless every second one is the zero of UTF-16. */
function refuseBinary(head: Buffer, name: string, forced: Encoding | null): void {
  if ((forced ?? guessEncoding(head, true)?.encoding ?? "").startsWith("utf-16")) return;
  let controls = 0;
  for (const byte of head.subarray(0, 1 << 14)) if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  if (controls > Math.max(4, Math.min(head.length, 1 << 14) * mostControls))
    throw new UserError("is not text in any encoding that we read (many control characters)", {
      place: { file: name },
      hint: "export it as CSV in UTF-8; if it is text, name its encoding: --encoding utf-16le",
    });
}

/** Content that is no delimited text, whatever the ending says. */
function refuseForeign(head: Buffer, name: string): void {
  const place = { file: name };
  if (head.length === 0)
    throw new UserError("the file is empty (0 bytes)", {
      place,
      hint: "export it again and check that the export finished",
    });
  const start = head.toString("latin1", 0, 512);
  if (start.startsWith("PK\u0003\u0004"))
    throw new UserError("is a zip archive or Excel workbook (.xlsx), not delimited text", {
      place,
      hint: "open it and save as CSV UTF-8, or unpack it first",
    });
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0"))
    throw new UserError("is an old Excel workbook (.xls), not delimited text", {
      place,
      hint: "open it and save as CSV UTF-8",
    });
  if (start.startsWith("PAR1"))
    throw new UserError("is a Parquet file; this version reads delimited text", { place, hint: "export it as CSV" });
  if (start.startsWith("(\u00b5/\u00fd"))
    throw new UserError("is compressed with zstd; this version reads plain and gzip files", {
      place,
      hint: "unpack it first: zstd -d",
    });
  if (/^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|\?xml)/i.test(start))
    throw new UserError(
      "is a web page (HTML or XML), not an export; often a login page saved under the export's name",
      {
        place,
        hint: "sign in again and download the export once more",
      },
    );
}

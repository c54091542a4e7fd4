// The one place of ingest that touches files: opens an export, undoes compression and encoding, and leaves plain UTF-8 bytes
// in a file that both readers can read, the export itself where it is plain already.
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import type { InspectedTable } from "../facts/inspection.ts";
import { countUtf8, type Encoding, guessEncoding, isDamagedUtf8, wholeCharacters } from "./encoding.ts";
import type { ReadOptions } from "./read-options.ts";
import { type Compression, compressionOf, unpack } from "./unpack.ts";
import { type SheetChoice, workbookToText } from "./workbook.ts";
import type { Source, TableNotation, Workspace } from "./workspace.ts";
import { writeAll } from "./write-all.ts";

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
  readonly compression: Compression | null;
  /** What the export is where it is a table and no text; the text is then of our making. */
  readonly table: InspectedTable | null;
  /** Whether some bytes are not UTF-8 in a file that otherwise is. */
  readonly damaged: boolean;
}

/** The sheet of a workbook that is read, and those that hold something and are not; `null` for what is no workbook. */
export const sheetChoice = ({ table }: Pick<TextSource, "table">): SheetChoice | null =>
  table?.kind === "workbook" ? table : null;

/** What of the user's options tells how an export is opened. */
export type OpenOptions = Pick<ReadOptions, "encoding"> & TableNotation;

const headLength = 1 << 18;
const chunkLength = 1 << 22;

/** Opens the export. Errors: what is no table in any form that we read, with what to do instead. */
export async function openText(source: Source, workspace: Workspace, options: OpenOptions): Promise<TextSource> {
  const given = readHead(source.path, source.name);
  const kind = tableKind(given, source.name);
  if (kind !== null) return openTable(kind, source, workspace, options);
  const compression = compressionOf(given);
  let [bytesPath, head] = [source.path, given];
  if (compression !== null) {
    bytesPath = workspace.temporary(`${path.basename(source.path)}.plain`);
    await unpack(compression, source, bytesPath);
    head = readHead(bytesPath, source.name);
  }
  refuseForeign(head, source.name, compression !== null);
  const forced = options.encoding ?? null;
  const isWholeFile = head.length < headLength;
  refuseBinary(head, source.name, forced);
  const guess = forced === null ? guessEncoding(head, isWholeFile) : forcedEncoding(head, forced);
  const shared = { name: source.name, originalPath: source.path, compression, table: null };
  if (guess?.encoding === "utf-8")
    return {
      ...shared,
      path: bytesPath,
      encoding: "utf-8",
      encodingEvidence: guess.evidence,
      markLength: guess.markLength,
      damaged: false,
    };
  if (guess === null) return openUndecided({ ...shared, path: bytesPath }, workspace);
  return transcode({ ...shared, path: bytesPath }, guess.encoding, guess.evidence, guess.markLength, workspace);
}

const tableEndings = { workbook: ".xlsx", parquet: ".parquet" } as const;
const tableMarks = { workbook: "PK\u0003\u0004", parquet: "PAR1" } as const;

/** The kind of table that both content and ending say a file is; without an ending, as on standard input, content alone. */
function tableKind(head: Buffer, name: string): InspectedTable["kind"] | null {
  const start = head.toString("latin1", 0, 4);
  const ending = path.extname(name).toLowerCase();
  for (const kind of ["workbook", "parquet"] as const) {
    if (start === tableMarks[kind] && (ending === tableEndings[kind] || ending === "")) return kind;
    if (ending === tableEndings[kind] && start !== tableMarks[kind]) refuseEnding(kind, start, name);
  }
  return null;
}

function refuseEnding(kind: InspectedTable["kind"], start: string, name: string): never {
  if (start === "") refuseForeign(Buffer.alloc(0), name);
  if (start === oldWorkbookMark)
    throw new UserError("is a workbook with a password, or an old one (.xls) under a new name", {
      place: { file: name },
      hint: "open it and save it without a password as .xlsx, or as CSV UTF-8",
    });
  const [wanted, ending] = kind === "workbook" ? ["Excel workbook", "xlsx"] : ["Parquet file", "parquet"];
  throw new UserError(`is named .${ending} and is no ${wanted}`, {
    place: { file: name },
    hint: "give it the ending that fits what is in it, as .csv for delimited text",
  });
}

async function openTable(
  kind: InspectedTable["kind"],
  source: Source,
  workspace: Workspace,
  notation: TableNotation,
): Promise<TextSource> {
  const target = workspace.temporary(`${path.basename(source.path)}.text`);
  const table: InspectedTable =
    kind === "workbook" ? { kind, ...(await workbookToText(source, target, notation)) } : { kind };
  if (kind === "parquet" && !(await workspace.parquetToText(source.path, target, notation)))
    throw new UserError("is no whole Parquet file: it is damaged, cut short, or something else", {
      place: { file: source.name },
      hint: "export or copy the file again",
    });
  return {
    name: source.name,
    path: target,
    originalPath: source.path,
    encoding: "utf-8",
    encodingEvidence: table.kind === "workbook" ? `a workbook; sheet ${table.sheet}` : "a Parquet file",
    markLength: 0,
    compression: null,
    table,
    damaged: false,
  };
}

/** What `openText` returns for a file whose whole content has been seen to be no clean UTF-8. */
export async function openUndecided(
  text: Pick<TextSource, "name" | "path" | "originalPath" | "compression" | "table">,
  workspace: Workspace,
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
  return transcode(text, "windows-1252", `${count.strayBytes} bytes that are not UTF-8`, 0, workspace);
}

/** The same as `openText`, with every byte looked at before UTF-8 is believed: for readers that cannot change their mind. */
export async function openWhole(source: Source, workspace: Workspace, options: OpenOptions): Promise<TextSource> {
  const text = await openText(source, workspace, options);
  if (text.encoding !== "utf-8" || options.encoding !== undefined || text.damaged || isUtf8File(text.path)) return text;
  return { ...(await openUndecided(text, workspace)), markLength: text.markLength };
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
  text: Pick<TextSource, "name" | "path" | "originalPath" | "compression" | "table">,
  encoding: Encoding,
  evidence: string,
  markLength: number,
  workspace: Workspace,
): Promise<TextSource> {
  // Node's own TextDecoder is wrong for 0x80–0x9F of Windows-1252.
  const iconv = (await import("iconv-lite")).default;
  const target = workspace.temporary(`${path.basename(text.originalPath)}.utf8`);
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

const oldWorkbookMark = "\u00d0\u00cf\u0011\u00e0";

/** Content that is no delimited text, whatever the ending says. */
function refuseForeign(head: Buffer, name: string, isUnpacked = false): void {
  const place = { file: name };
  if (head.length === 0)
    throw new UserError("the file is empty (0 bytes)", {
      place,
      hint: "export it again and check that the export finished",
    });
  const start = head.toString("latin1", 0, 512);
  if (start.startsWith(tableMarks.workbook))
    throw new UserError("is a zip archive or Excel workbook (.xlsx), not delimited text", {
      place,
      hint: isUnpacked ? "unpack it first" : "give a workbook the ending .xlsx; unpack an archive first",
    });
  if (start.startsWith(oldWorkbookMark))
    throw new UserError("is an old Excel workbook (.xls), not delimited text", {
      place,
      hint: "open it and save as CSV UTF-8",
    });
  if (start.startsWith(tableMarks.parquet))
    throw new UserError("is a Parquet file, not delimited text", {
      place,
      hint: isUnpacked ? "unpack it first" : "give it the ending .parquet",
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

// Snapshots: a classification as it stood, kept for another run (docs/classify.md, docs/compare.md).
import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { ResultTable } from "../engine/result-table.ts";
import { sha256 } from "../ingest/source.ts";
import type { JsonValue } from "../output/report.ts";
import { checkDestination, writeWhole } from "../output/whole-file.ts";
import { makeRunFolder } from "./run-folder.ts";

/** What a snapshot says beside its rows. */
export interface SnapshotHead {
  readonly as_of: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly currency: string | null;
  /** The first sale of the exports; not there in snapshots of earlier programs, `null`: no sales. */
  readonly sales_from?: string | null;
  /** Everything that the scores depend on, as the json document states it. */
  readonly options: Readonly<Record<string, JsonValue>>;
}

export interface Snapshot {
  readonly head: SnapshotHead;
  readonly rows: ResultTable["rows"];
  readonly name: string;
  readonly sha256: string;
}

/** How the rows are laid out, and the version of that. */
export interface SnapshotLayout {
  readonly columns: ResultTable["columns"];
  readonly version: number;
}

const versionKey = "portfolio_snapshot";
const headKey = "portfolio_head";
const digestKey = "portfolio_rows";

const nameOf = (asOf: string): string => `portfolio-${asOf}.parquet`;
const namePattern = /^portfolio-(\d{4}-\d{2}-\d{2})[.]parquet$/;

/**
 * Writes the snapshot of a date into a folder, whole or not at all; the folder is made where it is missing. Returns the file's
 * name. Errors: exit 2 for a snapshot of that date without `force`, exit 4 for what the system refuses.
 */
export async function writeSnapshot(
  io: Io,
  target: { readonly folder: string; readonly force: boolean; readonly inputs: readonly string[] },
  head: SnapshotHead,
  { columns, version }: SnapshotLayout,
  rows: Snapshot["rows"],
): Promise<string> {
  const file = path.join(target.folder, nameOf(head.as_of));
  const request = { file, cwd: io.cwd, force: target.force, inputs: target.inputs };
  const folder = path.resolve(io.cwd, target.folder);
  if (existsSync(folder)) checkDestination(request);
  const run = makeRunFolder();
  try {
    const { packSnapshot } = await import("../engine/snapshots.ts");
    const words = { [versionKey]: String(version), [headKey]: JSON.stringify(head), [digestKey]: digestOf(rows) };
    const bytes = await packSnapshot({ columns, rows }, words, run.path);
    makeFolder(folder, target.folder);
    writeWhole(request, bytes, String(process.pid));
  } finally {
    run.remove();
  }
  return file;
}

function makeFolder(folder: string, name: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError(`cannot make the folder ${name}: ${(error as NodeJS.ErrnoException).code}`, {
      hint: "--snapshot with a folder that you may write to",
      exit: 4,
    });
  }
}

/** The snapshots that a name stands for: the file itself, or those of a folder, the latest first. */
export function snapshotsNamed(
  io: Io,
  name: string,
): readonly { readonly name: string; readonly asOf: string | null }[] {
  const found = path.resolve(io.cwd, name);
  if (!existsSync(found))
    throw new UserError("there is no such snapshot", {
      place: { file: name },
      hint: "--against with a date as 2026-06-30, a snapshot, or a folder of snapshots",
    });
  if (!statSync(found).isDirectory()) return [{ name, asOf: null }];
  return readdirSync(found)
    .flatMap((entry) => {
      const asOf = namePattern.exec(entry)?.[1];
      return asOf === undefined ? [] : [{ name: path.join(name, entry), asOf }];
    })
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
}

/** The snapshot that a name stands for: of a folder the latest from before a day. Errors (exit 3): there is none. */
export function snapshotBefore(io: Io, name: string, before: string): string {
  const found = snapshotsNamed(io, name);
  const chosen = found.find(({ asOf }) => asOf === null || asOf < before);
  if (chosen === undefined)
    throw new UserError(`there is no snapshot from before ${before}`, {
      place: { file: name },
      details: found.map((snapshot) => snapshot.name),
      hint: `portfolio classify DIR --as-of DATE --snapshot ${name} writes one`,
    });
  return chosen.name;
}

/**
 * Reads a snapshot. Errors (exit 3): no whole Parquet file, a Parquet file of another program, a snapshot of a version that this
 * program does not read.
 */
export async function readSnapshot(io: Io, name: string, { columns, version }: SnapshotLayout): Promise<Snapshot> {
  const file = path.resolve(io.cwd, name);
  refuseUnreadable(file, name);
  const run = makeRunFolder();
  try {
    const { readSnapshotWords, unpackSnapshot } = await import("../engine/snapshots.ts");
    const words = await readSnapshotWords(file, run.path);
    if (words === null) throw refused(name, "is no whole Parquet file: it is damaged, cut short, or something else");
    const written = words[versionKey];
    const head = written === undefined ? null : headOf(words[headKey]);
    if (written !== undefined && written !== String(version))
      throw refused(name, `is a snapshot of version ${written}, and this program reads version ${version}`);
    if (head === null) throw refused(name, "is a Parquet file, and no snapshot that classify wrote");
    const rows = await unpackSnapshot(columns, file, run.path);
    if (rows === null) throw refused(name, "has not the columns of a snapshot, or is damaged");
    if (digestOf(rows) !== words[digestKey]) throw refused(name, "has not the rows that were written: it is damaged");
    return { head, rows, name, sha256: sha256(file) };
  } finally {
    run.remove();
  }
}

function refuseUnreadable(file: string, name: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new UserError(`cannot be read: ${(error as NodeJS.ErrnoException).code}`, {
      place: { file: name },
      hint: "check the name and the permissions",
      exit: 4,
    });
  }
}

/** Parquet itself does not notice a changed byte. */
function digestOf(rows: Snapshot["rows"]): string {
  const digest = createHash("sha256");
  for (const row of rows)
    digest.update(`${JSON.stringify(row, (_, cell) => (typeof cell === "bigint" ? String(cell) : cell))}\n`);
  return digest.digest("hex");
}

const refused = (file: string, message: string): UserError =>
  new UserError(message, {
    place: { file },
    hint: "write it again with portfolio classify DIR --as-of DATE --snapshot FOLDER, or name a date",
  });

function headOf(text: string | undefined): SnapshotHead | null {
  try {
    const head = JSON.parse(text ?? "") as SnapshotHead;
    const isHead =
      typeof head.as_of === "string" && typeof head.window.from === "string" && typeof head.options.abc === "object";
    return isHead ? head : null;
  } catch {
    return null;
  }
}

/**
 * Scores by different rules are no change of a customer. Errors (exit 2): the options differ and `force` does not say that they may,
 * with each difference. Returns the differences.
 */
export function optionDifferences(
  before: Pick<SnapshotHead, "as_of" | "currency" | "options">,
  now: Pick<SnapshotHead, "as_of" | "currency" | "options">,
  force: boolean,
): string[] {
  const was = flat({ currency: before.currency, ...before.options });
  const is = flat({ currency: now.currency, ...now.options });
  const names = [...new Set([...was.keys(), ...is.keys()])].sort(compareCodePoints);
  const differences = names
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => `${name}: ${was.get(name) ?? "not set"} then, ${is.get(name) ?? "not set"} now`);
  if (differences.length > 0 && !force)
    throw new UserError(`${before.as_of} and ${now.as_of} were not classified by the same rules`, {
      details: differences,
      hint: "classify both by the same options, or --force to compare them as they are",
      exit: 2,
    });
  return differences;
}

/** `abc.cuts` → `20,80`. What is not set, and what is null, is left out. */
function flat(value: JsonValue, name = ""): Map<string, string> {
  if (value === null) return new Map();
  if (typeof value !== "object") return new Map([[name, String(value)]]);
  if (Array.isArray(value)) return new Map([[name, value.map(String).join(",")]]);
  return new Map(
    Object.entries(value as Readonly<Record<string, JsonValue>>).flatMap(([key, entry]) => [
      ...flat(entry, name === "" ? key : `${name}.${key}`),
    ]),
  );
}

const tailLength = 1 << 16;

/** Whether a file is a snapshot of ours, whatever its name: a Parquet file with our word in what it says of itself at its end. */
export function isSnapshot(file: string): boolean {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, tailLength));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.toString("latin1", Math.max(0, tail.length - 4)) === "PAR1" && tail.includes(versionKey);
  } finally {
    closeSync(handle);
  }
}

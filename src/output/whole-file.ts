import fs from "node:fs";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import { writeFailure } from "./failures.ts";
import { makeTemporary, removeTemporary } from "./temporaries.ts";

// It touches files in one synchronous stretch: no signal handler of ours runs
// between the temporary file and its renaming, so an interrupt finds the old file or the new one and nothing beside it.

export interface FileRequest {
  /** As the user wrote it, relative to `cwd`. */
  readonly file: string;
  readonly cwd: string;
  /** Whether an existing file may be replaced. */
  readonly force: boolean;
  /** Files that are being read (relative to `cwd` or not); none of them is ever written. */
  readonly inputs: readonly string[];
}

export interface Destination {
  /** Where the bytes go: links followed. */
  readonly path: string;
  /** Permissions of the file that is replaced; `null` if there is none. */
  readonly mode: number | null;
  /** A device or pipe (`/dev/null`, `>(gzip)`): written to, not replaced. */
  readonly isDevice: boolean;
}

/**
 * Where a file would be written, checked without writing, so that a long run can ask first. Errors: exit 2 for a folder, an
 * input (also through a link, `--force` or not) or an existing file without `--force`; exit 4 for a missing folder or
 * permission.
 */
export function checkDestination({ file, cwd, force, inputs }: FileRequest): Destination {
  return reporting(file, () => {
    const asked = path.resolve(cwd, file);
    const found = stat(asked);
    if (file === "" || file.endsWith("/") || found?.isDirectory()) {
      throw new UserError(`cannot write ${file || '""'}: it is a folder`, {
        hint: `-o ${path.join(file, "result.csv")}`,
        exit: 2,
      });
    }
    if (found !== undefined && !found.isFile()) return { path: asked, mode: null, isDevice: true };
    if (found !== undefined) refuseExisting(file, found, { cwd, force, inputs });

    const target = found === undefined ? followLinks(asked) : fs.realpathSync(asked);
    const folder = path.dirname(target);
    if (stat(folder) === undefined) {
      throw new UserError(`cannot write ${file}: the folder ${folder} does not exist`, {
        hint: `mkdir -p ${folder}`,
        exit: 4,
      });
    }
    if (found !== undefined) fs.accessSync(target, fs.constants.W_OK);
    fs.accessSync(folder, fs.constants.W_OK);
    return { path: target, mode: found === undefined ? null : Number(found.mode & 0o777n), isDevice: false };
  });
}

function refuseExisting(file: string, found: fs.BigIntStats, { cwd, force, inputs }: Omit<FileRequest, "file">): void {
  // Device and number are the file itself, whatever names and links (symbolic or hard) lead to it.
  const input = inputs.find((name) => {
    const other = stat(path.resolve(cwd, name));
    return other !== undefined && other.dev === found.dev && other.ino === found.ino;
  });
  if (input !== undefined) {
    const same = input === file ? "" : ` (the same file as ${input})`;
    throw new UserError(`${file}${same} is an input and is never overwritten`, {
      hint: "another name after -o",
      exit: 2,
    });
  }
  if (!force) throw new UserError(`${file} exists already`, { hint: "--force to replace it", exit: 2 });
}

/** Where a link to nothing yet points to. */
function followLinks(asked: string): string {
  let target = asked;
  while (fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) {
    target = path.resolve(fs.realpathSync(path.dirname(target)), fs.readlinkSync(target));
  }
  return target;
}

const stat = (name: string): fs.BigIntStats | undefined => fs.statSync(name, { bigint: true, throwIfNoEntry: false });

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed to the disk, renamed over the target. On
 * any failure the temporary file is gone and the old file as it was. `token` sets it apart from those of other runs (the
 * process's id). Errors: those of `checkDestination`, and exit 4 for what the system refuses.
 */
export function writeWhole(request: FileRequest, content: string | Uint8Array, token: string): void {
  const { path: target, mode, isDevice } = checkDestination(request);
  reporting(request.file, () => {
    if (isDevice) return fs.writeFileSync(target, content);
    const { made: handle, temporary } = makeTemporary(path.dirname(target), token, (name) => fs.openSync(name, "wx"));
    try {
      try {
        if (mode !== null) fs.fchmodSync(handle, mode);
        fs.writeFileSync(handle, content);
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
      fs.renameSync(temporary, target);
    } finally {
      removeTemporary(temporary);
    }
  });
}

function reporting<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof UserError ? error : writeFailure(error, file);
  }
}

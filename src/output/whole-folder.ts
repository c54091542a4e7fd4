import fs from "node:fs";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import { writeFailure } from "./failures.ts";
import { formats } from "./formats.ts";

export interface FolderRequest {
  /** As the user wrote it, relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** Whether files in a folder that is not empty may be replaced. */
  readonly force: boolean;
  /** Files that are being read (relative to `cwd` or not); none of them is ever written. */
  readonly inputs: readonly string[];
}

export interface FolderFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Where a folder would be written, checked without writing, so that a long run can ask first. Errors: exit 2 for standard output
 * (`-`), a new name that ends as a file does, a file of that name, a folder of inputs (`--force` or not: the next run would take what we write for exports) or a folder that is not empty
 * without `--force`; exit 4 for a missing parent or permission.
 */
export function checkFolder({ folder, cwd, force, inputs }: FolderRequest): string {
  return reporting(folder, () => {
    const asked = path.resolve(cwd, folder);
    const found = fs.statSync(asked, { throwIfNoEntry: false });
    if (folder === "-")
      throw new UserError("a report is a folder, and cannot go to standard output", {
        hint: "-o with the name of a new folder",
        exit: 2,
      });
    const ending = found === undefined ? fileEndingOf(folder) : undefined;
    if (ending !== undefined)
      throw new UserError(`${folder} ends as a file does, and a report is a folder`, {
        hint: `-o ${folder.slice(0, -ending.length)}`,
        exit: 2,
      });
    if (folder === "" || (found !== undefined && !found.isDirectory()))
      throw new UserError(`cannot write ${folder || '""'}: it is no folder`, {
        hint: "-o with the name of a new folder",
        exit: 2,
      });
    const target = found === undefined ? asked : fs.realpathSync(asked);
    const input = inputs.find((name) => path.dirname(realPath(path.resolve(cwd, name))) === target);
    if (input !== undefined)
      throw new UserError(
        `${folder} is the folder of ${input}, and a report beside the exports would be read as such`,
        {
          hint: `-o ${path.join(folder, "report")}`,
          exit: 2,
        },
      );
    if (found !== undefined && !force && fs.readdirSync(target).length > 0)
      throw new UserError(`${folder} is not empty`, {
        hint: "another folder, or --force to replace files in it",
        exit: 2,
      });
    const parent = found === undefined ? path.dirname(target) : target;
    if (!fs.existsSync(parent))
      throw new UserError(`cannot write ${folder}: the folder ${parent} does not exist`, {
        hint: `mkdir -p ${parent}`,
        exit: 4,
      });
    fs.accessSync(parent, fs.constants.W_OK);
    return target;
  });
}

/** The ending by which a name is that of a file in one of the formats; a name that is nothing else is none. */
const fileEndingOf = (name: string): string | undefined =>
  formats
    .flatMap(({ endings }) => endings)
    .find((ending) => name.toLowerCase().endsWith(ending) && path.basename(name).length > ending.length);

const realPath = (name: string): string => (fs.existsSync(name) ? fs.realpathSync(name) : name);

/**
 * Writes a folder whole or not at all: into a temporary folder beside it, flushed to the disk, then renamed. In a folder that
 * holds something already (`force`) each file is renamed into place by itself, the last of `files` last of all and removed
 * first: where it is, the others are whole and its own. What else is in the folder stays, but for `stale`. It does so in one
 * synchronous stretch, as writing a single file does. Errors: those of `checkFolder`, and exit 4 for what the system refuses.
 */
export function writeFolder(
  request: FolderRequest,
  files: readonly FolderFile[],
  token: string,
  stale: readonly string[] = [],
): void {
  const target = checkFolder(request);
  reporting(request.folder, () => {
    const isNew = !fs.existsSync(target) || fs.readdirSync(target).length === 0;
    const temporary = makeTemporary(isNew ? path.dirname(target) : target, token);
    try {
      for (const { name, content } of files) writeFlushed(path.join(temporary, name), content);
      if (isNew) {
        // Not every system renames a folder over an empty one.
        if (fs.existsSync(target)) fs.rmdirSync(target);
        fs.renameSync(temporary, target);
      } else moveInto(target, temporary, files, stale);
    } finally {
      fs.rmSync(temporary, { recursive: true, force: true });
    }
  });
}

function moveInto(target: string, temporary: string, files: readonly FolderFile[], stale: readonly string[]): void {
  const last = files.at(-1);
  if (last !== undefined) fs.rmSync(path.join(target, last.name), { force: true });
  for (const { name } of files) fs.renameSync(path.join(temporary, name), path.join(target, name));
  const written = new Set(files.map(({ name }) => name));
  for (const name of stale) if (!written.has(name)) fs.rmSync(path.join(target, name), { force: true });
}

function writeFlushed(name: string, content: string | Uint8Array): void {
  const handle = fs.openSync(name, "wx");
  try {
    fs.writeFileSync(handle, content);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** The name starts with a dot, so that no search for exports finds it. */
function makeTemporary(folder: string, token: string): string {
  for (let attempt = 1; ; attempt++) {
    const temporary = path.join(folder, `.portfolio-${token}-${attempt}.tmp`);
    try {
      fs.mkdirSync(temporary);
      return temporary;
    } catch (error) {
      // A killed run with the same process id may have left one; it is not ours to remove.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST") || attempt === 100) throw error;
    }
  }
}

function reporting<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof UserError ? error : writeFailure(error, folder, "FOLDER");
  }
}

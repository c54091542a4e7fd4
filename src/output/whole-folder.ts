import fs from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../base/errors.ts";
import { writeFailure } from "./failures.ts";
import { formats } from "./formats.ts";
import { makeTemporary, removeTemporary } from "./temporaries.ts";

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

/** Takes a file of the folder, and begins to write it. */
export type AddFile = (file: FolderFile) => void;

/**
 * Writes a folder whole or not at all: into a temporary folder beside it, flushed to the disk, then renamed. `fill` adds the
 * files as they come; what is added is written while the next is made. In a folder that holds something already (`force`) each
 * file is renamed into place by itself, the last one added last of all and removed first: where it is, the others are whole and
 * its own. What else is in the folder stays, but for `stale`. The renaming is one synchronous stretch, as with a single file;
 * what an interrupt before it leaves is removed. Errors: those of `checkFolder` and of `fill`, and exit 4 for what the system
 * refuses.
 */
export async function writeFolder(
  request: FolderRequest,
  token: string,
  fill: (add: AddFile) => Promise<void>,
  stale: readonly string[] = [],
): Promise<void> {
  const target = checkFolder(request);
  const { isNew, temporary } = reporting(request.folder, () => {
    const isNew = !fs.existsSync(target) || fs.readdirSync(target).length === 0;
    return { isNew, ...makeTemporary(isNew ? path.dirname(target) : target, token, (name) => fs.mkdirSync(name)) };
  });
  const names: string[] = [];
  const writing: Promise<void>[] = [];
  try {
    await fill(({ name, content }) => {
      names.push(name);
      const written = writeFlushed(path.join(temporary, name), content);
      // What has failed is asked below, when all is made; until then it is nobody's.
      written.catch(() => undefined);
      writing.push(written);
    });
    const failure = (await Promise.allSettled(writing)).find(({ status }) => status === "rejected");
    reporting(request.folder, () => {
      if (failure !== undefined) throw (failure as PromiseRejectedResult).reason;
      if (!isNew) return moveInto(target, temporary, names, stale);
      // Not every system renames a folder over an empty one.
      if (fs.existsSync(target)) fs.rmdirSync(target);
      fs.renameSync(temporary, target);
    });
  } finally {
    await Promise.allSettled(writing);
    removeTemporary(temporary);
  }
}

function moveInto(target: string, temporary: string, names: readonly string[], stale: readonly string[]): void {
  const last = names.at(-1);
  if (last !== undefined) fs.rmSync(path.join(target, last), { force: true });
  for (const name of names) fs.renameSync(path.join(temporary, name), path.join(target, name));
  const written = new Set(names);
  for (const name of stale) if (!written.has(name)) fs.rmSync(path.join(target, name), { force: true });
}

async function writeFlushed(name: string, content: string | Uint8Array): Promise<void> {
  const file = await open(name, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

function reporting<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof UserError ? error : writeFailure(error, folder, "FOLDER");
  }
}

import { statSync } from "node:fs";
import path from "node:path";
import type { Io } from "../base/io.ts";

/**
 * A command's own word and the folder: the folder may stand first, as with every other command; the one of two words that is
 * a folder is it.
 */
export function wordAndFolder(
  io: Pick<Io, "cwd">,
  first: string,
  second: string | undefined,
): readonly [word: string, folder: string | undefined] {
  return second !== undefined && isFolder(io.cwd, first) && !isFolder(io.cwd, second)
    ? [second, first]
    : [first, second];
}

/** Whether a word is a folder. */
export function isFolder(cwd: string, word: string): boolean {
  try {
    return statSync(path.resolve(cwd, word)).isDirectory();
  } catch {
    return false; // nothing of that name, or no name that a file could have
  }
}

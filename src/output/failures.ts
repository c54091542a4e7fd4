import { UserError } from "../base/errors.ts";

/** The reader of our output went away (`| head`): no error, `main` ends quietly with 0. */
export class ClosedPipe extends Error {
  constructor() {
    super("the reader of the output is gone");
    this.name = "ClosedPipe";
  }
}

/** What the system says, in words and with what to do about it. */
const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: ["no space left on device", "free some space, or -o TARGET on another disk"],
  EDQUOT: ["no space left on device: the quota is used up", "free some space, or -o TARGET on another disk"],
  EFBIG: ["the file would be too large for the file system or the limit set for it", "-o TARGET on another disk"],
  EACCES: ["permission denied", "-o TARGET in a folder that you may write to"],
  EPERM: ["permission denied", "-o TARGET in a folder that you may write to"],
  EROFS: ["the file system is read-only", "-o TARGET on another disk"],
  ENOENT: ["the folder does not exist", "create the folder first, or -o TARGET elsewhere"],
  ENOTDIR: ["a part of the path is not a folder", "-o TARGET in an existing folder"],
  ENAMETOOLONG: ["the name is too long", "-o TARGET with a shorter name"],
  ELOOP: ["its symbolic links lead in a circle", "-o TARGET elsewhere"],
};

const closed = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/**
 * What to throw when writing to `name` failed: ClosedPipe where the reader is gone, UserError (exit 4) for what the system
 * refuses, anything else as it is. `target` is what `-o` takes.
 */
export function writeFailure(error: unknown, name: string, target: "FILE" | "FOLDER" = "FILE"): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) return error;
  if (closed.has(code)) return new ClosedPipe();
  if (code.startsWith("ERR_")) return error;
  const [reason, hint] = reasons[code] ?? [code, "-o TARGET elsewhere"];
  return new UserError(`cannot write ${name}: ${reason}`, { hint: hint.replace("TARGET", target), exit: 4 });
}

import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import type { Io } from "../../src/base/io.ts";
import { main } from "../../src/main.ts";
import { root } from "./folders.ts";

export interface World {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Io["env"];
  /** Whether stdout and stderr are terminals; 80 characters wide. */
  readonly terminal?: boolean;
  /** Fails every write to stdout, as a pipe does whose reader is gone (`EPIPE`) or a full disk (`ENOSPC`). */
  readonly stdoutFails?: string;
}

export interface MemoryIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** A world in memory: what is written can be read, nothing of the process shows through. */
export function memoryIo({ cwd = root, stdin = "", env = {}, terminal = false, stdoutFails }: World = {}): MemoryIo {
  const texts = { out: "", err: "" };
  const sink = (name: "out" | "err", failure: string | undefined) => ({
    // Bytes that are no text as one character each.
    write: async (content: string | Uint8Array) => {
      if (failure !== undefined) throw Object.assign(new Error(`write ${failure}`), { code: failure });
      texts[name] +=
        typeof content === "string" ? content : Buffer.from(content).toString(isUtf8(content) ? "utf8" : "latin1");
    },
    isTerminal: terminal,
    columns: terminal ? 80 : undefined,
  });
  return {
    stdin: Readable.from([stdin]),
    stdout: sink("out", stdoutFails),
    stderr: sink("err", undefined),
    cwd,
    env,
    out: () => texts.out,
    err: () => texts.err,
  };
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, as `bin` does, in a world of memory. */
export async function run(args: readonly string[], world: World = {}): Promise<Outcome> {
  const io = memoryIo(world);
  const code = await main(args, io);
  return { code, out: io.out(), err: io.err() };
}

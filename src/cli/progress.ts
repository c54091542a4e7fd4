import type { Io } from "../base/io.ts";

export interface Progress {
  /** What is being done now. */
  say(what: string): void;
  /** Clears the line. */
  stop(): void;
}

/** A run shorter than this shows nothing. */
const patience = 500;

/** One line on a terminal's stderr that says what is being done; silent in a pipe and with `--quiet`. */
export function startProgress({ stderr, env }: Io, quiet: boolean): Progress {
  if (quiet || !stderr.isTerminal || env.TERM === "dumb") return { say: () => undefined, stop: () => undefined };
  let shown = false;
  let what = "";
  const show = () => {
    shown = true;
    void stderr.write(`\r\u001b[K${what} …`).catch(() => undefined);
  };
  const timer = setInterval(show, patience);
  timer.unref();
  return {
    say(text) {
      what = text;
      if (shown) show();
    },
    stop() {
      clearInterval(timer);
      if (shown) void stderr.write("\r\u001b[K").catch(() => undefined);
      shown = false;
    },
  };
}

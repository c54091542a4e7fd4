import type { Io, TextSink } from "./base/io.ts";

const interrupted = 130;

/** The real world of the process: its streams, folder and environment, and a clean end on a signal. */
export function processIo(): Io {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      void cleanUp().finally(() => process.exit(interrupted));
    });
  return {
    stdin: process.stdin,
    stdout: sink(process.stdout),
    stderr: deafSink(process.stderr),
    cwd: process.cwd(),
    env: process.env,
  };
}

async function cleanUp(): Promise<void> {
  const [{ removeTemporaries }, { removeRunFolders }] = await Promise.all([
    import("./output/temporaries.ts"),
    import("./cli/run-folder.ts"),
  ]);
  removeTemporaries();
  removeRunFolders();
}

/** A closed stderr loses what is said, and is no reason to fail. */
function deafSink(stream: NodeJS.WriteStream): TextSink {
  const heard = sink(stream);
  return { ...heard, write: (content) => heard.write(content).catch(() => undefined) };
}

function sink(stream: NodeJS.WriteStream): TextSink {
  // A reader that is gone shows as an error of the write and as an event; the write's own error is the one that counts.
  stream.on("error", () => undefined);
  return {
    write: (content) =>
      new Promise((resolve, reject) => {
        stream.write(content, (error) => (error == null ? resolve() : reject(error)));
      }),
    isTerminal: stream.isTTY === true,
    // A terminal that does not know its width says 0.
    columns: stream.columns || undefined,
  };
}

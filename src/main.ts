import { UserError } from "./base/errors.ts";
import type { Io } from "./base/io.ts";
import { version } from "./base/version.ts";
import type { CommandEntry } from "./cli/command-entry.ts";

const bugExit = 70;

/**
 * Runs the program on its arguments (without `node` and the script) and returns the exit code: 0 ok, 1 findings, 2 usage,
 * 3 input data or config, 4 file system or engine, 70 our bug. Prints errors to stderr; never throws.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    if (args[0] === "--version" || args[0] === "-V") return await sayVersion(io);
    const { runCommand } = await import("./cli/run-command.ts");
    const { commands } = await import("./commands/registry.ts");
    return await runCommand(args, io, commands as readonly CommandEntry[]);
  } catch (error) {
    return report(error, io, args.includes("--verbose"));
  }
}

async function sayVersion(io: Io): Promise<number> {
  try {
    await io.stdout.write(`${version}\n`);
    return 0;
  } catch (error) {
    throw (await import("./output/failures.ts")).writeFailure(error, "standard output");
  }
}

async function report(error: unknown, io: Io, verbose: boolean): Promise<number> {
  if ((error as Error).name === "ClosedPipe") return 0;
  const say = (text: string) => io.stderr.write(text);
  if (error instanceof UserError) {
    const { formatError } = await import("./cli/format-error.ts");
    await say(formatError(error));
    return error.exit;
  }
  const { message, stack } = error as Error;
  await say(
    `portfolio: this is a fault of the program: ${message}\n${verbose ? `${stack}\n` : "try: run again with --verbose, and report what it says\n"}`,
  );
  return bugExit;
}

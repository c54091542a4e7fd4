import { Command, CommanderError, type Help } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { nearest } from "../base/nearest.ts";
import { version } from "../base/version.ts";
import { writeFailure } from "../output/failures.ts";
import type { CommandEntry, Outcome } from "./command-entry.ts";

const usageExit = 2;

/** Finds the command that the arguments name, loads it, and it alone, and runs it. Returns the exit code. */
export async function runCommand(args: readonly string[], io: Io, commands: readonly CommandEntry[]): Promise<number> {
  const entry = commands.find(({ name }) => name === args[0] || (args[0] === "help" && name === args[1]));
  const program = overview(commands);
  const texts: Promise<void>[] = [];
  const words: string[] = [];
  const output = {
    writeOut: (text: string) => void texts.push(io.stdout.write(text).catch(refuseWrite)),
    writeErr: (text: string) => void texts.push(io.stderr.write(text)),
    // Commander's own messages, in the words of every other error.
    outputError: (text: string, write: (text: string) => void) => write(text.replace(/^error: /, "portfolio: ")),
  };
  try {
    if (entry === undefined) {
      refuseUnknown(args, commands);
      program.exitOverride().configureOutput(output);
      await program.parseAsync(args.length === 0 ? ["--help"] : [...args], { from: "user" });
      return 0;
    }
    const outcome: Outcome = { exit: 0 };
    const command = (await entry.load())(io, outcome) as unknown as Command;
    for (const argument of command.registeredArguments)
      if (argument.name() !== "dir") words.push(`"${argument.name().toUpperCase()}"`);
    command
      .name(`portfolio ${entry.name}`)
      .summary(entry.summary)
      .description(entry.summary)
      .exitOverride()
      .configureOutput(output)
      .showHelpAfterError(`try: portfolio ${entry.name} --help`)
      .addHelpText("before", `Examples:\n${entry.examples.map((example) => `  ${example}`).join("\n")}\n`);
    await command.parseAsync(args[0] === "help" ? ["--help"] : args.slice(1), { from: "user" });
    return outcome.exit;
  } catch (error) {
    if (error instanceof UserError && entry !== undefined) throw naming(error, entry.name, words);
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : usageExit;
  } finally {
    await Promise.all(texts);
  }
}

/** An advice that was written for any command, with the name of the one that ran, and the words that it needs. */
function naming(error: UserError, name: string, words: readonly string[]): UserError {
  const { message, place, details, hint, exit } = error;
  if (hint?.includes("portfolio COMMAND") !== true) return error;
  return new UserError(message, {
    place,
    details,
    hint: hint
      .replace("portfolio COMMAND --help", `portfolio ${name} --help`)
      .replace("portfolio COMMAND", ["portfolio", name, ...words].join(" ")),
    exit,
  });
}

const refuseWrite = (error: unknown): never => {
  throw writeFailure(error, "standard output");
};

function overview(commands: readonly CommandEntry[]): Command {
  const program = new Command("portfolio")
    .description(
      "Which customers are worth time, and why: a customer-portfolio analysis of the exports you already have.",
    )
    .version(version, "-V, --version", "print the version")
    .helpCommand("help [command]", "options and examples of a command");
  for (const { name, summary } of commands) program.command(name).summary(summary).description(summary);
  program.addHelpText("after", "\nExample:\n  portfolio classify fixtures/demo");
  program.configureHelp({ subcommandTerm: (command) => command.name() } satisfies Partial<Help>);
  return program;
}

function refuseUnknown([first]: readonly string[], commands: readonly CommandEntry[]): void {
  if (first === undefined || first.startsWith("-") || first === "help") return;
  const names = commands.map(({ name }) => name);
  const meant = nearest(first, names);
  throw new UserError(`there is no command ${first}${meant === null ? "" : `; did you mean ${meant}?`}`, {
    hint: meant === null ? "portfolio --help lists the commands" : `portfolio ${meant} …`,
    exit: 2,
  });
}

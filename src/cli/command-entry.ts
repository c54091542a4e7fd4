import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";

/** A command before it is loaded: `--version` and the list of commands need no more. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Two examples that run in the project's folder, for the help. */
  readonly examples: readonly [string, string];
  readonly load: () => Promise<(io: Io) => Command<never[], OptionValues>>;
}

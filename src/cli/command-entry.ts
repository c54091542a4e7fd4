import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";

/** A command before it is loaded: `--version` and the list of commands need no more. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Two examples that run in the project's folder, for the help. */
  readonly examples: readonly [string, string];
  readonly load: () => Promise<(io: Io, outcome: Outcome) => Command<never[], OptionValues>>;
}

/** How a run ends that ends well: a command says 1 where it found what `--fail-on` names. */
export interface Outcome {
  exit: 0 | 1;
}

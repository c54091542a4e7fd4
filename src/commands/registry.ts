import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";
import type { CommandEntry, Outcome } from "../cli/command-entry.ts";

type Loaded = (io: Io, outcome: Outcome) => Command<never[], OptionValues>;

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "inspect",
    summary: "how a file is read and why: encoding, delimiter, header, numbers, dates, columns",
    examples: ["portfolio inspect fixtures/inspect/umsatz.csv", "portfolio inspect fixtures/inspect/umsatz.csv --rows"],
    load: async () => (await import("./inspect.ts")).inspectCommand as unknown as Loaded,
  },
  {
    name: "classify",
    summary: "both axes, a row a customer: class A–D by value, grade a–d by potential",
    examples: [
      "portfolio classify fixtures/demo",
      "portfolio classify fixtures/demo --columns customer_id,cell,revenue --limit 5",
    ],
    load: async () => (await import("./classify.ts")).classifyCommand as unknown as Loaded,
  },
  {
    name: "check",
    summary: "what is odd in the exports, where it stands, and what to do about it",
    examples: ["portfolio check fixtures/check", "portfolio check fixtures/demo --fail-on error"],
    load: async () => (await import("./check.ts")).checkCommand as unknown as Loaded,
  },
];

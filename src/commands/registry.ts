import type { Command, OptionValues } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";
import type { CommandEntry } from "../cli/command-entry.ts";

type Loaded = (io: Io) => Command<never[], OptionValues>;

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "classify",
    summary: "both axes, a row a customer: class A–D by value, grade a–d by potential",
    examples: [
      "portfolio classify fixtures/demo",
      "portfolio classify fixtures/demo --columns customer_id,cell,revenue --limit 5",
    ],
    load: async () => (await import("./classify.ts")).classifyCommand as unknown as Loaded,
  },
];

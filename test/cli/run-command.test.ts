import { Command } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import type { CommandEntry } from "../../src/cli/command-entry.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import { memoryIo, type World } from "../helpers/run.ts";

const loads: string[] = [];

const entry = (name: string, exit: 0 | 1 = 0): CommandEntry => ({
  name,
  summary: `does ${name}`,
  examples: [`portfolio ${name} a`, `portfolio ${name} b`],
  load: async () => {
    loads.push(name);
    return (io, outcome) =>
      new Command(name).option("--loud").action(async ({ loud }) => {
        outcome.exit = exit;
        await io.stdout.write(loud ? "DONE" : "done");
      }) as unknown as Command<never[]>;
  },
});

const commands = [entry("walk"), entry("wander", 1)];

async function run(args: string[], world: World = {}) {
  loads.length = 0;
  const io = memoryIo(world);
  return { code: await runCommand(args, io, commands), out: io.out(), err: io.err(), loads: [...loads] };
}

describe("runCommand", () => {
  it("loads the command that is named, and it alone", async () => {
    expect(await run(["walk", "--loud"])).toEqual({ code: 0, out: "DONE", err: "", loads: ["walk"] });
  });

  it("ends as the command says", async () => {
    expect((await run(["wander"])).code).toBe(1);
    expect((await run(["walk"])).code).toBe(0);
  });

  it.each([[[]], [["--help"]], [["help"]], [["-V"]]])("loads none for %j", async (args) => {
    expect(await run(args)).toMatchObject({ code: 0, err: "", loads: [] });
  });

  it("shows a command's examples first, then its options", async () => {
    for (const args of [
      ["walk", "--help"],
      ["help", "walk"],
    ]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toMatch(/^Examples:\n {2}portfolio walk a\n {2}portfolio walk b\n/);
      expect(out).toContain("Usage: portfolio walk [options]");
      expect(out).toContain("--loud");
    }
  });

  it("answers a wrong option with 2 and points to the help", async () => {
    const { code, out, err } = await run(["walk", "--laud"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Did you mean --loud?");
    expect(err).toContain("try: portfolio walk --help");
  });

  it("names the nearest command for one that there is not", async () => {
    await expect(run(["wolk"])).rejects.toMatchObject({
      message: "there is no command wolk; did you mean walk?",
      hint: "portfolio walk …",
      exit: 2,
    });
    await expect(run(["xyzzyxyzzy"])).rejects.toMatchObject({
      message: "there is no command xyzzyxyzzy",
      hint: "portfolio --help lists the commands",
    });
  });
});

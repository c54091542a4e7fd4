// The manual is executed: every transcript in it is what the program prints. `UPDATE_TRANSCRIPTS=1 npx vitest run
// test/manual.test.ts` writes the transcripts again; read the difference before you commit it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands/registry.ts";
import { folderOf, root } from "./helpers/folders.ts";
import {
  type Block,
  blocksOf,
  fits,
  pageLines,
  type Result,
  renewed,
  runBlock,
  runPiped,
  wordsOf,
} from "./helpers/transcripts.ts";

const updating = process.env.UPDATE_TRANSCRIPTS === "1";
const docs = readdirSync(path.join(root, "docs")).filter((name) => name.endsWith(".md"));
const pages = ["README.md", ...docs.map((name) => `docs/${name}`)].filter((page) => existsSync(path.join(root, page)));
const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

const shownPages = pages.filter((page) => blocksOf(page).length > 0);

describe.each(shownPages)("%s", (page) => {
  const rewritten: { block: Block; lines: string[] }[] = [];

  for (const block of blocksOf(page))
    it(`line ${block.line}: ${block.steps[0]?.command}`, async () => {
      const { results, code, codeShown } = await runBlock(block);
      for (const result of results) checkCommand(result);
      if (updating) {
        const lines = results.flatMap(({ step, lines: printed }) => [
          ...step.source,
          ...(printed === null ? step.expected : renewed(step.expected, printed)),
        ]);
        rewritten.push({ block, lines });
      } else
        for (const { step, lines } of results)
          if (lines !== null && !fits(step.expected, lines)) expect(lines).toEqual(step.expected);
      if (!codeShown) expect(code, "the exit code, which no heading promises and no `echo $?` shows").toBe(block.exit);
    });

  afterAll(() => {
    if (!updating || rewritten.length === 0) return;
    const lines = pageLines(page);
    // From the end, so that the places above stay right.
    for (const { block, lines: fresh } of rewritten.sort((a, b) => b.block.line - a.block.line))
      lines.splice(block.line, block.end - block.line - 1, ...fresh);
    writeFileSync(path.join(root, page), lines.join("\n"));
  });
});

/** A command that is not ours is not run; what npm is asked to do must at least exist. */
function checkCommand({ step, lines }: Result): void {
  if (lines !== null) return;
  for (const part of step.command.split("&&")) {
    const [program, verb = "", script = ""] = wordsOf(part);
    expect(program, `${step.command}: the manual may show portfolio, npm, cat FILE and echo $?`).toBe("npm");
    if (verb === "run") expect(scripts, `npm run ${script}`).toHaveProperty([script]);
    else if (verb === "test") expect(scripts).toHaveProperty("test");
    else expect(verb).toBe("ci");
  }
  expect(step.expected, "the output of a command that is not run cannot be shown").toEqual([]);
}

describe("every command", () => {
  it.each(commands.map(({ name }) => name))("%s has a page with a transcript", (name) => {
    const page = `docs/${name}.md`;
    expect(existsSync(path.join(root, page)), page).toBe(true);
    const shown = blocksOf(page).flatMap(({ steps }) => steps.map(({ command }) => command));
    expect(shown.some((command) => command.startsWith(`portfolio ${name} `))).toBe(true);
  });

  it.each(
    commands.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const)),
  )("%s: the help's example runs: %s", async (_, example) => {
    const [program, ...args] = wordsOf(example);
    expect(program).toBe("portfolio");
    const { code, err } = await runPiped(args);
    expect(code, err).toBe(0);
  });

  it.each(commands.map(({ name }) => name))("%s: the help shows its examples first", async (name) => {
    const { out, code } = await runPiped([name, "--help"]);
    expect(code).toBe(0);
    expect(out.startsWith("Examples:\n  portfolio ")).toBe(true);
  });
});

describe("docs/errors.md", () => {
  const shown = pages.includes("docs/errors.md") ? blocksOf("docs/errors.md").flatMap(({ steps }) => steps) : [];
  const folders = readdirSync(path.join(root, "fixtures/errors"), { withFileTypes: true });

  it.each(
    folders.filter((entry) => entry.isDirectory()).map(({ name }) => name),
  )("shows fixtures/errors/%s", (name) => {
    const place = `fixtures/errors/${name}`;
    const runs = shown.filter(({ command }) => command.startsWith("portfolio "));
    expect(
      runs.some(({ command }) => wordsOf(command).some((word) => word === place || word.startsWith(`${place}/`))),
    ).toBe(true);
  });

  it("no user error looks like a fault of the program", () => {
    expect(shown.flatMap(({ expected }) => expected).filter((line) => line.includes("fault of the program"))).toEqual(
      [],
    );
  });
});

it("the built program says what the manual says", () => {
  const program = path.join(root, "dist/bin/portfolio.js");
  const printed = execFileSync(process.execPath, [program, "--version"], { cwd: root, encoding: "utf8" });
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  expect(printed).toBe(`${version}\n`);
});

describe("README.md", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");

  it("shows a use of the library that prints what its comments say", () => {
    const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? "";
    const library = pathToFileURL(path.join(root, "dist/src/index.js")).href;
    const folder = folderOf({ "example.mjs": example.replace('from "portfolio"', `from ${JSON.stringify(library)}`) });
    const printed = execFileSync(process.execPath, [path.join(folder, "example.mjs")], { encoding: "utf8" });
    const expected = [...example.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
    expect(expected).not.toBe("");
    expect(printed).toBe(expected);
  });

  it("names the two commands that are all one needs", () => {
    expect(readme).toContain("$ npm ci && npm run demo\n");
    expect(readme).toContain("$ npm ci && npm test\n");
  });
});

it("no link of the manual leads nowhere", () => {
  const written = [...pages, "CHANGELOG.md", "fixtures/worked/README.md"];
  const links = written.flatMap((page) =>
    [...readFileSync(path.join(root, page), "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target = ""]) => ({
        page,
        target,
      }),
    ),
  );
  expect(links.length).toBeGreaterThan(10);
  const broken = links.filter(
    ({ page, target }) => !/^https?:/.test(target) && !existsSync(path.join(root, path.dirname(page), target)),
  );
  expect(broken).toEqual([]);
});

describe("transcripts", () => {
  const printed = ["a", "b", "c", "d", "e"];

  it("`…` stands for any lines, a plain page for exactly its own", () => {
    expect(fits(printed, printed)).toBe(true);
    expect(fits(["a", "…", "e"], printed)).toBe(true);
    expect(fits(["a", "…", "c", "…", "e"], printed)).toBe(true);
    expect(fits(["a", "b", "c", "d", "e", "…"], printed)).toBe(true);
    expect(fits(["…"], [])).toBe(true);
    expect(fits(["a", "…", "f"], printed)).toBe(false);
    expect(fits(["a", "b"], printed)).toBe(false);
    expect(fits(["a", "…", "d", "…", "c", "…"], printed)).toBe(false);
    expect(fits(["a", "…", "a"], ["a"])).toBe(false);
  });

  it("writing again keeps what the page leaves out", () => {
    expect(renewed(["x", "…", "y"], printed)).toEqual(["a", "…", "e"]);
    expect(renewed(["x", "…", "c: old", "…", "y"], ["a", "b", "c: new", "d", "e"])).toEqual([
      "a",
      "…",
      "c: new",
      "…",
      "e",
    ]);
    expect(renewed([], printed)).toEqual(printed);
    expect(() => renewed(["x", "…", "gone", "…", "y"], printed)).toThrow("by hand");
  });

  it("splits a command as a shell does", () => {
    expect(wordsOf(`portfolio classify 'a b' --sort "-revenue" c\\ d`)).toEqual([
      "portfolio",
      "classify",
      "a b",
      "--sort",
      "-revenue",
      "c d",
    ]);
  });
});

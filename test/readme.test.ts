import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../src/commands/registry.ts";
import { Settings } from "../src/config/settings.ts";
import { roles } from "../src/ingest/columns.ts";
import { root } from "./helpers/folders.ts";

const textOf = (page: string): string => readFileSync(path.join(root, page), "utf8");
const names = commands.map(({ name }) => name).sort();

/** The first cells of a page's table rows, below the heading of that name. */
const rowsUnder = (page: string, heading: string): string[] => {
  const [, section = ""] = textOf(page).split(`\n## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^\| (.+?) \|/gm)].map(([, cell = ""]) => cell);
};

describe("README.md", () => {
  const linked = rowsUnder("README.md", "Commands").filter((cell) => cell.startsWith("["));

  it("has every command in its table, once", () => {
    expect(linked.map((cell) => /^\[`(.+)`\]/.exec(cell)?.[1]).sort()).toEqual(names);
  });

  it.each(linked)("%s links the command's own page", (cell) => {
    const [, name, page] = /^\[`(.+)`\]\((.+)\)$/.exec(cell) ?? [];
    expect(page).toBe(`docs/${name}.md`);
  });

  it("says of every kind of export what is read", () => {
    expect(rowsUnder("README.md", "What it reads").filter((cell) => (roles as string[]).includes(cell))).toEqual(roles);
  });

  it("says in twenty lines what it is for", () => {
    const [opening = ""] = textOf("README.md").split("\n## ");
    expect(opening.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(20);
  });
});

it("the changelog has a line for every command, and one only", () => {
  const told = [...textOf("CHANGELOG.md").matchAll(/^- \[`(\w+)`\]/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(names);
});

it("docs/settings.md tells of every setting and group of settings", () => {
  const told = rowsUnder("docs/settings.md", "What can be set").join(" ");
  const known = Object.keys(Settings.shape).map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  expect(known.filter((key) => !told.includes(`\`${key}\``) && !told.includes(`\`${key}.`))).toEqual([]);
});

/** As on the page: small letters, no punctuation, a hyphen for each blank. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

const anchorsOf = (page: string): string[] =>
  [
    ...textOf(page)
      .replace(/^```.*?^```/gms, "")
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = ""]) => anchorOf(heading));

it("no link to a heading leads nowhere", () => {
  const docs = readdirSync(path.join(root, "docs")).filter((name) => name.endsWith(".md"));
  const pages = ["README.md", "CHANGELOG.md", ...docs.map((name) => `docs/${name}`)];
  const broken = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)#\s:]*)#([^)\s]+)\)/g)]
      .map(([, file = "", anchor = ""]) => ({
        page,
        to: file === "" ? page : path.join(path.dirname(page), file),
        anchor,
      }))
      .filter(({ to, anchor }) => to.endsWith(".md") && !anchorsOf(to).includes(anchor)),
  );
  expect(broken).toEqual([]);
});

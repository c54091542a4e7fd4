// The trigger map in docs/triggers.md is the registry in words. `UPDATE_TRANSCRIPTS=1 npx vitest run test/triggers-map.test.ts`
// writes it again.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { facts } from "../src/scoring/findings/facts.ts";
import { needWords } from "../src/scoring/findings/needs.ts";
import { rules } from "../src/scoring/findings/registry.ts";
import { type JourneyStep, journeySteps, type Rule } from "../src/scoring/findings/rule.ts";
import { root } from "./helpers/folders.ts";

const page = path.join(root, "docs/triggers.md");
const [start, end] = ["<!-- the map, written by a test -->\n", "<!-- end of the map -->"];

const steps: Readonly<Record<JourneyStep, string>> = {
  start: "Getting started",
  use: "In use",
  growth: "Room to grow",
  reorder: "Ordering again",
  trouble: "In trouble",
  advocacy: "Ready to recommend",
};

const historyWords = { prior_window: "sales over both windows", two_years: "24 months of sales" } as const;

function rowOf({ id, kind, strength, when, needs, history, options, action }: Rule): string {
  const standard = options.parse({});
  const limits = Object.keys(options.shape).map((name) => `\`${name}\` ${standard[name] ?? "off"}`);
  const columns = [
    `\`${id}\``,
    kind,
    "strong" in options.shape ? `${strength}, strong 3` : String(strength),
    when,
    [needWords(needs), ...(history === undefined ? [] : [historyWords[history]])].join(" + "),
    limits.join(", ") || "–",
    action,
  ];
  return `| ${columns.join(" | ")} |`;
}

const map = () =>
  journeySteps
    .map((step) =>
      [
        `### ${steps[step]}\n`,
        "| Rule | Kind | Strength | Finds a customer | Needs | Limits | What to say or do |",
        "|---|---|---|---|---|---|---|",
        ...rules.filter(({ journey }) => journey === step).map(rowOf),
        "",
      ].join("\n"),
    )
    .join("\n");

describe("docs/triggers.md", () => {
  it("carries every rule, where it sits in the customer's journey, what it needs and what to say", () => {
    const text = readFileSync(page, "utf8");
    const [before, rest] = text.split(start) as [string, string];
    const [shown, after] = rest.split(end) as [string, string];
    if (process.env.UPDATE_TRANSCRIPTS === "1") writeFileSync(page, `${before}${start}${map()}${end}${after}`);
    else expect(shown).toBe(map());
  });

  it("lists every fact of own rules", () => {
    const text = readFileSync(page, "utf8");
    const missing = facts.filter(({ name }) => !text.includes(`\`${name}\``)).map(({ name }) => name);
    // Those of classify have a page of their own.
    const classify = readFileSync(path.join(root, "docs/classify.md"), "utf8");
    expect(missing.filter((name) => !classify.includes(`\`${name}\``))).toEqual([]);
  });
});

// What docs/classify.md says of cost types is what the program reads. `UPDATE_TRANSCRIPTS=1 npx vitest run test/cost-types.test.ts`
// writes the list again.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { costTypeOf, costTypes } from "../src/ingest/cost-types.ts";
import { folderOf, root } from "./helpers/folders.ts";
import { run } from "./helpers/run.ts";

const page = path.join(root, "docs/classify.md");
const [start, end] = ["<!-- the cost types, written by a test -->\n", "<!-- end of the cost types -->"];

const meanings = {
  cost_to_serve: "what it costs to serve the customer; a blank type too",
  cogs: "cost of the goods sold",
  acquisition: "cost of winning the customer, never in the contribution",
} as const;

const spellingsOf = (type: string): string[] => Object.keys(costTypeOf).filter((word) => costTypeOf[word] === type);

const list = () =>
  [
    "| Type | Meaning | Also written |",
    "|---|---|---|",
    ...costTypes.map((type) => `| \`${type}\` | ${meanings[type]} | ${spellingsOf(type).join(", ")} |`),
    "",
  ].join("\n");

describe("cost types", () => {
  it("are listed in docs/classify.md, every spelling of them", () => {
    const [before, rest] = readFileSync(page, "utf8").split(start) as [string, string];
    const [shown, after] = rest.split(end) as [string, string];
    if (process.env.UPDATE_TRANSCRIPTS === "1") writeFileSync(page, `${before}${start}${list()}${end}${after}`);
    else expect(shown).toBe(list());
  });

  it("are read in every spelling, whatever the case, blanks and hyphens", async () => {
    const words = Object.entries(costTypeOf);
    const spelt = words.flatMap(([word, type]) =>
      [word, word.toUpperCase(), word.replaceAll(" ", "-")].map((text) => ({ text, type })),
    );
    // A customer for each, who bought for 10 and costs 4.
    const folder = folderOf({
      "sales.csv": `customer_id,date,amount\n${spelt.map((_, i) => `c${i},2026-06-30,10\n`).join("")}`,
      "costs.csv": `customer_id,date,amount,type\n${spelt.map(({ text }, i) => `c${i},2026-06-30,4,${text}\n`).join("")}`,
    });
    const { code, out, err } = await run(["classify", folder, "--quiet", "--format", "json"]);
    expect(code, err).toBe(0);
    const rows: { customer_id: string; costs: string; margin: number | null }[] = JSON.parse(out).rows;
    const said = new Map(rows.map(({ customer_id, costs, margin }) => [customer_id, { costs, margin }]));
    // Only the cost of goods makes the margin known: 6 of 10.
    const expected = {
      cost_to_serve: { costs: "4.00", margin: null },
      cogs: { costs: "4.00", margin: 0.6 },
      acquisition: { costs: "0.00", margin: null },
    };
    expect(spelt.map(({ text }, i) => [text, said.get(`c${i}`)])).toEqual(
      spelt.map(({ text, type }) => [text, expected[type]]),
    );
  });
});

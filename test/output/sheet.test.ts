import { expect, it } from "vitest";
import { writeMarkdown } from "../../src/output/markdown.ts";
import type { Cell, Sheet } from "../../src/output/report.ts";
import { report } from "./sample.ts";

const sheet: Sheet = {
  heading: "owner",
  notes: new Map([["Kari", "2 to call*"]]),
  title: ["name", "increment"],
  lines: [
    { label: "Why:", column: "why", isTask: false },
    { label: "First:", column: "first", isTask: true },
  ],
  blanks: ["done on ____"],
};

const columns = [
  { name: "owner", kind: "text" },
  { name: "name", kind: "text" },
  { name: "increment", kind: "money" },
  { name: "why", kind: "text" },
  { name: "first", kind: "text" },
] as const;

const sheetOf = (...rows: readonly (readonly Cell[])[]) =>
  report(columns, rows, {
    sheet,
    summaryLines: [
      { term: "as of", value: "2026-06-30" },
      { term: "", value: "more" },
    ],
  });

it("a heading for each value, in order of the first row; a block a row; what is not known left out", () =>
  expect(
    writeMarkdown(
      sheetOf(
        ["Kari", "Alfa | <AS>", 12_345_0000n, "so", "call"],
        [null, "Beta", null, null, "ask"],
        ["Kari", null, 10_000n, "and so", null],
      ),
    ),
  ).toBe(`- as of: 2026-06-30
- more

# Kari

2 to call\\*

## Alfa \\| &lt;AS&gt; · 12 345.00

- **Why:** so
- [ ] **First:** call
- [ ] done on ____

## 1.00

- **Why:** and so
- [ ] done on ____

# 

## Beta

- [ ] **First:** ask
- [ ] done on ____
`));

it("nothing but what is above, without rows", () =>
  expect(writeMarkdown(sheetOf())).toBe("- as of: 2026-06-30\n- more\n"));

it("a table where a column of the sheet is not in the result", () =>
  expect(writeMarkdown(report(columns.slice(0, 2), [["Kari", "Alfa"]], { sheet }))).toBe(
    "| owner | name |\n| --- | --- |\n| Kari | Alfa |\n",
  ));

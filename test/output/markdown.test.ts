import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/output/markdown.ts";
import { everyKind, texts } from "./sample.ts";

describe("writeMarkdown", () => {
  it("is a GitHub table, figures to the right", () =>
    expect(writeMarkdown(everyKind)).toBe(
      `| customer_id | first_purchase | revenue | margin | nps | orders |
| --- | --- | ---: | ---: | ---: | ---: |
| C1 | 2026-01-31 | 1234.56 | 0.7382 | 14.60 | 12 |
| C2 |  | 0.00 | 0.0000 | 0.00 | 0 |
|  |  |  |  |  |  |
`,
    ));

  it.each([
    ["a pipe", "a|b", "a\\|b"],
    ["a pipe behind a backslash", "a\\|b", "a\\\\\\|b"],
    ["a line end", "a\nb", "a\\nb"],
    ["HTML", "<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["a link", "[x](javascript:y)", "\\[x\\](javascript:y)"],
    ["emphasis and code", "*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"],
    ["an underscore in a word", "a_b", "a_b"],
    ["a direction mark", "a\u202eb", "a\\u202eb"],
  ])("%s stays text", (_, text, expected) => expect(writeMarkdown(texts(text))).toContain(`| 0 | ${expected} |\n`));
});

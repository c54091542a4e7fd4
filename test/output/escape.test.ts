import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeInvisible, neutraliseFormula } from "../../src/output/escape.ts";

describe("escapeInvisible", () => {
  it.each([
    ["a terminal's colour", "\u001b[31mred", "\\u001b[31mred"],
    ["line ends and tabs", "a\r\n\tb", "a\\r\\n\\tb"],
    ["C1 controls", "a\u009bb\u0085c\u007f", "a\\u009bb\\u0085c\\u007f"],
    ["right-to-left override", "abc\u202edcb", "abc\\u202edcb"],
    ["isolates and marks", "\u2067a\u2069\u200e\u200f\u061c", "\\u2067a\\u2069\\u200e\\u200f\\u061c"],
    ["zero width and byte order mark", "a\u200bb\ufeff", "a\\u200bb\\ufeff"],
    ["separators of lines", "a\u2028b\u2029", "a\\u2028b\\u2029"],
    ["half a surrogate pair", "a\ud800b", "a\\ud800b"],
    ["tag characters", "a\u{e0041}", "a\\u{e0041}"],
    ["ordinary text", "Åse & Söner 株式会社 👩‍💻 می‌خواهم", "Åse & Söner 株式会社 👩‍💻 می‌خواهم"],
  ])("%s", (_, text, expected) => expect(escapeInvisible(text)).toBe(expected));

  it("leaves no control character and no direction mark of any text", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeInvisible(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    ));
});

describe("neutraliseFormula", () => {
  it.each([
    "=2*3",
    "+2*3",
    "-2*3",
    "@SUM(A1)",
    "\t=2",
    "\r=2",
    "＝2",
    "＋2",
    "－2",
    "＠A1",
    "-",
    "+47 22 33",
    "-1-1",
    "-1e3",
  ])("%j gets an apostrophe", (text) => expect(neutraliseFormula(text)).toBe(`'${text}`));

  it.each([
    "",
    "Acme",
    "'=2",
    " =2",
    "a=2",
    '"=2',
    ";=2",
    "|calc",
    "-12.5",
    "+3,5 %",
    "-7",
    "1=1",
  ])("%j stays", (text) => expect(neutraliseFormula(text)).toBe(text));
});

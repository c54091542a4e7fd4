import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, SharedTexts } from "../../../src/output/xlsx/texts.ts";

const elementOf = (text: string, escapeFormulas = true): string => {
  const texts = new SharedTexts(escapeFormulas);
  texts.numberOf(text);
  return [...texts.elements()].join("");
};

describe("SharedTexts", () => {
  it("numbers texts in order of first use, and writes each once", () => {
    const texts = new SharedTexts(true);
    expect(["b", "a", "b", "constructor", "a"].map((text) => texts.numberOf(text))).toEqual([0, 1, 0, 2, 1]);
    expect([...texts.elements()]).toEqual(["b", "a", "constructor"].map((text) => `<si><t>${text}</t></si>`));
  });

  it.each([
    ["<b>&amp;</b>", "<si><t>&lt;b&gt;&amp;amp;&lt;/b&gt;</t></si>"],
    ["]]>", "<si><t>]]&gt;</t></si>"],
    ["a b", "<si><t>a b</t></si>"],
    [" a", '<si><t xml:space="preserve"> a</t></si>'],
    ["a ", '<si><t xml:space="preserve">a </t></si>'],
    ["a\nb", '<si><t xml:space="preserve">a\nb</t></si>'],
    ["a\r\nb\rc", '<si><t xml:space="preserve">a\nb\nc</t></si>'],
    ["a\u0001", "<si><t>a\\u0001</t></si>"],
    ["a_x0001_", "<si><t>a_x005F_x0001_</t></si>"],
    ["=1", "<si><t>'=1</t></si>"],
  ])("%j", (text, element) => expect(elementOf(text)).toBe(element));

  it("leaves formulas as they are where it was asked to", () =>
    expect(elementOf("=1", false)).toBe("<si><t>=1</t></si>"));
});

describe("cellText", () => {
  // XML 1.0, 2.2: everything but these may stand in a text.
  const forbidden = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

  it("holds nothing that XML may not, and no more than a cell may", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), fc.constantFrom(1, 900), (part, times) => {
        const text = cellText(`${part}\ufffe\uffff\ud800`.repeat(times), true);
        expect(forbidden.test(text)).toBe(false);
        expect(text.length).toBeLessThanOrEqual(32_767);
      }),
      { numRuns: 200 },
    ));

  it("writes out what no XML may hold though it is no control character", () =>
    expect(cellText("a\ufffeb\uffff", true)).toBe("a\\ufffeb\\uffff"));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, truncate } from "../../src/output/text-width.ts";

describe("textWidth", () => {
  it.each([
    ["", 0],
    ["Acme AS", 7],
    ["Blåbær", 6],
    ["株式会社", 8],
    ["한국", 4],
    ["👍", 2],
    ["e\u0301", 1],
  ])("%j takes %d", (text, width) => expect(textWidth(text)).toBe(width));
});

describe("truncate", () => {
  it.each([
    ["short enough", "Acme", 4, "Acme"],
    ["cut", "Acme Norge", 6, "Acme …"],
    ["a wide character does not fit in half", "株式会社", 4, "株…"],
    ["to nothing", "Acme", 1, "…"],
  ])("%s", (_, text, width, expected) => expect(truncate(text, width)).toBe(expected));

  it("never exceeds its width", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        expect(textWidth(truncate(text, width))).toBeLessThanOrEqual(width);
      }),
    ));
});

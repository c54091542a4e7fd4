import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, jsonForScript } from "../../../src/output/html/escape.ts";

describe("escapeHtml", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`" onload='x' &`, "&quot; onload=&#39;x&#39; &amp;"],
    ["a\u202eb\u0000c\u2028", "a\\u202eb\\u0000c\\u2028"],
    ["=1+1", "=1+1"],
    ["Blåbær & Søn", "Blåbær &amp; Søn"],
  ])("%j", (text, expected) => expect(escapeHtml(text)).toBe(expected));

  it("no text opens an element, ends an attribute, or turns the direction of what follows", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
      }),
    ));
});

describe("jsonForScript", () => {
  it("ends no script and opens no comment", () =>
    expect(jsonForScript(["</script><!--", "a\u2028b&"])).toBe(
      '["\\u003c/script\\u003e\\u003c!--","a\\u2028b\\u0026"]',
    ));

  it("is the same value again", () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonForScript(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest, nearestAll } from "../../src/base/nearest.ts";

const columns = ["customer_id", "customer_name", "class", "revenue", "revenue_share", "nps"];

describe("nearest", () => {
  it.each([
    ["a letter missing", "revnue", "revenue"],
    ["two neighbours swapped", "reveneu", "revenue"],
    ["case apart", "Class", "class"],
    ["the exact word first", "revenue", "revenue"],
    ["two edits of eleven letters", "custmer_ids", "customer_id"],
    ["one edit of three", "npx", "nps"],
    ["nothing like it", "margin", null],
    ["empty", "", null],
  ])("%s", (_, word, expected) => expect(nearest(word, columns)).toBe(expected));

  it.each([
    ["a single letter is not another", "a", ["b"], null],
    ["nor of two swapped and replaced", "ab", ["cd"], null],
    ["ties go to the earlier", "cat", ["car", "cab"], "car"],
    ["a character beyond U+FFFF is one edit", "ab😀", ["ab😁"], "ab😁"],
  ])("%s", (_, word, candidates, expected) => expect(nearest(word, candidates)).toBe(expected));

  it("gives up on words of no reasonable length", () => {
    expect(nearest("x".repeat(1_000_000), ["x".repeat(1_000_000)])).toBeNull();
    expect(nearest("x".repeat(90), ["x".repeat(110)])).toBeNull();
  });

  it("finds any word after one edit of four letters or more", () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,20}$/), fc.nat(19), (word, position) => {
        const mistyped = word.slice(0, position % word.length) + word.slice((position % word.length) + 1);
        expect(nearest(mistyped, [word])).toBe(word);
      }),
    ));
});

describe("nearestAll", () => {
  it("puts the nearest first, as many as asked for", () => {
    expect(nearestAll("sales", ["sale", "salg", "sales", "costs"], 5)).toEqual(["sales", "sale"]);
    expect(nearestAll("sales", ["sale", "salg", "sales"], 1)).toEqual(["sales"]);
  });
});

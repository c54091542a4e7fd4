import { expect, it } from "vitest";
import { groupBy, inOneList } from "../../src/base/grouping.ts";

it("groups by key, in order of first appearance", () =>
  expect([...groupBy(["bear", "ant", "bee", "asp"], (word) => word[0])]).toEqual([
    ["b", ["bear", "bee"]],
    ["a", ["ant", "asp"]],
  ]));

it("puts lists one behind the other", () => {
  expect(inOneList([["b", "a"], [], ["c"]])).toEqual(["b", "a", "c"]);
  expect(inOneList([])).toEqual([]);
});

import { expect, it } from "vitest";
import { groupBy } from "../../src/base/grouping.ts";

it("groups by key, in order of first appearance", () =>
  expect([...groupBy(["bear", "ant", "bee", "asp"], (word) => word[0])]).toEqual([
    ["b", ["bear", "bee"]],
    ["a", ["ant", "asp"]],
  ]));

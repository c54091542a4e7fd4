import { expect, it } from "vitest";
import { ownerLosses } from "../../../src/scoring/winback/owners.ts";

const of = (owner: string | null, ...lost: readonly (0 | 1)[]) => lost.map((one) => ({ owner, isLost: one === 1 }));

it("who loses more than all together, the largest share first", () =>
  // 4 of 8 with an owner are lost: a share of exactly a half is not more.
  expect(
    ownerLosses([...of("Ada", 1, 0), ...of("Bo", 0), ...of("Cy", 1, 1, 0), ...of("Di", 1, 0), ...of(null, 1)]),
  ).toEqual([
    { owner: "Cy", customers: 3, lost: 2, lostShare: 2 / 3, losesMore: true },
    { owner: "Ada", customers: 2, lost: 1, lostShare: 0.5, losesMore: false },
    { owner: "Di", customers: 2, lost: 1, lostShare: 0.5, losesMore: false },
    { owner: "Bo", customers: 1, lost: 0, lostShare: 0, losesMore: false },
  ]));

it("of equal shares the most lost first", () =>
  expect(ownerLosses([...of("Ada", 1), ...of("Bo", 1, 1)]).map(({ owner }) => owner)).toEqual(["Bo", "Ada"]));

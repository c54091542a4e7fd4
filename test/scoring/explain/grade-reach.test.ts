import { expect, it } from "vitest";
import { gradeReach } from "../../../src/scoring/explain/grade-reach.ts";
import { gradeByGrowth } from "../../../src/scoring/potential/grade.ts";

it("a from twice the annual revenue, b from 1.3 times, c from 1.1 times", () =>
  // 412.30 a year: 824.60, 535.99, 453.53.
  expect(gradeReach(4_123_000n)).toEqual([
    { grade: "a", growth: 1, from: 8_246_000n },
    { grade: "b", growth: 0.3, from: 5_359_900n },
    { grade: "c", growth: 0.1, from: 4_535_300n },
  ]));

it("rounds up to the amount that earns the grade", () => {
  // 1.3 × 7 = 9.1 units: ten are needed.
  const [, b] = gradeReach(7n);
  expect(b?.from).toBe(10n);
  const at = (top: bigint) => gradeByGrowth({ top, bottom: 1n }, { top: 7n, bottom: 1n }).grade;
  expect([at(10n), at(9n)]).toEqual(["b", "c"]);
});

it("nothing grows from nothing", () => {
  expect(gradeReach(0n)).toEqual([]);
  expect(gradeReach(-1n)).toEqual([]);
});

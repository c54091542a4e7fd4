import { expect, it } from "vitest";
import { calibrationTable } from "../../../src/scoring/clv/calibration.ts";

it("means by purchases before, the last row for seven and more, totals of all", () => {
  const holdout = { repeatPurchases: [0, 0, 6, 7, 30], actual: [1, 0, 4, 5, 10], expected: [0.25, 0.25, 3, 6, 12] };
  const { rows, actual, expected } = calibrationTable(holdout);
  expect(rows.map(({ repeatPurchases, orMore }) => `${repeatPurchases}${orMore ? "+" : ""}`)).toEqual([
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7+",
  ]);
  expect(rows.map(({ customers }) => customers)).toEqual([2, 0, 0, 0, 0, 0, 1, 2]);
  expect(rows[0]).toMatchObject({ actual: 0.5, expected: 0.25 });
  expect(rows[1]).toMatchObject({ actual: null, expected: null });
  expect(rows[7]).toMatchObject({ actual: 7.5, expected: 9 });
  expect([actual, expected]).toEqual([20, 21.5]);
});

it("does not depend on the order of the customers, to the last bit", () => {
  const expected = Array.from({ length: 200 }, (_, i) => 1 / (i + 1));
  const [few, none] = [expected.map(() => 2), expected.map(() => 0)];
  const table = calibrationTable({ repeatPurchases: few, actual: none, expected });
  expect(calibrationTable({ repeatPurchases: few, actual: none, expected: expected.toReversed() })).toEqual(table);
});

it("of nobody", () => {
  const { rows, actual } = calibrationTable({ repeatPurchases: [], actual: [], expected: [] });
  expect(rows.every(({ customers }) => customers === 0)).toBe(true);
  expect(actual).toBe(0);
});

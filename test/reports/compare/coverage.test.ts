import { describe, expect, it } from "vitest";
import {
  type Coverage,
  type CoveredDate,
  coverageWords as inWords,
  isComparable,
} from "../../../src/reports/compare/coverage.ts";
import { loadWords } from "../../../src/wording/load.ts";

const words = await loadWords("en", ["compare"]);
const coverageWords = (coverage: Coverage) => inWords(coverage, words);

const date = (asOf: string, windowFrom: string, salesFrom: string | null | undefined): CoveredDate => ({
  asOf,
  windowFrom,
  salesFrom,
});
const later = date("2025-12-31", "2024-12-31", "2023-01-01");

describe("the window of the earlier date", () => {
  // Its first day is 2024-01-01; 31 days later is 2024-02-01.
  const of = (salesFrom: string | null | undefined) => ({
    from: date("2024-12-31", "2023-12-31", salesFrom),
    to: later,
  });

  it.each([
    ["2023-06-30", true],
    ["2024-02-01", true],
    ["2024-02-02", false],
    [null, false],
    [undefined, null],
  ])("with sales from %s", (salesFrom, expected) => {
    expect(isComparable(of(salesFrom))).toBe(expected);
    expect(coverageWords(of(salesFrom)) === null).toBe(expected !== false);
  });

  it("in words", () => {
    expect(coverageWords(of("2024-08-01"))).toBe(
      "the window of 2024-12-31 is not covered by the sales, which begin 2024-08-01: the two dates are not comparable, and revenue grew by the missing months too",
    );
    expect(coverageWords(of(null))).toContain("the sales, of which there are none: ");
  });
});

it("the later one, as of snapshots of different exports", () => {
  const short = date("2025-12-31", "2024-12-31", "2025-06-01");
  const whole = date("2024-12-31", "2023-12-31", "2023-01-01");
  expect(coverageWords({ from: whole, to: short })).toContain("revenue fell by the missing months");
  expect(coverageWords({ from: date("2025-06-30", "2024-06-30", "2025-06-01"), to: short })).toContain(
    "which begin 2025-06-01; the window of 2025-12-31 is not covered",
  );
  // One is known to be short, whatever the other is.
  expect(isComparable({ from: date("2024-12-31", "2023-12-31", undefined), to: short })).toBe(false);
});

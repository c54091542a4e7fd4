import { describe, expect, it } from "vitest";
import { cohortHeatMap as heatMapOf } from "../../../src/reports/retention/heat-map.ts";
import type { CohortScore } from "../../../src/scoring/retention/cohorts.ts";
import { retention } from "../../../src/wording/en/retention.ts";

const cohortHeatMap = (scores: readonly CohortScore[]) => heatMapOf(scores, retention.heatMap);

const score = (cohort: string, age: number | null, share: number | null, rest: object = {}): CohortScore => ({
  ...{ cohort, period: "2024-Q1", age, customers: 1, customerShare: share, revenue: 0n, revenueShare: null },
  ...{ group: null, unfinished: false, size: 12_345 },
  ...rest,
});

const textOf = (scores: readonly CohortScore[]) =>
  cohortHeatMap(scores).map((line) => line.map(({ text }) => text).join(""));

describe("cohortHeatMap", () => {
  it("is not drawn without a cohort", () => {
    expect(cohortHeatMap([])).toEqual([]);
    expect(cohortHeatMap([score("before 2024-Q1", null, null)])).toEqual([]);
  });

  it.each([
    [1, "█100", "good"],
    [0.75, "█ 75", "good"],
    [0.744, "▓ 74", "fair"],
    [0.5, "▓ 50", "fair"],
    [0.494, "▒ 49", "weak"],
    [0.25, "▒ 25", "weak"],
    [0.244, "░ 24", "bad"],
    [0, "░  0", "bad"],
  ])("a share of %d is %s", (share, text, tone) => {
    expect(cohortHeatMap([score("2024", 0, share)])[1]?.[2]).toEqual({ text, tone });
  });

  it("the latest twelve cohorts, the first twelve ages, in 80 characters", () => {
    const names = Array.from({ length: 14 }, (_, i) => `20${i + 10}-12`);
    const scores = names.flatMap((name) => Array.from({ length: 14 }, (_, age) => score(name, age, 1)));
    const lines = textOf(scores);
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe("cohort   size    0    1    2    3    4    5    6    7    8    9   10   11");
    expect(lines[1]).toBe(`2012-12 12345 ${"█100 ".repeat(12).trimEnd()}`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("marks what is unfinished", () => {
    expect(textOf([score("2024", 0, 1), score("2024", 1, 0.5, { unfinished: true })])).toEqual([
      "cohort   size    0    1",
      "2024    12345 █100 ▓ 50*",
      "percent of the cohort that is active, by age in periods; * unfinished",
    ]);
  });
});

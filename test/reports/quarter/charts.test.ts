import { describe, expect, it } from "vitest";
import type { Cell, Column, Report } from "../../../src/output/report.ts";
import type { QuarterContent, QuarterReports } from "../../../src/reports/quarter/content.ts";
import { flowChart } from "../../../src/reports/quarter/flows.ts";
import { changeSentences, taskSentences } from "../../../src/reports/quarter/headline.ts";
import { matrixGrid } from "../../../src/reports/quarter/matrix-grid.ts";
import { paretoChart } from "../../../src/reports/quarter/pareto.ts";
import { cohortGrid, movementChart } from "../../../src/reports/quarter/retention-charts.ts";
import { loadWords } from "../../../src/wording/load.ts";

const words = await loadWords("en", ["quarter"]);

/** A report of these columns; what its kinds are does not matter here. */
const report = (names: string, rows: readonly (readonly Cell[])[], head: Report["head"] = {}): Report => ({
  columns: names.split(" ").map((name): Column => ({ name, kind: "text", onTerminal: true })),
  rows,
  summaryLines: [],
  summaryTable: [],
  head,
});

const nothing = report("customer_id", []);

const content = (reports: Partial<QuarterReports>): QuarterContent => ({
  reports: {
    ...{ customers: nothing, matrix: nothing, plan: nothing, triggers: nothing, nps: null, swot: null },
    ...{ retention: nothing, cohorts: nothing, value: nothing, concentration: nothing, stages: nothing },
    ...{ winback: nothing, icp: nothing, compare: null },
    ...reports,
  },
  period: "2026-Q3",
  unit: "quarter",
  unfinished: false,
  previousEnd: "2026-06-30",
  asOf: "2026-09-30",
  months: 12,
  windowFrom: "2025-09-30",
  currency: "NOK",
  notices: [],
  remarks: [],
  leftOut: [],
  words,
});

const units = (amount: number): bigint => BigInt(amount) * 10_000n;

describe("movements of revenue", () => {
  const names =
    "period group start lost new reactivated retention revenue_previous revenue_new revenue_reactivated revenue_expansion revenue_contraction revenue_churned revenue_current";
  const row = (won: bigint | null, back: bigint | null): readonly Cell[] => [
    ...["2026-Q3", null, 10, 1, 0, 0, 0.9],
    ...[units(1000), won, back, units(200), units(50), units(100), units(1180)],
  ];
  const stepsOf = (cells: readonly Cell[]) => {
    const chart = movementChart(content({ retention: report(names, [cells]) }));
    return chart?.drawing.kind === "waterfall" ? chart.drawing.steps : [];
  };

  it("each step begins where the one before it ended", () => {
    // 1000 + 90 + 40 + 200 − 50 − 100 = 1180
    expect(stepsOf(row(units(90), units(40))).map(({ name, from, to }) => [name, from, to])).toEqual([
      ["period before", 0, 1000],
      ["new", 1000, 1090],
      ["back", 1090, 1130],
      ["buying more", 1130, 1330],
      ["buying less", 1330, 1280],
      ["lost", 1280, 1180],
      ["2026-Q3", 0, 1180],
    ]);
  });

  it("who is new is one with who came back where they cannot be told apart", () =>
    expect(stepsOf(row(null, null)).map(({ name, label }) => [name, label])).toEqual([
      ["period before", "1 000"],
      ["new or back", "+130"],
      ["buying more", "+200"],
      ["buying less", "-50"],
      ["lost", "-100"],
      ["2026-Q3", "1 180"],
    ]));

  it("there are none without a period before", () => {
    expect(movementChart(content({}))).toBeNull();
    const first = row(null, null).map((cell, i) => (i === 7 ? null : cell));
    expect(movementChart(content({ retention: report(names, [first]) }))).toBeNull();
  });
});

describe("who moved", () => {
  it("counts by class, with those outside at both ends", () => {
    const moves = report("customer_name from_cell to_cell move", [
      ["Alder", "Aa", "Ab", "regraded"],
      ["Birch", "Bb", "Aa", "up"],
      ["Cedar", null, "C?", "new"],
      ["Dogwood", "Cd", null, "left"],
      ["Elm", null, null, "same"],
    ]);
    const chart = flowChart(content({ compare: moves }));
    expect(chart?.table).toEqual([
      ["on 2026-06-30", "on 2026-09-30", "customers"],
      ["A", "A", "1"],
      ["B", "A", "1"],
      ["C", "no longer", "1"],
      ["not yet", "C", "1"],
    ]);
    expect(chart?.description).toContain("1 of 4 customers are in the class they were in");
    expect(changeSentences(content({ compare: moves }))).toEqual([
      "1 customer moved up since 2026-06-30: Birch.",
      "1 customer left since 2026-06-30: Dogwood.",
    ]);
  });

  it("is not told without anybody, or without a comparison", () => {
    expect(flowChart(content({}))).toBeNull();
    expect(flowChart(content({ compare: report("from_cell to_cell", [[null, null]]) }))).toBeNull();
  });
});

describe("concentration", () => {
  it("turns the curve round: the largest first", () => {
    // Four customers with 10, 10, 20 and 60: the largest quarter has 60 %, a fifth of them, on the line to it, 48 %.
    const lorenz = [
      [0, 0],
      [0.25, 0.1],
      [0.5, 0.2],
      [0.75, 0.4],
      [1, 1],
    ];
    const measures = [{ measure: "revenue", customers: 4, lorenz }];
    const chart = paretoChart(content({ concentration: report("measure", [], { summary: { measures } }) }));
    const points = chart?.drawing.kind === "curve" ? chart.drawing.points : [];
    expect(points.map((point) => point.map((share) => Math.round(share * 100)))).toEqual([
      [0, 0],
      [25, 60],
      [50, 80],
      [75, 90],
      [100, 100],
    ]);
    expect(chart?.description).toContain("The largest 20 % have 48.0 % of the revenue.");
    expect(chart?.table.slice(1, 4)).toEqual([
      ["10.0 %", "24.0 %"],
      ["20.0 %", "48.0 %"],
      ["30.0 %", "64.0 %"],
    ]);
  });

  it("has no curve without a total", () => {
    const measures = [{ measure: "revenue", customers: 1, lorenz: [] }];
    expect(paretoChart(content({ concentration: report("measure", [], { summary: { measures } }) }))).toBeNull();
  });
});

describe("the matrix", () => {
  it("is the stronger the more there is to win, by its square root", () => {
    const { rows } = matrixGrid(
      report("cell class customers revenue increment", [
        ["Aa", "A", 2, units(300), units(100)],
        ["Bb", "B", 1, units(50), units(4)],
        ["Cd", "C", 1, units(5), units(-20)],
        ["D?", "D", 1, units(0), null],
      ]),
      words,
    );
    const boxes = rows.flatMap(({ boxes: own }) => own).filter(({ lines }) => lines.length > 0);
    expect(boxes.map(({ value, level, tone, lines }) => [value, level, tone, lines.at(-1)])).toEqual([
      ["Aa", 5, "good", "+100"],
      // √(4 / 100) × 5 = 1
      ["Bb", 1, "good", "+4"],
      ["Cd", 0, undefined, "-20"],
      ["D?", 0, "bad", "0"],
    ]);
  });
});

describe("cohorts", () => {
  it("shows the known ones by age, an unfinished one marked", () => {
    const grid = cohortGrid(
      content({
        cohorts: report("cohort period age customers customer_share unfinished cohort_size", [
          ["before 2026-Q1", "2026-Q1", null, 9, null, "no", null],
          ["2026-Q1", "2026-Q1", 0, 3, 1, "no", 3],
          ["2026-Q1", "2026-Q2", 1, 1, 1 / 3, "yes", 3],
          ["2026-Q2", "2026-Q2", 0, 1, 1, "yes", 1],
        ]),
      }),
    );
    expect(grid?.heads).toEqual(["began in", "customers", "0", "1"]);
    expect(grid?.rows.map(({ head, boxes }) => [head, ...boxes.map(({ lines }) => lines.join())])).toEqual([
      ["2026-Q1", "3", "100 %", "33 %*"],
      ["2026-Q2", "1", "100 %*", ""],
    ]);
  });

  it("is left out without any", () => expect(cohortGrid(content({}))).toBeNull());
});

describe("what to do", () => {
  it("names the first calls, what to repair, the unhappy, the cells and the lost", () => {
    const reports = {
      plan: report("customer_name cell increment first_action blocked_by", [
        ["Alder", "Aa", units(4_400_000), "visit", null],
        ["Birch", "Ba", units(10), "mend it", "detractor"],
        ["Cedar", "B?", null, "assess", null],
      ]),
      swot: report("customer_name quadrant revenue nps", [["Elm", "threat", units(500), -100]]),
      matrix: report("cell class customers increment", [
        ["Aa", "A", 1, units(4_400_000)],
        ["Db", "D", 3, units(9_000_000)],
      ]),
      winback: report("customer_name chase score", [
        ["Fir", "yes", units(10)],
        ["Gorse", "no", units(99)],
      ]),
    };
    expect(taskSentences(content(reports))).toEqual([
      "Alder (Aa, +4.4 million): visit.",
      "Cedar (B?): assess.",
      "Repair before any offer at 1 customer: Birch.",
      "1 valuable customer is not happy, with 500 of revenue: Elm.",
      "Most is to be won in Aa (1 customer, +4.4 million).",
      "Lost, and worth a call: Fir.",
    ]);
  });

  it("is nothing where there is nothing", () =>
    expect([...taskSentences(content({})), ...changeSentences(content({}))]).toEqual([]));
});

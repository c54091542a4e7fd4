import { describe, expect, it } from "vitest";
import type { Cell, Column, JsonValue, Report } from "../../../src/output/report.ts";
import type { QuarterContent, QuarterReports } from "../../../src/reports/quarter/content.ts";
import { flowChart } from "../../../src/reports/quarter/flows.ts";
import { changeSentences, taskSentences } from "../../../src/reports/quarter/headline.ts";
import { matrixGrid } from "../../../src/reports/quarter/matrix-grid.ts";
import { paretoChart } from "../../../src/reports/quarter/pareto.ts";
import { cohortGrid, movementChart } from "../../../src/reports/quarter/retention-charts.ts";
import { quarterSheets } from "../../../src/reports/quarter/sheets.ts";
import { quarterPage } from "../../../src/reports/quarter.ts";
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

const content = (reports: Partial<QuarterReports>, rest: Partial<QuarterContent> = {}): QuarterContent => ({
  reports: {
    ...{ customers: nothing, matrix: nothing, plan: nothing, triggers: nothing, nps: null, swot: null },
    ...{ retention: nothing, cohorts: nothing, value: nothing, concentration: nothing, stages: nothing },
    ...{ winback: nothing, icp: nothing, compare: null },
    ...reports,
  },
  period: "2026-Q3",
  unit: "quarter",
  unfinished: false,
  endsWithSales: true,
  previousEnd: "2026-06-30",
  asOf: "2026-09-30",
  months: 12,
  windowFrom: "2025-09-30",
  salesFrom: "2024-08-01",
  windowCovered: true,
  retainedBy: { basis: "sales", months: null },
  lostAfter: null,
  currency: "NOK",
  notices: [],
  remarks: [],
  leftOut: [],
  words,
  ...rest,
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
      "1 customer left since 2026-06-30, without sales or costs in the 12 months to 2026-09-30: Dogwood.",
    ]);
  });

  it("is not told without anybody, or without a comparison", () => {
    expect(flowChart(content({}))).toBeNull();
    expect(flowChart(content({ compare: report("from_cell to_cell", [[null, null]]) }))).toBeNull();
  });
});

describe("concentration", () => {
  const chartOf = (customers: number, lorenz: readonly (readonly number[])[], top20: number | null) =>
    paretoChart(
      content({
        concentration: report("measure top20_share", [["revenue", top20]], {
          summary: { measures: [{ measure: "revenue", customers, lorenz: lorenz.map((point) => [...point]) }] },
        }),
      }),
    );
  const curveOf = (chart: ReturnType<typeof chartOf>) => (chart?.drawing.kind === "curve" ? chart.drawing : null);
  const whole = (point: readonly number[]) => point.map((share) => Math.round(share * 100));

  it("turns the curve round: the largest first, in whole customers", () => {
    // Four customers with 10, 10, 20 and 60. A fifth of four is 0.8 and so one customer, with 60 %; three tenths are 1.2, one
    // too; four tenths 1.6, two with 80 of 100; nine tenths 3.6, all four.
    const lorenz = [
      [0, 0],
      [0.25, 0.1],
      [0.5, 0.2],
      [0.75, 0.4],
      [1, 1],
    ];
    const chart = chartOf(4, lorenz, 0.6);
    expect(curveOf(chart)?.points.map(whole)).toEqual([
      [0, 0],
      [25, 60],
      [50, 80],
      [75, 90],
      [100, 100],
    ]);
    expect(chart?.description).toContain("The largest 20 % (1 of 4 customers) have 60.0 % of the revenue.");
    expect(chart?.description).not.toContain("returns");
    expect(curveOf(chart)?.marks.map(({ at, label }) => [whole(at), label])).toEqual([
      [[25, 60], "20 % of customers: 60.0 %"],
    ]);
    expect([0, 1, 2, 3, 4, 9, 10].map((row) => chart?.table[row])).toEqual([
      ["largest customers", "customers", "share of the revenue"],
      ["10.0 %", "1", "60.0 %"],
      ["20.0 %", "1", "60.0 %"],
      ["30.0 %", "1", "60.0 %"],
      ["40.0 %", "2", "80.0 %"],
      ["90.0 %", "4", "100.0 %"],
      ["100.0 %", "4", "100.0 %"],
    ]);
  });

  it("the share is of the net total; the curve knows no returns, and says so", () => {
    // 60, 50 and −10: the largest has 60 of 100; of what the first two bought, 60 of 110.
    const lorenz = [
      [0, 0],
      [1 / 3, 0],
      [2 / 3, 50 / 110],
      [1, 1],
    ];
    const chart = chartOf(3, lorenz, 0.6);
    expect(chart?.description).toContain("The largest 20 % (1 of 3 customers) have 60.0 % of the revenue.");
    expect(chart?.description).toContain("of what the others bought the largest 20 % have 54.5 %.");
    expect(curveOf(chart)?.marks.map(({ at, label }) => [whole(at), label])).toEqual([
      [[33, 55], "20 % of customers: 60.0 %"],
    ]);
  });

  it("one customer has all, and is not marked", () => {
    const chart = chartOf(
      1,
      [
        [0, 0],
        [1, 1],
      ],
      1,
    );
    expect(chart?.description).toContain("The largest 20 % (1 of 1 customer) have 100.0 % of the revenue.");
    expect(curveOf(chart)?.marks).toEqual([]);
  });

  it("has no curve without a total", () => expect(chartOf(1, [], null)).toBeNull());
});

describe("what a customer is held to have done", () => {
  const names = "period group start lost new reactivated retention reason";
  const row: readonly Cell[] = ["2026-Q3", null, 53, 1, 0, 1, 52 / 53, "reactivated"];
  const said = (cells: readonly Cell[], rest: Partial<QuarterContent> = {}, latest: JsonValue = null) =>
    changeSentences(content({ retention: report(names, [cells], { summary: { latest } }) }, rest));
  const latest = { period: "2026-Q2", start: 54, kept: 50, retention: 50 / 54 };

  it.each([
    [{ basis: "sales", months: null }, "who bought in the period before, 52 bought again (98.1 %), 1 did not"],
    [
      { basis: "sales", months: 6 },
      "who bought in the 6 months before it, 52 bought in the 6 months up to its end (98.1 %), 1 did not",
    ],
    [{ basis: "contract", months: null }, "with a contract when it began, 52 have one still (98.1 %), 1 no longer"],
  ] as const)("%j", (retainedBy, words) =>
    expect(said(row, { retainedBy }, latest)).toEqual([`2026-Q3: of 53 customers ${words}; 1 came back after a gap.`]));

  it("an unfinished period is not lost yet, and the last finished one stands beside it", () =>
    // 50 of 54 is 92.6 %.
    expect(said(row, { unfinished: true, asOf: "2026-09-12" }, latest)).toEqual([
      "2026-Q3, up to the latest sale, 2026-09-12: of 53 customers who bought in the period before, 52 bought again (98.1 %), 1 not yet; 1 came back after a gap.",
      "In 2026-Q2, the last finished period, it was 92.6 %: 50 of 54 customers.",
    ]));

  it("a day that was named cuts it, not the sales", () =>
    expect(said(row, { unfinished: true, endsWithSales: false, asOf: "2026-09-12" })).toEqual([
      expect.stringMatching(/^2026-Q3, up to 2026-09-12: of 53 customers /),
    ]));

  it.each([
    ["nb", "sales", null, "av 1 kunde som kjøpte i perioden før, kjøpte 1 igjen (100,0\u00a0%), 0 ikke."],
    [
      "nb",
      "sales",
      6,
      "av 1 kunde som kjøpte i de 6 månedene før den, kjøpte 1 i de 6 månedene fram til slutten (100,0\u00a0%), 0 ikke.",
    ],
    [
      "nb",
      "contract",
      null,
      "av 1 kunde som hadde kontrakt ved begynnelsen, har 1 det fortsatt (100,0\u00a0%), 0 ikke lenger.",
    ],
    [
      "de",
      "sales",
      null,
      "von 1 Kunden mit einem Kauf in der Periode davor hat 1 wieder gekauft (100,0\u00a0%), 0 nicht.",
    ],
    [
      "de",
      "sales",
      1,
      "von 1 Kunden mit einem Kauf im letzten Monat davor hat 1 im letzten Monat bis zu ihrem Ende gekauft (100,0\u00a0%), 0 nicht.",
    ],
    ["de", "contract", null, "von 1 Kunden mit einem Vertrag am Anfang hat 1 noch einen (100,0\u00a0%), 0 nicht mehr."],
  ] as const)("%s, %s, %s", async (language, basis, months, words) => {
    const spoken = await loadWords(language, ["quarter"]);
    const [sentence] = said(["2026-Q3", null, 1, 0, 0, 0, 1, null], { retainedBy: { basis, months }, words: spoken });
    expect(sentence).toBe(`${language === "nb" ? "3. kvartal" : "3. Quartal"} 2026: ${words}`);
  });

  it("says where the sales do not cover the period before", () =>
    expect(said(row.with(-1, "previous_period_cut"))).toEqual([
      expect.stringContaining(
        "1 came back after a gap; the sales begin 2024-08-01 and do not cover the period before.",
      ),
    ]));

  it("lost in win-back is another thing, by the customer's gaps or by days", () => {
    const winback = report("customer_name chase score", [["Fir", "yes", units(10)]]);
    expect([null, 200].flatMap((lostAfter) => taskSentences(content({ winback }, { lostAfter })))).toEqual([
      "Worth a call, as they bought nothing for twice their usual gap, a year at least, or their contract has ended: Fir.",
      "Worth a call, as they bought nothing for 200 days or their contract has ended: Fir.",
    ]);
  });
});

describe("a window that the sales do not cover", () => {
  const short = { windowCovered: false, asOf: "2024-09-30", previousEnd: "2024-06-30", windowFrom: "2023-09-30" };
  const reports = {
    customers: report("customer_name revenue revenue_prior", [["Alder", units(2_800_000), null]]),
    plan: report("customer_name cell increment first_action blocked_by", [
      ["Alder", "Aa", units(2_300_000), "visit", null],
      ["Cedar", "B?", null, "assess", null],
    ]),
    matrix: report("cell class customers increment", [["Aa", "A", 1, units(2_300_000)]]),
    swot: report("customer_name quadrant revenue nps", [["Elm", "threat", units(500), -100]]),
    compare: report("customer_name from_cell to_cell move", [["Birch", "Bb", "Aa", "up"]], {
      summary: { comparable: false },
    }),
  };

  it("is told in the sentence of each figure, and nobody is said to have moved", () => {
    const given = content(reports, short);
    expect(changeSentences(given)).toEqual([
      "Revenue in the 12 months to 2024-09-30: 2.8 million NOK; the sales begin only on 2024-08-01, so that neither this window nor the one before is covered.",
      "2024-06-30 and 2024-09-30 are not comparable: the sales begin 2024-08-01 and do not cover the windows of both, so that the missing months are part of every move.",
    ]);
    expect(taskSentences(given)).toEqual([
      "Alder (Aa, +2.3 million by an incomplete window): visit.",
      "Cedar (B?): assess.",
      "1 valuable customer is not happy, with 500 of revenue in an incomplete window: Elm.",
      "Most is to be won in Aa (1 customer, +2.3 million); but a year's potential is held against the revenue since 2024-08-01 alone.",
    ]);
    expect(flowChart(given)?.description).toContain("the two are not comparable");
  });

  it("is told beside what a plan adds up to", () => {
    const plan = { ...nothing, summaryLines: [{ term: "to call", value: "2 customers, +2.3 million a year" }] };
    const concentration = report("measure", [], { summary: { measures: [] } });
    const termsOf = (rest: Partial<QuarterContent>) =>
      quarterPage(content({ plan, concentration }, rest))
        .sections.find(({ id }) => id === "plan")
        ?.blocks.flatMap((block) => (block.kind === "terms" ? block.terms : []));
    expect(termsOf({})).toEqual(plan.summaryLines);
    expect(termsOf(short)).toEqual([
      { term: "beware", value: expect.stringContaining("2024-08-01 and do not cover the window after 2023-09-30") },
      { term: "to call", value: "2 customers, +2.3 million a year (by an incomplete window)" },
    ]);
  });

  it.each(["en", "nb", "de"] as const)("is told in %s, and on the sheet too", async (language) => {
    const given = content(reports, { ...short, words: await loadWords(language, ["quarter"]) });
    const day = language === "en" ? "2024-08-01" : "01.08.2024";
    const [revenue, moved, ...more] = changeSentences(given);
    expect([revenue, moved, taskSentences(given).at(-1)]).toEqual(Array(3).fill(expect.stringContaining(day)));
    expect(more).toEqual([]);
    const summary = quarterSheets(given)[0]?.rows.map(([, value]) => String(value)) ?? [];
    expect(summary).toEqual(expect.arrayContaining([revenue, moved]));
    expect(summary.filter((value) => value.includes(day)).length).toBeGreaterThanOrEqual(4);
  });

  it("the months before it alone are another matter", () =>
    expect(changeSentences(content({ customers: reports.customers }))).toEqual([
      "Revenue in the 12 months to 2026-09-30: 2.8 million NOK; the months before are not covered by the exports.",
    ]));
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
      "Worth a call, as they bought nothing for twice their usual gap, a year at least, or their contract has ended: Fir.",
    ]);
  });

  it("is nothing where there is nothing", () =>
    expect([...taskSentences(content({})), ...changeSentences(content({}))]).toEqual([]));
});

// The program over fixtures/retention, whose README works every figure by hand.
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const folder = path.join(root, "fixtures/retention");

async function retention(...args: string[]) {
  const { code, out, err } = await run(["retention", folder, ...args]);
  expect(code, err).toBe(0);
  return { out, err, rows: parse(out, { columns: true, relax_column_count: true }) as Record<string, string>[] };
}

async function summary(...args: string[]) {
  const { code, out, err } = await run(["retention", folder, "--format", "json", ...args]);
  expect(code, err).toBe(0);
  return JSON.parse(out) as { summary: Record<string, unknown>; options: object; rows: Record<string, unknown>[] };
}

/** A table of the README's kind: a header, then a row a line, columns apart by spaces, `-` for an empty cell. */
const table = (text: string) => {
  const [header = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i], cell === "-" ? "" : cell])));
};

/** The same, of some columns and every row. */
const expectTable = (rows: readonly Record<string, string>[], text: string) => {
  const expected = table(text);
  const columns = Object.keys(expected[0] ?? {});
  expect(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))).toEqual(expected);
};

const columns =
  "period,start,new,reactivated,lost,won_and_lost,end,retention,retention_formula,unfinished,revenue_previous,revenue_new,revenue_reactivated,revenue_expansion,revenue_contraction,revenue_churned,revenue_current,nrr,grr,quick_ratio,group,arpa,reason";

describe("by sales", () => {
  it("customers", async () => {
    const { out, rows } = await retention();
    expect(out.split("\n")[0]).toBe(columns);
    expectTable(
      rows,
      `period  start new reactivated lost won_and_lost end retention retention_formula unfinished group reason
      2024-Q1 0     -   -           0    -            5   -         -                 no         -     no_start
      2024-Q2 5     -   -           3    -            2   0.4000    -                 no         -     new_not_known
      2024-Q3 2     -   -           0    -            2   1.0000    -                 no         -     new_not_known
      2024-Q4 2     -   -           0    -            2   1.0000    -                 no         -     new_not_known
      2025-Q1 2     1   1           0    -            4   1.0000    1.5000            no         -     reactivated
      2025-Q2 4     0   0           2    -            2   0.5000    0.5000            yes        -     -`,
    );
  });

  it("revenue", async () => {
    const { rows } = await retention();
    expectTable(
      rows,
      `revenue_previous revenue_new revenue_reactivated revenue_expansion revenue_contraction revenue_churned revenue_current nrr grr quick_ratio arpa
      0.00   -     -     0.00  0.00  0.00   460.00 -      -      -      92.00
      460.00 -     -     20.00 0.00  160.00 320.00 0.6957 0.6522 0.1250 160.00
      320.00 -     -     0.00  55.00 0.00   265.00 0.8750 0.8750 0.0000 132.50
      280.00 -     -     20.00 0.00  0.00   300.00 1.0714 1.0000 -      150.00
      300.00 30.00 60.00 0.00  50.00 0.00   340.00 0.8333 0.8333 1.8000 85.00
      340.00 0.00  0.00  15.00 0.00  230.00 125.00 0.3676 0.3824 0.0652 62.50`,
    );
  });

  it("with the user's word that the sales are complete", async () => {
    const { rows } = await retention("--history-from", "2024-01-01");
    expectTable(
      rows,
      `new reactivated retention_formula revenue_new revenue_reactivated quick_ratio reason
      3   2           -                 310.00      150.00              -           no_start
      0   0           0.4000            0.00        0.00                0.1250      -
      0   0           1.0000            0.00        0.00                0.0000      -
      0   0           1.0000            0.00        0.00                -           -
      1   1           1.5000            30.00       60.00               1.8000      reactivated
      0   0           0.5000            0.00        0.00                0.0652      -`,
    );
  });

  it("a day later the word does not hold for the first quarter", async () => {
    const { rows } = await retention("--history-from", "2024-01-02");
    expect(rows.map((row) => row.new)).toEqual(["", "0", "0", "0", "1", "0"]);
  });

  it("by month and by year", async () => {
    const months = (await retention("--period", "month")).rows;
    expect(months).toHaveLength(17);
    // A and C; then B and D: nobody stays.
    expect(months[1]).toMatchObject({ period: "2024-02", start: "2", end: "2", retention: "0.0000" });
    const { rows } = await retention("--period", "year");
    // 2024: A, B, C, D, F; 2025: A, B, D, E.
    expectTable(
      rows,
      `period start new end lost retention unfinished revenue_current
      2024    0     -   5   0    -         no         1345.00
      2025    5     1   4   2    0.6000    yes        465.00`,
    );
  });

  it("with an active window of six months who paused is kept", async () => {
    const { rows } = await retention("--active-window", "6");
    // E of 2024-Q2: A, B, C, D, F; then A, D; A, D; A, B, D, E; the same.
    expectTable(
      rows,
      `period start lost end retention
      2024-Q1 0     0    5   -
      2024-Q2 5     0    5   1.0000
      2024-Q3 5     3    2   0.4000
      2024-Q4 2     0    2   1.0000
      2025-Q1 2     0    4   1.0000
      2025-Q2 4     0    4   1.0000`,
    );
  });

  it("for each group, from its first customer on", async () => {
    const { rows } = await retention("--group", "segment");
    expectTable(
      rows.filter(({ group }) => group !== ""),
      `group    period  start lost end retention
      Food      2024-Q1 0     0    2   -
      Food      2024-Q2 2     1    1   0.5000
      Food      2024-Q3 1     0    1   1.0000
      Food      2024-Q4 1     0    1   1.0000
      Food      2025-Q1 1     0    1   1.0000
      Food      2025-Q2 1     1    0   0.0000
      Retail    2024-Q1 0     0    3   -
      Retail    2024-Q2 3     2    1   0.3333
      Retail    2024-Q3 1     0    1   1.0000
      Retail    2024-Q4 1     0    1   1.0000
      Retail    2025-Q1 1     0    2   1.0000
      Retail    2025-Q2 2     1    1   0.5000
      (unknown) 2025-Q1 0     0    1   -
      (unknown) 2025-Q2 1     0    1   1.0000`,
    );
  });
});

describe("a file that begins in the middle of a period", () => {
  // A month of 2024-Q4 (10), then whole quarters: A 30 and 40, B new.
  const lines = ["a,2024-12-01,10", "a,2025-02-01,30", "b,2025-02-01,20", "a,2025-05-01,40", "b,2025-06-30,10"];
  const place = () => folderOf({ "sales.csv": `customer_id,date,amount\n${lines.join("\n")}\n` });

  it("revenue is not compared with the rest of it", async () => {
    const { out, err } = await run(["retention", place(), "--history-from", "2024-12-01"]);
    expectTable(
      parse(out, { columns: true }),
      `period  start new reactivated lost end retention retention_formula revenue_previous revenue_expansion revenue_current nrr    grr    quick_ratio reason
      2024-Q4 0     -   -           0    1   -         -                 0.00             0.00              10.00           -      -      -           no_start
      2025-Q1 1     1   0           0    2   1.0000    1.0000            10.00            20.00             50.00           -      -      -           previous_period_cut
      2025-Q2 2     0   0           0    2   1.0000    1.0000            50.00            10.00             50.00           1.0000 0.8000 1.0000      -`,
    );
    expect(err).toContain(
      "note: not compared: revenue, in 2025-Q1: the sales cut the time before it (nrr, grr, quick_ratio are empty)\n",
    );
  });

  it("on a terminal too", async () => {
    const { out } = await run(["retention", place(), "--as-of", "2025-03-31", "--format", "table"]);
    expect(out).toMatch(/^revenue +2025-Q1: not compared, as the sales do not cover the time before it$/m);
  });

  it("an active window is held against all of its months", async () => {
    const { rows } = await retention("--active-window", "12");
    const cut = "previous_period_cut";
    expect(rows.map(({ reason }) => reason)).toEqual(["no_start", cut, cut, cut, "", ""]);
    expect(rows.map(({ nrr }) => nrr)).toEqual(["", "", "", "", "1.0333", "0.3676"]);
    const { err } = await retention("--active-window", "12");
    expect(err).toContain("not compared: revenue, up to 2024-Q4: ");
  });
});

it("a terminal shows the newest periods, unless they are sorted", async () => {
  // 45 months up to 2024-09.
  const months = Array.from(
    { length: 45 },
    (_, i) => `a,${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-15,1`,
  );
  const place = folderOf({ "sales.csv": `customer_id,date,amount\n${months.join("\n")}\n` });
  const show = async (...args: string[]) =>
    (await run(["retention", place, "--period", "month", "--format", "table", ...args])).out;
  expect(await show()).toMatch(/\n2021-06 [\s\S]*\n2024-09 .*\n… 5 earlier \(a pipe or -o FILE gets all\)\n/);
  expect(await show()).not.toContain("\n2021-05 ");
  expect(await show("--sort", "period")).toMatch(/\n2021-01 [\s\S]*\n2024-04 .*\n… 5 more /);
  expect(await show("--limit", "2")).toMatch(/\n2021-01 .*\n2021-02 .*\n$/);
});

describe("cohorts", () => {
  it("whoever is not known to be new is in none of its own", async () => {
    const { out, rows } = await retention("--cohorts");
    expect(out.split("\n")[0]).toBe(
      "cohort,period,age,customers,customer_share,revenue,revenue_share,unfinished,cohort_size",
    );
    const own = rows.map(({ cohort, ...row }) => ({ ...row, cohort: cohort?.replace(" ", "_") as string }));
    expectTable(
      own,
      `cohort        period  age customers customer_share revenue revenue_share unfinished cohort_size
      before_2025-Q1 2024-Q1 -   5         -              460.00  -             no         6
      before_2025-Q1 2024-Q2 -   2         -              320.00  -             no         6
      before_2025-Q1 2024-Q3 -   2         -              265.00  -             no         6
      before_2025-Q1 2024-Q4 -   2         -              300.00  -             no         6
      before_2025-Q1 2025-Q1 -   3         -              310.00  -             no         6
      before_2025-Q1 2025-Q2 -   1         -              80.00   -             yes        6
      2025-Q1        2025-Q1 0   1         1.0000         30.00   1.0000        no         1
      2025-Q1        2025-Q2 1   1         1.0000         45.00   1.5000        yes        1`,
    );
  });

  it("for each group: those of everybody first", async () => {
    const { out, rows } = await retention("--cohorts", "--group", "segment");
    expect(out.split("\n")[0]?.endsWith(",cohort_size,group")).toBe(true);
    const all = await retention("--cohorts");
    expect(rows.filter(({ group }) => group === "").map(({ group: _, ...row }) => row)).toEqual(all.rows);
    // E alone is known to be new, and has no segment.
    expectTable(
      rows.filter(({ cohort, group }) => cohort === "2025-Q1" && group !== ""),
      `group     period  age customers customer_share revenue
      (unknown) 2025-Q1 0   1         1.0000         30.00
      (unknown) 2025-Q2 1   1         1.0000         45.00`,
    );
    for (const row of all.rows.filter(({ age }) => age === "")) {
      const own = rows.filter(({ group, age, period }) => group !== "" && age === "" && period === row.period);
      expect(own.reduce((sum, { customers }) => sum + Number(customers), 0)).toBe(Number(row.customers));
      expect(own.reduce((sum, { revenue }) => sum + Number(revenue), 0)).toBe(Number(row.revenue));
    }
  });

  it("with history", async () => {
    const { rows } = await retention("--cohorts", "--history-from", "2024-01-01");
    expectTable(
      rows.filter(({ cohort }) => cohort === "2024-Q1"),
      `period age customers customer_share revenue revenue_share unfinished
      2024-Q1 0   3         1.0000         310.00  1.0000        no
      2024-Q2 1   1         0.3333         200.00  0.6452        no
      2024-Q3 2   1         0.3333         200.00  0.6452        no
      2024-Q4 3   1         0.3333         200.00  0.6452        no
      2025-Q1 4   1         0.3333         150.00  0.4839        no
      2025-Q2 5   0         0.0000         -20.00  -0.0645       yes`,
    );
  });

  it("as a heat map on a terminal, and not in a pipe", async () => {
    const args = ["retention", folder, "--cohorts", "--history-from", "2024-01-01"];
    const { out } = await run(args, { terminal: true, env: { NO_COLOR: "1" } });
    expect(out).toContain(
      [
        "cohort   size    0    1    2    3    4    5",
        "2024-Q1     3 █100 ▒ 33 ▒ 33 ▒ 33 ▒ 33 ░  0*",
        "2025-Q1     1 █100 █100*",
        "percent of the cohort that is active, by age in periods; * unfinished",
      ].join("\n"),
    );
    expect((await run(args, { terminal: true })).out).toContain("\u001b[32m█100");
    expect((await run(args)).out).not.toContain("█");
  });
});

describe("by contract", () => {
  it("customers and revenue", async () => {
    const { rows, err } = await retention("--basis", "contract");
    expectTable(
      rows,
      `period start new reactivated lost won_and_lost end retention retention_formula unfinished reason
      2023-Q1 0     1   0           0    0            1   -         -                 no         no_start
      2023-Q2 1     1   0           0    0            2   1.0000    1.0000            no         -
      2023-Q3 2     0   0           0    0            2   1.0000    1.0000            no         -
      2023-Q4 2     0   0           0    0            2   1.0000    1.0000            no         -
      2024-Q1 2     1   0           0    0            3   1.0000    1.0000            no         -
      2024-Q2 3     0   0           1    0            2   0.6667    0.6667            no         -
      2024-Q3 2     1   0           0    1            2   1.0000    0.5000            no         won_and_lost
      2024-Q4 2     0   0           0    0            2   1.0000    1.0000            no         -
      2025-Q1 2     1   0           1    0            2   0.5000    0.5000            no         -
      2025-Q2 2     0   0           0    0            2   1.0000    1.0000            yes        -`,
    );
    expectTable(
      rows.slice(3),
      `revenue_previous revenue_new revenue_reactivated revenue_expansion revenue_contraction revenue_churned revenue_current nrr grr quick_ratio arpa
      -      -     -    -     -     -     -      -      -      -      -
      -      -     -    -     -     -     220.00 -      -      -      73.33
      220.00 0.00  0.00 20.00 50.00 70.00 120.00 0.5455 0.4545 0.1667 60.00
      120.00 0.00  0.00 0.00  40.00 0.00  80.00  0.6667 0.6667 0.0000 40.00
      80.00  0.00  0.00 20.00 0.00  0.00  100.00 1.2500 1.0000 -      50.00
      100.00 30.00 0.00 60.00 0.00  0.00  190.00 1.6000 1.0000 -      95.00
      130.00 0.00  0.00 15.00 0.00  0.00  145.00 1.1154 1.0000 -      72.50`,
    );
    expect(err).toContain("note: left out: 3 customers without a start of contract\n");
  });

  it("without sales there is no revenue", async () => {
    const { out } = await run([
      ...["retention", "--customers", path.join(folder, "customers.csv"), "--basis", "contract"],
      ...["--as-of", "2025-05-15", "--what-if", "5", "--format", "json"],
    ]);
    const { rows, summary: told } = JSON.parse(out);
    expect(rows.at(-1)).toMatchObject({ end: 2, retention: 1, revenue_current: null, arpa: null });
    expect(told.what_if.reason).toBe("no_revenue");
  });
});

describe("early churn", () => {
  it("by sales, of the starts that are known", async () => {
    expect((await summary()).summary.early_churn).toEqual({
      ...{ days: 90, customers: 1, lost: 1, share: 1 },
      by_salesperson: [{ salesperson: "Cy", customers: 1, lost: 1, share: 1 }],
    });
    expect((await summary("--history-from", "2024-01-01")).summary.early_churn).toEqual({
      ...{ days: 90, customers: 3, lost: 2, share: 2 / 3 },
      by_salesperson: [
        { salesperson: "Bob", customers: 2, lost: 1, share: 0.5 },
        { salesperson: "Cy", customers: 1, lost: 1, share: 1 },
      ],
    });
    // F bought for the last time on its 80th day.
    expect((await summary("--early-churn-days", "79")).summary.early_churn).toMatchObject({ customers: 1, lost: 0 });
    expect((await summary("--early-churn-days", "80")).summary.early_churn).toMatchObject({ customers: 1, lost: 1 });
  });

  it("by contract", async () => {
    expect((await summary("--basis", "contract")).summary.early_churn).toMatchObject({ customers: 5, lost: 2 });
  });

  it("nobody can be judged", async () => {
    const { err } = await run(["retention", folder, "--as-of", "2024-12-31"]);
    expect(err).toContain("early churn: nobody began long enough ago, at a date that is known, to be judged\n");
  });
});

describe("what if", () => {
  it("five points more", async () => {
    const { summary: told, options } = await summary("--what-if", "+5");
    expect(options).toMatchObject({ period: "quarter", basis: "sales", what_if: 5 });
    expect(told.what_if).toEqual({
      points: 5,
      from: "2024-Q2",
      to: "2025-Q1",
      retention: 8 / 11,
      retention_then: 171 / 220, // 8/11 + 1/20 = 160/220 + 11/220
      lifetime: 11 / 3,
      lifetime_then: 220 / 49,
      mean_revenue: "122.50",
      margin: null,
      worth: "449.1667",
      worth_then: "550.00",
      customers: 4,
      gain: "403.3333",
      // 3/11 are lost.
      largest_points: 27.27,
      reason: null,
    });
  });

  it("in words", async () => {
    const { out } = await run(["retention", folder, "--what-if", "+5"], { terminal: true, env: { NO_COLOR: "1" } });
    expect(out).toContain("what if +5   retention 72.7 % (2024-Q2 to 2025-Q1) would be 77.7 %\n");
    expect(out).toContain("+403 over the 4 customers at the end of 2025-Q1\n");
    const { err } = await run(["retention", folder, "--what-if", "30"]);
    expect(err).toContain(
      "what if +30: retention 72.7 % (2024-Q2 to 2025-Q1) would be 100.0 %; then nobody would be lost, and a lifetime without end has no worth; the largest step that can be reckoned with is +27.27\n",
    );
    const down = await run(["retention", folder, "--what-if", "-80"]);
    expect(down.err).toContain(
      "would be 0.0 %; then fewer than nobody would stay; the largest step that can be reckoned with is -72.72\n",
    );
  });

  it("at the margin of the portfolio where every cost of goods is known", async () => {
    const lines = [
      "customer_id,date,amount,cost",
      "a,2024-01-01,100,80",
      "b,2024-01-01,100,80",
      "a,2024-04-01,200,160",
    ];
    const place = folderOf({ "sales.csv": `${lines.join("\n")}\na,2024-06-30,0,0\n` });
    const { out } = await run(["retention", place, "--what-if", "+5", "--format", "json"]);
    // 1 of 2 kept; revenue of 2024-Q2 200 from one customer, a fifth of it left: 40 a quarter, for 2 quarters, then 1/0.45.
    expect(JSON.parse(out).summary.what_if).toMatchObject({ margin: 0.2, worth: "80.00", worth_then: "88.8889" });
  });

  it.each(["five", "0", "101", "5.125", ""])("%j is no number of points", async (points) => {
    const { code, err } = await run(["retention", folder, "--what-if", points]);
    expect(code).toBe(2);
    expect(err).toContain("percentage points");
  });
});

describe("errors", () => {
  it("an active window is of purchases", async () => {
    const { code, err } = await run(["retention", folder, "--basis", "contract", "--active-window", "6"]);
    expect(code).toBe(2);
    expect(err).toContain("--active-window counts purchases");
  });

  it("without sales lines", async () => {
    const place = folderOf({ "customers.csv": "customer_id,since\na,2024-01-01\n" });
    const { code, err } = await run(["retention", place]);
    expect(code).toBe(3);
    expect(err).toContain("--basis contract");
  });

  it("by contract without a start", async () => {
    const sales = "customer_id,date,amount\na,2024-01-01,1\n";
    const without = folderOf({ "sales.csv": sales });
    expect(await run(["retention", without, "--basis", "contract"])).toMatchObject({ code: 3 });
    const later = folderOf({ "sales.csv": sales, "customers.csv": "customer_id,since\na,2024-01-02\n" });
    const { code, err } = await run(["retention", later, "--basis", "contract"]);
    expect(code).toBe(3);
    expect(err).toContain("customers.csv: no customer has a start of contract (since) up to 2024-01-01");
  });

  it("an unknown setting", async () => {
    const place = folderOf({
      "sales.csv": "customer_id,date,amount\na,2024-01-01,1\n",
      "portfolio.yaml": "retention:\n  early_churn_day: 3\n",
    });
    const { code, err } = await run(["retention", place]);
    expect(code).toBe(3);
    expect(err).toContain("did you mean early_churn_days");
  });
});

it("settings stand where no flag does", async () => {
  const place = folderOf({
    "sales.csv": "customer_id,date,amount\na,2024-01-01,1\na,2024-07-01,1\n",
    "portfolio.yaml": "retention:\n  period: month\n  active_window: 6\n",
  });
  const month = await run(["retention", place, "--columns", "period,end"]);
  expect(month.out).toBe("period,end\n2024-01,1\n2024-02,1\n2024-03,1\n2024-04,1\n2024-05,1\n2024-06,1\n2024-07,1\n");
  const year = await run(["retention", place, "--columns", "period,end", "--period", "year"]);
  expect(year.out).toBe("period,end\n2024,1\n");
});

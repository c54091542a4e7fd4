// The figures of fixtures/nps, worked by hand. Window 2025-07-01 to 2026-06-30; scores in it by account:
//   101 Alder    Ada 7, later 9; Bo 8       own NPS 50     105 Elm     Eva 6                −100
//   102 Birch    Hal was asked              silent         106 Fir     Fay 9                 100
//   103 Cedar    Cem 9, later 10            100            107 Gorse   Gil 4                −100
//   104 Dogwood  Dag asked, 3, later 5      −100           108 Hazel   Ike 10 and 7 on a day   0
//   no customer  10                                        109 Ivy     Jo was asked
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

async function nps(...args: readonly string[]): Promise<Record<string, string>[]> {
  const { code, out, err } = await run(["nps", "fixtures/nps", "--format", "csv", ...args]);
  expect(code, err).toBe(0);
  return rowsOf(out);
}

const pick = (rows: readonly Record<string, string>[], ...columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => row[column]));

describe("portfolio nps", () => {
  it("every column of the four ways", async () => {
    const { code, out } = await run(["nps", "fixtures/nps"]);
    expect(code).toBe(0);
    // By response: 7 9 9 8 10 3 6 9 4 10 10 7 5, so 6, 3 and 4 of 13; 16 asked. 6/13 + 4/13 − (2/13)² = 0.74556,
    // √(0.74556/13) = 0.239480, × 196 = 46.938. Those who answered bought for 213,000 of 300,000.
    // Respondents: 9 8 10 5 6 9 4 7 of 10 asked: 0 ± 196·√(0.75/8) = 60.01.
    // Accounts: 8 10 5 6 9 4 7 of 9 asked: −1/7; 5/7 − 1/49 = 0.69388, √(0.69388/7) = 0.314842, × 196 = 61.709.
    // Mean of 50, 100, −100, −100, 100, −100, 0.
    expect(out.split("\n")).toEqual([
      "method,period,group,answers,promoters,passives,detractors,nps,nps_low,nps_high,response_rate,revenue_coverage",
      "by_response,,,13,6,3,4,15.38,-31.55,62.32,0.8125,0.7100",
      "latest_per_respondent,,,8,3,2,3,0.00,-60.01,60.01,0.8000,0.7100",
      "latest_per_account,,,7,2,2,3,-14.29,-75.99,47.42,0.7778,0.7100",
      "account_mean,,,7,,,,-7.14,,,0.7778,0.7100",
      "",
    ]);
  });

  it("by quarter: all of the file, gaps too, and the change against the quarter before", async () => {
    const rows = await nps("--period", "quarter");
    expect(pick(rows.slice(0, 6), "period", "answers", "nps", "trend")).toEqual([
      ["2025-Q1", "3", "0.00", ""],
      ["2025-Q2", "0", "", ""],
      ["2025-Q3", "2", "50.00", ""],
      ["2025-Q4", "0", "", ""],
      ["2026-Q1", "8", "12.50", ""],
      ["2026-Q2", "3", "0.00", "-12.50"],
    ]);
    expect(rows).toHaveLength(24);
    expect(Object.keys(rows[0] as object).at(-1)).toBe("trend");
  });

  it("says where intervals are no certainty", async () => {
    const words = "from fewer than 5 answers, or from one kind of answer (no width), they are no certainty";
    const show = async (...args: string[]) =>
      (await run(["nps", "fixtures/nps", "--format", "table", "--quiet", ...args])).out;
    expect(await show()).not.toContain(words);
    expect(await show("--group", "segment")).toContain(`\nintervals         ${words}\n`);
    const { err } = await run(["nps", "fixtures/nps", "--period", "quarter"]);
    expect(err).toContain(`note: intervals: ${words}\n`);
    const lines = (...scores: number[]) => scores.map((score, i) => `c${i},2026-01-0${i + 1},${score}\n`).join("");
    const of = async (...scores: number[]) => {
      const cwd = folderOf({ "nps.csv": `customer_id,date,score\n${lines(...scores)}` });
      return (await run(["nps", "--nps", "nps.csv", "--format", "table"], { cwd })).out.includes(words);
    };
    expect(await of(10, 9, 3, 4)).toBe(true);
    expect(await of(10, 9, 3, 4, 5)).toBe(false);
    expect(await of(7, 8, 7, 8, 7)).toBe(true);
    expect(await of(9, 9, 9, 9, 9)).toBe(true);
    expect(await of(1, 1, 1, 1, 1)).toBe(true);
  });

  it.each([
    ["month", "2025-02"],
    ["year", "2025"],
  ])("by %s", async (unit, first) => expect((await nps("--period", unit))[0]?.period).toBe(first));

  it("by segment, what is not known as a group of its own", async () => {
    const rows = (await nps("--group", "segment")).filter(({ method }) => method === "by_response");
    // Hotels: 3, 10, 7, 5 of 6 asked; of 118,000 they answered for 38,000.
    expect(pick(rows, "group", "answers", "nps", "response_rate", "revenue_coverage")).toEqual([
      ["", "13", "15.38", "0.8125", "0.7100"],
      ["Health", "3", "33.33", "1.0000", "1.0000"],
      ["Hotels", "4", "-25.00", "0.6667", "0.3220"],
      ["Retail", "5", "20.00", "0.8333", "0.9615"],
      ["(unknown)", "1", "100.00", "1.0000", "0.0000"],
    ]);
  });

  it("by class: what classify concludes", async () => {
    const rows = await nps("--group", "class");
    expect(pick(rows.slice(0, 5), "group", "answers")).toEqual([
      ["", "13"],
      ["A", "3"],
      ["B", "9"],
      ["C", "0"],
      ["(unknown)", "1"],
    ]);
  });

  it("an attribute of the sales lines serves where the customers file has none", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount,segment\n1,2026-01-31,10,Retail\n2,2026-01-31,10,\n",
      "nps.csv": "customer_id,date,score\n1,2026-01-31,9\n2,2026-01-31,0\n",
    });
    const { out } = await run(["nps", ".", "--group", "segment"], { cwd });
    expect(pick(rowsOf(out).slice(0, 3), "group", "nps")).toEqual([
      ["", "0.00"],
      ["Retail", "100.00"],
      ["(unknown)", "-100.00"],
    ]);
  });

  it("the summary of the table", async () => {
    const { out } = await run(["nps", "fixtures/nps", "--format", "table", "--quiet"]);
    expect(out.split("\n").slice(0, 9)).toEqual([
      "as of             2026-06-30, window of 12 months after 2025-06-30",
      "NPS               15.38, 95 % interval -31.55 to 62.32",
      "answers           13: 6 promoters, 3 passives, 4 detractors",
      "                  by 8 respondents of 7 accounts, 1 without a customer",
      "response rate     81.3 %, 13 of 16 invitations",
      "revenue coverage  71.0 % of the revenue is from customers who answered",
      "silent A          1 of 2: Birch Hotels",
      // (90 + 40 + 15) / 3 thousand; (30 + 20 + 10) / 3; 298,000 / 9.
      "mean revenue      NPS above 0: 48 333 (3), below 0: 20 000 (3)",
      "                  existing: 33 111 (9), new: 2 000 (1)",
    ]);
  });

  it("the summary in json, silent customers and own figures with it", async () => {
    const { out } = await run(["nps", "fixtures/nps", "--format", "json", "--group", "owner"]);
    const { command, options, summary, rows } = JSON.parse(out);
    expect(command).toBe("nps");
    expect(options).toMatchObject({ period: null, group: "owner" });
    expect(summary).toMatchObject({
      answers: 13,
      respondents: 8,
      accounts: 7,
      answers_without_customer: 1,
      unanswered: 3,
      response_rate: 0.8125,
      response_rate_reason: null,
      revenue_coverage: 0.71,
      class_a: 2,
      silent_a: [{ customer_id: "102", customer_name: "Birch Hotels", revenue: "80000.00" }],
      own_figures: {
        nps_above_zero: { customers: 3, mean_revenue: "48333.3333" },
        nps_below_zero: { customers: 3, mean_revenue: "20000.00" },
        existing_customers: { customers: 9, mean_revenue: "33111.1111" },
        new_customers: { customers: 1, mean_revenue: "2000.00" },
      },
    });
    expect(rows[0]).toMatchObject({ method: "by_response", period: null, group: null, nps_low: expect.any(Number) });
  });

  it("bare rows leave a remark of who is silent", async () => {
    const { err } = await run(["nps", "fixtures/nps"]);
    expect(err).toContain("note: silent A customers: 1 of 2: Birch Hotels\n");
  });

  it("a window without 12 months of sales before it does not tell new customers from old, unless the user vouches", async () => {
    const summary = async (...args: readonly string[]) =>
      JSON.parse((await run(["nps", "fixtures/nps", "--as-of", "2026-05-31", "--format", "json", ...args])).out).summary
        .own_figures;
    expect(await summary()).toMatchObject({ existing_customers: null, new_customers: null });
    expect(await summary("--history-from", "2024-01-01")).toMatchObject({ new_customers: { customers: 1 } });
    const { out } = await run(["nps", "fixtures/nps", "--as-of", "2026-05-31", "--format", "table"]);
    expect(out).toContain("existing and new: not known");
  });
});

describe("a survey alone", () => {
  const survey = "customer_id,date,score\na,2026-01-31,9\nb,2025-12-01,3\n";

  it("is dated by its last answer; what needs sales or invitations is empty, and said", async () => {
    const cwd = folderOf({ "nps.csv": survey });
    const { code, out, err } = await run(["nps", "--nps", "nps.csv"], { cwd });
    expect(code).toBe(0);
    expect(out.split("\n")[1]).toBe("by_response,,,2,1,0,1,0.00,-100.00,100.00,,");
    expect(err).toContain("note: as of 2026-01-31, window of 12 months after 2025-01-31\n");
    expect(err).toContain("note: response rate: not known, as the files hold no invitation without an answer\n");
    expect(err).toContain("note: revenue coverage: not known without sales lines\n");
    const table = await run(["nps", "--nps", "nps.csv", "--format", "table"], { cwd });
    expect(table.out).toContain("response rate     not known, as the files hold no invitation without an answer\n");
    expect(table.out).not.toContain("silent A");
    expect(table.out).not.toContain("mean revenue");
  });

  it("without an answer in the window says so", async () => {
    const cwd = folderOf({ "nps.csv": "customer_id,date,score\na,2024-01-31,9\nb,2024-01-31,\n" });
    const { code, out, err } = await run(["nps", "--nps", "nps.csv", "--as-of", "2026-01-31"], { cwd });
    expect(code).toBe(0);
    expect(out.split("\n")[1]).toBe("by_response,,,0,0,0,0,,,,,");
    expect(err).toContain("note: no answer in the window\n");
    const table = await run(["nps", "--nps", "nps.csv", "--as-of", "2026-01-31", "--format", "table"], { cwd });
    expect(table.out).toContain("NPS               nobody answered in the window\n");
    expect(table.out).toContain("response rate     nobody was asked in the window\n");
  });

  it("a revenue that is not above zero covers nothing", async () => {
    const cwd = folderOf({ "nps.csv": survey, "sales.csv": "customer_id,date,amount\na,2026-01-31,-5\n" });
    const { err } = await run(["nps", "."], { cwd });
    expect(err).toContain("note: revenue coverage: not known, as the revenue in the window is not above zero\n");
  });
});

it("names five silent customers and counts the others", async () => {
  const ids = Array.from({ length: 30 }, (_, i) => `c${String(i + 1).padStart(2, "0")}`);
  const cwd = folderOf({
    "sales.csv": `customer_id,date,amount\n${ids.map((id) => `${id},2026-01-31,10`).join("\n")}\n`,
    "nps.csv": "customer_id,date,score\nc01,2026-01-31,9\n",
  });
  // All are equal and share class A.
  const { err } = await run(["nps", "."], { cwd });
  expect(err).toContain("silent A customers: 29 of 30: c02, c03, c04, c05, c06, 24 more\n");
});

describe("what it refuses", () => {
  it("a score of 11 is a bad row", async () => {
    const folder = path.join("fixtures", "errors", "nps-11");
    const stopped = await run(["nps", folder]);
    expect([stopped.code, stopped.out]).toEqual([3, ""]);
    expect(stopped.err).toContain('nps.csv:3: score "11" is not a score');
    const { code, err } = await run(["nps", folder, "--on-bad-row", "skip"]);
    expect(code).toBe(0);
    expect(err).toContain("1 row could not be read");
  });

  it("a folder without a survey", async () => {
    const { code, err } = await run(["nps", "fixtures/errors/no-sales"]);
    expect(code).toBe(3);
    expect(err).toContain("there are no survey answers");
  });

  it.each([[], ["--launch"]])("a survey under another name is named: %j", async (...args) => {
    const rows = "customer_id,date,score\na,2026-01-31,9\n";
    const cwd = folderOf({ "sales.csv": "customer_id,date,amount\na,2026-01-31,10\n", "answers-q1.csv": rows });
    const { code, err } = await run(["nps", ".", ...args.flat()], { cwd });
    expect(code).toBe(3);
    expect(err).toContain("  sales: sales.csv, 1 row\n  not used, as the name says no role: answers-q1.csv\ntry: ");
  });

  it.each([
    ["--group", "colour", "segment, industry, country, region, owner"],
    ["--period", "week", "month, quarter, year"],
  ])("%s %s, and lists what there is", async (option, value, known) => {
    const { code, err } = await run(["nps", "fixtures/nps", option, value]);
    expect(code).toBe(2);
    expect(err).toContain(known);
  });

  it("a trend without periods", async () => {
    const { code } = await run(["nps", "fixtures/nps", "--columns", "nps,trend"]);
    expect(code).toBe(2);
  });
});

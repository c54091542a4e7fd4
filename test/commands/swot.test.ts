// The figures of fixtures/nps, worked by hand; what each customer answered is in nps.test.ts. Revenue in thousands: 90, 80, 40,
// 30, 20, 15, 10, 8, 5, 2; the median is 17.5.
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const swot = async (...args: readonly string[]) => {
  const { code, out, err } = await run(["swot", "fixtures/nps", "--quiet", ...args]);
  expect(code, err).toBe(0);
  return out;
};

describe("portfolio swot", () => {
  it("every column", async () =>
    expect((await swot()).split("\n")).toEqual([
      "customer_id,customer_name,quadrant,revenue,nps,answers",
      "104,Dogwood Inns,threat,30000.00,-100.00,2",
      "105,Elm Grocers,threat,20000.00,-100.00,1",
      "106,Fir & Sons,opportunity,15000.00,100.00,1",
      "101,Alder Foods,strength,90000.00,50.00,3",
      "103,Cedar Clinics,strength,40000.00,100.00,2",
      "102,Birch Hotels,no_signal,80000.00,,0",
      "109,Ivy Bakery,no_signal,5000.00,,0",
      "110,Juniper,no_signal,2000.00,,0",
      "107,Gorse Care,weakness,10000.00,-100.00,1",
      "108,Hazel Lodge,weakness,8000.00,0.00,2",
      "",
    ]));

  it("the cut lines and what each quadrant holds", async () => {
    const table = await swot("--format", "table");
    expect(table).toContain("high value         revenue from 17500.00, the median\n");
    expect(table).toContain("high satisfaction  NPS above 0.00\n");
    expect(table).toMatch(/^threat +2 +20\.0 % +50 000 +16\.7 %$/m);
    expect(table).toMatch(/^no_signal +3 +30\.0 % +87 000 +29\.0 %$/m);
  });

  it("cuts of one's own", async () => {
    const rows = await swot("--value-cut", "10000.00", "--nps-cut", "50", "--columns", "customer_id,quadrant");
    // 101 with 50 is not above 50; 106 and 107 are of high value now.
    expect(rows.split("\n")).toEqual(
      expect.arrayContaining(["101,threat", "106,strength", "107,threat", "108,weakness"]),
    );
    const { err } = await run(["swot", "fixtures/nps", "--value-cut", "10000", "--nps-cut", "-5.5"]);
    expect(err).toContain("note: high value: revenue from 10000.00; high satisfaction: NPS above -5.50\n");
  });

  it("in json, with the options", async () => {
    const { options, summary, rows } = JSON.parse(await swot("--format", "json", "--nps-cut", "10"));
    expect(options).toMatchObject({ value_cut: null, nps_cut: 10 });
    expect(summary).toMatchObject({
      customers: 10,
      revenue: "300000.00",
      value_cut: "17500.00",
      value_cut_is: "median",
      nps_cut: 10,
      answered_without_sales: 0,
    });
    expect(summary.quadrants[0]).toEqual({
      quadrant: "threat",
      customers: 2,
      customer_share: 0.2,
      revenue: "50000.00",
      revenue_share: 50 / 300,
    });
    expect(rows[5]).toMatchObject({ customer_id: "102", quadrant: "no_signal", nps: null });
  });

  it("counts who answered without a sale", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount,currency\na,2026-01-31,10,NOK\n",
      "nps.csv": "customer_id,date,score\nb,2026-01-31,9\n",
      "customers.csv": "customer_id\na\nb\n",
    });
    const { err } = await run(["swot", "."], { cwd });
    expect(err).toContain("note: high value: revenue from 10.00 NOK, the median; high satisfaction: NPS above 0.00\n");
    expect(err).toContain("note: 1 customer answered without a sales line in the window: in no quadrant\n");
  });

  it("without a line in the window has no cut", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2024-01-31,10\n",
      "nps.csv": "customer_id,date,score\na,2026-01-31,9\n",
    });
    const { code, out, err } = await run(["swot", ".", "--as-of", "2026-01-31"], { cwd });
    expect([code, out]).toEqual([0, "customer_id,customer_name,quadrant,revenue,nps,answers\n"]);
    expect(err).toContain("high value: nobody has a sales line in the window");
  });
});

describe("what it refuses", () => {
  it.each([
    ["--value-cut", "much"],
    ["--nps-cut", "101"],
    ["--nps-cut", "-101"],
    ["--nps-cut", "high"],
  ])("%s %s", async (option, value) => {
    const { code, out } = await run(["swot", "fixtures/nps", option, value]);
    expect([code, out]).toEqual([2, ""]);
  });

  it.each([
    ["a survey", "sales.csv", "customer_id,date,amount\na,2026-01-31,10\n", "there are no survey answers"],
    ["sales", "nps.csv", "customer_id,date,score\na,2026-01-31,9\n", "there are no sales lines"],
  ])("a folder without %s, and the file that nobody read", async (_, name, content, message) => {
    const { code, err } = await run(["swot", "."], {
      cwd: folderOf({ [name]: content, "export-7.csv": "a,b\n1,2\n" }),
    });
    expect(code).toBe(3);
    expect(err).toContain(message);
    expect(err).toContain("  not used, as the name says no role: export-7.csv\n");
  });
});

// The figures of fixtures/value, worked by hand. D = 2026-06-30, W begins with 2025-07-01.
//   101  since 2021-06-30: 1,826 days, 4.9994 years. W: 40,000 − 24,000 − 1,000 = 15,000, margin 0.375. 40,000 × 4.99942 =
//        199,976.73; × 0.375 = 74,991.27. Own cost of winning 3,000: 74,991.27 / 3,000; 3,000 / (15,000 / 12) = 2.4.
//        All time: 100,000 − 60,000 − 1,000 = 39,000.
//   102  from 2024-07-10: 720 days. W: 10,000 − 11,000 = −1,000. All time: 30,000 − 26,000 = 4,000.
//   103  from 2026-02-01, 149 days, counts a year: 5,000; 0.6 of it 3,000; 3,000 / 2,000 = 1.5; 2,000 / (3,000 / 12) = 8.
//   104  new, its cost of goods is not known. 105 lapsed, 12,000 − 9,000. 106 returned only: −500 + 300. 107 is a prospect.
// Average cost of winning: (3,000 of nobody + 1,000 of 107) / 2 new customers (103, 104) = 2,000.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const value = async (folder: string, ...args: readonly string[]) => {
  const { code, out, err } = await run(["value", folder, "--quiet", ...args]);
  expect(code, err).toBe(0);
  return out;
};
const json = async (folder: string, ...args: readonly string[]) =>
  JSON.parse(await value(folder, "--format", "json", ...args));

const header =
  "customer_id,customer_name,clv_simple,tenure_years,annual_revenue,revenue_total,contribution_total,margin,clv_margin,cac,cac_basis,ltv_cac,payback_months";

describe("portfolio value", () => {
  it("every column", async () =>
    expect((await value("fixtures/value")).split("\n")).toEqual([
      header,
      "101,Alder Foods,199976.73,4.9994,40000.00,100000.00,39000.00,0.3750,74991.27,3000.00,own,24.9971,2.4000",
      "102,Birch Hotels,19712.93,1.9713,10000.00,30000.00,4000.00,-0.1000,-1971.29,2000.00,average,-0.9856,",
      "104,Dogwood Inns,8000.00,0.0000,8000.00,8000.00,,,,2000.00,average,,",
      "103,Cedar Clinics,5000.00,0.4079,5000.00,5000.00,3000.00,0.6000,3000.00,2000.00,average,1.5000,8.0000",
      "105,Elm Grocers,0.00,2.0397,0.00,12000.00,3000.00,,,2000.00,average,,",
      "106,Fir & Sons,,,-500.00,-500.00,-200.00,,,2000.00,average,,",
      "",
    ]));

  it("says what could not be said", async () => {
    const { err } = await run(["value", "fixtures/value"]);
    expect(err).toContain("note: not known: margin of 3 of 6 customers\n");
    expect(err).toContain("note: not known: contribution of all time of 1 of 6 customers\n");
    expect(err).toContain("note: 1 customer without a sales line: in no row\n");
    expect(err).not.toContain("average acquisition cost");
  });

  it("what they come to", async () => {
    const { summary, options } = await json("fixtures/value");
    expect(options).toMatchObject({ predict: false, group: null });
    expect(options).not.toHaveProperty("model");
    expect(summary).toMatchObject({
      customers: 6,
      clv_simple: { customers: 5, total: "232689.6583", mean: "46537.9317" },
      // 39,000 + 4,000 + 3,000 + 3,000 − 200
      contribution_total: { customers: 5, total: "48800.00", mean: "9760.00" },
      cac: { customers: 6, total: "13000.00", mean: "2166.6667" },
      // (15,000 − 1,000 + 3,000) / (40,000 + 10,000 + 5,000); 7,000 / (17,000 / 12)
      margin: 17 / 55,
      payback_months: 84 / 17,
      customers_without_sales: 1,
      acquisition: { costs: "4000.00", rows: 2, new_customers: 2, average: "2000.00", reason: null },
    });
    expect(summary).not.toHaveProperty("models");
    expect(summary).not.toHaveProperty("groups");
  });

  it("by group: a table above the rows, and a column", async () => {
    const table = await value("fixtures/value", "--group", "segment", "--format", "table");
    expect(table).toMatch(/^Food +2 +199 977 +99 988 +37\.5 % +74 991 +2 500 +25\.0 +2\.4$/m);
    expect(table).toMatch(/^Hotels +2 +27 713 +13 856 +-10\.0 % +-1 971 +2 000 +-1\.0$/m);
    expect(table).toMatch(/^101 +Alder Foods .* Food$/m);
    const { summary, rows } = await json("fixtures/value", "--group", "segment");
    expect(summary.groups.map(({ group, customers }: Record<string, unknown>) => [group, customers])).toEqual([
      ["Care", 2],
      ["Food", 2],
      ["Hotels", 2],
    ]);
    expect(rows.map(({ group }: Record<string, unknown>) => group)).toEqual([
      ...["Food", "Hotels", "Hotels", "Care", "Food", "Care"],
    ]);
  });

  it("without costs has lifetime values, and says what is missing", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2023-06-30,10\na,2026-06-30,20\n",
      "portfolio.yaml": "value:\n  horizon: 24\n",
    });
    const { code, out, err } = await run(["value", ".", "--as-of", "2026-06-30"], { cwd });
    // 1,096 days: 20 × 1,096 / 365.2425 = 60.0149…
    expect([code, out]).toEqual([0, `${header}\na,,60.01,3.0007,20.00,30.00,,,,,,,\n`]);
    expect(err).toContain(
      "note: average acquisition cost: not known, as there are no acquisition costs in the window\n",
    );
    const table = await run(["value", ".", "--as-of", "2026-06-30", "--format", "table"], { cwd });
    expect(table.out).toContain("average cac  not known, as there are no acquisition costs in the window\n");
    expect(table.out).not.toContain("ltv_cac  ");
  });

  it("by status and class, of the window", async () => {
    const { summary } = await json("fixtures/value", "--group", "status");
    expect(summary.groups.map(({ group }: Record<string, unknown>) => group)).toEqual(["active", "lapsed"]);
  });

  it("with the history cut on the left has no average", async () => {
    const { summary, rows } = await json("fixtures/value", "--window", "13");
    expect(summary.acquisition).toMatchObject({ average: null, new_customers: null, reason: "new_not_known" });
    expect(rows.map(({ cac_basis }: Record<string, unknown>) => cac_basis)).toEqual([
      ...["own", null, null, null, null, null],
    ]);
    const { summary: said } = await json("fixtures/value", "--window", "13", "--history-from", "2024-06-01");
    expect(said.acquisition).toMatchObject({ new_customers: 2, reason: null });
  });
});

describe("portfolio value --predict", () => {
  const shop = "fixtures/purchases";

  it("adds four columns and what they are of", async () => {
    const [names = "", first = ""] = (await value(shop, "--predict")).split("\n");
    expect(names).toBe(`${header},p_alive,expected_purchases,expected_spend,clv_predicted,clv_predicted_of`);
    expect(first).toMatch(/^W1101,.*,0\.98\d\d,\d+\.\d{4},\d+\.\d\d,\d+\.\d\d,contribution$/);
  });

  it("states the models, and on a holdout how well they do", async () => {
    const { summary, options, rows } = await json(shop, "--predict", "--holdout", "26w");
    expect(options).toMatchObject({
      predict: true,
      model: "mbg_nbd",
      horizon: 36,
      discount_rate: 10,
      holdout_weeks: 26,
    });
    expect(summary.models.map(({ name }: Record<string, unknown>) => name)).toEqual([
      ...["mbg_nbd", "bg_nbd", "pareto_nbd", "gamma_gamma"],
    ]);
    const [mbg] = summary.models;
    expect(mbg).toMatchObject({ chosen: true, customers: 160, reason: null, message: null });
    expect(Object.keys(mbg.parameters)).toEqual(["r", "alpha", "a", "b"]);
    expect(Object.keys(mbg.standard_errors)).toEqual(["r", "alpha", "a", "b"]);
    expect(mbg.log_likelihood).toBeLessThan(0);
    const { expected_purchases, clv_of_contribution, clv_of_revenue } = summary.predicted;
    expect(clv_of_contribution.customers + clv_of_revenue.customers).toBe(160);
    const expected = rows.reduce((sum: number, row: Record<string, number>) => sum + (row.expected_purchases ?? 0), 0);
    expect(expected_purchases).toBeCloseTo(expected, 6);
    expect(summary.holdout).toMatchObject({
      weeks: 26,
      fitted_to: "2025-12-30",
      customers: 138,
      actual_purchases: 150,
    });
    for (const { calibration } of summary.holdout.models)
      expect(calibration.reduce((sum: number, row: Record<string, number>) => sum + (row.customers ?? 0), 0)).toBe(138);
  });

  it("shows both on a terminal", async () => {
    const table = await value(shop, "--predict", "--holdout", "26", "--format", "table", "--model", "bg_nbd");
    expect(table).toContain("by bg_nbd, 36 months ahead, discounted by 10 % a year\n");
    expect(table).toMatch(/^pareto_nbd +log-likelihood -\d+\.\d\d of 160 customers$/m);
    expect(table).toMatch(/^ +p \d+\.\d{3} ± \d+\.\d{3}, q \d+\.\d{3} ± .*, gamma/m);
    expect(table).toContain("150 purchases in the 26 weeks after 2025-12-30 by 138 customers\n");
    expect(table).toMatch(/^repeat purchases before {2}customers {2}actual {2}mbg_nbd {2}bg_nbd {2}pareto_nbd$/m);
    expect(table).toMatch(/^7 or more +23 +2\.74 +\d\.\d\d +\d\.\d\d +\d\.\d\d$/m);
  });

  it("says it beside bare rows", async () => {
    const { err } = await run([
      "value",
      shop,
      "--predict",
      "--holdout",
      "26w",
      "--discount-rate",
      "7.5",
      "--limit",
      "1",
    ]);
    expect(err).toContain("note: predicted: by mbg_nbd, 36 months ahead, discounted by 7.5 % a year\n");
    expect(err).toMatch(/note: holdout: 150 purchases in .* by 138 customers; expected: mbg_nbd \d+\.\d, bg_nbd/);
  });

  it("takes its options from the settings file, flags before them", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2026-06-30,20\n",
      "portfolio.yaml": "value:\n  model: pareto_nbd\n  horizon: 24\n  discount_rate: 5\n",
    });
    const { out } = await run(["value", ".", "--predict", "--horizon", "12", "--format", "json"], { cwd });
    expect(JSON.parse(out).options).toMatchObject({ model: "pareto_nbd", horizon: 12, discount_rate: 5 });
  });

  it("too few repeat buyers: a message, what still holds, and no number", async () => {
    const { out, err } = await run(["value", "fixtures/value", "--predict", "--holdout", "1w"]);
    expect(err).toContain(
      "note: mbg_nbd: 2 customers bought again, and it takes 30; p_alive, expected_purchases, clv_predicted stay empty, all columns that are not predicted still hold\n",
    );
    expect(err).toContain(
      "note: gamma_gamma: 2 customers bought again, and it takes 30; expected_spend, clv_predicted",
    );
    expect(err).toMatch(/holdout: .*; mbg_nbd: 2 customers bought again, and it takes 30; bg_nbd: /);
    expect(out).toContain("101,Alder Foods,199976.73,");
    expect(out).not.toMatch(/NaN|null|undefined/);
    for (const line of out.trim().split("\n").slice(1)) expect(line).toMatch(/,,,,,$/);
    const { summary } = await json("fixtures/value", "--predict");
    expect(summary.models[1]).toEqual({
      name: "bg_nbd",
      chosen: false,
      parameters: null,
      log_likelihood: null,
      standard_errors: null,
      customers: null,
      reason: "too_few_repeat_buyers",
      message: "2 customers bought again, and it takes 30; nothing rests on it here",
    });
    expect(summary.predicted.expected_purchases).toBeNull();
    const table = await value("fixtures/value", "--predict", "--holdout", "1w", "--format", "table");
    expect(table).not.toContain("repeat purchases before");
  });

  it("without repeat spend: purchases hold", async () => {
    const [head, ...lines] = readFileSync(path.join(root, shop, "sales.csv"), "utf8")
      .trim()
      .split("\n");
    const free = lines.map((line) => line.replace(/(\d{4}-\d\d-\d\d),[^,]*,[^,]*/, "$1,0,0"));
    const cwd = folderOf({ "sales.csv": `${[head, ...free].join("\n")}\n` });
    const { code, out, err } = await run(["value", ".", "--predict"], { cwd });
    expect(code).toBe(0);
    expect(err).toContain(
      "gamma_gamma: nobody spent anything after the first purchase; expected_spend, clv_predicted stay empty, p_alive, expected_purchases, all columns",
    );
    expect(out.split("\n")[1]).toMatch(/,[01]\.\d{4},\d+\.\d{4},,,$/);
  });
});

it("purchases that look alike: in plain words, and which model can", async () => {
  // 40 customers, each every second Tuesday up to the as-of date.
  const day = (back: number): string => new Date(Date.UTC(2026, 5, 30) - back * 86_400_000).toISOString().slice(0, 10);
  const lines = Array.from({ length: 40 }, (_, c) =>
    Array.from({ length: 6 + (c % 5) }, (_, k) => `c${c},${day(14 * k)},10`).join("\n"),
  );
  const cwd = folderOf({ "sales.csv": `customer_id,date,amount\n${lines.join("\n")}\n` });
  const { err } = await run(["value", ".", "--predict"], { cwd });
  expect(err).toMatch(
    /note: mbg_nbd: the purchases look alike for all customers, so the model cannot tell who left; p_alive, expected_purchases, clv_predicted stay empty, .*all columns that are not predicted still hold; (the other models cannot tell, either|another model can: --model \w+.*)\n/,
  );
});

it("says whose cost of winning the return rests on", async () => {
  const table = await value("fixtures/value", "--format", "table");
  expect(table).toMatch(
    /^ltv_cac +10\.9, paid back in 4\.9 months\n +average cost of new customers applied to 2 of 3\n +25\.0 for 1 customer with own costs\n/m,
  );
  const { summary } = await json("fixtures/value");
  expect(summary).toMatchObject({ ltv_cac_customers: 3, ltv_cac_own: { customers: 1 } });
  expect(summary.ltv_cac_own.ratio).toBeCloseTo(24.9971, 4);
  expect(summary.ltv_cac_own.median).toBeCloseTo(24.9971, 4);
});

it.each([
  // Both bought for 100, and 60 is left: 120 / 50, 50 / (120 / 12); of 20 for two new ones 10 each, 120 / 20.
  ["of all", "a,20\nb,30\n", "2.4, paid back in 5.0 months\n(?! )"],
  ["of none", "z,20\n", "6.0, paid back in 2.0 months\n +average cost of new customers applied to all\n(?! )"],
])("own costs %s", async (_, costs, words) => {
  const cwd = folderOf({
    "sales.csv":
      "customer_id,date,amount,cost\nold,2024-06-30,1,1\na,2026-01-01,100,40\nb,2026-01-01,100,40\na,2026-06-30,0,0\n",
    "costs.csv": `customer_id,date,type,amount\n${costs.replace(/^(\w),/gm, "$1,2026-01-01,acquisition,")}`,
  });
  const { out } = await run(["value", ".", "--format", "table", "--quiet"], { cwd });
  expect(out).toMatch(new RegExp(`^ltv_cac +${words}`, "m"));
});

describe("what it refuses", () => {
  it.each([
    ["--model", "mine"],
    ["--horizon", "0"],
    ["--discount-rate", "-1"],
    ["--discount-rate", "1001"],
    ["--discount-rate", "ten"],
    ["--holdout", "0w"],
    ["--holdout", "26m"],
    ["--holdout", "1041w"],
    ["--group", "colour"],
  ])("%s %s", async (option, given) => {
    const { code, out } = await run(["value", "fixtures/value", "--predict", option, given]);
    expect([code, out]).toEqual([2, ""]);
  });

  it.each([
    ["--model", "bg_nbd"],
    ["--horizon", "12"],
    ["--discount-rate", "5"],
    ["--holdout", "26w"],
  ])("%s without --predict", async (option, given) => {
    const { code, err } = await run(["value", "fixtures/value", option, given]);
    expect(code).toBe(2);
    expect(err).toContain(`${option} is about predictions, and none are asked for`);
    expect(err).toContain(`try: portfolio value --predict ${option}`);
  });

  it("a holdout of more than half of the sales", async () => {
    // 2023-07-04 to 2026-06-30 are 1,093 days: 78 weeks are half.
    const { code, out, err } = await run(["value", "fixtures/purchases", "--predict", "--holdout", "79w"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "portfolio: --holdout 79w is more than half of the sales, and the models need the other half\n  the sales are those from 2023-07-04 to 2026-06-30\ntry: at most --holdout 78w\n",
    );
    const day = folderOf({ "sales.csv": "customer_id,date,amount\na,2026-01-31,10\n" });
    const short = await run(["value", day, "--predict", "--holdout", "1w"]);
    expect(short.code).toBe(2);
    expect(short.err).toContain("try: leave it out: it takes two weeks of sales\n");
  });

  it("a folder without sales", async () => {
    const cwd = folderOf({ "costs.csv": "customer_id,date,amount\na,2026-01-31,10\n" });
    const { code, err } = await run(["value", "."], { cwd });
    expect(code).toBe(3);
    expect(err).toContain("there are no sales lines");
  });

  it("a setting that does not exist", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2026-06-30,20\n",
      "portfolio.yaml": "value:\n  discount_rates: 5\n",
    });
    const { code, err } = await run(["value", "."], { cwd });
    expect(code).toBe(3);
    expect(err).toContain("there is no setting discount_rates; did you mean discount_rate?");
  });
});

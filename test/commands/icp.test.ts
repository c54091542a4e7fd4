// The program over fixtures/icp/worked: twelve customers, the best four of them k01 to k04, worked by hand.
//
//                   k01   k02   k03   k04   k05   k06–k10   k11, k12
//   revenue        1000   900   800   700   300   400 each  300 each    6300 in all
//   contribution    500   400   300   250   100    60 each  100 each    2050 in all, 32.54 %
//   orders            2     2     2     2     1     4 each    1 each    2 in the middle
//   employees       120   120   120    20   120    20 each   unknown
//
// Company revenue: 60 million of the best four, 12 million of the other eight. AS: k01 to k08. Founded 1996: k01 to k06, else
// 2020. Customers since 2012, 2013, … 2023. Five of twelve answered, so NPS does not count.
//
// Fisher's p: of the 495 ways to choose 4 of 12; a table with a of b customers among the best has weight C(b,a)·C(12−b,4−a).
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf, hostileCorpus, isThere, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const worked = "fixtures/icp/worked";

async function icp(...args: readonly string[]) {
  const { code, out, err } = await run(["icp", worked, "--top", "4", ...args]);
  expect(code, err).toBe(0);
  return { out, err };
}

describe("portfolio icp", () => {
  it("every column", async () =>
    // Eleven values are tested. Adjusted: 1/495 · 11/2; 30/495 and 33/495 · 11/5, the least from there on; 103/495 · 11/7;
    // 270/495 · 11/8; 1.
    expect((await icp("--quiet")).out.split("\n")).toEqual([
      "attribute,value,best,base,lift,p_value,margin,verdict,p_adjusted,best_share,support,orders_per_customer",
      "size_band,10 to under 50,1,6,0.5000,0.5455,0.2037,typical,0.7500,0.2500,0.5000,3.6667",
      "size_band,50 to under 250,3,4,2.2500,0.0667,0.4333,typical,0.1467,0.7500,0.3333,1.7500",
      "size_band,(unknown),0,2,,,0.3333,too few,,0.0000,0.1667,1.0000",
      "revenue_band,10 million to under 50 million,0,8,0.0000,0.0020,0.2069,seldom,0.0111,0.0000,0.6667,2.8750",
      "revenue_band,50 million to under 250 million,4,4,3.0000,0.0020,0.4265,seek,0.0111,1.0000,0.3333,2.0000",
      "country,NO,4,12,1.0000,1.0000,0.3254,typical,1.0000,1.0000,1.0000,2.5833",
      "region,(unknown),4,12,1.0000,1.0000,0.3254,typical,1.0000,1.0000,1.0000,2.5833",
      "industry,(unknown),4,12,1.0000,1.0000,0.3254,typical,1.0000,1.0000,1.0000,2.5833",
      "legal_form,AS,4,8,1.5000,0.2081,0.3531,typical,0.3270,1.0000,0.6667,2.6250",
      "legal_form,ENK,0,4,0.0000,0.2081,0.2286,typical,0.3270,0.0000,0.3333,2.5000",
      "company_age,3 to under 10,0,6,0.0000,0.0606,0.2000,typical,0.1467,0.0000,0.5000,3.0000",
      "company_age,25 to under 50,4,6,2.0000,0.0606,0.3927,typical,0.1467,1.0000,0.5000,2.1667",
      "",
    ]));

  it("the rule and the list above the table", async () => {
    const { out } = await icp("--format", "table");
    expect(out).toContain(
      "best           4 of 12 customers with a sale in the window, by mean rank over contribution, time as a customer\n",
    );
    expect(out).toContain("left out       NPS: known of 5 of 12, fewer than half\n");
    expect(out).toContain("not known      region, industry: of no customer\n");
    expect(out).toMatch(/^Ash Foods +1\.0 +500 +14\.3 +100\.00$/m);
    expect(out).toMatch(/^Beech Hotels +2\.0 +400 +13\.3$/m);
    expect(out).toContain("in common: revenue_band 50 million to under 250 million (lift 3.00)\n");
  });

  it("and beside bare rows", async () => {
    const { err } = await icp();
    expect(err).toContain("note: the best, in order: k01, k02, k03, k04\n");
    expect(err).toContain("note: left out: NPS: known of 5 of 12, fewer than half\n");
    expect(err).toContain("note: too few: 1 trait of fewer than 3 customers: no lift\n");
    expect(err).toContain(
      "note: worth: AUC 1.0000 on 4 best and 8 other own customers, cross-validated in 4 parts: good\n",
    );
  });

  it("in json, with the options", async () => {
    const { options, summary, rows } = JSON.parse((await icp("--format", "json")).out);
    expect(options).toMatchObject({ top: 4, avoid: false, false_discovery_rate: 0.1 });
    expect(options.bands.employees).toEqual([10, 50, 250, 1000]);
    expect(summary).toMatchObject({
      base: 12,
      too_small: false,
      criteria: [
        { criterion: "contribution", known: 12, used: true },
        { criterion: "tenure", known: 12, used: true },
        { criterion: "nps", known: 5, used: false },
      ],
      costs_evaluated: true,
      margin: 2050 / 6300,
      median_orders: 2,
      not_known: ["region", "industry"],
      long_standing: { customers: 4, years_from: 5, categories_from: 2 },
      cross_validation: { auc: 1, folds: 4 },
    });
    expect(summary.best[0]).toEqual({
      customer_id: "k01",
      customer_name: "Ash Foods",
      mean_rank: 1,
      ranks: { contribution: 1, tenure: 1, nps: null },
      revenue: "1000.00",
      contribution: "500.00",
      // From 2012-03-01 to 2026-06-30: 14 years with 3 leap days in them (2016, 2020, 2024), and 121 days.
      tenure_days: 14 * 365 + 3 + 121,
      nps: 100,
    });
    expect(rows[4].p_value).toBeCloseTo(1 / 495, 15);
    expect(rows[4].p_adjusted).toBeCloseTo(11 / 990, 15);
  });

  it("bands, attributes and the rate of one's own", async () => {
    const config = path.join(
      folderOf({
        "own.yaml":
          "icp:\n  attributes: [company_age, size_band]\n  false_discovery_rate: 0.2\n  bands: { employees: [100], company_age: [20] }\n",
      }),
      "own.yaml",
    );
    const { out } = await icp("--quiet", "--config", config, "--columns", "attribute,value,best,base,verdict");
    // Four tests: 30/495 · 4/2 for both ages, then 33/495 · 4/3 and 270/495.
    expect(out.split("\n").slice(1, -1)).toEqual([
      "company_age,under 20,0,6,seldom",
      "company_age,20 and more,4,6,seek",
      "size_band,under 100,1,6,typical",
      "size_band,100 and more,3,4,seek",
      "size_band,(unknown),0,2,too few",
    ]);
  });
});

describe("--avoid", () => {
  it("groups with more orders than the median and a margin below the portfolio's", async () => {
    const { out, err } = await icp("--avoid", "--columns", "attribute,value,margin,orders_per_customer,verdict");
    // 22 orders of 6, 23 of 8, 10 of 4, 18 of 6; 550 of 2700, 600 of 2900, 320 of 1400, 420 of 2100.
    expect(out.split("\n").slice(1, -1)).toEqual([
      "size_band,10 to under 50,0.2037,3.6667,avoid",
      "revenue_band,10 million to under 50 million,0.2069,2.8750,avoid",
      "legal_form,ENK,0.2286,2.5000,avoid",
      "company_age,3 to under 10,0.2000,3.0000,avoid",
    ]);
    expect(err).toContain(
      "avoid: 4 groups with more than 2 orders a customer (the median) and a margin below 32.5 % (the portfolio's)\n",
    );
  });

  it("without costs nobody is known to leave little", async () => {
    const { code, out, err } = await run(["icp", "--sales", `${worked}/sales.csv`, "--avoid"]);
    expect([code, out.split("\n").length]).toEqual([0, 2]);
    expect(err).toContain("note: avoid: no group can be said to leave little: the margin is known of nobody\n");
    expect(err).toContain(
      "note: left out: contribution: costs are not known in the window; revenue instead of contribution\n",
    );
  });
});

describe("without costs", () => {
  const costless = (...args: readonly string[]) => run(["icp", "--sales", `${worked}/sales.csv`, ...args]);

  it("revenue ranks beside tenure", async () => {
    const { code, out, err } = await costless("--top", "4", "--format", "json");
    expect(code, err).toBe(0);
    const { summary } = JSON.parse(out);
    expect(summary.criteria).toEqual([
      { criterion: "contribution", known: 0, used: false },
      { criterion: "revenue", known: 12, used: true },
      { criterion: "tenure", known: 12, used: true },
      { criterion: "nps", known: 0, used: false },
    ]);
    expect(summary.best[0].ranks).toMatchObject({ contribution: null, revenue: 1, nps: null });
    const { out: table } = await costless("--top", "4", "--format", "table", "--quiet");
    expect(table).toMatch(/^best +mean rank +revenue +years/m);
    expect(table).toContain("by mean rank over revenue, time as a customer\n");
  });

  it("a single criterion: said", async () => {
    // Returns alone make no first purchase, so nothing but revenue is known.
    const cwd = folderOf({ "sales.csv": "customer_id,date,amount\na,2026-01-31,-10\nb,2026-01-31,-20\n" });
    const { err } = await run(["icp", "."], { cwd });
    expect(err).toContain("note: beware: the profile rests on revenue alone\n");
  });
});

describe("a group of nearly everybody", () => {
  it("is not to be avoided: said", async () => {
    // Ten of eleven customers in NO order twice at 10 %, the one in SE once at 90 %.
    const ids = [..."abcdefghij"];
    const cwd = folderOf({
      "sales.csv": `customer_id,date,amount,cost\n${ids.flatMap((id) => [`${id},2026-01-30,10,9`, `${id},2026-01-31,10,9`, ...(id === "a" ? ["a,2026-01-29,10,9"] : [])]).join("\n")}\nk,2026-01-31,100,10\n`,
      "customers.csv": `customer_id,country\n${ids.map((id) => `${id},NO`).join("\n")}\nk,SE\n`,
    });
    // 21 orders of ten are more than the median, 2.
    const { code, out, err } = await run(["icp", ".", "--avoid", "--columns", "attribute,value"], { cwd });
    expect([code, out], err).toEqual([0, "attribute,value\n"]);
    expect(err).toContain(
      "note: not to avoid: busy with a low margin, but more than 80 % of the customers: country NO\n",
    );
  });
});

describe("--score", () => {
  const prospects = "fixtures/icp/worked-prospects.csv";

  it("prospects by fit, with reasons", async () => {
    const { out, err } = await icp("--score", prospects);
    // Of 4 among the best, with one customer more: employees 2 and 0.6, revenue 2.6 and 0.2, legal form 1.4 and 0.2, age 1.8 and
    // 0.2. The best have 13.104 in all, the worst 0.0048. k05: 2 · 0.2 · 1.4 · 1.8 = 1.008, for it. q3: 0.72, against it.
    const fitOf = (product: number, outermost: number, sign: 1 | -1) =>
      (50 + (sign * 50 * Math.log(product)) / Math.log(outermost)).toFixed(2);
    const [revenue, size, age] = ["revenue_band", "size_band 50 to under 250: lift 2.25", "company_age"];
    expect(parse(out)).toEqual([
      ["prospect", "fit", "reasons", "prospect_name", "traits"],
      [
        "q1",
        "100.00",
        `${revenue} 50 million to under 250 million: lift 3.00; ${size}; ${age} 25 to under 50: lift 2.00; legal_form AS: lift 1.50`,
        "Olive Estates",
        "4",
      ],
      [
        "k05",
        fitOf(1.008, 13.104, 1),
        `${revenue} 10 million to under 50 million: lift 0.00; ${size}; ${age} 25 to under 50: lift 2.00; legal_form AS: lift 1.50`,
        "Elder Events",
        "4",
      ],
      [
        "q3",
        fitOf(0.72, 0.0048, -1),
        `${revenue} 10 million to under 50 million: lift 0.00; ${size}; ${age} 25 to under 50: lift 2.00; not known: legal_form`,
        "Quince Spa",
        "3",
      ],
      [
        "q2",
        "0.00",
        `${revenue} 10 million to under 50 million: lift 0.00; legal_form ENK: lift 0.00; ${age} 3 to under 10: lift 0.00; size_band 10 to under 50: lift 0.50`,
        "Pear Stand",
        "4",
      ],
    ]);
    expect(err).toContain(
      "note: fit: 0 to 100, 50 is neither for nor against; by size_band, revenue_band, legal_form, company_age\n",
    );
    expect(err).toContain("note: already there: 1 prospect with the id of a customer: k05\n");
    expect(err).toContain(
      "note: worth: AUC 1.0000 on 4 best and 8 other own customers, cross-validated in 4 parts: good\n",
    );
  });

  it("in json, the list among the inputs", async () => {
    const { inputs, summary, rows } = JSON.parse((await icp("--score", prospects, "--format", "json")).out);
    expect(inputs.at(-1)).toMatchObject({ role: "prospects", file: prospects, rows: 4 });
    expect(summary.prospects).toEqual({
      file: prospects,
      count: 4,
      attributes: ["size_band", "revenue_band", "legal_form", "company_age"],
      customers_already: ["k05"],
      cross_validation: { auc: 1, folds: 4 },
    });
    expect(rows[0]).toMatchObject({ prospect: "q1", prospect_name: "Olive Estates", traits: 4 });
  });

  it("has the notices of a customers file", async () => {
    const cwd = folderOf({
      "p.csv": "customer_id,employees,country\np1,many,NO\n,5,NO\np2,12,XX\np2,12,XX\n",
    });
    const { code, out, err } = await run(
      [...["icp", path.join(root, worked), "--top", "4", "--score", "p.csv"], ...["--columns", "prospect,reasons"]],
      { cwd },
    );
    expect(code, err).toBe(0);
    expect(parse(out, { from: 2 })).toEqual([
      ["p1", "country NO: lift 1.00; not known: size_band"],
      ["p2", "size_band 10 to under 50: lift 0.50; too few customers alike: country"],
    ]);
    expect(err).toContain("p.csv: 1 attribute could not be read and counts as unknown");
    expect(err).toContain("p.csv: 1 row name no customer; left out");
    expect(err).toContain("p.csv: 1 row repeat a customer word for word; counted once");
  });

  it("of whom nothing is known", async () => {
    const cwd = folderOf({ "p.csv": "customer_id\np1\n" });
    const { out, err } = await run(["icp", path.join(root, worked), "--score", "p.csv"], { cwd });
    expect(out.split("\n")[1]).toBe("p1,,,,0");
    expect(err).toContain("note: fit: nothing is known of the prospects that the profile speaks of\n");
  });
});

describe("headers of the list", () => {
  const cwd = folderOf({ "p.csv": "name,staff\nOlive,120\n" });
  const score = (...args: readonly string[]) =>
    run(["icp", path.join(root, worked), "--score", "p.csv", "--columns", "prospect,traits", ...args], { cwd });

  it("that say no id: the way out is for the list alone", async () => {
    const { code, err } = await score();
    expect(code).toBe(3);
    expect(err).toContain("p.csv:1: there is no column for `customer_id`");
    expect(err).toContain("try: --map prospects.customer_id=");
  });

  it("that the user names", async () => {
    const args = ["--map", "prospects.customer_id=name", "--map", "prospects.employees=staff"];
    expect((await score(...args)).out).toBe("prospect,traits\nOlive,1\n");
    // Those named for the exports leave the list alone.
    const both = await score(...args, "--map", "customers.employees=employees");
    expect([both.code, both.out]).toEqual([0, "prospect,traits\nOlive,1\n"]);
  });

  it("are of the columns of a customers file", async () =>
    expect((await score("--map", "prospects.amount=staff")).code).toBe(2));
});

describe("too few customers", () => {
  const small = folderOf({
    "sales.csv": `customer_id,date,amount,cost\n${[..."abcdefghi"].map((id) => `${id},2026-01-31,10,5`).join("\n")}\n`,
    "customers.csv": `customer_id,country\n${[..."abcdefghi"].map((id) => `${id},NO`).join("\n")}\n`,
    "p.csv": "customer_id,country\np,NO\n",
  });

  it("nine: said, no lift", async () => {
    const { code, out, err } = await run(["icp", ".", "--columns", "attribute,value,base,lift,verdict"], {
      cwd: small,
    });
    expect(code).toBe(0);
    expect(out).toContain("country,NO,9,,too few\n");
    expect(err).toContain("note: too few: 9 customers, and under 10 there is no lift\n");
    expect(err).not.toContain("AUC");
  });

  it("and no fit", async () => {
    const { out, err } = await run(["icp", ".", "--score", "p.csv", "--columns", "prospect,fit"], { cwd: small });
    expect(out).toBe("prospect,fit\np,\n");
    // The list lies beside the exports, and is used.
    expect(err).not.toContain("not used");
    expect((await run(["icp", "."], { cwd: small })).err).toContain("1 file not used");
  });

  it("contributions without cost of goods: said", async () => {
    const cwd = folderOf({
      "sales.csv": "customer_id,date,amount\na,2026-01-31,10\nb,2026-01-31,10\n",
      "costs.csv": "customer_id,date,type,amount\na,2026-01-31,cogs,5\nb,2026-01-31,cost_to_serve,5\n",
    });
    const { err } = await run(["icp", "."], { cwd });
    expect(err).toContain(
      "note: beware: the cost of goods is known of 1 of 2: the contribution of the others is too high\n",
    );
  });

  it("the best are most of the base: said", async () => {
    const { err } = await icp("--top", "7");
    expect(err).toContain("note: beware: the best are more than half of the base");
  });

  it("nobody in the window", async () => {
    const cwd = folderOf({ "sales.csv": "customer_id,date,amount\na,2024-01-31,10\n" });
    const { code, out, err } = await run(["icp", ".", "--as-of", "2026-01-31"], { cwd });
    expect([code, out.split("\n").length]).toEqual([0, 2]);
    expect(err).toContain("note: best: nobody of 0 customers: nothing to rank them by\n");
  });
});

describe("what it refuses", () => {
  it.each([
    [2, ["--avoid", "--score", "fixtures/icp/prospects.csv"], "--avoid lists groups of customers"],
    [2, ["--top", "0"], "whole number"],
    [2, ["--score", "fixtures/icp/prospects.csv", "--columns", "lift"], "lift"],
    [3, ["--score", "fixtures/icp/none.csv"], "fixtures/icp/none.csv"],
    [3, ["--score", `${worked}/nps.csv`, "--on-bad-row", "error", "--map", "customers.customer_id=Nobody"], "Nobody"],
  ])("exit %i: %j", async (exit, args, message) => {
    const { code, out, err } = await run(["icp", worked, ...args]);
    expect([code, out], err).toEqual([exit, ""]);
    expect(err).toContain(message);
  });

  it("to write onto the list of prospects", async () => {
    const cwd = folderOf({ "p.csv": "customer_id\np\n" });
    const args = ["icp", path.join(root, worked), "--score", "p.csv", "-o", "p.csv", "--force"];
    expect((await run(args, { cwd })).code).not.toBe(0);
  });

  it.each([
    ["icp:\n  band: {}\n", "icp: there is no setting band; did you mean bands?"],
    ["icp:\n  bands: { employes: [1] }\n", "icp.bands: there is no setting employes; did you mean employees?"],
    ["icp:\n  bands: { employees: [-1] }\n", "icp.bands.employees.0: "],
  ])("a setting: %s", async (yaml, message) => {
    const cwd = folderOf({ "portfolio.yaml": yaml });
    const { code, err } = await run(["icp", path.join(root, worked)], { cwd });
    expect(code).toBe(3);
    expect(err).toContain(message);
  });
});

it.runIf(isThere(hostileCorpus, "the odd exports"))("a portfolio without a pattern has none", async () => {
  const { code, out, err } = await run(["icp", path.join(hostileCorpus, "base"), "--format", "csv"]);
  expect(code, err).toBe(0);
  const rows = parse(out, { columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["typical"]));
  expect(err).toContain("do not rank prospects by it");
});

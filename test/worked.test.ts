// The portfolio that is worked by hand in fixtures/worked/README.md, held against the program cell by cell.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf, root } from "./helpers/folders.ts";
import { run } from "./helpers/run.ts";
import { runPiped } from "./helpers/transcripts.ts";

type Row = Record<string, string>;
const table = (text: string): Row[] => parse(text, { columns: true }) as Row[];

const folder = "fixtures/worked";
const expectedText = readFileSync(path.join(root, folder, "expected.csv"), "utf8");
const expected = table(expectedText);

describe("the portfolio worked by hand", async () => {
  const { code, out } = await runPiped(["classify", folder]);
  const rows = table(out);

  it("has the columns and the order of the table worked by hand", () => {
    expect(code).toBe(0);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(expected[0] ?? {}));
    expect(rows.map(({ customer_id }) => customer_id)).toEqual(expected.map(({ customer_id }) => customer_id));
  });

  it.each(Object.keys(expected[0] ?? {}))("%s", (column) => {
    const valuesOf = (some: readonly Row[]) => some.map((row) => [row.customer_id, row[column]]);
    expect(valuesOf(rows)).toEqual(valuesOf(expected));
  });

  it("is the same to the last byte", () => {
    expect(out).toBe(expectedText);
  });

  it("sums up what the table says", async () => {
    const { out: json } = await runPiped(["classify", folder, "--format", "json"]);
    const { as_of, window, facts, summary } = JSON.parse(json);
    expect(as_of).toBe("2026-06-24");
    expect(window).toEqual({ from: "2025-06-24", to: "2026-06-24" });
    // 680,000 in W, 700 without a customer; in P 100 + 90 + 50 + 40 + 16 + 40 + 10 + 10 + 12 + 8 thousand.
    expect(facts).toMatchObject({ sales_rows: 79, revenue_total: "1056700.00", customers_with_sales: 32 });
    expect(summary.revenue).toBe("680000.00");
    expect(summary.remainder).toEqual({ lines: 1, amount: "700.00" });
    // 65 + 50 + 1 + 51 + 30 + 12 thousand, 500 and 300.
    expect(summary.costs).toBe("209800.00");
    expect(summary.contribution).toBe("470200.00");
    expect(summary.statuses).toEqual({ active: 30, lapsed: 2, cost_only: 1, prospect: 1 });
    // Goods are known of c01, c02, c04, c07.
    expect(summary.cost_of_goods_known).toBe(4);
    expect(summary.classes).toMatchObject([
      { class: "A", customers: 5, without_sales: 0, cut: "40000.00", customer_share: 5 / 30, revenue: "320000.00" },
      { class: "B", customers: 17, without_sales: 0, cut: "7000.00", customer_share: 17 / 30, revenue: "281400.00" },
      { class: "C", customers: 5, without_sales: 0, cut: "-200.00", customer_share: 5 / 30, revenue: "18800.00" },
      { class: "D", customers: 3, without_sales: 2, cut: null, customer_share: 0.1, revenue: "59800.00" },
    ]);
    // Of the thirty active and the one with costs only.
    expect(summary.evidence).toEqual({
      decided: { refused: 2, stated: 7, wallet: 4, seats: 3, regions: 2, peers: 4, white_space: 3, trend: 2 },
      unknown: { no_base: 2, no_basis: 2 },
    });
    expect(summary.remarks).toEqual([
      { rule: "wallet_below_revenue", customer_id: "c09", value: "9000.00" },
      { rule: "grade_k_read_as_c", customer_id: "c19", value: "k" },
      { rule: "grade_unknown", customer_id: "c31", value: "x" },
    ]);
    expect(summary.not_evaluated).toEqual([]);
  });

  it("makes the matrix of the last table", async () => {
    const { out: cells } = await runPiped([
      "matrix",
      folder,
      "--columns",
      "cell,customers,revenue,revenue_share,increment,unknown_increment",
    ]);
    expect(cells).toBe(`cell,customers,revenue,revenue_share,increment,unknown_increment
Aa,2,100000.00,0.1471,40000.00,1
Ba,2,29000.00,0.0426,33500.00,0
Ab,1,100000.00,0.1471,80000.00,0
Bb,5,93000.00,0.1368,53999.99,0
Ac,1,40000.00,0.0588,4000.00,0
Ca,2,8000.00,0.0118,8000.00,0
Bc,4,59000.00,0.0868,17699.99,0
Cb,2,6000.00,0.0088,3000.00,1
B?,2,38000.00,0.0559,,2
Ad,1,80000.00,0.1176,,1
Bd,4,62400.00,0.0918,-6501.00,0
Cd,1,4800.00,0.0071,,1
Db,1,50000.00,0.0735,15000.00,0
D?,2,-200.00,-0.0003,,2
Dd,1,10000.00,0.0147,0.00,0
`);
  });
});

describe("one million that can triple against five millions at their ceiling", () => {
  // Two customers: one A, one B. full buys all that it spends; open has 100 of 300 users.
  const cwd = folderOf({
    "sales.csv": "customer_id,date,amount\nfull,2026-06-30,5000000.00\nopen,2026-06-30,1000000.00\n",
    "customers.csv": "customer_id,wallet,active_users,potential_users\nfull,5000000,,\nopen,,100,300\n",
  });

  it("classify puts it first", async () => {
    const columns = "priority,customer_id,cell,revenue,potential_growth,potential_increment,potential_reason";
    const { out } = await run(["classify", ".", "--quiet", "--columns", columns], { cwd });
    expect(out).toBe(`${columns}
1,open,Ba,1000000.00,2.0000,2000000.00,"300 potential users, 100 active"
2,full,Ad,5000000.00,0.0000,0.00,below_10pct
`);
  });

  it("so does matrix", async () => {
    const columns = "cell,customers,revenue,increment,priority";
    const { out } = await run(["matrix", ".", "--quiet", "--columns", columns], { cwd });
    // Ba is the second cell of twenty, Ad the twelfth.
    expect(out).toBe(`${columns}
Ba,1,1000000.00,2000000.00,2
Ad,1,5000000.00,0.00,12
`);
  });
});

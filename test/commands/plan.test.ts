// The plan of whole exports: fixtures/plan, fixtures/saas, and a small portfolio worked by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../../fixtures/generate-plan.ts";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

type Row = Record<string, string>;

/**
 * As of 2026-06-30. By revenue big, tri, new, low, loss (1,000, 400, 150, 100, 40): of five one is A, one C. tri can triple; low
 * liked us twice and had two outages; nobody knows about new; loss costs 60 and could grow to 90.
 */
const cwd = folderOf({
  "sales.csv": `customer_id,date,amount,product
big,2025-10-05,1000.00,Tea
tri,2026-01-15,400.00,Tea
low,2026-02-20,100.00,Tea
new,2026-06-30,150.00,Coffee
loss,2026-03-03,40.00,Tea
gone,2024-09-09,10.00,Tea
`,
  "costs.csv": "customer_id,date,type,amount\nloss,2026-03-31,cogs,60.00\n",
  "customers.csv": `customer_id,name,owner,potential_revenue
big,Big Foods,Kari,1000
tri,"=Tri| <b>Ltd",Kari,1200
low,Low & Sons,Ola,150
loss,Loss plc,Ola,90
gone,Gone,Ola,
`,
  "nps.csv": `customer_id,date,score,respondent
tri,2026-05-05,8,Ada
low,2026-05-05,9,Bo
low,2026-05-06,10,Cleo
loss,2026-05-05,7,Di
`,
  "events.csv": `customer_id,date,type,value,limit
low,2026-06-01,outage,,
low,2026-06-20,outage,,
tri,2026-06-25,usage,105,100
`,
  "plan.yaml": "plan:\n  association:\n    least_customers: 2\n    leave_out: [Postage]\n",
  "wrong.yaml": "plan:\n  association:\n    lift: 2\n",
});

const plan = (...args: readonly string[]) => run(["plan", ".", ...args], { cwd });
const rowsOf = async (...args: readonly string[]): Promise<Row[]> => {
  const { code, out, err } = await plan("--quiet", ...args);
  expect(code, err).toBe(0);
  return parse(out, { columns: true }) as Row[];
};

describe("plan", () => {
  it("who, why, when and what first, in the columns of the contract", async () => {
    const rows = await rowsOf();
    expect(Object.keys(rows[0] ?? {}).slice(0, 12)).toEqual([
      ...["rank", "customer_id", "customer_name", "owner", "cell", "increment", "driver", "when", "first_action"],
      ...["blocked_by", "evidence", "next_product"],
    ]);
    expect(rows.map((row) => [row.rank, row.customer_id, row.owner, row.cell, row.increment, row.first_step])).toEqual([
      ["1", "tri", "Kari", "Ba", "800.00", "lift_limit"],
      ["2", "low", "Ola", "Bb", "50.00", "repair"],
      ["3", "new", "(no owner)", "B?", "", "assess"],
      ["4", "loss", "Ola", "Da", "50.00", "fix"],
    ]);
    expect(rows[0]).toMatchObject({ when: "now: the limit is reached", blocked_by: "" });
    // Opportunity and veto, the repair first.
    expect(rows[1]?.rules?.split(", ")).toEqual(["outages", "happy_low_spender"]);
    expect(rows[1]).toMatchObject({
      blocked_by: "outages",
      first_action: "say what went wrong and what was done about it, before any offer",
    });
    expect(rows[3]).toMatchObject({ blocked_by: "negative_contribution", first_action: "fix price or cost first" });
    expect(rows[3]?.evidence).toContain("contribution -20.00");
  });

  it("the sum of what can be called, and what waits", async () => {
    const { summary, options } = JSON.parse((await plan("--format", "json", "--capacity", "9")).out);
    expect(options).toMatchObject({ capacity: 9, owner: null, plan: { association: { least_customers: 5 } } });
    expect(options.triggers).toMatchObject({ outages: { count: 2, days: 90 } });
    // big is full; gone lapsed.
    expect(summary).toMatchObject({
      customers: 6,
      planned: 4,
      callable: { customers: 2, increment: "800.00", unknown_increment: 1 },
      blocked: { customers: 2, increment: "100.00", unknown_increment: 0 },
      beyond_capacity: { customers: 0, increment: "0.00", unknown_increment: 0 },
      left_out: { lapsed: 1, lost: 0, prospect: 0, no_class: 0, phase_out: 0, nothing_to_do: 1 },
    });
    expect(summary.owners.map(({ owner }: { owner: string | null }) => owner)).toEqual(["Kari", "Ola", null]);
    const { err } = await plan();
    expect(err).toContain("note: to call: 2 customers, +800 a year, not known of 1\n");
    expect(err).toContain("note: blocked: 2 customers, +100 a year waits behind a repair\n");
  });

  it("a terminal has the sums of each owner above the list", async () => {
    const { out } = await plan("--quiet", "--format", "table", "--capacity", "1");
    expect(out).toContain(
      "plan      4 of 6 customers\nleft out  1 with nothing to win or mend, 1 lapsed or lost (winback)\n",
    );
    expect(out).toContain("capacity  1 to call of each owner\n");
    expect(out).toContain("Ola               0  +0               2  +100\n");
  });

  it("one owner, case apart; nobody's; one whom nobody knows", async () => {
    expect((await rowsOf("--owner", "OLA")).map((row) => row.customer_id)).toEqual(["low", "loss"]);
    expect((await rowsOf("--owner", "OLA", "--owner", "(no owner)")).map((row) => row.owner)).toEqual(
      expect.arrayContaining(["Ola", "(no owner)"]),
    );
    expect((await rowsOf("--owner", "Kari")).map((row) => row.customer_id)).toEqual(["tri"]);
    expect((await rowsOf("--owner", "(no owner)")).map((row) => row.customer_id)).toEqual(["new"]);
    const { out } = await plan("--quiet", "--format", "table", "--owner", "(no owner)");
    expect(out).toContain("to call   1 customer, nothing known yet of what there is to win\n");
    const { code, err } = await plan("--owner", "Karo", "--quiet");
    expect([code, err]).toEqual([
      3,
      'portfolio: --owner Karo: no customer has this owner\n  owners: Kari, Ola\ntry: --owner "Kari"\n',
    ]);
    const none = await run(["plan", "--sales", "sales.csv", "--owner", "Kari", "--quiet"], { cwd });
    expect(none.err).toContain("the customers file names no owners");
  });

  it("what is beyond the capacity is said", async () => {
    const more = folderOf({
      "sales.csv": "customer_id,date,amount\na,2026-06-01,100.00\nb,2026-06-30,90.00\n",
      "customers.csv": "customer_id,potential_revenue\na,300\nb,200\n",
    });
    const { err, out } = await run(["plan", ".", "--capacity", "1"], { cwd: more });
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("note: beyond capacity: 1 customer, +110 a year\n");
  });

  it("as Markdown a sheet to print, whatever names are written with", async () => {
    const { out } = await plan("--quiet", "--format", "md", "--where", "first_step = 'lift_limit'");
    expect(out).toContain(
      `
# Kari

1 customer to call: +800 a year.

## 1 · =Tri\\| &lt;b&gt;Ltd · tri · Ba · 800.00

- **When:** now: the limit is reached
- **Why:** 1200.00 stated against 400.00 a year; usage\\_limit: usage 105 of 100, 105 %
- [ ] **First:** call today: offer to lift the limit
- [ ] **Then:** offer the next larger plan before the limit stops their work
`.replace("usage\\_limit", "usage_limit"),
    );
    expect(out).toContain("- [ ] done on ___");
  });

  it("as Markdown a table where columns are asked for", async () =>
    expect((await plan("--quiet", "--format", "md", "--columns", "rank,customer_id", "--limit", "1")).out).toBe(
      "| rank | customer_id |\n| ---: | --- |\n| 1 | tri |\n",
    ));

  it("the settings file says which products go together", async () => {
    expect((await plan("--quiet", "--config", "plan.yaml")).code).toBe(0);
    const { code, err } = await plan("--quiet", "--config", "wrong.yaml");
    expect(code).toBe(3);
    expect(err).toContain("plan.association: there is no setting lift");
    expect(err).toContain("settings: least_customers, least_lift, least_share, most_products, leave_out");
  });
});

describe("exports of a subscription service, with a mapping and nothing else", async () => {
  const world = { cwd: new URL("../../fixtures/saas/", import.meta.url).pathname };
  const files = "--customers accounts.csv --sales subscriptions.csv --events usage.csv tickets.csv churn_events.csv";
  const { code, out, err } = await run(
    ["plan", "--config", "portfolio.yaml", "--as-of", "2026-06-30", ...files.split(" ")],
    world,
  );
  const rows = parse(out, { columns: true }) as Row[];

  it("runs, and names the type of event that it does not know", () => {
    expect(code, err).toBe(0);
    expect(err).toContain("1 event of a type that is not known; left out (churn)");
  });

  it("has the limit, the outage, the complaint and the decline; the account that left is not in it", () => {
    expect(rows.map((row) => [row.customer_id, row.owner, row.cell, row.blocked_by])).toEqual([
      // 12 × 4,000 × 400/110 is capped by nothing: +264 %.
      ["A-1001", "Maya Ross", "Aa", ""],
      ["A-1002", "Maya Ross", "Aa", "outages"],
      ["A-1003", "Maya Ross", "Ba", ""],
      ["A-1005", "Jonas Weck", "Ba", "open_complaint"],
      ["A-1004", "Jonas Weck", "Bb", "usage_decline"],
      ["A-1007", "(no owner)", "Ca", ""],
      ["A-1006", "Jonas Weck", "B?", ""],
    ]);
    expect(rows[0]).toMatchObject({ increment: "126545.45", when: "now: the limit is reached" });
  });
});

describe("fixtures/plan", () => {
  it("is what its generator makes, byte for byte", () => {
    const folder = new URL("../../fixtures/plan/", import.meta.url);
    for (const [name, text] of generatePlan()) {
      if (process.env.UPDATE_PLAN === "1") writeFileSync(new URL(name, folder), text);
      expect(readFileSync(new URL(name, folder), "utf8") === text, name).toBe(true);
    }
  });
});

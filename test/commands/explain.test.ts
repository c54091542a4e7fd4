// One customer after another of a small portfolio, every number worked by hand.
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { classifyColumns } from "../../src/reports/classify.ts";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

/** As of 2026-06-30: the window begins on 2025-07-01, the prior one on 2024-07-01. */
const cwd = folderOf({
  "sales.csv": `customer_id,date,amount
a,2025-10-05,600.00
a,2026-03-10,500.00
a,2026-06-30,-100.00
a,2025-03-01,800.00
d,2026-01-15,300.00
q,2026-02-01,100.00
old,2024-07-20,50.00
old,2024-06-20,70.00
`,
  "costs.csv": `customer_id,date,type,amount
d,2026-02-28,cogs,250.00
d,2026-03-31,cost_to_serve,90.50
a,2026-05-31,cogs,400.00
c,2026-05-31,cost_to_serve,12.00
`,
  "customers.csv": `customer_id,name,wallet,driver
a,Alfa Hotell,1250.00,
d,Delta AS,,
q,Quatro AS,,widening
old,Old Hotell,,
p,Pro AS,,
`,
  "nps.csv": `customer_id,date,score,respondent
a,2026-04-01,9,Ada
a,2026-05-01,6,Bo
a,2026-06-01,,Ada
q,2026-06-01,,
`,
  "exports/notes.txt": "",
});

const explain = (...args: readonly string[]) => run(["explain", ...args], { cwd });

type Row = Record<string, string>;

/** The rows by item; of several (missing_data) the last. */
async function explained(...args: readonly string[]): Promise<Record<string, Row>> {
  const { code, out, err } = await explain(...args, "--quiet");
  expect(code, err).toBe(0);
  const rows = parse(out, { columns: true }) as Row[];
  return Object.fromEntries(rows.map((row) => [row.item, row]));
}

describe("an A customer", async () => {
  const a = await explained("a", ".");

  it("its class: first of three, and down to what it stays A", () => {
    // 600 + 500 - 100 = 1000; the others have 300 and 100. Of three, one is A.
    expect(a.class).toMatchObject({
      value: "A",
      rule: "rank 1 of 3 by revenue; A reaches rank 1; not D, as contribution 600.00 is not below 0",
      evidence: "least ranked amount of each class: A 1 000.00, B 300.00, C 100.00",
      code: "abc_rank",
      threshold: "1",
    });
    expect(a.class_kept_from).toMatchObject({
      value: "300.00",
      rule: "A down to 300.00 revenue, 700.00 less, if nobody else changes",
    });
    expect(a.class_d_below?.rule).toBe("D if contribution fell below 0: more than 600.00 less");
    expect(a.class_a_from).toBeUndefined();
    expect(a.revenue_share).toMatchObject({
      value: "0.7143",
      rule: "1 000.00 of 1 400.00: 71.4 % of all customers' revenue in the window",
    });
  });

  it("its revenue down to the lines, the largest first", () => {
    expect(a.revenue).toMatchObject({
      value: "1000.00",
      evidence:
        "3 lines, 1 000.00 in all; sales.csv:2 of 2025-10-05, 600.00; sales.csv:3 of 2026-03-10, 500.00; sales.csv:4 of 2026-06-30, -100.00",
    });
    expect(a.revenue_prior).toMatchObject({
      value: "800.00",
      evidence: "1 line, 800.00 in all; sales.csv:5 of 2025-03-01, 800.00",
    });
    expect(a.growth).toMatchObject({ value: "0.2500", rule: "(1 000.00 - 800.00) / 800.00" });
  });

  it("its grade: the wallet's 25 %, and where b begins", () => {
    expect(a.potential).toMatchObject({
      value: "c",
      rule: "wallet: growth 25.0 % reaches 10 %, the limit of c",
      code: "wallet",
      threshold: "0.1",
    });
    expect(a.evidence_wallet?.rule).toBe("decides: c, growth 25.0 %");
    // 1.3 × 1000, and 50 more than the wallet of 1250.
    expect(a.potential_b_from).toMatchObject({
      value: "1300.00",
      rule: "b from +30 %: 1 300.00 a year, 50.00 above the potential",
    });
    expect(a.potential_c_from?.rule).toBe("c from +10 %: 1 100.00 a year, reached with 150.00 to spare");
    expect(a.missing_data).toMatchObject({ value: "", rule: "nothing that would sharpen the grade" });
  });

  it("its answers: Ada's 9 and Bo's 6", () =>
    expect(a.nps).toMatchObject({
      value: "0.00",
      rule: "latest answer of each respondent in the window: (1 promoter - 1 detractor) of 2",
      evidence: "Ada 9 (nps.csv:2 of 2026-04-01); Bo 6 (nps.csv:3 of 2026-05-01)",
    }));

  it("its dates: a return is no purchase", () => {
    expect(a.first_purchase).toMatchObject({ value: "2025-03-01", evidence: "sales.csv:5 of 2025-03-01, 800.00" });
    expect(a.last_purchase).toMatchObject({ value: "2026-03-10", evidence: "sales.csv:3 of 2026-03-10, 500.00" });
    expect(a.orders?.value).toBe("2");
  });

  it("has every number of classify", () => {
    for (const { name } of classifyColumns(6)) expect(a, name).toHaveProperty([name]);
  });
});

it("a D customer: what it costs, and what it lacks to leave D", async () => {
  const d = await explained("Delta", ".");
  // 300 - 250 - 90.50.
  expect(d.class).toMatchObject({
    value: "D",
    rule: "costs more than it brings in: contribution -40.50 is below 0",
    code: "negative_contribution",
    threshold: "0.00",
  });
  expect(d.class_without_d).toMatchObject({
    value: "40.50",
    rule: "40.50 more contribution in the window, by price or by cost, and it is no longer D; the class by rank is then B",
  });
  expect(d.class_a_from?.rule).toBe("but for D, A from 1 000.00 revenue, 700.00 more, if nobody else changes");
  // At 100 it shares rank 2 with q.
  expect(d.class_kept_from?.rule).toBe("but for D, B down to 100.00 revenue, 200.00 less, if nobody else changes");
  expect(d.costs).toMatchObject({
    value: "340.50",
    rule: "cost of goods in the costs file 250.00 + cost to serve 90.50",
  });
  expect(d.cost_of_goods?.evidence).toBe("1 line, 250.00 in all; costs.csv:2 of 2026-02-28, 250.00");
  expect(d.cost_to_serve?.evidence).toBe("1 line, 90.50 in all; costs.csv:3 of 2026-03-31, 90.50");
  expect(d.margin).toMatchObject({
    value: "-0.1350",
    rule: "contribution -40.50 / revenue 300.00; the cost of goods is known",
  });
});

it("a customer of unknown potential: why nothing applies, and what is missing", async () => {
  const { out } = await explain("q", ".", "--quiet");
  const rows = parse(out, { columns: true }) as Row[];
  const q = Object.fromEntries(rows.map((row) => [row.item, row]));
  expect(q.cell?.value).toBe("C?");
  expect(q.class?.rule).toBe(
    "rank 3 of 3 by revenue; C begins at rank 3; not D, as contribution 100.00 is not below 0",
  );
  expect(q.class_b_from?.rule).toBe("B from 300.00 revenue, 200.00 more, if nobody else changes");
  expect(q.class_a_from?.rule).toBe("A from 1 000.00 revenue, 900.00 more, if nobody else changes");
  expect(q.class_kept_from).toBeUndefined();
  expect(q.potential).toMatchObject({ value: "?", rule: "no evidence applies: assess this customer first" });
  expect(q.evidence_trend?.rule).toBe(
    "does not apply: purchases in 1 quarter of the window and 0 of the prior one, 3 of 4 are needed in both",
  );
  expect(q.evidence_peers?.rule).toBe("does not apply: employees unknown, segment and industry unknown");
  expect(q.potential_a_from?.rule).toBe("a from +100 %: 200.00 a year");
  expect(q.driver).toMatchObject({ value: "widening", rule: "stated in the customers file" });
  expect(q.nps?.rule).toBe("nobody answered the invitation in the window");
  expect(q.margin?.rule).toBe("none: the cost of goods is not known (0 of 1 sales lines carry it, no cogs row counts)");
  expect(rows.filter(({ item }) => item === "missing_data").map(({ value, rule }) => [value, rule])).toEqual([
    ["wallet", "wallet unknown: wallet cannot apply"],
    ["users", "active or potential users unknown: seats cannot apply"],
    ["regions", "regions served or present unknown: regions cannot apply"],
    ["employees", "employees unknown: peers cannot apply"],
    ["segment_or_industry", "segment and industry unknown: peers and white_space cannot apply"],
    ["categories", "categories unknown: white_space cannot apply"],
  ]);
});

it("a lapsed customer", async () => {
  const old = await explained("old", ".");
  expect(old.status?.value).toBe("lapsed");
  expect(old.cell).toMatchObject({ value: "", rule: "no cell: lapsed" });
  expect(old.class?.rule).toBe("no sales line in the window, so no rank and no class");
  expect(old.potential?.rule).toBe("lapsed: win it back first; nothing to grow from in the window");
  expect(old.revenue).toMatchObject({ value: "0.00", evidence: "" });
  expect(old.revenue_prior?.evidence).toBe("1 line, 50.00 in all; sales.csv:8 of 2024-07-20, 50.00");
  expect(old.revenue_before?.evidence).toBe("1 line, 70.00 in all; sales.csv:9 of 2024-06-20, 70.00");
});

it("a prospect, and a customer that only costs", async () => {
  const p = await explained("p", ".");
  expect(p.potential?.rule).toBe("a prospect buys nothing yet");
  expect(p.customer_id?.evidence).toBe("listed in customers.csv:6");
  const c = await explained("c", ".");
  expect(c.class).toMatchObject({ value: "D", rule: "costs of 12.00 and no sales line in the window" });
  expect(c.potential?.rule).toBe("nothing to grow from: revenue of 0.00 is not above 0");
  expect(c.evidence_wallet?.rule).toBe("does not apply: no revenue to grow from");
});

it("figures that miss a limit by little: rounded down, and shown where the reason is a code", async () => {
  const folder = folderOf({
    "sales.csv": "customer_id,date,amount\nw,2026-06-30,1000.00\ns,2026-06-30,1000.00\nf,2026-06-30,1000.00\n",
    "customers.csv": "customer_id,wallet,potential_growth_pct\nw,1099.99,\ns,,29.99\nf,,-0.01\n",
  });
  const w = await explained("w", "--sales", `${folder}/sales.csv`, "--customers", `${folder}/customers.csv`);
  // 99.99 of 1000 is 9.999 %.
  expect(w.potential).toMatchObject({
    value: "d",
    rule: "wallet: growth 9.9 % is below 10 %",
    evidence: "wallet 1099.99 against 1000.00 a year",
  });
  expect(w.evidence_wallet).toMatchObject({
    rule: "decides: d, growth 9.9 %",
    evidence: "wallet 1099.99 against 1000.00 a year",
  });
  const s = await explained("s", "--sales", `${folder}/sales.csv`, "--customers", `${folder}/customers.csv`);
  expect(s.potential?.rule).toBe("stated: growth 29.9 % reaches 10 %, the limit of c");
  const f = await explained("f", "--sales", `${folder}/sales.csv`, "--customers", `${folder}/customers.csv`);
  expect(f.potential).toMatchObject({
    rule: "stated: growth -0.1 % is below 10 %",
    evidence: "growth of -0.01 % stated",
  });
});

describe("options", () => {
  it("another window: a year is scaled", async () => {
    // 2025-12-31 to 2026-06-30: 500 - 100 in six months, 800 a year.
    const a = await explained("a", ".", "--window", "6");
    expect(a.annual_revenue).toMatchObject({ value: "800.00", rule: "revenue × 12 / 6" });
    expect(a.potential?.rule).toBe("wallet: growth 56.2 % a year reaches 30 %, the limit of b");
    expect(a.evidence_trend?.rule).toBe("does not apply: the window is no multiple of 4 months");
  });

  it("another method, another measure", async () => {
    const cuts = ["--abc-method", "threshold", "--abc-cuts", "700,200", "--rank-by", "contribution"];
    const a = await explained("a", ".", ...cuts);
    expect(a.class?.rule).toBe("600.00, B from 200.00, by contribution; not D, as contribution 600.00 is not below 0");
    expect(a.class_a_from?.rule).toBe("A from 700.00 contribution, 100.00 more, if nobody else changes");
  });

  it("evidence that is set aside says what it would say", async () => {
    const a = await explained("a", ".", "--potential-sources", "trend");
    expect(a.evidence_wallet?.rule).toBe("set aside by the options; it would say c, growth 25.0 %");
  });

  it("without costs and answers", async () => {
    const a = await explained("a", "--sales", "sales.csv");
    expect(a.class?.rule).toBe("rank 1 of 3 by revenue; A reaches rank 1; class D by costs is not evaluated");
    expect(a.class_d_below?.rule).toBe("D if revenue fell below 0: more than 1 000.00 less");
    expect(a.costs?.rule).toBe("no cost information in the window");
    expect(a.nps?.rule).toBe("there is no file of answers");
    expect(a.customer_name?.rule).toBe("the latest name in the sales lines");
  });
});

it("places are right over several files, title lines and quoted line ends", async () => {
  const folder = folderOf({
    "sales-1.csv": "customer_id,date,amount\nb,2026-01-10,5.00\na,2026-01-11,30.00\n",
    "sales-2.csv":
      'Export of June\n\ncustomer_id,date,amount,product\na,2026-06-01,-20.00,"two\nlines"\na,2026-06-02,10.00,x\na,2026-06-03,1.00,y\n',
  });
  const { out, err } = await run(["explain", "a", ".", "--quiet"], { cwd: folder });
  const revenue = (parse(out, { columns: true }) as Row[]).find(({ item }) => item === "revenue");
  // By size without sign, the fourth is counted only.
  expect(revenue?.evidence, err).toBe(
    "4 lines, 21.00 in all; the largest 3: sales-1.csv:3 of 2026-01-11, 30.00; sales-2.csv:4 of 2026-06-01, -20.00; sales-2.csv:6 of 2026-06-02, 10.00",
  );
});

describe("which customer", () => {
  it("a part of the name will do, and the folder may stand first", async () => {
    expect((await explained("alfa", ".")).customer_id?.value).toBe("a");
    expect((await explained(".", "alfa")).customer_id?.value).toBe("a");
  });

  it("several are listed", async () => {
    const { code, out, err } = await explain("hotell", ".", "--quiet");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toBe(
      "portfolio: 2 customers have hotell in their name\n  a Alfa Hotell\n  old Old Hotell\ntry: portfolio explain a …\n",
    );
  });

  it("nobody: the nearest are named", async () => {
    const { code, err } = await explain("delto", ".", "--quiet");
    expect(code).toBe(3);
    expect(err).toContain("near it: d Delta AS\ntry: portfolio explain d …");
  });
});

it("json is the audit trail: rows of texts, money exact", async () => {
  const { out } = await explain("a", ".", "--format", "json");
  const { command, summary, rows } = JSON.parse(out);
  expect(command).toBe("explain");
  expect(summary).toEqual({ customer_id: "a", customer_name: "Alfa Hotell", cell: "Ac", status: "active" });
  expect(rows[0]).toEqual({
    item: "customer_id",
    value: "a",
    rule: "as in the exports",
    evidence: "listed in customers.csv:2",
    section: "customer",
    code: null,
    threshold: null,
  });
});

it("a terminal shows sections, and cuts nothing", async () => {
  const { out } = await run(["explain", "a", ".", "--quiet", "--no-color"], { cwd, terminal: true });
  expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
  expect(out).toContain("\n\nclass\nclass                 A\n    rank 1 of 3 by revenue; A reaches rank 1;");
});

describe("what to do with it, and what happened", () => {
  const folder = folderOf({
    "sales.csv": `customer_id,date,amount
a,2025-10-05,600.00
a,2026-03-10,500.00
a,2026-03-10,-100.00
b,2026-06-30,100.00
x,2025-11-01,90.00
${Array.from({ length: 45 }, (_, i) => `many,2026-0${1 + Math.floor(i / 20)}-${String(1 + (i % 20)).padStart(2, "0")},1.00`).join("\n")}
`,
    "costs.csv": "customer_id,date,type,amount\na,2025-09-01,acquisition,50.00\na,2026-06-01,cogs,400.00\n",
    "customers.csv": `customer_id,name,since,until,potential_revenue,owner
a,Alfa,2024-06-30,,3000,Kari
b,Beta,,,,
x,Gone,,2026-05-31,900,
p,Pro,,,,
`,
    "nps.csv": "customer_id,date,score,respondent\na,2026-04-01,5,Ada\na,2026-04-01,,Bo\na,2026-04-02,10,Cleo\n",
    "events.csv": `customer_id,date,type,value,limit,note
a,2026-05-05,usage,80,100,
a,2026-07-10,qbr,,,
a,2026-05-06,headcount_growth,12,,new floor
`,
  });
  const sectionOf = async (customer: string, section: string) => {
    const { code, out, err } = await run(["explain", customer, ".", "--quiet"], { cwd: folder });
    expect(code, err).toBe(0);
    return (parse(out, { columns: true }) as Row[]).filter((row) => row.section === section);
  };
  const named = (rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [row.item, row]));

  it("everything in one column of dates", async () => {
    const rows = await sectionOf("a", "timeline");
    expect(rows.map(({ item, value, rule }) => [item, value, rule])).toEqual([
      ["2024-06-30", "customer since", ""],
      ["2025-10-05", "purchase 600.00", "1 line"],
      ["2026-03-10", "purchase 500.00", "1 line"],
      ["2026-03-10", "return -100.00", "1 line"],
      ["2026-04-01", "answer 5", ""],
      ["2026-04-01", "invited, no answer", ""],
      ["2026-04-02", "answer 10", ""],
      ["2026-05-05", "usage", "80 of 100"],
      ["2026-05-06", "headcount_growth", "12, new floor"],
      ["2026-07-10", "qbr", ""],
    ]);
  });

  it("of a long history the latest forty", async () => {
    const rows = await sectionOf("many", "timeline");
    expect(rows).toHaveLength(41);
    expect(rows[0]).toMatchObject({ item: "earlier", value: "5", rule: "entries up to 2026-01-05, not shown" });
    expect((await sectionOf("x", "timeline")).at(-1)).toMatchObject({ item: "2026-05-31", value: "contract ends" });
  });

  it("the findings, the relationship, the value", async () => {
    const findings = named(await sectionOf("a", "findings"));
    expect(findings.detractor).toMatchObject({ value: "blocker, strength 3" });
    expect(findings.qbr?.value).toBe("timing, strength 2");
    expect(findings.rules_without_data?.rule).toContain("peer_gap: no data");
    const relationship = named(await sectionOf("a", "relationship"));
    expect(relationship.trust).toMatchObject({ rule: "proxy" });
    expect(relationship.strategy?.value).not.toBe("");
    const value = named(await sectionOf("a", "value"));
    // 1,000 a year for two years of 365.2425 days (730 days from 2024-06-30).
    expect(value.clv_simple?.rule).toBe("annual revenue 1 000.00 × 2.00 years");
    expect(value.cac).toMatchObject({ value: "50.00", rule: "what it cost to win it, of its own rows" });
    expect((await sectionOf("p", "value"))[0]?.rule).toBe("no sales line, so no value by history");
    expect((await sectionOf("p", "findings"))[0]?.rule).toMatch(/^none of \d+ rules found anything$/);
    expect(named(await sectionOf("b", "relationship")).stage?.value).toBe("");
  });

  it("its place in the plan, and why it has none", async () => {
    const plan = named(await sectionOf("a", "plan"));
    expect(plan.plan_rank?.value).toBe("1");
    expect(plan.when?.value).toBe("2026-07-10: business review");
    expect(plan.callable_increment).toMatchObject({ value: "", rule: "waits behind: detractor" });
    expect(named(await sectionOf("b", "plan")).first_action?.value).toContain("assess the potential");
    expect((await sectionOf("x", "plan"))[0]?.rule).toBe("not in the plan: it is lost and belongs to winback");
    expect((await sectionOf("p", "plan"))[0]?.rule).toBe("not in the plan: a prospect has no cell");
  });
});

// The figures of fixtures/triggers, worked by hand. D = 2026-06-30. 202 is happy, buys little and had two outages; 203 has a
// detractor, an open complaint and falls from 32 000 to 25 500; 206 is over its limit; the events file writes one outage wrong.
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const triggers = async (...args: readonly string[]) => {
  const { code, out, err } = await run(["triggers", "fixtures/triggers", "--quiet", ...args]);
  expect(code, err).toBe(0);
  return out;
};

const rows = async (...args: readonly string[]) =>
  JSON.parse(await triggers("--format", "json", ...args)).rows as Record<string, unknown>[];

describe("portfolio triggers", () => {
  it("the columns, and a row a finding", async () => {
    const [header, first] = (await triggers()).split("\n");
    expect(header).toBe("customer_id,customer_name,rule,kind,strength,date,evidence,action");
    expect(first).toBe(
      '203,Cedar Hotels,detractor,blocker,3,2026-05-07,"1 of 2 respondents at 6 or less, the lowest 4: Finn Gran 4","call the respondent, hear what is wrong, mend it and report back"',
    );
  });

  it("a promoter with little revenue and two outages: the opportunity and the veto", async () => {
    const own = (await rows()).filter(({ customer_id }) => customer_id === "202");
    expect(own.map(({ rule, kind }) => `${kind} ${rule}`)).toEqual([
      "blocker outages",
      "opportunity seat_whitespace",
      "timing order_due",
      "opportunity happy_low_spender",
      "opportunity champion",
    ]);
  });

  it("a row a customer", async () => {
    const lines = (await triggers("--per", "customer")).split("\n");
    expect(lines[0]).toBe(
      "customer_id,customer_name,cell,blockers,timing,opportunities,warnings,strength,strongest,rules",
    );
    expect(lines).toContain(
      '203,Cedar Hotels,Aa,2,1,1,1,3,detractor,"detractor, open_complaint, order_due, region_whitespace, sales_decline"',
    );
    expect(lines).toHaveLength(10);
  });

  it("only what is new, only some rules", async () => {
    const found = await rows("--since", "2026-06-10", "--rules", "outages, open_complaint,follow_up");
    expect(found.map(({ customer_id, rule, date }) => [customer_id, rule, date])).toEqual([
      ["202", "outages", "2026-06-16"],
      ["201", "follow_up", "2026-06-12"],
      ["208", "follow_up", "2026-06-30"],
    ]);
  });

  it("json: the options, and what became of each rule", async () => {
    const { options, summary } = JSON.parse(await triggers("--format", "json", "--since", "2026-06-01"));
    expect(options).toMatchObject({ per: null, since: "2026-06-01", rules: null });
    expect(options.triggers).toMatchObject({ off: [], rules: [], seat_whitespace: { below: 0.5, strong: 0.2 } });
    expect(summary).toMatchObject({ customers: 8, customers_with_findings: 8, customers_blocked: 3 });
    expect(summary.kinds[0]).toEqual({ kind: "blocker", findings: 4, customers: 3 });
    expect(summary.rules).toHaveLength(28);
    expect(summary.rules).toContainEqual({
      rule: "peer_gap",
      kind: "opportunity",
      findings: 0,
      state: "no_data",
      needs: "sales + customers.employees + customers.segment or customers.industry",
    });
  });

  it("a table with what there is of each kind", async () => {
    const table = await triggers("--format", "table", "--since", "2026-06-01");
    expect(table).toMatch(/^findings +\d+ since 2026-06-01, at 8 of 8 customers$/m);
    expect(table).toMatch(/^no data +peer_gap$/m);
    expect(table).toMatch(/^blocker +4 +3 +4$/m);
    expect(await triggers("--format", "table")).toMatch(/^findings +35, at 8 of 8 customers$/m);
  });

  it("unknown event types are counted once, with the nearest known one", async () => {
    const { err } = await run(["triggers", "fixtures/triggers"]);
    expect(err.match(/outtage, perhaps outage/g)).toHaveLength(1);
    expect(err).toContain("note: no data: peer_gap\n");
  });

  it("sales alone: the other rules have no data, and too short a history is said", async () => {
    const folder = folderOf({
      "sales.csv": "customer_id,date,amount\n1,2026-01-01,5\n1,2026-02-01,5\n1,2026-03-01,5\n",
    });
    const { code, out, err } = await run(["triggers", folder, "--as-of", "2026-03-31"]);
    expect(code, err).toBe(0);
    // Gaps of 31 and 28 days, 29.5 in the median.
    expect(out).toContain('1,,order_due,timing,2,2026-03-31,"orders every 29.5 days');
    expect(err).toContain("note: insufficient history: season, sales_decline\n");
    expect(err).toMatch(/note: no data: detractor, .*no_new_product, underused\n/);
  });

  it("without a sales file, what the customers file says", async () => {
    const folder = folderOf({
      "customers.csv": "customer_id,active users,potential users,since\n1,1,10,2024-01-31\n",
      "events.csv": "customer_id,date,type\n1,2026-01-31,outage\n",
    });
    const { code, out, err } = await run(["triggers", folder, "--quiet"]);
    expect(code, err).toBe(0);
    expect(out).toContain('1,,seat_whitespace,opportunity,3,2026-01-31,"1 of 10 potential users are active, 10 %"');
  });

  it("rules of the settings file", async () => {
    const found = await rows("--config", "fixtures/triggers/rules.yaml");
    const ids = found.map(({ rule }) => rule);
    expect(ids).toContain("happy_but_shrinking");
    for (const id of ["outages", "budget", "season"]) expect(ids).not.toContain(id);
    const own = await rows("--config", "fixtures/triggers/rules.yaml", "--rules", "happy_but_shrinking,season");
    expect(own.map(({ rule }) => rule)).toEqual(["happy_but_shrinking", "season"]);
  });

  it("wrong rules: on the command line exit 2, in the settings exit 3", async () => {
    const unknown = await run(["triggers", "fixtures/triggers", "--rules", "outage"]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("--rules: there is no rule outage; did you mean outages?");
    expect((await run(["triggers", "fixtures/triggers", "--rules", "a,,b"])).code).toBe(2);
    const settings = async (yaml: string) => {
      const folder = folderOf({ "sales.csv": "customer_id,date,amount\n1,2026-01-01,5\n", "portfolio.yaml": yaml });
      const { code, err } = await run(["triggers", folder]);
      expect(code).toBe(3);
      return err;
    };
    const rule = (rest: string) => `triggers:\n  rules:\n    - { id: mine, kind: warning, action: ask, ${rest} }\n`;
    expect(await settings("triggers: { outages: { counts: 3 } }\n")).toContain(
      "triggers.outages: there is no setting counts; did you mean count?",
    );
    expect(await settings("triggers: { outage: { count: 3 } }\n")).toContain("did you mean outages?");
    expect(await settings(rule("whn: 1 = 1"))).toContain("triggers.rules.0");
    expect(await settings(rule('when: "revenue > (select 1)"'))).toMatch(/triggers\.rules\.0\.when: at \d+/);
    expect(await settings(rule('when: "1 = 1; drop table sales"'))).toMatch(/triggers\.rules\.0\.when: at \d+/);
    expect(await settings("triggers: { off: [outage] }\n")).toContain("there is no rule outage; did you mean outages?");
  });
});

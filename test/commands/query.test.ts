import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

/**
 * As of 2026-06-30. a bought in two months, with a return in the second: 100.00, then 200.00 − 50.00. b bought once, 40.00.
 */
const cwd = folderOf({
  "sales.csv": `customer_id,date,amount
b,2026-06-30,40.00
a,2026-02-10,200.00
a,2025-12-05,100.00
a,2026-02-20,-50.00
`,
  "nps.csv": "customer_id,date,score,respondent\nb,2026-05-01,3,bo\na,2026-05-02,,al\na,2026-05-01,10,al\n",
  "events.csv": `customer_id,date,type,value,limit,note
b,2026-06-01,complaint_opened,,,late
a,2026-06-01,usage,90,100,
a,2026-09-01,qbr,,,
`,
  "portfolio.yaml": 'matrix:\n  plays:\n    "B?": ring them\n',
});

const names = ["customers", "cells", "months", "answers", "events", "findings", "stages", "winback", "plan"];

const query = (sql: string, ...args: readonly string[]) => run(["query", sql, ".", "--quiet", ...args], { cwd });
const rowsOf = async (sql: string) => {
  const { code, out, err } = await query(sql);
  expect(err).toBe("");
  expect(code).toBe(0);
  return parse(out) as string[][];
};

describe("portfolio query", () => {
  it("asks the months", async () =>
    expect(await rowsOf("select * from months")).toEqual([
      ["customer_id", "month", "revenue", "purchases"],
      ["a", "2025-12-01", "100.00", "1"],
      ["a", "2026-02-01", "150.00", "1"],
      ["b", "2026-06-01", "40.00", "1"],
    ]));

  it("asks the answers", async () =>
    expect(await rowsOf("select customer_id, date, score, respondent from answers")).toEqual([
      ["customer_id", "date", "score", "respondent"],
      ["a", "2026-05-01", "10", "al"],
      ["a", "2026-05-02", "", "al"],
      ["b", "2026-05-01", "3", "bo"],
    ]));

  it("asks the events", async () =>
    expect(await rowsOf("select customer_id, date, type, value, usage_limit, note from events")).toEqual([
      ["customer_id", "date", "type", "value", "usage_limit", "note"],
      ["a", "2026-06-01", "usage", "90.0000", "100.0000", ""],
      ["a", "2026-09-01", "qbr", "", "", ""],
      ["b", "2026-06-01", "complaint_opened", "", "", "late"],
    ]));

  it("asks the findings, and joins", async () => {
    const rows = await rowsOf(
      "select f.rule, c.class from findings as f join customers as c using (customer_id) where c.customer_id = 'b' order by all",
    );
    const triggers = await run(["triggers", ".", "--quiet", "--where", "customer_id = 'b'", "--columns", "rule"], {
      cwd,
    });
    expect(rows.slice(1).map(([rule]) => rule)).toEqual(parse(triggers.out).slice(1).flat().sort());
    expect(rows.length).toBeGreaterThan(1);
  });

  it("adds up to what the files say", async () =>
    expect(await rowsOf("select sum(revenue) as total, count(*) as n from customers")).toEqual([
      ["total", "n"],
      ["290.00", "2"],
    ]));

  it.each([
    ["classify", "customers"],
    ["matrix", "cells"],
    ["triggers", "findings"],
    ["stages", "stages"],
    ["winback", "winback", "fixtures/winback"],
    ["plan", "plan"],
  ])("has every row and column that %s has", async (command, table, folder = "fixtures/triggers") => {
    const asked = await run(["query", `select * from ${table}`, folder, "--quiet", "--format", "ndjson"]);
    const said = await run([command, folder, "--quiet", "--format", "ndjson"]);
    // Money is exact in both.
    expect(asked.out.length).toBeGreaterThan(0);
    expect(asked.out).toBe(said.out);
  });

  it("takes the folder first, too", async () => {
    const { code, out } = await run(["query", ".", "select count(*) as n from customers", "--quiet"], { cwd });
    expect([code, out]).toEqual([0, "n\n2\n"]);
  });

  it("fills the tables that are asked for by other means", async () => {
    expect(await rowsOf("select count(*) as n from query_table('mon' || 'ths')")).toEqual([["n"], ["3"]]);
    expect((await rowsOf("show tables")).slice(1).flat()).toEqual(names.toSorted());
  });

  it("says what it was asked in json, and takes the options of every output", async () => {
    const { out } = await query(
      "select customer_id, revenue from customers",
      "--format",
      "json",
      "--where",
      "revenue < 100",
    );
    expect(JSON.parse(out)).toMatchObject({
      command: "query",
      as_of: "2026-06-30",
      options: { sql: "select customer_id, revenue from customers" },
      rows: [{ customer_id: "b", revenue: "40.00" }],
    });
  });

  it("writes xlsx and parquet", async () => {
    for (const name of ["q.xlsx", "q.parquet"]) {
      const { code } = await query("select * from months", "-o", name);
      expect(code).toBe(0);
    }
    const [sheet] = await readWorkbook(path.join(cwd, "q.xlsx"));
    expect(sheet?.sheet).toBe("Query");
    expect(sheet?.data[1]).toEqual(["a", new Date("2025-12-01T00:00:00Z"), 100, 1]);
    expect(readFileSync(path.join(cwd, "q.parquet"), "latin1")).toMatch(/^PAR1[\s\S]*PAR1$/);
  });

  it("refuses before it reads", async () => {
    const { code, err } = await run(["query", "select nope from customers", "no/such/folder"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('portfolio: the query: Referenced column "nope" not found');
    expect(err).toMatch(/LINE 1: select nope from customers\n +\^\n/);
  });

  it.each([
    ["select * from read_csv('sales.csv')", "file system operations are disabled"],
    ["select * from 'sales.csv'", "file system operations are disabled"],
    ["copy customers to 'out.csv'", "file system operations are disabled"],
    ["drop table customers", "a query is a SELECT, and this is a DROP"],
  ])("refuses %s", async (sql, message) => {
    const { code, out, err } = await query(sql);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  it("stops at a fault that shows with the rows only", async () => {
    const { code, err } = await query("select customer_id::int from customers");
    expect(code).toBe(2);
    expect(err).toContain("Could not convert string 'a' to INT32");
  });

  it("asks what there is: answers without sales, but no customers", async () => {
    const surveyed = folderOf({ "nps.csv": "customer_id,date,score\na,2026-05-01,9\n" });
    const answers = await run(["query", "select customer_id, score from answers", ".", "--quiet"], { cwd: surveyed });
    expect(answers.out).toBe("customer_id,score\na,9\n");
    const customers = await run(["query", "select * from customers", ".", "--quiet"], { cwd: surveyed });
    expect(customers.code).toBe(3);
    expect(customers.err).toContain("there are no sales lines");
  });

  it("needs a query", async () => expect((await run(["query"], { cwd })).code).toBe(2));
});

describe("portfolio query --schema", () => {
  it("lists tables and columns, and reads nothing", async () => {
    const { code, out } = await run(["query", "--schema"], { cwd: folderOf() });
    expect(code).toBe(0);
    const rows = parse(out, { columns: true }) as { table: string; column: string; type: string }[];
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(names));
    expect(rows).toContainEqual({ table: "customers", column: "revenue", type: "decimal(38, 4)" });
    expect(rows).toContainEqual({ table: "months", column: "month", type: "date" });
  });

  it("knows the column that a window of another length adds", async () => {
    const columns = async (...args: string[]) => (await run(["query", "--schema", ...args], { cwd })).out;
    expect(await columns()).not.toContain("annual_revenue");
    expect(await columns("--window", "24")).toContain("customers,annual_revenue");
  });

  it.each([
    [["select 1"], "no exports given", 'a file: portfolio query "SQL" --sales FILE'],
    [["."], "there is no query", 'portfolio query "select * from customers" .'],
    [[], "there is no query", 'portfolio query "select * from customers" DIR'],
  ])("of %j says what is missing", async (args, message, hint) => {
    const { code, err } = await run(["query", ...args], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`portfolio: ${message}\ntry: `);
    expect(err).toContain(hint);
  });

  it("takes no folder, as it would read nothing of it", async () =>
    expect((await run(["query", "--schema", "."], { cwd })).code).toBe(2));

  it("says the types that the tables have", async () => {
    const listed = parse((await run(["query", "--schema"], { cwd })).out, { columns: true }) as { type: string }[];
    const sql = names.map((name) => `select '${name}' as t, column_type as c from (describe ${name})`);
    const described = await rowsOf(sql.join(" union all "));
    expect(described.slice(1).map(([, type]) => type?.toLowerCase())).toEqual(
      listed.map(({ type }) => type.replace(" ", "")),
    );
  });
});

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkQuery, type QueryTable, runQuery } from "../../src/engine/query.ts";
import { distinctNames } from "../../src/engine/result-table.ts";
import { folderOf } from "../helpers/folders.ts";

const customers: QueryTable = {
  name: "customers",
  columns: [
    { name: "customer_id", type: "text" },
    { name: "revenue", type: "money" },
    { name: "margin", type: "number" },
    { name: "orders", type: "count" },
    { name: "first_purchase", type: "date" },
  ],
  rows: [
    ["c", 12_345_678n, 0.3, 4, "2026-01-31"],
    ["a", -50_000n, null, 0, null],
    ["b", null, -0.5, 12, "1999-12-31"],
  ],
};

const ask = (sql: string) => runQuery(sql, [customers]);
const cells = async (sql: string) => (await ask(sql)).rows;

describe("runQuery", () => {
  it("gives every value back as it was, in the table's own order", async () => {
    expect(await ask("select * from customers")).toEqual({ columns: customers.columns, rows: customers.rows });
  });

  it("orders as it is asked to", async () => {
    expect(await cells("select customer_id from customers order by revenue desc nulls last")).toEqual([
      ["c"],
      ["a"],
      ["b"],
    ]);
  });

  it("keeps more rows than a chunk holds in order", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`c${i}`, BigInt(i), null, i, null]);
    expect((await runQuery("select * from customers", [{ ...customers, rows }])).rows).toEqual(rows);
  });

  it("knows what comes from an amount, and keeps it exact", async () => {
    // 1234.5678 − 5 = 1229.5678; a tenth of 1234.5678 is 123.45678, rounded to 123.4568.
    const sql = "select sum(revenue) as s, max(revenue) * 0.1 as p, round(max(revenue), 2) as r, sum(revenue) / 2 as q";
    expect(await ask(`${sql} from customers`)).toEqual({
      columns: [
        { name: "s", type: "money" },
        { name: "p", type: "money" },
        { name: "r", type: "money" },
        { name: "q", type: "number" },
      ],
      rows: [[12_295_678n, 1_234_568n, 12_345_700n, 614.7839]],
    });
  });

  it.each([
    ["count(*)", "count", 3],
    ["sum(orders)", "count", 16],
    ["9007199254740993::bigint", "text", "9007199254740993"],
    ["0.25", "number", 0.25],
    ["1.5::float", "number", 1.5],
    ["'infinity'::double", "number", null],
    ["true", "text", "true"],
    ["[1, 2]", "text", "[1, 2]"],
    ["timestamp '2026-01-31 12:00:00'", "text", "2026-01-31 12:00:00"],
    ["timestamptz '2026-01-31 12:00:00+02'", "text", "2026-01-31 10:00:00+00"],
    ["timestamptz '2026-01-31 12:00:00+02'::varchar", "text", "2026-01-31 10:00:00+00"],
    ["'infinity'::date", "date", null],
    ["date '0001-01-01'", "date", "0001-01-01"],
    ["date '9999-12-31'", "date", "9999-12-31"],
    ["null", "count", null],
    ["'Åse 😀'", "text", "Åse 😀"],
  ])("%s is a %s", async (expression, type, value) => {
    expect(await ask(`select ${expression} as x from customers limit 1`)).toEqual({
      columns: [{ name: "x", type }],
      rows: [[value]],
    });
  });

  it("gives columns of one name two names", async () => {
    const { columns } = await ask("select customer_id, customer_id, orders as Customer_ID from customers");
    expect(columns.map(({ name }) => name)).toEqual(["customer_id", "customer_id_2", "Customer_ID_3"]);
  });

  it.each([
    "from customers",
    "values (1)",
    "with x as (select 1) select * from x",
    "show tables",
    "describe customers",
  ])("reads: %s", async (sql) => expect((await ask(sql)).rows.length).toBeGreaterThan(0));
});

describe("what is refused", () => {
  const folder = folderOf({ "secret.csv": "a,b\n1,2\n", "secret.txt": "secret" });
  const file = path.join(folder, "secret.csv");
  const target = path.join(folder, "written");

  it.each([
    // Files read.
    `select * from read_csv('${file}')`,
    `select * from read_csv_auto('${file}')`,
    `select * from sniff_csv('${file}')`,
    `select * from '${file}'`,
    "select * from 'secret.csv'",
    "select * from '*.csv'",
    `select * from read_text('${folder}/secret.txt')`,
    `select * from read_blob('${folder}/secret.txt')`,
    `select * from read_parquet('${folder}/x.parquet')`,
    `select * from parquet_scan('${folder}/x.parquet')`,
    `select * from parquet_metadata('${folder}/x.parquet')`,
    `select * from read_json('${folder}/x.json')`,
    `select * from read_ndjson_objects('${folder}/x.json')`,
    `select * from read_duckdb('${folder}/x.db')`,
    `select * from glob('${folder}/*')`,
    "select * from glob('/etc/*')",
    `select * from query('select * from read_csv(''${file}'')')`,
    `select * from query_table('${file}')`,
    `with x as (select * from '${file}') select * from x`,
    `select (select count(*) from '${file}')`,
    "select * from read_csv('https://example.com/x.csv')",
    "select * from read_parquet('s3://bucket/x.parquet')",
    "select * from duckdb_extensions()",
    "select * from duckdb_secrets()",
    "select * from which_secret('s3://x', 's3')",
    "select * from read_xlsx('x.xlsx')",
    "select * from sqlite_scan('x.db', 't')",
    "select * from postgres_scan('host=x', 'public', 't')",
    "select getenv('HOME')",
    // Files written.
    `copy customers to '${target}'`,
    `copy (select 1) to '${target}' (format parquet)`,
    "copy customers to '/dev/stdout'",
    `copy customers from '${file}'`,
    `export database '${target}'`,
    `import database '${target}'`,
    `select * from query('copy (select 1) to ''${target}''')`,
    // Other databases, extensions, settings.
    `attach '${target}.db'`,
    `attach ':memory:' as other`,
    "detach memory",
    "copy from database memory to other",
    "install httpfs",
    "force install httpfs",
    "load httpfs",
    `load '${target}.duckdb_extension'`,
    "update extensions",
    "set threads = 4",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set variable x = 1",
    "reset threads",
    "reset lock_configuration",
    "pragma version",
    "pragma table_info('customers')",
    "PRAGMA enable_profiling",
    "/* hello */ pragma database_list",
    "-- hello\npragma threads=4",
    "call pragma_version()",
    "call enable_logging()",
    "create secret (type s3)",
    "use memory",
    // Changes.
    "create table x (a int)",
    "create or replace table customers as select 1",
    "create view x as select 1",
    "create macro f(a) as a",
    "create schema x",
    "create type x as enum ('a')",
    "create temp table x as select 1",
    "insert into customers select * from customers",
    "with x as (select * from customers) insert into customers select * from x",
    "insert into customers select * from customers returning *",
    "update customers set orders = 1",
    "delete from customers",
    "truncate customers",
    "merge into customers using customers as c on false when not matched then insert",
    "drop table customers",
    "alter table customers rename to x",
    "comment on table customers is 'x'",
    "begin",
    "commit",
    "rollback",
    "checkpoint",
    "force checkpoint",
    "vacuum",
    "analyze",
    // No single, whole SELECT.
    "prepare p as select 1",
    "execute p",
    "deallocate p",
    "explain select 1",
    "explain analyze select 1",
    "select 1; select 2",
    "select 1; drop table customers",
    "select 1; copy customers to 'x'",
    "",
    "   ",
    ";",
    "-- nothing",
    "/* nothing */",
    "select * from customers where orders = $1",
    "select ?",
    // Mistakes.
    "selec 1",
    "select nope from customers",
    "select * from customer",
    "select 'a'::int",
    "select sum(customer_id) from customers",
    "select * from",
  ])("%s", async (sql) => {
    const error = await ask(sql).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "UserError", exit: 2 });
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(["secret.csv", "secret.txt"]);
  });

  it("shows what DuckDB says, and where", async () => {
    await expect(ask("select\n  nope\nfrom customers")).rejects.toMatchObject({
      message: 'the query: Referenced column "nope" not found in FROM clause!',
      details: [expect.stringContaining("Candidate bindings"), "LINE 2:   nope", "          ^"],
      hint: "portfolio query --schema lists tables and columns",
    });
  });

  it("does not hand on advice that cannot be followed", async () => {
    await expect(ask("select * from read_xlsx('x.xlsx')")).rejects.toMatchObject({ details: [] });
  });

  it("names the kind of statement", () =>
    expect(ask("insert into customers select * from customers")).rejects.toMatchObject({
      message: "a query is a SELECT, and this is an INSERT",
    }));

  it("pivots over values that are named, and says so where they are not", async () => {
    await expect(
      ask("select * from (pivot (select 'A' as letter) on letter in ('A', 'B') using count(*))"),
    ).resolves.toMatchObject({ columns: [{ name: "A" }, { name: "B" }] });
    await expect(ask("pivot customers on customer_id using count(*);")).rejects.toMatchObject({
      message: "a pivot names its values: pivot … on class in ('A', 'B', 'C', 'D') using …",
      exit: 2,
    });
    await expect(ask("select 1; select 2 as pivot")).rejects.toMatchObject({
      message: "a query is one SELECT, and these are 2 statements",
    });
  });

  it("stops a query that takes too much memory", () =>
    expect(
      runQuery("select * from range(1000000000) as t(x) order by x desc", [customers], { memory: "100MB" }),
    ).rejects.toMatchObject({ exit: 4, hint: "--memory 4GB" }));

  it("stops a query that gives too much", () =>
    expect(ask("select * from range(10000001)")).rejects.toMatchObject({
      message: "the query gives 10000001 rows, more than ten million values",
      exit: 2,
    }));
});

describe("checkQuery", () => {
  it("refuses a query before there are rows", async () => {
    await expect(checkQuery("select nope from customers", [customers])).rejects.toMatchObject({ exit: 2 });
    await expect(checkQuery("select orders from customers", [customers])).resolves.toBeUndefined();
  });
});

describe("distinctNames", () => {
  it.each([
    [
      ["a", "b"],
      ["a", "b"],
    ],
    [
      ["a", "A", "a"],
      ["a", "A_2", "a_3"],
    ],
    // The name that would come next is somebody's own.
    [
      ["a", "a", "a_2"],
      ["a", "a_3", "a_2"],
    ],
    [
      ["", "x", ""],
      ["column_1", "x", "column_3"],
    ],
    [["a\0b"], ["ab"]],
  ])("%j", (given, expected) => expect(distinctNames(given)).toEqual(expected));
});

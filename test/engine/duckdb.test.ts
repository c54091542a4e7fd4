import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckDb } from "../../src/engine/duckdb.ts";
import type { Engine } from "../../src/engine/port.ts";
import type { BulkPlan } from "../../src/ingest/plan.ts";
import { folderOf } from "../helpers/folders.ts";
import { ask } from "../helpers/own-sql.ts";
import { openEngine, readTable } from "../helpers/read-table.ts";

const planOf = (file: string, rest: Partial<BulkPlan> = {}): BulkPlan => ({
  path: file,
  delimiter: ",",
  lineEnd: "\n",
  skipLines: 1,
  fieldCount: 3,
  texts: { unicode: false, otherBlanks: false, padded: false, trickyMarks: true },
  dateSpelling: null,
  rules: {
    customer_id: { kind: "id", index: 0 },
    answer_date: { kind: "date", index: 1, column: "date", format: "iso" },
    score: { kind: "score", index: 2 },
  },
  ...rest,
});

const answers = "customer_id,date,score\nC1,2026-01-31,9\nC2,2026-02-28,\n";

async function withEngine(
  readable: readonly string[],
  use: (engine: Engine, temporaryFolder: string) => Promise<void>,
): Promise<void> {
  const { engine, temporaryFolder } = await openEngine(readable);
  try {
    await use(engine, temporaryFolder);
  } finally {
    await engine.close();
  }
}

/** Loads a file of answers by itself and keeps it; the rows, or `null`. */
async function load(engine: Engine, plan: BulkPlan): Promise<number | null> {
  const pending = engine.loadBulk("answers", plan);
  const rows = await pending.rows;
  await (rows === null ? pending.rollback() : pending.commit());
  return rows;
}

describe("a locked engine", () => {
  const secret = "a,b\n1,2\n";

  it.each([
    ["another file", (file: string) => `select count(*) as n from read_csv('${file}')`],
    ["another file as text", (file: string) => `select count(*) as n from read_text('${file}')`],
    ["another file by its bare name", (file: string) => `select count(*) as n from '${file}'`],
    ["the folder beside", (file: string) => `select count(*) as n from glob('${path.dirname(file)}/*')`],
    ["a database", (file: string) => `attach '${file}.db' as other`],
    ["what it would write", (file: string) => `copy (select 1 as n) to '${file}.out'`],
    ["a web address", () => "select count(*) as n from read_csv('https://example.org/x.csv')"],
    ["an extension", () => "install httpfs"],
    ["an extension by name", () => "load spatial"],
    ["an extension by path", (file: string) => `load '${file}'`],
    ["a setting", () => "set threads = 1"],
    ["the lock itself", () => "set lock_configuration = false"],
    ["the access", () => "set enable_external_access = true"],
    ["the allowed paths", (file: string) => `set allowed_paths = ['${file}']`],
    ["the setting's default", () => "reset allowed_paths"],
    ["the environment", () => "select getenv('HOME') as n"],
  ])("refuses %s", async (_what, sql) => {
    const folder = folderOf({ "secret.csv": secret, "sales.csv": answers });
    const file = path.join(folder, "secret.csv");
    await withEngine([path.join(folder, "sales.csv")], async (engine) => {
      await expect(ask(engine, sql(file), { n: "count" })).rejects.toThrow(
        /Permission|disabled|Cannot change|locked|not allowed|does not exist|Catalog/i,
      );
    });
    expect(readdirSync(folder).sort()).toEqual(["sales.csv", "secret.csv"]);
  });

  it("fails where a plan names a file that was not allowed, and does not call it unreadable", async () => {
    const folder = folderOf({ "secret.csv": answers });
    await withEngine([], async (engine) => {
      await engine.createTable("answers", ["customer_id"], false);
      const pending = engine.loadBulk("answers", planOf(path.join(folder, "secret.csv")));
      await expect(pending.rows).rejects.toThrow(/Permission/);
      await pending.rollback();
    });
  });

  it("reads what it was allowed, and its own folder", async () => {
    const folder = folderOf({ "nps.csv": answers });
    await withEngine([path.join(folder, "nps.csv")], async (engine, own) => {
      writeFileSync(path.join(own, "copy.csv"), answers);
      await engine.createTable("answers", ["customer_id", "answer_date", "score"], false);
      expect(await load(engine, planOf(path.join(folder, "nps.csv")))).toBe(2);
      expect(await load(engine, planOf(path.join(own, "copy.csv")))).toBe(2);
      const { n } = await ask(engine, "select count(*) as n from answers", { n: "count" });
      expect(n).toEqual([4]);
    });
  });

  it("takes a limit of memory, and spills into its own folder", async () => {
    const { engine, temporaryFolder } = await openEngine([], "200MB");
    try {
      const settings = await ask(
        engine,
        "select current_setting('memory_limit') as memory, current_setting('temp_directory') as spill",
        { memory: "text", spill: "text" },
      );
      expect(settings.memory[0]).toMatch(/MiB/);
      expect(settings.spill).toEqual([temporaryFolder]);
    } finally {
      await engine.close();
    }
  });

  it("refuses a limit that is none", async () => {
    await expect(openDuckDb({ readablePaths: [], temporaryFolder: folderOf(), memory: "much" })).rejects.toThrow();
  });
});

describe("names that mean something to the reader of files", () => {
  it.each([
    ["sales[1].csv", "sales1.csv"],
    ["x*.csv", "xy.csv"],
    ["wh?t.csv", "what.csv"],
    ["it's.csv", "its.csv"],
    ['a "quoted" name.csv', "a name.csv"],
    ["two\nlines.csv", "twolines.csv"],
    ["{a,b}.csv", "a.csv"],
    ["back\\slash.csv", "backslash.csv"],
    ["50%25.csv", "50%.csv"],
    ["**", "other.csv"],
    ["smørbrød 🧈.csv", "smorbrod.csv"],
  ])("%j is that file and not %s", async (name, other) => {
    const sales = (count: number) =>
      `customer_id,date,amount\n${Array.from({ length: count }, (_, i) => `C${i},2026-01-15,10.50\n`).join("")}`;
    const folder = folderOf({ [name]: sales(3), [other]: sales(7) });
    const { reading } = await readTable("sales", path.join(folder, name));
    expect(reading).toMatchObject({ rows: 3, reader: "bulk" });
  });
});

describe("tables", () => {
  it("hold the columns of the run; the others are there and empty", async () => {
    await withEngine([], async (engine) => {
      await engine.createTable("sales", ["customer_id", "amount"], false);
      const sink = await engine.append("sales");
      sink.add(["C1", 12_345n]);
      await sink.close();
      expect(
        await ask(engine, "select * from sales", {
          customer_id: "text",
          amount: "money",
          sale_date: "date",
          product: "text",
          row_hash: "count",
          row_number: "count",
        }),
      ).toEqual({
        customer_id: ["C1"],
        amount: [12_345n],
        sale_date: [null],
        product: [null],
        row_hash: [null],
        row_number: [0],
      });
    });
  });

  it("take any number of rows, of any size of money, in the order given", async () => {
    await withEngine([], async (engine) => {
      await engine.createTable("sales", ["customer_id", "sale_date", "amount"], true);
      const sink = await engine.append("sales");
      const count = 2048 * 2 + 1;
      const most = 10n ** 33n;
      for (let i = 0; i < count; i++)
        sink.add([i % 2 === 0 ? `C${i}` : null, "1999-12-31", i === 0 ? -most : BigInt(i), `raw ${i % 10}`]);
      await sink.close();
      const { row_number, customer_id, sale_date, amount } = await ask(
        engine,
        "select row_number, customer_id, sale_date, amount from sales order by row_number",
        { row_number: "count", customer_id: "text", sale_date: "date", amount: "money" },
      );
      expect(row_number).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(customer_id.slice(0, 3)).toEqual(["C0", null, "C2"]);
      expect(new Set(sale_date)).toEqual(new Set(["1999-12-31"]));
      expect(amount.slice(0, 3)).toEqual([-most, 1n, 2n]);
      const { n } = await ask(engine, "select count(distinct row_hash) as n from sales", { n: "count" });
      expect(n).toEqual([10]);
    });
  });

  it("take no rows", async () => {
    await withEngine([], async (engine) => {
      await engine.createTable("costs", ["customer_id"], false);
      await (await engine.append("costs")).close();
      expect(await ask(engine, "select customer_id from costs", { customer_id: "text" })).toEqual({ customer_id: [] });
    });
  });

  it("must be declared", async () => {
    await withEngine([], async (engine) => {
      await expect(engine.append("costs")).rejects.toThrow("table costs was never created");
      expect(() => engine.loadBulk("costs", planOf("/nowhere"))).toThrow("table costs was never created");
    });
  });

  it("are as they were after a load that failed or was not wanted", async () => {
    const folder = folderOf({ "good.csv": answers, "bad.csv": `${answers}C3,soon,9\n` });
    const [good, bad] = [path.join(folder, "good.csv"), path.join(folder, "bad.csv")];
    await withEngine([good, bad], async (engine) => {
      await engine.createTable("answers", ["customer_id", "answer_date", "score"], false);
      expect(await load(engine, planOf(good))).toBe(2);
      expect(await load(engine, planOf(bad))).toBeNull();
      const unwanted = engine.loadBulk("answers", planOf(good));
      expect(await unwanted.rows).toBe(2);
      await unwanted.rollback();
      expect(await ask(engine, "select count(*) as n from answers", { n: "count" })).toEqual({ n: [2] });
    });
  });
});

describe("queries", () => {
  it("say which column they lack", async () => {
    await withEngine([], async (engine) => {
      await expect(ask(engine, "select 1 as n", { m: "count" })).rejects.toThrow("has no column m");
    });
  });

  it("may be closed upon while one is under way", async () => {
    const { engine } = await openEngine([]);
    const slow = ask(engine, "select sum(range) as n from range(3000000)", { n: "count" });
    await engine.close();
    expect((await slow).n).toEqual([4_499_998_500_000]);
  });

  it("are answered when the engine is closed, and none is asked after", async () => {
    const { engine } = await openEngine([]);
    const quick = ask(engine, "select 1 as n", { n: "count" });
    const slow = ask(engine, "select sum(range) as n from range(3000000)", { n: "count" });
    const late = quick.then(() => ask(engine, "select sum(range) as n from range(3000000)", { n: "count" }));
    const ended = Promise.allSettled([quick, slow, late]);
    await engine.close();
    expect((await ended).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    await expect(late).rejects.toThrow("is asked of a closed engine");
  });

  it("leave nothing in the run's folder", async () => {
    const { engine, temporaryFolder } = await openEngine([]);
    await ask(engine, "select 1 as n", { n: "count" });
    await engine.close();
    expect(existsSync(temporaryFolder) ? readdirSync(temporaryFolder) : []).toEqual([]);
  });
});

// A portfolio of five, worked by hand. Windows are the 12 months up to the day.
//   up to 2025-12-31: a 100 · b 80 · c 60 · d 40 · e 20     → A a, B b c d, C e
//   up to 2026-12-31: a 100 · b 130 · c 60 · d 0 · e 20, f 10 → A b, B a c e, C f; d has lapsed
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const sales = [
  "customer_id,customer_name,date,amount",
  ...["a,Åse,100", "b,Bo,80", "c,,60", "d,Dag,40", "e,,20"].map((line) => {
    const [id, name, amount] = line.split(",");
    return `${id},${name},2025-06-30,${amount}`;
  }),
  ...["a,Åse,100", "b,Bo,130", "c,,60", "e,,20", "f,=cmd,10"].map((line) => {
    const [id, name, amount] = line.split(",");
    return `${id},${name},2026-06-30,${amount}`;
  }),
  "",
].join("\n");

const exportsFolder = () => folderOf({ "sales.csv": sales });
const dates = ["--as-of", "2026-12-31", "--against", "2025-12-31"];

const ok = async (cwd: string, ...args: readonly string[]) => {
  const { code, out, err } = await run(args, { cwd });
  expect(code, err).toBe(0);
  return { out, err };
};

describe("two days", () => {
  it("a row a customer, the cause in figures", async () => {
    const { out } = await ok(exportsFolder(), "compare", ".", ...dates, "--quiet");
    expect(out.split("\n").map((line) => line.split(",active")[0])).toEqual([
      "customer_id,customer_name,from_cell,to_cell,move,cause,revenue_from,revenue_to,cause_inputs,from_status,to_status,from_stage,to_stage",
      'a,Åse,A?,B?,down,"revenue 100.00 as before, A from 100.00 → 130.00",100.00,100.00,cut',
      'd,Dag,B?,,left,"has not bought since 2025-06-30, revenue 40.00 → 0",40.00,0.00,revenue',
      'b,Bo,B?,A?,up,"revenue 80.00 → 130.00, A from 130.00",80.00,130.00,revenue',
      'e,,C?,B?,up,"revenue 20.00 as before, B from 40.00 → 20.00",20.00,20.00,cut',
      'f,\'=cmd,,C?,new,"never bought before, revenue 0 → 10.00",0.00,10.00,revenue,',
      "c,,B?,B?,same,,60.00,60.00,",
      "",
    ]);
  });

  it("sums are those of the two runs of classify", async () => {
    const folder = exportsFolder();
    const json = async (...args: readonly string[]) => JSON.parse((await ok(folder, ...args, "--format", "json")).out);
    const compared = await json("compare", ".", ...dates);
    const [earlier, later] = [
      await json("classify", ".", "--as-of", "2025-12-31"),
      await json("classify", ".", "--as-of", "2026-12-31"),
    ];
    expect(compared.summary.from).toEqual({
      as_of: "2025-12-31",
      customers: earlier.rows.length,
      revenue: earlier.summary.revenue,
    });
    expect(compared.summary.to).toMatchObject({ customers: later.rows.length, revenue: later.summary.revenue });
    const cells = (rows: readonly { customer_id: string; cell: string | null }[]) =>
      Object.fromEntries(rows.map(({ customer_id, cell }) => [customer_id, cell]));
    for (const { customer_id, from_cell, to_cell } of compared.rows) {
      expect(from_cell).toBe(cells(earlier.rows)[customer_id] ?? null);
      expect(to_cell).toBe(cells(later.rows)[customer_id] ?? null);
    }
    expect(compared).toMatchObject({ command: "compare", as_of: "2026-12-31", inputs: [{ role: "sales" }] });
    expect(compared.summary.moves).toContainEqual({
      move: "up",
      customers: 2,
      revenue_from: "100.00",
      revenue_to: "150.00",
      causes: { revenue: 1, cut: 1 },
    });
    expect(compared.summary.migrations.class).toContainEqual({
      from: "B",
      to: "lapsed",
      customers: 1,
      revenue_from: "40.00",
      revenue_to: "0.00",
      names: [{ customer_id: "d", customer_name: "Dag" }],
    });
    // What classify says first is said of the later day.
    expect(compared.options.window).toBe(12);
  });

  it("says it in a sentence, and as tables on a terminal", async () => {
    const { err } = await ok(exportsFolder(), "compare", ".", ...dates);
    expect(err).toContain(
      "note: 2025-12-31 to 2026-12-31, windows of 12 months: revenue 300 → 320 (+20), customers 5 → 6\n",
    );
    expect(err).toContain("note: 1 down, 1 left, 2 up, 1 new, 1 the same\n");
    expect(err).toContain("note: up: 1 by their own revenue, 1 by the cut, which others moved\n");
    const { out } = await ok(exportsFolder(), "compare", ".", ...dates, "--format", "table", "--quiet");
    expect(out).toContain("down      Åse (revenue 100 → 100)\n");
    expect(out).toMatch(/^class from \\ to +A +B +C +lapsed +customers$/m);
    expect(out).toMatch(/^B +1 +1 +· +1 +3$/m);
    expect(out).toMatch(/^grade from \\ to +\? +lapsed +customers$/m);
    // Nobody has a stage.
    expect(out).not.toContain("stage from");
  });

  it.each([
    ["2026-12-31", 2, "is not before the as-of date"],
    ["2019-01-01", 3, "is before the first sale"],
    ["nowhere", 3, "there is no such snapshot"],
  ])("--against %s", async (against, exit, message) => {
    const { code, err } = await run(["compare", ".", "--as-of", "2026-12-31", "--against", against], {
      cwd: exportsFolder(),
    });
    expect(code).toBe(exit);
    expect(err).toContain(message);
  });

  it("needs to know against what", async () => {
    const { code, err } = await run(["compare", "."], { cwd: exportsFolder() });
    expect(code).toBe(2);
    expect(err).toContain("--against");
  });
});

it("causes that are more than the moves: said", async () => {
  // The example of docs/method.md §13: a falls by both, d by its revenue; b rises by both together, e by the cut.
  const line = (date: string) => (amount: number, i: number) => `${"abcde"[i]},${date},${amount}`;
  const lines = [...[100, 80, 60, 40, 20].map(line("2025-06-30")), ...[90, 95, 60, 15, 20].map(line("2026-06-30"))];
  const cwd = folderOf({ "sales.csv": `customer_id,date,amount\n${lines.join("\n")}\n` });
  const { err } = await ok(cwd, "compare", ".", ...dates);
  expect(err).toContain("note: 2 down, 2 up, 1 the same\n");
  expect(err).toContain(
    "note: down: causes, a move may have two: 2 by their own revenue, 1 by the cut, which others moved\n",
  );
  expect(err).toContain(
    "note: up: causes, a move may have two: 1 by their own revenue, 2 by the cut, which others moved\n",
  );
});

describe("a window that the sales do not cover", () => {
  // The first sale is of 2025-06-30: the year to 2025-12-31 has half of its months.
  const words =
    "the window of 2025-12-31 is not covered by the sales, which begin 2025-06-30: the two dates are not comparable, and revenue grew by the missing months too";

  it.each(["csv", "json", "table", "tsv", "md"])("is said beside %s", async (format) => {
    const { err } = await ok(exportsFolder(), "compare", ".", ...dates, "--format", format);
    expect(err.split(`note: ${words}\n`)).toHaveLength(2);
  });

  it("and in json and on a terminal", async () => {
    const { out } = await ok(exportsFolder(), "compare", ".", ...dates, "--format", "json", "--quiet");
    const { summary, notices } = JSON.parse(out);
    expect(summary.comparable).toBe(false);
    expect(notices).toContainEqual({
      notice: "dates_not_comparable",
      role: "sales",
      file: "",
      count: 1,
      values: ["2025-12-31", "2026-12-31"],
      message: words,
    });
    const table = await ok(exportsFolder(), "compare", ".", ...dates, "--format", "table", "--quiet");
    expect(table.out).toMatch(/^beware +the window of 2025-12-31 is not covered/m);
  });

  it("not of windows that are covered", async () => {
    const cwd = folderOf({ "sales.csv": `${sales}a,2024-12-31,1\n`.replace("a,2024", "a,Åse,2024") });
    const { out, err } = await ok(cwd, "compare", ".", ...dates, "--format", "json");
    expect(JSON.parse(out).summary.comparable).toBe(true);
    expect(err).not.toContain("comparable");
  });

  it("of snapshots as of days", async () => {
    const cwd = exportsFolder();
    for (const asOf of ["2025-12-31", "2026-12-31"])
      await ok(cwd, "classify", ".", "--as-of", asOf, "--snapshot", "kept", "--columns", "customer_id");
    const args = ["compare", "kept/portfolio-2026-12-31.parquet", "--against", "kept", "--format", "json"];
    const { out, err } = await ok(cwd, ...args);
    expect(err).toBe(`note: ${words}\n`);
    expect(JSON.parse(out)).toMatchObject({
      summary: { comparable: false },
      notices: [{ notice: "dates_not_comparable" }],
    });
  });
});

describe("snapshots", () => {
  const keep = (cwd: string, asOf: string, ...args: readonly string[]) =>
    ok(cwd, "classify", ".", "--as-of", asOf, "--snapshot", "kept", "--columns", "customer_id", ...args);

  it("compare as the exports do that they were made of", async () => {
    const cwd = exportsFolder();
    const { err } = await keep(cwd, "2025-12-31");
    expect(err).toContain("note: snapshot: kept/portfolio-2025-12-31.parquet\n");
    await keep(cwd, "2026-12-31");
    const live = (await ok(cwd, "compare", ".", ...dates, "--quiet")).out;
    const asOf = ["--as-of", "2026-12-31", "--quiet"];
    const file = "kept/portfolio-2025-12-31.parquet";
    expect((await ok(cwd, "compare", ".", "--against", file, ...asOf)).out).toBe(live);
    // Of a folder the latest from before the day, not that of the day itself.
    expect((await ok(cwd, "compare", ".", "--against", "kept", ...asOf)).out).toBe(live);
    const two = await ok(cwd, "compare", "kept/portfolio-2026-12-31.parquet", "--against", file);
    expect(two.out).toBe(live);
    expect(two.err).toContain("1 down, 1 left");
    const json = JSON.parse((await ok(cwd, "compare", ".", "--against", file, ...asOf, "--format", "json")).out);
    expect(json.inputs).toMatchObject([
      { role: "sales" },
      { role: "snapshot", file, rows: 5, as_of: "2025-12-31", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const kept = JSON.parse(
      (await ok(cwd, "compare", "kept/portfolio-2026-12-31.parquet", "--against", file, "--format", "json")).out,
    );
    expect(kept).toMatchObject({ command: "compare", as_of: "2026-12-31", inputs: [{ rows: 6 }, { rows: 5 }] });
  });

  it("of several dates in a folder make a trend, with those that can be put beside it", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31");
    await keep(cwd, "2026-05-31");
    await keep(cwd, "2026-11-30");
    const asOf = ["--as-of", "2026-12-31"];
    const live = await ok(cwd, "compare", ".", "--against", "kept", ...asOf, "--format", "json");
    const { summary, inputs } = JSON.parse(live.out);
    // Up to May the sales are those of June 2025: a 100, b 80, c 60, d 40, e 20.
    const before = { customers: 5, revenue: "300.00", increment: null };
    const since = { customers: 6, revenue: "320.00", increment: null };
    const classesBefore = [
      { class: "A", customers: 1, revenue: "100.00", increment: null },
      { class: "B", customers: 3, revenue: "180.00", increment: null },
      { class: "C", customers: 1, revenue: "20.00", increment: null },
    ];
    expect(summary.trend).toMatchObject([
      { as_of: "2025-12-31", ...before, classes: classesBefore },
      { as_of: "2026-05-31", ...before, classes: classesBefore },
      { as_of: "2026-11-30", customers: 5 },
      { as_of: "2026-12-31", customers: 5 },
    ]);
    expect(summary.trend[3].revenue).toBe(since.revenue);
    expect(summary.from.as_of).toBe("2026-11-30");
    expect(inputs.map(({ as_of }: { readonly as_of?: string }) => as_of)).toEqual([
      undefined,
      "2026-11-30",
      "2026-05-31",
      "2025-12-31",
    ]);
    const table = (await ok(cwd, "compare", ".", "--against", "kept", ...asOf, "--format", "table", "--quiet")).out;
    expect(table).toMatch(/^trend +2025-12-31 +2026-05-31 +2026-11-30 +2026-12-31$/m);
    expect(table).toMatch(/^revenue +300 +300 +320 +320$/m);
    // Of one that is cut short, and one by other rules, it is said; the comparison stands.
    writeFileSync(path.join(cwd, "kept/portfolio-2026-05-31.parquet"), "PAR1");
    await keep(cwd, "2025-12-31", "--force", "--abc-cuts", "10,50");
    const { err } = await ok(cwd, "compare", ".", "--against", "kept", ...asOf);
    expect(err).toContain("note: not in the trend: kept/portfolio-2026-05-31.parquet: is no whole Parquet file");
    expect(err).toMatch(
      /note: not in the trend: kept\/portfolio-2025-12-31.parquet: .*abc.cuts: 10,50 then, 20,80 now/,
    );
    // Two dates are a comparison and no trend.
    const none = await ok(cwd, "compare", ".", "--against", "kept", ...asOf, "--format", "json");
    expect(JSON.parse(none.out).summary).not.toHaveProperty("trend");
    expect(JSON.parse(none.out).summary.not_in_trend).toHaveLength(2);
  });

  it("the same exports and options make the same bytes, and --force writes them again", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31");
    const file = path.join(cwd, "kept/portfolio-2025-12-31.parquet");
    const bytes = readFileSync(file);
    const again = await run(["classify", ".", "--as-of", "2025-12-31", "--snapshot", "kept"], { cwd });
    expect(again.code).toBe(2);
    expect(again.err).toContain("kept/portfolio-2025-12-31.parquet exists already");
    await keep(cwd, "2025-12-31", "--force");
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(path.join(cwd, "kept"))).toEqual(["portfolio-2025-12-31.parquet"]);
  });

  it("hold everybody, whatever the output shows", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31", "--limit", "1", "--where", "class = 'A'");
    const { out } = await ok(cwd, "compare", ".", "--as-of", "2026-12-31", "--against", "kept", "--quiet");
    expect(out.split("\n")).toHaveLength(8);
  });

  it("are no exports, whatever they are called", async () => {
    const cwd = exportsFolder();
    await ok(cwd, "classify", ".", "--as-of", "2025-12-31", "--snapshot", ".");
    const file = path.join(cwd, "portfolio-2025-12-31.parquet");
    const quiet = await ok(cwd, "classify", ".", "--as-of", "2026-12-31");
    expect(quiet.err).not.toContain("not used");
    writeFileSync(path.join(cwd, "sales-2024.parquet"), readFileSync(file));
    const { err } = await ok(cwd, "classify", ".", "--as-of", "2026-12-31");
    expect(err).toContain("1 file not used: written by this program, and no export (sales-2024.parquet)");
  });

  it("nothing is left where the folder cannot be made", async () => {
    const cwd = folderOf({ "sales.csv": sales, kept: "a file" });
    const { code, err } = await run(["classify", ".", "--snapshot", "kept/deep"], { cwd });
    expect(code).toBe(4);
    expect(err).toContain("cannot make the folder kept/deep");
  });

  it("by other rules are refused with the differences, and compared with --force", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31", "--abc-cuts", "40,80");
    const args = ["compare", ".", "--as-of", "2026-12-31", "--against", "kept", "--rank-by", "contribution"];
    const refused = await run(args, { cwd });
    expect(refused.code).toBe(2);
    expect(refused.out).toBe("");
    expect(refused.err).toContain("were not classified by the same rules");
    expect(refused.err).toContain("abc.cuts: 40,80 then, 20,80 now");
    expect(refused.err).toContain("abc.rank_by: revenue then, contribution now");
    const { out, err } = await ok(cwd, ...args, "--force");
    // With cuts of 40,80 b was an A too.
    expect(out).toContain("b,Bo,A?,A?,same");
    expect(err).toContain("note: not the same rules: abc.cuts: 40,80 then, 20,80 now\n");
    const table = await ok(cwd, ...args, "--force", "--format", "table", "--quiet");
    expect(table.out).toContain("rules differ  abc.cuts: 40,80 then, 20,80 now\n");
  });

  it("of another window or currency differ too; a history does not", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31", "--window", "6", "--history-from", "2025-01-01");
    const { err } = await run(["compare", ".", "--as-of", "2026-12-31", "--against", "kept"], { cwd });
    expect(err).toContain("window: 6 then, 12 now");
    expect(err).not.toContain("history");
  });

  it("of a later day are no earlier side", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2026-12-31");
    const file = "kept/portfolio-2026-12-31.parquet";
    const late = await run(["compare", ".", "--as-of", "2026-01-31", "--against", file], { cwd });
    expect([late.code, late.err]).toEqual([2, expect.stringContaining("and that is after 2026-01-31")]);
    const none = await run(["compare", ".", "--as-of", "2026-12-31", "--against", "kept"], { cwd });
    expect([none.code, none.err]).toEqual([3, expect.stringContaining("there is no snapshot from before 2026-12-31")]);
    const day = await run(["compare", file, "--against", "2025-12-31"], { cwd });
    expect([day.code, day.err]).toEqual([2, expect.stringContaining("a snapshot is of one day")]);
  });

  it("are never written over", async () => {
    const cwd = exportsFolder();
    await keep(cwd, "2025-12-31");
    const file = "kept/portfolio-2025-12-31.parquet";
    const args = ["compare", ".", "--as-of", "2026-12-31", "--against", file, "-o", file, "--force", "--format", "csv"];
    const { code, err } = await run(args, { cwd });
    expect(code).toBe(2);
    expect(err).toContain("is an input and is never overwritten");
  });
});

describe("what is no snapshot", () => {
  const against = async (name: string, content: string | Uint8Array) => {
    const cwd = folderOf({ "sales.csv": sales, [name]: content });
    const { code, out, err } = await run(["compare", ".", "--as-of", "2026-12-31", "--against", name], { cwd });
    expect([code, out]).toEqual([3, ""]);
    return err;
  };
  const kept = async (): Promise<Buffer> => {
    const cwd = exportsFolder();
    await ok(cwd, "classify", ".", "--as-of", "2025-12-31", "--snapshot", "kept");
    return readFileSync(path.join(cwd, "kept/portfolio-2025-12-31.parquet"));
  };

  it("a file cut short", async () => {
    const bytes = await kept();
    for (const length of [0, 7, bytes.length >> 1, bytes.length - 1])
      expect(await against("x.parquet", bytes.subarray(0, length))).toContain("x.parquet: is no whole Parquet file");
  });

  it("a file with other bytes in it", async () => {
    const bytes = Buffer.from(await kept());
    // Inside the first pages, behind the magic.
    bytes.fill(0x41, 40, 44);
    expect(await against("x.parquet", bytes)).toMatch(/is damaged|no whole Parquet file/);
  });

  it("text", async () => expect(await against("x.csv", sales)).toContain("is no whole Parquet file"));

  it("a Parquet file of another program", async () => {
    const { packSnapshot } = await import("../../src/engine/snapshots.ts");
    const table = { columns: [{ name: "x", type: "count" as const }], rows: [[1]] };
    const foreign = await packSnapshot(table, { pandas: "{}" }, folderOf());
    expect(await against("x.parquet", foreign)).toContain("is a Parquet file, and no snapshot that classify wrote");
    const newer = await packSnapshot(table, { portfolio_snapshot: "2" }, folderOf());
    expect(await against("x.parquet", newer)).toContain("is a snapshot of version 2, and this program reads version 1");
    const bare = await packSnapshot(table, { portfolio_snapshot: "1", portfolio_head: "{}" }, folderOf());
    expect(await against("x.parquet", bare)).toContain("no snapshot that classify wrote");
    const head = JSON.stringify({
      as_of: "2025-12-31",
      window: { from: "2024-12-31", to: "2025-12-31" },
      options: { abc: {} },
    });
    const other = await packSnapshot(table, { portfolio_snapshot: "1", portfolio_head: head }, folderOf());
    expect(await against("x.parquet", other)).toContain("has not the columns of a snapshot");
  });

  it("a snapshot whose rows are not those that were written", async () => {
    const { packSnapshot } = await import("../../src/engine/snapshots.ts");
    const { snapshotLayout } = await import("../../src/commands/kept-scores.ts");
    const head = JSON.stringify({
      as_of: "2025-12-31",
      window: { from: "2024-12-31", to: "2025-12-31" },
      options: { abc: {} },
    });
    const words = { portfolio_snapshot: "1", portfolio_head: head, portfolio_rows: "0" };
    const changed = await packSnapshot({ columns: snapshotLayout.columns, rows: [] }, words, folderOf());
    expect(await against("x.parquet", changed)).toContain("has not the rows that were written: it is damaged");
  });

  it("as the later side", async () => {
    const cwd = folderOf({ "sales.csv": sales, "x.parquet": "no" });
    const { code, err } = await run(["compare", "x.parquet", "--against", "x.parquet"], { cwd });
    expect([code, err]).toEqual([3, expect.stringContaining("x.parquet: is no whole Parquet file")]);
    expect(existsSync(path.join(root, "fixtures/demo"))).toBe(true);
  });
});

describe("classify --sensitivity", () => {
  it("appends what hangs on a choice, as classify by that choice has it", async () => {
    const cwd = exportsFolder();
    const args = ["classify", ".", "--as-of", "2026-12-31", "--quiet"];
    const { rows, options, summary } = JSON.parse((await ok(cwd, ...args, "--sensitivity", "--format", "json")).out);
    expect(options.sensitivity).toBe(true);
    expect(summary.sensitivity.variants.map(({ variant }: { variant: string }) => variant)).toEqual([
      "cut 15,80",
      "cut 25,80",
      "cut 20,75",
      "cut 20,85",
      "method cumulative",
      "window 6",
    ]);
    expect(summary.sensitivity.not_tried).toEqual([
      { variant: "window 24", kind: "window", reason: "window_not_covered" },
    ]);
    const other = async (...choice: readonly string[]) =>
      Object.fromEntries(
        JSON.parse((await ok(cwd, ...args, ...choice, "--format", "json")).out).rows.map(
          (row: { customer_id: string; class: string | null }) => [row.customer_id, row.class],
        ),
      );
    for (const [variant, ...choice] of [
      ["cut 25,80", "--abc-cuts", "25,80"],
      ["cut 20,75", "--abc-cuts", "20,75"],
      ["method cumulative", "--abc-method", "cumulative"],
      ["window 6", "--window", "6"],
    ] as const) {
      const classes = await other(...choice);
      for (const row of rows.filter((each: { class: string | null }) => each.class !== null)) {
        const change = new RegExp(`(?:^|; )${variant}: ([^;]*)`).exec(row.changes ?? "")?.[1] ?? row.class;
        expect(change, `${row.customer_id} ${variant}`).toBe(classes[row.customer_id] ?? "no class");
      }
    }
  });

  it("worked by hand, in csv and on a terminal", async () => {
    const cwd = exportsFolder();
    const columns = ["--columns", "customer_id,class,stability,grade_stability,changes"];
    const { out, err } = await ok(cwd, "classify", ".", "--as-of", "2026-12-31", "--sensitivity", ...columns);
    // 130, 100, 60, 20, 10 of 320: the larger hold 0, 41, 72, 91, 97 % of it. The window of 6 months holds no line but
    // those after 2026-06-30, and that is none.
    expect(out.split("\n").slice(0, 6)).toEqual([
      "customer_id,class,stability,grade_stability,changes",
      "b,A,0.8333,0.0000,window 6: no class",
      'a,B,0.6667,0.0000,"method cumulative: A; window 6: no class"',
      'c,B,0.6667,0.0000,"method cumulative: A; window 6: no class"',
      "e,B,0.8333,0.0000,window 6: no class",
      "f,C,0.8333,0.0000,window 6: no class",
    ]);
    expect(err).toContain("note: 0 of 5 customers keep their class in each of 6 variants\n");
    expect(err).toContain("note: window 24 not tried: the sales do not reach back over it\n");
    const table = await ok(cwd, "classify", ".", "--as-of", "2026-12-31", "--sensitivity", "--format", "table");
    expect(table.out).toMatch(/^variant +class changes +of revenue +A→– +B→A +B→– +C→– +grade changes$/m);
    expect(table.out).toMatch(/^method cumulative +2 +160 +2 +0$/m);
  });

  it("behind the customers file's own columns", async () => {
    const cwd = folderOf({ "sales.csv": sales, "customers.csv": "customer_id,note\na,x\n" });
    const { out } = await ok(cwd, "classify", ".", "--as-of", "2026-12-31", "--sensitivity", "--enrich", "--quiet");
    expect(out.split("\n")[0]).toMatch(/^customer_id,note,.*class_reason,stability,grade_stability,changes$/);
  });
});

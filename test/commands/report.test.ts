import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { folderOf, isThere, root } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

interface Manifest {
  readonly version: string;
  readonly period: string;
  readonly as_of: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[];
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly left_out: readonly { readonly score: string; readonly reason: string }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly scores: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");
const manifestOf = (folder: string) => JSON.parse(read(folder, "manifest.json")) as Manifest;
const rowsOf = (folder: string, name: string) =>
  parse(read(folder, name), { columns: true }) as Readonly<Record<string, string>>[];

/** Names that a page, a workbook or a terminal might obey. */
const names = [
  '<img src=x onerror="window.PWNED=1">',
  "</script><script>window.PWNED=1</script>",
  "=cmd|' /C calc'!A0",
  "Evil\u202egnp.exe",
  "B\u0007ell",
  "Plain & Sons",
];

/** Two years of six customers, the last sale on 2026-08-20. */
const sales = `customer_id,customer_name,date,amount\n${names
  .flatMap((name, i) =>
    [
      "2024-09-15",
      "2024-12-01",
      "2025-02-10",
      "2025-05-10",
      "2025-08-10",
      "2025-11-10",
      "2026-02-10",
      "2026-05-10",
      "2026-08-20",
    ].map((date, j) => `c${i},"${name.replaceAll('"', '""')}",${date},${(i + 1) * 100 + j * 10}.50`),
  )
  .join("\n")}\n`;

describe("a report of the demo", () => {
  let out = "";
  let [code, stdout, stderr] = [0, "", ""];
  beforeAll(async () => {
    out = path.join(folderOf(), "quarter");
    ({ code, out: stdout, err: stderr } = await run(["report", "fixtures/demo", "--period", "2026-Q3", "-o", out]));
  });

  it("writes the page, the workbook, a table of each score and the manifest, and names them", () => {
    expect(code, stderr).toBe(0);
    const files = [
      ...[
        "report.html",
        "portfolio.xlsx",
        "customers.csv",
        "matrix.csv",
        "plan.csv",
        "triggers.csv",
        "nps.csv",
        "swot.csv",
      ],
      ...["retention.csv", "cohorts.csv", "value.csv", "concentration.csv", "stages.csv", "winback.csv", "icp.csv"],
      ...["compare.csv", "manifest.json"],
    ];
    expect(readdirSync(out).sort()).toEqual([...files].sort());
    expect(stdout.split("\n").slice(0, -1).sort()).toEqual(files.map((name) => path.join(out, name)).sort());
    expect(stderr).toContain("2 lines without a customer");
  });

  it("says in the manifest what was read and what was written", () => {
    const { version, period, as_of, inputs, outputs, left_out, scores } = manifestOf(out);
    expect([version, period, as_of, left_out]).toEqual(["0.1.0", "2026-Q3", "2026-09-30", []]);
    expect(inputs.map(({ file }) => path.basename(file)).sort()).toEqual(readdirSync("fixtures/demo").sort());
    for (const { file, sha256 } of inputs) expect(sha256).toBe(hashOf(path.join(root, file)));
    for (const { file, bytes, sha256 } of outputs) {
      expect([file, bytes]).toEqual([file, statSync(path.join(out, file)).size]);
      expect(sha256).toBe(hashOf(path.join(out, file)));
    }
    expect(scores.retention).toMatchObject({ period: "quarter", basis: "sales" });
  });

  it("says in the manifest how it was written", async () => {
    expect(manifestOf(out).options).toMatchObject({ lang: "en", excel_eu: false, escape_formulas: true });
    const own = path.join(folderOf(), "own");
    const args = ["report", "fixtures/demo", "--period", "2026-Q3", "-o", own, "--quiet"];
    const { code } = await run([...args, "--lang", "de", "--excel-eu", "--no-escape-formulas"]);
    expect(code).toBe(0);
    expect(manifestOf(own).options).toMatchObject({ lang: "de", excel_eu: true, escape_formulas: false });
  });

  it("names one figure for one thing: the share of the largest, and who is lost to what", () => {
    const html = read(out, "report.html");
    // 54 customers: a fifth is 10.8, so 11; concentration.csv has their share.
    const share = Number(rowsOf(out, "concentration.csv")[0]?.top20_share);
    expect(html).toContain(`The largest 20 % (11 of 54 customers) have ${(share * 100).toFixed(1)} % of the revenue.`);
    expect(html).toContain(
      "2026-Q3: of 53 customers who bought in the period before, 52 bought again (98.1 %), 1 did not; 1 came back after a gap.",
    );
    expect(html).toContain(
      "4 customers left since 2026-06-30, without sales or costs in the 12 months to 2026-09-30: ",
    );
    expect(html).toContain("Worth a call, as they bought nothing for twice their usual gap, a year at least, or ");
  });

  it.each([
    ["matrix", []],
    ["plan", []],
    ["nps", []],
    ["value", []],
    ["winback", []],
    ["icp", []],
    ["retention", []],
    ["triggers", []],
  ])("%s.csv is what the command says", async (name, args) => {
    const alone = await run([name, "fixtures/demo", "--as-of", "2026-09-30", "--quiet", "--format", "csv", ...args]);
    expect(read(out, `${name}.csv`)).toBe(alone.out);
  });

  it("customers.csv is the enriched customers file", async () => {
    const alone = await run(["classify", "fixtures/demo", "--as-of", "2026-09-30", "--quiet", "--enrich"]);
    expect(read(out, "customers.csv")).toBe(alone.out);
  });

  it("compares with the end of the period before", async () => {
    const args = ["compare", "fixtures/demo", "--as-of", "2026-09-30", "--against", "2026-06-30", "--quiet"];
    expect(read(out, "compare.csv")).toBe((await run(args)).out);
  });

  it("has a section for everything", () => {
    const html = read(out, "report.html");
    expect([...html.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      ...["headline", "matrix", "plan", "satisfaction", "concentration", "retention", "movements", "migration"],
      ...["findings", "quality", "definitions"],
    ]);
    expect([...html.matchAll(/<figure id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "value-nps",
      "pareto",
      "retention-chart",
      "movements-chart",
      "migration-chart",
    ]);
    expect(html).toContain(
      "Revenue in the 12 months to 2026-09-30: 21.1 million NOK, 14.3 % more than in the 12 months before",
    );
  });

  it("two runs give the same bytes", async () => {
    const again = path.join(folderOf(), "again");
    await run(["report", "fixtures/demo", "--period", "2026-Q3", "-o", again, "--quiet"]);
    for (const name of readdirSync(out))
      expect(hashOf(path.join(again, name)), name).toBe(hashOf(path.join(out, name)));
  });
});

const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("the period", () => {
  it("is the quarter of the latest sale, which cuts it", async () => {
    const cwd = folderOf({ "data/sales.csv": sales });
    const { code, err } = await run(["report", "data", "-o", "out"], { cwd });
    expect(code, err).toBe(0);
    expect(manifestOf(path.join(cwd, "out"))).toMatchObject({ period: "2026-Q3", as_of: "2026-08-20" });
    expect(read(path.join(cwd, "out"), "report.html")).toContain("2026-Q3, as the latest sale is 2026-08-20");
  });

  it.each([
    ["2026-Q2", "2026-06-30", "quarter"],
    ["2026-05", "2026-05-31", "month"],
    ["2025", "2025-12-31", "year"],
  ])("%s is seen from its last day, by its own unit", async (period, asOf, unit) => {
    const cwd = folderOf({ "data/sales.csv": sales });
    const { code, err } = await run(["report", "data", "--period", period, "-o", "out"], { cwd });
    expect(code, err).toBe(0);
    const manifest = manifestOf(path.join(cwd, "out"));
    expect(manifest).toMatchObject({ period, as_of: asOf });
    expect(manifest.scores.retention).toMatchObject({ period: unit });
  });

  it("--as-of names the quarter too", async () => {
    const cwd = folderOf({ "data/sales.csv": sales });
    await run(["report", "data", "--as-of", "2026-02-15", "-o", "out"], { cwd });
    expect(manifestOf(path.join(cwd, "out"))).toMatchObject({ period: "2026-Q1", as_of: "2026-02-15" });
    expect(read(path.join(cwd, "out"), "report.html")).toContain("2026-Q1, which the as-of date cuts");
  });

  it("without survey answers or a period before, those parts are left out and it is said", async () => {
    const cwd = folderOf({ "data/sales.csv": sales });
    await run(["report", "data", "--period", "2024-Q3", "-o", "out"], { cwd });
    const out = path.join(cwd, "out");
    expect(manifestOf(out).left_out).toEqual([
      { score: "nps", reason: "there are no survey answers" },
      { score: "swot", reason: "there are no survey answers" },
      { score: "compare", reason: "the sales do not reach back to 2024-06-30" },
    ]);
    expect(existsSync(path.join(out, "nps.csv"))).toBe(false);
    expect(read(out, "report.html")).toContain("Not in this report: nps, as there are no survey answers.");
  });

  it("answers that all lie outside the window are none, and the window that is not whole is told", async () => {
    // The sales begin 2024-09-15, so 12 months to 2024-12-31 are not covered; the only answers come before and after them.
    const answers = "customer_id,date,score\nc1,2023-12-31,9\nc1,2024-06-01,\nc1,2025-01-01,9\n";
    const cwd = folderOf({ "data/sales.csv": sales, "data/nps.csv": answers });
    const out = path.join(cwd, "out");
    await run(["report", "data", "--period", "2024-Q4", "-o", "out"], { cwd });
    expect(manifestOf(out).left_out).toEqual([
      ...["nps", "swot"].map((score) => ({ score, reason: "no survey answer lies in the window" })),
    ]);
    expect(["nps.csv", "swot.csv", "compare.csv"].map((name) => existsSync(path.join(out, name)))).toEqual([
      ...[false, false, true],
    ]);
    const html = read(out, "report.html");
    expect(html).toContain("Not in this report: nps, as no survey answer lies in the window.");
    expect(html).toMatch(/Revenue in the 12 months to 2024-12-31: [^<]*; the sales begin only on 2024-09-15, so that/);
    expect(html).toContain("2024-09-30 and 2024-12-31 are not comparable: the sales begin 2024-09-15");
    expect(html).not.toContain("moved up since");
    const plan = html.slice(html.indexOf('<section id="plan"'), html.indexOf('<section id="satisfaction"'));
    expect(plan).toContain("the sales begin 2024-09-15 and do not cover the window after 2023-12-31");
    // A year later the first answer lies in the window.
    await run(["report", "data", "--period", "2025-Q3", "-o", "later"], { cwd });
    expect(manifestOf(path.join(cwd, "later")).left_out).toEqual([]);
  });

  it("a survey of which no row could be read is none", async () => {
    const cwd = folderOf({ "data/sales.csv": sales, "data/nps.csv": "customer_id,date,score\nA,2026-01-05,77\n" });
    const args = ["report", "data", "--on-bad-row", "skip", "-o", "out"];
    expect(await run(args, { cwd })).toMatchObject({ code: 0 });
    expect(manifestOf(path.join(cwd, "out")).left_out).toMatchObject([{ score: "nps" }, { score: "swot" }]);
  });
});

describe("what it refuses", () => {
  it.each([
    [["--period", "2026-Q4"], 3, "2026-Q4 is after the last sale: the sales run from 2024-09-15 to 2026-08-20"],
    [["--period", "2024-Q2"], 3, "2024-Q2 is before the first sale"],
    [["--period", "summer"], 2, "It is a quarter as 2026-Q3"],
    [["--period", "2026-Q2", "--as-of", "2026-06-30"], 2, "--period and --as-of both name the day"],
    [["-o", "data", "--force"], 2, "data is the folder of data/sales.csv"],
    [["-o", "data/sales.csv"], 2, "it is no folder"],
    [["-o", "full"], 2, "full is not empty"],
    [["-o", "-"], 2, "a report is a folder, and cannot go to standard output"],
    [["-o", "out.html"], 2, "out.html ends as a file does, and a report is a folder\ntry: -o out\n"],
    [["-o", "full/x.txt/out"], 4, "-o FOLDER"],
    [["-o", "no/such/out"], 4, "does not exist"],
  ])("%j", async (args, exit, message) => {
    const cwd = folderOf({ "data/sales.csv": sales, "full/x.txt": "mine" });
    const { code, out, err } = await run(["report", "data", ...(args.includes("-o") ? [] : ["-o", "out"]), ...args], {
      cwd,
    });
    expect({ code, out }).toEqual({ code: exit, out: "" });
    expect(err).toContain(message);
    expect(readdirSync(cwd).sort()).toEqual(["data", "full"]);
  });

  it("a folder must be named", async () => expect((await run(["report", "fixtures/demo"])).code).toBe(2));

  it("--force replaces an earlier report, and leaves what is not its own", async () => {
    const cwd = folderOf({ "data/sales.csv": sales, "data/nps.csv": "customer_id,date,score\nc1,2026-08-01,9\n" });
    const out = path.join(cwd, "out");
    await run(["report", "data", "-o", "out"], { cwd });
    expect(existsSync(path.join(out, "nps.csv"))).toBe(true);
    writeFileSync(path.join(out, "notes.txt"), "mine");
    const args = ["report", "--sales", "data/sales.csv", "-o", "out"];
    expect((await run(args, { cwd })).code).toBe(2);
    expect((await run([...args, "--force"], { cwd })).code).toBe(0);
    expect([existsSync(path.join(out, "nps.csv")), read(out, "notes.txt")]).toEqual([false, "mine"]);
  });
});

it("names of customers stay names, everywhere", async () => {
  const cwd = folderOf({ "data/sales.csv": sales });
  const { err } = await run(["report", "data", "-o", "out", "--quiet"], { cwd });
  expect(err).toBe("");
  const html = read(path.join(cwd, "out"), "report.html");
  expect(html).not.toMatch(/<img|<script>window/);
  for (const character of ["\u202e", "\u0007"]) expect(html).not.toContain(character);
  expect(html.match(/<script>/g)).toHaveLength(1);
  const customers = rowsOf(path.join(cwd, "out"), "customers.csv").map((row) => row.customer_name);
  expect(customers).toContain("'=cmd|' /C calc'!A0");
});

const bin = path.join(root, "dist/bin/portfolio.js");

it.skipIf(!isThere(bin, "the workbook that a thread makes"))(
  "is the same made in a thread and without one",
  async () => {
    const cwd = folderOf({ "data/sales.csv": sales });
    const args = ["report", "data", "--quiet", "-o"];
    execFileSync(process.execPath, [bin, ...args, "built"], { cwd });
    // The tests run the program as TypeScript, which no thread can.
    expect((await run([...args, "here"], { cwd })).code).toBe(0);
    for (const name of readdirSync(path.join(cwd, "here")))
      expect(read(path.join(cwd, "built"), name), name).toBe(read(path.join(cwd, "here"), name));
  },
);

it.skipIf(!isThere(bin, "the report that is killed"))(
  "a run that is killed leaves the whole report or none",
  async () => {
    const cwd = folderOf({ "data/sales.csv": sales });
    const started = Date.now();
    execFileSync(process.execPath, [bin, "report", "data", "-o", "whole", "--quiet"], { cwd });
    const whole = Date.now() - started;
    const files = readdirSync(path.join(cwd, "whole")).length;
    for (const part of [0.3, 0.6, 0.8, 0.9, 0.95]) {
      const out = `killed-${part}`;
      const child = spawn(process.execPath, [bin, "report", "data", "-o", out, "--quiet"], { cwd, stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("exit", resolve));
      setTimeout(() => child.kill("SIGKILL"), whole * part);
      await ended;
      if (existsSync(path.join(cwd, out))) expect(readdirSync(path.join(cwd, out)), out).toHaveLength(files);
    }
  },
  60_000,
);

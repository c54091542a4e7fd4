import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function exports(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "check-test-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

async function run(args: readonly string[], cwd = root) {
  const texts = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    write: async (text: string) => {
      texts[name] += text;
    },
    isTerminal: false,
    columns: undefined,
  });
  const io = { stdin: Readable.from([]), stdout: sink("out"), stderr: sink("err"), cwd, env: {} };
  const exit = await main(["check", ...args], io);
  return { exit, ...texts };
}

interface Row {
  readonly severity: string;
  readonly finding: string;
  readonly file: string;
  readonly count: number;
  readonly places: string;
  readonly advice: string;
}

async function check(args: readonly string[], cwd = root) {
  const { exit, out, err } = await run([...args, "--format", "json"], cwd);
  if (out === "") throw new Error(err);
  const document = JSON.parse(out);
  return { exit, err, document, rows: document.rows as Row[] };
}

const brief = (rows: readonly Row[]) =>
  rows.map(({ severity, finding, count, places }) => `${severity} ${finding} ${count} ${places}`);

const clean = `customer_id,date,order_id,product,amount,currency
A,2024-01-10,1,x,100.00,NOK
B,2024-02-10,2,x,200.00,NOK
A,2024-03-10,3,x,150.00,NOK
B,2024-04-10,4,y,250.00,NOK
`;

describe("the worked folder", () => {
  it("lists what is wrong with the lines on which it stands", async () => {
    const { rows, exit, document, err } = await check(["fixtures/check"]);
    const at = (text: string) => text.replaceAll(/(\S+):(\d)/g, "fixtures/check/$1:$2");
    expect(brief(rows)).toEqual(
      [
        "error bad_number 1 sales-2026.csv:4",
        "error unknown_word 1 costs.csv:5",
        "error bad_score 1 nps.csv:3",
        "error customer_listed_twice 1 customers.csv:5",
        "error totals_row 1 sales-2025.csv:17",
        "error date_far_ahead 1 sales-2026.csv:6",
        "warning months_without_sales 8 sales-2025.csv:12; sales-2026.csv:2",
        "warning probable_missed_join 1 sales-2025.csv:4; sales-2026.csv:2",
        "warning not_in_customers_file 1 sales-2026.csv:2",
        "warning not_in_customers_file 1 costs.csv:4",
        "warning without_sales 1 costs.csv:4",
        "warning unreadable_attribute 1 customers.csv:4",
        "warning lines_without_customer 1 sales-2025.csv:11",
        "warning duplicate_rows 1 sales-2025.csv:10",
        "warning duplicate_order_lines 1 sales-2025.csv:8",
        "warning outlier_amounts 1 sales-2025.csv:12",
        "info prior_window_not_covered 1 sales-2025.csv:4",
        "info without_sales 1 customers.csv:8",
        "info without_costs 1 sales-2025.csv:9",
        "info without_costs 2 sales-2026.csv:2; sales-2026.csv:5",
        "info without_answers 1 sales-2025.csv:6",
        "info without_answers 2 sales-2026.csv:2; sales-2026.csv:5",
        "info customer_repeated 1 customers.csv:7",
        "info negative_amounts 1 sales-2025.csv:16",
        "info zero_amounts 1 sales-2026.csv:5",
        "info blank_scores 1 nps.csv:4",
      ]
        .map(at)
        .concat([
          "info contents 13 fixtures/check/sales-2025.csv",
          "info contents 4 fixtures/check/sales-2026.csv",
          "info contents 3 fixtures/check/costs.csv",
          "info contents 2 fixtures/check/nps.csv",
          "info contents 5 fixtures/check/customers.csv",
        ]),
    );
    expect(exit).toBe(0);
    expect(err).toBe("");
    expect(document).toMatchObject({
      command: "check",
      as_of: "2026-02-10",
      window: { from: "2025-02-10", to: "2026-02-10" },
      currency: null,
      options: { window: 12, fail_on: null },
      notices: [],
      summary: { errors: 6, warnings: 10, infos: 15 },
    });
    expect(document.inputs).toHaveLength(5);
    expect(document.summary.files[0]).toEqual({
      role: "sales",
      file: "fixtures/check/sales-2025.csv",
      rows: 13,
      customers: 3,
      first: "2025-01-14",
      last: "2025-05-22",
      amount: "97320.00",
    });
    for (const { advice } of rows) expect(advice).toMatch(/^\S.*\.$/);
  });

  it("puts a summary with the advice above the table", async () => {
    const { out } = await run(["fixtures/check", "--format", "table"]);
    expect(out).toContain("as of                          2026-02-10, the latest date that can be believed\n");
    expect(out).toContain("findings                       6 errors, 10 warnings, 15 notes\n");
    expect(out).toContain("…                              4 more (--columns finding,advice shows all)\n");
  });

  it("speaks of the date that the user names", async () => {
    const { rows, document } = await check(["fixtures/check", "--as-of", "2026-01-31"]);
    const late = rows.filter(({ finding }) => finding === "rows_after_as_of");
    expect(brief(late)).toEqual([
      "warning rows_after_as_of 2 fixtures/check/sales-2026.csv:5; fixtures/check/sales-2026.csv:6",
    ]);
    expect(late[0]?.advice).toContain("dated after 2026-01-31, 660.00 in all");
    expect(rows.map(({ finding }) => finding)).not.toContain("date_far_ahead");
    expect(document.as_of).toBe("2026-01-31");
  });
});

it("says when the export ends long before the as-of date", async () => {
  // The last sale of `clean` is of 2024-04-10, on line 5.
  const folder = exports({ "sales.csv": clean });
  const found = async (...args: string[]) => {
    const { rows } = await check([".", ...args], folder);
    return brief(rows.filter(({ finding }) => finding === "no_recent_sales"));
  };
  expect(await found()).toEqual([]);
  expect(await found("--as-of", "2025-04-09")).toEqual([]);
  expect(await found("--as-of", "2025-04-10")).toEqual(["warning no_recent_sales 1 sales.csv:5"]);
  expect(await found("--as-of", "2025-04-11")).toEqual(["warning no_recent_sales 1 sales.csv:5"]);
});

describe("--fail-on", () => {
  it("exits with 1 where such a finding, or a worse one, exists", async () => {
    expect((await run(["fixtures/check", "--fail-on", "error"])).exit).toBe(1);
    expect((await run(["fixtures/check", "--fail-on", "warning", "--limit", "0"])).exit).toBe(1);
    const folder = exports({ "sales.csv": clean });
    expect((await run([folder, "--fail-on", "error"])).exit).toBe(0);
    expect((await run([folder, "--fail-on", "warning"])).exit).toBe(1); // the window is not covered
    expect((await run([folder, "--fail-on", "info"])).exit).toBe(2);
  });
});

describe("files that cannot be read", () => {
  it("are findings, and the others are checked", async () => {
    const folder = exports({
      "sales.csv": clean,
      "sales.tsv": "x",
      "sales-again.csv": clean,
      "sales-open.csv": 'customer_id,date,amount\nA,2024-01-01,1\nB,"2024-01-02,3\nC,2024-01-03,4\n',
      "costs.csv": "customer_id,date,amount\nA,03/04/2024,1\nB,05/06/2024,2\n",
      "nps.csv": "",
      "customers.csv": "<!doctype html>",
    });
    const { rows, exit, document } = await check(["."], folder);
    expect(brief(rows.filter(({ finding }) => finding === "unreadable_file"))).toEqual([
      "error unreadable_file 1 sales.tsv",
      "error unreadable_file 1 sales.csv",
      "error unreadable_file 1 sales-open.csv:3",
      "error unreadable_file 1 costs.csv:2; costs.csv:3",
      "error unreadable_file 1 nps.csv",
      "error unreadable_file 1 customers.csv",
    ]);
    expect(rows.find(({ file }) => file === "costs.csv")?.advice).toContain("--date-format dmy or --date-format mdy");
    expect(document.summary.files).toHaveLength(1);
    expect(exit).toBe(0);
  });

  it("may be all there is", async () => {
    const { rows, document } = await check(["."], exports({ "sales.csv": "" }));
    expect(brief(rows)).toEqual(["error unreadable_file 1 sales.csv", "warning no_sales_lines 1 "]);
    expect(document).toMatchObject({ as_of: null, window: null, inputs: [] });
    const { out } = await run([".", "--format", "table"], exports({ "sales.csv": "" }));
    expect(out).toContain("no date found");
  });

  it("may hold bad rows only, or no sales", async () => {
    const bad = await check(["."], exports({ "sales.csv": "customer_id,date,amount\nA,2024-01-01,x\nB,,5\n" }));
    expect(brief(bad.rows)).toEqual([
      "error bad_number 1 sales.csv:2",
      "error blank_value 1 sales.csv:3",
      "warning no_sales_lines 1 ",
      "info contents 0 sales.csv",
    ]);
    const answers = await check(["."], exports({ "nps.csv": "customer_id,date,score\nA,2024-01-01,9\n" }));
    expect(answers.document.as_of).toBe("2024-01-01");
  });
});

it("other errors end the run", async () => {
  expect(await run(["nowhere"])).toMatchObject({ exit: 3, err: expect.stringContaining("no such folder") });
  expect(await run(["fixtures/check", "--as-of", "2020-01-01"])).toMatchObject({ exit: 3 });
  expect(await run(["fixtures/check", "--on-bad-row", "quarantine=bad.csv"])).toMatchObject({ exit: 2 });
});

it("several currencies are an error, and no sum mixes them", async () => {
  const folder = exports({ "sales.csv": clean.replace("200.00,NOK", "200.00,EUR").replace("150.00,NOK", "-150.00,") });
  const { rows, document } = await check(["."], folder);
  expect(brief(rows).slice(0, 2)).toEqual([
    // Blank in a file of several: a bad row, here as everywhere.
    "error blank_value 1 sales.csv:4",
    "error several_currencies 2 sales.csv:2; sales.csv:3",
  ]);
  expect(rows[1]?.advice).toContain("NOK in 2 rows, EUR in 1 rows");
  expect(rows.find(({ finding }) => finding === "contents")?.advice).not.toContain("in all");
  expect(document).toMatchObject({ currency: null, facts: null });
});

it("one currency is named beside the sums", async () => {
  const folder = exports({ "sales.csv": clean.replace("150.00,NOK", "150.00,") });
  const { rows, document } = await check(["."], folder);
  expect(document.currency).toBe("NOK");
  expect(rows.find(({ finding }) => finding === "contents")?.advice).toBe(
    "Compare with the system it comes from: 4 lines of 2 customers, 2024-01-10 to 2024-04-10, 700.00 NOK in all.",
  );
  expect(brief(rows.slice(0, 1))).toEqual(["warning blank_currency 1 sales.csv:4"]);
});

it("finds a totals row that every reader takes for a sale", async () => {
  const total = `${clean}Sum,2024-04-30,,,700.00,NOK\n`;
  const labelled = await check(["."], exports({ "sales.csv": total }));
  expect(brief(labelled.rows.filter(({ finding }) => finding === "totals_row"))).toEqual([
    "error totals_row 1 sales.csv:6",
  ]);
  const unlabelled = await check(["."], exports({ "sales.csv": total.replace("Sum,", ",") }));
  expect(brief(unlabelled.rows.filter(({ finding }) => finding === "totals_row"))).toEqual([
    "error totals_row 1 sales.csv:6",
  ]);
  const wrongSum = await check(["."], exports({ "sales.csv": total.replace("700.00", "701.00") }));
  expect(brief(wrongSum.rows.filter(({ finding }) => finding === "totals_row"))).toEqual([
    "warning totals_row 1 sales.csv:6",
  ]);
});

it("finds customers over two customers files, and rows without an id", async () => {
  const folder = exports({
    "sales.csv": clean,
    "customers.csv": "customer_id,name\nA,One\nB,Two\n,Nobody\n",
    "customers-old.csv": "customer_id,name\nA,Uno\nC,ONE\nB,Two\n",
  });
  const { rows } = await check(["."], folder);
  const about = rows.filter(({ finding }) => /customer_|same_name/.test(finding) && !finding.startsWith("not_in"));
  expect(brief(about)).toEqual([
    "error customer_listed_twice 1 customers.csv:2",
    "warning customer_without_id 1 customers.csv:4",
    "info customer_repeated 1 customers.csv:3",
  ]);
});

it("names cost of goods that two files carry, names that changed, broken rows", async () => {
  const folder = exports({
    "sales.csv":
      "customer_id,customer_name,date,amount,cost\nA,One,2024-01-01,5,2\nA,Uno,2024-02-01,6,2\nB,Two,2024-03-01\n",
    "costs.csv": "customer_id,date,amount,type\nA,2024-01-31,3,cogs\n",
  });
  const { rows } = await check(["."], folder);
  expect(brief(rows)).toEqual(
    expect.arrayContaining([
      "error broken_row 1 sales.csv:4",
      "warning cost_of_goods_twice 1 sales.csv; costs.csv",
      "info customer_renamed 1 sales.csv:2",
    ]),
  );
});

it("names file and line over several files of the bulk reader", async () => {
  const folder = exports({
    "sales-a.csv": clean.replace("A,2024-03-10", ",2024-03-10"),
    "sales-b.csv":
      "customer_id,date,order_id,product,amount,currency\n,2024-05-01,5,x,-1,NOK\nA,2024-05-02,6,x,2,NOK\n,2024-05-03,7,x,3,NOK\n,2024-05-04,8,x,4,NOK\n,2024-05-05,9,x,5,NOK\n",
  });
  const { rows, document } = await check(["."], folder);
  expect(document.inputs.map(({ reader }: { reader: string }) => reader)).toEqual(["bulk", "bulk"]);
  expect(brief(rows.filter(({ finding }) => /without_customer|negative/.test(finding)))).toEqual([
    "warning lines_without_customer 1 sales-a.csv:4",
    "warning lines_without_customer 4 sales-b.csv:2; sales-b.csv:4; sales-b.csv:5",
    "info negative_amounts 1 sales-b.csv:2",
  ]);
});

it("finds amounts out of all proportion, and two spellings of an id", async () => {
  const lines = ["100", "90", "110", "95", "-20000"].map((amount, i) => `A,2024-0${i + 1}-01,${amount}\n`);
  const folder = exports({ "sales.csv": `customer_id,date,amount\n${lines.join("")}a,2024-06-01,5\n` });
  const { rows } = await check(["."], folder);
  expect(brief(rows).slice(0, 2)).toEqual([
    "warning window_not_covered 1 sales.csv:2",
    "warning probable_missed_join 1 sales.csv:2; sales.csv:7",
  ]);
  expect(rows.find(({ finding }) => finding === "outlier_amounts")).toMatchObject({
    places: "sales.csv:6",
    advice: 'Check the amount: 20 000.00 is 200 times the median line of customer "A".',
  });
});

describe("events files", () => {
  const events = [
    "customer_id,date,type",
    "A,2024-01-15,outage",
    "A,2024-02-15,outtage",
    ",2024-02-16,ticket",
    "ZZ,2024-02-17,ticket",
    "B,2024-05-01,ticket",
    "B,2024-06-01,qbr",
    "018,2024-03-01,usage",
    "B,2024-03-02,nonsense-of-ours",
    "",
  ].join("\n");
  const about = (rows: readonly Row[]) => brief(rows.filter(({ file }) => file.includes("events.csv")));

  it("values and limits that cannot be read, a finding for each column", async () => {
    const folder = exports({
      "sales.csv": clean,
      "events.csv": [
        "customer_id,date,type,value,limit",
        "A,2024-03-01,usage,much,10",
        "A,2024-03-02,usage,5,ten",
        "B,2024-03-02,usage,n/a,",
        "B,2024-03-03,usage,,",
        "B,2024-03-04,outage,5,10\n",
      ].join("\n"),
    });
    const { rows } = await check(["."], folder);
    expect(about(rows)).toEqual([
      "warning unreadable_attribute 2 events.csv:2; events.csv:4",
      "warning unreadable_attribute 1 events.csv:3",
      "info contents 5 events.csv",
    ]);
    expect(rows.filter(({ finding }) => finding === "unreadable_attribute").map(({ advice }) => advice)).toEqual([
      'Mend value, as "much": what cannot be read counts as unknown.',
      'Mend limit, as "ten": what cannot be read counts as unknown.',
    ]);
  });

  it("are checked like the others", async () => {
    const folder = exports({
      "sales.csv": clean,
      "customers.csv": "customer_id,name\nA,One\nB,Two\n18,Three\n",
      "events.csv": events,
    });
    const { rows, document, exit } = await check([".", "--fail-on", "error"], folder);
    expect(about(rows)).toEqual([
      "warning unknown_event_type 2 events.csv:3; events.csv:9",
      "warning probable_missed_join 1 events.csv:8; customers.csv:4",
      "warning not_in_customers_file 2 events.csv:5; events.csv:8",
      "warning without_sales 2 events.csv:5; events.csv:8",
      "warning lines_without_customer 1 events.csv:4",
      "warning rows_after_as_of 1 events.csv:6",
      "info contents 8 events.csv",
    ]);
    const adviceOf = (finding: string) =>
      rows.find((row) => row.finding === finding && row.file.startsWith("events"))?.advice;
    expect(adviceOf("unknown_event_type")).toBe(
      'Write the types as they are known, or these rows are left out: "outtage", perhaps outage; "nonsense-of-ours".',
    );
    expect(adviceOf("without_sales")).toBe('Check these ids, which no other file names: "ZZ", "018".');
    expect(adviceOf("lines_without_customer")).toBe("Fill in the customer ids: these events are left out.");
    expect(adviceOf("rows_after_as_of")).toContain("dated after 2024-04-10, and left out");
    expect(adviceOf("contents")).toBe(
      "Compare with the system it comes from: 8 events of 4 customers, 2024-01-15 to 2024-06-01.",
    );
    expect(document.summary.files.at(-1)).toEqual({
      role: "events",
      file: "events.csv",
      rows: 8,
      customers: 4,
      first: "2024-01-15",
      last: "2024-06-01",
      amount: null,
    });
    expect(exit).toBe(0);
  });

  it("have bad rows that classify refuses", async () => {
    const folder = exports({
      "sales.csv": clean,
      "events.csv": "customer_id,date,type\nA,2024-02-30,outage\nA,2024-02-28,outage\n",
    });
    const { rows, exit } = await check([".", "--fail-on", "error"], folder);
    expect(about(rows)).toEqual(["error bad_date 1 events.csv:2", "info contents 1 events.csv"]);
    expect(exit).toBe(1);
  });

  it("name ids of several files by the file they stand in, and date a run without sales", async () => {
    const folder = exports({
      "events-a.csv": "customer_id,date,type\nA,2024-01-01,outage\n",
      "events-b.csv": "customer_id,date,type\nb,2024-02-01,outage\na,2024-03-01,qbr\n",
    });
    const { rows, document } = await check(["."], folder);
    expect(document.as_of).toBe("2024-02-01");
    expect(brief(rows)).toContain("warning probable_missed_join 1 events-a.csv:2; events-b.csv:3");
  });

  it("may hold bad rows only", async () => {
    const folder = exports({ "sales.csv": clean, "events.csv": "customer_id,date,type\nA,,outage\n" });
    const { rows } = await check(["."], folder);
    expect(about(rows)).toEqual(["error blank_value 1 events.csv:2", "info contents 0 events.csv"]);
  });
});

import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

interface Notice {
  readonly notice: string;
  readonly role: string;
  readonly file: string;
  readonly count: number;
  readonly values: readonly string[];
  readonly message: string;
}

const sales = (rows: string): string =>
  `customer_id,date,amount\nC1,2024-01-02,1\n${rows}C1,2025-03-01,1\nC1,2026-01-15,100\n`;

async function noticesOf(files: Record<string, string>, ...args: string[]) {
  const cwd = folderOf(files);
  const { code, out, err } = await run(["classify", ".", "--format", "json", ...args], { cwd });
  expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
  const notices = (JSON.parse(out) as { notices: Notice[] }).notices;
  return { notices, kinds: notices.map(({ notice }) => notice), err };
}

const of = (notices: readonly Notice[], kind: string) => notices.find(({ notice }) => notice === kind);

describe("notices", () => {
  it("are none where nothing is odd", async () => {
    expect((await noticesOf({ "sales.csv": sales("C2,2025-06-01,5\n") })).kinds).toEqual([]);
  });

  it.each([
    [
      "lines without a customer",
      { "sales.csv": sales(",2025-06-01,5.50\n ,2025-06-02,-1\n") },
      "lines_without_customer",
      2,
      ["4.50"],
    ],
    [
      "repeated rows",
      { "sales.csv": sales("C2,2025-06-01,5\nC2,2025-06-01,5\nC2,2025-06-01,5\n") },
      "duplicate_rows",
      2,
      ["sales.csv:5"],
    ],
    [
      "costs without a customer",
      { "sales.csv": sales(""), "costs.csv": "customer_id,date,amount\n,2025-06-01,5\n" },
      "lines_without_customer",
      1,
      ["5.00"],
    ],
    [
      "blank scores",
      { "sales.csv": sales(""), "nps.csv": "customer_id,date,score\nC1,2025-06-01,\n" },
      "blank_scores",
      1,
      [],
    ],
    [
      "a blank currency",
      { "sales.csv": "customer_id,date,amount,currency\nC1,2024-01-02,1,NOK\nC1,2025-03-02,1,NOK\nC1,2026-01-15,2,\n" },
      "blank_currency",
      1,
      ["NOK"],
    ],
    [
      "ids that differ by a zero",
      { "sales.csv": sales("0042,2025-06-01,5\n42,2025-06-02,5\n") },
      "probable_missed_join",
      1,
      ["0042 / 42"],
    ],
    ["a totals row", { "sales.csv": sales("Total,2025-06-01,5\n") }, "totals_row", 1, ["Total"]],
    [
      "customers that the list does not know",
      { "sales.csv": sales(""), "customers.csv": "customer_id,name\nC9,Nine\n" },
      "not_in_customers_file",
      1,
      ["C1"],
    ],
    [
      "listed customers without sales",
      { "sales.csv": sales(""), "customers.csv": "customer_id,name\nC1,One\nC9,Nine\n" },
      "listed_without_sales",
      1,
      ["C9"],
    ],
    [
      "customers listed twice alike",
      { "sales.csv": sales(""), "customers.csv": "customer_id,name\nC1,One\nC1,One\n" },
      "customer_repeated",
      1,
      ["customers.csv:3"],
    ],
    [
      "listed rows without an id",
      { "sales.csv": sales(""), "customers.csv": "customer_id,name\nC1,One\n,Two\n" },
      "customer_without_id",
      1,
      ["customers.csv:3"],
    ],
    [
      "attributes that cannot be read",
      { "sales.csv": sales(""), "customers.csv": "customer_id,employees\nC1,many\n" },
      "unreadable_attribute",
      1,
      ['customers.csv:2: employees "many"'],
    ],
    [
      "a customer of two names",
      {
        "sales.csv":
          "customer_id,date,amount,customer_name\nC1,2024-01-02,1,Old\nC1,2025-03-02,1,Old\nC1,2026-01-15,2,New\n",
      },
      "customer_renamed",
      1,
      ["C1"],
    ],
    [
      "a window that the sales do not cover",
      { "sales.csv": "customer_id,date,amount\nC1,2025-12-02,1\nC1,2026-01-15,2\n" },
      "window_not_covered",
      1,
      ["2025-12-02"],
    ],
    [
      "a prior window that they do not cover",
      { "sales.csv": "customer_id,date,amount\nC1,2025-01-20,1\nC1,2026-01-15,2\n" },
      "prior_window_not_covered",
      1,
      ["2025-01-20"],
    ],
    [
      "columns of equal meaning",
      { "sales.csv": "customer_id,date,amount,net amount\nC1,2024-01-02,1,1\nC1,2025-03-02,1,1\nC1,2026-01-15,2,2\n" },
      "ignored_columns",
      1,
      ["net amount"],
    ],
  ] as const)("say %s", async (_what, files, kind, count, values) => {
    const { notices } = await noticesOf(files);
    expect(of(notices, kind)).toMatchObject({ count, values });
  });

  it("say which rows come after the as-of date", async () => {
    const { notices } = await noticesOf(
      {
        "sales.csv": sales(""),
        "costs.csv": "customer_id,date,amount\nC1,2026-01-31,5\nC1,2025-01-31,5\n",
        "nps.csv": "customer_id,date,score\nC1,2026-01-31,5\n",
      },
      "--as-of",
      "2025-12-31",
    );
    expect(notices.filter(({ notice }) => notice === "rows_after_as_of")).toMatchObject([
      { role: "sales", count: 1, message: "1 row dated after 2025-12-31, 100.00 in all; left out" },
      { role: "costs", count: 1, message: "1 row dated after 2025-12-31, 5.00 in all; left out" },
      { role: "nps", count: 1 },
    ]);
  });

  it("say which rows were skipped, with the first three", async () => {
    const bad = ["a", "b", "c", "d"].map((text) => `C2,2025-06-01,${text}\n`).join("");
    const { notices } = await noticesOf({ "sales.csv": sales(bad) }, "--on-bad-row", "skip");
    expect(of(notices, "bad_rows_skipped")).toMatchObject({
      count: 4,
      values: [3, 4, 5].map((line) => expect.stringContaining(`sales.csv:${line}: amount`)),
    });
  });

  it("go to stderr, a line each, and nowhere with --quiet", async () => {
    const files = { "sales.csv": sales(",2025-06-01,5.50\n") };
    const cwd = folderOf(files);
    const { err } = await run(["classify", ".", "--format", "csv"], { cwd });
    expect(err).toMatch(/^note: sales\.csv: 1 line without a customer, 5\.50 in all/m);
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^note: .{1,300}$/u);
    expect((await run(["classify", ".", "--format", "csv", "--quiet"], { cwd })).err).toBe("");
  });
});

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
      ["sales.csv:3", "sales.csv:4"],
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
      ["costs.csv:2"],
    ],
    [
      "answers without a customer",
      { "sales.csv": sales(""), "nps.csv": "customer_id,date,score\n,2025-06-01,9\nC1,2025-06-01,9\n,2025-06-02,9\n" },
      "lines_without_customer",
      2,
      ["nps.csv:2", "nps.csv:4"],
    ],
    [
      "blank scores",
      { "sales.csv": sales(""), "nps.csv": "customer_id,date,score\nC1,2025-06-01,\n" },
      "blank_scores",
      1,
      ["nps.csv:2"],
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
      {
        role: "sales",
        count: 1,
        message: "1 row dated after 2025-12-31, 100.00 in all; left out",
        values: ["sales.csv:4"],
      },
      {
        role: "costs",
        count: 1,
        message: "1 row dated after 2025-12-31, 5.00 in all; left out",
        values: ["costs.csv:2"],
      },
      { role: "nps", count: 1, values: ["nps.csv:2"] },
    ]);
  });

  it("name the first three places, over several files", async () => {
    const late = ["02", "03", "04"].map((month) => `C1,2026-${month}-01,1\n`).join("");
    const { notices } = await noticesOf(
      { "sales-a.csv": sales(",2025-04-01,1\nC1,2026-05-01,7\n"), "sales-b.csv": `customer_id,date,amount\n${late}` },
      "--as-of",
      "2026-01-31",
    );
    expect(of(notices, "rows_after_as_of")).toMatchObject({
      count: 4,
      values: ["sales-a.csv:4", "sales-b.csv:2", "sales-b.csv:3"],
    });
    expect(of(notices, "lines_without_customer")).toMatchObject({ count: 1, values: ["sales-a.csv:3"] });
  });

  it("of more than 10,000 rows name the first alone", async () => {
    const files = { "sales.csv": sales(",2025-06-01,1\n".repeat(10_001)) };
    const { notices } = await noticesOf(files);
    expect(of(notices, "lines_without_customer")).toMatchObject({ count: 10_001, values: ["sales.csv:3"] });
    const fewer = await noticesOf({ "sales.csv": sales(",2025-06-01,1\n".repeat(10_000)) });
    expect(of(fewer.notices, "lines_without_customer")?.values).toEqual(["sales.csv:3", "sales.csv:4", "sales.csv:5"]);
  });

  it("reckon with the ids and dates of events", async () => {
    const { notices } = await noticesOf({
      "sales.csv": sales("18,2025-06-01,5\n"),
      "customers.csv": "customer_id,name\nC1,One\n18,Two\n",
      "events.csv": [
        "customer_id,date,type",
        "018,2025-06-01,outage",
        "ZZ,2025-06-02,ticket",
        "C1,2026-02-01,outage",
        "LATER,2026-02-02,usage",
        "PLANNED,2026-03-01,qbr", // a plan: not left out, and its id counts
        ",2025-07-01,ticket",
        "",
      ].join("\n"),
    });
    expect(of(notices, "probable_missed_join")).toMatchObject({ count: 1, values: ["018 / 18"] });
    expect(of(notices, "not_in_customers_file")).toMatchObject({
      role: "events",
      file: "events.csv",
      count: 3,
      values: ["018", "PLANNED", "ZZ"],
    });
    expect(of(notices, "rows_after_as_of")).toMatchObject({
      role: "events",
      file: "events.csv",
      count: 2,
      values: ["events.csv:4", "events.csv:5"],
      message: "2 rows dated after 2026-01-15; left out",
    });
    expect(of(notices, "lines_without_customer")).toMatchObject({ role: "events", values: ["events.csv:7"] });
  });

  it("count customers whose listed name is another than the latest of their sales lines", async () => {
    const named = (id: string, name: string) => `${id},2025-06-01,5,${name}\n`;
    const { notices } = await noticesOf({
      "sales.csv":
        "customer_id,date,amount,customer_name\nC1,2024-01-02,1,Same\nC2,2024-06-01,5,Bo\n" +
        named("C2", "Bee") +
        named("C3", "ACME  as") +
        named("C4", "Cafe\u0301") +
        named("C5", "") +
        named("C6", "Six") +
        "C1,2026-01-15,1,Same\n",
      "customers.csv": "customer_id,name\nC1,Same\nC2,Bo\nC3, Acme AS\nC4,Caf\u00e9\nC5,Five\nC6,Sechs\nC7,Unsold\n",
    });
    expect(of(notices, "name_differs")).toMatchObject({
      role: "customers",
      file: "customers.csv",
      count: 2,
      values: ['C2: "Bo" / "Bee"', 'C6: "Sechs" / "Six"'],
    });
  });

  it("count customers of whom the files say several things", async () => {
    const line = (id: string, day: string, segment: string, region: string) => `${id},${day},5,${segment},${region}\n`;
    const { notices } = await noticesOf({
      "sales.csv": `customer_id,date,amount,segment,region\nC1,2024-01-02,1,Retail,North\n${[
        line("C2", "2025-06-01", "Retail", "North"),
        line("C2", "2025-07-01", "Public", ""),
        line("C3", "2025-06-01", "Retail", "South"),
        line("C3", "2025-06-01", "Public", "north"),
      ].join("")}C1,2026-01-15,1,Retail,North\n`,
      "customers.csv": "customer_id,segment,region\nC1,retail,\nC2,Private,North\nC3,Retail,South\n",
    });
    expect(notices.filter(({ notice }) => notice.startsWith("attribute_"))).toEqual([
      {
        notice: "attribute_varies",
        role: "sales",
        file: "sales.csv",
        count: 2,
        values: ["C2", "C3"],
        message: "2 customers under several segments; the latest counts",
      },
      expect.objectContaining({ notice: "attribute_varies", count: 1, values: ["C3"] }),
      {
        notice: "attribute_differs",
        role: "customers",
        file: "customers.csv",
        count: 1,
        values: ['C2: "Private" / "Public"'],
        message: "1 customer under another segment in sales.csv; the segment listed here counts",
      },
      // Of the two of one day, `north` is the last by code point; the list has South.
      expect.objectContaining({ notice: "attribute_differs", count: 1, values: ['C3: "South" / "north"'] }),
    ]);
  });

  it.each([
    ["2027-01-14", undefined],
    ["2027-01-15", "the last sale is 2026-01-15, 365 days before the as-of date"],
    ["2027-01-16", "the last sale is 2026-01-15, 366 days before the as-of date"],
  ])("say at %s that nothing was sold lately: %s", async (asOf, message) => {
    const { notices } = await noticesOf({ "sales.csv": sales("") }, "--as-of", asOf);
    expect(of(notices, "no_recent_sales")?.message).toBe(message);
  });

  it("list the values of events that cannot be read", async () => {
    const { notices } = await noticesOf({
      "sales.csv": sales(""),
      "events.csv": "customer_id,date,type,value,limit\nC1,2025-06-01,usage,much,10\nC1,2025-06-02,usage,5,10\n",
    });
    expect(of(notices, "unreadable_attribute")).toEqual({
      notice: "unreadable_attribute",
      role: "events",
      file: "events.csv",
      count: 1,
      values: ['events.csv:2: value "much"'],
      message: "1 value could not be read and counts as unknown",
    });
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

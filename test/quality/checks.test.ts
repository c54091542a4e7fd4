import { describe, expect, it } from "vitest";
import { checkExports, hasFinding } from "../../src/quality/check.ts";
import { checkCurrencies } from "../../src/quality/currencies.ts";
import { checkFiles } from "../../src/quality/files.ts";
import { findingOf } from "../../src/quality/finding.ts";
import { checkIdentity } from "../../src/quality/identity.ts";
import { checkLines } from "../../src/quality/lines.ts";
import { differenceOf } from "../../src/quality/missed-joins.ts";
import { file, ids, period, profile, table } from "./profile.ts";

describe("ids that a person would take for one", () => {
  it.each([
    [["018", "18"], "leading_zeros"],
    [["a1", "A1"], "case"],
    [["A 1", "A1"], "white_space"],
    [["17850", "17850.0"], "decimals"],
    [["Ａ1", "a 1"], "spelling"],
  ] as const)("%s: %s", (group, difference) => {
    expect(differenceOf({ ids: group })).toBe(difference);
  });

  it("are one finding for each difference, with the places of the first", () => {
    const listed = {
      files: ["customers.csv"],
      cards: [{ id: "018", name: null, spot: { file: "customers.csv", line: 2 } }],
      repeated: [],
      withoutId: [],
      unread: [],
    };
    const found = checkIdentity(profile({ tables: [table("sales", { ids: ids("18", "a1", "A1", "18") })], listed }));
    expect(found.slice(0, 2)).toMatchObject([
      {
        finding: "probable_missed_join",
        difference: "leading_zeros",
        file: "customers.csv, sales.csv",
        spots: [
          { file: "customers.csv", line: 2 },
          { file: "sales.csv", line: 2 },
        ],
      },
      { finding: "probable_missed_join", difference: "case", count: 1 },
    ]);
  });
});

describe("ids that do not meet", () => {
  it("no id in common looks like the wrong column", () => {
    const tables = [table("sales", { ids: ids("a", "b", "c") }), table("costs", { ids: ids("1", "2", "3") })];
    expect(checkIdentity(profile({ tables }))[0]).toMatchObject({
      severity: "error",
      finding: "no_ids_in_common",
      count: 3,
      ids: ["1", "2", "3"],
    });
  });

  it("two ids of which none meets may be chance", () => {
    const tables = [table("sales", { ids: ids("a", "b", "c") }), table("costs", { ids: ids("1", "2") })];
    expect(checkIdentity(profile({ tables })).map(({ finding }) => finding)).toEqual([
      "without_sales",
      "without_costs",
    ]);
  });

  it("events may be of prospects; an id that no other file names is strange", () => {
    const cards = [{ id: "p", name: null, spot: { file: "customers.csv", line: 2 } }];
    const listed = { files: ["customers.csv"], cards, repeated: [], withoutId: [], unread: [] };
    const tables = [
      table("sales", { ids: ids("p", "a") }),
      table("costs", { ids: ids("a", "c") }),
      table("events", { ids: ids("p", "c", "z") }),
    ];
    const strange = checkIdentity(profile({ tables, listed })).filter(({ file }) => file === "events.csv");
    expect(strange).toMatchObject([
      { finding: "not_in_customers_file", count: 2 },
      { finding: "without_sales", role: "events", ids: ["z"], spots: [{ file: "events.csv", line: 4 }] },
    ]);
    const unlisted = checkIdentity(profile({ tables })).filter(({ file }) => file === "events.csv");
    expect(unlisted).toMatchObject([{ finding: "without_sales", count: 1, ids: ["z"] }]);
    // With nothing to compare, nothing is strange.
    expect(checkIdentity(profile({ tables: tables.slice(2) }))).toEqual([]);
  });

  it("tables without ids are left alone", () => {
    const tables = [table("sales", { ids: ids("a") }), table("nps")];
    expect(checkIdentity(profile({ tables }))).toEqual([]);
  });
});

describe("amounts", () => {
  const suspects = (...sizes: bigint[]) =>
    table("sales", { suspects: [{ customerId: "a", lines: sizes.map((size, row) => ({ row, size })) }] });

  it("100 times the median is not yet an outlier, a unit more is", () => {
    expect(checkLines(profile({ tables: [suspects(10n, 10n, 1000n)] }))).toEqual([]);
    expect(checkLines(profile({ tables: [suspects(10n, 10n, 1001n)] }))).toMatchObject([
      { finding: "outlier_amounts", count: 1, times: 100.1, size: 1001n, spots: [{ file: "sales.csv", line: 4 }] },
    ]);
  });

  it("of an even number of lines the median is the mean of the two in the middle", () => {
    expect(checkLines(profile({ tables: [suspects(10n, 10n, 11n, 1050n)] }))).toEqual([]);
    expect(checkLines(profile({ tables: [suspects(10n, 10n, 11n, 1051n)] }))).toHaveLength(1);
  });

  it("the worst comes first", () => {
    const [found] = checkLines(profile({ tables: [suspects(2000n, 10n, 3000n, 10n, 10n)] }));
    expect(found).toMatchObject({ count: 2, times: 300, spots: [{ line: 4 }, { line: 2 }] });
  });

  it("no lines, no outlier", () => {
    expect(checkLines(profile({ tables: [suspects()] }))).toEqual([]);
  });

  it("more than half below zero is worth a warning", () => {
    const odd = (count: number) => ({
      negative: { count, amount: -5n, spots: [] },
      zero: { count: 0, amount: 0n, spots: [] },
    });
    expect(checkLines(profile({ files: [file("sales", { odd: odd(5) })] }))).toMatchObject([{ severity: "info" }]);
    expect(checkLines(profile({ files: [file("sales", { odd: odd(6) })] }))).toMatchObject([
      { severity: "warning", mostly: true },
    ]);
  });

  it("costs are late after the end of their month, answers have no amount", () => {
    const after = { after: { count: 1, amount: 7n, spots: [] }, unassigned: { count: 1, amount: 3n, spots: [] } };
    const files = [file("costs", { odd: after }), file("nps", { odd: after }), file("sales", { odd: after })];
    const found = checkLines(profile({ files, period: { ...period("2024-05-01"), costsTo: "2024-05-31" } }));
    expect(found).toMatchObject([
      { finding: "lines_without_customer", role: "costs", amount: 3n },
      { finding: "rows_after_as_of", dateTo: "2024-05-31", amount: 7n },
      { finding: "lines_without_customer", role: "nps", amount: null },
      { finding: "rows_after_as_of", dateTo: "2024-05-01", amount: null },
      { finding: "lines_without_customer", role: "sales" },
    ]);
  });

  it("repetitions are counted in the file of the last", () => {
    const spotOf = (row: number) => ({ file: row < 10 ? "a.csv" : "b.csv", line: row });
    const repeated = [
      { firstRow: 1, lastRow: 5, repeats: 1 },
      { firstRow: 2, lastRow: 12, repeats: 2 },
    ];
    expect(checkLines(profile({ tables: [table("sales", { repeated, spotOf })] }))).toMatchObject([
      { file: "a.csv", count: 1, repeatOf: { file: "a.csv", line: 1 } },
      { file: "b.csv", count: 2, repeatOf: { file: "a.csv", line: 2 } },
    ]);
  });
});

describe("bad rows", () => {
  const bad = (line: number, column: string | null, isBlank = false, isTotals = false) => ({
    line,
    column,
    isBlank,
    isTotals,
    sentence: "",
    id: "x",
  });

  it("are grouped by what is wrong, a totals row apart", () => {
    const badRows = [
      bad(2, "date"),
      bad(3, "score"),
      bad(4, "date", true),
      bad(5, null),
      bad(6, "date"),
      bad(7, null, false, true),
    ];
    const found = checkFiles(profile({ files: [file("nps", { badRows })] }));
    expect(found.map(({ finding, count }) => [finding, count])).toEqual([
      ["bad_date", 2],
      ["bad_score", 1],
      ["blank_value", 1],
      ["broken_row", 1],
      ["contents", 10],
      ["totals_row", 1],
      ["no_sales_lines", 1],
    ]);
  });

  it("an id in the customers file is bad because it stands there again", () => {
    const [found] = checkFiles(profile({ files: [file("customers", { badRows: [bad(4, "customer_id")] })] }));
    expect(found).toMatchObject({ finding: "customer_listed_twice", ids: ["x"] });
  });

  it("columns left alone are told", () => {
    const ignored = [{ header: "Sum", column: "amount", because: "Betrag is better" }];
    const [found] = checkFiles(profile({ files: [file("sales", { ignored })] }));
    expect(found).toMatchObject({ severity: "info", finding: "ignored_columns", header: "Sum" });
  });
});

describe("currencies", () => {
  it("count over all files, whatever the case", () => {
    const tables = [
      table("sales", { currencies: [{ currency: "nok", rows: 3, firstRow: 0 }] }),
      table("costs", { currencies: [{ currency: "NOK", rows: 2, firstRow: 0 }] }),
    ];
    expect(checkCurrencies(profile({ tables }))).toMatchObject([
      { finding: "currency", currency: "NOK", count: 5, file: "sales.csv, costs.csv" },
    ]);
  });

  it("cost of goods twice is of sales and costs, whatever other files there are", () => {
    const tables = [table("sales"), table("costs"), table("events"), table("nps")];
    expect(checkCurrencies(profile({ tables, costOfGoods: { lines: 1, rows: 2 } }))).toMatchObject([
      { finding: "cost_of_goods_twice", file: "sales.csv, costs.csv" },
    ]);
  });

  it("blank cells alone say nothing", () => {
    const tables = [table("sales", { currencies: [{ currency: null, rows: 3, firstRow: 0 }] })];
    expect(checkCurrencies(profile({ tables }))).toEqual([]);
  });
});

describe("the whole", () => {
  it("has the worst first and descriptions last", () => {
    const refused = [{ file: "nps.csv", problem: "is empty", remedy: null, spots: [] }];
    const found = checkExports(profile({ files: [file("sales")], refused }));
    expect(found.map(({ severity, finding, file: name }) => [severity, finding, name])).toEqual([
      ["error", "unreadable_file", "nps.csv"],
      ["warning", "no_sales_lines", ""],
      ["info", "contents", "sales.csv"],
    ]);
  });

  it("fails on a severity or a worse one", () => {
    const warning = findingOf("warning", { finding: "no_sales_lines" }, 1, []);
    expect(hasFinding([warning], "warning")).toBe(true);
    expect(hasFinding([warning], "error")).toBe(false);
    expect(hasFinding([], "warning")).toBe(false);
  });
});

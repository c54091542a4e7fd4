import { describe, expect, it } from "vitest";
import { findingOf, type Observation, type Severity } from "../../src/quality/finding.ts";
import { adviceOf, checkReport } from "../../src/reports/check.ts";
import { loadWords } from "../../src/wording/load.ts";

const words = await loadWords("en", ["check"]);

const advice = (observation: Observation, severity: Severity = "warning", currency: string | null = "NOK"): string =>
  adviceOf(findingOf(severity, observation, 2, [{ file: "sales.csv", line: 3 }]), currency, words);

describe("advice", () => {
  it.each<[Observation, string]>([
    [{ finding: "unreadable_file", problem: "is empty", remedy: null }, "Left out: is empty."],
    [
      { finding: "totals_row", because: "label", label: "Sum" },
      'The id "Sum" reads like the label of a totals row: delete the row if it is one.',
    ],
    [
      { finding: "blank_currency", currency: "NOK" },
      "These rows are taken for NOK, the only currency named; fill it in if that is wrong.",
    ],
    [
      { finding: "date_far_back", day: "1900-01-01", after: "2024-01-01" },
      "Mend the date 1900-01-01, more than a year before the next sale (2024-01-01), if it is a typing error or a placeholder.",
    ],
    [
      { finding: "rows_after_as_of", dateTo: "2024-01-31", amount: null },
      "These rows are dated after 2024-01-31, and left out: mend their dates, or move --as-of.",
    ],
    [
      { finding: "months_without_sales", months: ["2024-02"] },
      "Check whether the export is complete: no sale in 2024-02; sales go on at the places named.",
    ],
    [
      { finding: "no_recent_sales", last: "2023-01-31", asOf: "2024-01-31" },
      "Export the sales up to 2024-01-31, or move --as-of: the last is of 2023-01-31, so that nobody bought anything lately.",
    ],
    [
      { finding: "window_not_covered", from: "2023-02-01", first: "2023-06-01" },
      "Export sales from 2023-02-01 on: the first is of 2023-06-01, so that the window is not covered and its figures are of a shorter time.",
    ],
    [
      { finding: "lines_without_customer", role: "sales", amount: 12_345_000n },
      "Fill in the customer ids: 1 234.50 NOK are credited to no customer.",
    ],
    [
      { finding: "lines_without_customer", role: "costs", amount: null },
      "Fill in the customer ids: these rows are borne by no customer.",
    ],
    [
      { finding: "lines_without_customer", role: "nps", amount: null },
      "Fill in the customer ids: these answers count for no customer.",
    ],
    [
      { finding: "negative_amounts", role: "costs", amount: -10_000n, mostly: false },
      "Nothing to do if these are refunds, -1.00 NOK in all.",
    ],
    [
      { finding: "negative_amounts", role: "sales", amount: null, mostly: true },
      "Check the sign of the amounts: more than half of the rows are below zero.",
    ],
    [
      { finding: "probable_missed_join", difference: "decimals", ids: ["18", "18.0"] },
      '"18", "18.0" are different customers here, but differ in decimals only: export ids as text, not as numbers.',
    ],
    [
      { finding: "not_in_customers_file", ids: ["a"], all: true },
      'Check that both files hold the same kind of id: none of these, as "a", is in the customers file.',
    ],
    [
      { finding: "no_ids_in_common", role: "costs", ids: ["1"], sales: ["a"] },
      'Map the right id column with --map: no id, as "1", is in the sales files, where ids are like "a".',
    ],
    [
      { finding: "cost_of_goods_twice", lines: 3, rows: 4 },
      "Say which cost of goods counts with --cogs sales, costs or add: 3 sales lines and 4 rows of costs carry it.",
    ],
    [
      { finding: "ignored_columns", header: "Sum", column: "amount", because: "Beløp is the better name" },
      "Column Sum could be amount too and is left alone (Beløp is the better name): name it with --map if it is the right one.",
    ],
    [
      { finding: "unreadable_attribute", column: "employees", value: "x".repeat(60) },
      `Mend employees, as "${"x".repeat(40)}": what cannot be read counts as unknown.`,
    ],
    [
      { finding: "outlier_amounts", customerId: "a", size: 1_000_000n, times: 120.7 },
      'Check the amount: 100.00 NOK is 120 times the median line of customer "a".',
    ],
    [
      { finding: "unknown_event_type", types: [{ type: "outtage", nearest: "outage" }] },
      'Write the types as they are known, or these rows are left out: "outtage", perhaps outage.',
    ],
    [{ finding: "without_sales", role: "events", ids: ["ZZ"] }, 'Check these ids, which no other file names: "ZZ".'],
    [{ finding: "customer_without_id" }, "Fill in the customer id: rows without one are left out."],
  ])("%o", (observation, text) => {
    expect(advice(observation)).toBe(text);
  });

  it("counts one row as one", () => {
    const contents = { finding: "contents", role: "sales", customers: 1, first: null, last: null, amount: 0n } as const;
    expect(adviceOf(findingOf("info", contents, 1, []), null, words)).toBe(
      "Compare with the system it comes from: 1 line of 1 customer, 0.00 in all.",
    );
  });
});

it("the terminal's summary counts findings and keeps the advice whole", () => {
  const findings = [findingOf("warning", { finding: "no_sales_lines" }, 1, [])];
  const report = checkReport({ findings, asOf: "2024-01-31", asOfGiven: true, currency: null, head: {}, words });
  expect(report.summaryLines).toEqual([
    { term: "as of", value: "2024-01-31" },
    { term: "findings", value: "no errors, 1 warning, no notes" },
    { term: "no_sales_lines", value: advice({ finding: "no_sales_lines" }) },
  ]);
  expect(report.columns.filter(({ onTerminal }) => onTerminal).map(({ name }) => name)).toEqual([
    "severity",
    "finding",
    "count",
    "places",
  ]);
});

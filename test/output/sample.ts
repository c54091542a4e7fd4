import type { Cell, Column, Report } from "../../src/output/report.ts";

/** A report of the given columns and rows, all columns on the terminal. */
export const report = (
  columns: readonly (Omit<Column, "onTerminal"> & { onTerminal?: boolean })[],
  rows: readonly (readonly Cell[])[],
  others: Partial<Report> = {},
): Report => ({
  columns: columns.map((column) => ({ onTerminal: true, ...column })),
  rows,
  summaryLines: [],
  summaryTable: [],
  head: {},
  ...others,
});

/** One column of text. */
export const texts = (...values: (string | null)[]): Report =>
  report(
    [
      { name: "customer_id", kind: "count" },
      { name: "customer_name", kind: "text" },
    ],
    values.map((value, i) => [i, value]),
  );

export const everyKind: Report = report(
  [
    { name: "customer_id", kind: "text" },
    { name: "first_purchase", kind: "date" },
    { name: "revenue", kind: "money" },
    { name: "margin", kind: "ratio" },
    { name: "nps", kind: "points" },
    { name: "orders", kind: "count" },
  ],
  [
    ["C1", "2026-01-31", 12_345_615n, 0.73823, 14.6, 12],
    ["C2", null, -40n, -0.00001, -0.001, -0],
    [null, null, null, null, null, null],
  ],
);

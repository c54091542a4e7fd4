// The portfolio that is worked by hand in fixtures/worked/README.md, held against the program cell by cell.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { root } from "./helpers/folders.ts";
import { runPiped } from "./helpers/transcripts.ts";

type Row = Record<string, string>;
const table = (text: string): Row[] => parse(text, { columns: true }) as Row[];

const folder = "fixtures/worked";
const expectedText = readFileSync(path.join(root, folder, "expected.csv"), "utf8");
const expected = table(expectedText);

describe("the portfolio worked by hand", async () => {
  const { code, out } = await runPiped(["classify", folder]);
  const rows = table(out);

  it("has the columns and the order of the table worked by hand", () => {
    expect(code).toBe(0);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(expected[0] ?? {}));
    expect(rows.map(({ customer_id }) => customer_id)).toEqual(expected.map(({ customer_id }) => customer_id));
  });

  it.each(Object.keys(expected[0] ?? {}))("%s", (column) => {
    const valuesOf = (some: readonly Row[]) => some.map((row) => [row.customer_id, row[column]]);
    expect(valuesOf(rows)).toEqual(valuesOf(expected));
  });

  it("is the same to the last byte", () => {
    expect(out).toBe(expectedText);
  });

  it("sums up what the table says", async () => {
    const { out: json } = await runPiped(["classify", folder, "--format", "json"]);
    const { as_of, window, facts, summary } = JSON.parse(json);
    expect(as_of).toBe("2026-06-24");
    expect(window).toEqual({ from: "2025-06-24", to: "2026-06-24" });
    // 430,000 in W, 700 without a customer; in P 100 + 90 + 50 + 40 + 16 + 40 + 10 + 10 + 12 + 8 thousand.
    expect(facts).toMatchObject({ sales_rows: 40, revenue_total: "806700.00", customers_with_sales: 12 });
    expect(summary.revenue).toBe("430000.00");
    expect(summary.remainder).toEqual({ lines: 1, amount: "700.00" });
    // 65 + 50 + 1 + 51 + 30 + 12 thousand, 500 and 300.
    expect(summary.costs).toBe("209800.00");
    expect(summary.contribution).toBe("220200.00");
    expect(summary.statuses).toEqual({ active: 10, lapsed: 2, cost_only: 1, prospect: 1 });
    // Goods are known of c01, c02, c04, c07.
    expect(summary.cost_of_goods_known).toBe(4);
    expect(summary.classes).toMatchObject([
      { class: "A", customers: 2, without_sales: 0, cut: "80000.00", customer_share: 0.2, revenue: "180000.00" },
      { class: "B", customers: 5, without_sales: 0, cut: "20000.00", customer_share: 0.5, revenue: "190000.00" },
      { class: "C", customers: 1, without_sales: 0, cut: "0.00", customer_share: 0.1, revenue: "0.00" },
      { class: "D", customers: 2, without_sales: 2, cut: null, customer_share: 0.2, revenue: "60000.00" },
    ]);
    expect(summary.not_evaluated).toEqual([]);
  });
});

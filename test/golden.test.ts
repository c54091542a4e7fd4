// Figures computed outside this project (exact decimals, other programs) for public data; where each comes from is said in
// ../shared/golden/README.md. Run where ../shared/data is.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf, isThere, sharedData } from "./helpers/folders.ts";
import { run } from "./helpers/run.ts";

type Row = Readonly<Record<string, string | number | null>>;

interface Document {
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly notices: readonly { readonly notice: string; readonly count: number; readonly values: readonly string[] }[];
  readonly rows: readonly Row[];
}

const classify = (file: string, ...args: string[]): Promise<Document> => ask("classify", "--sales", file, ...args);

async function ask(...args: string[]): Promise<Document> {
  const { code, out, err } = await run([...args, "--format", "json"]);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

/** Customers of class A, B, C by value, whatever they cost. */
const byValue = ({ rows }: Document): number[] =>
  ["A", "B", "C"].map((letter) => rows.filter(({ value_class }) => value_class === letter).length);

/** Exact: money of 4 decimals, as units of 1/10,000. */
const units = (text: unknown): bigint => {
  const [whole = "", fraction = ""] = String(text).split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
};

const sum = (rows: readonly Row[]): bigint =>
  rows.reduce((total, { revenue }) => total + (revenue === null ? 0n : units(revenue)), 0n);

const map = (columns: Readonly<Record<string, string>>): string[] =>
  Object.entries(columns).flatMap(([column, header]) => ["--map", `sales.${column}=${header}`]);

const slow = 60_000;

describe.runIf(isThere(sharedData, "the golden values"))("golden values", () => {
  const data = (name: string) => path.join(sharedData, name);

  describe("online-retail", () => {
    const file = data("online-retail/online-retail.csv.gz");
    const whole = ["--window", "13"];

    it("by rank: 874, 2,624, 874 customers, 41 of them D", { timeout: slow }, async () => {
      const document = await classify(file, ...whole);
      expect(byValue(document)).toEqual([874, 2624, 874]);
      expect(document.rows.filter((row) => row.class === "D")).toHaveLength(41);
      expect(sum(document.rows)).toBe(83_000_658_140n);
      expect(document.facts).toMatchObject({ sales_rows: 541_909, customers_with_sales: 4372 });
      const remainder = document.notices.find(({ notice }) => notice === "lines_without_customer");
      expect(remainder?.count).toBe(135_080);
      const shares = ["A", "B", "C"].map(
        (letter) => Number(sum(document.rows.filter((row) => row.value_class === letter))) / 83_000_658_140,
      );
      for (const [i, share] of [0.73823, 0.248849, 0.012922].entries()) expect(shares[i]).toBeCloseTo(share, 6);
    });

    it("the best customer and the ten best", { timeout: slow }, async () => {
      const { rows } = await classify(file, ...whole, "--sort", "-revenue", "--limit", "10");
      expect(rows[0]).toMatchObject({ revenue: "279489.02", rank: 1 });
      expect(String(rows[0]?.customer_id)).toMatch(/^14646(\.0)?$/);
      expect(rows[0]?.revenue_share).toBeCloseTo(0.033673, 4);
      expect(Number(sum(rows)) / 83_000_658_140).toBeCloseTo(0.16496, 6);
    });

    it.each([
      ["80,95", [1171, 1436, 1765]],
      ["20,80", [16, 1155, 3201]],
      ["70,95", [728, 1879, 1765]],
    ])("cumulative, cuts at %s", { timeout: slow }, async (cuts, classes) => {
      const document = await classify(file, ...whole, "--abc-method", "cumulative", "--abc-cuts", cuts);
      expect(byValue(document)).toEqual(classes);
    });

    it("retention by quarter: S N E lost reactivated, formula, strict", { timeout: slow }, async () => {
      const { rows } = await ask("retention", "--sales", file, "--history-from", "2010-12-01");
      const told = rows
        .slice(-3)
        .map((row) => [row.period, row.start, row.new, row.end, row.lost, row.reactivated, row.unfinished]);
      expect(told).toEqual([
        ["2011-Q2", 1776, 826, 1991, 733, 122, "no"],
        ["2011-Q3", 1991, 656, 2161, 780, 294, "no"],
        ["2011-Q4", 2161, 723, 2561, 806, 483, "yes"],
      ]);
      const shares = rows.slice(-3).map((row) => [row.retention_formula, row.retention]);
      for (const [i, [formula, strict]] of [
        [0.656, 0.5873],
        [0.7559, 0.6082],
        [0.8505, 0.627],
      ].entries()) {
        expect(shares[i]?.[0]).toBeCloseTo(formula as number, 4);
        expect(shares[i]?.[1]).toBeCloseTo(strict as number, 4);
      }
    });

    it("concentration: the best customer, the ten best, HHI", { timeout: slow }, async () => {
      const { rows } = await ask("concentration", "--sales", file, ...whole);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.top1_customer).toMatch(/^14646(\.0)?$/);
      expect(rows[0]?.top1_share).toBeCloseTo(0.033673, 6);
      expect(rows[0]?.top10_share).toBeCloseTo(0.16496, 6);
      expect(rows[0]?.hhi).toBeCloseTo(45.1512, 4);
      expect(rows[0]?.top20_share).toBeCloseTo(0.73823, 6);
    });
  });

  it("personio: retention by contract", async () => {
    const headers = { customer_id: "Company_ID", since: "Activation_Date", until: "Churn_Date" };
    const maps = Object.entries(headers).flatMap(([column, header]) => ["--map", `customers.${column}=${header}`]);
    const customers = data("personio/customer.csv");
    const { rows } = await ask("retention", "--customers", customers, "--basis", "contract", ...maps);
    expect(rows.at(-1)).toMatchObject({ period: "2023-Q2", start: 234, new: 252, end: 450, won_and_lost: 7 });
    expect(rows.at(-1)?.retention_formula).toBeCloseTo(0.8462, 4);
    expect(rows.at(-1)?.retention).toBeCloseTo(0.8761, 4);
    expect(rows.at(-1)?.reason).toBe("won_and_lost");
  });

  it("hypermarche: sales, customers, customers at a loss", async () => {
    const document = await classify(data("hypermarche/achats.csv"), "--window", "60");
    expect(document.facts.revenue_total).toBe("2938089.0615");
    expect(document.rows).toHaveLength(795);
    expect(document.rows.filter((row) => row.class === "D")).toHaveLength(127);
    const contribution = document.rows.reduce((total, row) => total + units(row.contribution), 0n);
    expect(contribution).toBe(3_728_297_415n);
  });

  it("violanova: sales and margin of customer 486", async () => {
    const { rows } = await classify(
      data("violanova/sprzedaz.csv"),
      "--window",
      "1200",
      ...map({ customer_id: "numer_gr_klienta", date: "data", amount: "sprzedaz", profit: "marza" }),
    );
    const row = rows.find(({ customer_id }) => customer_id === "486");
    expect(units(row?.revenue)).toBe(8_553_377_000n);
    expect(units(row?.contribution)).toBe(2_171_229_880n);
  });

  it("rfm: cumulative", async () => {
    const document = await classify(
      data("rfm/orders.csv"),
      "--window",
      "1200",
      "--abc-method",
      "cumulative",
      ...map({ date: "order_date", amount: "revenue" }),
    );
    expect(document.rows).toHaveLength(995);
    expect(document.facts.revenue_total).toBe("464158.00");
    expect(byValue(document)).toEqual([607, 228, 160]);
  });

  it("cdnow: cumulative, the customers without revenue among them", async () => {
    const document = await classify(
      data("cdnow/CDNOW_sample.txt"),
      "--no-header",
      "--delimiter",
      "whitespace",
      "--window",
      "1200",
      "--abc-method",
      "cumulative",
      ...map({ customer_id: "#1", date: "#3", amount: "#5" }),
    );
    expect(byValue(document)).toEqual([777, 804, 776]);
  });

  it("personio: NPS by response and by the latest answer of each account", async () => {
    const file = data("personio/nps.csv");
    const { code, out, err } = await run(["nps", "--nps", file, "--window", "60", "--format", "json"]);
    expect(code, err).toBe(0);
    const { rows } = JSON.parse(out) as Document;
    const of = (name: string) => rows.find(({ method }) => method === name);
    expect(of("by_response")).toMatchObject({ answers: 348, promoters: 44, detractors: 232 });
    expect(of("by_response")?.nps).toBeCloseTo(-54.02, 2);
    expect(of("latest_per_account")).toMatchObject({ answers: 202, promoters: 30, detractors: 124 });
    expect(of("latest_per_account")?.nps).toBeCloseTo(-46.53, 2);
  });

  it("Swiss municipalities: cumulative, inhabitants for revenue", async () => {
    const inhabitants = readFileSync(data("abc/swiss-inhabitants.csv"), "utf8").trim().split(/\r?\n/).slice(1);
    const folder = folderOf({
      "sales.csv": `customer_id,date,amount\n${inhabitants.map((count, i) => `M${i},2026-01-31,${count}\n`).join("")}`,
    });
    const document = await classify(
      path.join(folder, "sales.csv"),
      "--abc-method",
      "cumulative",
      "--abc-cuts",
      "80,95",
    );
    expect(byValue(document)).toEqual([1030, 1023, 843]);
    const { rows } = await ask("concentration", "--sales", path.join(folder, "sales.csv"));
    expect(rows[0]?.gini).toBeCloseTo(0.6294073840902157, 12);
  });
});

import path from "node:path";
import { describe, expect, it } from "vitest";
import { blankCard } from "../../src/facts/card.ts";
import { readCards } from "../../src/ingest/cards.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import { folderOf, workspaceIn } from "../helpers/folders.ts";
import { defaults } from "../helpers/read-table.ts";

async function cards(content: string, options: Partial<ReadOptions> = {}) {
  const [file, own] = [path.join(folderOf({ "customers.csv": content }), "customers.csv"), folderOf()];
  return readCards({ name: "customers.csv", path: file }, { ...defaults, ...options }, workspaceIn(own));
}

describe("readCards", () => {
  it("reads what a customers file says, in its notation", async () => {
    const {
      cards: read,
      file,
      lines,
      records,
    } = await cards(
      "Kundennummer;Name;Mitarbeiter;Umsatzpotenzial;potential_growth_pct;since;regions served;refused\n" +
        '007;"Müller; Söhne";51-200;1.234.567,50;12,5 %;31.12.2019;3;ja\n' +
        "e\u0301;;120;;;;;\n",
      { maps: [{ role: "customers", column: "potential_revenue", target: "Umsatzpotenzial" }] },
    );
    expect(read[0]).toMatchObject({
      customerId: "007",
      name: "Müller; Söhne",
      employees: 125.5,
      potentialRevenue: 12_345_675_000n,
      potentialGrowthPct: 125_000n,
      since: "2019-12-31",
      regionsServed: 3,
      refused: "ja",
      segment: null,
      wallet: null,
    });
    expect(read[1]).toMatchObject({ customerId: "é", name: null, employees: 120, since: null });
    expect([file.reader, file.rows, lines]).toEqual(["careful", 2, [2, 3]]);
    expect(records[1]?.[0]).toBe("e\u0301");
  });

  it("takes what cannot be read for unknown, and lists it", async () => {
    const { cards: read, unread } = await cards(
      "customer_id,employees,since,wallet\nC1,many,2020-01-01,10\nC2,5,someday,x\nC3,7,2021-01-01,20\n".replace(
        "someday",
        "2020-02-30",
      ),
    );
    expect(read.map(({ employees, since, wallet }) => [employees, since, wallet])).toEqual([
      [null, "2020-01-01", 100_000n],
      [5, null, null],
      [7, "2021-01-01", 200_000n],
    ]);
    expect(unread).toEqual([
      { line: 2, column: "employees", value: "many" },
      { line: 3, column: "since", value: "2020-02-30" },
      { line: 3, column: "wallet", value: "x" },
    ]);
  });

  it("reads what later scores rest on", async () => {
    const columns = {
      licensed_seats: "50",
      usage: "4500,5",
      usage_limit: "5000",
      company_revenue: "1.250.000,00",
      legal_form: "GmbH",
      founded: "1847",
      churn_reason: "Preis",
      source: "Messe",
      contract_months: "36",
      trust: "1",
      commitment: "5",
      dependence: "3,5",
      norms: "4",
      fiscal_year_start: "Oktober",
    };
    const content = `customer_id;${Object.keys(columns).join(";")}\nC1;${Object.values(columns).join(";")}\nC2${";".repeat(14)}\n`;
    const { cards: read, unread } = await cards(content);
    expect(read[0]).toMatchObject({
      licensedSeats: 50,
      usage: 4500.5,
      usageLimit: 5000,
      companyRevenue: 12_500_000_000n,
      legalForm: "GmbH",
      founded: 1847,
      churnReason: "Preis",
      source: "Messe",
      contractMonths: 36,
      trust: 1,
      commitment: 5,
      dependence: 3.5,
      norms: 4,
      fiscalYearStart: 10,
    });
    expect(read[1]).toEqual(blankCard("C2"));
    expect(unread).toEqual([]);
  });

  it.each([
    ["1", 1],
    ["5", 5],
    ["0.9", null],
    ["5.1", null],
    ["0", null],
    ["-3", null],
    ["high", null],
  ])("reads a relationship score of %s as %s", async (text, score) => {
    const { cards: read, unread } = await cards(`customer_id,trust,norms\nC1,${text},\nC2,,2.5\n`);
    expect(read.map(({ trust }) => trust)).toEqual([score, null]);
    expect(unread).toEqual(score === null ? [{ line: 2, column: "trust", value: text }] : []);
  });

  it.each([
    ["1998", 1998],
    ["1998-03-01", 1998],
    ["31.12.1998", 1998],
    ["03/04/1998", 1998],
    ["12/31/1998", 1998],
    ["19980301", 1998],
    ["1884-05-01", 1884],
    ["1.5.1884", 1884],
    ["98", null],
    ["0998", null],
    ["long ago", null],
    ["1998-13-01", null],
  ])("reads %s as the year of foundation %s", async (text, year) => {
    const { cards: read, unread } = await cards(`customer_id,founded\nC1,${text}\n`);
    expect([read[0]?.founded, unread.length]).toEqual([year, year === null ? 1 : 0]);
  });

  it.each([
    ["51-200", 125.5],
    ["51 \u2013 200", 125.5],
    ["1.001-5.000", 3000.5],
    ["1,001-5,000", 3000.5],
    ["10 001-50 000", 30000.5],
    ["200", 200],
    ["-5-10", null],
    ["5-", null],
  ])("reads %s employees as %s", async (text, employees) => {
    const { cards: read } = await cards(`customer_id;employees\nC1;${text}\n`);
    expect(read[0]?.employees).toBe(employees);
  });

  it("reads the month of a date as the file's other dates are written", async () => {
    const rows = (since: string) => `customer_id,since,fiscal_year_start\nC1,${since},01/04/2020\n`;
    const monthOf = async (content: string, options: Partial<ReadOptions> = {}) =>
      (await cards(content, options)).cards[0]?.fiscalYearStart;
    expect(await monthOf(rows("31/12/2019"))).toBe(4);
    expect(await monthOf(rows("12/31/2019"))).toBe(1);
    expect(await monthOf(rows("2019-12-31"))).toBeNull();
    expect(await monthOf(rows(""), { dateFormat: "mdy" })).toBe(1);
  });

  it("counts a customer listed twice alike once, and rows without an id not at all", async () => {
    const {
      cards: read,
      repeated,
      withoutId,
      file,
    } = await cards("customer_id,name\nC1,One\n ,Two\nC1 , One\nC3,Three\n");
    expect(read.map(({ customerId }) => customerId)).toEqual(["C1", "C3"]);
    expect([repeated, withoutId, file.records, file.rows]).toEqual([[4], [3], 4, 2]);
  });

  it("refuses a customer listed twice with other attributes, at the second line", async () => {
    const twice = "customer_id,name\nC1,One\nC2,Two\nC1,Uno\n";
    await expect(cards(twice)).rejects.toMatchObject({
      message: "customer C1 is listed before, in line 2, with other attributes",
      place: { file: "customers.csv", line: 4, column: "customer_id", value: "C1" },
    });
    const { cards: read, file } = await cards(twice, { onBadRow: "skip" });
    expect(read.map(({ name }) => name)).toEqual(["One", "Two"]);
    expect(file.badRows).toMatchObject([{ line: 4, column: "customer_id" }]);
  });

  it("lists rows that are no rows", async () => {
    const { file } = await cards("customer_id,name\nC1,One\nC2\n", { onBadRow: "quarantine" });
    expect(file.badRows).toMatchObject([{ line: 3, raw: "C2", column: null }]);
  });
});

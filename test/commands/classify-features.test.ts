// What classify does beside classes and grades: rows put aside, the customers file written back, events, settings, currencies.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../helpers/run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), "portfolio-test-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (name: string, ...lines: readonly string[]): void => {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  writeFileSync(path.join(cwd, name), `${lines.join("\n")}\n`);
};
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const classify = (...args: readonly string[]) => run(["classify", ...args], { cwd });

describe("--on-bad-row", () => {
  beforeEach(() =>
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.50", 'B,2026-01-16,"a,bc"', "C,2026-01-17,7.00"),
  );

  it("error stops the run and writes nothing", async () => {
    const { code, out, err } = await classify(".");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain('sales.csv:3: amount "a,bc" is not a number');
  });

  it("skip leaves the row out and says so", async () => {
    const { code, out, err } = await classify(".", "--on-bad-row", "skip");
    expect(code).toBe(0);
    expect(rowsOf(out).map((row) => row.customer_id)).toEqual(["A", "C"]);
    expect(err).toContain("1 row could not be read");
  });

  it("quarantine puts the row aside as it stands in the file", async () => {
    const { code, out } = await classify(".", "--on-bad-row", "quarantine=bad.csv");
    expect(code).toBe(0);
    expect(rowsOf(out)).toHaveLength(2);
    expect(rowsOf(readFileSync(path.join(cwd, "bad.csv"), "utf8"))).toEqual([
      { file: "sales.csv", line: "3", reason: 'amount "a,bc" is not a number', text: 'B,2026-01-16,"a,bc"' },
    ]);
  });

  it("quarantine replaces no file without --force, and no input ever", async () => {
    write("bad.csv", "mine");
    const { code, out } = await classify(".", "--on-bad-row", "quarantine=bad.csv");
    expect([code, out, readFileSync(path.join(cwd, "bad.csv"), "utf8")]).toEqual([2, "", "mine\n"]);
    expect((await classify(".", "--on-bad-row", "quarantine=sales.csv", "--force")).code).toBe(2);
  });
});

describe("--enrich", () => {
  it("writes the customers file back with the scores behind, in its order, the unlisted last", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.50", "B,2026-01-16,20.00", "X,2026-01-17,7.00");
    write("customers.csv", "Kundenr;Navn;cell;Notat", "B;Beta;7;  two  blanks", "A;Alfa;8;=1+1", "P;Pro;;");
    const { code, out } = await classify(".", "--enrich");
    expect(code).toBe(0);
    const rows = rowsOf(out);
    expect(Object.keys(rows[0] ?? {}).slice(0, 6)).toEqual([
      "Kundenr",
      "Navn",
      "cell",
      "Notat",
      "customer_name",
      "portfolio_cell",
    ]);
    expect(rows.map((row) => [row.Kundenr, row.Notat, row.revenue, row.status])).toEqual([
      ["B", "  two  blanks", "20.00", "active"],
      ["A", "'=1+1", "10.50", "active"],
      ["P", "", "0.00", "prospect"],
      ["X", "", "7.00", "active"],
    ]);
  });

  it("without a customers file gives the customers found", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.50");
    expect(rowsOf((await classify(".", "--enrich")).out).map((row) => row.customer_id)).toEqual(["A"]);
  });
});

describe("events", () => {
  beforeEach(() =>
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00", "B,2026-01-16,20.00", "C,2025-06-01,20.00"),
  );

  it("a refused offer in the window is d, one before it is not", async () => {
    write("events.csv", "customer_id,date,type", "A,2026-01-02,Refused offer", "B,2024-12-31,refused_offer");
    const rows = rowsOf((await classify(".")).out);
    expect(Object.fromEntries(rows.map((row) => [row.customer_id, row.potential_reason]))).toMatchObject({
      A: "refused",
      B: "no_basis",
    });
  });

  it("types that are not known are counted, with the nearest one", async () => {
    write("events.csv", "customer_id,date,type", "A,2026-01-02,outtage", "B,2026-01-03,outtage", "A,2026-01-04,outage");
    const { code, err } = await classify(".");
    expect(code).toBe(0);
    expect(err).toContain("events.csv: 2 events of a type that is not known; left out (outtage, perhaps outage)");
  });

  it("a date that cannot be read is a bad row", async () => {
    write("events.csv", "customer_id,date,type", "A,2026-02-30,outage");
    const { code, err } = await classify(".");
    expect(code).toBe(3);
    expect(err).toContain('events.csv:2: date "2026-02-30" is not a date');
  });
});

describe("currencies", () => {
  beforeEach(() =>
    write(
      "sales.csv",
      "customer_id,date,amount,currency",
      "A,2026-01-01,10.00,NOK",
      "B,2026-01-02,10.005,eur",
      "C,2026-02-02,-3.33335,USD",
    ),
  );

  it("several without rates are refused with their counts", async () => {
    const { code, out, err } = await classify(".");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("NOK: 1 row, first in sales.csv:2");
    expect(err).toContain("EUR: 1 row, first in sales.csv:3");
  });

  it("are converted line by line, each rounded half away from zero to 1/10,000", async () => {
    write("portfolio.yaml", "currency:", "  base: NOK", "  rates: { EUR: 11.62, USD: '10.5' }");
    const { out } = await classify(".", "--format", "json");
    const { rows, currency, facts } = JSON.parse(out);
    // 10.005 × 11.62 = 116.2581; −3.33335 is read as −3.3334, × 10.5 = −35.0007.
    expect(
      Object.fromEntries(rows.map((row: { customer_id: string; revenue: string }) => [row.customer_id, row.revenue])),
    ).toEqual({
      A: "10.00",
      B: "116.2581",
      C: "-35.0007",
    });
    expect([currency, facts.revenue_total]).toEqual(["NOK", "91.2574"]);
  });

  it("need a rate each", async () => {
    write("portfolio.yaml", "currency: { base: NOK, rates: { EUR: 11.62 } }");
    expect((await classify(".")).err).toContain("there is no rate for USD");
  });

  it("blank cells among several are refused, beside a single one they are counted", async () => {
    write("portfolio.yaml", "currency: { base: NOK, rates: { EUR: 11.62 } }");
    write(
      "sales.csv",
      "customer_id,date,amount,currency",
      "A,2026-01-01,10.00,NOK",
      "B,2026-01-02,10.00,EUR",
      "B,2026-01-02,1.00,",
    );
    const { code, err } = await classify(".");
    expect(code).toBe(3);
    expect(err).toContain("sales.csv:4: currency is blank");
    expect(err).toContain("a currency in every row, as the file holds several (NOK, EUR)");
    const skipped = await classify(".", "--on-bad-row", "skip", "--format", "json");
    expect(skipped.err).toContain("1 row could not be read");
    expect(JSON.parse(skipped.out).facts.revenue_total).toBe("126.20");
    write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,10.00,NOK", "B,2026-01-02,1.00,");
    expect((await classify(".")).err).toContain("1 row without a currency, taken for NOK");
  });

  const rates = () => write("portfolio.yaml", "currency: { base: NOK, rates: { EUR: 11.62, SEK: '0.5' } }");
  const revenues = async (...args: string[]) => {
    const { code, out, err } = await classify(".", "--format", "json", ...args);
    if (code !== 0) return { err };
    const { rows, currency } = JSON.parse(out);
    const entries = rows.map((row: { customer_id: string; revenue: string }) => [row.customer_id, row.revenue]);
    return { ...Object.fromEntries(entries), currency, err };
  };

  it("a blank cell beside a single one that is not the base is converted with it", async () => {
    rates();
    write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,100,EUR", "B,2026-01-02,100,");
    expect(await revenues()).toMatchObject({
      A: "1162.00",
      B: "1162.00",
      currency: "NOK",
      err: expect.stringContaining("1 row without a currency, taken for EUR"),
    });
  });

  it("each file lends its only one to its own blank cells", async () => {
    rates();
    rmSync(path.join(cwd, "sales.csv"));
    write("sales-2025.csv", "customer_id,date,amount,currency", "A,2026-01-01,100,SEK", "B,2026-01-02,100,");
    write("sales-2026.csv", "customer_id,date,amount,currency", "C,2026-01-03,100,", "D,2026-01-04,100,EUR");
    write("sales-2027.csv", "customer_id,date,amount,currency", "E,2026-01-03,100,NOK", "F,2026-01-04,100,");
    const found = await revenues();
    expect(found).toMatchObject({
      A: "50.00",
      B: "50.00",
      C: "1162.00",
      D: "1162.00",
      E: "100.00",
      F: "100.00",
    });
    for (const code of ["SEK", "EUR", "NOK"])
      expect(found.err).toContain(`1 row without a currency, taken for ${code}`);
  });

  it("a file whose column is blank throughout has none to lend among several", async () => {
    rates();
    rmSync(path.join(cwd, "sales.csv"));
    write("sales-2025.csv", "customer_id,date,amount,currency", "A,2026-01-01,100,SEK");
    write("sales-2026.csv", "customer_id,date,amount,currency", "C,2026-01-03,100,EUR");
    write("sales-2027.csv", "customer_id,date,amount,currency", "D,2026-01-03,100,");
    expect((await revenues()).err).toContain("blank: first in sales-2027.csv:2");
  });

  describe("marks in the amounts", () => {
    it("of several are refused like several currencies", async () => {
      write("sales.csv", "customer_id;date;amount", "A;2026-01-01;€ 100,50", "B;2026-01-02;$ 100,50");
      const { code, out, err } = await classify(".");
      expect([code, out]).toEqual([3, ""]);
      expect(err).toContain("the files hold several currencies");
      expect(err).toContain("EUR: 1 row, first in sales.csv:2");
      expect(err).toContain("$: 1 row, first in sales.csv:3");
    });

    it("of one are the run's currency; those without take it", async () => {
      write("sales.csv", "customer_id,date,amount", "A,2026-01-01,NOK 1", "B,2026-01-02,NOK 2");
      expect(await revenues()).toMatchObject({
        currency: "NOK",
        A: "1.00",
        err: expect.not.stringContaining("without"),
      });
      write("sales.csv", "customer_id,date,amount", "A,2026-01-01,NOK 1", "B,2026-01-02,2", "C,2026-01-02,kr 3");
      expect(await revenues()).toMatchObject({
        currency: "NOK",
        err: expect.stringContaining("1 row without a currency, taken for NOK"),
      });
    });

    it("speak where the currency cell is blank", async () => {
      write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,1,NOK", "B,2026-01-02,EUR 1,");
      expect((await revenues()).err).toContain("EUR: 1 row, first in sales.csv:3");
      rates();
      expect(await revenues()).toMatchObject({ A: "1.00", B: "11.62", currency: "NOK" });
    });

    it("that are several currencies are the base or what the file says; else they are their own", async () => {
      rates();
      write("sales.csv", "customer_id,date,amount", "A,2026-01-01,kr 1", "B,2026-01-02,€ 1");
      expect(await revenues()).toMatchObject({ A: "1.00", B: "11.62" });
      write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,kr 1,", "B,2026-01-02,1,SEK");
      expect(await revenues()).toMatchObject({ A: "0.50", B: "0.50" });
      write("sales.csv", "customer_id,date,amount", "A,2026-01-01,$ 1");
      const { err } = await revenues();
      expect(err).toContain("there is no rate for $");
      expect(err).toContain("try: $ is the mark of several currencies: give the export a currency column");
      rmSync(path.join(cwd, "portfolio.yaml"));
      expect(await revenues()).toMatchObject({ A: "1.00", currency: null });
    });

    it("of a unit price must not contradict the currency column", async () => {
      write("sales.csv", "customer_id,date,quantity,unit_price,currency", "A,2026-01-01,2,€ 5,NOK");
      expect((await revenues()).err).toContain('unit_price "€ 5" contradicts the currency column, which says NOK');
    });
  });

  it("costs without a currency column are in the sales' only one, and a notice says so", async () => {
    rates();
    write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,100,EUR");
    write("costs.csv", "customer_id,date,amount", "A,2026-01-01,10");
    const { out, err } = await classify(".", "--format", "json");
    expect(JSON.parse(out).rows[0]).toMatchObject({ revenue: "1162.00", costs: "116.20" });
    expect(err).toContain("costs.csv: 1 row without a currency, taken for EUR");
    write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,100,EUR", "A,2026-01-01,100,NOK");
    const mixed = await classify(".", "--format", "json");
    expect(JSON.parse(mixed.out).rows[0]).toMatchObject({ revenue: "1262.00", costs: "10.00" });
    expect(mixed.err).toContain("costs.csv: 1 row without a currency, taken for NOK");
  });

  it("amounts too large for 18 digits are converted as well", async () => {
    write("portfolio.yaml", "currency: { base: NOK, rates: { EUR: '2.5' } }");
    write("sales.csv", "customer_id,date,amount,currency", "A,2026-01-01,900000000000000000.01,EUR");
    expect(JSON.parse((await classify(".", "--format", "json")).out).facts.revenue_total).toBe(
      "2250000000000000000.025",
    );
  });
});

describe("settings", () => {
  beforeEach(() => write("in/sales.csv", "Kunde;Dag;Sum", "A;2026-01-15;10,50", "A;2025-08-01;5,00"));

  it("of the folder name columns and options; the command line wins", async () => {
    write("in/portfolio.yaml", "window: 3", "map: { sales: { customer_id: Kunde, date: Dag, amount: Sum } }");
    const json = async (...args: string[]) => JSON.parse((await classify("in", "--format", "json", ...args)).out);
    expect((await json()).rows[0]).toMatchObject({ customer_id: "A", revenue: "10.50" });
    expect((await json("--window", "12")).rows[0]).toMatchObject({ revenue: "15.50" });
  });

  it("of --config come before those of the folder", async () => {
    write("in/portfolio.yaml", "window: 0");
    write("mine.yaml", "map: { sales: { customer_id: '#1', date: '#2', amount: '#3' } }");
    expect((await classify("in", "--config", "mine.yaml")).code).toBe(0);
  });

  it.each([
    ["an unknown one names the nearest", "windw: 3", "there is no setting windw; did you mean window?"],
    ["an unknown one in a group", "abc: { metod: rank }", "abc: there is no setting metod; did you mean method?"],
    ["a value that does not fit", "potential: { attainable_share: 2 }", "potential.attainable_share: "],
    ["a rate that is no decimal", "currency: { base: NOK, rates: { EUR: 1e9 } }", "currency.rates: must be decimals"],
    ["no YAML", "map: [", "portfolio.yaml:2: is not YAML"],
    ["a notation that is not known", "date_format: soon", "date_format: soon is not known"],
  ])("%s: exit 3", async (_, text, message) => {
    write("in/portfolio.yaml", text);
    const { code, out, err } = await classify("in", "--map", "sales.customer_id=Kunde");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(message);
  });

  it("a file that is not there: exit 3", async () => {
    expect((await classify("in", "--config", "nowhere.yaml")).code).toBe(3);
  });
});

describe("--potential-sources", () => {
  const columns = ["--columns", "customer_id,potential,potential_source"];

  it("takes only these sources, in this order, over those of the settings", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,100.00", "B,2026-01-15,90.00");
    write(
      "customers.csv",
      "customer_id,wallet,active_users,potential_users,potential_grade",
      "A,200,10,15,d",
      "B,150,,,",
    );
    write("portfolio.yaml", "potential: { sources: [wallet] }");
    expect((await classify(".", ...columns)).out).toBe(
      "customer_id,potential,potential_source\nA,a,wallet\nB,b,wallet\n",
    );
    expect((await classify(".", ...columns, "--potential-sources", "seats, wallet")).out).toBe(
      "customer_id,potential,potential_source\nA,b,seats\nB,b,wallet\n",
    );
  });

  it("names the sources there are, before anything is read (exit 2)", async () => {
    const { code, err } = await classify("nowhere", "--potential-sources", "trend,guess");
    expect(code).toBe(2);
    expect(err).toContain("--potential-sources: takes stated, wallet, seats, regions, peers, white_space, trend");
  });
});

describe("the output", () => {
  it("is refused before anything is read: unknown column, an input as destination, an existing file", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,nonsense");
    expect((await classify(".", "--columns", "revenu")).err).toContain("did you mean revenue?");
    expect((await classify(".", "-o", "sales.csv", "--force")).err).toContain("sales.csv is an input");
    expect((await classify(".", "-o", "customers-scored.csv")).err).toContain("would be read as an export (customers)");
    write("there.csv", "old");
    expect((await classify(".", "-o", "there.csv")).err).toContain("exists already");
    expect(existsSync(path.join(cwd, "there.csv"))).toBe(true);
  });
});

describe("what every output says", () => {
  beforeEach(() => write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00"));

  it("rows alone are accompanied by the as-of date and what was not evaluated, on stderr", async () => {
    const { err } = await classify(".", "--format", "ndjson");
    expect(err).toContain("note: as of 2026-01-15, window of 12 months after 2025-01-15");
    expect(err).toContain("note: not evaluated: class D by costs");
    expect((await classify(".", "--quiet")).err).toBe("");
    expect((await classify(".", "--format", "json")).err).not.toContain("as of");
  });

  it("the json summary holds the sales file in parts that add up", async () => {
    write(
      "sales.csv",
      "customer_id,date,amount",
      "A,2026-01-15,1.00",
      ",2026-01-10,2.00",
      "A,2024-06-01,4.00",
      "A,2023-01-01,8.00",
      "A,2026-01-20,16.00",
    );
    const { out } = await classify(".", "--as-of", "2026-01-15", "--format", "json");
    expect(JSON.parse(out).summary.lines).toEqual({
      total: { lines: 5, amount: "31.00" },
      window: { lines: 2, amount: "3.00" },
      prior: { lines: 1, amount: "4.00" },
      before: { lines: 1, amount: "8.00" },
      after: { lines: 1, amount: "16.00" },
      unassigned: { lines: 1, amount: "2.00" },
    });
  });
});

describe("facts at the edge", () => {
  const first = async (...args: string[]) => JSON.parse((await classify(".", "--format", "json", ...args)).out).rows[0];

  it("a start after the as-of date had not happened", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    write("customers.csv", "customer_id,since", "A,2027-01-01");
    expect(await first()).toMatchObject({ first_purchase: "2026-01-15" });
  });

  it("costs without a customer are cost information all the same", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    write("costs.csv", "customer_id,date,amount", ",2026-01-10,5.00");
    expect(await first()).toMatchObject({ costs: "0.00", contribution: "10.00" });
  });

  it("a customer whose lines name no order has as many orders as days with a purchase", async () => {
    write(
      "sales.csv",
      "customer_id,date,amount,order_id",
      "A,2026-01-15,10.00,",
      "A,2026-01-15,1.00,",
      "A,2026-01-14,1.00,",
      "A,2026-01-13,-1.00,",
      "B,2026-01-13,1.00,O1",
    );
    expect(await first()).toMatchObject({ customer_id: "A", orders: 2 });
  });

  it("a customer told alike in two files counts once; told differently the first file's word stands where rows may be skipped", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    write("customers-1.csv", "customer_id,name,potential_grade", "A,Ann,b");
    write("customers-2.csv", "customer_id,name,potential_grade", "A,Ann,b");
    write("customers-2.csv", "name,customer_id,potential_grade", "Ann,A,b");
    expect((await classify(".")).err).toContain("1 row repeat");
    write("customers-2.csv", "customer_id,name,potential_grade", "A,Ann,d");
    expect((await classify(".")).code).toBe(3);
    expect(await first("--on-bad-row", "skip")).toMatchObject({ potential: "b" });
  });

  it("another method on the command line takes none of the settings' cuts", async () => {
    write("sales.csv", "customer_id,date,amount", ...[9, 7, 5, 3, 1].map((amount, i) => `C${i},2026-01-15,${amount}`));
    write("portfolio.yaml", "abc: { method: cumulative, cuts: [70, 95] }");
    const { out } = await classify(".", "--abc-method", "rank", "--format", "json");
    expect(JSON.parse(out).options.abc).toMatchObject({ method: "rank", cuts: [20, 80] });
    write("portfolio.yaml", "abc: { method: threshold }");
    expect((await classify(".", "--abc-cuts", "6,2")).code).toBe(0);
    expect((await classify(".")).err).toContain("--abc-cuts: must be two amounts");
  });

  it("--excel-eu is for csv, whatever tells the format", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    expect((await classify(".", "--excel-eu", "-o", "out.json")).code).toBe(2);
    expect((await classify(".", "--excel-eu", "-o", "out.csv")).code).toBe(0);
  });
});

describe("a folder", () => {
  it("names the files that it does not use, and its own results among them", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    write("orders-2025.csv", "customer_id,date,amount", "A,2025-01-15,10.00");
    write("notes.md", "nothing");
    const { out } = await classify(".");
    write("customers.csv", out.trimEnd());
    const { err, code } = await classify(".");
    expect(code).toBe(0);
    expect(err).toContain("1 file not used: the name says no role");
    expect(err).toContain("(orders-2025.csv)");
    expect(err).toContain("1 file not used: written by this program, and no export (customers.csv)");
  });

  it("takes shares for a slip of percents", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    expect((await classify(".", "--abc-cuts", "0.2,0.8")).err).toContain("--abc-cuts: must be two percentages");
  });

  it("reads portfolio.yml as well", async () => {
    write("sales.csv", "customer_id,date,amount", "A,2026-01-15,10.00");
    write("portfolio.yml", "window: 6");
    expect(JSON.parse((await classify(".", "--format", "json")).out).options.window).toBe(6);
  });
});

describe("what is said of costs", () => {
  const sales = ["customer_id,date,amount", "A,2026-01-15,900", "B,2026-01-16,80", "C,2026-01-17,20"];

  it("a contribution of which the cost of goods is known in part says so, and class C has no lower limit", async () => {
    write("sales.csv", ...sales);
    write("costs.csv", "customer_id,date,type,amount", "A,2026-01-15,Wareneinsatz,100", "C,2026-01-15,frakt,30");
    const { out } = await classify(".", "--format", "table");
    // 1000 - 100 - 30 = 870; C costs more than it brings in, and so is of class D, with rank and amount of C.
    expect(out).toMatch(/contribution +870; cost of goods known of 1 of 3 active customers\n/);
    const known = ["customer_id,date,type,amount", "A,2026-01-15,cogs,1", "B,2026-01-15,cogs,1", "C,2026-01-15,cogs,1"];
    write("costs.csv", ...known);
    const all = await classify(".", "--format", "table");
    expect(all.out).toMatch(/contribution +997\n/);
    expect(all.out).toMatch(/^C +\d+ +[\d.]+ %/m);
  });

  it("a costs file given for sales looks like one; a sales file with a type of its own does not", async () => {
    write("numbers.csv", "customer_id,date,type,amount", "A,2026-01-15,cogs,900", "B,2026-01-15,Frakt,9");
    expect((await classify("--sales", "numbers.csv")).err).toContain("looks like a costs file");
    write("numbers.csv", "customer_id,date,type,amount", "A,2026-01-15,cogs,900", "B,2026-01-15,invoice,9");
    expect((await classify("--sales", "numbers.csv")).err).not.toContain("looks like");
  });

  it("a sales file given for answers looks like one, and no column left over is suggested", async () => {
    write("sales.csv", ...sales);
    write("numbers.csv", "Kundenr;Dato;Beløp;Valuta;Ordrenr", "A;2026-01-15;900;NOK;1");
    const { code, err } = await classify("--sales", "sales.csv", "--nps", "numbers.csv");
    expect(code).toBe(3);
    expect(err).toContain("this looks like a sales file");
    expect(err).not.toContain("perhaps");
  });

  it("an unknown cost type names the known ones, whatever else is wrong", async () => {
    write("sales.csv", ...sales);
    write("costs.csv", "customer_id,date,type,amount", "A,2026-01-15,a,1", "A,2026-01-15,b,1");
    expect((await classify(".")).err).toContain("one of cost_to_serve, cogs, acquisition");
  });

  it("a last sale before the window, which begins the day after 2026-01-17, is told", async () => {
    write("sales.csv", ...sales);
    const told = "the last sale is 2026-01-17, 365 days before the as-of date";
    expect((await classify(".", "--as-of", "2027-01-17")).err).toContain(told);
    expect((await classify(".", "--as-of", "2027-01-16")).err).not.toContain("the last sale is");
  });

  it("a folder without sales names the files that were not used", async () => {
    write("costs.csv", "customer_id,date,amount", "A,2026-01-15,1");
    write("orders.csv", ...sales);
    expect((await classify(".")).err).toContain("not used, as the name says no role: orders.csv");
    expect((await run(["check", "."], { cwd })).out).toContain("warning,files_not_used,orders.csv");
  });
});

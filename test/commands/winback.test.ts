// fixtures/winback, worked by hand; the as-of date is 2026-06-30.
import { describe, expect, it } from "vitest";
import { folderOf } from "../helpers/folders.ts";
import { run } from "../helpers/run.ts";

const winback = async (...args: readonly string[]) => {
  const { code, out, err } = await run(["winback", "fixtures/winback", "--quiet", ...args]);
  expect(code, err).toBe(0);
  return out;
};

describe("portfolio winback", () => {
  it("who to call, and whom not", async () =>
    expect(
      (
        await winback(
          "--columns",
          "customer_id,score,best_year,best_year_is,factors,last_purchase,lost_on,lost_revenue,reason,chase,chase_reason",
        )
      ).split("\n"),
    ).toEqual([
      "customer_id,score,best_year,best_year_is,factors,last_purchase,lost_on,lost_revenue,reason,chase,chase_reason",
      // Four orders a year that left 4,000 each; the last year: 10,000 + 9,600 + 6,000 + 3,000.
      'w1,27648.00,16000.00,contribution,"tenure 1.2, price 1.2, promoter 1.2",2024-10-15,2024-10-15,28600.00,price,yes,',
      // Its contract ended, though it bought in March.
      'w6,8640.00,6000.00,contribution,"tenure 1.2, price 1.2",2026-03-10,2026-03-31,12000.00,price,yes,',
      // No costs on its lines, so by revenue; gone for more than three years.
      "w3,8000.00,16000.00,revenue,lost_long_ago 0.5,2023-02-10,2023-02-10,16000.00,closed the branch,yes,",
      // 4,000 × 1.2 × 0.8 × 0.7; a customer for two years and eleven months.
      'w2,2688.00,4000.00,contribution,"complaint_closed 1.2, service 0.8, detractor 0.7",2024-12-01,2024-12-01,10000.00,service,yes,',
      "w4,6000.00,6000.00,contribution,,2024-09-01,2024-09-01,24000.00,,no,refused",
      // 10,000 less 9,000 less 2,500 of the month end after its last order.
      "w5,500.00,500.00,contribution,,2024-07-15,2024-07-15,10000.00,,no,negative_contribution",
      "",
    ]));

  it("what one must know before the call", async () => {
    const rows = JSON.parse(await winback("--format", "json")).rows as Record<string, unknown>[];
    const evidence = Object.fromEntries(rows.map((row) => [row.customer_id, row.evidence]));
    expect(evidence.w1).toBe(
      "no purchase for 623 days (limit 365); best 12 months to 2023-08: contribution 16000.00; mean price per unit 11.22 in the last year, 10.00 the year before (+12.2 %); last answer 9 on 2024-09-01; owner Ruth",
    );
    expect(evidence.w2).toContain(
      "3 tickets in the last year, 1 the year before; complaint closed 2024-11-20; last answer 4 on 2024-11-25; owner Sam, who loses more customers than the average",
    );
    expect(evidence.w6).toMatch(/^contract ended 2026-03-31; /);
    // The sales do not reach back over the year before.
    expect(evidence.w3).toContain("mean price per line 8000.00 in the last year; owner Sam");
    expect(rows[0]).toMatchObject({ unit_price: "11.2157", unit_price_before: "10.00", price_per: "unit", tickets: 0 });
  });

  it("a customer who orders every 300 days is lost by the user's limit only", async () => {
    expect(await winback("--columns", "customer_id")).not.toContain("w7");
    expect(await winback("--columns", "customer_id", "--lost-after", "514")).toContain("w7");
    expect(await winback("--columns", "customer_id", "--lost-after", "515")).not.toContain("w7");
  });

  it("by the setting lost_after it is lost for triggers, plan and explain as well", async () => {
    // D is b's 30 June. a orders every 10 days, the last time on 15 May, 46 days before D; it could buy twice as much.
    const exports = {
      "sales.csv": `customer_id,date,amount\n${["04-25", "05-05", "05-15"].map((day) => `a,2026-${day},100\n`).join("")}b,2026-06-30,100\n`,
      "customers.csv": "customer_id,potential_revenue\na,600\nb,100\n",
    };
    const saysOf = async (settings: string) => {
      const folder = folderOf({ ...exports, "portfolio.yaml": settings });
      const json = async (...args: readonly string[]) => {
        const { code, out, err } = await run([...args, folder, "--quiet", "--format", "json"]);
        expect(code, err).toBe(0);
        return JSON.parse(out);
      };
      const [triggers, plan] = [await json("triggers", "--rules", "overdue"), await json("plan")];
      const explained = JSON.stringify((await json("explain", "a")).rows);
      return {
        overdue: triggers.rows.map(({ customer_id }: { customer_id: string }) => customer_id),
        lost: plan.summary.left_out.lost,
        explained: explained.includes("it is lost and belongs to winback"),
        options: [triggers.options.lost_after, plan.options.lost_after],
      };
    };
    const open = { overdue: ["a"], lost: 0, explained: false };
    expect(await saysOf("")).toEqual({ ...open, options: [null, null] });
    expect(await saysOf("winback: { lost_after: 47 }\n")).toEqual({ ...open, options: [47, 47] });
    expect(await saysOf("winback: { lost_after: 46 }\n")).toEqual({
      overdue: [],
      lost: 1,
      explained: true,
      options: [46, 46],
    });
  });

  it("owners and the list of whom not to chase", async () => {
    const table = await winback("--format", "table");
    expect(table).toMatch(/^lost +6 of 10 customers, without a purchase for twice their own gap/m);
    expect(table).toMatch(/^to call +4 customers, 66 600 in their last year$/m);
    expect(table).toMatch(
      /^do not chase +refused our offers: Dogwood Inns\n +cost more than they brought in: Elm Grocers$/m,
    );
    expect(table).toMatch(/^Sam +4 +3 +75\.0 % +yes$/m);
    expect(table).toMatch(/^Ruth +5 +2 +40\.0 % +no$/m);
    const { summary, options } = JSON.parse(await winback("--format", "json", "--lost-after", "365"));
    expect(options.lost_after).toBe(365);
    expect(summary).toMatchObject({
      customers: 10,
      lost: 7,
      to_call: 5,
      do_not_chase: [
        { customer_id: "w4", reasons: ["refused"] },
        { customer_id: "w5", reasons: ["negative_contribution"] },
      ],
      factors: { tenure: 1.2, complaint_closed: 1.2, lost_long_ago: 0.5 },
    });
    expect(summary.owners[0]).toEqual({ owner: "Sam", customers: 4, lost: 4, lost_share: 1, loses_more: true });
  });

  const sales =
    "customer_id,date,amount,quantity\na,2024-01-31,10,2\na,2024-02-29,30,3\nb,2025-02-15,5,1\nb,2026-01-31,5,1\n";

  it("factors and the limit of the settings file", async () => {
    const settings = "winback:\n  lost_after: 900\n  factors:\n    lost_long_ago: 0.25\n    detractor: 0\n";
    const nps = "customer_id,date,score\na,2024-02-01,5\n";
    const cwd = folderOf({ "sales.csv": sales, "nps.csv": nps, "portfolio.yaml": settings });
    const first = await run(["winback", ".", "--quiet", "--columns", "customer_id,score"], { cwd });
    expect(first.out).toBe("customer_id,score\n");
    const second = await run(["winback", ".", "--quiet", "--columns", "customer_id,score", "--lost-after", "300"], {
      cwd,
    });
    expect(second.out).toBe("customer_id,score\na,0.00\n");
  });

  it.each([
    ["factors:\n    loyalty: 2\n", "winback.factors: there is no setting loyalty"],
    ["factors:\n    promotor: 2\n", "did you mean promoter?"],
    ["factors:\n    promoter: 1.00001\n", "winback.factors.promoter: must have at most four decimals"],
    ["lost_before: 3\n", "winback: there is no setting lost_before"],
  ])("a setting that is none: %s", async (text, message) => {
    const cwd = folderOf({ "sales.csv": sales, "portfolio.yaml": `winback:\n  ${text}` });
    const { code, err } = await run(["winback", "."], { cwd });
    expect(code).toBe(3);
    expect(err).toContain(message);
  });

  it("says what it cannot know", async () => {
    const cwd = folderOf({ "sales.csv": sales.replaceAll(/,\d$/gm, "").replace(",quantity", "") });
    const { err, out } = await run(["winback", ".", "--columns", "customer_id,price_per,unit_price,tickets"], { cwd });
    expect(out).toBe("customer_id,price_per,unit_price,tickets\na,line,20.00,\n");
    expect(err).toContain(
      "note: prices by unit: no sales line has a quantity; mean amounts of a line stand for them\n",
    );
    expect(err).toContain("note: tickets and complaints: there is no events file\n");
  });
});

it("names five of those not to chase, and how many more", async () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  const cwd = folderOf({
    "sales.csv": `customer_id,date,amount,currency\n${ids.map((id) => `${id},2024-06-01,5,NOK\n${id},2024-07-01,-9,NOK\n${id},2024-07-01,1,NOK\n`).join("")}`,
    "customers.csv": "customer_id,owner\na,Ruth\n",
  });
  const { out } = await run(["winback", ".", "--quiet", "--as-of", "2026-01-31", "--format", "table"], { cwd });
  expect(out).toMatch(/^do not chase +returned more than they bought: a, b, c, d, e and 2 more$/m);
  expect(out).toMatch(/^to call +0 customers, 0 NOK in their last year$/m);
  expect(out).not.toContain("more than average");
});

it("a contract that ended without a sale has neither score nor price", async () => {
  const cwd = folderOf({
    "sales.csv": "customer_id,date,amount\nb,2026-01-31,10\n",
    "customers.csv": "customer_id,until,churn_reason\na,2025-12-31,\n",
  });
  const { out } = await run(["winback", ".", "--quiet"], { cwd });
  expect(out.split("\n")[1]).toBe("a,,,,,,contract ended 2025-12-31,yes,,,,,2025-12-31,,,,,,");
});

describe("quantities", () => {
  const unitPrices = async (content: string) => {
    const cwd = folderOf({ "sales.csv": content });
    const columns = ["--columns", "customer_id,unit_price,best_year"];
    return run(["winback", ".", "--quiet", "--as-of", "2026-01-31", ...columns], { cwd });
  };

  it.each([
    ["at full speed", "customer_id,date,amount,quantity\na,2024-01-31,10.00,2\na,2024-02-29,30.00,3\n"],
    ["row by row", 'customer_id,date,amount,quantity\na,2024-01-31,10.00,2\na,2024-02-29,"30.00 ",3\n'],
    ["with blanks", "customer_id,date,amount,quantity\na,2024-01-31,10.00,\na,2024-02-29,40.00,5\n"],
    ["that make the amount", "customer_id,date,quantity,unit_price\na,2024-01-31,2,5.00\na,2024-02-29,3,10.00\n"],
  ])("read %s", async (_, content) => {
    const { out, err } = await unitPrices(content);
    // 40 for 5
    const best = content.includes("10.00,\n") ? "50.00" : "40.00";
    expect(out, err).toBe(`customer_id,unit_price,best_year\na,8.00,${best}\n`);
  });

  it("are in no currency", async () => {
    const cwd = folderOf({
      "sales.csv":
        "customer_id,date,amount,quantity,currency\na,2024-01-31,10.00,2,EUR\nb,2025-01-31,10.00,2,NOK\nb,2026-01-31,10.00,2,NOK\n",
      "portfolio.yaml": "currency:\n  base: NOK\n  rates:\n    EUR: 11\n",
    });
    const { out } = await run(["winback", ".", "--quiet", "--columns", "customer_id,unit_price"], { cwd });
    expect(out).toBe("customer_id,unit_price\na,55.00\n");
  });

  it("are looked at here only: an odd one stops no other command", async () => {
    const content = "customer_id,date,amount,quantity\na,2024-01-31,10.00,a dozen\n";
    const { code, err } = await unitPrices(content);
    expect(code).toBe(3);
    expect(err).toContain("a dozen");
    const other = await run(["classify", ".", "--quiet"], { cwd: folderOf({ "sales.csv": content }) });
    expect(other.code).toBe(0);
  });
});

it.each([["0"], ["36501"], ["soon"]])("refuses --lost-after %s", async (days) => {
  const { code, out } = await run(["winback", "fixtures/winback", "--lost-after", days]);
  expect([code, out]).toEqual([2, ""]);
});

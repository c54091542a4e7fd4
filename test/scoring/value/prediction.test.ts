// What the models say is tested beside them, on published figures; here is what goes in and what comes out.
import { describe, expect, it } from "vitest";
import { generatePurchases } from "../../../fixtures/generate-purchases.ts";
import { addDays, dayNumber } from "../../../src/base/calendar.ts";
import { groupBy } from "../../../src/base/grouping.ts";
import { money } from "../../../src/base/money.ts";
import type { CustomerDays } from "../../../src/facts/days.ts";
import { historiesTo } from "../../../src/scoring/value/histories.ts";
import { checkOnHoldout, longestHoldout } from "../../../src/scoring/value/holdout.ts";
import { asMoney, predictValue, ValueOptions } from "../../../src/scoring/value/prediction.ts";

const ledger = (customerId: string, ...days: readonly (readonly [day: number, spend: bigint])[]): CustomerDays => ({
  customerId,
  days: days.map(([day]) => day),
  spend: days.map(([, spend]) => spend),
});

/** The coffee shop of fixtures/purchases: 160 customers, at most one purchase a day. */
const asOf = "2026-06-30";
const shop = [
  ...groupBy((generatePurchases().get("sales.csv") as string).trim().split("\n").slice(1), (line) =>
    String(line.split(",")[0]),
  ),
].map(([customerId, lines]) =>
  ledger(
    customerId,
    ...lines.map((line) => {
      const [, , date = "", amount = ""] = line.split(",");
      return [dayNumber(date), money(amount) as bigint] as const;
    }),
  ),
);
const rowsOf = (ledgers: readonly CustomerDays[], margin: number | null = null) =>
  ledgers.map(({ customerId }) => ({ customerId, margin }));
const defaults = ValueOptions.parse({});

describe("histories", () => {
  it("count days after the first purchase, and what was spent on them", () => {
    const histories = historiesTo(100, [
      // Bought on 10, 40, 80: x = 2, t = 70, T = 90; (20 + 40) / 2 = 30 a purchase.
      ledger("a", [10, 990_000n], [40, 200_000n], [80, 400_000n]),
      ledger("once", [100, 50_000n]),
      // What lies after the day is not known yet.
      ledger("later", [20, 1n], [100, 30_000n], [101, 90_000n]),
      ledger("after", [101, 1n]),
      ledger("free", [0, 1n], [1, 0n]),
    ]);
    expect(histories.customerIds).toEqual(["a", "once", "later", "free"]);
    expect([...histories.repeatPurchases]).toEqual([2, 0, 1, 1]);
    expect([...histories.lastPurchaseDay]).toEqual([70, 0, 80, 1]);
    expect([...histories.observedDays]).toEqual([90, 0, 80, 100]);
    expect([...histories.meanSpend]).toEqual([30, 0, 3, 0]);
  });
});

describe("predictions", () => {
  const { rows, models } = predictValue(rowsOf(shop), shop, asOf, defaults);

  it("are made by every model, and one speaks", () => {
    expect(models.map(({ name, chosen, fitted }) => [name, chosen, fitted.converged])).toEqual([
      ["mbg_nbd", true, true],
      ["bg_nbd", false, true],
      ["pareto_nbd", false, true],
      ["gamma_gamma", true, true],
    ]);
  });

  it("are of every customer, in the order of the rows", () => {
    expect(rows.map(({ customerId }) => customerId)).toEqual(shop.map(({ customerId }) => customerId));
    for (const { pAlive, expectedPurchases, expectedSpend, clvPredicted, clvPredictedOf } of rows) {
      expect(pAlive).toBeGreaterThan(0);
      expect(pAlive).toBeLessThanOrEqual(1);
      expect(expectedPurchases).toBeGreaterThan(0);
      expect(expectedSpend).toBeGreaterThan(0n);
      // Discounted: less than purchases × spend.
      expect(Number(clvPredicted)).toBeLessThan((expectedPurchases as number) * Number(expectedSpend) + 1);
      expect(clvPredictedOf).toBe("revenue");
    }
    const repeats = shop.findIndex(({ days }) => days.length === 4);
    expect(rows[repeats]?.because).toMatchObject({
      purchases: { rule: "mbg_nbd", value: 3 },
      spend: { rule: "gamma_gamma", value: expect.any(Number) },
    });
    const once = shop.findIndex(({ days }) => days.length === 1);
    expect(rows[once]?.because.spend.value).toBeNull();
  });

  it("are worth the margin's share, where it is known", () => {
    const worth = predictValue(rowsOf(shop, -0.5), shop, asOf, defaults).rows;
    for (const [i, row] of worth.entries()) {
      // Half of it, negative, to a unit.
      expect(Math.abs(Number(row.clvPredicted) + Number(rows[i]?.clvPredicted) / 2)).toBeLessThanOrEqual(1);
      expect(row.clvPredictedOf).toBe("contribution");
    }
  });

  it("without interest are purchases × spend", () => {
    const free = predictValue(rowsOf(shop), shop, asOf, ValueOptions.parse({ discountRate: 0, horizon: 12 })).rows;
    for (const { expectedPurchases, expectedSpend, clvPredicted } of free)
      expect(Number(clvPredicted)).toBeCloseTo((expectedPurchases as number) * Number(expectedSpend), -2);
  });

  it("follow the model that is chosen", () => {
    const bg = predictValue(rowsOf(shop), shop, asOf, ValueOptions.parse({ model: "bg_nbd" }));
    expect(bg.models.find(({ chosen }) => chosen)?.name).toBe("bg_nbd");
    const once = shop.findIndex(({ days }) => days.length === 1);
    // In the BG/NBD nobody leaves at the first purchase.
    expect([bg.rows[once]?.pAlive, (rows[once]?.pAlive ?? 1) < 1]).toEqual([1, true]);
  });

  it("do not depend on the order of the customers", () => {
    const turned = predictValue(rowsOf(shop).toReversed(), shop.toReversed(), asOf, defaults);
    expect(turned.rows.toReversed()).toEqual(rows);
    expect(turned.models).toEqual(models);
  });

  it("are none of a customer who only returned", () =>
    expect(predictValue([{ customerId: "r", margin: null }], shop, asOf, defaults).rows).toEqual([
      {
        customerId: "r",
        pAlive: null,
        expectedPurchases: null,
        expectedSpend: null,
        clvPredicted: null,
        clvPredictedOf: null,
        because: {
          purchases: { rule: "no_purchase", value: null, threshold: null },
          spend: { rule: "no_purchase", value: null, threshold: null },
        },
      },
    ]));
});

describe("where a model cannot be fitted", () => {
  const repeatBuyers = shop.filter(({ days }) => days.length > 1);

  it("29 repeat buyers are too few for anything", () => {
    const few = repeatBuyers.slice(0, 29);
    const { rows, models } = predictValue(rowsOf(few), few, asOf, defaults);
    for (const { fitted } of models)
      expect(fitted).toMatchObject({ converged: false, reason: "too_few_repeat_buyers", found: 29, needed: 30 });
    expect(rows[0]).toMatchObject({
      pAlive: null,
      expectedPurchases: null,
      expectedSpend: null,
      clvPredicted: null,
      clvPredictedOf: null,
      because: { purchases: { rule: "too_few_repeat_buyers" }, spend: { rule: "too_few_repeat_buyers" } },
    });
  });

  it("without spend purchases still hold", () => {
    const free = shop.map(({ spend, ...rest }) => ({ ...rest, spend: spend.map(() => 0n) }));
    const { rows } = predictValue(rowsOf(free), free, asOf, defaults);
    expect(rows[0]).toMatchObject({
      pAlive: expect.any(Number),
      expectedSpend: null,
      clvPredicted: null,
      because: { spend: { rule: "no_positive_repeat_spend" } },
    });
  });

  it("without purchases that tell who left, spend still holds", () => {
    // The same purchases two weeks apart, the last of everybody on the as-of date: nobody leaves.
    const steady = repeatBuyers.map((own) => ({
      ...own,
      days: Array.from(own.days, (_, k) => dayNumber(asOf) - 14 * (own.days.length - 1 - k)),
    }));
    const { rows } = predictValue(rowsOf(steady), steady, asOf, defaults);
    expect(rows[0]).toMatchObject({ pAlive: null, clvPredicted: null, expectedSpend: expect.anything() });
    expect(rows[0]?.because.purchases.rule).toBe("no_convergence");
  });

  it("what is no number is not known", () =>
    expect([Number.NaN, Number.POSITIVE_INFINITY, 1.23455].map(asMoney)).toEqual([null, null, 12_346n]));
});

describe("the holdout", () => {
  it.each([
    // 78 weeks, both days counted; a day less.
    ["1997-01-01", "1998-06-30", 39],
    ["1997-01-02", "1998-06-30", 38],
    ["2026-06-30", "2026-06-30", 0],
    ["2026-06-17", "2026-06-30", 1],
  ])("is half of the time at most: %s to %s", (first, last, weeks) => expect(longestHoldout(first, last)).toBe(weeks));

  it("shows the models what was before, and counts what came after", () => {
    const check = checkOnHoldout(shop, asOf, 26);
    const fittedTo = addDays(asOf, -182);
    expect(check).toMatchObject({ weeks: 26, fittedTo });
    const before = shop.filter(({ days }) => (days[0] as number) <= dayNumber(fittedTo));
    expect(check.customers).toBe(before.length);
    const after = before.flatMap(({ days }) => Array.from(days).filter((day) => day > dayNumber(fittedTo)));
    expect(check.purchases).toBe(after.length);
    for (const { fitted, calibration } of check.models) {
      expect(fitted.converged).toBe(true);
      expect(calibration?.actual).toBe(after.length);
      expect(calibration?.expected).toBeGreaterThan(after.length / 2);
      expect(calibration?.expected).toBeLessThan(after.length * 2);
    }
  });

  it("longer than the sales: nobody to learn from", () =>
    expect(checkOnHoldout(shop, asOf, 520)).toMatchObject({
      customers: 0,
      purchases: 0,
      models: [{ calibration: null }, { calibration: null }, { calibration: null }],
    }));
});

describe("options", () => {
  it.each([
    [{ horizon: 0 }],
    [{ horizon: 1.5 }],
    [{ discountRate: -1 }],
    [{ model: "other" }],
    [{ rate: 1 }],
  ])("refused: %j", (options) => expect(ValueOptions.safeParse(options).success).toBe(false));
});

// Discounted values: mpmath 1.3, 40 digits, the integral of the textbook's purchase rate.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { purchaseModelNames, purchaseModels } from "../../../src/scoring/clv/models.ts";
import { predict, weeksOf } from "../../../src/scoring/clv/predict.ts";
import { off, population } from "./population.ts";

const fits = {
  bg_nbd: { model: "bg_nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
  mbg_nbd: { model: "mbg_nbd", parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 } },
  pareto_nbd: { model: "pareto_nbd", parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 } },
} as const;

const one = (x: number, last: number, observed: number) => ({
  repeatPurchases: [x],
  lastPurchaseDay: [last],
  observedDays: [observed],
});

it("36 months are 156.5325 weeks", () => expect(weeksOf(36)).toBeCloseTo(156.5325, 12));

// 36 months ahead at 10 % a year.
it.each([
  ["bg_nbd", 2, 213, 272, 3.161283654566482],
  ["bg_nbd", 0, 0, 0, 2.492475345977155],
  ["pareto_nbd", 2, 213, 272, 3.794700440737162],
  ["pareto_nbd", 0, 0, 0, 2.593209530892348],
] as const)("discounted, %s, x %i, t_x %i, T %i days", (name, x, last, observed, expected) => {
  const { discountedPurchases } = predict(fits[name], one(x, last, observed), { weeks: weeksOf(36), discount: 0.1 });
  expect(off(discountedPurchases[0] as number, expected)).toBeLessThan(1e-12);
});

it("the MBG/NBD lets the first purchase be the last: P(alive) of a new customer is b / (a + b)", () => {
  const { pAlive } = predict(fits.mbg_nbd, one(0, 0, 0), { weeks: 1, discount: 0 });
  expect(pAlive[0]).toBeCloseTo(1.614 / (0.891 + 1.614), 14);
});

it("the Pareto/NBD at s = 1 lies between its neighbours", () => {
  const [below, at, above] = [1 - 1e-7, 1, 1 + 1e-7].map((s) => {
    const parameters = { r: 0.5, alpha: 10, s, beta: 12 };
    const horizon = { weeks: 50, discount: 0.1 };
    return predict({ model: "pareto_nbd", parameters }, one(3, 70, 90), horizon).discountedPurchases[0] as number;
  }) as [number, number, number];
  expect(below).toBeGreaterThan(at);
  expect(at).toBeGreaterThan(above);
  expect(off(below, above)).toBeLessThan(1e-6);
});

describe.each(purchaseModelNames)("%s", (name) => {
  it("gives every customer what it gives it alone, in input order", () => {
    const histories = population(500);
    const together = predict(fits[name], histories, { weeks: 52, discount: 0.1 });
    for (let i = 0; i < 500; i++) {
      const { repeatPurchases, lastPurchaseDay, observedDays } = histories;
      const own = one(...([repeatPurchases[i], lastPurchaseDay[i], observedDays[i]] as [number, number, number]));
      const alone = predict(fits[name], own, { weeks: 52, discount: 0.1 });
      expect(together.pAlive[i]).toBe(alone.pAlive[0]);
      expect(together.expectedPurchases[i]).toBe(alone.expectedPurchases[0]);
      expect(together.discountedPurchases[i]).toBe(alone.discountedPurchases[0]);
    }
  });

  it("of nobody", () => {
    const none = { repeatPurchases: [], lastPurchaseDay: [], observedDays: [] };
    expect(predict(fits[name], none, { weeks: 52, discount: 0.1 }).pAlive).toHaveLength(0);
  });

  it("nothing within no time", () => {
    const { pAlive, expectedPurchases, discountedPurchases } = predict(fits[name], one(2, 80, 90), {
      weeks: 0,
      discount: 0.1,
    });
    expect(pAlive[0]).toBeGreaterThan(0);
    expect(expectedPurchases[0]).toBe(0);
    expect(discountedPurchases[0]).toBe(0);
  });

  const wild = fc.double({ min: -5, max: 6, noNaN: true }).map(Math.exp);
  const day = fc.oneof(fc.nat(3), fc.nat(20_000));
  const anyone = fc.record({
    values: fc.tuple(wild, wild, wild, wild),
    x: fc.oneof(fc.nat(3), fc.nat(20_000)),
    last: day,
    silence: day,
  });

  it("is sound for anybody: numbers, growing with the horizon, less when discounted, but not by more than to its end", () => {
    fc.assert(
      fc.property(anyone, fc.double({ min: 0.01, max: 1000, noNaN: true }), ({ values, x, last, silence }, weeks) => {
        const { parameterNames } = purchaseModels[name];
        const parameters = Object.fromEntries(parameterNames.map((parameter, i) => [parameter, values[i] as number]));
        const history = one(x, x === 0 ? 0 : last, (x === 0 ? 0 : last) + silence);
        const [near, far] = [weeks, 2 * weeks].map((horizon) =>
          predict({ model: name, parameters }, history, { weeks: horizon, discount: 0.1 }),
        ) as [ReturnType<typeof predict>, ReturnType<typeof predict>];
        const [alive, expected, discounted] = [
          near.pAlive[0],
          near.expectedPurchases[0],
          near.discountedPurchases[0],
        ] as [number, number, number];
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(expected).toSatisfy(Number.isFinite);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(far.expectedPurchases[0]).toBeGreaterThanOrEqual(expected * (1 - 1e-11));
        expect(discounted).toBeLessThanOrEqual(expected * (1 + 1e-10));
        expect(discounted).toBeGreaterThanOrEqual(expected * 1.1 ** (-weeks / 52.1775) * (1 - 1e-10));
      }),
    );
  });

  it("discounting by pieces: each piece of the horizon is worth no more than at its beginning, no less than at its end", () => {
    const pieces = 2000;
    const [weeks, discount] = [weeksOf(36), 0.1];
    const { discountedPurchases } = predict(fits[name], one(2, 80, 90), { weeks, discount });
    let [least, most, before] = [0, 0, 0];
    for (let i = 1; i <= pieces; i++) {
      const until = predict(fits[name], one(2, 80, 90), { weeks: (weeks * i) / pieces, discount: 0 })
        .expectedPurchases[0] as number;
      most += (until - before) * 1.1 ** ((-3 * (i - 1)) / pieces);
      least += (until - before) * 1.1 ** ((-3 * i) / pieces);
      before = until;
    }
    expect(discountedPurchases[0]).toBeGreaterThan(least);
    expect(discountedPurchases[0]).toBeLessThan(most);
    expect(off(least, most)).toBeLessThan(2e-4);
  });
});

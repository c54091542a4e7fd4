import { describe, expect, it } from "vitest";
import { type FittedPurchases, fitModel } from "../../../src/scoring/clv/fit.ts";
import { groupHistories, type RepeatHistories } from "../../../src/scoring/clv/histories.ts";
import { purchaseModelNames, purchaseModels, valuesOf } from "../../../src/scoring/clv/models.ts";
import { maximise } from "../../../src/scoring/clv/optimise/maximise.ts";
import { off, population, uniformFrom } from "./population.ts";

const fitted = (...args: Parameters<typeof fitModel>): FittedPurchases => {
  const found = fitModel(...args);
  if (!found.converged) throw new Error(found.reason);
  return found;
};

const alike = (customers: number, x: number, last: number, observed: number): RepeatHistories => ({
  repeatPurchases: new Array(customers).fill(x),
  lastPurchaseDay: new Array(customers).fill(last),
  observedDays: new Array(customers).fill(observed),
});

describe.each(purchaseModelNames)("%s", (name) => {
  it("ends where the likelihood is flat, with errors by its curvature", () => {
    const histories = population(3000);
    const { parameters, standardErrors, logLikelihood, customers, repeatBuyers, iterations } = fitted(name, histories);
    expect(customers).toBe(3000);
    expect(repeatBuyers).toBe(Array.from(histories.repeatPurchases).filter((x) => x > 0).length);
    expect(iterations).toBeGreaterThan(0);
    expect(Object.keys(parameters)).toEqual(purchaseModels[name].parameterNames);
    const objective = purchaseModels[name].objective(groupHistories(histories));
    const point = Float64Array.from(valuesOf(purchaseModels[name], parameters), Math.log);
    const gradient = new Float64Array(4);
    expect(off(-3000 * objective(point, gradient), logLikelihood)).toBeLessThan(1e-12);
    for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-8);
    for (const error of Object.values(standardErrors)) expect(error).toBeGreaterThan(0);
  });

  it("the errors halve with four times the customers", () => {
    const once = population(1500);
    const fourTimes = (column: ArrayLike<number>) => [0, 1, 2, 3].flatMap(() => Array.from(column));
    const [few, many] = [
      fitted(name, once),
      fitted(name, {
        repeatPurchases: fourTimes(once.repeatPurchases),
        lastPurchaseDay: fourTimes(once.lastPurchaseDay),
        observedDays: fourTimes(once.observedDays),
      }),
    ];
    for (const parameter of purchaseModels[name].parameterNames) {
      expect(off(many.parameters[parameter] as number, few.parameters[parameter] as number)).toBeLessThan(1e-6);
      expect(off((many.standardErrors[parameter] as number) * 2, few.standardErrors[parameter] as number)).toBeLessThan(
        1e-4,
      );
    }
  });

  it("does not depend on the order of the customers, to the last bit", () => {
    const histories = population(1000);
    const uniform = uniformFrom(7);
    const order = Array.from({ length: 1000 }, (_, i) => [uniform(), i] as const).sort((a, b) => a[0] - b[0]);
    const shuffled = (column: ArrayLike<number>) => Int32Array.from(order, ([, i]) => column[i] as number);
    expect(
      fitModel(name, {
        repeatPurchases: shuffled(histories.repeatPurchases),
        lastPurchaseDay: shuffled(histories.lastPurchaseDay),
        observedDays: shuffled(histories.observedDays),
      }),
    ).toEqual(fitModel(name, histories));
  });

  it("every start leads to the same place", () => {
    const histories = population(1500);
    const expected = fitted(name, histories);
    const groups = groupHistories(histories);
    const x = Array.from(histories.repeatPurchases).reduce((a, b) => a + b, 0);
    const weeks = Array.from(histories.observedDays).reduce((a, b) => a + b, 0) / 7;
    for (const start of purchaseModels[name].starts(x / weeks, weeks / 1500)) {
      const found = maximise(purchaseModels[name].objective(groups), [start]);
      if (!found.converged) throw new Error(`not from ${start}`);
      for (const [i, value] of Object.values(expected.parameters).entries())
        expect(off(Math.exp(found.point[i] as number), value)).toBeLessThan(1e-5);
    }
  });

  it("no numbers where all customers are alike", () =>
    expect(fitModel(name, alike(100, 5, 90, 100))).toEqual({
      converged: false,
      reason: "no_convergence",
      found: expect.any(Number),
      needed: null,
      missing: ["p_alive", "expected_purchases", "clv_predicted"],
      holds: ["expected_spend"],
      unbounded: expect.arrayContaining(["r", "alpha"]),
    }));

  it("no numbers from fewer than 30 repeat buyers", () => {
    const few = population(3000);
    const buyers = [...Array.from(few.repeatPurchases).entries()].filter(([, x]) => x > 0).map(([i]) => i);
    const first = (count: number): RepeatHistories => {
      const kept = buyers.slice(0, count);
      const pick = (column: ArrayLike<number>, once: number) => [...kept.map((i) => column[i] as number), once, once];
      return {
        repeatPurchases: pick(few.repeatPurchases, 0),
        lastPurchaseDay: pick(few.lastPurchaseDay, 0),
        observedDays: pick(few.observedDays, 0),
      };
    };
    expect(fitModel(name, first(29))).toMatchObject({ reason: "too_few_repeat_buyers", found: 29, needed: 30 });
    expect(fitModel(name, first(30))).not.toMatchObject({ reason: "too_few_repeat_buyers" });
    expect(fitModel(name, first(0))).toMatchObject({ reason: "too_few_repeat_buyers", found: 0 });
    expect(fitModel(name, alike(0, 0, 0, 0))).toMatchObject({ reason: "too_few_repeat_buyers", found: 0 });
  });
});

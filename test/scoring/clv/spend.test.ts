import { describe, expect, it } from "vitest";
import { expectedSpend, fitSpend } from "../../../src/scoring/clv/spend.ts";
import { exponential, off, uniformFrom } from "./population.ts";

/** Customers of p = 3 whose ν is Gamma(q, γ = 30), q a whole number: means of x sums of three exponentials. */
function spenders(customers: number, q: number, scale = 1) {
  const uniform = uniformFrom(5);
  const sumOf = (count: number) => Array.from({ length: count }, () => exponential(uniform)).reduce((a, b) => a + b, 0);
  const repeatPurchases = Array.from({ length: customers }, (_, i) => i % 5);
  return {
    repeatPurchases,
    meanSpend: repeatPurchases.map((x) => (x === 0 ? 0 : (scale * 30 * sumOf(3 * x)) / sumOf(q) / x)),
  };
}

const fitted = (...args: Parameters<typeof fitSpend>) => {
  const found = fitSpend(...args);
  if (!found.converged) throw new Error(found.reason);
  return found;
};

describe("fit", () => {
  it("finds the parameters again within three standard errors", () => {
    const { parameters, standardErrors, customers } = fitted(spenders(10_000, 4));
    expect(customers).toBe(8000);
    for (const [name, truth] of Object.entries({ p: 3, q: 4, gamma: 30 }))
      expect(Math.abs((parameters[name] as number) - truth)).toBeLessThan(3 * (standardErrors[name] as number));
  });

  it("γ grows with the unit of the currency, p and q do not", () => {
    const [euro, cent] = [fitted(spenders(2000, 4)), fitted(spenders(2000, 4, 100))];
    expect(off(cent.parameters.p as number, euro.parameters.p as number)).toBeLessThan(1e-6);
    expect(off(cent.parameters.q as number, euro.parameters.q as number)).toBeLessThan(1e-6);
    expect(off(cent.parameters.gamma as number, 100 * (euro.parameters.gamma as number))).toBeLessThan(1e-6);
  });

  it("does not depend on the order of the customers, to the last bit", () => {
    const { repeatPurchases, meanSpend } = spenders(1000, 4);
    const turned = { repeatPurchases: repeatPurchases.toReversed(), meanSpend: meanSpend.toReversed() };
    expect(fitSpend(turned)).toEqual(fitSpend({ repeatPurchases, meanSpend }));
  });

  it("leaves out who spent nothing, or less", () => {
    const { repeatPurchases, meanSpend } = spenders(1000, 4);
    const more = { repeatPurchases: [...repeatPurchases, 3, 2, 0], meanSpend: [...meanSpend, 0, -5, 40] };
    expect(fitSpend(more)).toEqual(fitSpend({ repeatPurchases, meanSpend }));
  });

  const without = {
    converged: false,
    missing: ["expected_spend", "clv_predicted"],
    holds: ["p_alive", "expected_purchases"],
    unbounded: [],
  };

  it("no numbers without positive repeat spend", () => {
    const reason = { ...without, reason: "no_positive_repeat_spend", found: 0, needed: 30 };
    expect(fitSpend({ repeatPurchases: [], meanSpend: [] })).toEqual(reason);
    expect(fitSpend({ repeatPurchases: [0, 4, 2], meanSpend: [50, 0, -1] })).toEqual(reason);
  });

  it("no numbers from fewer than 30", () => {
    const first = (count: number) => {
      const { repeatPurchases, meanSpend } = spenders(1000, 4);
      const kept = repeatPurchases.flatMap((x, i) => (x > 0 ? [i] : [])).slice(0, count);
      return {
        repeatPurchases: kept.map((i) => repeatPurchases[i] as number),
        meanSpend: kept.map((i) => meanSpend[i] as number),
      };
    };
    expect(fitSpend(first(29))).toEqual({ ...without, reason: "too_few_repeat_buyers", found: 29, needed: 30 });
    expect(fitSpend(first(30))).not.toMatchObject({ reason: "too_few_repeat_buyers" });
  });

  it("no numbers where the population's mean is not finite: q ≤ 1", () => {
    // Squares of amounts whose tail falls like 1/m have one that falls like 1/√m: q near 1/2.
    const { repeatPurchases, meanSpend } = spenders(10_000, 1);
    const wider = fitSpend({ repeatPurchases, meanSpend: meanSpend.map((spend) => spend ** 2) });
    expect(wider).toEqual({ ...without, reason: "infinite_mean_spend", found: expect.any(Number), needed: 1 });
    if (!wider.converged) expect(wider.found).toBeLessThanOrEqual(1);
  });

  it("no numbers where everybody spends the same", () =>
    expect(fitSpend({ repeatPurchases: new Array(100).fill(3), meanSpend: new Array(100).fill(20) })).toEqual({
      ...without,
      reason: "no_convergence",
      found: expect.any(Number),
      needed: null,
      unbounded: expect.arrayContaining(["p"]),
    }));
});

describe("expected spend", () => {
  const parameters = { p: 6, q: 4, gamma: 15 };

  it("lies between the customer's own mean and the population's, 6 · 15 / 3 = 30", () => {
    // x = 2, m = 20: 6·(15 + 40)/(12 + 3) = 22; x = 1, m = 45: 6·(15 + 45)/(6 + 3) = 40
    const spend = expectedSpend(parameters, { repeatPurchases: [2, 1], meanSpend: [20, 45] });
    expect(Array.from(spend)).toEqual([22, 40]);
  });

  it("is the population's mean without positive repeat spend", () => {
    const spend = expectedSpend(parameters, {
      repeatPurchases: [0, 0, 3, 3, 3],
      meanSpend: [0, 99, 0, -4, Number.NaN],
    });
    expect(Array.from(spend)).toEqual([30, 30, 30, 30, 30]);
  });
});

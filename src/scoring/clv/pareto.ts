import { risingSlope } from "./digamma.ts";
import { daysPerWeek, type HistoryGroups, runsOf } from "./histories.ts";
import { leavingIn, leavingSince } from "./leaving.ts";
import { logRising } from "./log-gamma.ts";
import type { Objective } from "./optimise/descend.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/**
 * Pareto/NBD: while alive a customer buys at a rate λ of its own, λ ~ Gamma(r, α), and leaves at a rate μ of its own at any
 * time, μ ~ Gamma(s, β). With R = r + x a customer's likelihood is
 *
 *     (r)ₓ αʳ βˢ · [(α + T)⁻ᴿ (β + T)⁻ˢ + s·∫ (α + u)⁻ᴿ (β + u)⁻⁽ˢ⁺¹⁾ du],  u from t to T
 *
 * either alive now, or left at some u since the last purchase; the first term's share of the bracket is P(alive). The
 * integral is what the textbook writes as a difference of two ₂F₁; by quadrature nothing cancels, and α may be smaller or
 * larger than β. Given alive, λ ~ Gamma(R, α + T) and μ ~ Gamma(s, β + T).
 * Time in weeks. Source: Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005; docs/method.md §8.
 */
export const pareto: PurchaseModel = {
  parameterNames: ["r", "alpha", "s", "beta"],
  starts: (rate, weeks) => [
    [0.6, 0.6 / rate, 0.6, weeks / 3],
    [1, 1 / rate, 1, weeks],
    [0.3, 0.3 / rate, 0.3, weeks / 10],
    [2, 2 / rate, 2, 4 * weeks],
  ],
  objective: objectiveOf,
  alive:
    ([r, alpha, s, beta]) =>
    (x, t, T) => {
      const { log } = leavingSince(r + x, alpha + t, s, beta + t, T - t);
      const alive = (r + x) * Math.log((alpha + t) / (alpha + T)) + s * Math.log((beta + t) / (beta + T));
      return 1 / (1 + Math.exp(log - alive));
    },
  prospects:
    ([r, alpha, s, beta]) =>
    (x, T) => {
      const [rate, waited] = [(r + x) / (alpha + T), beta + T];
      return {
        // ∫ of rate·((β + T)/(β + T + u))ˢ du
        expectedPurchases: (weeks) => {
          const grown = Math.log1p(weeks / waited);
          return rate * waited * (s === 1 ? grown : -Math.expm1((1 - s) * grown) / (s - 1));
        },
        scale: waited / (1 + s),
      };
    },
};

function objectiveOf(groups: HistoryGroups): Objective {
  const { lastPurchaseDay, observedDays, weight, customers } = groups;
  const runs = runsOf(groups);

  return (point, gradient) => {
    const [r, alpha, s, beta] = point.map(Math.exp) as unknown as [number, number, number, number];
    let [sum, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
    for (const run of runs) {
      const { repeatPurchases: x, from, to } = run;
      const shape = r + x;
      const leaving = leavingIn(groups, run, shape, alpha, s, beta);
      let people = 0;
      for (let i = from; i < to; i++) {
        const T = (observedDays[i] as number) / daysPerWeek;
        const A = alpha + (lastPurchaseDay[i] as number) / daysPerWeek;
        const B = beta + (lastPurchaseDay[i] as number) / daysPerWeek;
        const count = weight[i] as number;
        const left = leaving(i);
        const grownA = Math.log((alpha + T) / A);
        const grownB = Math.log((beta + T) / B);
        const logOdds = left.log + shape * grownA + s * grownB;
        const small = Math.exp(-Math.abs(logOdds));
        const hasLeft = (logOdds > 0 ? 1 : small) / (1 + small);
        const alive = 1 - hasLeft;
        const logA = Math.log(A);
        const logB = Math.log(B);
        people += count;
        sum += count * (Math.max(logOdds, 0) + Math.log(1 + small) - shape * (logA + grownA) - s * (logB + grownB));
        byR -= count * (logA + alive * grownA + hasLeft * left.logA);
        byAlpha -= count * shape * (alive / (alpha + T) + hasLeft * left.inverseA);
        byS += count * (hasLeft / s - logB - alive * grownB - hasLeft * left.logB);
        byBeta -= count * ((alive * s) / (beta + T) + hasLeft * (s + 1) * left.inverseB);
      }
      sum += people * (logRising(r, x) + r * Math.log(alpha) + s * Math.log(beta));
      byR += people * (risingSlope(r, x) + Math.log(alpha));
      byAlpha += (people * r) / alpha;
      byS += people * Math.log(beta);
      byBeta += (people * s) / beta;
    }
    gradient.set([-r * byR, -alpha * byAlpha, -s * byS, -beta * byBeta].map((slope) => slope / customers));
    return -sum / customers;
  };
}

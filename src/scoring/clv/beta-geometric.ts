import { risingSlope } from "./digamma.ts";
import { daysPerWeek, type HistoryGroups, runsOf } from "./histories.ts";
import { logRising } from "./log-gamma.ts";
import type { Objective } from "./optimise/descend.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { survivingPurchases } from "./surviving-purchases.ts";

/**
 * BG/NBD and MBG/NBD: while alive a customer buys at a rate λ of its own, λ ~ Gamma(r, α), and after each purchase leaves
 * with a probability p of its own, p ~ Beta(a, b). In the BG/NBD nobody leaves at the first purchase, so that who bought
 * once is alive for certain; in the MBG/NBD the first purchase is a chance to leave like every other.
 *
 * With R = r + x and k the chances survived (x, in the MBG/NBD x + 1) a customer's likelihood is
 *
 *     (r)ₓ αʳ · (b)ₖ/(a + b)ₖ · [(α + T)⁻ᴿ + a/(b + k − 1) · (α + t)⁻ᴿ],  the second term for k > 0 alone
 *
 * and the first term's share of the bracket is P(alive). Given that, λ ~ Gamma(R, α + T), p ~ Beta(a, b + k).
 * Time in weeks. Source: Fader, Hardie & Lee 2005; Batislam, Denizel & Filiztekin 2007; docs/method.md §8.
 */
export function betaGeometric(leavesAtFirst: boolean): PurchaseModel {
  const first = leavesAtFirst ? 1 : 0;
  return {
    parameterNames: ["r", "alpha", "a", "b"],
    starts: (rate, weeks) => [
      [0.5, 0.5 / rate, 0.8, 2],
      [1, 1 / rate, 1, 5],
      [0.3, 0.3 / rate, 0.5, 0.5],
      [2, Math.max(2 / rate, weeks), 2, 2],
    ],
    objective: (groups) => objectiveOf(groups, first),
    alive:
      ([r, alpha, a, b]) =>
      (x, t, T) => {
        const survived = x + first;
        if (survived === 0) return 1;
        return 1 / (1 + (a / (b + survived - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + t))));
      },
    prospects:
      ([r, alpha, a, b]) =>
      (x, T) => {
        const [shape, waited, survived] = [r + x, alpha + T, b + x + first];
        return {
          expectedPurchases: (weeks) => survivingPurchases(shape, weeks / waited, a, survived),
          scale: waited / (1 + (shape * a) / (a + survived)),
        };
      },
  };
}

/** One pass over the groups: logarithms of α + day from a table, what depends on x alone once a run. */
function objectiveOf(groups: HistoryGroups, first: number): Objective {
  const { lastPurchaseDay, observedDays, weight, customers } = groups;
  const runs = runsOf(groups);
  const days = observedDays.reduce((longest, day) => Math.max(longest, day), 0) + 1;
  const logs = new Float64Array(days);
  const inverses = new Float64Array(days);

  return (point, gradient) => {
    const [r, alpha, a, b] = point.map(Math.exp) as unknown as [number, number, number, number];
    for (let day = 0; day < days; day++) {
      const weeks = alpha + day / daysPerWeek;
      logs[day] = Math.log(weeks);
      inverses[day] = 1 / weeks;
    }
    let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (const { repeatPurchases: x, from, to } of runs) {
      const shape = r + x;
      const survived = x + first;
      // Log of the odds of having left at the last purchase, but for the time since; nobody has where there was no chance.
      const odds = survived === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + survived - 1));
      let people = 0;
      let brackets = 0;
      let bracketsByR = 0;
      let bracketsByAlpha = 0;
      let left = 0;
      for (let i = from; i < to; i++) {
        const last = lastPurchaseDay[i] as number;
        const observed = observedDays[i] as number;
        const count = weight[i] as number;
        const logObserved = logs[observed] as number;
        const silence = logObserved - (logs[last] as number);
        const logOdds = shape * silence + odds;
        const small = Math.exp(-Math.abs(logOdds));
        const hasLeft = (logOdds > 0 ? 1 : small) / (1 + small);
        people += count;
        brackets += count * (Math.max(logOdds, 0) + Math.log(1 + small) - shape * logObserved);
        bracketsByR += count * (hasLeft * silence - logObserved);
        bracketsByAlpha -=
          count * ((1 - hasLeft) * (inverses[observed] as number) + hasLeft * (inverses[last] as number));
        left += count * hasLeft;
      }
      const byBoth = risingSlope(a + b, survived);
      sum += brackets + people * (logRising(r, x) + r * Math.log(alpha));
      sum += people * (logRising(b, survived) - logRising(a + b, survived));
      byR += bracketsByR + people * (risingSlope(r, x) + Math.log(alpha));
      byAlpha += shape * bracketsByAlpha + (people * r) / alpha;
      byA += left / a - people * byBoth;
      byB += people * (risingSlope(b, survived) - byBoth) - (left === 0 ? 0 : left / (b + survived - 1));
    }
    gradient.set([-r * byR, -alpha * byAlpha, -a * byA, -b * byB].map((slope) => slope / customers));
    return -sum / customers;
  };
}

import { digamma } from "./digamma.ts";
import { type Fitted, fewestRepeatBuyers, fittedAt, type NotFitted, notFound } from "./fit.ts";
import { sortedBy } from "./histories.ts";
import { logBeta } from "./log-gamma.ts";
import type { Parameters } from "./models.ts";
import type { Objective } from "./optimise/descend.ts";
import { maximise } from "./optimise/maximise.ts";

/** A column each, customers in any order. Purchases after the first one, and what they came to on average, in currency. */
export interface SpendHistories {
  readonly repeatPurchases: ArrayLike<number>;
  readonly meanSpend: ArrayLike<number>;
}

const withoutSpend = {
  converged: false,
  missing: ["expected_spend", "clv_predicted"],
  holds: ["p_alive", "expected_purchases"],
  unbounded: [],
} as const;

const parameterNames = ["p", "q", "gamma"] as const;

/**
 * Gamma-Gamma: each purchase is Gamma(p, ν), the customer's own ν ~ Gamma(q, γ). Fitted by maximum likelihood to the x and
 * mean spend m of the customers with positive repeat spend:
 *
 *     ln L = −ln B(p·x, q) + q·ln γ + (p·x − 1)·ln m + p·x·ln x − (p·x + q)·ln(γ + x·m)
 *
 * It holds that what a customer spends does not go with how often it buys. Order of customers does not matter. Errors:
 * none. Cost: O(n log n) to sort, then about 30 passes. Source: Fader & Hardie 2013; docs/method.md §8.
 */
export function fitSpend(histories: SpendHistories): Fitted | NotFitted {
  const runs = spendRuns(histories);
  const customers = runs.reduce((sum, { spends }) => sum + spends.length, 0);
  if (customers === 0)
    return { ...withoutSpend, reason: "no_positive_repeat_spend", found: 0, needed: fewestRepeatBuyers };
  if (customers < fewestRepeatBuyers)
    return { ...withoutSpend, reason: "too_few_repeat_buyers", found: customers, needed: fewestRepeatBuyers };

  // In units of the mean spend, so that nothing depends on the currency; near the mean of 1 at every start: p·γ = q − 1.
  const mean = runs.reduce((sum, { spends }) => sum + spends.reduce((a, b) => a + b, 0), 0) / customers;
  const found = maximise(objectiveOf(runs, customers, mean), [
    [6, 4, 0.5],
    [2, 3, 1],
    [1, 2, 1],
    [20, 10, 0.45],
  ]);
  if (!found.converged) return { ...withoutSpend, ...notFound(found, parameterNames) };
  const fitted = inCurrency(fittedAt(found, parameterNames, customers), mean);
  const q = fitted.parameters.q as number;
  return q > 1 ? fitted : { ...withoutSpend, reason: "infinite_mean_spend", found: q, needed: 1 };
}

/**
 * Expected mean spend a purchase of each customer, in currency: p·(γ + x·m)/(p·x + q − 1), between its own mean and the
 * population's p·γ/(q − 1), which customers without positive repeat spend get. q must be above 1, as fitted. Cost: O(n).
 */
export function expectedSpend(parameters: Parameters, { repeatPurchases, meanSpend }: SpendHistories): Float64Array {
  const { p, q, gamma } = parameters as { readonly p: number; readonly q: number; readonly gamma: number };
  return Float64Array.from(repeatPurchases, (repeats, i) => {
    const spend = meanSpend[i] as number;
    const x = spend > 0 ? repeats : 0;
    return x > 0 ? (p * (gamma + x * spend)) / (p * x + q - 1) : (p * gamma) / (q - 1);
  });
}

/** γ is an amount; the density of an amount counts by its unit. */
const inCurrency = ({ parameters, standardErrors, logLikelihood, ...rest }: Fitted, unit: number): Fitted => ({
  ...rest,
  parameters: { ...parameters, gamma: (parameters.gamma as number) * unit },
  standardErrors: { ...standardErrors, gamma: (standardErrors.gamma as number) * unit },
  logLikelihood: logLikelihood - rest.customers * Math.log(unit),
});

/** Customers of one x, by spend. */
interface SpendRun {
  readonly x: number;
  readonly spends: Float64Array;
  readonly sumOfLogs: number;
}

function spendRuns({ repeatPurchases, meanSpend }: SpendHistories): SpendRun[] {
  const order = sortedBy(
    repeatPurchases,
    Uint32Array.from(repeatPurchases, (_, i) => i),
  ).filter((i) => (repeatPurchases[i] as number) > 0 && (meanSpend[i] as number) > 0);
  const all = Float64Array.from(order, (i) => meanSpend[i] as number);
  const runs: SpendRun[] = [];
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    const x = repeatPurchases[order[from] as number] as number;
    if (to < order.length && repeatPurchases[order[to] as number] === x) continue;
    const spends = all.subarray(from, to).sort();
    runs.push({ x, spends, sumOfLogs: spends.reduce((sum, spend) => sum + Math.log(spend), 0) });
    from = to;
  }
  return runs;
}

function objectiveOf(runs: readonly SpendRun[], customers: number, unit: number): Objective {
  const logUnit = Math.log(unit);
  return (point, gradient) => {
    const [p, q, gamma] = point.map(Math.exp) as unknown as [number, number, number];
    let [sum, byP, byQ, byGamma] = [0, 0, 0, 0];
    for (const { x, spends, sumOfLogs } of runs) {
      const logSpends = sumOfLogs - spends.length * logUnit;
      const shape = p * x;
      let [logs, inverses] = [0, 0];
      for (const spend of spends) {
        const total = gamma + (x / unit) * spend;
        logs += Math.log(total);
        inverses += 1 / total;
      }
      const both = digamma(shape + q);
      const people = spends.length;
      sum += people * (q * Math.log(gamma) + shape * Math.log(x) - logBeta(shape, q));
      sum += (shape - 1) * logSpends - (shape + q) * logs;
      byP += x * (people * (both - digamma(shape) + Math.log(x)) + logSpends - logs);
      byQ += people * (both - digamma(q) + Math.log(gamma)) - logs;
      byGamma += (people * q) / gamma - (shape + q) * inverses;
    }
    gradient.set([-p * byP, -q * byQ, -gamma * byGamma].map((slope) => slope / customers));
    return -sum / customers;
  };
}

import { daysPerWeek, groupHistories, type RepeatHistories } from "./histories.ts";
import { named, type Parameters, type PurchaseModelName, purchaseModels } from "./models.ts";
import { type Maximum, maximise, type NoMaximum } from "./optimise/maximise.ts";

/** Fewer customers with a repeat purchase than this say too little of four parameters. */
export const fewestRepeatBuyers = 30;

/** Parameters found, and how sure they are. */
export interface Fitted {
  readonly converged: true;
  readonly parameters: Parameters;
  /** By the curvature of the likelihood at its maximum, carried over from the logarithms (delta method). */
  readonly standardErrors: Parameters;
  /** Of all customers together. */
  readonly logLikelihood: number;
  /** Whose histories were used: of a purchase model all, of the spend model those with positive repeat spend. */
  readonly customers: number;
  readonly iterations: number;
}

export interface FittedPurchases extends Fitted {
  readonly model: PurchaseModelName;
  readonly repeatBuyers: number;
}

/** Columns that rest on the models. */
export type Predicted = "p_alive" | "expected_purchases" | "expected_spend" | "clv_predicted";

/**
 * Why there is no model, instead of its numbers.
 *
 * `too_few_repeat_buyers`: found fewer than needed. `no_positive_repeat_spend`: nobody spent anything after the first
 * purchase. `infinite_mean_spend`: the spend model's q, found, is not above the 1 that is needed, so that the population's
 * mean spend does not exist. `no_convergence`: the likelihood has no maximum that could be found, as when nobody seems to
 * leave or all customers are alike; found is the largest slope where the search ended.
 */
export interface NotFitted {
  readonly converged: false;
  readonly reason: "too_few_repeat_buyers" | "no_positive_repeat_spend" | "infinite_mean_spend" | "no_convergence";
  readonly found: number;
  /** What would be enough; `null` where no amount is. */
  readonly needed: number | null;
  /**
   * Parameters that the likelihood drives towards zero or infinity, as a and b where everybody leaves with the same chance;
   * with `no_convergence` alone, and not always.
   */
  readonly unbounded: readonly string[];
  /** What cannot be said without this model. */
  readonly missing: readonly Predicted[];
  /** What this says nothing against; the other model decides it. */
  readonly holds: readonly Predicted[];
}

const withoutPurchases = {
  converged: false,
  missing: ["p_alive", "expected_purchases", "clv_predicted"],
  holds: ["expected_spend"],
  unbounded: [],
} as const;

/**
 * Fits a model of purchases to the customers' histories by maximum likelihood: parameters, standard errors and
 * log-likelihood, or the reason why there are none. All parameters are above zero; times are in weeks.
 *
 * Equal histories are counted once. The result does not depend on the customers' order. Errors: none. Cost: O(n) to group,
 * then about 40 passes over the distinct histories. Source: docs/method.md §8.
 */
export function fitModel(model: PurchaseModelName, histories: RepeatHistories): FittedPurchases | NotFitted {
  const groups = groupHistories(histories);
  let [repeatBuyers, purchases, days] = [0, 0, 0];
  for (const [i, weight] of groups.weight.entries()) {
    const x = groups.repeatPurchases[i] as number;
    if (x > 0) repeatBuyers += weight;
    purchases += weight * x;
    days += weight * (groups.observedDays[i] as number);
  }
  if (repeatBuyers < fewestRepeatBuyers)
    return { ...withoutPurchases, reason: "too_few_repeat_buyers", found: repeatBuyers, needed: fewestRepeatBuyers };

  const weeks = days / daysPerWeek;
  const { parameterNames, starts, objective } = purchaseModels[model];
  const { customers } = groups;
  const found = maximise(objective(groups), starts(purchases / weeks, weeks / customers));
  if (!found.converged) return { ...withoutPurchases, ...notFound(found, parameterNames) };
  return { model, repeatBuyers, ...fittedAt(found, parameterNames, customers) };
}

export const notFound = ({ largestSlope, unbounded }: NoMaximum, names: readonly string[]) =>
  ({
    reason: "no_convergence",
    found: largestSlope,
    needed: null,
    unbounded: unbounded.map((i) => names[i] as string),
  }) as const;

/** A maximum in logarithms, per customer, as parameters of so many customers. */
export function fittedAt(maximum: Maximum, names: readonly string[], customers: number): Fitted {
  const values = Array.from(maximum.point, Math.exp);
  const errors = values.map((value, i) => value * Math.sqrt((maximum.covariance[i]?.[i] as number) / customers));
  return {
    converged: true,
    parameters: named(names, values),
    standardErrors: named(names, errors),
    logLikelihood: -maximum.value * customers,
    customers,
    iterations: maximum.iterations,
  };
}

import type { HistoryGroups } from "./histories.ts";
import type { Objective } from "./optimise/descend.ts";

/** A model's parameters, in the order of its `parameterNames`. */
export type Values = readonly [number, number, number, number];

/** A customer that is alive now, as far as its purchases to come depend on x and T. */
export interface Prospects {
  /** Expected purchases in the coming weeks, given that the customer is alive now. */
  readonly expectedPurchases: (weeks: number) => number;
  /** Weeks over which the rate of purchases changes at first. */
  readonly scale: number;
}

/**
 * A model of when customers buy and when they leave unseen. x repeat purchases, the last t weeks and the as-of date T
 * weeks after the first purchase.
 */
export interface PurchaseModel {
  readonly parameterNames: readonly [string, string, string, string];
  /** Where to look for the maximum, from the customers' mean purchase rate (a week) and mean weeks observed. */
  readonly starts: (weeklyRate: number, weeks: number) => readonly Values[];
  /** Minus the mean log-likelihood of a customer with its gradient, by the logarithms of the parameters. */
  readonly objective: (groups: HistoryGroups) => Objective;
  /** Probability that the customer will buy again at all, were time endless. */
  readonly alive: (values: Values) => (x: number, t: number, T: number) => number;
  readonly prospects: (values: Values) => (x: number, T: number) => Prospects;
}

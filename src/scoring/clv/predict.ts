import type { FittedPurchases } from "./fit.ts";
import { daysPerWeek, inOrder, type RepeatHistories } from "./histories.ts";
import { purchaseModels, valuesOf } from "./models.ts";
import type { Prospects } from "./purchase-model.ts";
import { visitPoints } from "./quadrature.ts";

const weeksPerYear = 365.2425 / daysPerWeek;

export interface Horizon {
  readonly weeks: number;
  /** Interest a year, as a share: 0.1 is 10 %. */
  readonly discount: number;
}

/** Weeks of so many months, 365.2425 days a year. */
export const weeksOf = (months: number): number => (months * weeksPerYear) / 12;

/** A column each, customers in input order. */
export interface Predictions {
  /** Probability, 0–1, that the customer has not left. */
  readonly pAlive: Float64Array;
  /** Purchases expected within the horizon. */
  readonly expectedPurchases: Float64Array;
  /** The same, each worth less the later it comes. */
  readonly discountedPurchases: Float64Array;
}

/**
 * What each customer can be expected to do, by its own history and the fitted model.
 *
 *     expected = P(alive) · E(H),   E(s): purchases in s weeks, given alive now
 *     discounted = P(alive) · ∫ e^(−δs) dE(s),   s from 0 to H, δ = ln(1 + discount) / 52.1775 a week
 *
 * Predicted lifetime value = discounted purchases × expected spend (× margin, when known). Values are those of a valid
 * history and parameters above zero: never NaN. Cost: O(n), plus E at a dozen or two points for each distinct x and T.
 * Source: docs/method.md §8.
 */
export function predict(
  { model, parameters }: Pick<FittedPurchases, "model" | "parameters">,
  histories: RepeatHistories,
  { weeks, discount }: Horizon,
): Predictions {
  const values = valuesOf(purchaseModels[model], parameters);
  const [alive, prospects] = [purchaseModels[model].alive(values), purchaseModels[model].prospects(values)];
  const rate = Math.log1p(discount) / weeksPerYear;
  const customers = histories.repeatPurchases.length;
  const pAlive = new Float64Array(customers);
  const expectedPurchases = new Float64Array(customers);
  const discountedPurchases = new Float64Array(customers);

  let before = { x: -1, last: -1, observed: -1, alive: 0, expected: 0, discounted: 0 };
  for (const index of inOrder(histories)) {
    const x = histories.repeatPurchases[index] as number;
    const last = histories.lastPurchaseDay[index] as number;
    const observed = histories.observedDays[index] as number;
    const alike = x === before.x && observed === before.observed;
    if (!alike) {
      const ahead = prospects(x, observed / daysPerWeek);
      const expected = ahead.expectedPurchases(weeks);
      before = { x, last: -1, observed, alive: 0, expected, discounted: discounted(ahead, expected, weeks, rate) };
    }
    if (last !== before.last) {
      before.last = last;
      before.alive = alive(x, last / daysPerWeek, observed / daysPerWeek);
    }
    pAlive[index] = before.alive;
    expectedPurchases[index] = before.alive * before.expected;
    discountedPurchases[index] = before.alive * before.discounted;
  }
  return { pAlive, expectedPurchases, discountedPurchases };
}

/** ∫ e^(−δs) dE(s) = e^(−δH)·E(H) + δ·∫ e^(−δs)·E(s) ds: by parts, so that quadrature touches the small part alone. */
function discounted({ expectedPurchases, scale }: Prospects, expected: number, weeks: number, rate: number): number {
  if (rate === 0) return expected;
  let sum = 0;
  visitPoints(weeks, scale, (s, weight) => {
    sum += weight * Math.exp(-rate * s) * expectedPurchases(s);
  });
  return Math.exp(-rate * weeks) * expected + rate * sum;
}

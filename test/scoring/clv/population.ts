// Customers made up by a fixed rule, for tests that need many. A small generator is enough here: no test asks how random.
import type { RepeatHistories } from "../../../src/scoring/clv/histories.ts";

/** Numbers in (0, 1), the same ones every time (Park & Miller's generator). */
export function uniformFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const exponential = (uniform: () => number): number => -Math.log(uniform());

/** Buyers who leave after a purchase with a chance of their own, 1 − √u: Beta(1, 2); rates are exponential, in whole days. */
export function population(customers: number, seed = 42): RepeatHistories {
  const uniform = uniformFrom(seed);
  const columns = { repeatPurchases: [0], lastPurchaseDay: [0], observedDays: [0] };
  for (const column of Object.values(columns)) column.pop();
  for (let i = 0; i < customers; i++) {
    const observed = 100 + Math.floor(uniform() * 600);
    const rate = exponential(uniform) / 60;
    const leaves = 1 - Math.sqrt(uniform());
    let [x, last, time] = [0, 0, 0];
    do {
      time += Math.ceil(exponential(uniform) / rate);
      if (time > observed) break;
      x += 1;
      last = time;
    } while (uniform() > leaves);
    columns.repeatPurchases.push(x);
    columns.lastPurchaseDay.push(last);
    columns.observedDays.push(observed);
  }
  return columns;
}

/** The relative difference; the plain one where zero is expected. */
export const off = (value: number, expected: number): number =>
  Math.abs(value - expected) / (expected === 0 ? 1 : Math.abs(expected));

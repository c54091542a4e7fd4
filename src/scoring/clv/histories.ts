/**
 * What a purchase model knows of each customer, a column each, customers in any order:
 * days with a purchase after the first one (x), days from the first to the last of them (t_x, 0 if x is 0), and days from
 * the first purchase to the as-of date (T). Whole numbers below 2³² with 0 ≤ t_x ≤ T; purchases of one day are one purchase.
 */
export interface RepeatHistories {
  readonly repeatPurchases: ArrayLike<number>;
  readonly lastPurchaseDay: ArrayLike<number>;
  readonly observedDays: ArrayLike<number>;
}

/** Models count time in weeks of exactly seven days. */
export const daysPerWeek = 7;

/**
 * The customers in the order of x, then T, then t_x. Many share all three, and more share x and T, so that what depends
 * on them alone is worked out once a run. Order of equal ones: as given.
 * Cost: O(n), by counting digits of 16 bits from the least significant one.
 */
export function inOrder({ repeatPurchases, observedDays, lastPurchaseDay }: RepeatHistories): Uint32Array {
  const customers = repeatPurchases.length;
  let order = new Uint32Array(customers);
  for (let i = 0; i < customers; i++) order[i] = i;
  for (const key of [lastPurchaseDay, observedDays, repeatPurchases]) order = sortedBy(key, order);
  return order;
}

const digitBits = 16;
const digits = 2 ** digitBits;

/** The order, by ascending keys; equal keys keep theirs. Keys are whole numbers from 0, below 2³². */
export function sortedBy(key: ArrayLike<number>, order: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let largest = 0;
  for (let i = 0; i < key.length; i++) largest = Math.max(largest, key[i] as number);
  let [from, to] = [order, new Uint32Array(order.length)];
  for (let shift = 0; largest >= 2 ** shift; shift += digitBits) {
    const used = Math.min(digits, (largest >>> shift) + 1);
    const starts = new Uint32Array(used + 1);
    for (let i = 0; i < key.length; i++) {
      const digit = ((key[i] as number) >>> shift) & (digits - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let i = 1; i <= used; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    for (let i = 0; i < from.length; i++) {
      const index = from[i] as number;
      const digit = ((key[index] as number) >>> shift) & (digits - 1);
      const place = starts[digit] as number;
      to[place] = index;
      starts[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Customers with one history, counted: sorted by x, then T, then t_x, so that it does not matter how they came. */
export interface HistoryGroups {
  readonly repeatPurchases: Uint32Array;
  readonly lastPurchaseDay: Uint32Array;
  readonly observedDays: Uint32Array;
  /** Customers of the group; may be a fraction. */
  readonly weight: Float64Array;
  /** Customers in all. */
  readonly customers: number;
}

/** Cost: O(n). */
export function groupHistories(histories: RepeatHistories): HistoryGroups {
  const order = inOrder(histories);
  const repeatPurchases = new Uint32Array(order.length);
  const lastPurchaseDay = new Uint32Array(order.length);
  const observedDays = new Uint32Array(order.length);
  const weight = new Float64Array(order.length);
  let groups = 0;
  let xBefore = -1;
  let lastBefore = -1;
  let observedBefore = -1;
  for (let i = 0; i < order.length; i++) {
    const index = order[i] as number;
    const x = histories.repeatPurchases[index] as number;
    const last = histories.lastPurchaseDay[index] as number;
    const observed = histories.observedDays[index] as number;
    if (x !== xBefore || observed !== observedBefore || last !== lastBefore) {
      repeatPurchases[groups] = x;
      lastPurchaseDay[groups] = last;
      observedDays[groups] = observed;
      xBefore = x;
      lastBefore = last;
      observedBefore = observed;
      groups += 1;
    }
    weight[groups - 1] = (weight[groups - 1] as number) + 1;
  }
  return {
    repeatPurchases: repeatPurchases.slice(0, groups),
    lastPurchaseDay: lastPurchaseDay.slice(0, groups),
    observedDays: observedDays.slice(0, groups),
    weight: weight.slice(0, groups),
    customers: order.length,
  };
}

/** Groups of one x, first to one past the last. */
export interface Run {
  readonly repeatPurchases: number;
  readonly from: number;
  readonly to: number;
}

export function runsOf({ repeatPurchases }: HistoryGroups): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let to = 1; to <= repeatPurchases.length; to++)
    if (repeatPurchases[to] !== repeatPurchases[from]) {
      runs.push({ repeatPurchases: repeatPurchases[from] as number, from, to });
      from = to;
    }
  return runs;
}

/** The rhythm of a customer that buys again and again. Days are numbers since 1970-01-01; gaps are in days. */
export interface OrderCycle {
  readonly orderDays: number;
  readonly lastDay: number;
  /** Median gap between consecutive order days; half a day where two gaps are in the middle. */
  readonly medianGap: number;
  /** The day by which the next order is due, a half day rounded up. */
  readonly dueDay: number;
}

/** With fewer order days there is no rhythm to speak of. */
const leastOrderDays = 3;

/**
 * The order cycle of a customer: the last order day and the median gap after it is when the next order is due. `null` with
 * fewer than three order days. `orderDays` are distinct days with a purchase, ascending, up to the as-of date. Errors: none.
 * Cost: O(n log n). Source: docs/method.md §9.
 */
export function orderCycle(orderDays: ArrayLike<number>): OrderCycle | null {
  const gap = medianGap(orderDays);
  if (gap === null || orderDays.length < leastOrderDays) return null;
  const lastDay = orderDays[orderDays.length - 1] as number;
  return { orderDays: orderDays.length, lastDay, medianGap: gap, dueDay: lastDay + Math.ceil(gap) };
}

/** Room for the gaps of one customer at a time: this is done for every customer, by several rules. */
let room = new Int32Array(512);

/** Median of the days between consecutive order days (ascending); `null` with fewer than two. */
export function medianGap(orderDays: ArrayLike<number>): number | null {
  const count = orderDays.length - 1;
  if (count < 1) return null;
  if (room.length < count) room = new Int32Array(2 * count);
  for (let i = 0; i < count; i++) room[i] = (orderDays[i + 1] as number) - (orderDays[i] as number);
  // Numbers of one type are sorted without asking how.
  const gaps = room.subarray(0, count).sort();
  return ((gaps[(count - 1) >> 1] as number) + (gaps[count >> 1] as number)) / 2;
}

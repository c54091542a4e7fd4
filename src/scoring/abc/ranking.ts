import { type Money, zero } from "../../base/money.ts";
import { descendingOrder } from "../../base/statistics.ts";

/** Where one amount stands among all. */
export interface Place {
  readonly amount: Money;
  /** 1 + the number of strictly larger amounts. */
  readonly rank: number;
  /** What the strictly larger amounts hold together. */
  readonly larger: Money;
  /** What this amount, its equals and the larger ones hold together. */
  readonly upTo: Money;
}

/** The amounts ranked, largest first, in input order. Equal amounts share everything. Cost: O(n log n). */
export function rankAmounts(amounts: readonly Money[]): Place[] {
  const order = descendingOrder(amounts);
  const places = new Array<Place>(amounts.length);
  let held = zero;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const amount = amounts[order[start] as number] as Money;
    while (end < order.length && amounts[order[end] as number] === amount) end++;
    const upTo = held + amount * BigInt(end - start);
    const place: Place = { amount, rank: start + 1, larger: held, upTo };
    for (let i = start; i < end; i++) places[order[i] as number] = place;
    held = upTo;
  }
  return places;
}

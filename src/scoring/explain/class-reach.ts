import { type Money, zero } from "../../base/money.ts";
import { compare } from "../../base/statistics.ts";
import { letters, type Method, type ValueClass } from "../abc/letter.ts";

/** How far a customer is from another class by value. */
export interface ClassReach {
  /** The amount that was ranked. */
  readonly amount: Money;
  /** The least amount that keeps its letter; `null` where any amount does. */
  readonly keptFrom: Money | null;
  /** Better letters within reach, the next first, and the least amount that earns each; none for A. */
  readonly better: readonly { readonly letter: ValueClass; readonly from: Money }[];
}

/** A customer as it was ranked. */
interface Ranked {
  readonly customerId: string;
  readonly rank: number | null;
  readonly valueClass: ValueClass | null;
  readonly revenue: Money;
  readonly contribution: Money | null;
}

interface Ranking {
  readonly method: Method;
  readonly cuts: readonly [number, number];
  readonly rankBy: "revenue" | "contribution";
}

/**
 * What a ranked customer would have to bring in for a better letter, and down to what it keeps its own, if nobody else
 * changed. Found by asking the rule itself, so it holds for every method, ties and shares of a moving total included: an
 * amount equal to the least A is A. `null` for customers without a letter.
 *
 * Units: exact money of the window. Errors: none. Cost: O(n log n). Source: docs/method.md §3 and §13.
 */
export function classReach(
  customers: readonly Ranked[],
  customerId: string,
  { method, cuts, rankBy }: Ranking,
): ClassReach | null {
  const amountOf = ({ revenue, contribution }: Ranked): Money =>
    rankBy === "contribution" ? (contribution ?? revenue) : revenue;
  const ranked = customers.filter(({ rank }) => rank !== null);
  const own = ranked.find((customer) => customer.customerId === customerId);
  const letter = own?.valueClass ?? null;
  if (own === undefined || letter === null) return null;
  const others = ranked.filter((customer) => customer !== own).map(amountOf);
  const letterAt = lettering(others, method, cuts);
  const amount = amountOf(own);
  // Beyond this size nothing changes any more: it is larger than everybody together and than any cut.
  const beyond = others.reduce((sum, other) => sum + size(other), 2n * size(amount) + largestCut(cuts)) + 1n;
  const earns = (wanted: ValueClass) => (candidate: Money) => {
    const found = letterAt(candidate);
    return found !== null && found <= wanted;
  };
  const better: { letter: ValueClass; from: Money }[] = [];
  for (const wanted of ["B", "A"] as const) {
    if (wanted >= letter || better.some((reached) => reached.letter === "A")) continue;
    const from = lowest(amount, beyond, earns(wanted));
    // Where nobody can be B, what would suffice for B makes an A.
    better.push({ letter: letterAt(from) as ValueClass, from });
  }
  return { amount, keptFrom: earns(letter)(-beyond) ? null : lowest(-beyond, amount, earns(letter)), better };
}

/** The letter that an amount would get among the others. */
function lettering(
  others: readonly Money[],
  method: Method,
  cuts: readonly [number, number],
): (amount: Money) => ValueClass | null {
  const descending = others.toSorted((a, b) => compare(b, a));
  const held = [zero];
  for (const other of descending) held.push((held.at(-1) as Money) + other);
  const total = held.at(-1) as Money;
  return (amount) => {
    const above = countAbove(descending, amount);
    const larger = held[above] as Money;
    const place = { amount, rank: above + 1, larger, upTo: larger + amount };
    return letters({ n: others.length + 1, total: total + amount }, method, cuts)(place).letter;
  };
}

/** How many of the amounts, the largest first, are above one. */
const countAbove = (descending: readonly Money[], amount: Money): number =>
  Number(lowest(0n, BigInt(descending.length), (at) => (descending[Number(at)] as Money) <= amount));

/** The lowest number below `to` that holds, where what holds goes on holding above; `to` if none does. */
function lowest(from: bigint, to: bigint, holds: (number: bigint) => boolean): bigint {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + (high - low) / 2n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return high;
}

const size = (amount: Money): Money => (amount < zero ? -amount : amount);

/** In money units; shares are smaller than the amounts that they would be. */
const largestCut = (cuts: readonly [number, number]): Money =>
  BigInt(Math.ceil(Math.max(...cuts.map((cut) => Math.abs(cut))))) * 10_000n;

import { z } from "zod";
import { compareCodePoints } from "../../base/statistics.ts";
import type { Baskets } from "../../facts/baskets.ts";

/** Which products count as bought together. */
export const AssociationOptions = z.strictObject({
  leastCustomers: z.number().int().min(1).default(5).describe("customers who bought both, at least"),
  leastLift: z
    .number()
    .min(0)
    .default(1)
    .describe("lift that a pair must exceed; at 1 the one says nothing about the other"),
  leastShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe("share of the buyers of the one who bought the other too, at least"),
  mostProducts: z
    .number()
    .int()
    .min(2)
    .max(5000)
    .default(1000)
    .describe("products that are looked at, those with the most buyers"),
  leaveOut: z
    .array(z.string())
    .default([])
    .describe("names that are no products to offer, as postage and fees; case apart"),
});
export type AssociationOptions = z.infer<typeof AssociationOptions>;

/** Something that customers of `boughtWith` buy more often than others do. */
export interface Companion {
  readonly product: string;
  readonly boughtWith: string;
  /** Customers who bought both. */
  readonly customers: number;
  /** Customers who bought `boughtWith`. */
  readonly buyers: number;
  /** Share of them who bought the product, over the share of all customers who did. */
  readonly lift: number;
}

/**
 * What other customers bought who bought what this one did: products that it never bought, that somebody bought in the window,
 * and that at least so many customers, and so large a share of them, bought together with one of its own, more often than
 * chance would have it:
 *
 *     lift = (both / buyers of its own product) / (buyers of the other / all customers)
 *
 * The products that most customers buy are looked at; everybody who names a product is a customer here. The largest lift comes
 * first, then the most customers, then names by code point, so the result does not depend on input order; a product is named
 * once, with the companion that speaks best for it. Cost: O(n · k² + p²) for the k products of a customer and the p products
 * looked at. Source: docs/method.md §5.
 */
export function companionsOf(
  baskets: Baskets,
  options: AssociationOptions,
): (customerId: string, most: number) => readonly Companion[] {
  const { products, inWindow, owned } = baskets;
  const buyers = buyersOf(baskets);
  const looked = lookedAt(baskets, buyers, options);
  const counted = looked.length;
  const placesOf = placesAmong(looked, products.length);
  const together = new Uint32Array(counted * counted);
  for (const own of owned.values()) {
    const places = placesOf(own);
    // A pair is counted once, whichever of the two comes first.
    for (let i = 1; i < places.length; i++) {
      const row = (places[i] as number) * counted;
      for (let j = 0; j < i; j++) {
        const pair = row + (places[j] as number);
        together[pair] = (together[pair] as number) + 1;
      }
    }
  }

  const findCandidates = (one: number): Candidates => {
    const product = looked[one] as number;
    const boughtWith = products[product] as string;
    const own = buyers[product] as number;
    const found: { readonly place: number; readonly companion: Companion }[] = [];
    for (let place = 0; place < counted; place++) {
      const other = looked[place] as number;
      const customers = (together[one * counted + place] as number) + (together[place * counted + one] as number);
      if (place === one || inWindow[other] !== true || customers < options.leastCustomers) continue;
      if (customers < options.leastShare * own) continue;
      const lift = (customers * owned.size) / (own * (buyers[other] as number));
      if (lift <= options.leastLift) continue;
      found.push({
        place,
        companion: { product: products[other] as string, boughtWith, customers, buyers: own, lift },
      });
    }
    found.sort((a, b) => byLift(a.companion, b.companion));
    return {
      places: Int32Array.from(found, ({ place }) => place),
      lifts: Float64Array.from(found, ({ companion }) => companion.lift),
      companions: found.map(({ companion }) => companion),
    };
  };
  /** Of each place; found when first asked for. */
  const candidates: (Candidates | undefined)[] = new Array(counted);

  const has = new Uint8Array(counted);
  return (customerId, most) => {
    const own = placesOf(owned.get(customerId) ?? nothing);
    for (const place of own) has[place] = 1;
    const best: Companion[] = [];
    let leastLift = 0;
    for (const one of own) {
      candidates[one] ??= findCandidates(one);
      const { places, lifts, companions } = candidates[one];
      // What is worse than the best is followed by what is worse still.
      for (let i = 0; i < places.length && (lifts[i] as number) >= leastLift; i++) {
        if (has[places[i] as number] === 1) continue;
        takeIn(best, companions[i] as Companion, most);
        leastLift = best[most - 1]?.lift ?? 0;
      }
    }
    for (const place of own) has[place] = 0;
    return best;
  };
}

/**
 * What goes with a product, the best first. Most of it is passed over: by its place among the products that are looked at, or its
 * lift, which therefore stand in lists of their own.
 */
interface Candidates {
  readonly places: Int32Array;
  readonly lifts: Float64Array;
  readonly companions: readonly Companion[];
}

const nothing = new Int32Array(0);

/** Puts a companion where it belongs among the best: each product once, and so many at most. */
function takeIn(best: Companion[], companion: Companion, most: number): void {
  const known = best.findIndex(({ product }) => product === companion.product);
  // It takes the room of its rival, else that of the last.
  let at = known >= 0 ? known : Math.min(best.length, most - 1);
  const rival = best[at];
  if (rival !== undefined && byLift(rival, companion) < 0) return;
  for (; at > 0 && byLift(companion, best[at - 1] as Companion) < 0; at--) best[at] = best[at - 1] as Companion;
  best[at] = companion;
}

const byLift = (a: Companion, b: Companion): number =>
  b.lift - a.lift ||
  b.customers - a.customers ||
  compareCodePoints(a.product, b.product) ||
  compareCodePoints(a.boughtWith, b.boughtWith);

/** How many customers bought each product. */
function buyersOf({ products, owned }: Baskets): Uint32Array {
  const buyers = new Uint32Array(products.length);
  for (const own of owned.values()) for (const product of own) buyers[product] = (buyers[product] as number) + 1;
  return buyers;
}

/** The products with enough buyers, the most bought first. */
function lookedAt(
  { products }: Baskets,
  buyers: Uint32Array,
  { leastCustomers, mostProducts, leaveOut }: AssociationOptions,
): number[] {
  const left = new Set(leaveOut.map(fold));
  return Array.from(products.keys())
    .filter((product) => (buyers[product] as number) >= leastCustomers && !left.has(fold(products[product] as string)))
    .sort(
      (a, b) =>
        (buyers[b] as number) - (buyers[a] as number) ||
        compareCodePoints(products[a] as string, products[b] as string),
    )
    .slice(0, mostProducts);
}

/** For a customer's products, the places of those that are looked at. The answer is overwritten by the next. */
function placesAmong(looked: readonly number[], products: number): (own: Int32Array) => Int32Array {
  const placeOf = new Int32Array(products).fill(-1);
  for (let place = 0; place < looked.length; place++) placeOf[looked[place] as number] = place;
  const room = new Int32Array(looked.length);
  return (own) => {
    let count = 0;
    for (const product of own) {
      const place = placeOf[product] as number;
      if (place >= 0) room[count++] = place;
    }
    return room.subarray(0, count);
  };
}

const fold = (name: string): string => name.normalize("NFC").toLowerCase().trim();

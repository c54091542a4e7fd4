import { z } from "zod";
import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { BoughtProduct } from "../../facts/baskets.ts";

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
  baskets: ReadonlyMap<string, readonly BoughtProduct[]>,
  options: AssociationOptions,
): (customerId: string, most: number) => readonly Companion[] {
  const { products, buyers, isSold, owned } = productsOf(baskets, options);
  const counted = products.length;
  const together = new Uint32Array(counted * counted);
  for (const own of owned.values())
    for (const one of own)
      for (const other of own) {
        const pair = one * counted + other;
        together[pair] = (together[pair] as number) + 1;
      }

  const ofProduct = new Map<number, readonly Companion[]>();
  const companions = (one: number): readonly Companion[] => {
    const known = ofProduct.get(one);
    if (known !== undefined) return known;
    const own = buyers[one] as number;
    const found = products.flatMap((product, other): Companion[] => {
      const customers = together[one * counted + other] as number;
      if (other === one || isSold[other] !== true || customers < options.leastCustomers) return [];
      if (customers < options.leastShare * own) return [];
      const lift = (customers * baskets.size) / (own * (buyers[other] as number));
      if (lift <= options.leastLift) return [];
      return [{ product, boughtWith: products[one] as string, customers, buyers: own, lift }];
    });
    found.sort(byLift);
    ofProduct.set(one, found);
    return found;
  };

  return (customerId, most) => {
    const own = owned.get(customerId) ?? [];
    const has = new Set(own.map((place) => products[place] as string));
    const best = new Map<string, Companion>();
    for (const one of own) {
      let taken = 0;
      for (const companion of companions(one)) {
        if (taken === most) break;
        if (has.has(companion.product)) continue;
        taken += 1;
        const rival = best.get(companion.product);
        if (rival === undefined || byLift(companion, rival) < 0) best.set(companion.product, companion);
      }
    }
    return [...best.values()].sort(byLift).slice(0, most);
  };
}

const byLift = (a: Companion, b: Companion): number =>
  compare(b.lift, a.lift) ||
  compare(b.customers, a.customers) ||
  compareCodePoints(a.product, b.product) ||
  compareCodePoints(a.boughtWith, b.boughtWith);

/**
 * The products with enough buyers, the most bought first, whether somebody bought them in the window, and the places in this
 * list of what each customer bought. Names are looked up once.
 */
function productsOf(
  baskets: ReadonlyMap<string, readonly BoughtProduct[]>,
  { leastCustomers, mostProducts, leaveOut }: AssociationOptions,
) {
  const left = new Set(leaveOut.map(fold));
  const found = new Map<string, { buyers: number; isSold: boolean; place: number | null }>();
  const bought = Array.from(baskets.values(), (basket) =>
    basket.map(({ product, inWindow }) => {
      let known = found.get(product);
      if (known === undefined) {
        known = { buyers: 0, isSold: false, place: null };
        found.set(product, known);
      }
      known.buyers += 1;
      known.isSold ||= inWindow;
      return known;
    }),
  );
  const looked = [...found]
    .filter(([product, { buyers }]) => buyers >= leastCustomers && !left.has(fold(product)))
    .sort(([a, { buyers: x }], [b, { buyers: y }]) => y - x || compareCodePoints(a, b))
    .slice(0, mostProducts);
  looked.forEach(([, known], place) => {
    known.place = place;
  });
  const placesOf = bought.map((own) => own.flatMap(({ place }) => place ?? []));
  return {
    owned: new Map(Array.from(baskets.keys(), (customerId, i) => [customerId, placesOf[i] as readonly number[]])),
    products: looked.map(([product]) => product),
    buyers: looked.map(([, { buyers }]) => buyers),
    isSold: looked.map(([, { isSold }]) => isSold),
  };
}

const fold = (name: string): string => name.normalize("NFC").toLowerCase().trim();

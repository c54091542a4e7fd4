import { compareCodePoints } from "../../base/statistics.ts";
import type { Baskets } from "../../facts/baskets.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import { type PeerGroup, peersOf } from "../peers.ts";
import { type AssociationOptions, companionsOf } from "./association.ts";

/** What to offer next, and who buys it. */
export interface NextProduct {
  readonly product: string;
  /** `white_space`: most of the customer's peers buy it; `association`: those do who buy what it buys. */
  readonly source: "white_space" | "association";
  /** So many of so many: of the peers, or of the buyers of `boughtWith`. */
  readonly customers: number;
  readonly of: number;
  readonly boughtWith: string | null;
  readonly lift: number | null;
}

const mostNamed = 3;
/** Of the white space, so that what goes with its own purchases is named too. */
const mostOfPeers = 2;

/**
 * The products to offer a customer next, three at most: categories that most of its peers buy and it does not, those with
 * the most buyers first, then what is bought together with its own purchases. `baskets`: products by customer; `null` where the
 * files name none, and categories are looked at instead. Source: docs/method.md §5.
 */
export function nextProductsOf(
  customers: readonly Pick<CustomerFacts, "customerId" | "card" | "sales" | "categories">[],
  baskets: Baskets | null,
  months: number,
  options: AssociationOptions,
): (customerId: string) => readonly NextProduct[] {
  const indexes = new Map(customers.map(({ customerId }, index) => [customerId, index]));
  const peers = peersOf(customers, months);
  const companions = companionsOf(baskets ?? basketsOfCategories(customers), options);
  return (customerId) => {
    const index = indexes.get(customerId) as number;
    // Where something is missing, there is a group that has it.
    const group = peers.categoryGroup(index) as PeerGroup;
    const next = peers
      .missingCategories(index)
      .toSorted((a, b) => b.buyers - a.buyers || compareCodePoints(a.category, b.category))
      .slice(0, mostOfPeers)
      .map(
        ({ category, buyers }): NextProduct => ({
          product: category,
          source: "white_space",
          customers: buyers,
          of: group.others,
          boughtWith: null,
          lift: null,
        }),
      );
    for (const { product, boughtWith, customers: both, buyers, lift } of companions(customerId, mostNamed)) {
      if (next.length === mostNamed) break;
      if (next.some((named) => named.product === product)) continue;
      next.push({ product, source: "association", customers: both, of: buyers, boughtWith, lift });
    }
    return next;
  };
}

/** What customers purchased of categories in the window, as if these were products. */
function basketsOfCategories(customers: readonly Pick<CustomerFacts, "customerId" | "categories">[]): Baskets {
  const places = new Map<string, number>();
  const owned = new Map<string, Int32Array>();
  for (const { customerId, categories } of customers) {
    const own: number[] = [];
    for (const { category, purchases } of categories ?? []) {
      if (purchases === 0) continue;
      const place = places.get(category) ?? places.size;
      places.set(category, place);
      own.push(place);
    }
    if (own.length > 0) owned.set(customerId, Int32Array.from(own));
  }
  const products = [...places.keys()];
  return { products, inWindow: products.map(() => true), owned };
}

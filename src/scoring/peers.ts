import { zero } from "../base/money.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import { type CommonCategory, knownCategories, missingAmong, purchasedCount } from "./peers/categories.ts";
import { type Group, groupsOf, type PeerKind } from "./peers/groups.ts";
import { middle, quantileWithoutOne, upperQuarter } from "./peers/ranking.ts";
import { type Fraction, fromNumber, yearlyShare } from "./potential/fraction.ts";

/** The others that a customer is compared with. */
export interface PeerGroup {
  readonly kind: PeerKind;
  /** Of the segment or industry; `null` of all customers. */
  readonly name: string | null;
  /** How many others, the customer itself not counted. */
  readonly others: number;
}

/**
 * Of each customer, by its index: what its peers do. Everything is found over the others, never over the customer itself.
 * `null`: no sales line in the window, or too few others to compare with.
 */
export interface Peers {
  /** The others with known employees; `null` too where the customer's own are not known. */
  readonly headcountGroup: (index: number) => PeerGroup | null;
  /** 75th percentile (type 7) of the headcount group's annual revenue per employee, in money units. */
  readonly upperQuartilePerEmployee: (index: number) => Fraction | null;
  /** The median of the same. */
  readonly medianPerEmployee: (index: number) => Fraction | null;
  /** Median number of categories that the headcount group purchased; `null` too where there is no category data. */
  readonly medianCategories: (index: number) => Fraction | null;
  /** All others, employees known or not. */
  readonly categoryGroup: (index: number) => PeerGroup | null;
  /**
   * Categories that at least half of the category group purchased and the customer did not, by code point; none where
   * its lines name no category at all.
   */
  readonly missingCategories: (index: number) => readonly CommonCategory[];
}

type PeerFacts = Pick<CustomerFacts, "card" | "sales" | "categories">;

/**
 * Peers of each customer: the other active customers (a sales line in the window) of its segment if at least five, else of
 * its industry if at least five. What compares revenue per employee counts only customers with known employees, and the
 * choice between segment and industry is made on that count; what compares categories counts all, and where no active
 * customer has a segment or industry, all of them are one group (five others are asked for there too).
 *
 * Units: money a year (`months`: of the window), exact. The result does not depend on input order. Errors: none. Cost:
 * O(n log n): each group is sorted once, when first asked about, and leaving one out sorts nothing again. Source:
 * docs/method.md §4, level 4. Asked again of the same list it gives the same answer, and sorts no group twice.
 */
export function peersOf(customers: readonly PeerFacts[], months: number): Peers {
  const known = found.get(customers);
  if (known !== undefined && known.months === months) return known.peers;
  const peers = findPeers(customers, months);
  found.set(customers, { months, peers });
  return peers;
}

const found = new WeakMap<readonly PeerFacts[], { readonly months: number; readonly peers: Peers }>();

function findPeers(customers: readonly PeerFacts[], months: number): Peers {
  const active = customers.map(({ sales }) => sales !== null && sales.lines > 0);
  const employees = customers.map(({ card }) => fromNumber(card?.employees ?? null));
  const counted = employees.map((own, index) => active[index] === true && own !== null && own.top > zero);
  const year = yearlyShare(months);
  const perEmployee = (index: number): Fraction => {
    const [own, revenue] = [employees[index] as Fraction, customers[index]?.sales?.revenue as bigint];
    return { top: revenue * year.top * own.bottom, bottom: year.bottom * own.top };
  };
  const categoryCount = (index: number): Fraction | null => {
    const own = knownCategories(customers[index]?.categories ?? null);
    return own === null ? null : { top: BigInt(purchasedCount(own)), bottom: 1n };
  };

  const byHeadcount = groupsOf(customers, counted, false);
  const byCategory = groupsOf(customers, active, true);
  const amongPeers = (measure: (index: number) => Fraction | null, part: typeof middle) => {
    const quantile = oncePerGroup(({ members }) => {
      const known = members.map(measure).filter((value) => value !== null);
      return quantileWithoutOne(known, part);
    });
    return (index: number) => {
      const group = byHeadcount[index] ?? null;
      const own = group === null ? null : measure(index);
      return group === null || own === null ? null : quantile(group)(own);
    };
  };
  const missingOf = new Array<readonly CommonCategory[] | undefined>(customers.length);
  const missing = oncePerGroup(({ members }) => missingAmong(members.map((i) => customers[i]?.categories ?? null)));
  return {
    headcountGroup: (index) => described(byHeadcount[index]),
    upperQuartilePerEmployee: amongPeers(perEmployee, upperQuarter),
    medianPerEmployee: amongPeers(perEmployee, middle),
    medianCategories: amongPeers(categoryCount, middle),
    categoryGroup: (index) => described(byCategory[index]),
    missingCategories: (index) => {
      const group = byCategory[index] ?? null;
      const own = knownCategories(customers[index]?.categories ?? null);
      if (group === null || own === null) return nothing;
      // Classes, findings and the plan all ask.
      missingOf[index] ??= missing(group)(own);
      return missingOf[index];
    },
  };
}

const nothing: readonly CommonCategory[] = [];

const described = (group: Group | null | undefined): PeerGroup | null =>
  group ? { kind: group.kind, name: group.name, others: group.members.length - 1 } : null;

function oncePerGroup<T>(make: (group: Group) => T): (group: Group) => T {
  const made = new Map<Group, T>();
  return (group) => {
    const known = made.get(group);
    if (known !== undefined) return known;
    const value = make(group);
    made.set(group, value);
    return value;
  };
}

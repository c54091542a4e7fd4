import { type Money, zero } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { CategorySpend } from "../../facts/categories.ts";
import { type Fraction, greatestCommonDivisor } from "../potential/fraction.ts";
import { exactQuantile, middle } from "./ranking.ts";

/** A category that at least half of a customer's peers purchased in the window. */
export interface CommonCategory {
  readonly category: string;
  /** Customers of the group that purchased it. */
  readonly buyers: number;
  /**
   * Median over its buyers of net spend in it ÷ net spend in all other categories; those whose other spend is not above
   * zero are left out. `null`: nobody is left. The shares of a group have one bottom, so that sums stay cheap.
   */
  readonly share: Fraction | null;
}

/** What is known of a customer's categories: of one whose lines all lack a category (an empty list) nothing, `null`. */
export const knownCategories = (categories: readonly CategorySpend[] | null): readonly CategorySpend[] | null =>
  categories !== null && categories.length > 0 ? categories : null;

/** Categories with a purchase line in the window; returns alone are no purchase. */
export function purchasedCount(categories: readonly CategorySpend[]): number {
  let count = 0;
  for (const { purchases } of categories) if (purchases > 0) count += 1;
  return count;
}

/**
 * What at least half of the others purchased, for a member that did not: it is not among the buyers, so for each such member
 * the counts and medians are those of the whole group, and are found once. Returns, for a member's categories, those it did
 * not purchase, by code point: the same list for all that purchased the same of them, so that what follows from it need be
 * found only once. Cost: O(r log r) for the group's r rows, then O(its own rows).
 */
export function missingAmong(
  members: readonly (readonly CategorySpend[] | null)[],
): (own: readonly CategorySpend[]) => readonly CommonCategory[] {
  const common = commonCategories(members);
  const marks = new Map(common.map(({ category }, place) => [category, `${place} `]));
  const lists = new Map<string, readonly CommonCategory[]>();
  return (own) => {
    let key = "";
    for (const { category, purchases } of own) {
      const mark = purchases > 0 ? marks.get(category) : undefined;
      if (mark !== undefined) key += mark;
    }
    const known = lists.get(key);
    if (known !== undefined) return known;
    const purchased = new Set(own.flatMap(({ category, purchases }) => (purchases > 0 ? [category] : [])));
    const missing = common.filter(({ category }) => !purchased.has(category));
    lists.set(key, missing);
    return missing;
  };
}

/** Of each buyer of a category its net spend in it, and in all categories; with a float near the share that interests. */
interface Shares {
  readonly approximate: number[];
  readonly spends: Money[];
  readonly totals: Money[];
}

function commonCategories(members: readonly (readonly CategorySpend[] | null)[]): CommonCategory[] {
  const buyers = new Map<string, { count: number }>();
  for (const categories of members) {
    for (const { category, purchases } of categories ?? []) {
      if (purchases === 0) continue;
      const known = buyers.get(category);
      if (known === undefined) buyers.set(category, { count: 1 });
      else known.count += 1;
    }
  }
  const common = [...buyers].filter(([, { count }]) => 2 * count >= members.length - 1);
  common.sort(([a], [b]) => compareCodePoints(a, b));
  const sharesOf = new Map<string, Shares>(
    common.map(([category]) => [category, { approximate: [], spends: [], totals: [] }]),
  );
  for (const categories of members) {
    let total = zero;
    for (const { spend } of categories ?? []) total += spend;
    for (const { category, spend, purchases } of categories ?? []) {
      const shares = purchases > 0 && total > spend ? sharesOf.get(category) : undefined;
      if (shares === undefined) continue;
      shares.approximate.push(Number(spend) / Number(total - spend));
      shares.spends.push(spend);
      shares.totals.push(total);
    }
  }
  const medians = withOneBottom(common.map(([category]) => medianShare(sharesOf.get(category) as Shares)));
  return common.map(([category, { count }], i) => ({ category, buyers: count, share: medians[i] as Fraction | null }));
}

function medianShare({ approximate, spends, totals }: Shares): Fraction | null {
  const exactAt = (i: number): Fraction => {
    const [spend, total] = [spends[i] as Money, totals[i] as Money];
    return { top: spend, bottom: total - spend };
  };
  return exactQuantile({ approximate, exactAt }, middle);
}

function withOneBottom(shares: readonly (Fraction | null)[]): (Fraction | null)[] {
  let shared = 1n;
  for (const share of shares) {
    if (share !== null) shared *= share.bottom / greatestCommonDivisor(shared, share.bottom);
  }
  return shares.map((share) => share && { top: share.top * (shared / share.bottom), bottom: shared });
}

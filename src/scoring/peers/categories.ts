import { zero } from "../../base/money.ts";
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
 * not purchase, by code point. Cost: O(r log r) for the group's r rows, then O(its own rows + the common categories).
 */
export function missingAmong(
  members: readonly (readonly CategorySpend[] | null)[],
): (own: readonly CategorySpend[]) => CommonCategory[] {
  const common = commonCategories(members);
  const places = new Map(common.map(({ category }, place) => [category, place]));
  return (own) => {
    const has = new Uint8Array(common.length);
    for (const { category, purchases } of own) {
      const place = purchases > 0 ? places.get(category) : undefined;
      if (place !== undefined) has[place] = 1;
    }
    return common.filter((_, place) => has[place] === 0);
  };
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
  const parts = new Map<string, Fraction[]>(common.map(([category]) => [category, []]));
  for (const categories of members) {
    let total = zero;
    for (const { spend } of categories ?? []) total += spend;
    for (const { category, spend, purchases } of categories ?? []) {
      if (purchases > 0 && total > spend) parts.get(category)?.push({ top: spend, bottom: total - spend });
    }
  }
  const shares = withOneBottom(common.map(([category]) => exactQuantile(parts.get(category) as Fraction[], middle)));
  return common.map(([category, { count }], i) => ({ category, buyers: count, share: shares[i] as Fraction | null }));
}

function withOneBottom(shares: readonly (Fraction | null)[]): (Fraction | null)[] {
  let shared = 1n;
  for (const share of shares) {
    if (share !== null) shared *= share.bottom / greatestCommonDivisor(shared, share.bottom);
  }
  return shares.map((share) => share && { top: share.top * (shared / share.bottom), bottom: shared });
}

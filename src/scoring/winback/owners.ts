import { groupBy } from "../../base/grouping.ts";
import { compare, compareCodePoints } from "../../base/statistics.ts";

/** How many of an owner's customers were lost. */
export interface OwnerLosses {
  readonly owner: string;
  readonly customers: number;
  readonly lost: number;
  readonly lostShare: number;
  /** A larger share than that of all customers with an owner. */
  readonly losesMore: boolean;
}

/** Who loses customers: the largest share first, then the most, then by name. Customers without an owner are left out. */
export function ownerLosses(
  customers: readonly { readonly owner: string | null; readonly isLost: boolean }[],
): OwnerLosses[] {
  const owned = customers.flatMap(({ owner, isLost }) => (owner === null ? [] : [{ owner, isLost }]));
  const lostOf = (some: readonly { readonly isLost: boolean }[]) => some.filter(({ isLost }) => isLost).length;
  const [all, lostOfAll] = [owned.length, lostOf(owned)];
  return [...groupBy(owned, ({ owner }) => owner)]
    .map(([owner, own]) => {
      const lost = lostOf(own);
      return {
        owner,
        customers: own.length,
        lost,
        lostShare: lost / own.length,
        losesMore: lost * all > lostOfAll * own.length,
      };
    })
    .sort(
      (a, b) => compare(b.lostShare, a.lostShare) || compare(b.lost, a.lost) || compareCodePoints(a.owner, b.owner),
    );
}

import type { IsoDate } from "../../base/calendar.ts";
import { median } from "../../base/statistics.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import { purchasedCount } from "../peers/categories.ts";
import { yearsReached } from "../tenure.ts";
import type { IcpOptions } from "./options.ts";
import { type Member, profileTraits, type TraitScore } from "./profile.ts";

/** A customer stands long from so many years on. */
export const longStandingYears = 5;

/** Who buys of one category is no buyer of several, however few the others buy of. */
const severalCategories = 2;

export interface LongStandingMember extends Member {
  readonly firstPurchase: IsoDate | null;
  readonly categories: CustomerFacts["categories"];
}

/** The customers that have stayed long and buy of several categories, and what they have in common. */
export interface LongStanding {
  readonly customers: number;
  /** Categories bought of in the window from which a customer counts: the median of the base, at least two. */
  readonly categoriesFrom: number;
  /** As those of the best, these customers in the place of the best. */
  readonly traits: readonly TraitScore[];
}

/**
 * What long-standing customers of several categories have in common: a first purchase at least 5 years ago, and purchases in
 * the window in at least as many categories as the customer in the middle. `null` where the sales name no categories. Source:
 * docs/method.md §12.
 */
export function profileLongStanding(
  members: readonly LongStandingMember[],
  asOf: IsoDate,
  options: Pick<IcpOptions, "attributes" | "bands" | "falseDiscoveryRate">,
): LongStanding | null {
  const bought = members.map(({ categories }) => (categories === null ? null : purchasedCount(categories)));
  const middle = median(bought.filter((count) => count !== null));
  if (middle === null) return null;
  const categoriesFrom = Math.max(severalCategories, middle);
  const own = new Set<Member>(
    members.filter(
      ({ firstPurchase }, i) =>
        (bought[i] ?? 0) >= categoriesFrom &&
        firstPurchase !== null &&
        yearsReached(firstPurchase, asOf, longStandingYears),
    ),
  );
  return {
    customers: own.size,
    categoriesFrom,
    traits: profileTraits(members, (member) => own.has(member), options),
  };
}

import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { CommonCategory } from "../peers/categories.ts";
import type { PeerGroup, Peers } from "../peers.ts";
import type { GrowthJudge } from "./evidence.ts";
import { type Fraction, plus, times } from "./fraction.ts";
import { wordsFor } from "./peers.ts";

/** A category with something to expect of it. */
type Expected = CommonCategory & { readonly share: Fraction };

/**
 * What the customer would buy with the categories that at least half of its peers purchased and it did not: the annual
 * revenue, and for each of them the part of other spend that its buyers spend on it, in the median. Applies if these parts
 * come to more than nothing. docs/method.md §4, level 4.
 */
export const byWhiteSpace =
  (peers: Peers): GrowthJudge =>
  (_, annual, index) => {
    const missing = peers.missingCategories(index).filter((each): each is Expected => each.share !== null);
    const sum = missing.reduce((total, { share }) => plus(total, share), { top: 0n, bottom: 1n });
    if (sum.top <= 0n) return null;
    return {
      rule: "white_space",
      source: "white_space",
      confidence: "low",
      grade: null,
      potential: times(annual, sum.bottom + sum.top, sum.bottom),
      reason: () => wording(missing, peers.categoryGroup(index) as PeerGroup),
      driver: "widening",
      remark: null,
    };
  };

const namesShown = 3;

/** The categories that promise most come first. */
function wording(missing: readonly Expected[], group: PeerGroup): string {
  const names = missing
    .toSorted((a, b) => compare(b.share.top, a.share.top) || compareCodePoints(a.category, b.category))
    .map(({ category }) => category);
  const more = names.length - namesShown;
  return [
    `${names.length} ${names.length === 1 ? "category" : "categories"} that most of ${wordsFor(group)} buy: `,
    names.slice(0, namesShown).join(", "),
    more > 0 ? ` and ${more} more` : "",
  ].join("");
}

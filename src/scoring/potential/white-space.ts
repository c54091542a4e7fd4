import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { CommonCategory } from "../peers/categories.ts";
import type { PeerGroup, Peers } from "../peers.ts";
import type { GrowthJudge } from "./evidence.ts";
import { type Fraction, plus, times } from "./fraction.ts";
import { wordsFor } from "./peers.ts";

/** A category with something to expect of it. */
type Expected = CommonCategory & { readonly share: Fraction };

/** What some missing categories promise together, and how that is told. */
interface Promised {
  /** Of the annual revenue; `null`: nothing. */
  readonly growth: Fraction | null;
  readonly reason: () => string;
}

/**
 * What the customer would buy with the categories that at least half of its peers purchased and it did not: the annual
 * revenue, and for each of them the part of other spend that its buyers spend on it, in the median. Applies if these parts
 * come to more than nothing. docs/method.md §4, level 4.
 */
export const byWhiteSpace = (peers: Peers): GrowthJudge => {
  // Few categories are common, so that many customers of a group miss the same ones, in one list.
  const known = new Map<readonly CommonCategory[], Promised>();
  return (_, annual, index) => {
    const missing = peers.missingCategories(index);
    if (missing.length === 0) return null;
    let promised = known.get(missing);
    if (promised === undefined) {
      promised = promisedBy(missing, peers.categoryGroup(index) as PeerGroup);
      known.set(missing, promised);
    }
    const { growth, reason } = promised;
    if (growth === null) return null;
    return {
      rule: "white_space",
      source: "white_space",
      confidence: "low",
      grade: null,
      potential: times(annual, growth.bottom + growth.top, growth.bottom),
      reason,
      driver: "widening",
      remark: null,
    };
  };
};

function promisedBy(missing: readonly CommonCategory[], group: PeerGroup): Promised {
  const expected = missing.filter((each): each is Expected => each.share !== null);
  const growth = expected.reduce((total, { share }) => plus(total, share), { top: 0n, bottom: 1n });
  let words: string | null = null;
  const reason = () => {
    words ??= wording(expected, group);
    return words;
  };
  return { growth: growth.top <= 0n ? null : growth, reason };
}

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

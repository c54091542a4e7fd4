import { formatMoney } from "../../base/money.ts";
import type { Card } from "../../facts/card.ts";
import { knownCategories, purchasedCount } from "../peers/categories.ts";
import type { PeerGroup, Peers } from "../peers.ts";
import type { Driver } from "./driver.ts";
import type { Candidate, GrowthJudge } from "./evidence.ts";
import { type Fraction, fromNumber, isBelow, times, toMoney } from "./fraction.ts";

/**
 * What the customer would buy with as much revenue per employee as the upper quartile of its peers; applies if that is more
 * than it buys. docs/method.md §4, level 4.
 */
export const byPeers =
  (peers: Peers): GrowthJudge =>
  ({ card, categories }, annual, index) => {
    const quartile = peers.upperQuartilePerEmployee(index);
    if (quartile === null) return null;
    // Who is compared by headcount has employees.
    const { employees } = card as Card;
    const headcount = fromNumber(employees) as Fraction;
    const potential = times(quartile, headcount.top, headcount.bottom);
    if (!isBelow(annual, potential)) return null;
    return {
      rule: "peers",
      source: "peers",
      confidence: "low",
      grade: null,
      potential,
      reason: () => {
        const group = wordsFor(peers.headcountGroup(index) as PeerGroup);
        return `${employees} employees × ${formatMoney(toMoney(quartile))} a head, upper quartile of ${group}`;
      },
      driver: driverAmong(categories, peers.medianCategories(index)),
      remark: null,
    };
  };

/** A customer with a narrower range than its peers would widen it, another one buy more of the same. */
function driverAmong(categories: Candidate["categories"], median: Fraction | null): Driver {
  const known = knownCategories(categories);
  if (known === null || median === null) return "expansion";
  return isBelow({ top: BigInt(purchasedCount(known)), bottom: 1n }, median) ? "widening" : "expansion";
}

/** `12 peers in segment Retail`. */
export const wordsFor = ({ kind, name, others }: PeerGroup): string =>
  kind === "all" ? `${others} other customers` : `${others} peers in ${kind} ${name}`;

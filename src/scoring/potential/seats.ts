import { zero } from "../../base/money.ts";
import type { Card } from "../../facts/card.ts";
import { largest } from "./choice.ts";
import type { EvidenceLevel, GrowthJudge } from "./evidence.ts";
import { fromNumber, isBelow, times } from "./fraction.ts";

/**
 * The annual revenue grows with the users, or the regions, that are still to win: times potential users / active users, times
 * regions present / regions served; the larger of the two, seats where they are equal. A figure that is missing, or nobody
 * served yet, leaves its part out. With fewer to win than are served already there is nothing left to win: that is a ceiling,
 * not a decline, and counts as equal to the revenue. docs/method.md §4, level 3.
 */
export const seatsAndRegions: EvidenceLevel = ({ sources }) =>
  largest([...(sources.includes("seats") ? [seats] : []), ...(sources.includes("regions") ? [regions] : [])]);

const byReach =
  (
    source: "seats" | "regions",
    reachOf: (card: Card) => { readonly now: number | null; readonly whole: number | null },
    figures: (whole: number, now: number) => string,
  ): GrowthJudge =>
  ({ card }, annual) => {
    if (card === null) return null;
    const reach = reachOf(card);
    const [now, whole] = [fromNumber(reach.now), fromNumber(reach.whole)];
    if (now === null || whole === null || now.top <= zero) return null;
    return {
      rule: source,
      source,
      confidence: "medium",
      grade: null,
      potential: isBelow(whole, now) ? annual : times(annual, whole.top * now.bottom, whole.bottom * now.top),
      reason: () => figures(reach.whole as number, reach.now as number),
      driver: "expansion",
      remark: null,
    };
  };

const seats = byReach(
  "seats",
  ({ activeUsers, potentialUsers }) => ({ now: activeUsers, whole: potentialUsers }),
  (whole, now) => `${whole} potential users, ${now} active`,
);

const regions = byReach(
  "regions",
  ({ regionsServed, regionsPresent }) => ({ now: regionsServed, whole: regionsPresent }),
  (whole, now) => `present in ${whole} regions, ${now} served`,
);

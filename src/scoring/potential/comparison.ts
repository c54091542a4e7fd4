import { peersOf } from "../peers.ts";
import { smallest } from "./choice.ts";
import type { EvidenceLevel, GrowthEvidence } from "./evidence.ts";
import { type Fraction, isBelow, times } from "./fraction.ts";
import { byPeers } from "./peers.ts";
import { byWhiteSpace } from "./white-space.ts";

/**
 * What comparable customers suggest: by revenue per employee and by the categories they buy, the smaller of the two, peers
 * where they are equal; then at most twice the annual revenue. A guess from others should not promise more than that.
 * docs/method.md §4, level 4.
 */
export const comparison: EvidenceLevel = ({ candidates, period, sources }) => {
  const peers = peersOf(candidates, period.months);
  const judge = smallest([
    ...(sources.includes("peers") ? [byPeers(peers)] : []),
    ...(sources.includes("white_space") ? [byWhiteSpace(peers)] : []),
  ]);
  return (candidate, annual, index) => {
    const evidence = judge(candidate, annual, index);
    return evidence === null ? null : capped(evidence, annual);
  };
};

function capped(evidence: GrowthEvidence, annual: Fraction): GrowthEvidence {
  const most = times(annual, 2n, 1n);
  if (!isBelow(most, evidence.potential)) return evidence;
  return { ...evidence, potential: most, reason: () => `${evidence.reason()}; capped at 2 × revenue` };
}

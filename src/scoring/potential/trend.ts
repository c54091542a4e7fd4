import { formatMoney, zero } from "../../base/money.ts";
import type { EvidenceLevel } from "./evidence.ts";
import { times } from "./fraction.ts";

/**
 * The next year grows like the last one, at most doubling. Needs both windows covered, purchases in at least three of the
 * four quarters of each, so that one big order is no trend, and a prior revenue to grow from. docs/method.md §4, level 5.
 */
export const trend: EvidenceLevel = ({ period: { months, windowCovered, priorCovered } }) => {
  if (!windowCovered || !priorCovered || months % 4 !== 0) return () => null;
  return ({ sales }, annual) => {
    if (sales === null || sales.quartersWithPurchase < 3 || sales.quartersWithPurchasePrior < 3) return null;
    const { revenue, revenuePrior } = sales;
    if (revenuePrior <= zero) return null;
    const doubled = revenue > 2n * revenuePrior;
    const reason = () => {
      const figures = `revenue ${formatMoney(revenue)} against ${formatMoney(revenuePrior)} in the prior window`;
      return doubled ? `${figures}, at most doubled` : figures;
    };
    return {
      rule: "trend",
      source: "trend",
      confidence: "low",
      grade: null,
      potential: doubled ? times(annual, 2n, 1n) : times(annual, revenue, revenuePrior),
      reason,
      driver: "expansion",
      remark: null,
    };
  };
};

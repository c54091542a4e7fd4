import { exactMoney, formatMoney, unitsPerOne } from "../../base/money.ts";
import type { EvidenceLevel } from "./evidence.ts";
import { fromMoney, isBelow, times, toMoney } from "./fraction.ts";

/**
 * What the customer spends a year on what we sell, at any supplier, as far as it can be won. Nobody buys more from us than
 * it spends, so a smaller wallet is an old figure and counts as equal to the revenue. docs/method.md §4, level 2.
 */
export const wallet: EvidenceLevel = ({ attainableShare }) => {
  const share = BigInt(Math.round(attainableShare * Number(unitsPerOne)));
  const part = attainableShare === 1 ? "" : `${formatMoney(share * 100n)} % of `;
  return ({ card }, annual) => {
    const spend = card === null ? null : card.wallet;
    if (spend === null) return null;
    const attainable = times(fromMoney(spend), share, unitsPerOne);
    const short = isBelow(attainable, annual);
    return {
      rule: "wallet",
      source: "wallet",
      confidence: "high",
      grade: null,
      potential: short ? annual : attainable,
      reason: () => `${part}wallet ${formatMoney(spend)} against ${formatMoney(toMoney(annual))} a year`,
      driver: null,
      remark: short ? { rule: "wallet_below_revenue", value: exactMoney(spend) } : null,
    };
  };
};

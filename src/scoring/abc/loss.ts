import { type Money, zero } from "../../base/money.ts";
import type { Because } from "../because.ts";
import type { ContributionScore } from "../contribution.ts";

/** Why a customer costs more than it brings in. */
export type LossReason = "negative_contribution" | "partial_costs" | "cost_without_sales" | "net_negative_revenue";

/** What class D is judged by. */
export type LossFacts = Pick<ContributionScore, "revenue" | "lines" | "costs" | "contribution" | "costOfGoodsKnown">;

/** The loss and the amount that shows it, or `null`; exactly zero is no loss. Source: docs/method.md §3. */
export function lossOf(customer: LossFacts): (Because & { readonly rule: LossReason }) | null {
  const { revenue, lines, costs, contribution, costOfGoodsKnown } = customer;
  if (lines === 0) return costs !== null && costs > zero ? loss("cost_without_sales", costs) : null;
  if (contribution === null) return revenue < zero ? loss("net_negative_revenue", revenue) : null;
  if (contribution >= zero) return null;
  return loss(costOfGoodsKnown ? "negative_contribution" : "partial_costs", contribution);
}

const loss = (rule: LossReason, value: Money) => ({ rule, value, threshold: zero });

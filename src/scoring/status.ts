import type { CustomerFacts } from "../facts/customer.ts";

/** Whether a customer buys, and if not, what we know it from. */
export type Status = "active" | "lapsed" | "cost_only" | "prospect";

/**
 * Status of one customer, or `null` for an id that gets no row of its own (known from answers or events alone).
 *
 * `active`: a sales line in the window, of either sign. `lapsed`: lines before the window only. `cost_only`: no line at all,
 * but cost of goods or cost to serve in the window. `prospect`: in the customers file and nowhere else; acquisition costs
 * do not change that. Source: docs/method.md §3.
 */
export function statusOf({ card, sales, costs }: Pick<CustomerFacts, "card" | "sales" | "costs">): Status | null {
  if (sales !== null && sales.lines > 0) return "active";
  if (sales !== null && sales.linesTotal > 0) return "lapsed";
  if (costs !== null && costs.costOfGoodsRows + costs.costToServeRows > 0) return "cost_only";
  return card === null ? null : "prospect";
}

/** Whether a potential can be judged: lapsed customers belong to win-back, prospects to new business. */
export const isJudged = (status: Status | null): boolean => status === "active" || status === "cost_only";

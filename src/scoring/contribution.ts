import { z } from "zod";
import { type Money, ratio, zero } from "../base/money.ts";
import type { CostFacts } from "../facts/costs.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { SalesFacts } from "../facts/sales.ts";

/** Where the cost of goods comes from. */
export const ContributionOptions = z.strictObject({
  cogs: z
    .enum(["sales", "costs", "add"])
    .optional()
    .describe(
      "source of the cost of goods: the sales lines, the costs file, or both added up; needed where both have it",
    ),
});
export type ContributionOptions = z.infer<typeof ContributionOptions>;

/** Which cost information a run has in its window, all customers and the remainder without one together. */
export interface CostInformation {
  /** Some sales line of the window carries a cost or a profit. */
  readonly costOnLines: boolean;
  readonly costOfGoodsRows: boolean;
  readonly costToServeRows: boolean;
}

/** What a customer brought in and cost over some time. */
export interface ContributionFacts {
  readonly customerId: string;
  readonly sales: Pick<SalesFacts, "revenue" | "lines" | "costOnLines" | "linesWithCost"> | null;
  readonly costs: Pick<CostFacts, "costOfGoods" | "costOfGoodsRows" | "costToServe"> | null;
}

export interface ContributionScore extends Pick<SalesFacts, "customerId" | "revenue" | "lines"> {
  /** Cost of goods and cost to serve in the window; `null`: the run has no cost information, nothing was evaluated. */
  readonly costs: Money | null;
  /** Revenue less costs; `null` as above. */
  readonly contribution: Money | null;
  /** Contribution / revenue; `null` where revenue is not above zero or the cost of goods is not known. */
  readonly margin: number | null;
  /** Every sales line of the window carries its cost, or the costs file has cost of goods for the customer. */
  readonly costOfGoodsKnown: boolean;
}

/**
 * What each customer leaves after cost of goods and cost to serve in the window. Acquisition costs are no part of it.
 *
 * Without `cogs` both sources are added up: the caller asks the user to choose where a run has both. A source that `cogs`
 * sets aside is as good as absent, also when we say whether costs were evaluated at all. A customer without cost rows in a
 * run that has costs has costs of 0. Units: exact money. Result in input order. Errors: none. Cost: O(n).
 * Source: docs/method.md §3.
 */
export function scoreContribution(
  customers: readonly ContributionFacts[],
  information: CostInformation,
  options: ContributionOptions,
): ContributionScore[] {
  const evaluated = costsEvaluated(information, options);
  const [fromLines, fromRows] = [options.cogs !== "costs", options.cogs !== "sales"];

  return customers.map(({ customerId, sales, costs }) => {
    const revenue = sales === null ? zero : sales.revenue;
    const lines = sales === null ? 0 : sales.lines;
    if (!evaluated) {
      return { customerId, revenue, lines, costs: null, contribution: null, margin: null, costOfGoodsKnown: false };
    }
    let spent = costs === null ? zero : costs.costToServe;
    let costOfGoodsKnown = false;
    if (fromLines && sales !== null && lines > 0) {
      spent += sales.costOnLines;
      costOfGoodsKnown = sales.linesWithCost === lines;
    }
    if (fromRows && costs !== null && costs.costOfGoodsRows > 0) {
      spent += costs.costOfGoods;
      costOfGoodsKnown = true;
    }
    const contribution = revenue - spent;
    const margin = costOfGoodsKnown ? ratio(contribution, revenue) : null;
    return { customerId, revenue, lines, costs: spent, contribution, margin, costOfGoodsKnown };
  });
}

/** Whether the run has any cost that `cogs` lets count. */
export const costsEvaluated = (information: CostInformation, { cogs }: ContributionOptions): boolean =>
  information.costToServeRows ||
  (information.costOnLines && cogs !== "costs") ||
  (information.costOfGoodsRows && cogs !== "sales");

/** The cost information of these customers; the caller adds what it knows of lines without a customer. */
export const costInformation = (customers: readonly Pick<CustomerFacts, "sales" | "costs">[]): CostInformation => ({
  costOnLines: customers.some(({ sales }) => sales !== null && sales.linesWithCost > 0),
  costOfGoodsRows: customers.some(({ costs }) => costs !== null && costs.costOfGoodsRows > 0),
  costToServeRows: customers.some(({ costs }) => costs !== null && costs.costToServeRows > 0),
});

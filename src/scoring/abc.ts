import { z } from "zod";
import { type Money, ratio, zero } from "../base/money.ts";
import { type Letter, letters, type Method, methods, type ValueClass } from "./abc/letter.ts";
import { type LossFacts, lossOf } from "./abc/loss.ts";
import { type Place, rankAmounts } from "./abc/ranking.ts";
import type { Because } from "./because.ts";
import type { ContributionScore } from "./contribution.ts";

/** What makes a customer valuable, and where the classes end. */
export const AbcOptions = z
  .strictObject({
    method: z
      .enum(methods)
      .default("rank")
      .describe("what the cuts are: percent of the customers, percent of the total, or amounts"),
    cuts: z
      .tuple([z.number(), z.number()])
      .optional()
      .describe(
        "where class A and class B end: by rank 20,80, cumulative 80,95; amounts have no default, largest first",
      ),
    rankBy: z.enum(["revenue", "contribution"]).default("revenue").describe("the amount that customers are ranked by"),
    dMode: z
      .enum(["override", "exclude"])
      .default("override")
      .describe("class D replaces the letter and moves nobody, or is taken out before the others are ranked"),
  })
  .transform(({ cuts, ...rest }) => ({ ...rest, cuts: cuts ?? defaultCuts[rest.method] }))
  .refine(({ method, cuts: [a, b] }) => method === "threshold" || (a > 0 && a < b && b > 1 && b < 100), {
    error: "must be two percentages above 0 and below 100, the smaller first, as 20,80",
    path: ["cuts"],
  })
  .refine(({ method, cuts: [a, b] }) => method !== "threshold" || a > b, {
    error: "must be two amounts, the larger first, as 100000,20000",
    path: ["cuts"],
  });
export type AbcOptions = z.infer<typeof AbcOptions>;

/** Amounts have no sensible default: an equal pair is refused like a pair in the wrong order. */
const defaultCuts: Record<Method, [number, number]> = {
  rank: [20, 80],
  cumulative: [80, 95],
  threshold: [0, 0],
};

export type ClassLetter = ValueClass | "D";

export interface AbcScore {
  readonly customerId: string;
  /** `null`: no sales in the window and no loss, or no letters to be had (cumulative shares of a total of zero or less). */
  readonly class: ClassLetter | null;
  /** The letter by the ranking alone; `null` for customers that were not ranked. */
  readonly valueClass: ValueClass | null;
  /** 1 + the number of customers with strictly more of the ranked amount; `null` as above. */
  readonly rank: number | null;
  /** The amount that was ranked; `null` as above. */
  readonly rankedAmount: Money | null;
  /** Share of the revenue of all customers with a sales line in the window; `null` for the others, or at a total ≤ 0. */
  readonly revenueShare: number | null;
  /** Share of the ranked amount that this customer, its equals and all larger ones hold; `null` as above. */
  readonly cumShare: number | null;
  /** A code for D and for customers without a class, else a short text: `rank 12 of 4372, A to 874`. */
  readonly reason: string;
  readonly because: Because;
}

/**
 * ABC/D class of each customer by what it brought in in the window.
 *
 * Ranked are the customers with a sales line in the window, largest first; equal amounts share rank and letter, whatever
 * the input order. By default A is the first fifth of the customers, C the last, B the rest. D, a contribution below zero,
 * overrides the letter and moves nobody else; with `exclude` it leaves the ranking first. Costs without sales make a D that
 * was never ranked. Where costs are not evaluated (`contribution` null) only a negative revenue is D, and `rankBy`
 * contribution ranks by revenue.
 *
 * Units: exact money of one window. Result in input order. Errors: none; no customers, no scores. Cost: O(n log n).
 * Source: docs/method.md §3; 20/60/20 of the customers is the two-axis upsell method.
 */
export function classifyAbc(
  customers: readonly (Pick<ContributionScore, "customerId"> & LossFacts)[],
  options: AbcOptions,
): AbcScore[] {
  const losses = customers.map(lossOf);
  const inWindow = customers.filter(({ lines }) => lines > 0);
  const revenueTotal = sum(inWindow.map(({ revenue }) => revenue));
  const isRanked = ({ lines }: LossFacts, i: number) =>
    lines > 0 && (options.dMode === "override" || losses[i] === null);
  const amountOf = ({ revenue, contribution }: LossFacts): Money =>
    options.rankBy === "contribution" ? (contribution ?? revenue) : revenue;

  const amounts = customers.filter(isRanked).map(amountOf);
  const total = sum(amounts);
  const places = rankAmounts(amounts);
  const letterOf = letters({ n: amounts.length, total }, options.method, options.cuts);
  let next = 0;

  return customers.map((customer, i) => {
    const place: Place | null = isRanked(customer, i) ? (places[next++] as Place) : null;
    const { letter, reason, because }: Letter = place === null ? unranked : letterOf(place);
    const loss = losses[i] as ReturnType<typeof lossOf>;
    return {
      customerId: customer.customerId,
      class: loss === null ? letter : "D",
      valueClass: letter,
      rank: place === null ? null : place.rank,
      rankedAmount: place === null ? null : place.amount,
      revenueShare: customer.lines > 0 ? ratio(customer.revenue, revenueTotal) : null,
      cumShare: place === null ? null : ratio(place.upTo, total),
      reason: loss === null ? reason : loss.rule,
      because: loss ?? because,
    };
  });
}

const unranked: Letter = {
  letter: null,
  reason: "no_sales_in_window",
  because: { rule: "no_sales_in_window", value: 0, threshold: 1 },
};

const sum = (amounts: readonly Money[]): Money => amounts.reduce((total, amount) => total + amount, zero);

import { z } from "zod";
import { divideRounded, type Money, money, ratio, zero } from "../base/money.ts";
import { compare, compareCodePoints, descendingOrder } from "../base/statistics.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { Because } from "./because.ts";
import { accountNps, isScored } from "./nps.ts";

/** Where high begins on both sides. */
export const SwotOptions = z.strictObject({
  valueCut: z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((text) => money(text) !== null, { error: "must be an amount, as 100000" })
    .optional()
    .describe("revenue in the window from which a customer's value is high; the median where nothing is said"),
  npsCut: z
    .number()
    .min(-100, { error: "must be points from -100 to 100" })
    .max(100, { error: "must be points from -100 to 100" })
    .default(0)
    .describe("points above which a customer's NPS is high"),
});
export type SwotOptions = z.infer<typeof SwotOptions>;

/**
 * The quadrants in the order in which a manager acts: first the money at risk, then those who like us and could buy more,
 * then those to keep, then those to ask; unhappy customers of little value come last.
 */
export const quadrants = ["threat", "opportunity", "strength", "no_signal", "weakness"] as const;
export type Quadrant = (typeof quadrants)[number];

export interface SwotScore {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly quadrant: Quadrant;
  /** Net, in the window. */
  readonly revenue: Money;
  /** NPS points over the latest answer of each respondent in the window; `null`: nobody answered. */
  readonly nps: number | null;
  /** Answers in the window, each respondent's earlier ones too. */
  readonly answers: number;
  readonly because: { readonly value: Because; readonly nps: Because };
}

export interface QuadrantSummary {
  readonly quadrant: Quadrant;
  readonly customers: number;
  readonly customerShare: number | null;
  readonly revenue: Money;
  /** Of all rows; `null` at a total ≤ 0. */
  readonly revenueShare: number | null;
}

export interface Swot {
  /** By quadrant in the order of `quadrants`, in it the largest revenue first, then by id. */
  readonly rows: readonly SwotScore[];
  readonly summary: {
    readonly customers: number;
    readonly revenue: Money;
    /** High value begins here, a median rounded to a money unit; `null`: nobody has a sales line in the window. */
    readonly valueCut: Money | null;
    readonly valueCutIs: "median" | "given";
    readonly npsCut: number;
    readonly quadrants: readonly QuadrantSummary[];
    /** Customers that answered in the window and have no sales line in it: no value, no quadrant. */
    readonly answeredWithoutSales: number;
  };
}

/**
 * Value × satisfaction of each customer with a sales line in the window. High value: revenue at or above the median of
 * these customers, compared exactly. High satisfaction: the customer's own NPS above the cut. High and high is a strength,
 * low value and high NPS an opportunity, high value and low NPS a threat, low and low a weakness; where nobody answered there
 * is no signal.
 *
 * Units: exact money, NPS in points. The result does not depend on input order. Errors: none. Cost: O(n log n).
 * Source: docs/method.md §6.
 */
export function scoreSwot(
  customers: readonly Pick<CustomerFacts, "customerId" | "card" | "sales" | "answers">[],
  { valueCut: given, npsCut }: SwotOptions,
): Swot {
  const active = customers.flatMap(({ customerId, card, sales, answers }) =>
    sales === null || sales.lines === 0 ? [] : [{ customerId, card, revenue: sales.revenue, answers }],
  );
  // Twice the cut, so that the mean of two amounts in the middle stays whole.
  const cut = given === undefined ? twiceMedian(active.map(({ revenue }) => revenue)) : 2n * (money(given) as Money);
  const valueRule = given === undefined ? "revenue_median" : "value_cut";
  const rows = active.map(({ customerId, card, revenue, answers }): SwotScore => {
    const nps = accountNps(answers);
    return {
      customerId,
      customerName: card?.name ?? null,
      quadrant: quadrantOf(2n * revenue >= (cut as bigint), nps, npsCut),
      revenue,
      nps,
      answers: answers.filter(isScored).length,
      because: {
        value: { rule: valueRule, value: revenue, threshold: half(cut as bigint) },
        nps: { rule: nps === null ? "nobody_answered" : "account_nps", value: nps, threshold: npsCut },
      },
    };
  });
  const revenue = sum(rows);
  return {
    rows: quadrants.flatMap((quadrant) => rows.filter((row) => row.quadrant === quadrant).sort(compareRows)),
    summary: {
      customers: rows.length,
      revenue,
      valueCut: cut === null ? null : half(cut),
      valueCutIs: given === undefined ? "median" : "given",
      npsCut,
      quadrants: quadrants.map((quadrant) => {
        const own = rows.filter((row) => row.quadrant === quadrant);
        return {
          quadrant,
          customers: own.length,
          customerShare: rows.length === 0 ? null : own.length / rows.length,
          revenue: sum(own),
          revenueShare: ratio(sum(own), revenue),
        };
      }),
      answeredWithoutSales: customers.filter(
        ({ sales, answers }) => (sales === null || sales.lines === 0) && answers.some(isScored),
      ).length,
    },
  };
}

function quadrantOf(highValue: boolean, nps: number | null, cut: number): Quadrant {
  if (nps === null) return "no_signal";
  if (nps > cut) return highValue ? "strength" : "opportunity";
  return highValue ? "threat" : "weakness";
}

/** Twice the median, whole whatever the number of amounts; `null` of nothing. */
export function twiceMedian(amounts: readonly Money[]): bigint | null {
  const sorted = descendingOrder(amounts).map((index) => amounts[index] as Money);
  const [above, below] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return above === undefined || below === undefined ? null : above + below;
}

const half = (twice: bigint): Money => divideRounded(twice, 2n);

const compareRows = (a: SwotScore, b: SwotScore): number =>
  compare(b.revenue, a.revenue) || compareCodePoints(a.customerId, b.customerId);

const sum = (rows: readonly { readonly revenue: Money }[]): Money =>
  rows.reduce((total, { revenue }) => total + revenue, zero);

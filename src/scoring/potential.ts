import { z } from "zod";
import { type Money, zero } from "../base/money.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { Period } from "../facts/period.ts";
import type { Because } from "./because.ts";
import { type Driver, driverOf } from "./potential/driver.ts";
import {
  type Candidate,
  type Confidence,
  type Evidence,
  type PotentialRemark,
  type PotentialSource,
  potentialSources,
} from "./potential/evidence.ts";
import { type Fraction, growthBetween, isBelow, toMoney, yearlyShare } from "./potential/fraction.ts";
import { type Grade, gradeByGrowth } from "./potential/grade.ts";
import { firstEvidence } from "./potential/levels.ts";
import { remarksOf } from "./potential/remarks.ts";
import { isJudged, statusOf } from "./status.ts";

/** What a potential may rest on. */
export const PotentialOptions = z.strictObject({
  sources: z
    .array(z.enum(potentialSources, { error: `takes ${potentialSources.join(", ")}` }))
    .default([...potentialSources])
    .describe(
      "evidence to use, in this order, as far as each applies. A refusal always comes first, a stated grade before stated figures; seats and regions are judged together, peers and white_space too, where the first of the two is named",
    ),
  attainableShare: z
    .number()
    .min(0.0001)
    .max(1)
    .default(1)
    .describe("part of a customer's wallet that can be won, 0–1, to four places"),
});
export type PotentialOptions = z.infer<typeof PotentialOptions>;

export interface PotentialScore {
  readonly customerId: string;
  /** `?`: assess first; there is nothing to judge by. */
  readonly potential: Grade | "?";
  /** Revenue in the window times 12 / its months, rounded to a money unit. */
  readonly annualRevenue: Money;
  /** (potential − annual revenue) / annual revenue; `null` without a figure, or a base not above zero. */
  readonly potentialGrowth: number | null;
  /** What the customer could buy in a year; `null` without a figure. */
  readonly potentialRevenue: Money | null;
  /** Potential less annual revenue, both as shown; negative where business shrinks. */
  readonly potentialIncrement: Money | null;
  readonly potentialSource: PotentialSource | "refused" | null;
  readonly potentialConfidence: Confidence | null;
  /** d: `below_10pct`, `declining`, `refused`; `?`: `no_base`, `no_basis`; else the figures in a few words. */
  readonly potentialReason: string;
  readonly driver: Driver | null;
  readonly because: Because;
  readonly remarks: readonly PotentialRemark[];
}

/** What the potential is judged by. */
type PotentialFacts = Candidate & Pick<CustomerFacts, "costs" | "efficiencyNeed">;

/**
 * Potential grade of each customer: how much it could still grow a year, by the strongest evidence there is.
 *
 * a at least doubles, b grows by 30 % or more, c by 10 % or more, d by less, shrinks, or refused. The first level of
 * evidence that applies decides; a refusal and a stated grade hold at any revenue, every other level needs a revenue above
 * zero. Without evidence the answer is `?`, never a silent d; lapsed customers and prospects are always `?`. Peers are
 * sought among the customers given, so these should be the whole portfolio.
 *
 * Units: exact money, growth as a share (0.3 is 30 %). Result in input order. Errors: none. Cost: O(n), with peers
 * O(n log n) and O(r log r) for r rows of categories. Source: docs/method.md §4, the two-axis upsell method.
 */
export function gradePotential(
  customers: readonly PotentialFacts[],
  period: Pick<Period, "months" | "windowCovered" | "priorCovered">,
  options: PotentialOptions,
): PotentialScore[] {
  const gradeAt = potentialOf(customers, period, options);
  return customers.map((_, index) => gradeAt(index).score);
}

/** The same of single customers, by their index among all: made ready once, with the evidence that decided. */
export function potentialOf(
  customers: readonly PotentialFacts[],
  period: Pick<Period, "months" | "windowCovered" | "priorCovered">,
  { sources, attainableShare }: PotentialOptions,
): (index: number) => { readonly score: PotentialScore; readonly evidence: Evidence | null } {
  const { top, bottom } = yearlyShare(period.months);
  const judge = firstEvidence({ candidates: customers, period, sources, attainableShare });

  return (index) => {
    const customer = customers[index] as PotentialFacts;
    const annual = { top: customer.sales === null ? zero : customer.sales.revenue * top, bottom };
    const evidence = isJudged(statusOf(customer)) ? judge(customer, annual, index) : null;
    return { score: evidence === null ? unknown(customer, annual) : graded(customer, annual, evidence), evidence };
  };
}

/** Nothing to grow from, or nothing to judge by. */
function unknown(customer: PotentialFacts, annual: Fraction): PotentialScore {
  const rule = annual.top > zero ? "no_basis" : "no_base";
  return {
    customerId: customer.customerId,
    potential: "?",
    annualRevenue: toMoney(annual),
    potentialGrowth: null,
    potentialRevenue: null,
    potentialIncrement: null,
    potentialSource: null,
    potentialConfidence: null,
    potentialReason: rule,
    driver: driverOf(customer, null),
    because: { rule, value: toMoney(annual), threshold: zero },
    remarks: remarksOf(customer.card, null),
  };
}

function graded(customer: PotentialFacts, annual: Fraction, evidence: Evidence): PotentialScore {
  const { rule, source, confidence, potential } = evidence;
  const growth = potential !== null && annual.top > zero ? growthBetween(annual, potential) : null;
  const annualRevenue = toMoney(annual);
  const potentialRevenue = potential === null ? null : toMoney(potential);
  const { grade, limit } = evidence.grade === null ? gradeByGrowth(evidence.potential, annual) : evidence;
  return {
    customerId: customer.customerId,
    potential: grade,
    annualRevenue,
    potentialGrowth: growth,
    potentialRevenue,
    potentialIncrement: potentialRevenue === null ? null : potentialRevenue - annualRevenue,
    potentialSource: source,
    potentialConfidence: confidence,
    potentialReason:
      evidence.grade === null && grade === "d" ? smallGrowth(evidence.potential, annual) : evidence.reason(),
    driver: driverOf(customer, evidence.driver),
    because: { rule, value: evidence.grade ?? growth, threshold: limit },
    remarks: remarksOf(customer.card, evidence),
  };
}

const smallGrowth = (potential: Fraction, annual: Fraction): string =>
  isBelow(potential, annual) ? "declining" : "below_10pct";

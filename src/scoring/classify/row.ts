import type { IsoDate } from "../../base/calendar.ts";
import { type Money, ratio, zero } from "../../base/money.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { Period } from "../../facts/period.ts";
import type { AbcScore } from "../abc.ts";
import type { Because } from "../because.ts";
import type { ContributionScore } from "../contribution.ts";
import { type Cell, cellOf } from "../matrix.ts";
import { accountNps } from "../nps.ts";
import type { PotentialScore } from "../potential.ts";
import { isJudged, type Status } from "../status.ts";
import { startOf } from "../tenure.ts";
import type { Scores } from "./summary.ts";

/** Both axes of one customer, and what they rest on. */
export interface CustomerScore
  extends Pick<AbcScore, "customerId" | "class" | "valueClass" | "rank" | "revenueShare" | "cumShare">,
    Pick<ContributionScore, "costs" | "contribution" | "margin">,
    Omit<PotentialScore, "because" | "remarks"> {
  readonly customerName: string | null;
  /** `null` without a class, and for lapsed customers and prospects whatever their class. */
  readonly cell: Cell | null;
  /** 1, 2, 3 … over all rows. */
  readonly priority: number;
  readonly status: Status;
  /** Net, in the window; 0 without a sales line. */
  readonly revenue: Money;
  /** The same of the prior window; `null` where the files do not reach back to it. */
  readonly revenuePrior: Money | null;
  /** (revenue − prior) / prior; `null` where the prior revenue is not known or not above zero. */
  readonly growth: number | null;
  /** NPS points over the latest answer of each respondent in the window; `null`: nobody answered. */
  readonly nps: number | null;
  /** The earlier of the stated start and the first purchase; a prospect has none. */
  readonly firstPurchase: IsoDate | null;
  readonly lastPurchase: IsoDate | null;
  /** Orders in the window. */
  readonly orders: number;
  /** A code for class D and for customers without a class, else a short text: `rank 12 of 4372, A to 874`. */
  readonly classReason: string;
  readonly because: { readonly class: Because; readonly grade: Because };
}

/**
 * The row of the customer that has this index in the scores, its priority not yet known. Written out field by field: with
 * tens of thousands of rows, spreading objects would take most of the time.
 */
export function rowOf(
  { card, sales, answers }: Pick<CustomerFacts, "card" | "sales" | "answers">,
  { priorCovered }: Pick<Period, "priorCovered">,
  scores: Scores,
  index: number,
): CustomerScore & { priority: number } {
  const status = scores.statuses[index] as Status;
  const { customerId, revenue, costs, contribution, margin } = scores.contributions[index] as ContributionScore;
  const abc = scores.classes[index] as AbcScore;
  const potential = scores.potentials[index] as PotentialScore;
  const revenuePrior = priorCovered ? (sales === null ? zero : sales.revenuePrior) : null;
  return {
    customerId,
    customerName: card?.name ?? null,
    cell: isJudged(status) ? cellOf(abc.class, potential.potential) : null,
    class: abc.class,
    potential: potential.potential,
    priority: 0,
    revenue,
    revenueShare: abc.revenueShare,
    cumShare: abc.cumShare,
    rank: abc.rank,
    valueClass: abc.valueClass,
    costs,
    contribution,
    margin,
    revenuePrior,
    growth: revenuePrior === null ? null : ratio(revenue - revenuePrior, revenuePrior),
    potentialGrowth: potential.potentialGrowth,
    potentialRevenue: potential.potentialRevenue,
    potentialIncrement: potential.potentialIncrement,
    potentialSource: potential.potentialSource,
    potentialConfidence: potential.potentialConfidence,
    potentialReason: potential.potentialReason,
    driver: potential.driver,
    nps: accountNps(answers),
    firstPurchase: status === "prospect" ? null : startOf(card?.since ?? null, sales?.firstPurchase ?? null),
    lastPurchase: sales === null ? null : sales.lastPurchase,
    orders: sales === null ? 0 : sales.orders,
    status,
    classReason: abc.reason,
    annualRevenue: potential.annualRevenue,
    because: { class: abc.because, grade: potential.because },
  };
}

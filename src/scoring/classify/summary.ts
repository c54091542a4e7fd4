import { type Money, ratio, zero } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { Period } from "../../facts/period.ts";
import type { AbcOptions, AbcScore, ClassLetter } from "../abc.ts";
import type { ContributionScore } from "../contribution.ts";
import { type PotentialRemark, type PotentialSource, potentialSources } from "../potential/evidence.ts";
import type { PotentialOptions, PotentialScore } from "../potential.ts";
import { isJudged, type Status } from "../status.ts";

export interface ClassSummary {
  readonly class: ClassLetter;
  /** With a sales line in the window. */
  readonly customers: number;
  /** Costs without a sales line: class D, outside the shares. */
  readonly withoutSales: number;
  /** The least ranked amount that earned the letter, D or not; `null` for D and for a letter that nobody has. */
  readonly cut: Money | null;
  readonly customerShare: number | null;
  readonly revenue: Money;
  readonly revenueShare: number | null;
}

/** Something that this run cannot say. */
export interface NotEvaluated {
  readonly what: "class_d" | "rank_by_contribution" | "classes" | "growth" | "trend";
  readonly reason:
    | "no_cost_information"
    | "total_not_positive"
    | "prior_window_not_covered"
    | "window_not_four_quarters";
}

/** What the grades rest on: customers with a line, or costs alone, in the window; lapsed ones and prospects have no grade. */
export interface EvidenceSummary {
  /** Customers by the source that decided. */
  readonly decided: Readonly<Record<PotentialSource | "refused", number>>;
  /** `?` by reason. */
  readonly unknown: { readonly no_base: number; readonly no_basis: number };
}

export interface ClassifySummary {
  /** Rows. */
  readonly customers: number;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly revenue: Money;
  /** Of all rows; `null` where costs are not evaluated. */
  readonly costs: Money | null;
  readonly contribution: Money | null;
  /** Active customers whose cost of goods is known. */
  readonly costOfGoodsKnown: number;
  /** A, B, C, D. */
  readonly classes: readonly ClassSummary[];
  readonly evidence: EvidenceSummary;
  readonly notEvaluated: readonly NotEvaluated[];
  /** Oddities in what is stated, by customer id. */
  readonly remarks: readonly PotentialRemark[];
}

/** The scores of the same customers in the same order. */
export interface Scores {
  readonly statuses: readonly Status[];
  readonly contributions: readonly ContributionScore[];
  readonly classes: readonly AbcScore[];
  readonly potentials: readonly PotentialScore[];
}

/** What the scores come to. `evaluated`: costs were. */
export function summarise(
  { statuses, contributions, classes, potentials }: Scores,
  evaluated: boolean,
  { months, priorCovered }: Pick<Period, "months" | "priorCovered">,
  options: { readonly abc: AbcOptions; readonly potential: PotentialOptions },
): ClassifySummary {
  const counts = { active: 0, lapsed: 0, cost_only: 0, prospect: 0 };
  for (const status of statuses) counts[status] += 1;
  const revenue = contributions.reduce((sum, score) => sum + score.revenue, zero);
  const costs = evaluated ? contributions.reduce((sum, score) => sum + (score.costs as Money), zero) : null;

  const notEvaluated: NotEvaluated[] = [];
  const miss = (what: NotEvaluated["what"], reason: NotEvaluated["reason"]) => notEvaluated.push({ what, reason });
  if (!evaluated) miss("class_d", "no_cost_information");
  if (!evaluated && options.abc.rankBy === "contribution") miss("rank_by_contribution", "no_cost_information");
  if (classes.some(({ rank, valueClass }) => rank !== null && valueClass === null))
    miss("classes", "total_not_positive");
  if (!priorCovered) miss("growth", "prior_window_not_covered");
  if (options.potential.sources.includes("trend")) {
    if (!priorCovered) miss("trend", "prior_window_not_covered");
    else if (months % 4 !== 0) miss("trend", "window_not_four_quarters");
  }
  return {
    customers: statuses.length,
    statuses: counts,
    revenue,
    costs,
    contribution: costs === null ? null : revenue - costs,
    costOfGoodsKnown: contributions.filter(({ costOfGoodsKnown }, i) => costOfGoodsKnown && statuses[i] === "active")
      .length,
    classes: summariseClasses(classes, contributions, counts.active, revenue),
    evidence: summariseEvidence(potentials, statuses),
    notEvaluated,
    remarks: potentials.flatMap(({ remarks }) => remarks).sort((a, b) => compareCodePoints(a.customerId, b.customerId)),
  };
}

function summariseEvidence(potentials: readonly PotentialScore[], statuses: readonly Status[]): EvidenceSummary {
  const decided = Object.fromEntries(["refused" as const, ...potentialSources].map((source) => [source, 0])) as Record<
    PotentialSource | "refused",
    number
  >;
  const unknown = { no_base: 0, no_basis: 0 };
  potentials.forEach(({ potentialSource, potentialReason }, i) => {
    if (!isJudged(statuses[i] as Status)) return;
    if (potentialSource !== null) decided[potentialSource] += 1;
    else unknown[potentialReason === "no_base" ? "no_base" : "no_basis"] += 1;
  });
  return { decided, unknown };
}

/** Shares are of the `n` customers with a sales line in the window, and of their revenue. */
function summariseClasses(
  classes: readonly AbcScore[],
  contributions: readonly ContributionScore[],
  n: number,
  total: Money,
): ClassSummary[] {
  return (["A", "B", "C", "D"] as const).map((letter) => {
    let [customers, withoutSales, revenue] = [0, 0, zero];
    let cut: Money | null = null;
    classes.forEach(({ class: own, valueClass, rankedAmount: amount }, i) => {
      if (valueClass === letter && amount !== null && (cut === null || amount < cut)) cut = amount;
      if (own !== letter) return;
      const sold = contributions[i] as ContributionScore;
      if (sold.lines > 0) customers += 1;
      else withoutSales += 1;
      revenue += sold.revenue;
    });
    const customerShare = n === 0 ? null : customers / n;
    return { class: letter, customers, withoutSales, cut, customerShare, revenue, revenueShare: ratio(revenue, total) };
  });
}

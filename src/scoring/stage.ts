import type { Because } from "./because.ts";
import type { CustomerScore } from "./classify/row.ts";
import { type Mismatch, mismatchOf } from "./stage/mismatch.ts";
import {
  type PartFacts,
  type PartScore,
  type RelationshipPart,
  relationshipParts,
  type Stage,
  type StageContext,
  stages,
} from "./stage/parts.ts";
import { portfolioFacts, proxies } from "./stage/proxies.ts";

export interface StageScore {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly stage: Stage | null;
  /** Where the known scores come from; `null` without a stage. */
  readonly stageSource: "scores" | "proxy" | "mixed" | null;
  readonly parts: Readonly<Record<RelationshipPart, PartScore>>;
  readonly mismatch: Mismatch | null;
  readonly because: Because;
}

/** A stage takes so many of the four scores. */
const scoresNeeded = 3;
/** At most this is low, at least this some dependence, at least this high; the mean that separates the two in between. */
const low = 2;
const someDependence = 3;
const high = 4;
const meanOfTransitional = 2.5;

/**
 * The stage of the relationship with each customer, from four scores of 1 to 5. In this order:
 *
 * - `conflict`: trust, commitment and norms at most 2, dependence at least 3; takes all four;
 * - `partner`: every known score at least 4;
 * - `transitional`: the mean of the known scores at least 2.5;
 * - `transactional`: else.
 *
 * A score that the customers file does not state is read from what the customer does, a proxy (stage/proxies.ts). With fewer
 * than three of the four there is no stage. `rows`: the classification of the same customers, which says who gets one.
 *
 * By stage in the order of `stages`, those without one last, in each by priority. The result does not depend on the order of
 * the customers. Errors: none. Cost: O(n log n + purchase days). Source: docs/method.md §10.
 */
export function scoreStages(
  customers: readonly PartFacts[],
  rows: readonly CustomerScore[],
  context: StageContext,
): StageScore[] {
  const factsOf = new Map<string, PartFacts>();
  for (const customer of customers) factsOf.set(customer.customerId, customer);
  const portfolio = portfolioFacts(customers, rows, context);
  const scored = rows.map((row): StageScore => {
    const facts = factsOf.get(row.customerId) as PartFacts;
    const parts = partsOf(facts, row, portfolio);
    const { stage, because } = stageOf(parts);
    return {
      customerId: row.customerId,
      customerName: row.customerName,
      stage,
      stageSource: stage === null ? null : sourceOf(parts),
      parts,
      mismatch: context.hasOwners ? mismatchOf(stage, row, facts.card?.owner ?? null) : null,
      because,
    };
  });
  return [...stages, null].flatMap((stage) => scored.filter((score) => score.stage === stage));
}

function partsOf(
  facts: PartFacts,
  row: CustomerScore,
  portfolio: ReturnType<typeof portfolioFacts>,
): StageScore["parts"] {
  const scoreOf = (part: RelationshipPart): PartScore => {
    const stated = facts.card?.[part] ?? null;
    if (stated !== null)
      return { value: stated, source: "scores", because: [{ rule: "stated", value: stated, threshold: null }] };
    return proxies[part](facts, row, portfolio);
  };
  return {
    trust: scoreOf("trust"),
    commitment: scoreOf("commitment"),
    dependence: scoreOf("dependence"),
    norms: scoreOf("norms"),
  };
}

/** Above every limit: conflict takes all four scores. */
const unknown = Number.POSITIVE_INFINITY;

/** The stage that four scores make, and the rule that decided. */
export function stageOf(parts: Readonly<Record<RelationshipPart, Pick<PartScore, "value">>>): {
  readonly stage: Stage | null;
  readonly because: Because;
} {
  const known: number[] = [];
  for (const part of relationshipParts) {
    const { value } = parts[part];
    if (value !== null) known.push(value);
  }
  if (known.length < scoresNeeded)
    return { stage: null, because: { rule: "too_few_scores", value: known.length, threshold: scoresNeeded } };
  const { trust, commitment, dependence, norms } = parts;
  const most = Math.max(trust.value ?? unknown, commitment.value ?? unknown, norms.value ?? unknown);
  if (most <= low && (dependence.value ?? 0) >= someDependence)
    return { stage: "conflict", because: { rule: "most_of_trust_commitment_norms", value: most, threshold: low } };
  const least = Math.min(...known);
  if (least >= high) return { stage: "partner", because: { rule: "least_score", value: least, threshold: high } };
  // In whole units, so that a mean at the limit is at it whatever the decimals of the scores.
  const sum = known.reduce((units, value) => units + Math.round(value * 10_000), 0);
  const mean = sum / (10_000 * known.length);
  const isTransitional = sum >= meanOfTransitional * 10_000 * known.length;
  return {
    stage: isTransitional ? "transitional" : "transactional",
    because: { rule: "mean_score", value: mean, threshold: meanOfTransitional },
  };
}

function sourceOf(parts: StageScore["parts"]): "scores" | "proxy" | "mixed" {
  const comesFrom = (source: PartScore["source"]) => relationshipParts.some((part) => parts[part].source === source);
  if (!comesFrom("scores")) return "proxy";
  return comesFrom("proxy") ? "mixed" : "scores";
}

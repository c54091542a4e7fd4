import type { CustomerFacts } from "../../facts/customer.ts";
import type { Period } from "../../facts/period.ts";
import { type PotentialSource, potentialSources } from "../potential/evidence.ts";
import { type MissingData, missingEvidence } from "../potential/missing.ts";
import { type PotentialScore, potentialOf } from "../potential.ts";

/** What one kind of evidence says of a customer, asked alone. */
export interface SourceEvidence {
  readonly source: PotentialSource;
  /** Whether the options let it count. */
  readonly wanted: boolean;
  /** What it alone would make of the customer; `null` where it does not apply. */
  readonly score: PotentialScore | null;
  /** What it rests on, the figures in a few words, also where the score's reason is a code. */
  readonly figures: string | null;
  /** What is not known for it. */
  readonly missing: readonly MissingData["data"][];
}

/**
 * Every kind of evidence asked by itself, in the order of the options, those set aside last: what decided and what stood
 * behind it. A refusal comes before all of them and is no evidence of theirs. Cost: that of `peersOf`, twice.
 * Source: docs/method.md §4.
 */
export function evidenceBySource(
  customers: readonly CustomerFacts[],
  index: number,
  period: Pick<Period, "months" | "windowCovered" | "priorCovered">,
  { sources, attainableShare }: { readonly sources: readonly PotentialSource[]; readonly attainableShare: number },
): readonly SourceEvidence[] {
  const customer = customers[index] as CustomerFacts;
  // Whether it refused is said elsewhere; here the question is what else is known of it.
  const card = customer.card === null ? null : { ...customer.card, refused: null };
  const asked = customers.with(index, { ...customer, card, refusedOffer: false });
  const order = [...new Set([...sources, ...potentialSources])];
  return order.map((source) => {
    const { score, evidence } = potentialOf(asked, period, { sources: [source], attainableShare })(index);
    const ungraded = { potentialSource: null, potentialReason: "no_basis" } as const;
    return {
      source,
      wanted: sources.includes(source),
      score: evidence === null ? null : score,
      figures: evidence === null ? null : evidence.reason(),
      missing: missingEvidence(customer, ungraded, period, [source]).map(({ data }) => data),
    };
  });
}

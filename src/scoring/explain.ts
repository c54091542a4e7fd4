import type { CustomerFacts } from "../facts/customer.ts";
import type { Period } from "../facts/period.ts";
import type { CustomerScore } from "./classify/row.ts";
import type { ClassifySummary } from "./classify/summary.ts";
import type { Classification, ClassifyOptions } from "./classify.ts";
import { type ClassReach, classReach } from "./explain/class-reach.ts";
import { evidenceBySource, type SourceEvidence } from "./explain/evidence-by-source.ts";
import { type GradeReach, gradeReach } from "./explain/grade-reach.ts";
import { type PeerEvidence, peerEvidence } from "./explain/peer-evidence.ts";
import { type MissingData, missingEvidence } from "./potential/missing.ts";
import { isJudged, statusOf } from "./status.ts";

/** Everything that both axes of one customer rest on, as data; the wording is the reports'. */
export interface Explanation {
  readonly score: CustomerScore;
  readonly facts: CustomerFacts;
  readonly summary: ClassifySummary;
  /** Rows of the classification. */
  readonly customers: number;
  /** Customers ranked by value. */
  readonly ranked: number;
  /** Its place among the customers of its cell, from 1, and how many these are; `null` without a cell. */
  readonly inCell: { readonly place: number; readonly of: number } | null;
  readonly reach: ClassReach | null;
  readonly grades: readonly GradeReach[];
  /** Empty for customers that nothing grades: lapsed ones and prospects. */
  readonly evidence: readonly SourceEvidence[];
  readonly peers: PeerEvidence;
  readonly missing: readonly MissingData[];
}

/**
 * Why one customer's class and grade are what they are, what would change them, and which data is missing; `null` for an id
 * that is not in the classification.
 *
 * `customers` are those that were classified, `classification` what came of it. Units: as in the scores. Errors: none.
 * Cost: O(n log n). Source: docs/method.md §13.
 */
export function explainCustomer(
  customers: readonly CustomerFacts[],
  customerId: string,
  { rows, summary }: Classification,
  period: Pick<Period, "months" | "windowCovered" | "priorCovered">,
  { abc, potential }: ClassifyOptions,
): Explanation | null {
  const known = customers.filter((customer) => statusOf(customer) !== null);
  const index = known.findIndex((customer) => customer.customerId === customerId);
  const score = rows.find((row) => row.customerId === customerId);
  const facts = known[index];
  if (score === undefined || facts === undefined) return null;
  const sameCell = score.cell === null ? [] : rows.filter(({ cell }) => cell === score.cell);
  return {
    score,
    facts,
    summary,
    customers: rows.length,
    ranked: rows.filter(({ rank }) => rank !== null).length,
    inCell: score.cell === null ? null : { place: sameCell.indexOf(score) + 1, of: sameCell.length },
    reach: classReach(rows, customerId, abc),
    grades: isJudged(score.status) ? gradeReach(score.annualRevenue) : [],
    evidence: isJudged(score.status) ? evidenceBySource(known, index, period, potential) : [],
    peers: peerEvidence(known, index, period.months),
    missing: missingEvidence(facts, score, period, potential.sources),
  };
}

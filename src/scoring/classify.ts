import { z } from "zod";
import type { CustomerFacts } from "../facts/customer.ts";
import type { Period } from "../facts/period.ts";
import { AbcOptions, classifyAbc } from "./abc.ts";
import { type CustomerScore, rowOf } from "./classify/row.ts";
import { type ClassifySummary, type Scores, summarise } from "./classify/summary.ts";
import { ContributionOptions, type CostInformation, costsEvaluated, scoreContribution } from "./contribution.ts";
import { inPriorityOrder } from "./matrix.ts";
import { gradePotential, PotentialOptions } from "./potential.ts";
import { type Status, statusOf } from "./status.ts";

/** The options of every score that `classify` puts together. */
export const ClassifyOptions = z.strictObject({
  abc: AbcOptions.prefault({}).describe("the value axis, classes A to D"),
  contribution: ContributionOptions.prefault({}).describe("what customers cost"),
  potential: PotentialOptions.prefault({}).describe("the potential axis, grades a to d"),
});
export type ClassifyOptions = z.infer<typeof ClassifyOptions>;

/** What a run knows beside its customers. */
export interface ClassifyContext {
  readonly period: Pick<Period, "months" | "windowCovered" | "priorCovered">;
  readonly costs: CostInformation;
}

export interface Classification {
  /** In order of priority. */
  readonly rows: readonly CustomerScore[];
  readonly summary: ClassifySummary;
}

/**
 * Both axes for every customer with a sales line up to the as-of date, a place in the customers file, or cost of goods or
 * to serve in the window: class by value, grade by potential, the cell they make, and the order in which to spend time.
 * Ids known from answers or events alone get no row.
 *
 * Units: exact money, shares as numbers (0.3 is 30 %), NPS in points. The result does not depend on input order. Errors:
 * none; what cannot be said is `null`, and `summary.notEvaluated` says why. Cost: O(n log n). Source: docs/method.md §3–6.
 */
export function classify(
  customers: readonly CustomerFacts[],
  { period, costs }: ClassifyContext,
  options: ClassifyOptions,
): Classification {
  const known = knownOf(customers);
  const contributions = scoreContribution(known, costs, options.contribution);
  const scores: Scores = {
    statuses: known.map((customer) => statusOf(customer) as Status),
    contributions,
    classes: classifyAbc(contributions, options.abc),
    potentials: gradePotential(known, period, options.potential),
  };
  const rows = inPriorityOrder(known.map((customer, i) => rowOf(customer, period, scores, i)));
  rows.forEach((row, place) => {
    row.priority = place + 1;
  });
  return { rows, summary: summarise(scores, costsEvaluated(costs, options.contribution), period, options) };
}

/** Who gets a row. The list itself where that is everybody: the peers of a list are found once, and findings ask for them too. */
function knownOf(customers: readonly CustomerFacts[]): readonly CustomerFacts[] {
  const known = customers.filter((customer) => statusOf(customer) !== null);
  return known.length === customers.length ? customers : known;
}

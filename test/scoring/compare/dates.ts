import type { CustomerFacts } from "../../../src/facts/customer.ts";
import { ClassifyOptions, classify } from "../../../src/scoring/classify.ts";
import { type DatedScores, type KeptScore, withStages } from "../../../src/scoring/compare/score.ts";
import { costInformation } from "../../../src/scoring/contribution.ts";
import type { Stage } from "../../../src/scoring/stage/parts.ts";

const period = { months: 12, windowCovered: true, priorCovered: true };

/** Whole units of money. */
export const units = (amount: number): bigint => BigInt(Math.round(amount * 10_000));

type Given = Parameters<typeof ClassifyOptions.parse>[0];

/** These customers classified as of a date; `stages` by id. */
export function dated(
  asOf: string,
  customers: readonly CustomerFacts[],
  options: Given = {},
  stages: Readonly<Record<string, Stage>> = {},
): DatedScores<KeptScore> {
  const chosen = ClassifyOptions.parse(options);
  const classification = classify(customers, { period, costs: costInformation(customers) }, chosen);
  const known = Object.entries(stages).map(([customerId, stage]) => ({ customerId, stage }));
  return { asOf, rows: withStages(classification, known), abc: chosen.abc };
}

import type { DatedFacts, Portfolio } from "../cli/open-portfolio.ts";
import { plainOptions } from "../cli/score-options.ts";
import type { SnapshotHead, SnapshotLayout } from "../cli/snapshots.ts";
import { daysByCustomer } from "../engine/day-facts.ts";
import type { Classification, ClassifyOptions } from "../scoring/classify.ts";
import { keptColumns, snapshotVersion } from "../scoring/compare/kept.ts";
import type { KeptScore } from "../scoring/compare/score.ts";

/** How this version keeps scores. */
export const snapshotLayout: SnapshotLayout = { columns: keptColumns, version: snapshotVersion };

/** The rows of a classification as they are kept and compared: with the stage of each relationship. */
export async function keptScoresOf(
  { engine, loaded }: Pick<Portfolio, "engine" | "loaded">,
  { period, customers, totals }: DatedFacts,
  classification: Classification,
): Promise<KeptScore[]> {
  const [{ withStages }, { scoreStages }] = await Promise.all([
    import("../scoring/compare/score.ts"),
    import("../scoring/stage.ts"),
  ]);
  const stages = scoreStages(customers, classification.rows, {
    period,
    days: totals.sales === null ? null : await daysByCustomer(engine, period.asOf),
    hasEvents: loaded.events.length > 0,
    hasOwners: false,
  });
  return withStages(classification, stages);
}

/** What is said of such rows as a whole: their time, and everything that they depend on. */
export const snapshotHead = (
  { period, totals }: Pick<DatedFacts, "period" | "totals">,
  { currency }: Pick<Portfolio, "currency">,
  chosen: ClassifyOptions,
): SnapshotHead => ({
  as_of: period.asOf,
  window: { from: period.window.from, to: period.window.to },
  currency,
  sales_from: totals.sales?.firstSale ?? null,
  options: { window: period.months, ...plainOptions(chosen) },
});

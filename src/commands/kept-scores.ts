import type { DatedFacts, Portfolio } from "../cli/open-portfolio.ts";
import { plainOptions } from "../cli/score-options.ts";
import type { SnapshotHead, SnapshotLayout } from "../cli/snapshots.ts";
import type { Classification, ClassifyOptions } from "../scoring/classify.ts";
import { keptColumns, snapshotVersion } from "../scoring/compare/kept.ts";
import type { KeptScore } from "../scoring/compare/score.ts";
import { stagesOf } from "./portfolio-stages.ts";

/** How this version keeps scores. */
export const snapshotLayout: SnapshotLayout = { columns: keptColumns, version: snapshotVersion };

/** The rows of a classification as they are kept and compared: with the stage of each relationship. */
export async function keptScoresOf(
  portfolio: Pick<Portfolio, "engine" | "loaded" | "period">,
  facts: DatedFacts,
  classification: Classification,
): Promise<KeptScore[]> {
  const { withStages } = await import("../scoring/compare/score.ts");
  return withStages(classification, await stagesOf(portfolio, facts, classification));
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

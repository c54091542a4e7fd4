import type { DatedFacts, Portfolio } from "../cli/open-portfolio.ts";
import { purchaseDaysByCustomer } from "../engine/day-facts.ts";
import type { Classification } from "../scoring/classify.ts";
import type { StageScore } from "../scoring/stage.ts";

/** The stages of the rows of a classification: a report lets several scores ask the same. */
const known = new WeakMap<Classification["rows"], Promise<readonly StageScore[]>>();

/**
 * The stage of each relationship, of the portfolio or of its facts on an earlier day. One reading of the purchase days does for
 * both: what lies after the day that is spoken of says nothing.
 */
export function stagesOf(
  portfolio: Pick<Portfolio, "engine" | "loaded" | "period">,
  facts: DatedFacts,
  { rows }: Pick<Classification, "rows">,
): Promise<readonly StageScore[]> {
  const found = known.get(rows) ?? scoreAll(portfolio, facts, rows);
  known.set(rows, found);
  return found;
}

async function scoreAll(
  { engine, loaded, period: { asOf } }: Pick<Portfolio, "engine" | "loaded" | "period">,
  { period, customers, totals }: DatedFacts,
  rows: Classification["rows"],
): Promise<readonly StageScore[]> {
  const { scoreStages } = await import("../scoring/stage.ts");
  return scoreStages(customers, rows, {
    period,
    days: totals.sales === null ? null : await purchaseDaysByCustomer(engine, asOf),
    hasEvents: loaded.events.length > 0,
    hasOwners: loaded.customers.some(({ file }) => file.mapping.has("owner")),
  });
}

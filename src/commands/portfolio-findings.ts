import { findingSources } from "../cli/finding-sources.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import type { Classification } from "../scoring/classify.ts";
import type { TriggerOptions } from "../scoring/findings/options.ts";
import type { Findings, FindingsAsked } from "../scoring/findings.ts";
import type { StageScore } from "../scoring/stage.ts";

/** Everything that is found, and what it was found in. */
export interface PortfolioFindings {
  readonly findings: Findings;
  readonly stages: readonly StageScore[];
  /** Answers, purchase days, seasons and products up to the as-of date. */
  readonly sources: Awaited<ReturnType<typeof findingSources>>;
}

/** The findings and stages of a portfolio whose tables hold what `findingNeeds` names. */
export async function findingsOf(
  portfolio: Portfolio,
  { rows }: Pick<Classification, "rows">,
  options: TriggerOptions,
  asked: FindingsAsked = { only: null, since: null },
): Promise<PortfolioFindings> {
  const { period, customers, loaded, totals } = portfolio;
  const [{ findFindings }, { scoreStages }] = await Promise.all([
    import("../scoring/findings.ts"),
    import("../scoring/stage.ts"),
  ]);
  const sources = await findingSources(portfolio);
  const stages = scoreStages(customers, rows, {
    period,
    days: totals.sales === null ? null : sources.days,
    hasEvents: sources.hasEvents,
    hasOwners: loaded.customers.some(({ file }) => file.mapping.has("owner")),
  });
  const known = stages.flatMap(({ customerId, stage }) => (stage === null ? [] : [[customerId, stage] as const]));
  const findings = findFindings({ ...sources, period, customers, rows, stages: new Map(known) }, options, asked);
  return { findings, stages, sources };
}

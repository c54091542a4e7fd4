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

/** What was found in the rows of a classification, by what was asked: a report lets several scores ask the same. */
const known = new WeakMap<Classification["rows"], Map<string, Promise<PortfolioFindings>>>();

/** The findings and stages of a portfolio whose tables hold what `findingNeeds` names. */
export function findingsOf(
  portfolio: Portfolio,
  { rows }: Pick<Classification, "rows">,
  options: TriggerOptions,
  asked: FindingsAsked = { only: null, since: null },
): Promise<PortfolioFindings> {
  const own = known.get(rows) ?? new Map<string, Promise<PortfolioFindings>>();
  known.set(rows, own);
  const question = JSON.stringify([options, asked]);
  const found = own.get(question) ?? findAll(portfolio, rows, options, asked);
  own.set(question, found);
  return found;
}

async function findAll(
  portfolio: Portfolio,
  rows: Classification["rows"],
  options: TriggerOptions,
  asked: FindingsAsked,
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
  const stageOf = stages.flatMap(({ customerId, stage }) => (stage === null ? [] : [[customerId, stage] as const]));
  const findings = findFindings({ ...sources, period, customers, rows, stages: new Map(stageOf) }, options, asked);
  return { findings, stages, sources };
}

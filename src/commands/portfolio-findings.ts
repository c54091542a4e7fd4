import { findingSources } from "../cli/finding-sources.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import type { Classification } from "../scoring/classify.ts";
import type { TriggerOptions } from "../scoring/findings/options.ts";
import type { Findings, FindingsAsked } from "../scoring/findings.ts";
import type { StageScore } from "../scoring/stage.ts";
import { stagesOf } from "./portfolio-stages.ts";

/** Everything that is found, and what it was found in. */
export interface PortfolioFindings {
  readonly findings: Findings;
  readonly stages: readonly StageScore[];
  /** Answers, purchase days, seasons and products up to the as-of date. */
  readonly sources: Awaited<ReturnType<typeof findingSources>>;
}

/** What was found in the rows of a classification, by what was asked: a report lets several scores ask the same. */
const known = new WeakMap<Classification["rows"], Map<string, Promise<PortfolioFindings>>>();

/** The findings and stages of a portfolio whose tables hold what `findingNeeds` names. `lostAfter`: see cli/lost-after.ts. */
export function findingsOf(
  portfolio: Portfolio,
  { rows }: Pick<Classification, "rows">,
  options: TriggerOptions,
  lostAfter: number | null,
  asked: FindingsAsked = { only: null, since: null },
): Promise<PortfolioFindings> {
  const own = known.get(rows) ?? new Map<string, Promise<PortfolioFindings>>();
  known.set(rows, own);
  const question = JSON.stringify([options, lostAfter, asked]);
  const found = own.get(question) ?? findAll(portfolio, rows, options, lostAfter, asked);
  own.set(question, found);
  return found;
}

async function findAll(
  portfolio: Portfolio,
  rows: Classification["rows"],
  options: TriggerOptions,
  lostAfter: number | null,
  asked: FindingsAsked,
): Promise<PortfolioFindings> {
  const { period, customers } = portfolio;
  const { findFindings } = await import("../scoring/findings.ts");
  const sources = await findingSources(portfolio);
  const stages = await stagesOf(portfolio, portfolio, { rows });
  const stageOf = stages.flatMap(({ customerId, stage }) => (stage === null ? [] : [[customerId, stage] as const]));
  const given = { ...sources, period, customers, rows, stages: new Map(stageOf), lostAfter };
  const findings = findFindings(given, options, asked);
  return { findings, stages, sources };
}

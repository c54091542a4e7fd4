import { lostAfterOf } from "../cli/lost-after.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import type { Settings } from "../config/settings.ts";
import { basketsByCustomer } from "../engine/basket-facts.ts";
import type { Classification } from "../scoring/classify.ts";
import { TriggerOptions } from "../scoring/findings/options.ts";
import { MatrixOptions, playsOf } from "../scoring/matrix/plays.ts";
import { type Plan, type PlanAsked, PlanOptions, planCustomers } from "../scoring/plan.ts";
import { findingsOf, type PortfolioFindings } from "./portfolio-findings.ts";

/** What the settings file says of the plan and of what it is made of. */
export const planSettings = (settings: Settings) => ({
  triggers: TriggerOptions.parse(settings.triggers ?? {}) as TriggerOptions,
  plan: PlanOptions.parse(settings.plan ?? {}),
  lostAfter: lostAfterOf(settings),
  plays: playsOf(MatrixOptions.parse(settings.matrix ?? {})),
});

/** The plan of a portfolio whose tables hold what `findingNeeds` names, and the findings in it. */
export async function planOf(
  portfolio: Portfolio,
  classification: Classification,
  { triggers, lostAfter, plan: options }: Pick<ReturnType<typeof planSettings>, "triggers" | "lostAfter" | "plan">,
  asked: PlanAsked,
): Promise<{ readonly plan: Plan; readonly findings: PortfolioFindings }> {
  const { engine, period, customers, loaded } = portfolio;
  const findings = await findingsOf(portfolio, classification, triggers, lostAfter);
  const hasProducts = loaded.files.sales.some(({ mapping }) => mapping.has("product"));
  const plan = planCustomers(
    {
      period,
      customers,
      rows: classification.rows,
      findings: findings.findings.customers,
      stages: new Map(
        findings.stages.flatMap(({ customerId, stage }) => (stage === null ? [] : [[customerId, stage]])),
      ),
      days: findings.sources.days,
      baskets: hasProducts ? await basketsByCustomer(engine, period) : null,
      lostAfter,
    },
    options,
    asked,
  );
  return { plan, findings };
}

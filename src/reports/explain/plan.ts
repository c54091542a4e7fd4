import { counted } from "../figures.ts";
import { evidenceWords, nextProductReason, stepWords, whenWords } from "../plan/words.ts";
import { type ExplainContext, type ExplainRow, moneyText, row } from "./row.ts";

/** Its place in the plan, and what to do. */
export function planRows({ plan, planned, plays, asOf, isLost, explanation: { score } }: ExplainContext): ExplainRow[] {
  if (plan === null) return [row("plan_rank", null, `not in the plan: ${whyNot(score, isLost)}`)];
  const [first, ...others] = plan.steps.map((step) => stepWords(step, plays[plan.cell]));
  return [
    row(
      "plan_rank",
      plan.rank,
      `of ${counted(planned, "customer")}: by priority, as far as there is something to do`,
      evidenceWords(plan),
    ),
    row(
      "when",
      whenWords(plan.when, asOf),
      "the best moment that the timing rules name",
      plan.when?.finding.evidence ?? null,
    ),
    row(
      "first_action",
      first ?? null,
      "a repair before a question, a question before an offer",
      plan.steps[0]?.step ?? null,
    ),
    ...others.map((words) => row("then_action", words, "after that")),
    row(
      "callable_increment",
      plan.isCallable ? moneyText(plan.increment) : null,
      plan.isCallable ? "what there is to win in a year" : `waits behind: ${plan.blockedBy.join(", ")}`,
    ),
    row("play", plays[plan.cell], `what customers of ${plan.cell} call for`),
    ...plan.next.map((next) => row("next_product", next.product, nextProductReason(next))),
  ];
}

function whyNot({ cell, status }: ExplainContext["explanation"]["score"], isLost: boolean): string {
  if (status === "lapsed") return "lapsed customers belong to winback";
  if (status === "prospect") return "a prospect has no cell";
  if (cell === null) return "it has no class";
  if (isLost) return "it is lost and belongs to winback";
  return cell === "Dc" || cell === "Dd" ? "phase out" : `${cell}, and nothing to act on`;
}

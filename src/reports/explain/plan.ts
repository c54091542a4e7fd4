import { evidenceWords, nextProductReason, stepWords, whenWords } from "../plan/words.ts";
import { type ExplainContext, type ExplainRow, moneyText, row } from "./row.ts";

/** Its place in the plan, and what to do. */
export function planRows(context: ExplainContext): ExplainRow[] {
  const { plan, planned, plays, asOf, words } = context;
  const said = words.explain.plan;
  if (plan === null) return [row("plan_rank", null, said.notIn(whyNot(context)))];
  const [first, ...others] = plan.steps.map((step) => stepWords(step, plays[plan.cell], words));
  const when = plan.when?.finding.evidence ?? null;
  return [
    row("plan_rank", plan.rank, said.rank(planned), evidenceWords(plan, words)),
    row("when", whenWords(plan.when, asOf, words), said.when, when === null ? null : words.say(when)),
    row("first_action", first ?? null, said.first, plan.steps[0]?.step ?? null),
    ...others.map((action) => row("then_action", action, said.afterThat)),
    row(
      "callable_increment",
      plan.isCallable ? moneyText(plan.increment, words) : null,
      plan.isCallable ? said.toWin : said.waits(plan.blockedBy.join(", ")),
    ),
    row("play", words.say(plays[plan.cell]), said.play(plan.cell)),
    ...plan.next.map((next) => row("next_product", next.product, nextProductReason(next, words))),
  ];
}

function whyNot({ explanation: { score }, isLost, words }: ExplainContext): string {
  const { cell, status } = score;
  const said = words.explain.plan;
  if (status === "lapsed") return said.lapsed;
  if (status === "prospect") return said.prospect;
  if (cell === null) return said.noClass;
  if (isLost) return said.lost;
  return cell === "Dc" || cell === "Dd" ? said.phaseOut : said.nothing(cell);
}

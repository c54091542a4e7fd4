import type { CustomerScore } from "../classify/row.ts";
import type { Finding } from "../findings/finding.ts";
import { hasRefused, isNews } from "./worth.ts";

/**
 * Something to do with a customer. `repair`: what blocks an offer; `fix`: price or cost of a loss; `assess`: what it could buy;
 * `ask_satisfaction`: nobody answered in the window; `lift_limit`: offer it now; `ask`: what a warning is about; `offer`.
 */
export type StepName = "repair" | "fix" | "assess" | "ask_satisfaction" | "lift_limit" | "ask" | "offer";

export interface Step {
  readonly step: StepName;
  /** The finding that asks for it; `null`: none does. */
  readonly finding: Finding | null;
}

/** An opportunity of this strength is something to offer; weaker ones are no offer in themselves. */
const offered = 2;

/**
 * What to do with a customer of the plan, in order: every repair comes before any question, every question before the offer.
 * There is no offer to who refused one, to who is of grade d without an opportunity that the grade does not know of, and none before the potential is assessed
 * or a loss is mended. There is always a first step. Source: docs/method.md §5.
 */
export function stepsOf(
  score: Pick<CustomerScore, "class" | "potential" | "potentialSource" | "nps">,
  findings: readonly Finding[],
): readonly Step[] {
  const isFull = score.potential === "d";
  const opportunity =
    findings.find((own) => own.kind === "opportunity" && (isFull ? isNews(own) : own.strength >= offered)) ?? null;
  const limit = findings.find(({ kind, rule }) => kind === "timing" && rule === "limit_now");
  const isAssessed = score.potential !== "?";
  const isLoss = score.class === "D" && isAssessed;
  const isOffered = isAssessed && !isLoss && !hasRefused(score) && (!isFull || opportunity !== null);
  const steps: Step[] = [];
  for (const finding of findings) if (finding.kind === "blocker") steps.push({ step: "repair", finding });
  if (isLoss) steps.push({ step: "fix", finding: null });
  if (!isAssessed) steps.push({ step: "assess", finding: null });
  if (score.nps === null) steps.push({ step: "ask_satisfaction", finding: null });
  if (limit !== undefined) steps.push({ step: "lift_limit", finding: limit });
  for (const finding of findings) if (finding.kind === "warning") steps.push({ step: "ask", finding });
  if (isOffered) steps.push({ step: "offer", finding: opportunity });
  return steps;
}

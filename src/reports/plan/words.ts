import { addDays, type IsoDate } from "../../base/calendar.ts";
import type { Finding } from "../../scoring/findings/finding.ts";
import type { NextProduct } from "../../scoring/plan/next-product.ts";
import type { PlanRow } from "../../scoring/plan/row.ts";
import type { Step } from "../../scoring/plan/steps.ts";
import type { PlanWindow } from "../../scoring/plan/window.ts";
import type { Words } from "../../wording/wording.ts";

type PlanWording = Words<"plan">;

/** When to act, in a few words: `2026-10-05: the next order is due`. */
export function whenWords(window: PlanWindow | null, asOf: IsoDate, { plan: { when } }: PlanWording): string {
  if (window === null) return when.anyTime;
  const { finding, date } = window;
  switch (finding.rule) {
    case "limit_now":
      return when.limitNow;
    case "order_due":
      return date > asOf ? when.orderDue(date) : when.orderWasDue(finding.date);
    case "overdue":
      return when.overdue(finding.date);
    case "qbr":
      return when.review(date);
    case "follow_up":
      return when.followUp(finding.date);
    case "season":
      return when.season(dayAhead(finding, asOf));
    case "budget": {
      // Nearly everybody's year ends with the calendar's: a hint, and no day to wait for.
      const day = dayAhead(finding, asOf);
      return day > asOf ? when.budgetFrom(day) : when.budgetSince(day);
    }
    default:
      return date > asOf ? when.ruleOn(date, finding.rule) : when.ruleNow(finding.rule);
  }
}

/** What `when` is sorted by: what is to do now, then by the day; what may be any time comes last. */
export function whenOrder(window: PlanWindow | null, asOf: IsoDate): string {
  if (window === null) return "any, no day";
  const { finding, date } = window;
  switch (finding.rule) {
    case "budget":
      return `any, ${dayAhead(finding, asOf)}`;
    case "season":
      return `${date}, before ${dayAhead(finding, asOf)}`;
    default:
      return `${date}, ${finding.date}`;
  }
}

/** The day that the rule counted the days to. */
const dayAhead = ({ because: [because] }: Finding, asOf: IsoDate): IsoDate => addDays(asOf, Number(because?.value));

/** Why, in sentences that stand alone: what there is to win, then each finding with its figures. */
export const evidenceWords = (row: PlanRow, words: PlanWording): string =>
  [ground(row, words), ...row.why.map(({ rule, evidence }) => words.plan.evidence(rule, evidence))].join("; ");

function ground(
  { reason, revenue, contribution, potentialReason, classReason }: PlanRow,
  { plan }: PlanWording,
): string {
  const earned = plan.revenueInWindow(revenue);
  const potential = plan.potential(potentialReason);
  switch (reason) {
    case "growth":
      return potential;
    case "fix":
      return contribution === null ? `${earned}; ${potential}` : plan.withContribution(contribution, potential);
    case "assess":
      return `${earned}, ${plan.classReason(classReason)}`;
    default:
      return earned;
  }
}

/** What to do, in words; `play` is that of the customer's cell. */
export function stepWords({ step, finding }: Step, play: string, { plan }: PlanWording): string {
  if (finding !== null) return plan.action(finding.action);
  switch (step) {
    case "fix":
      return plan.fix;
    case "assess":
      return plan.assess;
    case "ask_satisfaction":
      return plan.askSatisfaction;
    default:
      return plan.play(play);
  }
}

/** `6 of 8 peers buy it`. */
export const nextProductReason = (
  { source, customers, of, boughtWith, lift }: NextProduct,
  { plan }: PlanWording,
): string =>
  source === "white_space"
    ? plan.peersBuy(customers, of)
    : plan.buyersBuy(customers, of, boughtWith as string, lift as number);

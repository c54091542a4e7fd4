import { addDays, type IsoDate } from "../../base/calendar.ts";
import { formatMoney } from "../../base/money.ts";
import type { Finding } from "../../scoring/findings/finding.ts";
import type { NextProduct } from "../../scoring/plan/next-product.ts";
import type { PlanRow } from "../../scoring/plan/row.ts";
import type { Step } from "../../scoring/plan/steps.ts";
import type { PlanWindow } from "../../scoring/plan/window.ts";
import { grouped } from "../figures.ts";

/** When to act, in a few words: `2026-10-05: the next order is due`. */
export function whenWords(window: PlanWindow | null, asOf: IsoDate): string {
  if (window === null) return "any time";
  const { finding, date } = window;
  switch (finding.rule) {
    case "limit_now":
      return "now: the limit is reached";
    case "order_due":
      return date > asOf ? `${date}: the next order is due` : `now: an order was due on ${finding.date}`;
    case "overdue":
      return `now: an order is overdue since ${finding.date}`;
    case "qbr":
      return `${date}: business review`;
    case "follow_up":
      return `now: first purchase on ${finding.date} to follow up`;
    case "season":
      return `before ${dayAhead(finding, asOf)}: their season starts`;
    case "budget":
      // Nearly everybody's year ends with the calendar's: a hint, and no day to wait for.
      return `any time (budget quarter ${dayAhead(finding, asOf) > asOf ? "from" : "since"} ${dayAhead(finding, asOf)})`;
    default:
      return `${date > asOf ? date : "now"}: ${finding.rule}`;
  }
}

/** The day that the rule counted the days to. */
const dayAhead = ({ because: [because] }: Finding, asOf: IsoDate): IsoDate => addDays(asOf, Number(because?.value));

/** Why, in sentences that stand alone: what there is to win, then each finding with its figures. */
export const evidenceWords = (row: PlanRow): string =>
  [ground(row), ...row.why.map(({ rule, evidence }) => `${rule}: ${evidence}`)].join("; ");

function ground({ reason, revenue, contribution, potentialReason, classReason }: PlanRow): string {
  const earned = `revenue ${grouped(revenue)} in the window`;
  switch (reason) {
    case "growth":
      return potentialReason;
    case "fix":
      return contribution === null
        ? `${earned}; ${potentialReason}`
        : `contribution ${formatMoney(contribution)}; ${potentialReason}`;
    case "assess":
      return `${earned}, ${classReason}`;
    default:
      return earned;
  }
}

/** What to do, in words; `play` is that of the customer's cell. */
export function stepWords({ step, finding }: Step, play: string): string {
  if (finding !== null) return finding.action;
  switch (step) {
    case "fix":
      return "fix price or cost first";
    case "assess":
      return "assess the potential: what they spend on it in all, and with whom";
    case "ask_satisfaction":
      return "ask how satisfied they are: nobody answered in the window";
    default:
      return play;
  }
}

/** `6 of 8 peers buy it`. */
export const nextProductReason = ({ source, customers, of, boughtWith, lift }: NextProduct): string =>
  source === "white_space"
    ? `${customers} of ${of} peers buy it`
    : `${customers} of ${of} buyers of ${boughtWith} buy it, lift ${(lift as number).toFixed(2)}`;

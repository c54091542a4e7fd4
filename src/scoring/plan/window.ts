import type { IsoDate } from "../../base/calendar.ts";
import { compare } from "../../base/statistics.ts";
import type { Finding } from "../findings/finding.ts";

/** When to act: what the date is of, and the day, today where it is past. */
export interface PlanWindow {
  readonly date: IsoDate;
  readonly finding: Finding;
}

/** A reason to call but no moment to buy, and what is open for months: they give way to any other of their strength. */
const vague: ReadonlySet<string> = new Set(["follow_up", "season", "budget"]);

/** A late order is a warning, and a moment to call. */
const isMoment = ({ kind, rule }: Finding): boolean => kind === "timing" || rule === "overdue";

/**
 * The best moment for a customer, of its timing findings: a limit that is reached, then what has a day of its own (an order
 * due or overdue, a planned review; after them a first purchase to follow up), then what is open for months (season, budget);
 * of equals the soonest, a day that is past counting as today. `null`: any time is as good. Source: docs/method.md §5.
 */
export function windowOf(findings: readonly Finding[], asOf: IsoDate): PlanWindow | null {
  let best: PlanWindow | null = null;
  for (const finding of findings) {
    if (!isMoment(finding)) continue;
    const window = { finding, date: finding.date > asOf ? finding.date : asOf };
    // The rules' order stands where all else is equal.
    if (best === null || byMoment(window, best) < 0) best = window;
  }
  return best;
}

const byMoment = (a: PlanWindow, b: PlanWindow): number =>
  b.finding.strength - a.finding.strength ||
  Number(vague.has(a.finding.rule)) - Number(vague.has(b.finding.rule)) ||
  compare(a.date, b.date);

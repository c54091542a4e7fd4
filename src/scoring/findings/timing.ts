// When the customer orders, plans and spends.
import { z } from "zod";
import { addDays, dateOfDay, dayNumber, daysBetween, type IsoDate } from "../../base/calendar.ts";
import { periodName, periodNumber } from "../../base/calendar-period.ts";
import { formatMoney, zero } from "../../base/money.ts";
import type { OrderCycle } from "../order-cycle.ts";
import { lossOfCustomer } from "../winback/lost.ts";
import { counted, isAhead, oncePer } from "./figures.ts";
import type { Judged } from "./finding.ts";
import { type Rule, rule } from "./rule.ts";

const slack = (standard: number) =>
  z.number().min(0).max(1).default(standard).describe("days around the due day, in median gaps");

/** Whether so many days are more than so many median gaps, the gaps to four places: days are whole or half, so this is exact. */
const exceeds = (days: number, gaps: number, { medianGap }: OrderCycle): boolean =>
  days * 10_000 > medianGap * Math.round(gaps * 10_000);

const cycleWords = ({ lastDay, medianGap }: OrderCycle, due: IsoDate): string =>
  `orders every ${counted(medianGap, "day")}, the last on ${dateOfDay(lastDay)}, due ${due}`;

const orderDue = rule({
  id: "order_due",
  kind: "timing",
  strength: 2,
  needs: [["sales"]],
  journey: "reorder",
  when: "the as-of date lies within so many median gaps of the last order day + the median gap (3 order days or more)",
  action: "call now: take the order, and add the offer to it",
  options: z.strictObject({ slack: slack(0.5) }),
  judge: ({ slack: around }, { asOf }) => {
    const today = dayNumber(asOf);
    return ({ cycle }) => {
      if (cycle === null) return null;
      const since = today - cycle.lastDay;
      if (exceeds(Math.abs(since - cycle.medianGap), around, cycle)) return null;
      const due = dateOfDay(cycle.dueDay);
      return {
        date: due,
        evidence: cycleWords(cycle, due),
        because: [{ rule: "gaps_since_last_order", value: since / cycle.medianGap, threshold: 1 - around }],
      };
    };
  },
});

const overdue = rule({
  id: "overdue",
  kind: "warning",
  strength: 2,
  needs: [["sales"]],
  journey: "reorder",
  when: "the next order is late by more than that many median gaps, and the customer does not count as lost yet",
  action: "ask whether something is wrong, or somebody else delivers",
  options: z.strictObject({ slack: slack(0.5) }),
  judge: ({ slack: around }, { asOf, lostAfter }) => {
    const today = dayNumber(asOf);
    return ({ cycle, customer: { card }, orderDays }) => {
      if (cycle === null) return null;
      const since = today - cycle.lastDay;
      if (!exceeds(since - cycle.medianGap, around, cycle)) return null;
      if (lossOfCustomer(card, orderDays, asOf, lostAfter) !== null) return null;
      const due = dateOfDay(cycle.dueDay);
      return {
        date: due,
        evidence: `${cycleWords(cycle, due)}, ${counted(today - cycle.dueDay, "day")} ago`,
        because: [{ rule: "gaps_since_last_order", value: since / cycle.medianGap, threshold: 1 + around }],
      };
    };
  },
});

const season = rule({
  id: "season",
  kind: "timing",
  strength: 1,
  needs: [["sales"]],
  history: "two_years",
  journey: "reorder",
  when: "the calendar quarter with most revenue in the last 24 months starts within so many days after the as-of date",
  action: "offer before their season starts",
  options: z.strictObject({
    days: z.number().int().min(1).default(60).describe("how far ahead the quarter may start, in days"),
  }),
  judge: ({ days }, { asOf }) => {
    const starts = [1, 4, 7, 10].map((month) => nextMonth(asOf, month));
    return ({ quarters }) => {
      const most = quarters.reduce((best, revenue) => (revenue > best ? revenue : best), zero);
      const best = quarters.indexOf(most);
      // Where two quarters are equal, neither is the season.
      if (most <= zero || quarters.lastIndexOf(most) !== best) return null;
      const start = starts[best] as IsoDate;
      if (!isAhead(start, asOf, days)) return null;
      const ahead = daysBetween(asOf, start);
      return {
        date: null,
        evidence: `quarter ${best + 1} is the strongest of the last 24 months, ${formatMoney(most)}; it starts on ${start}, in ${counted(ahead, "day")}`,
        because: [{ rule: "days_to_season", value: ahead, threshold: days }],
      };
    };
  },
});

/** The first day of a month, the next one after a date. */
function nextMonth(date: IsoDate, month: number): IsoDate {
  const firstOf = (year: number): IsoDate => `${year}-${String(month).padStart(2, "0")}-01`;
  const year = Number(date.slice(0, 4));
  return firstOf(year) > date ? firstOf(year) : firstOf(year + 1);
}

const january = 1;

const budget = rule({
  id: "budget",
  kind: "timing",
  strength: 1,
  needs: [["sales"]],
  journey: "reorder",
  when: "the as-of date lies in the last quarter of the customer's fiscal year (the calendar year where fiscal_year_start is not known) or so many days before it; a line in the window",
  action: "ask what is left of this year's budget, and what goes into the next",
  options: z.strictObject({
    days: z.number().int().min(0).default(60).describe("how far ahead the quarter may start, in days"),
  }),
  judge: ({ days }, { asOf }) => {
    const found = oncePer((start: number | null): Judged | null => {
      const nextYear = nextMonth(asOf, start ?? january);
      const quarter = `${periodName(periodNumber(nextYear, "month") - 3, "month")}-01`;
      const ahead = daysBetween(asOf, quarter);
      if (ahead > days) return null;
      return {
        date: null,
        evidence: `the last quarter of the fiscal year${start === null ? " (calendar year assumed)" : ""} ${ahead > 0 ? "starts" : "began"} on ${quarter} and ends on ${addDays(nextYear, -1)}`,
        because: [{ rule: "days_to_budget_quarter", value: ahead, threshold: days }],
      };
    });
    return ({ customer: { card }, lines }) => (lines === 0 ? null : found(card?.fiscalYearStart ?? null));
  },
});

export const timingRules: readonly Rule[] = [orderDue, overdue, season, budget];

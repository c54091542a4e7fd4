import { z } from "zod";
import { periodName, periodUnits } from "../../base/calendar-period.ts";
import { type Money, ratio, zero } from "../../base/money.ts";
import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { Period } from "../../facts/period.ts";
import type { CustomerScore } from "../classify/row.ts";
import { isScored } from "../nps.ts";
import { unknownGroup } from "./attributes.ts";
import { countingWays, countNps, type NpsFigure, type SurveyRow } from "./counting.ts";
import { type OwnFigures, ownFigures } from "./own-figures.ts";
import { type Slice, slicePeriods, sliceWindow } from "./slices.ts";

/** How answers are told apart. */
export const SurveyOptions = z.strictObject({
  period: z
    .enum(periodUnits)
    .optional()
    .describe("a figure for each calendar period up to the as-of date, not for the window"),
});
export type SurveyOptions = z.infer<typeof SurveyOptions>;

/** A figure of the survey: one way of counting, one period, one group. */
export interface SurveyScore extends Omit<NpsFigure, "asked"> {
  /** `2011-04`, `2011-Q2`, `2011`; `null`: the window. */
  readonly period: string | null;
  /** `null`: everybody. */
  readonly group: string | null;
  /** Those who answered of those who were asked; `null` where nobody was, or the files hold answers only. */
  readonly responseRate: number | null;
  /** Share of the revenue in the window that belongs to customers who answered; `null` at a total ≤ 0. */
  readonly revenueCoverage: number | null;
  /** Points above the period before; `null` where nobody answered in it, and in the first. */
  readonly trend: number | null;
}

type SurveyedCustomer = Pick<
  CustomerScore,
  "customerId" | "customerName" | "class" | "status" | "revenue" | "nps" | "firstPurchase"
>;

export interface SurveySummary {
  /** By response, over the window. */
  readonly headline: SurveyScore;
  /** Accounts and respondents that answered in the window. */
  readonly accounts: number;
  readonly respondents: number;
  /** Answers in the window that name no customer. */
  readonly unassigned: number;
  /** Rows in the window without a score. */
  readonly unanswered: number;
  /** Whether the files hold an invitation without an answer; where none does, a response rate cannot be told. */
  readonly invitationsKnown: boolean;
  /** Customers of class A, and those of them that did not answer in the window: largest revenue first. */
  readonly classA: number;
  readonly silent: readonly Pick<SurveyedCustomer, "customerId" | "customerName" | "revenue">[];
  readonly ownFigures: OwnFigures;
}

export interface Survey {
  /** By way of counting (the headline first), then group (everybody first, unknown last), then period. */
  readonly rows: readonly SurveyScore[];
  readonly summary: SurveySummary;
}

/**
 * The NPS of a portfolio: over the window, or over each calendar period up to the as-of date, in the four ways of
 * `countNps`, for everybody and for each group. `answers` are all rows up to the as-of date; `groups` names the group of each
 * customer, `null` for no groups. Rows without a customer, and customers without the attribute, are the group `(unknown)`.
 *
 * In the window everybody has a row, and each group with an answer, an invitation, or a customer that bought. By period
 * everybody has one for each between the first row of the files and the as-of date, answers or not, and a group for those with
 * a row of it. Coverage holds the revenue of the window against who answered in the row's time; for a group the group's own
 * revenue. Revenue without a customer is no part of it. A response rate needs invitations in the files: those that hold
 * answers only would make it 100 %. The result does not depend on input order. Errors: none. Cost: O(n log n).
 * Source: docs/method.md §6.
 */
export function scoreSurvey(
  answers: readonly SurveyRow[],
  customers: readonly SurveyedCustomer[],
  { asOf, window }: Pick<Period, "asOf" | "window">,
  { groups, historyKnown }: { readonly groups: ReadonlyMap<string, string> | null; readonly historyKnown: boolean },
  { period: unit }: SurveyOptions,
): Survey {
  const inWindow = answers.filter(({ date }) => date > window.from && date <= window.to);
  const invitationsKnown = answers.some((answer) => !isScored(answer));
  const groupOf = (id: string | null) => (id === null ? unknownGroup : (groups?.get(id) ?? unknownGroup));
  const coverage = coverageOf(customers, groupOf);
  const score = ({ period, group, rows }: Slice): SurveyScore[] => {
    const revenueCoverage = coverage(rows, group);
    return countNps(rows).map(({ asked, ...figure }) => ({
      ...figure,
      period: period === null || unit === undefined ? null : periodName(period, unit),
      group,
      responseRate: invitationsKnown && asked > 0 ? figure.answers / asked : null,
      revenueCoverage,
      trend: null,
    }));
  };
  const active = customers.filter(({ status }) => status === "active");
  const slices =
    unit === undefined
      ? sliceWindow(inWindow, groups === null ? null : groupOf, active)
      : slicePeriods(answers, groups === null ? null : groupOf, unit, asOf);
  const scored = slices.map((slice) => ({ ...slice, scores: score(slice) }));
  const rows = countingWays.flatMap((_, i) =>
    scored.map(({ period, group, scores }, place) => {
      const before = scored[place - 1];
      const follows = period !== null && before?.group === group && before.period === period - 1;
      return withTrend(scores[i] as SurveyScore, follows ? (before.scores[i] as SurveyScore) : null);
    }),
  );
  const [headline, respondents, accounts] = score({ period: null, group: null, rows: inWindow }) as SurveyScore[];
  const answered = idsThatAnswered(inWindow);
  const best = customers.filter((customer) => customer.class === "A");
  return {
    rows,
    summary: {
      headline: headline as SurveyScore,
      accounts: (accounts as SurveyScore).answers,
      respondents: (respondents as SurveyScore).answers,
      unassigned: inWindow.filter((row) => isScored(row) && row.customerId === null).length,
      unanswered: inWindow.filter((row) => !isScored(row)).length,
      invitationsKnown,
      classA: best.length,
      silent: best
        .filter(({ customerId }) => !answered.has(customerId))
        .map(({ customerId, customerName, revenue }) => ({ customerId, customerName, revenue }))
        .sort((a, b) => compare(b.revenue, a.revenue) || compareCodePoints(a.customerId, b.customerId)),
      ownFigures: ownFigures(customers, window.from, historyKnown),
    },
  };
}

const withTrend = (score: SurveyScore, before: SurveyScore | null): SurveyScore =>
  score.nps === null || before === null || before.nps === null ? score : { ...score, trend: score.nps - before.nps };

const idsThatAnswered = (rows: readonly SurveyRow[]): Set<string | null> =>
  new Set(rows.filter(isScored).map(({ customerId }) => customerId));

/** Of some rows and a group (`null`: everybody): the share of its revenue that belongs to those who answered. */
function coverageOf(customers: readonly SurveyedCustomer[], groupOf: (id: string) => string) {
  const revenueOf = new Map(customers.map(({ customerId, revenue }) => [customerId, revenue]));
  const totals = new Map<string | null, Money>();
  for (const { customerId, revenue } of customers)
    for (const group of [null, groupOf(customerId)]) totals.set(group, (totals.get(group) ?? zero) + revenue);
  return (rows: readonly SurveyRow[], group: string | null): number | null => {
    let answered = zero;
    for (const id of idsThatAnswered(rows)) if (id !== null) answered += revenueOf.get(id) ?? zero;
    return ratio(answered, totals.get(group) ?? zero);
  };
}

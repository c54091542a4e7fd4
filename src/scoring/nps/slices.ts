import type { IsoDate } from "../../base/calendar.ts";
import { type PeriodUnit, periodNumber } from "../../base/calendar-period.ts";
import { groupBy } from "../../base/grouping.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import { unknownGroup } from "./attributes.ts";
import type { SurveyRow } from "./counting.ts";

/** Answers and invitations that are counted together. */
export interface Slice {
  /** The number of a calendar period; `null`: the window. */
  readonly period: number | null;
  /** `null`: everybody. */
  readonly group: string | null;
  readonly rows: readonly SurveyRow[];
}

/** Names the group of a customer, and of rows without one. */
export type GroupOf = (customerId: string | null) => string;

/**
 * Rows of the window: everybody, then each group with a row or with one of these customers. Everybody comes first, the
 * unknown group last; numbers are in order of size, other text by code point. Cost: O(n log n).
 */
export function sliceWindow(
  rows: readonly SurveyRow[],
  groupOf: GroupOf | null,
  customers: readonly { readonly customerId: string }[],
): Slice[] {
  const groups = groupRows(rows, groupOf);
  groups.set(null, [...rows]);
  if (groupOf !== null)
    for (const { customerId } of customers) if (!groups.has(groupOf(customerId))) groups.set(groupOf(customerId), []);
  return Array.from(groups, ([group, own]) => ({ period: null, group, rows: own })).sort((a, b) =>
    compareGroups(a.group, b.group),
  );
}

/**
 * Rows by calendar period: everybody in each period from the first row to the as-of date, whether or not there is a row in it,
 * then each group in the periods with a row of it. In the order of `sliceWindow`, and in it by time. Cost: O(n log n).
 */
export function slicePeriods(
  rows: readonly SurveyRow[],
  groupOf: GroupOf | null,
  unit: PeriodUnit,
  asOf: IsoDate,
): Slice[] {
  const byPeriod = groupBy(rows, ({ date }) => periodNumber(date, unit));
  const last = periodNumber(asOf, unit);
  const first = [...byPeriod.keys()].reduce((least, period) => Math.min(least, period), last);
  const slices: (Slice & { readonly period: number })[] = [];
  for (let period = first; period <= last; period++) {
    const own = byPeriod.get(period) ?? [];
    slices.push({ period, group: null, rows: own });
    for (const [group, some] of groupRows(own, groupOf)) slices.push({ period, group, rows: some });
  }
  return slices.sort((a, b) => compareGroups(a.group, b.group) || a.period - b.period);
}

const groupRows = (rows: readonly SurveyRow[], groupOf: GroupOf | null): Map<string | null, SurveyRow[]> =>
  groupOf === null ? new Map() : groupBy(rows, ({ customerId }): string | null => groupOf(customerId));

/** Everybody (`null`) first, the unknown group last. Numbers before other text: one order for both would not be one where they mix. */
export const compareGroups = (a: string | null, b: string | null): number =>
  rank(a) - rank(b) || (isNumber(a) ? Number(a) - Number(b) : 0) || compareCodePoints(a ?? "", b ?? "");

const rank = (group: string | null): number =>
  group === null ? 0 : group === unknownGroup ? 3 : isNumber(group) ? 1 : 2;

const isNumber = (group: string | null): boolean => group !== null && /^\d+$/.test(group);

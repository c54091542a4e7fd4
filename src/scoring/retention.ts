import { z } from "zod";
import type { IsoDate } from "../base/calendar.ts";
import { lastDayOf, monthsOf, periodName, periodUnits } from "../base/calendar-period.ts";
import { groupBy } from "../base/grouping.ts";
import { divideRounded, type Money, ratio, zero } from "../base/money.ts";
import type { CustomerMonths } from "../facts/months.ts";
import { isCovered } from "../facts/period.ts";
import type { Because } from "./because.ts";
import { type History, tellsNewFromOld } from "./history.ts";
import { unknownGroup } from "./nps/attributes.ts";
import { compareGroups } from "./nps/slices.ts";
import { type CohortScore, scoreCohorts } from "./retention/cohorts.ts";
import { addMovement, type Movements, noMovements } from "./retention/movements.ts";
import {
  type Basis,
  bases,
  type Calendar,
  calendarOf,
  type RetentionCustomer,
  type Timeline,
  timelinesBy,
} from "./retention/timeline.ts";

/** How retention is counted. */
export const RetentionOptions = z.strictObject({
  period: z.enum(periodUnits).default("quarter").describe("the calendar period that customers are kept over"),
  basis: z
    .enum(bases)
    .default("sales")
    .describe("what makes a customer active: purchases, or a contract (since, until)"),
  activeWindow: z
    .number()
    .int()
    .min(1)
    .max(1200)
    .optional()
    .describe("by sales: active is who bought in this many months up to the period's end, not in the period alone"),
  earlyChurnDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .describe("days after the first purchase within which a loss is an early one"),
});
export type RetentionOptions = z.infer<typeof RetentionOptions>;

/** The same under their name in the settings file. */
export const RetentionSettings = z.strictObject({ retention: RetentionOptions });

/** Retention in one period, of everybody or of a group. */
export interface RetentionScore {
  /** `2011-04`, `2011-Q2`, `2011`. */
  readonly period: string;
  /** `null`: everybody. */
  readonly group: string | null;
  /** Customers active before the period (S), and at its end (E). */
  readonly start: number;
  readonly end: number;
  /** New ones (N); `null` where the sales do not reach back far enough to tell. */
  readonly new: number | null;
  /** Those at the end who are neither new nor from the start (R); `null` with N. */
  readonly reactivated: number | null;
  /** Those of the start who are not at the end (L). */
  readonly lost: number;
  /** Won and lost within the period (W); `null` by sales. */
  readonly wonAndLost: number | null;
  /** Those of the start who are at the end. */
  readonly kept: number;
  /** Kept of start; `null` where nobody was there at the start. */
  readonly retention: number | null;
  /** (E − N) / S; `null` where nobody was there at the start, or N is not known. */
  readonly retentionFormula: number | null;
  /** The as-of date cuts the period. */
  readonly unfinished: boolean;
  /** Net revenue and its movements; all `null` where no sales are known of the period. */
  readonly revenuePrevious: Money | null;
  readonly revenueNew: Money | null;
  readonly revenueReactivated: Money | null;
  readonly revenueExpansion: Money | null;
  readonly revenueContraction: Money | null;
  readonly revenueChurned: Money | null;
  readonly revenueCurrent: Money | null;
  /** Net and gross revenue retention, quick ratio; `null` at a divisor ≤ 0, and where the sales cut the time before. */
  readonly nrr: number | null;
  readonly grr: number | null;
  readonly quickRatio: number | null;
  /** Revenue for each customer at the end. */
  readonly arpa: Money | null;
  /**
   * Why retention is empty (`no_start`), why revenue is not compared (`previous_period_cut`), why the formula is empty
   * (`new_not_known`), or why they differ: `reactivated`, `won_and_lost`, whichever are more; the first of these that holds,
   * `null` where none does.
   */
  readonly reason: "no_start" | "previous_period_cut" | "new_not_known" | "reactivated" | "won_and_lost" | null;
  readonly because: Because;
}

export interface RetentionContext extends History {
  readonly asOf: IsoDate;
  /** The group of each customer; `null`: no groups. */
  readonly groups: ReadonlyMap<string, string> | null;
}

export interface Retention {
  /** Everybody by period, then each group from its first customer on: groups in order, the unknown one last. */
  readonly rows: readonly RetentionScore[];
  /** Those of everybody, then those of each group. */
  readonly cohorts: readonly CohortScore[];
  /** By contract: customers without a start, who are left out. */
  readonly withoutStart: number;
}

/**
 * How many of those at the start of each period were there at its end, and what became of their revenue.
 *
 * The headline is strict: |S ∩ E| / S. The formula of the field, (E − N) / S, stands beside it; it also counts who came back, and
 * by contract loses who came and went within the period. S + N + R − L (− W by contract) = E, and previous + new + reactivated +
 * expansion − contraction − churned = current, to the last decimal. `ledgers` are each customer's months, by id.
 *
 * By sales the periods are those from the first sale to the as-of date, by contract from the first start; the revenue of those
 * without a contract is not a part of it then. N, R, the formula and the revenue of both are `null` for periods that start before new
 * customers can be told from old ones. `nrr`, `grr` and `quickRatio` are `null` for periods whose previous one, or whose S,
 * reaches further back than the sales cover: the end of a period is too little to compare a whole one with. The result does not depend on input order. Errors: none. Cost: O(customers × periods).
 * Source: docs/method.md §7.
 */
export function scoreRetention(
  customers: readonly RetentionCustomer[],
  ledgers: ReadonlyMap<string, CustomerMonths>,
  context: RetentionContext,
  options: RetentionOptions,
): Retention {
  const { basis } = options;
  const calendar = calendarOf(customers, options, context);
  const counted = customers.filter(({ card, sales }) =>
    basis === "sales" ? sales !== null : card !== null && card.since !== null,
  );
  const withoutStart = basis === "sales" ? 0 : customers.length - counted.length;
  if (calendar === null) return { rows: [], cohorts: [], withoutStart };

  const timelines = counted.map(timelinesBy(calendar, ledgers, options));
  const known = whatIsKnown(calendar, context, options);
  const groups = groupsOf(timelines, context.groups);
  return {
    rows: groups.flatMap(([group, own]) => {
      const sums = movementsOf(own, calendar, basis);
      const from =
        group === null
          ? 0
          : sums.findIndex(({ start, end, won, current }) => start + end + won > 0 || current !== zero);
      // A group that never bought has nothing to keep.
      return from < 0 ? [] : sums.slice(from).map((sum, i) => rowOf(sum, calendar.first + from + i, group, known));
    }),
    cohorts: groups.flatMap(([group, own]) => scoreCohorts(own, calendar, known.isNewKnown, known.isUnfinished, group)),
    withoutStart,
  };
}

type Group = readonly [name: string | null, timelines: readonly Timeline[]];

/** Everybody, then each group in order. */
function groupsOf(timelines: readonly Timeline[], groups: RetentionContext["groups"]): readonly Group[] {
  if (groups === null) return [[null, timelines]];
  const own = groupBy(timelines, ({ customerId }) => groups.get(customerId) ?? unknownGroup);
  return [[null, timelines], ...[...own].sort(([a], [b]) => compareGroups(a, b))];
}

/** The movements of each period of the calendar. */
function movementsOf(timelines: readonly Timeline[], { first, last }: Calendar, basis: Basis): Movements[] {
  const sums = Array.from({ length: last - first + 1 }, noMovements);
  for (const { began, active, revenue } of timelines)
    for (let i = 0; i < sums.length; i++) {
      const movement = {
        atStart: active[i] === 1,
        atEnd: active[i + 1] === 1,
        began: began === first + i,
        before: revenue[i] as Money,
        now: revenue[i + 1] as Money,
      };
      addMovement(sums[i] as Movements, movement, basis);
    }
  return sums;
}

interface Known {
  readonly unit: Calendar["unit"];
  readonly isContract: boolean;
  readonly isNewKnown: (period: number) => boolean;
  readonly isUnfinished: (period: number) => boolean;
  /** Whether there are sales in a period and in the one before, as far as it has to be known. */
  readonly hasCurrent: (period: number) => boolean;
  readonly hasPrevious: (period: number) => boolean;
  /** Whether the sales begin within what a period is compared with. */
  readonly isPreviousCut: (period: number) => boolean;
}

function whatIsKnown({ unit, last, asOf }: Calendar, context: RetentionContext, options: RetentionOptions): Known {
  const isContract = options.basis === "contract";
  const { firstSale } = context;
  const perPeriod = monthsOf[unit];
  /** Revenue is that of the period before; S may be of more months. */
  const monthsBack = Math.max(perPeriod, isContract ? 0 : (options.activeWindow ?? 0));
  const reaches = (period: number): boolean => firstSale !== null && lastDayOf(period, unit) >= firstSale;
  return {
    unit,
    isContract,
    isNewKnown: (period) => isContract || tellsNewFromOld(lastDayOf(period - 1, unit), context),
    isUnfinished: (period) => period === last && asOf < lastDayOf(last, unit),
    hasCurrent: reaches,
    // By sales nobody is there before the first sale, and nothing is.
    hasPrevious: (period) => (isContract ? reaches(period - 1) : true),
    isPreviousCut: (period) => !isCovered(firstSale, lastDayOf(period * perPeriod - monthsBack - 1, "month")),
  };
}

function rowOf(sum: Movements, period: number, group: string | null, known: Known): RetentionScore {
  const { start, end, won, reactivated, lost, wonAndLost, kept } = sum;
  const isNewKnown = known.isNewKnown(period);
  const hasCurrent = known.hasCurrent(period);
  const hasMovements = hasCurrent && known.hasPrevious(period);
  const moved = <T>(value: T): T | null => (hasMovements ? value : null);
  const isCut = hasMovements && known.isPreviousCut(period);
  const compared = <T>(value: T): T | null => (isCut ? null : moved(value));
  const gained = sum.new + sum.reactivatedRevenue + sum.expansion;
  return {
    period: periodName(period, known.unit),
    group,
    start,
    new: isNewKnown ? won : null,
    reactivated: isNewKnown ? reactivated : null,
    lost,
    wonAndLost: known.isContract ? wonAndLost : null,
    end,
    kept,
    retention: start === 0 ? null : kept / start,
    retentionFormula: start === 0 || !isNewKnown ? null : (end - won) / start,
    unfinished: known.isUnfinished(period),
    revenuePrevious: moved(sum.previous),
    revenueNew: isNewKnown ? moved(sum.new) : null,
    revenueReactivated: isNewKnown ? moved(sum.reactivatedRevenue) : null,
    revenueExpansion: moved(sum.expansion),
    revenueContraction: moved(sum.contraction),
    revenueChurned: moved(sum.churned),
    revenueCurrent: hasCurrent ? sum.current : null,
    nrr: compared(ratio(sum.currentOfStart, sum.previous)),
    grr: compared(ratio(sum.keptRevenue, sum.positivePrevious)),
    // What new and reactivated customers bring together is known, whoever of them is new.
    quickRatio: compared(ratio(gained, sum.contraction + sum.churned)),
    arpa: hasCurrent && end > 0 ? divideRounded(sum.current, BigInt(end)) : null,
    reason: reasonOf(sum, isNewKnown, isCut),
    because: { rule: "kept_of_start", value: kept, threshold: start },
  };
}

/** The formula exceeds the strict figure by (R − W) / S. */
function reasonOf(
  { start, reactivated, wonAndLost }: Movements,
  isNewKnown: boolean,
  isCut: boolean,
): RetentionScore["reason"] {
  if (start === 0) return "no_start";
  if (isCut) return "previous_period_cut";
  if (!isNewKnown) return "new_not_known";
  if (reactivated === wonAndLost) return null;
  return reactivated > wonAndLost ? "reactivated" : "won_and_lost";
}

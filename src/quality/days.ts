import { addDays, daysBetween, type IsoDate, monthsBefore } from "../base/calendar.ts";
import type { Period } from "../facts/period.ts";
import { type Finding, findingOf, type Spot } from "./finding.ts";
import type { ExportsProfile, SalesDay } from "./profile.ts";

/** Silence, in days, after which a date is taken for a typing error (docs/method.md §1). */
const longestSilence = 366;

/** Lines beyond such a silence are errors if they are at most so many percent of all; a single day always is. */
const mostStrayPercent = 1;

/** The days with sales in three parts: those that can be believed, and strays far before and far ahead of them. */
export interface BelievedDays {
  readonly believed: readonly SalesDay[];
  readonly farBack: readonly SalesDay[];
  readonly farAhead: readonly SalesDay[];
}

/**
 * Cuts off days that a silence of more than 366 days parts from the others, where they are a single day or hold at most 1 %
 * of all lines: first at the end, as every default as-of date must, then at the start. `days` from the first to the last.
 * What is left is never empty unless `days` is.
 */
export function believedDays(days: readonly SalesDay[]): BelievedDays {
  const total = sum(days);
  const isStray = (part: readonly SalesDay[]) => part.length === 1 || sum(part) * 100 <= total * mostStrayPercent;
  let [from, to] = [0, days.length];
  for (let at = lastJump(days, from, to); at !== null; at = lastJump(days, from, to)) {
    if (!isStray(days.slice(at))) break;
    to = at;
  }
  for (let at = firstJump(days, from, to); at !== null; at = firstJump(days, from, to)) {
    if (!isStray(days.slice(0, at))) break;
    from = at;
  }
  return { believed: days.slice(from, to), farBack: days.slice(0, from), farAhead: days.slice(to) };
}

const sum = (days: readonly SalesDay[]): number => days.reduce((lines, day) => lines + day.lines, 0);

const isJump = (days: readonly SalesDay[], at: number): boolean =>
  daysBetween((days[at - 1] as SalesDay).day, (days[at] as SalesDay).day) > longestSilence;

function lastJump(days: readonly SalesDay[], from: number, to: number): number | null {
  for (let at = to - 1; at > from; at--) if (isJump(days, at)) return at;
  return null;
}

function firstJump(days: readonly SalesDay[], from: number, to: number): number | null {
  for (let at = from + 1; at < to; at++) if (isJump(days, at)) return at;
  return null;
}

/** Whether nothing was sold in the window, or, of a longer one, in its last year: then the export is an old one, or D is wrong. */
export const isSilent = (lastSale: IsoDate, { asOf, window }: Pick<Period, "asOf" | "window">): boolean =>
  lastSale <= window.from || lastSale <= monthsBefore(asOf, 12);

/** Dates that cannot be meant, months without a sale, a long silence at the end, windows that the sales do not reach back over. */
export function checkDays({ days, tables, period, asOfGiven }: ExportsProfile): Finding[] {
  const sales = tables.find(({ role }) => role === "sales");
  if (sales === undefined || period === null) return [];
  const { asOf, window, prior, windowCovered, priorCovered } = period;
  // Lines after a date that the user named are left out on purpose, however far ahead they are.
  const { believed, farBack, farAhead } = believedDays(asOfGiven ? days.filter(({ day }) => day <= asOf) : days);
  const [first, last] = [believed[0], believed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spots = (some: readonly SalesDay[]): Spot[] => some.slice(0, 3).map(({ firstRow }) => sales.spotOf(firstRow));
  const findings: Finding[] = [];
  const [ahead, back] = [farAhead[0], farBack.at(-1)];
  if (ahead !== undefined)
    findings.push(
      findingOf(
        "error",
        { finding: "date_far_ahead", day: ahead.day, before: last.day },
        sum(farAhead),
        spots(farAhead),
      ),
    );
  if (back !== undefined)
    findings.push(
      findingOf("warning", { finding: "date_far_back", day: back.day, after: first.day }, sum(farBack), spots(farBack)),
    );
  const gaps = silentMonths(believed);
  if (gaps.months.length > 0)
    findings.push(
      findingOf(
        "warning",
        { finding: "months_without_sales", months: gaps.months },
        gaps.months.length,
        spots(gaps.ends),
      ),
    );
  if (isSilent(last.day, period))
    findings.push(findingOf("warning", { finding: "no_recent_sales", last: last.day, asOf }, 1, spots([last])));
  const start = spots([first]);
  if (!windowCovered)
    findings.push(
      findingOf(
        "warning",
        { finding: "window_not_covered", from: addDays(window.from, 1), first: first.day },
        1,
        start,
      ),
    );
  else if (!priorCovered)
    findings.push(
      findingOf(
        "info",
        { finding: "prior_window_not_covered", from: addDays(prior.from, 1), first: first.day },
        1,
        start,
      ),
    );
  return findings;
}

const monthOf = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The months between the first and the last day in which nothing was sold, and the day after each silence. */
function silentMonths(days: readonly SalesDay[]): { readonly months: string[]; readonly ends: SalesDay[] } {
  const months: string[] = [];
  const ends: SalesDay[] = [];
  for (const [i, day] of days.entries()) {
    const before = days[i - 1];
    if (before === undefined) continue;
    const from = monthOf(before.day) + 1;
    if (from >= monthOf(day.day)) continue;
    for (let month = from; month < monthOf(day.day); month++) months.push(monthName(month));
    ends.push(day);
  }
  return { months, ends };
}

import type { IsoDate } from "../../base/calendar.ts";
import { compare } from "../../base/statistics.ts";
import type { CustomerEvent } from "../../facts/events.ts";
import { counted } from "../figures.ts";
import { amountText, type ExplainContext, type ExplainRow, row } from "./row.ts";

/** Of a long history the latest; the activity section names the first purchase anyway. */
const mostShown = 40;

interface Entry {
  readonly date: IsoDate;
  readonly what: string;
  readonly more: string | null;
}

/** Everything that happened, in one column of dates: order days, returns, answers, events, usage, start and end. */
export function timelineRows(context: ExplainContext): ExplainRow[] {
  const { card, events } = context.explanation.facts;
  const entries: Entry[] = [
    ...(card?.since == null ? [] : [{ date: card.since, what: "customer since", more: null }]),
    ...(card?.until == null ? [] : [{ date: card.until, what: "contract ends", more: null }]),
    ...context.lines.days.flatMap(({ date, purchases, spend, returns, returned }): Entry[] => [
      ...(purchases > 0 ? [{ date, what: `purchase ${amountText(spend)}`, more: counted(purchases, "line") }] : []),
      ...(returns > 0 ? [{ date, what: `return ${amountText(returned)}`, more: counted(returns, "line") }] : []),
    ]),
    ...context.answersToDate.map(({ date, score }) => ({
      date,
      what: score === null ? "invited, no answer" : `answer ${score}`,
      more: null,
    })),
    ...events.map((event) => ({ date: event.date, what: event.type, more: detailOf(event) })),
  ];
  // Sorting keeps the order above on the same day, but for answers, which come in no order of their own.
  entries.sort((a, b) => compare(a.date, b.date) || compareSame(a, b));
  const left = entries.length - mostShown;
  return [
    ...(left > 0 ? [row("earlier", left, `entries up to ${entries[left - 1]?.date}, not shown`)] : []),
    ...entries.slice(Math.max(0, left)).map(({ date, what, more }) => row(date, what, more)),
  ];
}

const isAnswer = ({ what }: Entry): boolean => /^(answer|invited)/.test(what);

const compareSame = (a: Entry, b: Entry): number => (isAnswer(a) && isAnswer(b) ? compare(a.what, b.what) : 0);

function detailOf({ value, limit, person, department, region, note }: CustomerEvent): string | null {
  const parts = [
    value === null ? null : limit === null ? String(value) : `${value} of ${limit}`,
    person,
    department,
    region,
    note,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

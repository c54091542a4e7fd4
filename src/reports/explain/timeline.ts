import type { IsoDate } from "../../base/calendar.ts";
import { compare } from "../../base/statistics.ts";
import type { CustomerEvent } from "../../facts/events.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** Of a long history the latest; the activity section names the first purchase anyway. */
const mostShown = 40;

interface Entry {
  readonly date: IsoDate;
  readonly what: string;
  readonly more: string | null;
  /** Of an answer: what it is sorted by. */
  readonly answer?: string;
}

/** Everything that happened, in one column of dates: order days, returns, answers, events, usage, start and end. */
export function timelineRows(context: ExplainContext): ExplainRow[] {
  const { card, events } = context.explanation.facts;
  const { figures, explain } = context.words;
  const said = explain.timeline;
  const entries: Entry[] = [
    ...(card?.since == null ? [] : [{ date: card.since, what: said.since, more: null }]),
    ...(card?.until == null ? [] : [{ date: card.until, what: said.until, more: null }]),
    ...context.lines.days.flatMap(({ date, purchases, spend, returns, returned }): Entry[] => [
      ...(purchases > 0 ? [{ date, what: said.purchase(spend), more: said.lines(purchases) }] : []),
      ...(returns > 0 ? [{ date, what: said.returned(returned), more: said.lines(returns) }] : []),
    ]),
    ...context.answersToDate.map(({ date, score }) => ({
      date,
      what: score === null ? said.invited : said.answer(score),
      more: null,
      answer: score === null ? "invited" : `answer ${score}`,
    })),
    ...events.map((event) => ({ date: event.date, what: said.event(event.type), more: detailOf(event, said.of) })),
  ];
  // Sorting keeps the order above on the same day, but for answers, which come in no order of their own.
  entries.sort((a, b) => compare(a.date, b.date) || compareSame(a, b));
  const left = entries.length - mostShown;
  return [
    ...(left > 0 ? [row("earlier", left, said.earlier(entries[left - 1]?.date ?? ""))] : []),
    ...entries.slice(Math.max(0, left)).map(({ date, what, more }) => row(figures.date(date), what, more)),
  ];
}

const compareSame = (a: Entry, b: Entry): number =>
  a.answer !== undefined && b.answer !== undefined ? compare(a.answer, b.answer) : 0;

function detailOf(
  { value, limit, person, department, region, note }: CustomerEvent,
  of: (value: number, limit: number) => string,
): string | null {
  const parts = [
    value === null ? null : limit === null ? String(value) : of(value, limit),
    person,
    department,
    region,
    note,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

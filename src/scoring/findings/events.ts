// What happened at the customer, and what is planned.
import { z } from "zod";
import { daysBetween, type IsoDate } from "../../base/calendar.ts";
import type { CustomerEvent, EventType } from "../../facts/events.ts";
import { counted, isAhead, isRecent } from "./figures.ts";
import { type Rule, rule, type Subject } from "./rule.ts";

const withinDays = (meaning: string) => z.number().int().min(1).default(90).describe(meaning);

/** Events of these types in the last days, by date. */
const recentOf = (
  { customer: { events } }: Subject,
  types: readonly EventType[],
  asOf: IsoDate,
  days: number,
): readonly CustomerEvent[] => events.filter(({ type, date }) => types.includes(type) && isRecent(date, asOf, days));

const lastDateOf = (events: readonly CustomerEvent[]): IsoDate => (events.at(-1) as CustomerEvent).date;

const milestones = {
  new_premises: "new premises",
  market_launch: "a market launch",
  headcount_growth: "growth in headcount",
} as const satisfies Partial<Record<EventType, string>>;
const milestoneTypes = Object.keys(milestones) as (keyof typeof milestones)[];

const milestone = rule({
  id: "milestone",
  kind: "opportunity",
  strength: 2,
  needs: [["events"]],
  journey: "growth",
  when: "new premises, a market launch or growth in headcount, recent",
  action: "congratulate; ask what they will need for it",
  options: z.strictObject({ days: withinDays("how long a milestone is recent, in days") }),
  judge:
    ({ days }, { asOf }) =>
    (subject) => {
      const found = recentOf(subject, milestoneTypes, asOf, days);
      if (found.length === 0) return null;
      const date = lastDateOf(found);
      // Those of the latest day, by name: the order of the file says nothing.
      const last = found.filter((event) => event.date === date);
      const words = milestoneTypes.flatMap((type) => {
        const own = last.filter((event) => event.type === type);
        if (own.length === 0) return [];
        const people = Math.max(0, ...own.map(({ value }) => value ?? 0));
        return [type === "headcount_growth" && people > 0 ? `${counted(people, "new employee")}` : milestones[type]];
      });
      return {
        date,
        evidence: `${words.join(", ")} on ${date}`,
        because: [{ rule: "days_since_milestone", value: daysBetween(date, asOf), threshold: days }],
      };
    },
});

const outages = rule({
  id: "outages",
  kind: "blocker",
  strength: 3,
  needs: [["events"]],
  journey: "trouble",
  when: "so many outages, recent",
  action: "say what went wrong and what was done about it, before any offer",
  options: z.strictObject({
    count: z.number().int().min(1).default(2).describe("so many outages are a blocker"),
    days: withinDays("how long an outage is recent, in days"),
  }),
  judge:
    ({ count, days }, { asOf }) =>
    (subject) => {
      const found = recentOf(subject, ["outage"], asOf, days);
      if (found.length < count) return null;
      const date = lastDateOf(found);
      return {
        date,
        evidence: `${counted(found.length, "outage")} in the last ${days} days, the last on ${date}`,
        because: [{ rule: "recent_outages", value: found.length, threshold: count }],
      };
    },
});

const openComplaint = rule({
  id: "open_complaint",
  kind: "blocker",
  strength: 3,
  needs: [["events"]],
  journey: "trouble",
  when: "a complaint opened after the day on which the latest one was closed",
  action: "settle the complaint and hear from the customer that it is settled",
  options: z.strictObject({}),
  judge:
    (_, { asOf }) =>
    ({ customer: { events } }) => {
      const closed = events.findLast(({ type }) => type === "complaint_closed")?.date ?? "";
      const open = events.filter(({ type, date }) => type === "complaint_opened" && date > closed);
      const [first] = open;
      if (first === undefined) return null;
      return {
        date: lastDateOf(open),
        evidence: `${counted(open.length, "open complaint")}, the oldest since ${first.date}, ${counted(daysBetween(first.date, asOf), "day")}`,
        because: [{ rule: "open_complaints", value: open.length, threshold: 1 }],
      };
    },
});

const promiseBroken = rule({
  id: "promise_broken",
  kind: "blocker",
  strength: 3,
  needs: [["events"]],
  journey: "trouble",
  when: "a promise of ours was broken, recent",
  action: "own up to it, make it good, say what changes",
  options: z.strictObject({ days: withinDays("how long a broken promise is recent, in days") }),
  judge:
    ({ days }, { asOf }) =>
    (subject) => {
      const found = recentOf(subject, ["promise_broken"], asOf, days);
      if (found.length === 0) return null;
      const date = lastDateOf(found);
      return {
        date,
        evidence: `${counted(found.length, "broken promise")} in the last ${days} days, the last on ${date}`,
        because: [{ rule: "days_since_promise_broken", value: daysBetween(date, asOf), threshold: days }],
      };
    },
});

const businessReview = rule({
  id: "qbr",
  kind: "timing",
  strength: 2,
  needs: [["events"]],
  journey: "use",
  when: "a business review is planned within so many days after the as-of date",
  action: "bring the offer to the review; send the agenda beforehand",
  options: z.strictObject({
    days: z.number().int().min(1).default(30).describe("how far ahead a review may lie, in days"),
  }),
  judge:
    ({ days }, { asOf }) =>
    ({ customer: { events } }) => {
      const next = events.find(({ type, date }) => type === "qbr" && isAhead(date, asOf, days));
      if (next === undefined) return null;
      const ahead = daysBetween(asOf, next.date);
      return {
        date: next.date,
        evidence: `business review on ${next.date}, in ${counted(ahead, "day")}`,
        because: [{ rule: "days_to_review", value: ahead, threshold: days }],
      };
    },
});

export const eventRules: readonly Rule[] = [milestone, outages, openComplaint, promiseBroken, businessReview];

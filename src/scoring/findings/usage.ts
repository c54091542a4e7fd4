// How much of what is limited is used, and whether use goes down.
import { z } from "zod";
import { addDays, type IsoDate } from "../../base/calendar.ts";
import { type Fraction, fromNumber, isBelow, plus } from "../potential/fraction.ts";
import { above, isRecent, isShareBelow, percentWords, shareOf } from "./figures.ts";
import type { Need } from "./needs.ts";
import { type Rule, rule, type Subject } from "./rule.ts";

const limitNeeds: readonly (readonly Need[])[] = [
  ["customers.usage", "events.usage limit"],
  ["customers.usage_limit", "events.usage limit"],
];

interface LimitedUse {
  readonly usage: number;
  readonly limit: number;
  /** `null`: from the customers file, which has no dates. */
  readonly date: IsoDate | null;
}

/**
 * The latest usage event that says its limit (of several on its day the highest use), else what the customers file says: an event
 * is dated. A limit of nothing says nothing.
 */
function limitedUse({ customer: { card, events } }: Subject): LimitedUse | null {
  let latest: LimitedUse | null = null;
  for (const { type, date, value, limit } of events) {
    if (type !== "usage" || value === null || limit === null || above(limit) === null) continue;
    const use = { usage: value, limit, date };
    if (latest === null || date !== latest.date || value * latest.limit > latest.usage * limit) latest = use;
  }
  if (latest !== null) return latest;
  if (card === null || card.usage === null || card.usageLimit === null || above(card.usageLimit) === null) return null;
  return { usage: card.usage, limit: card.usageLimit, date: null };
}

/** Use that reaches this share of its limit. */
function reaching(subject: Subject, share: number) {
  const use = limitedUse(subject);
  if (use === null) return null;
  const [usage, limit] = [fromNumber(use.usage), fromNumber(use.limit)] as [Fraction, Fraction];
  if (isShareBelow(usage, limit, share)) return null;
  return {
    date: use.date,
    evidence: `usage ${use.usage} of ${use.limit}, ${percentWords(use.usage, use.limit)}`,
    because: [{ rule: "usage_of_limit", value: use.usage / use.limit, threshold: share }],
    reaches: (other: number) => !isShareBelow(usage, limit, other),
  };
}

const usageLimit = rule({
  id: "usage_limit",
  kind: "opportunity",
  strength: 2,
  needs: limitNeeds,
  journey: "growth",
  when: "usage / limit at or above the limit",
  action: "offer the next larger plan before the limit stops their work",
  options: z.strictObject({
    from: z.number().min(0).default(0.8).describe("share of the limit from which there is something to offer"),
    strong: z.number().min(0).default(1).describe("share from which the finding is a strong one"),
  }),
  judge:
    ({ from, strong }) =>
    (subject) => {
      const found = reaching(subject, from);
      if (found === null) return null;
      const { date, evidence, because } = found;
      return { date, evidence, because, strong: found.reaches(strong) };
    },
});

const limitNow = rule({
  id: "limit_now",
  kind: "timing",
  strength: 3,
  needs: limitNeeds,
  journey: "growth",
  when: "usage has reached its limit",
  action: "call today: offer to lift the limit",
  options: z.strictObject({
    from: z.number().min(0).default(1).describe("share of the limit from which it counts as reached"),
  }),
  judge:
    ({ from }) =>
    (subject) => {
      const found = reaching(subject, from);
      return found === null ? null : { date: found.date, evidence: found.evidence, because: found.because };
    },
});

const usageDecline = rule({
  id: "usage_decline",
  kind: "blocker",
  strength: 3,
  needs: [["events.usage"]],
  journey: "trouble",
  when: "usage of the recent days against as many days before falls by the limit or more",
  action: "find out who stopped using it and why, and help them back before any offer",
  options: z.strictObject({
    days: z.number().int().min(1).default(90).describe("length of the recent time, and of the time before, in days"),
    fall: z.number().min(0).max(1).default(0.2).describe("fall from which usage declines; 0.2 is 20 %"),
  }),
  judge: ({ days, fall }, { asOf, lastUsage }) => {
    const before = addDays(asOf, -days);
    const last = lastUsage();
    // Where nobody's usage is known of that time, it is the export that ended.
    if (last === null || last <= before) return () => null;
    return ({ customer: { events } }) => {
      const uses = events.filter(({ type, value }) => type === "usage" && value !== null);
      const [recent, earlier] = [usedIn(uses, asOf, days), usedIn(uses, before, days)];
      if (earlier.top <= 0n) return null;
      const kept = shareOf(earlier, 1 - fall);
      if (isBelow(kept, recent)) return null;
      const [now, then] = [asNumber(recent), asNumber(earlier)];
      const latest = uses.findLast(({ date }) => isRecent(date, asOf, days));
      return {
        date: latest?.date ?? null,
        evidence: `usage ${now} in the last ${days} days, ${then} in the ${days} before, -${percentWords(then - now, then)}`,
        because: [{ rule: "usage_change", value: (now - then) / then, threshold: -fall }],
      };
    };
  },
});

const usedIn = (
  uses: readonly { readonly date: IsoDate; readonly value: number | null }[],
  to: IsoDate,
  days: number,
): Fraction =>
  uses
    .filter(({ date }) => isRecent(date, to, days))
    .reduce((sum, { value }) => plus(sum, fromNumber(value) as Fraction), { top: 0n, bottom: 1n } as Fraction);

const asNumber = ({ top, bottom }: Fraction): number => Number(top) / Number(bottom);

export const usageRules: readonly Rule[] = [usageLimit, usageDecline, limitNow];

// Departments and regions that a customer has not spoken from before.
import { z } from "zod";
import { daysBetween, type IsoDate } from "../../base/calendar.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import { isScored } from "../nps.ts";
import { isRecent, latestDate } from "./figures.ts";
import { type Rule, rule, type Subject } from "./rule.ts";

/** A name and the day of its event, or of its first answer. */
interface Appearance {
  readonly name: string | null;
  readonly date: IsoDate;
}

/** Where an event, or a first answer in an account that had answered before, tells of a new department or region. */
function appearances({ customer: { events }, answersToDate }: Subject, part: "department" | "region"): Appearance[] {
  const type = `new_${part}` as const;
  const answers = answersToDate.filter(isScored);
  const first = new Map<string, { readonly name: string; readonly date: IsoDate }>();
  for (const { date, [part]: name } of answers) {
    if (name === null) continue;
    const known = first.get(keyOf(name));
    // Of several spellings on the first day, the first in order.
    const isEarlier = known === undefined || date < known.date;
    if (isEarlier || (date === known.date && compareCodePoints(name, known.name) < 0))
      first.set(keyOf(name), { name, date });
  }
  const began = answers.reduce((least, { date }) => (date < least ? date : least), "9999-12-31");
  return [
    ...events.filter((event) => event.type === type).map((event) => ({ name: event[part], date: event.date })),
    ...[...first.values()].filter(({ date }) => date > began),
  ];
}

/** Case and blanks are spelling. */
const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/gu, " ").trim();

const newPart = (part: "department" | "region", action: string): Rule =>
  rule({
    id: `new_${part}`,
    kind: "opportunity",
    strength: 2,
    needs: [["events", `nps.${part}`]],
    journey: "growth",
    when: `a new_${part} event, or the first answer from a ${part} in an account that had answered before, recent`,
    action,
    options: z.strictObject({
      days: z.number().int().min(1).default(90).describe(`how long a new ${part} is recent, in days`),
    }),
    judge:
      ({ days }, { asOf }) =>
      (subject) => {
        const recent = appearances(subject, part).filter(({ date }) => isRecent(date, asOf, days));
        const date = latestDate(recent.map((each) => each.date));
        if (date === null) return null;
        const names = [...new Set(recent.flatMap(({ name }) => (name === null ? [] : [name])))].sort(compareCodePoints);
        return {
          date,
          evidence: `new ${part}${names.length === 0 ? "" : ` ${names.join(", ")}`} on ${date}`,
          because: [{ rule: `days_since_new_${part}`, value: daysBetween(date, asOf), threshold: days }],
        };
      },
  });

export const placeRules: readonly Rule[] = [
  newPart("department", "ask for an introduction to the new department; show what the others use"),
  newPart("region", "ask who leads the new region; offer what works in the others"),
];

import { daysBetween } from "../calendar.ts";
import { compareCodePoints } from "../statistics.ts";
import { compareExact, type Exact, rounded, whole } from "./exact.ts";
import type { Type, Value } from "./nodes.ts";

/** What a function takes and gives. */
export type Signature =
  | {
      /** One type an argument; `places` is a whole number written out. */
      readonly takes: readonly (Type | "places")[];
      /** How many of them may be left out, from the end. */
      readonly optional?: number;
      readonly gives: Type;
      /** Called with known values only: a function of something not known is not known. */
      readonly of: (...args: never[]) => Value;
    }
  | {
      /** One or more of one type, which is the result's too. */
      readonly takes: "alike";
      readonly of: (args: readonly Value[]) => Value;
    };

const known = (args: readonly Value[]): Exclude<Value, null>[] => args.filter((arg) => arg !== null);

/** The first of several by an order; what is not known does not count. */
const extreme =
  (sign: 1 | -1) =>
  (args: readonly Value[]): Value =>
    known(args).reduce<Value>((best, arg) => (best === null || compareValues(arg, best) * sign < 0 ? arg : best), null);

/** Every function, by its name. */
export const functions: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ["abs", { takes: ["number"], gives: "number", of: (x: Exact) => (x.top < 0n ? { ...x, top: -x.top } : x) }],
  [
    "round",
    {
      takes: ["number", "places"],
      optional: 1,
      gives: "number",
      of: (x: Exact, places: Exact = whole(0)) => rounded(x, Number(places.top / places.bottom)),
    },
  ],
  ["lower", { takes: ["text"], gives: "text", of: (text: string) => text.toLowerCase() }],
  ["upper", { takes: ["text"], gives: "text", of: (text: string) => text.toUpperCase() }],
  ["length", { takes: ["text"], gives: "number", of: (text: string) => whole(Array.from(text).length) }],
  ["starts_with", { takes: ["text", "text"], gives: "condition", of: (a: string, b: string) => a.startsWith(b) }],
  ["contains", { takes: ["text", "text"], gives: "condition", of: (a: string, b: string) => a.includes(b) }],
  ["year", { takes: ["date"], gives: "number", of: (date: string) => whole(Number(date.slice(0, 4))) }],
  ["month", { takes: ["date"], gives: "number", of: (date: string) => whole(Number(date.slice(5, 7))) }],
  [
    "days_between",
    { takes: ["date", "date"], gives: "number", of: (from: string, to: string) => whole(daysBetween(from, to)) },
  ],
  ["coalesce", { takes: "alike", of: (args) => args.find((arg) => arg !== null) ?? null }],
  ["least", { takes: "alike", of: extreme(1) }],
  ["greatest", { takes: "alike", of: extreme(-1) }],
]);

/** Two known values of one type in order: numbers by size, text by code point, dates by time, false before true. */
export function compareValues(a: Exclude<Value, null>, b: Exclude<Value, null>): number {
  if (typeof a === "object") return compareExact(a, b as Exact);
  return typeof a === "string" ? compareCodePoints(a, b as string) : Number(a) - Number(b);
}

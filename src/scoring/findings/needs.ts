import type { Answer } from "../../facts/answers.ts";
import type { Card } from "../../facts/card.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import { isScored } from "../nps.ts";
import { oncePer } from "./figures.ts";

/** A row of the NPS files, of any time up to the as-of date. */
export type DatedAnswer = Pick<Answer, "customerId" | "date" | "score" | "department" | "region">;

/** What the files must say for a rule to have anything to go by. */
export interface KnownData {
  readonly customers: readonly Pick<CustomerFacts, "card" | "sales" | "categories" | "answers" | "events">[];
  /** Every row of the NPS files up to the as-of date. */
  readonly answers: readonly DatedAnswer[];
  /** Whether an events file was given: then no outage means that there was none. */
  readonly hasEvents: boolean;
  readonly hasProducts: boolean;
  readonly hasStages: boolean;
}

const card =
  (field: keyof Card) =>
  ({ customers }: KnownData): boolean =>
    customers.some((customer) => customer.card !== null && customer.card[field] !== null);

const answer =
  (field: "respondent" | "role" | "seniority") =>
  ({ customers }: KnownData): boolean =>
    customers.some(({ answers }) => answers.some((each) => each[field] !== null));

const usage =
  (field: "value" | "limit") =>
  ({ customers }: KnownData): boolean =>
    customers.some(({ events }) => events.some((event) => event.type === "usage" && event[field] !== null));

/** By name, whether the files say it of anybody. */
const known = {
  sales: ({ customers }) => customers.some(({ sales }) => sales !== null),
  "sales.category": ({ customers }) => customers.some(({ categories }) => categories !== null && categories.length > 0),
  "sales.product": ({ hasProducts }) => hasProducts,
  "customers.active_users": card("activeUsers"),
  "customers.potential_users": card("potentialUsers"),
  "customers.licensed_seats": card("licensedSeats"),
  "customers.regions_served": card("regionsServed"),
  "customers.regions_present": card("regionsPresent"),
  "customers.employees": card("employees"),
  "customers.segment": card("segment"),
  "customers.industry": card("industry"),
  "customers.usage": card("usage"),
  "customers.usage_limit": card("usageLimit"),
  nps: ({ answers }) => answers.some(isScored),
  "nps.respondent": answer("respondent"),
  "nps.seniority": answer("seniority"),
  "nps.role": answer("role"),
  "nps.department": ({ answers }) => answers.some(({ department }) => department !== null),
  "nps.region": ({ answers }) => answers.some(({ region }) => region !== null),
  "nps invitations": ({ answers }) => answers.some((row) => !isScored(row)),
  events: ({ hasEvents }) => hasEvents,
  "events.usage": usage("value"),
  "events.usage limit": usage("limit"),
  "relationship stage": ({ hasStages }) => hasStages,
} as const satisfies Record<string, (data: KnownData) => boolean>;

/** A column, a file, or what another score says. */
export type Need = keyof typeof known;

/** Whether the files say everything that is needed, of somebody. Several rules need the same. */
export function knownIn(data: KnownData): (needs: readonly (readonly Need[])[]) => boolean {
  const isSaid = oncePer((need: Need) => known[need](data));
  return (needs) => needs.every((alternatives) => alternatives.some((need) => isSaid(need)));
}

/** `nps + nps.seniority or nps.role`. */
export const needWords = (needs: readonly (readonly Need[])[]): string =>
  needs.map((alternatives) => alternatives.join(" or ")).join(" + ");

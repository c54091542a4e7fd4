import type { CustomerFacts } from "../../facts/customer.ts";
import type { CustomerDays } from "../../facts/days.ts";
import type { Period } from "../../facts/period.ts";
import type { Because } from "../because.ts";

/** The stages of a relationship, in the order in which a manager acts on them. */
export const stages = ["conflict", "partner", "transitional", "transactional"] as const;
export type Stage = (typeof stages)[number];

/** What a relationship is scored by, each from 1 to 5. */
export const relationshipParts = ["trust", "commitment", "dependence", "norms"] as const;
export type RelationshipPart = (typeof relationshipParts)[number];

/** One of the four scores of a customer. */
export interface PartScore {
  /** 1–5; `null`: not stated, and nothing to read it from. */
  readonly value: number | null;
  /** `scores`: stated in the customers file; `proxy`: read from what the customer does. */
  readonly source: "scores" | "proxy" | null;
  /** The rules that made it, in their order; of a part without a value those that found no data. */
  readonly because: readonly Because[];
}

/** What the scores of a relationship are read from. */
export type PartFacts = Pick<CustomerFacts, "customerId" | "card" | "sales" | "answers" | "categories" | "events">;

/** What a run knows beside its customers. */
export interface StageContext {
  readonly period: Pick<Period, "asOf" | "months" | "window">;
  /** Purchases by day, by customer id; days after the as-of date say nothing. `null` without a sales file. */
  readonly days: ReadonlyMap<string, Pick<CustomerDays, "days">> | null;
  /** Whether there is an events file: without one, no complaint says nothing. */
  readonly hasEvents: boolean;
  /** Whether the customers file has owners: without it, no owner says nothing. */
  readonly hasOwners: boolean;
}

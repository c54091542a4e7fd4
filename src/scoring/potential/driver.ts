import type { CustomerFacts } from "../../facts/customer.ts";

/** Where more business would come from: more of the same, other things, or doing the same with less. */
export const drivers = ["expansion", "widening", "efficiency"] as const;
export type Driver = (typeof drivers)[number];

/** The driver a word names, whatever its case; `null` for any other word. */
export function readDriver(text: string): Driver | null {
  const word = text.trim().toLowerCase();
  return drivers.find((driver) => driver === word) ?? null;
}

/**
 * A stated driver wins, then a need for efficiency that the customer voiced in the window, then what the evidence for its
 * potential suggests. Source: docs/method.md §4.
 */
export const driverOf = (
  { card, efficiencyNeed }: Pick<CustomerFacts, "card" | "efficiencyNeed">,
  suggested: Driver | null,
): Driver | null => readDriver(card?.driver ?? "") ?? (efficiencyNeed ? "efficiency" : suggested);

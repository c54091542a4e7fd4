import type { CustomerScore } from "../classify/row.ts";
import type { Stage } from "./parts.ts";

/** Where the effort does not fit the relationship. */
export type Mismatch = "owner_not_needed" | "owner_missing";

/**
 * A person looks after a customer who only orders and is of class C or D, or nobody looks after a partner or the best cell.
 * Source: docs/method.md §10.
 */
export function mismatchOf(
  stage: Stage | null,
  { class: letter, cell }: Pick<CustomerScore, "class" | "cell">,
  owner: string | null,
): Mismatch | null {
  if (owner === null) return stage === "partner" || cell === "Aa" ? "owner_missing" : null;
  return stage === "transactional" && (letter === "C" || letter === "D") ? "owner_not_needed" : null;
}

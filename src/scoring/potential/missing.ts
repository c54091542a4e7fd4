import type { Card } from "../../facts/card.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { Period } from "../../facts/period.ts";
import { knownCategories } from "../peers/categories.ts";
import type { PotentialScore } from "../potential.ts";
import { isJudged, statusOf } from "../status.ts";
import type { PotentialSource } from "./evidence.ts";
import { levelsInOrder } from "./levels.ts";

/** Something that is not known of a customer, and the evidence that it keeps away. */
export interface MissingData {
  readonly data:
    | "potential_grade"
    | "wallet"
    | "users"
    | "regions"
    | "employees"
    | "segment_or_industry"
    | "categories"
    | "window"
    | "prior_window";
  /** In the order of `potentialSources`. */
  readonly sources: readonly PotentialSource[];
}

type Judged = Pick<CustomerFacts, "card" | "sales" | "costs" | "categories">;
type Covered = Pick<Period, "windowCovered" | "priorCovered">;

/**
 * What would sharpen a customer's grade if it were known: data for the wanted sources that come before the one that decided,
 * or stand beside it in one level; of a `?` (`no_basis`) all of them. Where there is no revenue to grow from only a stated
 * grade helps. Nothing is missing of refused and stated customers, nor of lapsed ones and prospects, which nothing grades.
 * What is known and does not suffice (too few peers, two quarters with purchases) is not missing data. Cost: O(1).
 * Source: docs/method.md §4.
 */
export function missingEvidence(
  customer: Judged,
  { potentialSource, potentialReason }: Pick<PotentialScore, "potentialSource" | "potentialReason">,
  period: Covered,
  wanted: readonly PotentialSource[],
): MissingData[] {
  if (!isJudged(statusOf(customer)) || potentialSource === "refused") return [];
  if (potentialSource === null && potentialReason === "no_base") {
    return wanted.includes("stated") ? [{ data: "potential_grade", sources: ["stated"] }] : [];
  }
  const open: PotentialSource[] = [];
  for (const { sources } of levelsInOrder(wanted)) {
    open.push(...sources.filter((source) => wanted.includes(source) && source !== potentialSource));
    if (potentialSource !== null && sources.includes(potentialSource)) break;
  }
  return needs.flatMap(({ data, sources, isMissing }): MissingData[] => {
    const kept = sources.filter((source) => open.includes(source));
    return kept.length > 0 && isMissing(customer, period) ? [{ data, sources: kept }] : [];
  });
}

interface Need extends MissingData {
  readonly isMissing: (customer: Judged, period: Covered) => boolean;
}

const unknown =
  (...fields: (keyof Card)[]): Need["isMissing"] =>
  ({ card }) =>
    card === null || fields.some((field) => card[field] === null);

const needs: readonly Need[] = [
  { data: "wallet", sources: ["wallet"], isMissing: unknown("wallet") },
  { data: "users", sources: ["seats"], isMissing: unknown("activeUsers", "potentialUsers") },
  { data: "regions", sources: ["regions"], isMissing: unknown("regionsServed", "regionsPresent") },
  { data: "employees", sources: ["peers"], isMissing: unknown("employees") },
  {
    data: "segment_or_industry",
    sources: ["peers", "white_space"],
    isMissing: ({ card }) => (card?.segment ?? "").trim() === "" && (card?.industry ?? "").trim() === "",
  },
  { data: "categories", sources: ["white_space"], isMissing: ({ categories }) => knownCategories(categories) === null },
  { data: "window", sources: ["trend"], isMissing: (_, { windowCovered }) => !windowCovered },
  { data: "prior_window", sources: ["trend"], isMissing: (_, { priorCovered }) => !priorCovered },
];

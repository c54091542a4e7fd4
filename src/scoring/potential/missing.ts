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
type Decided = Pick<PotentialScore, "potentialSource" | "potentialReason">;
type Covered = Pick<Period, "windowCovered" | "priorCovered">;

/**
 * What would sharpen a customer's grade if it were known: data for the wanted sources that come before the one that decided,
 * or stand beside it in one level; of a `?` (`no_basis`) all of them. Where there is no revenue to grow from only a stated
 * grade helps. Nothing is missing of refused and stated customers, nor of lapsed ones and prospects, which nothing grades.
 * What is known and does not suffice (too few peers, two quarters with purchases) is not missing data. Cost: O(1).
 * Source: docs/method.md §4.
 */
export const missingEvidence = (
  customer: Judged,
  score: Decided,
  period: Covered,
  wanted: readonly PotentialSource[],
): readonly MissingData[] => missingEvidenceOf(period, wanted)(customer, score);

/** The same of many customers: what a source that decided leaves open is found once. */
export function missingEvidenceOf(
  period: Covered,
  wanted: readonly PotentialSource[],
): (customer: Judged, score: Decided) => readonly MissingData[] {
  const withoutBase: readonly MissingData[] = wanted.includes("stated")
    ? [{ data: "potential_grade", sources: ["stated"] }]
    : nothing;
  const needsOf = new Map<PotentialSource | null, readonly Need[]>();
  return (customer, { potentialSource, potentialReason }) => {
    if (!isJudged(statusOf(customer)) || potentialSource === "refused") return nothing;
    if (potentialSource === null && potentialReason === "no_base") return withoutBase;
    let own = needsOf.get(potentialSource);
    if (own === undefined) {
      own = openNeeds(potentialSource, wanted);
      needsOf.set(potentialSource, own);
    }
    const missing: MissingData[] = [];
    for (const need of own) if (need.isMissing(customer, period)) missing.push(need.missing);
    return missing;
  };
}

const nothing: readonly MissingData[] = [];

/** What any of the evidence needs that comes before the source that decided, or stands beside it. */
function openNeeds(decided: PotentialSource | null, wanted: readonly PotentialSource[]): Need[] {
  const open: PotentialSource[] = [];
  for (const { sources } of levelsInOrder(wanted)) {
    open.push(...sources.filter((source) => wanted.includes(source) && source !== decided));
    if (decided !== null && sources.includes(decided)) break;
  }
  return needs.flatMap(({ missing: { data, sources }, isMissing }): Need[] => {
    const kept = sources.filter((source) => open.includes(source));
    return kept.length > 0 ? [{ missing: { data, sources: kept }, isMissing }] : [];
  });
}

/** Something that evidence needs, and of whom it is missing. */
interface Need {
  readonly missing: MissingData;
  readonly isMissing: (customer: Judged, period: Covered) => boolean;
}

const unknown =
  (...fields: (keyof Card)[]): Need["isMissing"] =>
  ({ card }) =>
    card === null || fields.some((field) => card[field] === null);

const needs: readonly Need[] = [
  { missing: { data: "wallet", sources: ["wallet"] }, isMissing: unknown("wallet") },
  { missing: { data: "users", sources: ["seats"] }, isMissing: unknown("activeUsers", "potentialUsers") },
  { missing: { data: "regions", sources: ["regions"] }, isMissing: unknown("regionsServed", "regionsPresent") },
  { missing: { data: "employees", sources: ["peers"] }, isMissing: unknown("employees") },
  {
    missing: { data: "segment_or_industry", sources: ["peers", "white_space"] },
    isMissing: ({ card }) => (card?.segment ?? "").trim() === "" && (card?.industry ?? "").trim() === "",
  },
  {
    missing: { data: "categories", sources: ["white_space"] },
    isMissing: ({ categories }) => knownCategories(categories) === null,
  },
  { missing: { data: "window", sources: ["trend"] }, isMissing: (_, { windowCovered }) => !windowCovered },
  { missing: { data: "prior_window", sources: ["trend"] }, isMissing: (_, { priorCovered }) => !priorCovered },
];

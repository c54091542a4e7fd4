import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { CustomerScore } from "../classify/row.ts";
import { compareIncrements } from "../matrix.ts";
import { isPromoter, latestPerRespondent } from "../nps.ts";

/** Why somebody is not asked to try a new product, in the order in which it is looked at. */
export const launchRefusals = [
  "not_active",
  "no_answer",
  "nps_not_above_zero",
  "class_d",
  "not_assessed",
  "grade_d",
  "blocked",
] as const;
export type LaunchRefusal = (typeof launchRefusals)[number];

type LaunchRow = Pick<
  CustomerScore,
  | "customerId"
  | "customerName"
  | "cell"
  | "class"
  | "potential"
  | "potentialIncrement"
  | "driver"
  | "nps"
  | "revenue"
  | "status"
>;

/** Somebody to whom a new product goes first. */
export interface LaunchRecipient extends LaunchRow {
  /** 1, 2, 3 … in the order in which to approach them. */
  readonly place: number;
  readonly nps: number;
  /** Respondents whose latest answer is 9 or 10, by code point; empty where the survey names nobody. */
  readonly promoters: readonly string[];
}

export interface Launch {
  readonly recipients: readonly LaunchRecipient[];
  /** Everybody else, by the first reason that applies. */
  readonly leftOut: Readonly<Record<LaunchRefusal, number>>;
  /** Who would be asked but for a blocker, in the order of the recipients, with the rules that found one. */
  readonly blocked: readonly { readonly customerId: string; readonly rules: readonly string[] }[];
}

/**
 * To whom a new product goes first: who likes us and has room to buy. A customer with a line in the window whose account NPS is above
 * zero, with grade a, b or c, that earns more than it costs and has no open blocker (`blockers`: the rules that found one, by
 * customer). By grade, in each the happiest first, then what could be won, then revenue.
 *
 * Result does not depend on input order. Errors: none. Cost: O(n log n). Source: docs/method.md §6.
 */
export function pickLaunch(
  customers: readonly Pick<CustomerFacts, "customerId" | "answers">[],
  rows: readonly LaunchRow[],
  blockers: ReadonlyMap<string, readonly string[]>,
): Launch {
  const leftOut = Object.fromEntries(launchRefusals.map((refusal) => [refusal, 0])) as Record<LaunchRefusal, number>;
  const answersOf = new Map(customers.map(({ customerId, answers }) => [customerId, answers]));
  const picked: Omit<LaunchRecipient, "place">[] = [];
  const blocked: { readonly row: LaunchRow; readonly rules: readonly string[] }[] = [];
  for (const row of rows) {
    const rules = blockers.get(row.customerId) ?? [];
    const refusal = refusalOf(row) ?? (rules.length > 0 ? "blocked" : null);
    if (refusal === "blocked") blocked.push({ row, rules });
    if (refusal !== null) leftOut[refusal] += 1;
    else picked.push({ ...row, nps: row.nps as number, promoters: promotersOf(answersOf.get(row.customerId) ?? []) });
  }
  return {
    recipients: picked.sort(inLaunchOrder).map((row, i) => ({ ...row, place: i + 1 })),
    leftOut,
    blocked: blocked
      .sort((a, b) => inLaunchOrder(a.row, b.row))
      .map(({ row: { customerId }, rules }) => ({ customerId, rules })),
  };
}

function refusalOf({ status, nps, class: letter, potential }: LaunchRow): LaunchRefusal | null {
  if (status !== "active") return "not_active";
  if (nps === null) return "no_answer";
  if (nps <= 0) return "nps_not_above_zero";
  if (letter === "D") return "class_d";
  if (potential === "?") return "not_assessed";
  return potential === "d" ? "grade_d" : null;
}

const promotersOf = (answers: CustomerFacts["answers"]): string[] =>
  latestPerRespondent(answers)
    .flatMap(({ respondent, score }) => (respondent !== null && isPromoter(score) ? [respondent] : []))
    .sort(compareCodePoints);

/** The grades are letters in order, and everybody in a list has an NPS. */
const inLaunchOrder = (a: LaunchRow, b: LaunchRow): number =>
  compareCodePoints(a.potential, b.potential) ||
  (b.nps as number) - (a.nps as number) ||
  compareIncrements(a.potentialIncrement, b.potentialIncrement) ||
  compare(b.revenue, a.revenue) ||
  compareCodePoints(a.customerId, b.customerId);

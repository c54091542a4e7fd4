import type { CustomerScore } from "../classify/row.ts";
import type { Finding } from "../findings/finding.ts";

/** Why a customer is in the plan. */
export type PlanReason = "growth" | "assess" | "fix" | "finding";

/** Why it is not: another list's business, or nobody's. */
export type LeftOut = "lapsed" | "lost" | "prospect" | "no_class" | "phase_out" | "nothing_to_do";

/** Opportunities that the grade has weighed already: they cannot speak against it. */
const weighed: ReadonlySet<string> = new Set([
  "seat_whitespace",
  "region_whitespace",
  "peer_gap",
  "category_whitespace",
]);

/** Opportunities of this strength are news worth a call; weaker ones (a survey, a reference) are said when one calls anyway. */
const news = 2;

/**
 * Whether a customer is worth working, by its cell:
 *
 * - A, B, C of grade a, b, c: growth to win; A to D of grade ?: to be assessed; Da, Db: price or cost to be fixed.
 * - Ad, Bd: nothing to win, but much to lose: only where a blocker or a warning is found, or an opportunity that the grade
 *   does not know of; Cd for such an opportunity alone. Who refused offers has no opportunities.
 * - Dc, Dd are phased out; lapsed customers belong to win-back, and so does who is lost though it bought in the window
 *   (`isLost`: its contract ended, §11); prospects and customers without a class have no cell.
 *
 * Source: docs/method.md §5.
 */
export function worthOf(
  score: Pick<CustomerScore, "cell" | "class" | "potential" | "potentialSource" | "status">,
  findings: readonly Finding[],
  isLost: boolean,
): { readonly reason: PlanReason } | { readonly leftOut: LeftOut } {
  const { cell, class: letter, potential } = score;
  if (cell === null)
    return { leftOut: score.status === "lapsed" || score.status === "prospect" ? score.status : "no_class" };
  if (isLost) return { leftOut: "lost" };
  if (potential === "?") return { reason: "assess" };
  if (letter === "D") return potential === "a" || potential === "b" ? { reason: "fix" } : { leftOut: "phase_out" };
  if (potential !== "d") return { reason: "growth" };
  const isAtRisk = letter !== "C" && findings.some(({ kind }) => kind === "blocker" || kind === "warning");
  return isAtRisk || (!hasRefused(score) && findings.some(isNews))
    ? { reason: "finding" }
    : { leftOut: "nothing_to_do" };
}

/** An opportunity that the grade does not know of, and that is worth a call. */
export const isNews = ({ kind, rule, strength }: Finding): boolean =>
  kind === "opportunity" && strength >= news && !weighed.has(rule);

/** The customer wants no offers. */
export const hasRefused = ({ potentialSource }: Pick<CustomerScore, "potentialSource">): boolean =>
  potentialSource === "refused";

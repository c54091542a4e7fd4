import type { Answer } from "../facts/answers.ts";

/** A row of the NPS file with a score. */
export type Scored<A> = A & { readonly score: number };

/** Promoters give 9 or 10, detractors 0 to 6, passives 7 or 8. */
export const isPromoter = (score: number): boolean => score >= 9;
export const isDetractor = (score: number): boolean => score <= 6;

/**
 * The Net Promoter Score in points, −100…100: percent of promoters (9–10) less percent of detractors (0–6); `null` of
 * nobody. Source: docs/method.md §6.
 */
export function netPromoterScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const [promoters, detractors] = [scores.filter(isPromoter), scores.filter(isDetractor)];
  return (100 * (promoters.length - detractors.length)) / scores.length;
}

/**
 * Each respondent's latest answer, in order of first appearance; of two on the latest day the lower score counts.
 * Invitations without an answer are passed over. Answers without a respondent are one unnamed person: the answers given are
 * those of one account. Cost: O(n).
 */
export function latestPerRespondent<A extends Pick<Answer, "date" | "score" | "respondent">>(
  answers: readonly A[],
): Scored<A>[] {
  const latest = new Map<string | null, Scored<A>>();
  for (const answer of answers) {
    if (!isScored(answer)) continue;
    const known = latest.get(answer.respondent);
    if (known === undefined || supersedes(answer, known)) latest.set(answer.respondent, answer);
  }
  return [...latest.values()];
}

/** An account's NPS: over the latest answer of each of its respondents; `null` where nobody answered. */
export const accountNps = (answers: readonly Pick<Answer, "date" | "score" | "respondent">[]): number | null =>
  netPromoterScore(latestPerRespondent(answers).map(({ score }) => score));

/** Whether the row is an answer, and not an invitation only. */
export const isScored = <A extends Pick<Answer, "score">>(answer: A): answer is Scored<A> => answer.score !== null;

/** Whether an answer counts in another's place: a later one does, of two on a day the lower. */
export const supersedes = (answer: Scored<Pick<Answer, "date">>, known: Scored<Pick<Answer, "date">>): boolean =>
  answer.date > known.date || (answer.date === known.date && answer.score < known.score);

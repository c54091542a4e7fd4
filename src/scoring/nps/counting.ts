import { groupBy } from "../../base/grouping.ts";
import type { Answer } from "../../facts/answers.ts";
import {
  accountNps,
  isDetractor,
  isPromoter,
  isScored,
  latestPerRespondent,
  netPromoterScore,
  type Scored,
  supersedes,
} from "../nps.ts";

/** The ways to count answers, the headline first. */
export const countingWays = ["by_response", "latest_per_respondent", "latest_per_account", "account_mean"] as const;
export type CountingWay = (typeof countingWays)[number];

/** A row of the NPS file, as far as it is counted. */
export type SurveyRow = Pick<Answer, "customerId" | "date" | "score" | "respondent">;

/** The NPS of a set of answers, counted one way. */
export interface NpsFigure {
  readonly method: CountingWay;
  /** What was counted: answers, respondents, or accounts. */
  readonly answers: number;
  /** `null` in a mean over accounts, which has no such parts. */
  readonly promoters: number | null;
  readonly passives: number | null;
  readonly detractors: number | null;
  /** Points, −100…100; `null` of no answer. */
  readonly nps: number | null;
  /** The 95 % interval in points, clipped to ±100; `null` of no answer and in a mean over accounts. */
  readonly low: number | null;
  readonly high: number | null;
  /** Those who were asked, whether or not they answered, in the unit that `answers` counts. */
  readonly asked: number;
}

/**
 * The NPS of these rows in each of the four ways, in the order of `countingWays`:
 *
 * - `by_response`: every answer counts, those without a customer too;
 * - `latest_per_respondent`: each respondent of each account once, with the latest answer;
 * - `latest_per_account`: each account once, with the latest answer of anybody there;
 * - `account_mean`: the mean of the accounts' own NPS, in which a small account weighs as much as a large one.
 *
 * Of two scores on the latest day the lower counts. A respondent belongs to an account: the same name in two accounts is two
 * respondents. Without a respondent column an account is one respondent, and blank respondents are one unnamed person per
 * account. The result does not depend on input order. Errors: none. Cost: O(n). Source: docs/method.md §6.
 */
export function countNps(rows: readonly SurveyRow[]): NpsFigure[] {
  const accounts = [...groupBy(rows.filter(namesCustomer), ({ customerId }) => customerId).values()];
  const latest = accounts.map(latestPerRespondent).filter((answers) => answers.length > 0);
  const respondents = accounts.reduce((sum, own) => sum + new Set(own.map(({ respondent }) => respondent)).size, 0);
  const ownNps = accounts.map(accountNps).filter((nps) => nps !== null);
  return [
    figure("by_response", rows.filter(isScored), rows.length),
    figure("latest_per_respondent", latest.flat(), respondents),
    figure("latest_per_account", latest.map(latestOf), accounts.length),
    {
      method: "account_mean",
      answers: ownNps.length,
      promoters: null,
      passives: null,
      detractors: null,
      nps: mean(ownNps),
      low: null,
      high: null,
      asked: accounts.length,
    },
  ];
}

/**
 * The 95 % interval of an NPS in points, NPS ± 196·√((p + d − (p − d)²)/n), clipped to ±100; p and d are the shares of
 * promoters and detractors. The root is taken of whole numbers: n·(P + D) − (P − D)² over n³. `n` is above zero. Where all
 * say the same it has no width, which of a few answers says too much. Source: docs/method.md §6.
 */
export function npsInterval(promoters: number, detractors: number, n: number): readonly [low: number, high: number] {
  const difference = promoters - detractors;
  const nps = (100 * difference) / n;
  const reach = 196 * Math.sqrt((n * (promoters + detractors) - difference ** 2) / n ** 3);
  return [Math.max(-100, nps - reach), Math.min(100, nps + reach)];
}

function figure(method: CountingWay, answers: readonly { readonly score: number }[], asked: number): NpsFigure {
  const scores = answers.map(({ score }) => score);
  const [promoters, detractors] = [scores.filter(isPromoter).length, scores.filter(isDetractor).length];
  const [low, high] = scores.length === 0 ? [null, null] : npsInterval(promoters, detractors, scores.length);
  return {
    method,
    answers: scores.length,
    promoters,
    passives: scores.length - promoters - detractors,
    detractors,
    nps: netPromoterScore(scores),
    low,
    high,
    asked,
  };
}

const namesCustomer = ({ customerId }: SurveyRow): boolean => customerId !== null;

const latestOf = (answers: readonly Scored<SurveyRow>[]): Scored<SurveyRow> =>
  answers.reduce((latest, answer) => (supersedes(answer, latest) ? answer : latest));

/** Summed from the smallest on, so that the order of the accounts does not show in the last digit. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;

// What respondents say.
import { z } from "zod";
import { formatMoney } from "../../base/money.ts";
import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { Answer } from "../../facts/answers.ts";
import { isDetractor, isPromoter, type Scored } from "../nps.ts";
import { counted, latestDate, percentWords } from "./figures.ts";
import { type Rule, rule } from "./rule.ts";
import { isSenior } from "./seniority.ts";

const dateOf = (answers: readonly Pick<Answer, "date">[]) => latestDate(answers.map(({ date }) => date));

const score = (meaning: string) => z.number().int().min(0).max(10).default(9).describe(meaning);

const lowest = (answers: readonly Scored<Answer>[]): number => Math.min(...answers.map((answer) => answer.score));

const happyLowSpender = rule({
  id: "happy_low_spender",
  kind: "opportunity",
  strength: 2,
  needs: [["nps.respondent"], ["sales"]],
  journey: "growth",
  when: "at least so many respondents, all their latest scores in the window high, revenue below the median, a line in the window",
  action: "thank them; ask what else we could do for people who like us this much",
  options: z.strictObject({
    respondents: z.number().int().min(1).default(2).describe("so many must have answered in the window"),
    score: score("latest score from which everybody is happy"),
  }),
  judge: ({ respondents, score: least }, { twiceMedianRevenue }) => {
    const twiceMedian = twiceMedianRevenue();
    return ({ latest, lines, score: { revenue } }) => {
      if (lines === 0 || twiceMedian === null || 2n * revenue >= twiceMedian) return null;
      if (latest.length < respondents || lowest(latest) < least) return null;
      return {
        date: dateOf(latest),
        evidence: `${counted(latest.length, "respondent")}, all at ${least} or more; revenue ${formatMoney(revenue)}, the median is ${formatMoney(twiceMedian / 2n)}`,
        because: [
          { rule: "lowest_latest_score", value: lowest(latest), threshold: least },
          { rule: "revenue_below_median", value: revenue, threshold: twiceMedian / 2n },
        ],
      };
    };
  },
});

const champion = rule({
  id: "champion",
  kind: "opportunity",
  strength: 2,
  needs: [["nps"], ["nps.seniority", "nps.role"]],
  journey: "advocacy",
  when: "a promoter (latest score in the window 9 or 10) who is a director or above, by seniority, else by role",
  action: "ask for an introduction to colleagues, and for help with the next offer",
  options: z.strictObject({}),
  judge:
    () =>
    ({ latest }) => {
      const found = latest
        .filter((answer) => isPromoter(answer.score) && isSenior(answer.seniority ?? answer.role ?? ""))
        .sort(byDateThenName);
      const [first] = found;
      if (first === undefined) return null;
      const title = first.seniority ?? first.role;
      const others = found.length - 1;
      return {
        date: first.date,
        evidence: `${first.respondent ?? "a respondent"} (${title}) gave ${first.score}${others === 0 ? "" : `, and ${counted(others, "other")} like that`}`,
        because: [{ rule: "promoters_in_charge", value: found.length, threshold: 1 }],
      };
    },
});

/** The latest first; of a day by name, whoever has none last. */
const byDateThenName = (a: Answer, b: Answer): number =>
  compare(b.date, a.date) ||
  Number(a.respondent === null) - Number(b.respondent === null) ||
  compareCodePoints(String(a.respondent), String(b.respondent));

const surveyActive = rule({
  id: "survey_active",
  kind: "opportunity",
  strength: 1,
  needs: [["nps"], ["nps invitations"]],
  journey: "advocacy",
  when: "response rate in the window above the portfolio's, so many invitations or more",
  action: "invite them to a reference group, a trial or an interview: they like to be asked",
  options: z.strictObject({
    invitations: z.number().int().min(1).default(3).describe("so many invitations in the window are enough to judge"),
  }),
  judge:
    ({ invitations }, around) =>
    ({ asked, answered }) => {
      if (asked < invitations || answered * around.asked <= around.answered * asked) return null;
      return {
        date: null,
        evidence: `answered ${answered} of ${counted(asked, "invitation")}, ${percentWords(answered, asked)}; the portfolio ${percentWords(around.answered, around.asked)}`,
        because: [{ rule: "response_rate", value: answered / asked, threshold: around.answered / around.asked }],
      };
    },
});

const reference = rule({
  id: "reference",
  kind: "opportunity",
  strength: 1,
  needs: [["nps"], ["sales"]],
  journey: "advocacy",
  when: "class A, all latest scores in the window high",
  action: "ask for a recommendation: a reference, a visit, a name",
  options: z.strictObject({ score: score("latest score from which everybody is happy") }),
  judge:
    ({ score: least }) =>
    ({ latest, score: { class: letter } }) => {
      if (letter !== "A" || latest.length === 0 || lowest(latest) < least) return null;
      return {
        date: dateOf(latest),
        evidence: `class A, ${counted(latest.length, "respondent")}, all at ${least} or more`,
        because: [{ rule: "lowest_latest_score", value: lowest(latest), threshold: least }],
      };
    },
});

const highestOfDetractors = 6;

const mostNamed = 3;

/** Whom to call, the lowest score first, where the survey says who answered. */
function namesOf(answers: readonly Scored<Answer>[]): string {
  const named = answers
    .flatMap(({ respondent, score: given }) => (respondent === null ? [] : [{ respondent, given }]))
    .sort((a, b) => compare(a.given, b.given) || compareCodePoints(a.respondent, b.respondent));
  const more = named.length - mostNamed;
  const shown = named.slice(0, mostNamed).map(({ respondent, given }) => `${respondent} ${given}`);
  return named.length === 0 ? "" : `: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ")}`;
}

const detractor = rule({
  id: "detractor",
  kind: "blocker",
  strength: 3,
  needs: [["nps"]],
  journey: "trouble",
  when: "the latest score in the window of any respondent is 6 or less",
  action: "call the respondent, hear what is wrong, mend it and report back",
  options: z.strictObject({}),
  judge:
    () =>
    ({ latest }) => {
      const found = latest.filter((answer) => isDetractor(answer.score));
      if (found.length === 0) return null;
      const least = lowest(found);
      return {
        date: dateOf(found),
        evidence: `${found.length} of ${counted(latest.length, "respondent")} at ${highestOfDetractors} or less, the lowest ${least}${namesOf(found)}`,
        because: [{ rule: "lowest_latest_score", value: least, threshold: highestOfDetractors }],
      };
    },
});

export const satisfactionRules: readonly Rule[] = [happyLowSpender, champion, surveyActive, reference, detractor];

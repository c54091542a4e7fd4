import type { PlacedAnswer } from "../../facts/lines.ts";
import { isDetractor, isPromoter, latestPerRespondent } from "../../scoring/nps.ts";
import { decimalText, type ExplainContext, type ExplainRow, type ExplainWording, row } from "./row.ts";

const mostShown = 5;

/** What its people answered. */
export function satisfactionRows({ explanation: { score }, lines, hasAnswers, words }: ExplainContext): ExplainRow[] {
  const said = words.explain.satisfaction;
  const answers = latestPerRespondent(lines.answers);
  const answerRows = lines.answers.length;
  const promoters = answers.filter((answer) => isPromoter(answer.score)).length;
  const detractors = answers.filter((answer) => isDetractor(answer.score)).length;
  const unanswered = answerRows === 0 ? said.notAsked : said.notAnswered(answerRows);
  const rule =
    score.nps === null ? (hasAnswers ? unanswered : said.noFile) : said.nps(promoters, detractors, answers.length);
  return [row("nps", score.nps === null ? null : decimalText(score.nps, 2, words), rule, answersText(answers, words))];
}

function answersText(answers: readonly PlacedAnswer[], { common, explain }: ExplainWording): string | null {
  if (answers.length === 0) return null;
  const shown = answers
    .slice(0, mostShown)
    .map(({ place, date, score, respondent }) => explain.satisfaction.answer(respondent, score, place, date))
    .join("; ");
  const more = answers.length - mostShown;
  return more > 0 ? common.andMore(shown, more) : shown;
}

import type { PlacedAnswer } from "../../facts/lines.ts";
import { fixed } from "../../output/numbers.ts";
import { isDetractor, isPromoter, latestPerRespondent } from "../../scoring/nps.ts";
import { counted } from "../figures.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

const mostShown = 5;

/** What its people answered. */
export function satisfactionRows({ explanation: { score }, lines, hasAnswers }: ExplainContext): ExplainRow[] {
  const answers = latestPerRespondent(lines.answers);
  const answerRows = lines.answers.length;
  const promoters = answers.filter((answer) => isPromoter(answer.score)).length;
  const detractors = answers.filter((answer) => isDetractor(answer.score)).length;
  const rule =
    score.nps === null
      ? !hasAnswers
        ? "there is no file of answers"
        : answerRows === 0
          ? "nobody was asked in the window"
          : `nobody answered ${answerRows === 1 ? "the invitation" : `the ${answerRows} invitations`} in the window`
      : `latest answer of each respondent in the window: (${counted(promoters, "promoter")} - ${counted(detractors, "detractor")}) of ${answers.length}`;
  return [row("nps", score.nps === null ? null : fixed(score.nps, 2), rule, answersText(answers))];
}

function answersText(answers: readonly PlacedAnswer[]): string | null {
  if (answers.length === 0) return null;
  const shown = answers
    .slice(0, mostShown)
    .map(({ place, date, score, respondent }) => `${respondent ?? "no name"} ${score} (${place} of ${date})`);
  const more = answers.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}

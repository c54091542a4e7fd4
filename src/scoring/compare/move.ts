import type { ClassLetter } from "../abc.ts";
import { isJudged } from "../status.ts";
import type { ComparedScore } from "./score.ts";

/** What became of a customer between two dates, in the order in which a manager reads it. */
export const moves = ["down", "left", "up", "back", "new", "regraded", "same"] as const;
export type Move = (typeof moves)[number];

/** From the best on; a customer that has costs or a line and no class comes last. */
const ladder: readonly (ClassLetter | null)[] = ["A", "B", "C", "D", null];

/**
 * The move of a customer; `null` on a date that does not know it. Who has a line or costs in the window is in the portfolio. `new`: in
 * it now, and never bought before. `back`: in it now, and lapsed before. `left`: not in it any more. `up`, `down`: in it on both
 * dates, in another class. `regraded`: in the same class with another grade. `same`: neither, and whoever is in it on
 * neither date. Source: docs/method.md §13.
 */
export function moveOf(from: ComparedScore | null, to: ComparedScore | null): Move {
  if (!isIn(from) || !isIn(to)) {
    if (isIn(to)) return from?.status === "lapsed" ? "back" : "new";
    return isIn(from) ? "left" : "same";
  }
  const step = ladder.indexOf(to.class) - ladder.indexOf(from.class);
  if (step !== 0) return step > 0 ? "down" : "up";
  return from.potential === to.potential ? "same" : "regraded";
}

/** Whether the date has the customer in its portfolio: with a sales line or costs in the window. */
const isIn = (score: ComparedScore | null): score is ComparedScore => score !== null && isJudged(score.status);

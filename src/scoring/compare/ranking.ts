import { type Money, money, zero } from "../../base/money.ts";
import { descendingOrder } from "../../base/statistics.ts";
import { letters, type ValueClass } from "../abc/letter.ts";
import type { ComparedScore, DatedScores } from "./score.ts";

/** The value axis of one date, as far as another date is held against it. */
export interface Ranking {
  /** The amount that a customer is ranked by. */
  readonly amountOf: (score: ComparedScore) => Money;
  /** The letter of a ranked customer if it had brought in another amount and nobody else had changed. */
  readonly letterIf: (score: ComparedScore, amount: Money) => ValueClass | null;
  /** Where a letter begins: the least amount that earned it, or the amount of the cut; `null`: nobody has it. */
  readonly leastOf: (letter: "A" | "B") => Money | null;
}

/**
 * The ranking of a date, ready to be asked what another amount would have earned. It asks the rule itself with the customer's own
 * amount replaced, so that the answer holds for every method, ties and shares of a moving total included. Cost: O(n log n),
 * then O(log n) a question. Source: docs/method.md §3 and §13.
 */
export function rankingOf({ rows, abc }: Pick<DatedScores, "rows" | "abc">): Ranking {
  const { method, cuts, rankBy } = abc;
  const amountOf = ({ revenue, contribution }: ComparedScore): Money =>
    rankBy === "contribution" ? (contribution ?? revenue) : revenue;
  const ranked = rows.filter(({ rank }) => rank !== null);
  const amounts = ranked.map(amountOf);
  const descending = descendingOrder(amounts).map((i) => amounts[i] as Money);
  const held = [zero];
  let total = zero;
  for (const amount of descending) {
    total += amount;
    held.push(total);
  }
  const least =
    method === "threshold"
      ? { A: money(cuts[0].toFixed(4)), B: money(cuts[1].toFixed(4)) }
      : leastAmounts(ranked, amountOf);
  return {
    amountOf,
    letterIf: (score, amount) => {
      const own = amountOf(score);
      const above = countAbove(descending, amount);
      const isAbove = own > amount;
      const others = { above: isAbove ? above - 1 : above, larger: (held[above] as Money) - (isAbove ? own : zero) };
      const place = { amount, rank: others.above + 1, larger: others.larger, upTo: others.larger + amount };
      return letters({ n: ranked.length, total: total - own + amount }, method, cuts)(place).letter;
    },
    leastOf: (letter) => least[letter],
  };
}

/** Of each letter the least amount that earned it. */
function leastAmounts(
  ranked: readonly ComparedScore[],
  amountOf: Ranking["amountOf"],
): Record<ValueClass, Money | null> {
  const least: Record<ValueClass, Money | null> = { A: null, B: null, C: null };
  for (const score of ranked) {
    const { valueClass: letter } = score;
    if (letter === null) continue;
    const [amount, known] = [amountOf(score), least[letter]];
    if (known === null || amount < known) least[letter] = amount;
  }
  return least;
}

/** How many of the amounts, the largest first, are above one. */
function countAbove(descending: readonly Money[], amount: Money): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((descending[middle] as Money) > amount) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { type Money, unitsPerOne } from "../../base/money.ts";
import type { Cause, CauseFigure, CauseInput } from "../../scoring/compare/cause.ts";
import type { Move } from "../../scoring/compare/move.ts";
import type { Words } from "../../wording/wording.ts";

type CompareWording = Words<"compare">;

/** The causes of a move in a few words and figures; `null` without one. */
export const causeWords = (move: Move, causes: readonly Cause[], words: CompareWording): string | null =>
  causes.map((cause) => wordsOf(cause, move, words)).join("; ") || null;

function wordsOf({ axis, inputs, figures }: Cause, move: Move, words: CompareWording): string {
  const told = figures
    .map((figure) => figureWords(figure, inputs, move, words))
    .filter((part) => part !== "")
    .join(", ");
  return axis === "grade" ? words.compare.gradeCause(told) : told;
}

/** When somebody who comes or goes bought last. */
function lastPurchaseWords(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  move: Move,
  { compare }: CompareWording,
): string {
  if (move === "left") return to === null ? "" : compare.notSince(to);
  if (move === "back") return from === null ? "" : compare.hadNotSince(from);
  return to === null ? compare.never : compare.neverBefore;
}

/** `revenue 412 300 → 350 100`; a figure that is no cause stands as it is now. */
function figureWords(figure: CauseFigure, inputs: readonly CauseInput[], move: Move, words: CompareWording): string {
  if (figure.of === "last_purchase") return lastPurchaseWords(figure, move, words);
  const { compare, figures } = words;
  const name = compare.causes[figure.of];
  switch (figure.of) {
    case "evidence": {
      const [from, to] = [compare.evidence(figure.from), compare.evidence(figure.to)];
      return figure.from === figure.to ? `${name} ${to}` : `${name} ${from} → ${to}`;
    }
    case "potential_growth":
      return `${name} ${figures.percent(figure.from)} → ${figures.percent(figure.to)}`;
    case "cut_a":
    case "cut_b":
      if (inputs.includes("cut")) return change(name, figure, words);
      return figure.to === null ? "" : `${name} ${amount(figure.to, words)}`;
    default:
      return change(name, figure, words);
  }
}

function change(
  name: string,
  { from, to }: { readonly from: Money | null; readonly to: Money | null },
  words: CompareWording,
): string {
  const { compare, figures } = words;
  if (from === to) return from === null ? "" : compare.asBefore(name, amount(from, words));
  const isFine = from !== null && to !== null && isSameInUnits(from, to, figures);
  const show = (value: Money | null): string =>
    value === null ? compare.notKnown : isFine ? figures.amount(value) : amount(value, words);
  return `${name} ${show(from)} → ${show(to)}`;
}

/** Whether whole units show no difference. Where one lies between them they do. */
const isSameInUnits = (a: Money, b: Money, { grouped }: CompareWording["figures"]): boolean =>
  a - b < unitsPerOne && b - a < unitsPerOne && grouped(a) === grouped(b);

/** Whole units; small amounts to the cent. */
const small = 1_000n * 10_000n;
const amount = (value: Money, { figures }: CompareWording): string =>
  value !== 0n && value < small && value > -small ? figures.amount(value) : figures.grouped(value);

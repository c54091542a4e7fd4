import { formatMoney, type Money } from "../../base/money.ts";
import type { Cause, CauseFigure, CauseInput } from "../../scoring/compare/cause.ts";
import type { Move } from "../../scoring/compare/move.ts";
import { grouped, percent } from "../figures.ts";

/** The causes of a move in a few words and figures; `null` without one. */
export const causeWords = (move: Move, causes: readonly Cause[]): string | null =>
  causes.map((cause) => wordsOf(cause, move)).join("; ") || null;

function wordsOf({ axis, inputs, figures }: Cause, move: Move): string {
  const parts = figures.map((figure) => figureWords(figure, inputs, move)).filter((part) => part !== "");
  return `${axis === "grade" ? "grade: " : ""}${parts.join(", ")}`;
}

/** When somebody who comes or goes bought last. */
function lastPurchaseWords(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  move: Move,
): string {
  if (move === "left") return to === null ? "" : `has not bought since ${to}`;
  if (move === "back") return from === null ? "" : `had not bought since ${from}`;
  return to === null ? "never bought" : "never bought before";
}

const names: Readonly<Record<Exclude<CauseFigure["of"], "last_purchase">, string>> = {
  revenue: "revenue",
  contribution: "contribution",
  costs: "costs",
  annual_revenue: "revenue a year",
  potential_revenue: "could buy",
  potential_growth: "growth",
  cut_a: "A from",
  cut_b: "B from",
  evidence: "by",
};

/** `revenue 412 300 → 350 100`; a figure that is no cause stands as it is now. */
function figureWords(figure: CauseFigure, inputs: readonly CauseInput[], move: Move): string {
  if (figure.of === "last_purchase") return lastPurchaseWords(figure, move);
  const name = names[figure.of];
  switch (figure.of) {
    case "evidence":
      return figure.from === figure.to
        ? `${name} ${word(figure.to)}`
        : `${name} ${word(figure.from)} → ${word(figure.to)}`;
    case "potential_growth":
      return `${name} ${percent(figure.from)} → ${percent(figure.to)}`;
    case "cut_a":
    case "cut_b":
      return inputs.includes("cut") ? change(name, figure) : figure.to === null ? "" : `${name} ${amount(figure.to)}`;
    default:
      return change(name, figure);
  }
}

const word = (rule: string): string => rule.replaceAll("_", " ");

function change(name: string, { from, to }: { readonly from: Money | null; readonly to: Money | null }): string {
  if (from === to) return from === null ? "" : `${name} ${amount(from)} as before`;
  const isFine = from !== null && to !== null && grouped(from) === grouped(to);
  const show = (value: Money | null): string => (value === null ? "n/a" : isFine ? formatMoney(value) : amount(value));
  return `${name} ${show(from)} → ${show(to)}`;
}

/** Whole units; small amounts to the cent. */
const small = 1_000n * 10_000n;
const amount = (value: Money): string =>
  value !== 0n && value < small && value > -small ? formatMoney(value) : grouped(value);

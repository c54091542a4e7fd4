import { formatMoney, type Money } from "../../base/money.ts";
import type { Cause, CauseFigure, CauseInput } from "../../scoring/compare/cause.ts";
import type { Move } from "../../scoring/compare/move.ts";
import { grouped, percent } from "../figures.ts";

/** The causes of a move in a few words and figures; `null` without one. */
export const causeWords = (move: Move, causes: readonly Cause[]): string | null =>
  causes.map((cause) => wordsOf[cause.axis](cause, move)).join("; ") || null;

const wordsOf: Readonly<Record<Cause["axis"], (cause: Cause, move: Move) => string>> = {
  presence: presenceWords,
  class: ({ inputs, figures }) => join(figures.map((figure) => figureWords(figure, inputs))),
  grade: ({ inputs, figures }) => `grade: ${join(figures.map((figure) => figureWords(figure, inputs)))}`,
};

const join = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

function presenceWords({ figures }: Cause, move: Move): string {
  return join(
    figures.map((figure) => {
      if (figure.of !== "last_purchase") return figureWords(figure, []);
      if (move === "left") return figure.to === null ? "" : `has not bought since ${figure.to}`;
      if (move === "back") return figure.from === null ? "" : `had not bought since ${figure.from}`;
      return figure.to === null ? "never bought" : "never bought before";
    }),
  );
}

const names: Readonly<Record<CauseFigure["of"], string>> = {
  revenue: "revenue",
  contribution: "contribution",
  costs: "costs",
  annual_revenue: "revenue a year",
  potential_revenue: "could buy",
  potential_growth: "growth",
  cut_a: "A from",
  cut_b: "B from",
  evidence: "by",
  last_purchase: "last purchase",
};

/** `revenue 412 300 → 350 100`; a figure that is no cause stands as it is now. */
function figureWords(figure: CauseFigure, inputs: readonly CauseInput[]): string {
  const name = names[figure.of];
  switch (figure.of) {
    case "evidence":
      return figure.from === figure.to
        ? `${name} ${word(figure.to)}`
        : `${name} ${word(figure.from)} → ${word(figure.to)}`;
    case "potential_growth":
      return `${name} ${percent(figure.from)} → ${percent(figure.to)}`;
    case "last_purchase":
      return `${name} ${figure.to ?? ""}`;
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

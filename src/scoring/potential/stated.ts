import { formatMoney, unitsPerOne, zero } from "../../base/money.ts";
import type { Candidate, Judge } from "./evidence.ts";
import { type Fraction, fromMoney, times, toMoney } from "./fraction.ts";
import type { Grade } from "./grade.ts";

const grades: ReadonlyMap<string, Grade> = new Map([
  ["a", "a"],
  ["b", "b"],
  ["c", "c"],
  ["d", "d"],
  ["k", "c"],
]);

/** The grade that a word states; `k` (from "liten k", small c) is c, any other word is `null`. */
export const readGrade = (text: string): Grade | null => grades.get(text.trim().toLowerCase()) ?? null;

/** A stated grade, with the figure beside it where there is one. It holds at any revenue. docs/method.md §4, level 1. */
export const statedGrade: Judge = ({ card }, annual) => {
  const grade = readGrade(card?.potentialGrade ?? "");
  if (grade === null) return null;
  return {
    rule: "stated_grade",
    source: "stated",
    confidence: "high",
    grade,
    limit: null,
    potential: figureOf(card, annual)?.potential ?? null,
    reason: () => `grade ${grade} stated`,
    driver: null,
    remark: null,
  };
};

/** A stated growth, else a stated yearly revenue; the growth decides the grade. docs/method.md §4, level 1. */
export const statedFigure: Judge = ({ card }, annual) => {
  const figure = figureOf(card, annual);
  if (figure === null) return null;
  const { rule, potential, reason } = figure;
  return { rule, source: "stated", confidence: "high", grade: null, potential, reason, driver: null, remark: null };
};

/** What a figure says, and how it is told. */
interface Figure {
  readonly rule: "stated_growth" | "stated_revenue";
  readonly potential: Fraction;
  readonly reason: () => string;
}

/** A growth needs a revenue above zero to grow from; a yearly revenue stands for itself. */
function figureOf(card: Candidate["card"], annual: Fraction): Figure | null {
  const [growth, revenue] = [card?.potentialGrowthPct ?? null, card?.potentialRevenue ?? null];
  if (growth !== null && annual.top > zero) {
    const potential = times(annual, hundredPercent + growth, hundredPercent);
    return { rule: "stated_growth", potential, reason: () => `growth of ${formatMoney(growth)} % stated` };
  }
  if (revenue === null) return null;
  const reason = () => `${formatMoney(revenue)} stated against ${formatMoney(toMoney(annual))} a year`;
  return { rule: "stated_revenue", potential: fromMoney(revenue), reason };
}

/** 100 percent in the units of a stated growth, 1/10,000 of a percent point. */
const hundredPercent = 100n * unitsPerOne;

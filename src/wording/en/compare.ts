import type { Money } from "../../base/money.ts";
import type { CauseFigure, CauseInput } from "../../scoring/compare/cause.ts";
import type { MigrationAxis } from "../../scoring/compare/migration.ts";
import type { Move } from "../../scoring/compare/move.ts";
import { figures, inUnit } from "./figures.ts";

const moves: Readonly<Record<Move, string>> = {
  down: "down",
  left: "left",
  up: "up",
  back: "back",
  new: "new",
  regraded: "regraded",
  same: "the same",
};

const inputs: Readonly<Record<CauseInput, string>> = {
  revenue: "their own revenue",
  costs: "their own costs",
  cut: "the cut, which others moved",
  potential: "what they could buy",
  peers: "their peers",
  categories: "categories that others buy",
  trend: "their trend",
  evidence: "other evidence",
  refusal: "a refusal",
};

const causes: Readonly<Record<Exclude<CauseFigure["of"], "last_purchase">, string>> = {
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

const axes: Readonly<Record<MigrationAxis, string>> = { cell: "cell", class: "class", grade: "grade", stage: "stage" };

export const compare = {
  terms: {
    compared: "compared",
    moves: "moves",
    rulesDiffer: "rules differ",
    notInTrend: "not in trend",
    notSameRules: "not the same rules",
    notInTheTrend: "not in the trend",
  },
  whole: (
    from: { readonly asOf: string; readonly revenue: Money; readonly customers: number },
    to: { readonly asOf: string; readonly revenue: Money; readonly customers: number },
    months: number,
    currency: string | null,
  ) =>
    `${from.asOf} to ${to.asOf}, windows of ${months} months: revenue ${figures.grouped(from.revenue)} → ${figures.grouped(to.revenue)}${inUnit(currency)} (${figures.gain(to.revenue - from.revenue)}), customers ${from.customers} → ${to.customers}`,
  moved: (count: number, move: Move) => `${count} ${moves[move]}`,
  /** Of a line about the customers of a move. */
  moveTerm: (move: Move) => move as string,
  why: (move: Move, isDouble: boolean, causes: string) =>
    `${move}: ${isDouble ? "causes, a move may have two: " : ""}${causes}`,
  whyInput: (count: number, input: CauseInput) => `${count} by ${inputs[input]}`,
  names: (names: string, from: Money, to: Money) =>
    `${names} (revenue ${figures.grouped(from)} → ${figures.grouped(to)})`,
  fromTo: (axis: MigrationAxis) => `${axes[axis]} from \\ to`,
  place: (place: string) => place,
  customers: "customers",
  gradeCause: (cause: string) => `grade: ${cause}`,
  notSince: (date: string) => `has not bought since ${date}`,
  hadNotSince: (date: string) => `had not bought since ${date}`,
  never: "never bought",
  neverBefore: "never bought before",
  causes,
  asBefore: (name: string, amount: string) => `${name} ${amount} as before`,
  evidence: (rule: string | null) => (rule ?? "").replaceAll("_", " "),
  notKnown: "n/a",
  windowNotCovered: (asOf: string, salesFrom: string | null) =>
    `the window of ${asOf} is not covered by the sales, ${salesFrom === null ? "of which there are none" : `which begin ${salesFrom}`}`,
  notComparable: (windows: string, change: "changed" | "grew" | "fell") =>
    `${windows}: the two dates are not comparable, and revenue ${change} by the missing months too`,
  trend: { trend: "trend", customers: "customers", revenue: "revenue", increment: "increment" },
};

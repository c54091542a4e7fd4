import type { IsoDate } from "../../base/calendar.ts";
import { type Money, zero } from "../../base/money.ts";
import type { ValueClass } from "../abc/letter.ts";
import type { Grade } from "../potential/grade.ts";
import { gradeLimits } from "../potential/grade.ts";
import type { Move } from "./move.ts";
import type { Ranking } from "./ranking.ts";
import type { ComparedScore } from "./score.ts";

/**
 * What changed and so changed the score. `revenue`, `costs`: the customer's own. `cut`: where the letter begins, because others brought in
 * more or less, or there are more or fewer of them. `potential`: what is stated, its wallet, users or regions. `peers`: what
 * others buy. `categories`: what others buy and it does not. `trend`: its revenue against the window before. `evidence`: another
 * kind of evidence decides. `refusal`: it refuses, or no longer.
 */
export const causeInputs = [
  "revenue",
  "costs",
  "cut",
  "potential",
  "peers",
  "categories",
  "trend",
  "evidence",
  "refusal",
] as const;
export type CauseInput = (typeof causeInputs)[number];

/** A figure on both dates. */
export type CauseFigure =
  | {
      readonly of: "revenue" | "contribution" | "costs" | "annual_revenue" | "potential_revenue" | "cut_a" | "cut_b";
      readonly from: Money | null;
      readonly to: Money | null;
    }
  | { readonly of: "potential_growth"; readonly from: number | null; readonly to: number | null }
  | { readonly of: "evidence"; readonly from: string; readonly to: string }
  | { readonly of: "last_purchase"; readonly from: IsoDate | null; readonly to: IsoDate | null };

export interface Cause {
  readonly axis: "presence" | "class" | "grade";
  /** In the order of `causeInputs`; several where it took all of them, or where each alone would have done. */
  readonly inputs: readonly CauseInput[];
  readonly figures: readonly CauseFigure[];
}

/** Two customers' rows of one id. */
interface Pair {
  readonly from: ComparedScore;
  readonly to: ComparedScore;
}

/** The rankings of both dates. */
export interface Rankings {
  readonly from: Ranking;
  readonly to: Ranking;
}

/**
 * Why a customer moved: of the class, and of the grade if that changed too; nothing for `same`. An input is the cause if the change
 * comes about with it alone, the other figures as they were: the earlier ranking is asked again with the later amount, and
 * the later ranking with the earlier one. Source: docs/method.md §13.
 */
export function causesOf(
  move: Move,
  from: ComparedScore | null,
  to: ComparedScore | null,
  rankings: Rankings,
): readonly Cause[] {
  if (move === "same") return [];
  if (move === "new" || move === "back" || move === "left") return [presenceCause(from, to)];
  const pair = { from: from as ComparedScore, to: to as ComparedScore };
  const grade = pair.from.potential === pair.to.potential ? [] : [gradeCause(pair)];
  return move === "regraded" ? grade : [classCause(pair, rankings), ...grade];
}

/** Costs alone bring a customer into the portfolio or out of it where it did not buy. */
function presenceCause(from: ComparedScore | null, to: ComparedScore | null): Cause {
  const byCosts = from?.status === "cost_only" || to?.status === "cost_only";
  return {
    axis: "presence",
    inputs: [byCosts ? "costs" : "revenue"],
    figures: [
      { of: "last_purchase", from: from?.lastPurchase ?? null, to: to?.lastPurchase ?? from?.lastPurchase ?? null },
      byCosts
        ? { of: "costs", from: from?.costs ?? null, to: to?.costs ?? null }
        : { of: "revenue", from: from?.revenue ?? zero, to: to?.revenue ?? zero },
    ],
  };
}

function classCause(pair: Pair, rankings: Rankings): Cause {
  const { from, to } = pair;
  if (from.class === "D" || to.class === "D") return lossCause(pair);
  if (from.valueClass === null || to.valueClass === null) return unrankedCause(pair);
  return rankCause(pair, from.valueClass, to.valueClass, rankings);
}

/** Class D begins and ends where costs and revenue cross. */
function lossCause({ from, to }: Pair): Cause {
  const isLoss = to.class === "D";
  const byRevenue = loses(to.revenue, from.costs) === isLoss;
  const byCosts = loses(from.revenue, to.costs) === isLoss;
  return {
    axis: "class",
    inputs: byRevenue === byCosts ? ["revenue", "costs"] : [byRevenue ? "revenue" : "costs"],
    figures: [
      { of: "revenue", from: from.revenue, to: to.revenue },
      { of: "costs", from: from.costs, to: to.costs },
      { of: "contribution", from: from.contribution, to: to.contribution },
    ],
  };
}

/** Costs that are not evaluated take nothing away. */
const loses = (revenue: Money, costs: Money | null): boolean => revenue - (costs ?? zero) < zero;

/** On one of the dates the customer had no letter: no line in the window, or a total that gives nobody one. */
const unrankedCause = ({ from, to }: Pair): Cause => ({
  axis: "class",
  inputs: [from.rank === null || to.rank === null ? "revenue" : "cut"],
  figures: [{ of: "revenue", from: from.revenue, to: to.revenue }],
});

function rankCause({ from, to }: Pair, was: ValueClass, is: ValueClass, rankings: Rankings): Cause {
  const isReached = (letter: ValueClass | null): boolean => letter !== null && (is < was ? letter <= is : letter >= is);
  const amounts = { from: rankings.from.amountOf(from), to: rankings.to.amountOf(to) };
  const byAmount = isReached(rankings.from.letterIf(from, amounts.to));
  const byCut = isReached(rankings.to.letterIf(to, amounts.from));
  // Upwards the letter that was reached, downwards the next better one, which was missed.
  const letter = is < was ? (is as "A" | "B") : is === "B" ? "A" : "B";
  const ranked = amounts.from === from.revenue && amounts.to === to.revenue ? "revenue" : "contribution";
  return {
    axis: "class",
    inputs: [
      ...(byAmount || !byCut ? amountInputs({ from, to }, ranked) : []),
      ...(byCut || !byAmount ? (["cut"] as const) : []),
    ],
    figures: [
      { of: ranked, ...amounts },
      { of: letter === "A" ? "cut_a" : "cut_b", from: rankings.from.leastOf(letter), to: rankings.to.leastOf(letter) },
    ],
  };
}

/** A contribution moves with revenue and costs; those of them that changed. */
function amountInputs({ from, to }: Pair, ranked: "revenue" | "contribution"): CauseInput[] {
  if (ranked === "revenue" || from.costs === to.costs) return ["revenue"];
  return from.revenue === to.revenue ? ["costs"] : ["revenue", "costs"];
}

/** The input beside the revenue that a grade by each rule rests on. */
const inputOfRule: Readonly<Record<string, CauseInput>> = {
  stated_grade: "potential",
  stated_growth: "potential",
  stated_revenue: "potential",
  wallet: "potential",
  seats: "potential",
  regions: "potential",
  peers: "peers",
  white_space: "categories",
  trend: "trend",
};

/** Rules whose potential is an amount of its own; the others multiply the customer's revenue. */
const amountRules: ReadonlySet<string> = new Set(["stated_revenue", "wallet", "peers"]);

function gradeCause({ from, to }: Pair): Cause {
  const [was, is] = [from.gradeRule, to.gradeRule];
  const growth = { of: "potential_growth", from: from.potentialGrowth, to: to.potentialGrowth } as const;
  const annual = { of: "annual_revenue", from: from.annualRevenue, to: to.annualRevenue } as const;
  const cause = (inputs: readonly CauseInput[], figures: readonly CauseFigure[]): Cause => ({
    axis: "grade",
    inputs,
    figures,
  });
  if (was !== is) {
    const evidence = { of: "evidence", from: was, to: is } as const;
    if (was === "refused" || is === "refused") return cause(["refusal"], [evidence]);
    if (was === "no_base" || is === "no_base") return cause(["revenue"], [annual, evidence]);
    return cause(["evidence"], [evidence, growth]);
  }
  const other = inputOfRule[is] as CauseInput;
  if (!amountRules.has(is)) return cause([other], [{ of: "evidence", from: was, to: is }, growth]);
  const byRevenue = gradeOf(from.potentialRevenue, to.annualRevenue) === to.potential;
  const byPotential = gradeOf(to.potentialRevenue, from.annualRevenue) === to.potential;
  return cause(byRevenue === byPotential ? ["revenue", other] : [byRevenue ? "revenue" : other], [
    { of: "evidence", from: was, to: is },
    annual,
    { of: "potential_revenue", from: from.potentialRevenue, to: to.potentialRevenue },
  ]);
}

/** The grade that a yearly potential makes of an annual revenue, both as shown and above zero. */
function gradeOf(potential: Money | null, annual: Money): Grade {
  const reached = gradeLimits.find(({ tenths }) => (potential as Money) * 10n >= annual * tenths);
  return reached === undefined ? "d" : reached.grade;
}

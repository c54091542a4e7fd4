import { zero } from "../../base/money.ts";
import { comparison } from "./comparison.ts";
import type { EvidenceLevel, Judge, Market, PotentialSource } from "./evidence.ts";
import { refusal } from "./refusal.ts";
import { seatsAndRegions } from "./seats.ts";
import { statedFigure, statedGrade } from "./stated.ts";
import { trend } from "./trend.ts";
import { wallet } from "./wallet.ts";

/** A level of evidence and the sources it draws on. */
interface ListedLevel {
  readonly sources: readonly PotentialSource[];
  /** What is said outright holds whatever the customer buys; what compares with the revenue needs one above zero. */
  readonly atAnyRevenue: boolean;
  readonly level: EvidenceLevel;
}

/** The order of evidence; a stated grade comes before figures stated beside it. Source: docs/method.md §4. */
const levels: readonly ListedLevel[] = [
  { sources: ["stated"], atAnyRevenue: true, level: () => statedGrade },
  { sources: ["stated"], atAnyRevenue: false, level: () => statedFigure },
  { sources: ["wallet"], atAnyRevenue: false, level: wallet },
  { sources: ["seats", "regions"], atAnyRevenue: false, level: seatsAndRegions },
  { sources: ["peers", "white_space"], atAnyRevenue: false, level: comparison },
  { sources: ["trend"], atAnyRevenue: false, level: trend },
];

/** The levels that draw on a wanted source, in the order in which the first of their sources is named. */
export function levelsInOrder(wanted: readonly PotentialSource[]): ListedLevel[] {
  const placeOf = ({ sources }: ListedLevel): number => wanted.findIndex((source) => sources.includes(source));
  return levels.filter((level) => placeOf(level) !== -1).sort((a, b) => placeOf(a) - placeOf(b));
}

/** The levels whose sources are wanted as one: what the first that applies says, a refusal before all of them. */
export function firstEvidence(market: Market): Judge {
  const judges = levelsInOrder(market.sources).map(({ level, atAnyRevenue }) => ({
    judge: level(market),
    atAnyRevenue,
  }));
  return (candidate, annual, index) => {
    const refused = refusal(candidate);
    if (refused !== null) return refused;
    for (const { judge, atAnyRevenue } of judges) {
      const evidence = atAnyRevenue || annual.top > zero ? judge(candidate, annual, index) : null;
      if (evidence !== null) return evidence;
    }
    return null;
  };
}

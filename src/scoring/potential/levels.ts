import type { EvidenceLevel, Judge, Market, PotentialSource } from "./evidence.ts";
import { refusal } from "./refusal.ts";
import { statedFigure, statedGrade } from "./stated.ts";
import { trend } from "./trend.ts";
import { wallet } from "./wallet.ts";

/** A level and the sources it draws on, `null` for one that always counts. */
interface ListedLevel {
  readonly sources: readonly PotentialSource[] | null;
  readonly level: EvidenceLevel;
}

// The order of evidence: the first level that applies decides. Source: docs/method.md §4.

/** What is said outright holds whatever the customer buys. */
export const firmLevels: readonly ListedLevel[] = [
  { sources: null, level: () => refusal },
  { sources: ["stated"], level: () => statedGrade },
];

/** What compares with the revenue needs one above zero. */
export const levelsOnRevenue: readonly ListedLevel[] = [
  { sources: ["stated"], level: () => statedFigure },
  { sources: ["wallet"], level: wallet },
  { sources: ["trend"], level: trend },
];

/** The levels whose sources are wanted as one: what the first that applies says. */
export function firstEvidence(
  levels: readonly ListedLevel[],
  wanted: readonly PotentialSource[],
  market: Market,
): Judge {
  const judges = levels
    .filter(({ sources }) => sources === null || sources.some((source) => wanted.includes(source)))
    .map(({ level }) => level(market));
  return (candidate, annual) => {
    for (const judge of judges) {
      const evidence = judge(candidate, annual);
      if (evidence !== null) return evidence;
    }
    return null;
  };
}

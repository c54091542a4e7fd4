import { counted } from "./figures.ts";

export const stages = {
  /** Of four scores. */
  tooFewScores: (known: string, needed: number) => `${known} of 4 scores known, ${needed} needed`,
  conflict: (limit: number) => `trust, commitment and norms at most ${limit}, and dependent`,
  noneBelow: (limit: number) => `no score below ${limit}`,
  mean: (mean: string, limit: number) => `mean ${mean}, transitional from ${limit}`,
  part: (part: string) => part,
  mismatches: "mismatches",
  mismatch: (mismatch: string, count: number) => `${mismatch} ${count}`,
  none: "none",
  since: (date: string) => `since ${date}`,
  movesSince: (date: string) => `moves since ${date}`,
  move: (move: string, count: number) => `${move} ${count}`,
  nobodyOnBoth: "nobody has a stage on both dates",
  jumpTerm: "jump",
  jump: (customerId: string, from: string | null, to: string | null) =>
    `${customerId}: ${from} to ${to}, which no mechanism explains`,
  tooFew: (count: number) => `the stage of ${counted(count, "customer")}: fewer than 3 of the 4 scores`,
  previousNotCovered: (date: string | null) =>
    `all that happened before ${date}: the sales do not reach back over its window, so proxies may be too low then`,
  noEvents: "norms by proxy: there is no events file",
  noOwners: "mismatches: no customers file names an owner",
  stage: (stage: string) => stage,
  table: {
    stage: "stage",
    customers: "customers",
    ofKnown: "of known",
    byScores: "by scores",
    mixed: "mixed",
    byProxy: "by proxy",
    strategy: "strategy",
  },
};

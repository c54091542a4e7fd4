import type { Candidate, GrowthEvidence, GrowthJudge } from "./evidence.ts";
import { type Fraction, isBelow } from "./fraction.ts";

/** Of the judges that apply, the evidence of the largest potential; of the first where equal. */
export const largest = (judges: readonly GrowthJudge[]): GrowthJudge =>
  chosen(judges, (one, other) => isBelow(other.potential, one.potential));

/** Of the judges that apply, the evidence of the smallest potential; of the first where equal. */
export const smallest = (judges: readonly GrowthJudge[]): GrowthJudge =>
  chosen(judges, (one, other) => isBelow(one.potential, other.potential));

const chosen =
  (judges: readonly GrowthJudge[], isBetter: (one: GrowthEvidence, other: GrowthEvidence) => boolean): GrowthJudge =>
  (candidate: Candidate, annual: Fraction, index: number) => {
    let best: GrowthEvidence | null = null;
    for (const judge of judges) {
      const evidence = judge(candidate, annual, index);
      if (evidence !== null && (best === null || isBetter(evidence, best))) best = evidence;
    }
    return best;
  };

import { compareCodePoints } from "../../base/statistics.ts";
import { unknownGroup } from "../nps/attributes.ts";
import { leastWithTrait, type Member } from "./profile.ts";

type Traits = Pick<Member, "customerId" | "traits">;

/** What a trait says for or against a company. */
export interface TraitEffect {
  /** Share among the best / share in the base, as the profile has it. */
  readonly lift: number;
  /** Natural logarithm of the lift, drawn towards 0 by one average customer. */
  readonly effect: number;
}

/** By place of the attribute, by value; traits of fewer than 3 customers and unknown ones say nothing. */
type Effects = readonly ReadonlyMap<string, TraitEffect>[];

/** A trait that counted, and how. */
export interface FitReason extends TraitEffect {
  readonly at: number;
  readonly value: string;
}

export interface Fit {
  /** 0: the worst value of every attribute, 100: the best of every one, 50: neither for nor against; `null`: nothing is said. */
  readonly fit: number | null;
  /** The sum that the fit shows: logarithms of lifts. */
  readonly sum: number;
  /** The strongest first. */
  readonly reasons: readonly FitReason[];
  /** Places of the attributes that count and are not known, and of those whose value fewer than 3 customers share. */
  readonly unknown: readonly number[];
  readonly unfamiliar: readonly number[];
}

/** How well a fit tells the best from the others. */
export interface CrossValidation {
  /** Chance that of one of the best and one of the others the best has the higher fit; 0.5 is a coin. */
  readonly auc: number;
  readonly folds: number;
}

/**
 * How well any company fits the profile: the sum over its traits of
 *
 *     ln( ((best with trait + s) / (best + 1)) / s )        s = share of the base with the trait
 *
 * that is, of the logarithm of the lift, one customer with average traits counted among the best, so that a trait that none
 * of the best has is bad and not impossible. A sum of 0 is shown as 50, the greatest that any combination of values can reach as
 * 100, the least as 0. Unknown says nothing here: not filled in for our customers and not filled in on a list of prospects are
 * two things.
 *
 * `uses` says which attributes count. The result does not depend on the order of the members. Errors: none. Cost: O(members ×
 * attributes), then O(attributes) a company. Source: docs/method.md §12.
 */
export function fitTo(
  members: readonly Member[],
  isBest: (member: Member) => boolean,
  uses: readonly boolean[],
): (company: Pick<Traits, "traits">) => Fit {
  const effects = effectsOf(countTraits(members, isBest, uses));
  let [least, greatest] = [0, 0];
  for (const values of effects) {
    const reached = [...values.values()].map(({ effect }) => effect);
    least += reached.reduce((a, b) => Math.min(a, b), 0);
    greatest += reached.reduce((a, b) => Math.max(a, b), 0);
  }
  return ({ traits }) => {
    const reasons: FitReason[] = [];
    const [unknown, unfamiliar]: [number[], number[]] = [[], []];
    traits.forEach((value, at) => {
      const found = effects[at]?.get(value);
      if (found !== undefined) reasons.push({ at, value, ...found });
      else if (uses[at] === true) (value === unknownGroup ? unknown : unfamiliar).push(at);
    });
    const sum = reasons.reduce((total, { effect }) => total + effect, 0);
    const fit = reasons.length === 0 ? null : 50 + (sum === 0 ? 0 : (50 * sum) / (sum > 0 ? greatest : -least));
    reasons.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.at - b.at);
    return { fit, sum, reasons, unknown, unfamiliar };
  };
}

/** The sum of what the traits say: that of a fit, without its reasons. */
function sumOf(effects: Effects, traits: readonly string[]): number {
  let sum = 0;
  for (let at = 0; at < traits.length; at++) sum += effects[at]?.get(traits[at] as string)?.effect ?? 0;
  return sum;
}

/** Customers with a trait, and the best among them. */
interface TraitCount {
  customers: number;
  best: number;
}

/** Some customers, the best among them, and for each place of an attribute how many have each of its values. */
interface TraitCounts extends TraitCount {
  readonly traits: readonly Map<string, TraitCount>[];
}

/** Of an attribute that does not count nothing is counted. */
function countTraits(
  members: readonly Member[],
  isBest: (member: Member) => boolean,
  uses: readonly boolean[],
): TraitCounts {
  const counts = { customers: members.length, best: 0, traits: uses.map(() => new Map<string, TraitCount>()) };
  for (const member of members) {
    const best = isBest(member) ? 1 : 0;
    counts.best += best;
    for (let at = 0; at < uses.length; at++) {
      if (uses[at] !== true) continue;
      const values = counts.traits[at] as Map<string, TraitCount>;
      const value = member.traits[at] as string;
      const known = values.get(value);
      if (known === undefined) values.set(value, { customers: 1, best });
      else {
        known.customers += 1;
        known.best += best;
      }
    }
  }
  return counts;
}

/** The counts of all but a part of them. */
const without = (all: TraitCounts, part: TraitCounts): TraitCounts => ({
  customers: all.customers - part.customers,
  best: all.best - part.best,
  traits: all.traits.map((values, at) => {
    const left = new Map<string, TraitCount>();
    for (const [value, { customers, best }] of values) {
      const own = part.traits[at]?.get(value);
      left.set(value, { customers: customers - (own?.customers ?? 0), best: best - (own?.best ?? 0) });
    }
    return left;
  }),
});

const effectsOf = ({ customers: all, best: allBest, traits }: TraitCounts): Effects =>
  traits.map((values) => {
    const effects = new Map<string, TraitEffect>();
    if (allBest === 0) return effects;
    for (const [value, { customers, best }] of values) {
      if (value === unknownGroup || customers < leastWithTrait) continue;
      const share = customers / all;
      effects.set(value, {
        lift: (best * all) / (allBest * customers),
        effect: Math.log((best + share) / ((allBest + 1) * share)),
      });
    }
    return effects;
  });

/** With fewer folds a profile rests on too small a part of the base; five is the custom. */
const mostFolds = 5;

/**
 * Whether the fit is worth anything: the base in five parts, each judged by the profile of the other four. The best and
 * the others are dealt out to the parts in turn, by id, so that each part has its share of both. AUC: over all pairs of one
 * of the best and one of the others in the same part, the share in which the best one has the higher fit; equal fits
 * count half. `null` with fewer than two of either. Cost: O(members × attributes), as the four are all less the fifth.
 */
export function crossValidate(
  members: readonly Member[],
  isBest: (member: Member) => boolean,
  uses: readonly boolean[],
): CrossValidation | null {
  const byId = members.toSorted((a, b) => compareCodePoints(a.customerId, b.customerId));
  const [best, others] = [byId.filter(isBest), byId.filter((member) => !isBest(member))];
  const folds = Math.min(mostFolds, best.length, others.length);
  if (folds < 2) return null;
  let [won, pairs] = [0, 0];
  const all = countTraits(members, isBest, uses);
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (_: unknown, i: number) => i % folds === fold;
    const [heldBest, heldOthers] = [best.filter(isHeld), others.filter(isHeld)];
    const effects = effectsOf(without(all, countTraits([...heldBest, ...heldOthers], isBest, uses)));
    const scores = (own: readonly Member[]) => own.map(({ traits }) => sumOf(effects, traits));
    won += pairsWon(scores(heldBest), scores(heldOthers));
    pairs += heldBest.length * heldOthers.length;
  }
  return { auc: won / pairs, folds };
}

/** In how many pairs the first is the higher, equal ones half: the Mann–Whitney statistic. Cost: O(n log n). */
export function pairsWon(first: readonly number[], second: readonly number[]): number {
  const [own, others] = [first.toSorted((a, b) => a - b), second.toSorted((a, b) => a - b)];
  let [below, notAbove, twice] = [0, 0, 0];
  for (const score of own) {
    while (below < others.length && (others[below] as number) < score) below++;
    while (notAbove < others.length && (others[notAbove] as number) <= score) notAbove++;
    twice += below + notAbove;
  }
  return twice / 2;
}

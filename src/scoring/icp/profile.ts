import { type Money, ratio, zero } from "../../base/money.ts";
import { compare, compareCodePoints } from "../../base/statistics.ts";
import type { Because } from "../because.ts";
import type { CustomerScore } from "../classify/row.ts";
import { unknownGroup } from "../nps/attributes.ts";
import { adjustedForNumber, fisherExact } from "./fisher.ts";
import type { IcpOptions } from "./options.ts";
import { type BandOptions, bandNames, type TraitAttribute } from "./traits.ts";

/** A base of fewer customers says nothing of companies to look for, nor do fewer with one trait of that trait. */
export const leastCustomers = 10;
export const leastWithTrait = 3;

/** A customer of the base, with its value of each attribute. */
export interface Member extends Pick<CustomerScore, "customerId" | "revenue" | "contribution" | "margin" | "orders"> {
  readonly traits: readonly string[];
}

export type Verdict = "seek" | "typical" | "seldom" | "too few";

export interface TraitScore {
  readonly attribute: TraitAttribute;
  readonly value: string;
  /** Customers with the trait among the best, and in the base, the best among them. */
  readonly best: number;
  readonly base: number;
  /** The same as shares; `null` where nobody is among the best. */
  readonly bestShare: number | null;
  readonly support: number;
  /** `bestShare` / `support`; `null` with too few customers, or without a best one. */
  readonly lift: number | null;
  /** Of chance alone, two-sided, of this trait; and adjusted for the number of traits. */
  readonly pValue: number | null;
  readonly pAdjusted: number | null;
  /** Contribution / revenue of those of whom the margin is known; `null` where it is of nobody. */
  readonly margin: number | null;
  /** Orders in the window a customer. */
  readonly ordersPerCustomer: number;
  readonly verdict: Verdict;
  readonly because: Because;
}

/**
 * How often each trait occurs among the best, compared with the whole base: lift = share among the best / share in the base.
 * `seek` and `seldom` are more and less often than chance explains at the chosen rate of false discoveries; everything else
 * is `typical`. In a base of fewer than 10 customers, and for fewer than 3 with a trait, there is no lift.
 *
 * Units: shares as numbers, exact money inside. Attributes in their order; bands from the lowest, other values from the highest
 * lift; unknown last. The result does not depend on input order. Errors: none. Cost: O(customers × attributes). Source:
 * docs/method.md §12.
 */
export function profileTraits(
  members: readonly Member[],
  isBest: (member: Member) => boolean,
  { attributes, bands, falseDiscoveryRate }: Pick<IcpOptions, "attributes" | "bands" | "falseDiscoveryRate">,
): TraitScore[] {
  const bestMembers = members.filter(isBest);
  const bestCount = bestMembers.length;
  const counted = attributes.flatMap((attribute, at) => {
    const bestOf = countTraits(bestMembers, at);
    return [...sumTraits(members, at)].map(([value, own]) => {
      const [best, base] = [bestOf.get(value) ?? 0, own.customers];
      const hasLift = bestCount > 0 && members.length >= leastCustomers && base >= leastWithTrait;
      return {
        attribute,
        value,
        best,
        base,
        bestShare: bestCount === 0 ? null : best / bestCount,
        support: base / members.length,
        lift: hasLift ? (best * members.length) / (bestCount * base) : null,
        pValue: hasLift
          ? fisherExact(best, bestCount - best, base - best, members.length - bestCount - base + best)
          : null,
        margin: ratio(own.contribution, own.revenue),
        ordersPerCustomer: own.orders / base,
      };
    });
  });
  const tested = counted.filter(({ pValue }) => pValue !== null);
  const adjusted = adjustedForNumber(tested.map(({ pValue }) => pValue as number));
  const adjustedOf = new Map(tested.map((trait, i) => [trait, adjusted[i] as number]));
  return counted
    .map((trait): TraitScore => {
      const pAdjusted = adjustedOf.get(trait) ?? null;
      return {
        ...trait,
        pAdjusted,
        ...(trait.lift === null || pAdjusted === null
          ? tooFew(bestCount, members.length, trait.base)
          : judged(trait.lift, pAdjusted, falseDiscoveryRate)),
      };
    })
    .sort(inOrder(attributes, bands));
}

type Judgement = Pick<TraitScore, "verdict" | "because">;

function tooFew(best: number, customers: number, withTrait: number): Judgement {
  if (customers < leastCustomers)
    return tooFewBecause({ rule: "fewer_than_10_customers", value: customers, threshold: leastCustomers });
  if (best === 0) return tooFewBecause({ rule: "nobody_can_be_ranked", value: best, threshold: 1 });
  return tooFewBecause({ rule: "fewer_than_3_with_trait", value: withTrait, threshold: leastWithTrait });
}

const tooFewBecause = (because: Because): Judgement => ({ verdict: "too few", because });

function judged(lift: number, pAdjusted: number, rate: number): Judgement {
  if (pAdjusted > rate || lift === 1)
    return { verdict: "typical", because: { rule: "chance_explains_it", value: pAdjusted, threshold: rate } };
  return lift > 1
    ? { verdict: "seek", because: { rule: "more_often_among_best", value: pAdjusted, threshold: rate } }
    : { verdict: "seldom", because: { rule: "less_often_among_best", value: pAdjusted, threshold: rate } };
}

/** How many customers have each value of the attribute at this place. */
function countTraits(members: readonly Pick<Member, "traits">[], at: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of members) {
    const value = traits[at] as string;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Customers, and what they come to; contribution and revenue of those whose margin is known, which is the ratio of the two. */
export interface MemberSum {
  customers: number;
  orders: number;
  contribution: Money;
  revenue: Money;
}

/** The customers of each value of the attribute at this place, added up. */
export function sumTraits(members: readonly Member[], at: number): Map<string, MemberSum> {
  const sums = new Map<string, MemberSum>();
  for (const member of members) {
    const value = member.traits[at] as string;
    let sum = sums.get(value);
    if (sum === undefined) {
      sum = noMembers();
      sums.set(value, sum);
    }
    addMember(sum, member);
  }
  return sums;
}

/** All of them together. */
export function sumMembers(members: readonly Member[]): MemberSum {
  const sum = noMembers();
  for (const member of members) addMember(sum, member);
  return sum;
}

const noMembers = (): MemberSum => ({ customers: 0, orders: 0, contribution: zero, revenue: zero });

function addMember(sum: MemberSum, { orders, margin, contribution, revenue }: Omit<Member, "traits">): void {
  sum.customers += 1;
  sum.orders += orders;
  if (margin === null) return;
  sum.contribution += contribution as Money;
  sum.revenue += revenue;
}

type Placed = Pick<TraitScore, "attribute" | "value" | "lift" | "base">;

function inOrder(attributes: readonly TraitAttribute[], bands: BandOptions): (a: Placed, b: Placed) => number {
  const placeOf = new Map(attributes.map((attribute, place) => [attribute, place]));
  const bandsOf = new Map(attributes.map((attribute) => [attribute, bandNames(attribute, bands)]));
  const bandOf = ({ attribute, value }: Placed) => bandsOf.get(attribute)?.indexOf(value) ?? 0;
  return (a, b) =>
    (placeOf.get(a.attribute) as number) - (placeOf.get(b.attribute) as number) ||
    Number(a.value === unknownGroup) - Number(b.value === unknownGroup) ||
    bandOf(a) - bandOf(b) ||
    compare(b.lift ?? -1, a.lift ?? -1) ||
    b.base - a.base ||
    compareCodePoints(a.value, b.value);
}

import type { IsoDate } from "../base/calendar.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Card } from "../facts/card.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { CustomerScore } from "./classify/row.ts";
import { type Best, type RankedCustomer, rankBest } from "./icp/best.ts";
import { type BusyGroup, findBusyGroups } from "./icp/busy.ts";
import { type CrossValidation, crossValidate, type Fit, type FitReason, fitTo } from "./icp/fit.ts";
import { type LongStanding, type LongStandingMember, profileLongStanding } from "./icp/long-standing.ts";
import type { IcpOptions } from "./icp/options.ts";
import { leastCustomers, type Member, profileTraits, type TraitScore } from "./icp/profile.ts";
import { type TraitAttribute, type TraitCard, traitsOf } from "./icp/traits.ts";
import { unknownGroup } from "./nps/attributes.ts";

/** What `classify` says of a customer, as far as the profile rests on it. */
export type Classified = RankedCustomer & Pick<CustomerScore, "margin" | "orders" | "status">;

/** A trait of a group that orders often and leaves little: to avoid, whatever the best have. */
export type BusyTrait = Omit<TraitScore, "because" | "verdict"> &
  Pick<BusyGroup, "because"> & { readonly verdict: "avoid" };

export interface IdealProfile {
  /** Customers with a line in the window: whom the best are compared with. */
  readonly base: number;
  readonly isTooSmall: boolean;
  readonly best: Best;
  readonly traits: readonly TraitScore[];
  readonly busy: readonly BusyTrait[];
  /** Such groups of more than 80 % of the base, which are not to be avoided. */
  readonly busyAndNearlyAll: readonly BusyTrait[];
  readonly medianOrders: number | null;
  readonly portfolioMargin: number | null;
  /** Attributes that are known of nobody. */
  readonly unknown: readonly TraitAttribute[];
  /** `null`: the sales name no categories. */
  readonly longStanding: LongStanding | null;
  /** `null`: the base, the best, or the others are too few. */
  readonly validation: CrossValidation | null;
}

/** A reason for or against a prospect. */
export type ProspectReason = Omit<FitReason, "at"> & { readonly attribute: TraitAttribute };

export interface ProspectScore extends Pick<Fit, "fit"> {
  readonly prospectId: string;
  readonly prospectName: string | null;
  readonly reasons: readonly ProspectReason[];
  readonly unknown: readonly TraitAttribute[];
  /** Attributes whose value fewer than three customers share. */
  readonly unfamiliar: readonly TraitAttribute[];
  /** It is in the base, and so no prospect. */
  readonly isCustomer: boolean;
}

export interface ScoredProspects {
  /** The best fit first, then by id. */
  readonly rows: readonly ProspectScore[];
  /** Attributes that count: known of a prospect. */
  readonly used: readonly TraitAttribute[];
  /** By these attributes alone. */
  readonly validation: CrossValidation | null;
}

/** The base with its traits, and who of it is the best. */
interface Profiled {
  readonly members: readonly (Member & LongStandingMember)[];
  readonly best: Best;
  readonly isBest: (member: Member) => boolean;
}

/**
 * Whom to look for: what the best customers have in common that the others do not have. The base are the customers with a
 * sales line in the window; lapsed ones and prospects have nothing to be ranked by.
 *
 * Units: shares as numbers, NPS in points, exact money. The result does not depend on input order. Errors: none; below 10
 * customers there are counts and no lift. Cost: O(n log n). Source: docs/method.md §12.
 */
export function scoreIcp(
  classified: readonly Classified[],
  customers: readonly Pick<CustomerFacts, "customerId" | "card" | "categories">[],
  asOf: IsoDate,
  options: IcpOptions,
): IdealProfile {
  const { attributes } = options;
  const { members, best, isBest } = profiled(classified, customers, asOf, options);
  const isTooSmall = members.length < leastCustomers;
  const traits = profileTraits(members, isBest, options);
  const { groups, nearlyAll, medianOrders, portfolioMargin } = findBusyGroups(members, attributes.length);
  return {
    base: members.length,
    isTooSmall,
    best,
    traits,
    busy: busyTraits(traits, groups, attributes),
    busyAndNearlyAll: busyTraits(traits, nearlyAll, attributes),
    medianOrders,
    portfolioMargin,
    unknown: attributes.filter((_, at) => members.every((member) => member.traits[at] === unknownGroup)),
    longStanding: isTooSmall ? null : profileLongStanding(members, asOf, options),
    validation: isTooSmall
      ? null
      : crossValidate(
          members,
          isBest,
          attributes.map(() => true),
        ),
  };
}

/**
 * Prospects by how well they fit the profile of the best customers, by the attributes that are known of any of them. Below 10
 * customers nobody has a fit. Cost: O(n log n + prospects × attributes). Source: docs/method.md §12.
 */
export function scoreProspects(
  prospects: readonly (Pick<Card, "customerId" | "name"> & TraitCard)[],
  classified: readonly Classified[],
  customers: readonly Pick<CustomerFacts, "customerId" | "card" | "categories">[],
  asOf: IsoDate,
  options: IcpOptions,
): ScoredProspects {
  const { attributes, bands } = options;
  const { members, isBest } = profiled(classified, customers, asOf, options);
  const companies = prospects.map((card) => ({ card, traits: traitsOf(card, yearOf(asOf), attributes, bands) }));
  const uses = attributes.map((_, at) => companies.some(({ traits }) => traits[at] !== unknownGroup));
  const isTooSmall = members.length < leastCustomers;
  const fitOf = fitTo(isTooSmall ? [] : members, isBest, uses);
  const known = new Set(members.map(({ customerId }) => customerId));
  const named = (places: readonly number[]) => places.map((at) => attributes[at] as TraitAttribute);
  const rows = companies.map(({ card: { customerId, name }, traits }): ProspectScore => {
    const { fit, reasons, unknown, unfamiliar } = fitOf({ traits });
    return {
      prospectId: customerId,
      prospectName: name,
      fit,
      reasons: reasons.map(({ at, ...reason }) => ({ attribute: attributes[at] as TraitAttribute, ...reason })),
      unknown: named(unknown),
      unfamiliar: named(unfamiliar),
      isCustomer: known.has(customerId),
    };
  });
  rows.sort((a, b) => (b.fit ?? -1) - (a.fit ?? -1) || compareCodePoints(a.prospectId, b.prospectId));
  return {
    rows,
    used: attributes.filter((_, at) => uses[at]),
    validation: isTooSmall ? null : crossValidate(members, isBest, uses),
  };
}

function profiled(
  classified: readonly Classified[],
  customers: readonly Pick<CustomerFacts, "customerId" | "card" | "categories">[],
  asOf: IsoDate,
  { top, attributes, bands }: IcpOptions,
): Profiled {
  const factsOf = new Map<string, (typeof customers)[number]>();
  for (const customer of customers) factsOf.set(customer.customerId, customer);
  const year = yearOf(asOf);
  const base = classified.filter(({ status }) => status === "active");
  // Of the columns of a row only those that count: the members are gone through again and again.
  const members = base.map(({ customerId, revenue, contribution, margin, orders, firstPurchase }) => {
    const { card = null, categories = null } = factsOf.get(customerId) ?? {};
    const traits = traitsOf(card, year, attributes, bands);
    return { customerId, revenue, contribution, margin, orders, firstPurchase, categories, traits };
  });
  const best = rankBest(base, asOf, top);
  const ids = new Set(best.customers.map(({ customerId }) => customerId));
  return { members, best, isBest: ({ customerId }) => ids.has(customerId) };
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

function busyTraits(
  traits: readonly TraitScore[],
  groups: readonly BusyGroup[],
  attributes: readonly TraitAttribute[],
): BusyTrait[] {
  const groupOf = new Map(groups.map((group) => [`${attributes[group.at]} ${group.value}`, group]));
  return traits.flatMap((trait) => {
    const group = groupOf.get(`${trait.attribute} ${trait.value}`);
    return group === undefined ? [] : [{ ...trait, verdict: "avoid" as const, because: group.because }];
  });
}

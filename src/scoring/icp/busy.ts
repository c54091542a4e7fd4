import { ratio } from "../../base/money.ts";
import type { Because } from "../because.ts";
import { leastWithTrait, type Member, sumMembers, sumTraits } from "./profile.ts";

/** A group that orders often and leaves little. */
export interface BusyGroup {
  /** Place of the attribute. */
  readonly at: number;
  readonly value: string;
  readonly because: { readonly orders: Because; readonly margin: Because };
}

export interface BusyGroups {
  readonly groups: readonly BusyGroup[];
  /** Such groups that are nearly the whole base: nobody can avoid them. */
  readonly nearlyAll: readonly BusyGroup[];
  /** Orders in the window of the customer in the middle; `null` of nobody. */
  readonly medianOrders: number | null;
  /** Of the base, over those of whom it is known; `null`: of nobody, so no group can be said to be below it. */
  readonly portfolioMargin: number | null;
}

/**
 * The groups not to look for more of: more orders a customer than the customer in the middle has, and a margin below the
 * portfolio's. Groups of fewer than 3 customers are not judged; those of more than 80 % of the base stand apart. Orders are compared as whole numbers, margins exactly by
 * their amounts, both without rounding: at the median, or at the portfolio's margin, a group is none of these.
 *
 * The result does not depend on the order of the members. Errors: none. Cost: O(n log n + members × attributes). Source:
 * docs/method.md §12.
 */
export function findBusyGroups(members: readonly Member[], attributes: number): BusyGroups {
  const sorted = members.map(({ orders }) => orders).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  // Twice the median, which stays whole.
  const twice = low === undefined || high === undefined ? 0 : low + high;
  const medianOrders = members.length === 0 ? null : twice / 2;
  const portfolio = sumMembers(members);
  const portfolioMargin = ratio(portfolio.contribution, portfolio.revenue);
  const found = Array.from({ length: attributes }, (_, at) =>
    [...sumTraits(members, at)].flatMap(([value, { customers, orders, contribution, revenue }]) => {
      const isBusy = 2 * orders > twice * customers;
      const margin = ratio(contribution, revenue);
      if (customers < leastWithTrait || !isBusy || margin === null) return [];
      if (contribution * portfolio.revenue >= portfolio.contribution * revenue) return [];
      return [
        {
          customers,
          group: {
            at,
            value,
            because: {
              orders: { rule: "more_orders_than_median", value: orders / customers, threshold: medianOrders },
              margin: { rule: "margin_below_portfolio", value: margin, threshold: portfolioMargin },
            },
          },
        },
      ];
    }),
  ).flat();
  return {
    groups: found.filter(({ customers }) => !isNearlyAll(customers, members.length)).map(({ group }) => group),
    nearlyAll: found.filter(({ customers }) => isNearlyAll(customers, members.length)).map(({ group }) => group),
    medianOrders,
    portfolioMargin,
  };
}

/** More than 80 %, exactly. */
const isNearlyAll = (customers: number, base: number): boolean => 5 * customers > 4 * base;

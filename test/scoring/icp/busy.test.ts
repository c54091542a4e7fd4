// Worked by hand from docs/method.md §12.
import { describe, expect, it } from "vitest";
import { findBusyGroups } from "../../../src/scoring/icp/busy.ts";
import { member } from "./members.ts";

/** Three customers of a value with these orders each and this contribution of a revenue of 100 each. */
const group = (value: string, orders: readonly number[], contribution: bigint) =>
  orders.map((count, i) =>
    member(`${value}${i}`, [value], { orders: count, contribution, margin: Number(contribution) / 100 }),
  );

describe("groups that order often and leave little", () => {
  // Orders 1 1 1 4 5 6 7 8 9: the median is 5. Margins 40 %, 10 %, 40 %: the portfolio's is 270 of 900, 30 %.
  const members = [
    ...group("rare", [1, 1, 1], 40n),
    ...group("poor", [4, 6, 8], 10n),
    ...group("rich", [5, 7, 9], 40n),
  ];

  it("more orders than the median and a margin below the portfolio's", () =>
    expect(findBusyGroups(members, 1)).toEqual({
      groups: [
        {
          at: 0,
          value: "poor",
          because: {
            orders: { rule: "more_orders_than_median", value: 6, threshold: 5 },
            margin: { rule: "margin_below_portfolio", value: 0.1, threshold: 0.3 },
          },
        },
      ],
      nearlyAll: [],
      medianOrders: 5,
      portfolioMargin: 0.3,
    }));

  it("as many orders as the median are not more", () => {
    const at = [...group("rare", [1, 1, 1], 40n), ...group("poor", [4, 5, 6], 10n), ...group("rich", [5, 7, 9], 40n)];
    expect(findBusyGroups(at, 1)).toMatchObject({ groups: [], medianOrders: 5 });
  });

  it("the portfolio's margin is not below it", () => {
    // 35, 30 and 25 of 100: the portfolio has 30 %.
    const at = [...group("rare", [1, 1, 1], 35n), ...group("even", [5, 6, 7], 30n), ...group("rich", [5, 7, 9], 25n)];
    expect(findBusyGroups(at, 1).groups.map(({ value }) => value)).toEqual(["rich"]);
  });

  it("two customers are not judged", () =>
    expect(findBusyGroups([...group("rare", [1, 1, 1], 40n), ...group("poor", [8, 9], 10n)], 1).groups).toEqual([]));

  it("every attribute by itself", () => {
    const both = members.map((each, i) => ({ ...each, traits: [...each.traits, i < 6 ? "lower" : "upper"] }));
    // lower: 21 orders of 6 are 3.5; upper: 21 of 3 are 7, but at 40 %.
    expect(findBusyGroups(both, 2).groups.map(({ at, value }) => [at, value])).toEqual([[0, "poor"]]);
  });
});

describe("the median", () => {
  it("between two customers", () => {
    // Orders 1, 1, 2, 5: 1.5 in the middle.
    const members = [...group("a", [1], 40n), ...group("b", [1, 2, 5], 10n)];
    expect(findBusyGroups(members, 1)).toMatchObject({ groups: [{ value: "b" }], medianOrders: 1.5 });
  });

  it("of nobody", () =>
    expect(findBusyGroups([], 1)).toEqual({ groups: [], nearlyAll: [], medianOrders: null, portfolioMargin: null }));
});

it("without a margin nobody is below one", () => {
  const unknown = group("a", [1, 5, 9], 0n).map((each) => ({ ...each, margin: null }));
  expect(findBusyGroups(unknown, 1)).toMatchObject({ groups: [], portfolioMargin: null });
  const partly = [...unknown, ...group("b", [1, 1, 1], 10n)];
  expect(findBusyGroups(partly, 1)).toMatchObject({ groups: [], portfolioMargin: 0.1 });
});

describe("a group that is nearly everybody", () => {
  /** So many of five orders and 10 %, one of nine orders among them, and the rest of one order and 40 %. */
  const wide = (busy: number, others: number) => [
    ...group("wide", [...Array.from({ length: busy - 1 }, () => 5), 9], 10n),
    ...group(
      "rest",
      Array.from({ length: others }, () => 1),
      40n,
    ),
  ];

  it.each([
    // 8 of 10 are 80 %, and not more; 9 of 11 are 81.8 %.
    [8, 2, ["wide"], []],
    [9, 2, [], ["wide"]],
  ])("%i of them and %i others", (busy, others, avoided, nearlyAll) => {
    const found = findBusyGroups(wide(busy, others), 1);
    expect(found.groups.map(({ value }) => value)).toEqual(avoided);
    expect(found.nearlyAll.map(({ value }) => value)).toEqual(nearlyAll);
  });
});

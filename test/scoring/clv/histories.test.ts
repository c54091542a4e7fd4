import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupHistories, inOrder, runsOf } from "../../../src/scoring/clv/histories.ts";

const columns = (rows: readonly (readonly [number, number, number])[]) => ({
  repeatPurchases: rows.map(([x]) => x),
  lastPurchaseDay: rows.map(([, last]) => last),
  observedDays: rows.map(([, , observed]) => observed),
});

describe("groups", () => {
  it("count equal histories, by x, then T, then t_x", () => {
    const groups = groupHistories(
      columns([
        [1, 5, 9],
        [0, 0, 9],
        [1, 4, 9],
        [1, 8, 8],
        [0, 0, 9],
        [1, 5, 9],
      ]),
    );
    expect(Array.from(groups.repeatPurchases)).toEqual([0, 1, 1, 1]);
    expect(Array.from(groups.observedDays)).toEqual([9, 8, 9, 9]);
    expect(Array.from(groups.lastPurchaseDay)).toEqual([0, 8, 4, 5]);
    expect(Array.from(groups.weight)).toEqual([2, 1, 1, 2]);
    expect(groups.customers).toBe(6);
    expect(runsOf(groups)).toEqual([
      { repeatPurchases: 0, from: 0, to: 1 },
      { repeatPurchases: 1, from: 1, to: 4 },
    ]);
  });

  it("of nobody", () => {
    const groups = groupHistories(columns([]));
    expect(groups.customers).toBe(0);
    expect(runsOf(groups)).toEqual([]);
  });

  const history = fc.tuple(fc.nat(3), fc.nat(100_000), fc.constantFrom(7, 70_000, 4_294_967_295));

  it("are the same in any order of the customers", () => {
    fc.assert(
      fc.property(fc.array(history), (rows) => {
        expect(groupHistories(columns(rows.toReversed()))).toEqual(groupHistories(columns(rows)));
      }),
    );
  });

  it("customers in order: sorted like rows of numbers, equal ones as given", () => {
    fc.assert(
      fc.property(fc.array(history), (rows) => {
        const sorted = rows
          .map(([x, last, observed], index) => [x, observed, last, index] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
        expect(Array.from(inOrder(columns(rows)))).toEqual(sorted.map(([, , , index]) => index));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tallied, tallyMatrix } from "../../../src/scoring/matrix/tally.ts";
import { cellOrder } from "../../../src/scoring/matrix.ts";

const customer = (
  cell: Tallied["cell"],
  revenue: bigint,
  potentialIncrement: bigint | null,
  status: Tallied["status"] = "active",
): Tallied => ({ cell, revenue, potentialIncrement, status });

describe("tallyMatrix", () => {
  const tally = tallyMatrix([
    customer("Ba", 300n, 400n),
    customer("Ad", 500n, null),
    customer("Ba", 100n, 150n),
    customer("Aa", 100n, null),
    customer("Aa", -20n, 7n),
    customer(null, 0n, null, "lapsed"),
    customer(null, 0n, null, "prospect"),
    customer(null, 20n, null),
  ]);
  const cell = (name: string) => tally.cells.find((each) => each.cell === name);

  it("sums each cell", () => {
    // Of 300 + 500 + 100 + 100 - 20 + 20 = 1000 in all.
    expect(cell("Ba")).toEqual({
      cell: "Ba",
      class: "B",
      potential: "a",
      priority: 2,
      customers: 2,
      revenue: 400n,
      revenueShare: 0.4,
      increment: 550n,
      unknownIncrement: 0,
    });
    expect(cell("Aa")).toMatchObject({ customers: 2, revenue: 80n, revenueShare: 0.08, priority: 1 });
  });

  it("adds up the known increments, and says how many are not", () => {
    expect(cell("Aa")).toMatchObject({ increment: 7n, unknownIncrement: 1 });
    expect(cell("Ad")).toMatchObject({ increment: null, unknownIncrement: 1 });
    expect(tally).toMatchObject({ increment: 557n, unknownIncrement: 2 });
  });

  it("has all twenty cells in their order, empty ones too", () => {
    expect(tally.cells.map((each) => each.cell)).toEqual(cellOrder);
    expect(tally.cells.map(({ priority }) => priority)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(cell("D?")).toMatchObject({ class: "D", potential: "?", customers: 0, revenue: 0n, increment: null });
  });

  it("sums those without a cell apart", () =>
    expect(tally.withoutCell).toEqual({
      customers: 3,
      revenue: 20n,
      statuses: { active: 1, lapsed: 1, cost_only: 0, prospect: 1 },
    }));

  it("has no shares where the total is not above zero", () =>
    expect(tallyMatrix([customer("Dd", -5n, 0n)]).cells.at(-1)).toMatchObject({ customers: 1, revenueShare: null }));

  it("loses nobody, whatever the order", () => {
    const anyCustomer = fc.record({
      cell: fc.constantFrom(...cellOrder, null),
      revenue: fc.bigInt({ min: -9n, max: 9n }),
      potentialIncrement: fc.option(fc.bigInt({ min: -9n, max: 9n })),
      status: fc.constantFrom("active" as const, "lapsed" as const, "cost_only" as const),
    });
    fc.assert(
      fc.property(fc.array(anyCustomer), (customers) => {
        const { cells, withoutCell, ...all } = tallyMatrix(customers);
        expect(cells.reduce((sum, each) => sum + each.customers, withoutCell.customers)).toBe(customers.length);
        expect(cells.reduce((sum, each) => sum + each.revenue, withoutCell.revenue)).toBe(all.revenue);
        expect(tallyMatrix(customers.toReversed())).toEqual({ cells, withoutCell, ...all });
      }),
    );
  });
});

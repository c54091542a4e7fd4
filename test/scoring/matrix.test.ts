import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, cellOf, cellOrder, inPriorityOrder } from "../../src/scoring/matrix.ts";

describe("cells", () => {
  it("are every class with every grade, once", () => {
    const all = [..."ABCD"].flatMap((letter) => [..."abcd?"].map((grade) => letter + grade));
    expect([...cellOrder].toSorted()).toEqual(all.toSorted());
  });

  it("need a class", () => {
    expect(cellOf("B", "a")).toBe("Ba");
    expect(cellOf("D", "?")).toBe("D?");
    expect(cellOf(null, "a")).toBeNull();
  });
});

const row = (customerId: string, cell: Cell | null, potentialIncrement: bigint | null, revenue: bigint) => ({
  customerId,
  cell,
  potentialIncrement,
  revenue,
});
const ids = (rows: Parameters<typeof inPriorityOrder>[0]) => inPriorityOrder(rows).map((each) => each.customerId);

describe("inPriorityOrder", () => {
  it("puts one million that can triple before five millions at their ceiling", () =>
    expect(ids([row("full", "Ad", 0n, 5_000_000n), row("open", "Ba", 2_000_000n, 1_000_000n)])).toEqual([
      "open",
      "full",
    ]));

  it("follows the cells, those without one last", () => {
    const rows = [...cellOrder, null].map((cell) => row(String(cell), cell, null, 0n));
    expect(ids(rows.toReversed())).toEqual([...cellOrder.map(String), "null"]);
  });

  it("inside a cell by increment, unknown ones last, then revenue, then id by code point", () =>
    expect(
      ids([
        row("g", "Aa", null, 9n),
        row("f", "Aa", -1n, 9n),
        row("\u{1F600}", "Aa", 5n, 1n),
        row("\uFF21", "Aa", 5n, 1n),
        row("b", "Aa", 5n, 2n),
        row("a", "Aa", 6n, 0n),
        row("h", "Aa", null, 8n),
      ]),
    ).toEqual(["a", "b", "\uFF21", "\u{1F600}", "f", "g", "h"]));

  it("does not depend on input order", () => {
    const anyRow = fc.record({
      customerId: fc.string({ unit: "binary" }),
      cell: fc.constantFrom(...cellOrder, null),
      potentialIncrement: fc.option(fc.bigInt({ min: -2n, max: 2n })),
      revenue: fc.bigInt({ min: -2n, max: 2n }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: (each) => each.customerId }), (rows) => {
        expect(inPriorityOrder(rows.toReversed())).toEqual(inPriorityOrder(rows));
      }),
    );
  });
});

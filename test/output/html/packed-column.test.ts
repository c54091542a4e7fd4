import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packColumn } from "../../../src/output/html/packed-column.ts";
import { englishNotation } from "../../../src/output/notation.ts";
import type { Cell, Column, ColumnKind } from "../../../src/output/report.ts";

const pack = (kind: ColumnKind, cells: readonly Cell[], more: Partial<Column> = {}) =>
  packColumn(
    { name: "a_column", kind, onTerminal: true, ...more },
    cells.map((cell) => [cell]),
    0,
    false,
    englishNotation,
  );

describe("a packed column", () => {
  it("has each value once and in order, and for each row its place", () => {
    expect(pack("count", [30, 4, null, 12_345, 4])).toEqual({
      name: "a_column",
      label: "a column",
      look: "figure",
      values: ["4", "30", "12 345"],
      cells: [1, 0, -1, 2, 0],
      tones: {},
    });
  });

  it("takes what is not known for nothing", () => {
    const { values, cells } = pack("ratio", [
      Number.NaN,
      0.5,
      Number.POSITIVE_INFINITY,
      null,
      Number.NEGATIVE_INFINITY,
    ]);
    expect([values, cells]).toEqual([["50.0 %"], [-1, 0, -1, -1, -1]]);
  });

  it("takes values that read the same for one", () => {
    // In units of 1/10,000: 1.00, 1.004, 1.005.
    const { values, cells } = pack("money", [10_050n, 10_000n, 10_040n]);
    expect([values, cells]).toEqual([
      ["1.00", "1.01"],
      [1, 0, 0],
    ]);
    expect(pack("points", [0, -0, -0.001])).toMatchObject({ values: ["0.00"], cells: [0, 0, 0] });
  });

  it("keeps amounts apart that are one as floating point numbers", () => {
    // 2^60 units are 115,292,150,460,684.6976; 100 units, a cent, more are the same double, whose steps are 256 there.
    const large = 2n ** 60n;
    const { values, cells } = pack("money", [large + 100n, 10_000n, null, large]);
    expect([values, cells]).toEqual([
      ["1.00", "115 292 150 460 684.70", "115 292 150 460 684.71"],
      [2, 0, -1, 1],
    ]);
  });

  it("is in order of code points where texts differ in more than capitals", () => {
    // U+1F600 is above U+FF5E, though its first half, U+D83D, is below.
    expect(pack("text", ["\u{1f600}", "\uff5e", "b", "A", "a"]).values).toEqual(["A", "a", "b", "\uff5e", "\u{1f600}"]);
  });

  it("gives every row its value back, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }))), (amounts) => {
        const whole = amounts.map((amount) => (amount === null ? null : amount * 10_000n));
        const { values, cells } = pack("money", whole);
        expect(cells.map((place) => values[place]?.replaceAll(" ", "") ?? null)).toEqual(
          amounts.map((amount) => (amount === null ? null : `${amount}.00`)),
        );
      }),
    );
  });
});

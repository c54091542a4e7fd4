import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitRows, select, selectColumns, sortRows } from "../../src/output/select.ts";
import { report } from "./sample.ts";

const customers = report(
  [
    { name: "customer_id", kind: "text" },
    { name: "revenue", kind: "money" },
    { name: "growth", kind: "ratio", onTerminal: false },
  ],
  [
    ["c", 10n, 0.5],
    ["a", null, Number.NaN],
    ["b", 20n, -0.5],
    ["d", 10n, null],
  ],
);
const ids = (selected: typeof customers) => selected.rows.map((row) => row[0]);

describe("sortRows", () => {
  it.each([
    ["ascending, not known last", "revenue", ["c", "d", "b", "a"]],
    ["descending, not known last too", "-revenue", ["b", "c", "d", "a"]],
    ["ties by the next column", "revenue,-customer_id", ["d", "c", "b", "a"]],
    ["NaN is not known", "growth", ["b", "c", "a", "d"]],
    ["text", "customer_id", ["a", "b", "c", "d"]],
  ])("%s", (_, sort, expected) => expect(ids(sortRows(customers, sort))).toEqual(expected));

  it("orders text by code point, as no locale does", () => {
    const rows = [["å"], ["z"], ["Z"], ["\u{1f600}"], ["\uff21"]];
    expect(ids(sortRows(report([{ name: "a", kind: "text" }], rows), "a"))).toEqual([
      "Z",
      "z",
      "å",
      "\uff21",
      "\u{1f600}",
    ]);
  });

  it("loses no row", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.string()), fc.option(fc.bigInt()))), (rows) => {
        const sorted = sortRows(
          report(
            [
              { name: "a", kind: "text" },
              { name: "b", kind: "money" },
            ],
            rows,
          ),
          "-b,a",
        );
        expect(new Set(sorted.rows)).toEqual(new Set(rows));
      }),
    ));
});

describe("selectColumns", () => {
  it("takes them in the order asked for, once, and onto the terminal", () => {
    const selected = selectColumns(customers, "growth, customer_id,growth");
    expect(selected.columns).toEqual([
      { name: "growth", kind: "ratio", onTerminal: true },
      { name: "customer_id", kind: "text", onTerminal: true },
    ]);
    expect(selected.rows[0]).toEqual([0.5, "c"]);
  });

  it("names the nearest column and lists all", () =>
    expect(() => selectColumns(customers, "revnue")).toThrowError(
      expect.objectContaining({
        message: "--columns: there is no column revnue; did you mean revenue?",
        details: ["columns: customer_id, revenue, growth"],
        hint: "--columns revenue",
        exit: 2,
      }),
    ));

  it.each(["", "a,,b"])("refuses the empty name in %j", (list) =>
    expect(() => selectColumns(customers, list)).toThrowError(expect.objectContaining({ exit: 2 })));

  it("guesses nothing where nothing is near", () =>
    expect(() => sortRows(customers, "-postcode")).toThrowError(
      expect.objectContaining({ message: "--sort: there is no column postcode", hint: "--sort customer_id" }),
    ));
});

describe("limitRows", () => {
  it.each([
    ["2", 2],
    [0, 0],
    ["99", 4],
  ])("%s", (limit, expected) => expect(limitRows(customers, limit).rows).toHaveLength(expected));

  it.each(["-1", "2.5", "x", "", -1, 1.5])("refuses %j", (limit) =>
    expect(() => limitRows(customers, limit)).toThrowError(expect.objectContaining({ exit: 2, hint: "--limit 20" })));
});

describe("select", () => {
  it("sorts by a column that is not shown, then limits", () =>
    expect(select(customers, { columns: "customer_id", sort: "-growth", limit: "1" }).rows).toEqual([["c"]]));

  it("changes nothing unless asked to", () => expect(select(customers, {})).toEqual(customers));
});

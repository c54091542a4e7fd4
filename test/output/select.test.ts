import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitRows, parseWhere, select, selectColumns, sortRows, whereRows } from "../../src/output/select.ts";
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

describe("whereRows", () => {
  it.each([
    ["customer_id >= 'b'", ["c", "b", "d"]],
    // 10 units are 0.001
    ["revenue = 0.001", ["c", "d"]],
    ["not revenue = 0.001", ["b"]],
    ["revenue is null", ["a"]],
    ["growth is null", ["a", "d"]],
    ["growth < 0 or revenue is null", ["a", "b"]],
    ["false", []],
  ])("%s", (where, expected) => expect(ids(whereRows(customers, where))).toEqual(expected));

  it("says in the summary how many are left out", () =>
    expect(whereRows(customers, "growth>0").summaryLines).toEqual([
      { term: "where", value: "growth > 0: 1 of 4 rows, 3 left out" },
    ]));

  it("of two columns of one name takes the first", () => {
    const twice = report(
      [
        { name: "a", kind: "text" },
        { name: "a", kind: "money" },
      ],
      [["x", 1n]],
    );
    expect(whereRows(twice, "a = 'x'").rows).toHaveLength(1);
  });

  it.each([
    [
      "revnue > 1",
      {
        message: "--where: at 1: there is no column revnue; did you mean revenue?",
        details: ["revnue > 1", "^", "columns: customer_id, revenue, growth"],
        hint: '--where "revenue > 1"',
        exit: 2,
      },
    ],
    [
      "revenue > 0; drop",
      {
        message: "--where: at 12: an expression is one condition and ends without ;",
        details: ["revenue > 0; drop", "           ^"],
        hint: '--where "revenue > 1000"',
        exit: 2,
      },
    ],
    [
      'customer_id = "$x"',
      {
        message: "--where: at 15: there is no column $x; text is written 'A'",
        details: ['customer_id = "$x"', "              ^", "columns: customer_id, revenue, growth"],
        // As a shell takes it.
        hint: `--where "customer_id = '\\$x'"`,
        exit: 2,
      },
    ],
    ["", { details: [], hint: '--where "revenue > 1000"', exit: 2 }],
  ])("refuses %j", (where, expected) =>
    expect(() => whereRows(customers, where)).toThrowError(expect.objectContaining(expected)));

  it.each([
    [[{ name: "rank", kind: "count" }], '--where "rank > 1"'],
    [[{ name: "finding", kind: "text" }], '--where "finding is not null"'],
    [null, '--where "revenue > 1000"'],
  ] as const)("shows a condition that would do for %j", (columns, hint) => {
    const all = columns?.map((column) => ({ ...column, onTerminal: true })) ?? null;
    expect(() => parseWhere("", all)).toThrowError(expect.objectContaining({ hint }));
  });

  it("repairs no long condition", () => {
    const where = `revnue > 1 and customer_id in (${Array.from({ length: 60 }, (_, i) => `'${i}'`).join(", ")})`;
    expect(() => whereRows(customers, where)).toThrowError(
      expect.objectContaining({ hint: '--where "revenue > 1000"' }),
    );
  });
});

describe("select", () => {
  it("asks first, of columns that are not shown too, then limits", () =>
    expect(
      select(customers, { columns: "customer_id", where: "revenue = 0.001", sort: "customer_id", limit: 1 }).rows,
    ).toEqual([["c"]]));

  it("sorts by a column that is not shown, then limits", () =>
    expect(select(customers, { columns: "customer_id", sort: "-growth", limit: "1" }).rows).toEqual([["c"]]));

  it("changes nothing unless asked to", () => expect(select(customers, {})).toEqual(customers));
});

import { describe, expect, it } from "vitest";
import { canonicalId, cellReader } from "../../src/ingest/canonical.ts";
import type { NumberFormat } from "../../src/ingest/numbers.ts";
import type { ColumnRule, NumberCell } from "../../src/ingest/plan.ts";

const point: NumberFormat = { decimal: ".", group: "," };
const comma: NumberFormat = { decimal: ",", group: "." };
const cell = (index: number, format = point): NumberCell => ({ index, column: `c${index}`, format, wholeOnly: false });
const read = (rule: ColumnRule, fields: readonly string[], currencyIndex: number | null = null) =>
  cellReader(rule, currencyIndex)(fields);

describe("canonicalId", () => {
  it.each([
    ["  C1 ", "C1"],
    ["\u00a0\ufeffC1\u2003", "C1"],
    ["00042", "00042"],
    ["A\u030angstro\u0308m", "Ångström"],
    ["C 1", "C 1"],
    ["\u200bC1", "\u200bC1"],
  ])("%j is %j", (text, id) => expect(canonicalId(text)).toBe(id));
});

describe("ids and texts", () => {
  it("are null where blank or missing", () => {
    for (const kind of ["id", "text"] as const) {
      expect(read({ kind, index: 0 }, ["  "])).toEqual({ value: null });
      expect(read({ kind, index: 3 }, ["a"])).toEqual({ value: null });
    }
  });

  it("only ids are composed", () => {
    expect(read({ kind: "id", index: 0 }, ["e\u0301"])).toEqual({ value: "é" });
    expect(read({ kind: "text", index: 0 }, [" e\u0301 "])).toEqual({ value: "e\u0301" });
  });
});

describe("dates", () => {
  it("are read in the column's format, or bad", () => {
    const rule: ColumnRule = { kind: "date", index: 0, column: "date", format: "dmy" };
    expect(read(rule, [" 31.12.2025 "])).toEqual({ value: "2025-12-31" });
    expect(read(rule, ["12/31/2025"])).toEqual({
      bad: {
        column: "date",
        value: "12/31/2025",
        problem: "is not a date",
        expected: "a date as dd.mm.yyyy or dd/mm/yyyy",
      },
    });
  });
});

describe("money", () => {
  const rule = (optional: boolean, format = point): ColumnRule => ({ kind: "money", cell: cell(0, format), optional });

  it.each([
    ["1,234.5678", point, 12_345_678n],
    ["1.234,5", comma, 12_345_000n],
    ["(12.5)", point, -125_000n],
    ["12.5-", point, -125_000n],
    ["0.00005", point, 1n],
    ["-0.00005", point, -1n],
    ["0.00004", point, 0n],
  ] as const)("%s", (text, format, value) => expect(read(rule(false, format), [text])).toEqual({ value }));

  it("is bad where blank, unless it is optional", () => {
    expect(read(rule(true), [" "])).toEqual({ value: null });
    expect(read(rule(false), [" "])).toMatchObject({ bad: { problem: "is blank", expected: "a number" } });
  });

  it("is bad with what is no number, and says what one looks like here", () => {
    expect(read(rule(false, comma), ["12.34.5"])).toMatchObject({
      bad: { column: "c0", value: "12.34.5", problem: "is not a number", expected: "a number like 1.234,56" },
    });
    expect(read(rule(false), ["5%"])).toMatchObject({ bad: { problem: "is not a number" } });
  });

  it("must not contradict the row's currency", () => {
    expect(read(rule(false), ["€5", "EUR"], 1)).toEqual({ value: 50_000n });
    expect(read(rule(false), ["€5", ""], 1)).toEqual({ value: 50_000n });
    expect(read(rule(false), ["€5", "NOK"], 1)).toMatchObject({
      bad: { problem: "contradicts the currency column, which says NOK", expected: "an amount in NOK" },
    });
  });
});

describe("products", () => {
  const rule = (percent: boolean | null): ColumnRule => ({
    kind: "product",
    quantity: cell(0),
    unitPrice: cell(1),
    discount: percent === null ? null : { ...cell(2), percent },
  });

  // Worked by hand, with all digits, rounded once half away from zero.
  it.each([
    [null, ["3", "2.5"], 75_000n],
    [null, ["3", "0.33333"], 10_000n],
    [null, ["-7", "0.00005"], -4n],
    [null, ["0.00001", "0.1"], 0n],
    [null, ["1e3", "2"], 20_000_000n],
    [false, ["2", "10", "0.15"], 170_000n],
    [false, ["2", "10", "15%"], 170_000n],
    [false, ["2", "10", ""], 200_000n],
    [false, ["2", "10", "1"], 0n],
    [true, ["2", "10", "15"], 170_000n],
    [true, ["3", "0.0333", "12.75"], 872n],
    // 100,000 × 0.66665; only what they come to is rounded, never the discount.
    [false, ["1", "100000", "0.33335"], 666_650_000n],
    [false, ["3", "100000", "0.333333"], 2_000_001_000n],
    [false, ["1", "100000", "33.33335%"], 666_666_500n],
    [true, ["1", "100000", "33.33335"], 666_666_500n],
    [false, ["1", "2", "-0"], 20_000n],
  ] as const)("percent %s: %j", (percent, fields, value) => expect(read(rule(percent), fields)).toEqual({ value }));

  it.each([
    [null, ["", "2"], "c0", "is blank"],
    [null, ["x", "2"], "c0", "is not a number"],
    [null, ["1", "50%"], "c1", "is not a number"],
    [false, ["1", "2", "1.5"], "c2", "is not a discount"],
    [false, ["1", "2", "-0.1"], "c2", "is not a discount"],
    [true, ["1", "2", "101"], "c2", "is not a discount"],
    [false, ["1", "2", "-0.00001"], "c2", "is not a discount"],
    [false, ["1", "2", "1.00001"], "c2", "is not a discount"],
    [true, ["1", "2", "100.00001"], "c2", "is not a discount"],
    [false, ["1", "2", "$0.5"], "c2", "is not a discount"],
    [true, ["1", "2", "half"], "c2", "is not a discount"],
  ] as const)("percent %s: %j is bad in %s", (percent, fields, column, problem) =>
    expect(read(rule(percent), fields)).toMatchObject({ bad: { column, problem } }));
});

describe("the marks of a product", () => {
  const rule: ColumnRule = { kind: "product", quantity: cell(0), unitPrice: cell(1), discount: null };
  it("must not contradict the row's currency", () => {
    expect(read(rule, ["2", "€ 5", "EUR"], 2)).toEqual({ value: 100_000n });
    expect(read(rule, ["2", "€ 5", ""], 2)).toEqual({ value: 100_000n });
    expect(read(rule, ["2", "€ 5", "NOK"], 2)).toEqual({
      bad: {
        column: "c1",
        value: "€ 5",
        problem: "contradicts the currency column, which says NOK",
        expected: "an amount in NOK",
      },
    });
  });
});

describe("the row's currency", () => {
  const rule: ColumnRule = { kind: "currency", index: 0, amounts: [cell(1), cell(2)] };
  const currency = (fields: readonly string[], ...file: string[]) => cellReader(rule, 0, file)(fields);

  it.each([
    [["nok", "5", ""], [], "nok"],
    [["", "5", ""], [], null],
    [["", "5", ""], ["NOK"], null],
    [["", "€ 5", ""], ["NOK"], "EUR"],
    [["", "5", "5 EUR"], ["NOK", "SEK"], "EUR"],
    [["", "kr 5", "NOK 5"], [], "NOK"],
    [["", "kr 5", ""], [], "kr"],
    [["", "kr 5", ""], ["NOK", "EUR"], "NOK"],
    [["", "$5", ""], ["NOK", "EUR"], "$"],
  ] as const)("%j in a file with %j is %s", (fields, file, value) =>
    expect(currency(fields, ...file)).toEqual({ value }));

  it.each([
    [["", "5", ""], ["NOK", "EUR"], "currency", "is blank"],
    [["", "kr 5", ""], ["NOK", "SEK"], "currency", "is blank"],
    [["", "€ 5", "$5"], [], "c2", "contradicts the row's other amounts, which are in EUR"],
  ] as const)("%j in a file with %j is bad in %s", (fields, file, column, problem) =>
    expect(currency(fields, ...file)).toMatchObject({ bad: { column, problem } }));

  it("comes from the marks alone where there is no column", () =>
    expect(read({ kind: "currency", index: null, amounts: [cell(0)] }, ["NOK 1"])).toEqual({ value: "NOK" }));
});

describe("cost as amount less profit", () => {
  const rule: ColumnRule = { kind: "less", amount: { kind: "money", cell: cell(0), optional: false }, profit: cell(1) };

  it.each([
    [["10", "4"], { value: 60_000n }],
    [["-10", "-4"], { value: -60_000n }],
    [["10", ""], { value: null }],
    [["x", "4"], { value: null }],
  ] as const)("%j", (fields, reading) => expect(read(rule, fields)).toEqual(reading));

  it("is bad where the profit is", () => expect(read(rule, ["10", "x"])).toMatchObject({ bad: { column: "c1" } }));
});

describe("words, scores and constants", () => {
  const words: ColumnRule = {
    kind: "word",
    index: 0,
    column: "type",
    words: ["cost_to_serve", "cogs"],
    also: { wareneinsatz: "cogs", "coût des marchandises": "cogs" },
    blank: "cogs",
  };

  it.each(["cost_to_serve", "Cost to serve", "COST-TO-SERVE", " costtoserve "])("%j is a known word", (text) =>
    expect(read(words, [text])).toEqual({ value: "cost_to_serve" }));

  it.each([
    "Wareneinsatz",
    "WAREN-EINSATZ",
    "Coût des marchandises",
    "Cout des\u00a0marchandises",
  ])("%j is another spelling of one", (text) => expect(read(words, [text])).toEqual({ value: "cogs" }));

  it("a blank has its default; others are bad", () => {
    expect(read(words, [" "])).toEqual({ value: "cogs" });
    expect(read(words, ["freight"])).toMatchObject({
      bad: { problem: "is not known", expected: "one of cost_to_serve, cogs" },
    });
  });

  it.each([
    ["0", 0],
    ["10", 10],
    ["9/10", 9],
    ["9 / 10", 9],
    ["9.0", 9],
    ["9,00", 9],
    ["09", 9],
    ["", null],
    [" ", null],
  ])("score %j is %s", (text, value) => expect(read({ kind: "score", index: 0 }, [text])).toEqual({ value }));

  it.each(["11", "-1", "9.5", "9/5", "nine", "٩", "9%"])("score %j is bad", (text) =>
    expect(read({ kind: "score", index: 0 }, [text])).toMatchObject({ bad: { column: "score" } }));

  it("a constant is itself", () => expect(read({ kind: "constant", value: "cogs" }, ["x"])).toEqual({ value: "cogs" }));
});

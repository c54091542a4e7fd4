import { describe, expect, it } from "vitest";
import { type BadRow, badRow, badRowsError, looksLikeTotals, quoted, sentence } from "../../src/ingest/bad-rows.ts";

const row = (line: number, raw = "C1,2026-01-01,x"): BadRow =>
  badRow(
    { column: "amount", value: "x", problem: "is not a number", expected: "a number like 1,234.56" },
    "Amount",
    line,
    raw,
  );

describe("bad rows", () => {
  it("speak of the header as the file has it", () => {
    expect(sentence(row(5))).toBe('Amount "x" is not a number');
    expect(sentence({ ...row(5), problem: "is blank", value: "" })).toBe("Amount is blank");
    expect(sentence({ ...row(5), column: null, problem: "the row has 2 fields, the header 3" })).toBe(
      "the row has 2 fields, the header 3",
    );
    expect(badRow({ column: "amount", value: "", problem: "", expected: "" }, undefined, 1, "").column).toBe("amount");
  });

  it("cut long values", () => expect(quoted("a".repeat(60))).toBe(`"${"a".repeat(40)}…"`));
});

describe("badRowsError", () => {
  it("has one bad row as the error itself", () => {
    expect(badRowsError("sales.csv", [row(5)], 1, 9)).toMatchObject({
      message: 'Amount "x" is not a number',
      place: { file: "sales.csv", line: 5, column: "Amount", value: "x" },
      details: [],
      hint: "expected a number like 1,234.56; mend the export, or leave such rows out: --on-bad-row skip",
      exit: 3,
    });
  });

  it("lists ten of many and counts the rest", () => {
    const error = badRowsError(
      "sales.csv",
      Array.from({ length: 25 }, (_, i) => row(i + 2)),
      25,
      100,
    );
    expect(error.message).toBe('Amount "x" is not a number (one of 25 bad rows)');
    expect(error.details).toHaveLength(10);
    expect(error.details.at(0)).toBe('sales.csv:3: Amount "x" is not a number');
    expect(error.details.at(-1)).toBe("… and 15 more");
  });

  it("advises no skipping where no row can be read", () => {
    const { hint } = badRowsError("sales.csv", [row(5), row(6)], 2, 2);
    expect(hint).toContain("no row of the file can be read: is Amount what it seems?");
    expect(hint).not.toContain("skip");
  });

  it("knows a totals row", () =>
    expect(badRowsError("sales.csv", [row(5), row(9, "Total;;1 234,00")], 2, 9).hint).toContain(
      "line 9 looks like a totals row",
    ));

  it("has something to report", () => expect(() => badRowsError("sales.csv", [], 0, 1000)).toThrow("no bad row"));
});

describe("looksLikeTotals", () => {
  it.each([
    "Total,,5",
    ";;Sum;5",
    '"Totalt",5',
    "Gesamtsumme 5",
    "Summe:",
    "Subtotal,5",
    "Sous-total;5",
    "I alt\t5",
    "TOTALT",
  ])("%s", (raw) => expect(looksLikeTotals(raw)).toBe(true));
  it.each(["Totally Ltd,5", "Summers AS,5", "C1,Total,5", "Sumatra,1", ""])("not %s", (raw) =>
    expect(looksLikeTotals(raw)).toBe(false));
});

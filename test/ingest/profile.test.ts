import { describe, expect, it } from "vitest";
import { profileOf, type TypedColumn } from "../../src/ingest/profile.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import { defaults } from "../helpers/read-table.ts";

const columns: readonly TypedColumn[] = [
  { column: "date", index: 0, kind: "date" },
  { column: "amount", index: 1, kind: "number" },
  { column: "discount", index: 2, kind: "percent" },
];

const headers = ["Dato", "Beløp", "Rabatt"];

function profile(rows: readonly (readonly string[])[]) {
  const made = profileOf(columns);
  for (const [i, fields] of rows.entries()) made.add(fields, i + 2);
  return {
    decide: (options: Partial<ReadOptions> = {}) => made.decide({ ...defaults, ...options }, "salg.csv", headers),
    isCertain: (options: Partial<ReadOptions> = {}) => made.isCertain({ ...defaults, ...options }),
  };
}

describe("a file's profile", () => {
  it("finds each column's notation, with its evidence", () => {
    const { numbers, dates, evidence } = profile([
      ["17.01.2026", "1.234,56", "15 %"],
      [" 05.02.2026", "12,5 ", ""],
    ]).decide();
    expect(numbers.get("amount")).toMatchObject({ format: { decimal: ",", group: "." }, wholeOnly: false });
    expect(numbers.get("discount")).toMatchObject({ percent: true, wholeOnly: true });
    expect(dates.get("date")).toEqual({ format: "dmy", certain: true });
    expect(evidence.get("date")).toContain("17 in 17.01.2026 (line 2) cannot be a month");
    expect(evidence.get("amount")).toMatch(/^1\.234,56: 1\.234,56 in line 2 /);
  });

  it("takes rates above one for percents", () => {
    expect(
      profile([["2026-01-01", "1", "15"]])
        .decide()
        .numbers.get("discount")?.percent,
    ).toBe(true);
    expect(
      profile([["2026-01-01", "1", "0.15"]])
        .decide()
        .numbers.get("discount")?.percent,
    ).toBe(false);
  });

  it("says where it knows whole numbers only", () =>
    expect(
      profile([["2026-01-01", "1", ""]])
        .decide()
        .numbers.get("amount")?.wholeOnly,
    ).toBe(true));

  it.each([
    [[["2026-01-01", "1.234", ""]], "column Beløp can be read two ways", "--decimal"],
    [
      [
        ["2026-01-01", "1.234,5", ""],
        ["2026-01-01", "1,234.5", ""],
      ],
      "column Beløp mixes decimal point and decimal comma",
      "--decimal ,",
    ],
    [[["01/02/2026", "1", ""]], "column Dato can be read as day/month and as month/day", "--date-format dmy or"],
    [
      [
        ["17/01/2026", "1", ""],
        ["01/17/2026", "1", ""],
      ],
      "column Dato mixes two date formats",
      "--date-format",
    ],
  ] as const)("refuses %j", (rows, words, hint) => {
    expect(() => profile(rows).decide()).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(words),
        hint: expect.stringContaining(hint),
        place: expect.objectContaining({ file: "salg.csv", line: expect.any(Number) }),
      }),
    );
  });

  it("takes the user's word", () => {
    const { numbers, dates } = profile([["01/02/2026", "1.234", ""]]).decide({ decimal: ",", dateFormat: "mdy" });
    expect(numbers.get("amount")?.format).toEqual({ decimal: ",", group: "." });
    expect(dates.get("date")?.format).toBe("mdy");
  });

  it.each([
    [[["2026-01-01", "1.5", ""]], {}, true],
    [[["2026-01-01", "1.234", ""]], {}, false],
    [[["2026-01-01", "1.234", ""]], { decimal: "." }, true],
    [
      [
        ["2026-01-01", "1.5", ""],
        ["2026-01-01", "abc", ""],
      ],
      {},
      false,
    ],
    [[["01/02/2026", "1.5", ""]], {}, false],
  ] as const)("of %j is certain with %j: %s", (rows, options, certain) =>
    expect(profile(rows).isCertain(options)).toBe(certain));

  it("of no rows decides nothing and fails nothing", () =>
    expect(profile([]).decide().numbers.get("amount")?.wholeOnly).toBe(true));
});

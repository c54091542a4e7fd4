import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney } from "../../src/base/money.ts";
import { currencyAgrees, currencyName, distinctCurrencies } from "../../src/ingest/currencies.ts";
import { type Decimal, type Group, groupCharacters } from "../../src/ingest/number-text.ts";
import {
  exactNumber,
  looksLikeNumber,
  type NumberFormat,
  NumberProfile,
  plainNumberPattern,
  readNumber,
} from "../../src/ingest/numbers.ts";

const english: NumberFormat = { decimal: ".", group: "," };
const german: NumberFormat = { decimal: ",", group: "." };
const nordic: NumberFormat = { decimal: ",", group: " " };
const swiss: NumberFormat = { decimal: ".", group: "'" };

const formats: NumberFormat[] = ([".", ","] as const).flatMap((decimal) =>
  (["", ".", ",", " ", "'"] as const).filter((group) => group !== decimal).map((group) => ({ decimal, group })),
);

describe("readNumber", () => {
  const units = (text: string, format: NumberFormat) => readNumber(text, format)?.units;

  it.each<[string, NumberFormat, bigint]>([
    ["1234.56", english, 12_345_600n],
    ["1.234,56", german, 12_345_600n],
    ["1234,56", german, 12_345_600n],
    ["1 234,56", nordic, 12_345_600n],
    ["1\u00a0234,56", nordic, 12_345_600n],
    ["1\u202f234\u2009567,5", nordic, 12_345_675_000n],
    ["1'234.56", swiss, 12_345_600n],
    ["1\u2019234.56", swiss, 12_345_600n],
    ["(123)", english, -1_230_000n],
    ["( 123.5 )", english, -1_235_000n],
    ["123-", english, -1_230_000n],
    ["123 \u2212", english, -1_230_000n],
    ["\u2212123", english, -1_230_000n],
    ["- 123", english, -1_230_000n],
    ["+5", english, 50_000n],
    [" 5\t", english, 50_000n],
    [".5", english, 5_000n],
    [",5", german, 5_000n],
    ["007", english, 70_000n],
    ["-0", english, 0n],
    ["1.234", german, 12_340_000n],
    ["1.234", english, 12_340n],
    ["0.00005", english, 1n],
    ["-0.00005", english, -1n],
    ["0.00004999", english, 0n],
    ["9007199254740993.01", english, 90_071_992_547_409_930_100n],
    ["123456789012345678901234567890", english, 1_234_567_890_123_456_789_012_345_678_900_000n],
    ["1.23E+03", english, 12_300_000n],
    ["1.23e+003", english, 12_300_000n],
    ["125E-001", english, 125_000n],
    ["1,23e3", german, 12_300_000n],
    ["5E2", german, 5_000_000n],
    ["1.2345E+02", english, 1_234_500n],
    ["1.5E-03", english, 15n],
    ["15E-1", english, 15_000n],
    ["0E+40", english, 0n],
  ])("%s", (text, format, expected) => expect(units(text, format)).toBe(expected));

  it.each<[string, NumberFormat, string]>([
    ["-€3655.85", english, "EUR"],
    ["€ 5", english, "EUR"],
    ["€ -5", english, "EUR"],
    ["($1,234.50)", english, "$"],
    ["$(5)", english, "$"],
    ["(5) NOK", english, "NOK"],
    ["£5", english, "GBP"],
    ["¥5", english, "¥"],
    ["1 234,56 NOK", nordic, "NOK"],
    ["5NOK", nordic, "NOK"],
    ["5EUR", nordic, "EUR"],
    ["NOK 12", nordic, "NOK"],
    ["kr 5", nordic, "kr"],
    ["kr5", nordic, "kr"],
    ["Kr. 5", nordic, "kr"],
    ["5 kr", nordic, "kr"],
    ["5 kr.", nordic, "kr"],
    ["5,00 zł", nordic, "PLN"],
    ["Fr. 5", nordic, "CHF"],
    ["CHF 1'234.50", swiss, "CHF"],
  ])("%s", (text, format, currency) => expect(readNumber(text, format)?.currency).toBe(currency));

  it.each([
    "",
    " ",
    "abc",
    "NaN",
    "Infinity",
    "#REF!",
    "0x10",
    "1_000",
    "1.2.3",
    "12,34,56",
    "1,23,456.00",
    "1,,234",
    "1,234,56",
    "5.",
    "5,-",
    "--5",
    "-5-",
    "(-5)",
    "-(5)",
    "(5",
    "5)",
    "()5",
    "(5)-",
    "+-5",
    "- € -5",
    "€ 5 €",
    "NOK 5 kr",
    "kr.5",
    "XYZ 5",
    "5 nok",
    "5 q",
    "q 5",
    "5%",
    "5%%",
    "٣",
    "５",
    "1\u200b2",
    "1 2",
    "1 23",
    "0,123.5",
    "12345,678.0",
    "1,234.567,8",
    "1E",
    "1E+",
    "1E+100",
    "1E+40",
    "1,234E+2",
    "1 234E+2",
    "5 5",
    "-",
    "€",
    "(",
    ".",
    "1.5.",
    "1/2",
    "1".repeat(31),
    `0.${"1".repeat(30)}`,
    `5${" ".repeat(99)}.`,
  ])("refuses %j", (text) => {
    expect(readNumber(text, english)).toBeNull();
    expect(exactNumber(text, english)).toBeNull();
  });

  it("refuses another grouping than the column's", () => {
    expect(readNumber("1 234,50", german)).toBeNull();
    expect(readNumber("1.234,50", { decimal: ",", group: "" })).toBeNull();
  });

  it("reads percent only where the caller allows it", () => {
    expect(readNumber("12,5 %", german, { allowPercent: true })).toEqual({
      units: 125_000n,
      percent: true,
      currency: null,
    });
    expect(readNumber("(5%)", english, { allowPercent: true })?.units).toBe(-50_000n);
    expect(readNumber("€5%", english, { allowPercent: true })).toBeNull();
    expect(readNumber("5 %%", english, { allowPercent: true })).toBeNull();
    expect(exactNumber("5%", english)).toBeNull();
  });

  it("refuses 50,000 digits at once", () => {
    const text = `${"1".repeat(50_000)}!`;
    const start = performance.now();
    for (let i = 0; i < 1000; i++) expect(readNumber(text, english)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("gives all digits", () => {
    expect(exactNumber("-1.234,567890", german)?.decimal).toBe("-1234.56789");
    expect(exactNumber("0000,0", german)?.decimal).toBe("0");
    expect(exactNumber("(0.0)", english)?.decimal).toBe("0");
  });

  it("reads back every amount in every format and with every sign", () => {
    const signs: ((digits: string) => string)[] = [
      (d) => `-${d}`,
      (d) => `\u2212${d}`,
      (d) => `${d}-`,
      (d) => `(${d})`,
      (d) => `-€${d}`,
      (d) => `- ${d} NOK`,
      (d) => `kr -${d}`,
    ];
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 24n), 10n ** 24n),
        fc.constantFrom(...formats),
        fc.nat(6),
        fc.nat(3),
        (amount, format, s, g) => {
          const [whole = "", fraction = ""] = formatMoney(amount < 0n ? -amount : amount, 4).split(".");
          const marks = [...groupCharacters(format.group)];
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks[g % Math.max(1, marks.length)] ?? "");
          const digits = `${grouped}${format.decimal}${fraction}`;
          const text = amount < 0n ? (signs[s] as (digits: string) => string)(digits) : digits;
          expect(readNumber(text, format)?.units).toBe(amount);
        },
      ),
    );
  });

  it("never throws, and agrees with the digits it gives", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789.,'() -%E+€NOKkr") }),
        fc.constantFrom(...formats),
        (text, format) => {
          const read = readNumber(text, format);
          const decimal = exactNumber(text, format)?.decimal ?? null;
          expect(read === null).toBe(decimal === null);
          if (decimal !== null)
            expect(readNumber(decimal, { decimal: ".", group: "" })?.units ?? null).toBe(read?.units);
        },
      ),
    ));
});

describe("looksLikeNumber", () => {
  it.each(["5", "1.234,56", "5 %", "€ 5", "1E3"])("%s does", (text) => expect(looksLikeNumber(text)).toBe(true));
  it.each(["", "C0049", "1.2.3", "amount"])("%j does not", (text) => expect(looksLikeNumber(text)).toBe(false));
});

describe("plainNumberPattern", () => {
  it.each([
    ["12345678901234", english, true],
    ["-1.2345", english, true],
    ["1,234,567.5", english, true],
    ["12,345,678,901,234", english, true],
    ["123,345,678,901,234", english, false],
    ["123456789012345", english, false],
    ["1.23456", english, false],
    ["1 234,5", nordic, true],
    ["1\u202f234,5", nordic, true],
    ["1'234.5", swiss, true],
    ["1.234", { decimal: ",", group: "" } as NumberFormat, false],
    ["0,123.5", english, false],
    ["5.", english, false],
    ["5\n", english, false],
    ["+5", english, false],
    ["", english, false],
  ])("%j", (text, format, matches) => expect(new RegExp(plainNumberPattern(format)).test(text)).toBe(matches));

  it("matches nothing that readNumber reads otherwise", () =>
    fc.assert(
      fc.property(
        fc
          .constantFrom(...formats)
          .chain((format) => fc.tuple(fc.constant(format), fc.stringMatching(new RegExp(plainNumberPattern(format))))),
        ([format, text]) => {
          const marks = new Set(groupCharacters(format.group));
          const plain = [...text].map((c) => (marks.has(c) ? "" : c === format.decimal ? "." : c)).join("");
          expect(plain).toMatch(/^-?[0-9]{1,14}([.][0-9]{1,4})?$/);
          const read = readNumber(text, format);
          expect(read).not.toBeNull();
          expect(read).toEqual(readNumber(plain, { decimal: ".", group: "" }));
        },
      ),
    ));
});

describe("NumberProfile", () => {
  const profile = (texts: readonly string[], options = {}) => {
    const column = new NumberProfile(options);
    for (const [i, text] of texts.entries()) column.add(text, i + 2);
    return column;
  };
  const decide = (texts: readonly string[], forced?: Decimal) => profile(texts).decide(forced);

  it.each<[string, string[], Decimal, Group, string]>([
    ["two digits after the point", ["7", "12.50"], ".", "", "12.50 in line 3 has two digits after the point"],
    [
      "one digit after the comma",
      ["44,865", "26,1", "1244,99"],
      ",",
      "",
      "26,1 in line 3 has one digit after the comma",
    ],
    ["four digits before", ["1.234", "1234,865"], ",", ".", "1234,865 in line 3 has four digits before the comma"],
    ["a leading zero", ["1,234", "0,865"], ",", "", "0,865 in line 3 begins with 0"],
    ["no digit before", [".865"], ".", "", ".865 in line 2 begins with the point"],
    ["both marks", ["1.234,56"], ",", ".", "1.234,56 in line 2 has the comma after the point"],
    ["both marks, English", ["1,234.567"], ".", ",", "1,234.567 in line 2 has the point after the comma"],
    [
      "a repeated mark",
      ["1.234", "1.234.567"],
      ",",
      ".",
      "1.234.567 in line 3 has two points, so they group thousands",
    ],
    ["a repeated comma", ["1,234,567"], ".", ",", "1,234,567 in line 2 has two commas, so they group thousands"],
    [
      "spaces and a comma",
      ["1 234,567"],
      ",",
      " ",
      "1 234,567 in line 2 groups with spaces, so the comma is the decimal mark",
    ],
    [
      "apostrophes",
      ["1’234.567"],
      ".",
      "'",
      "1’234.567 in line 2 groups with apostrophes, so the point is the decimal mark",
    ],
    ["an exponent", ["1.234E+05"], ".", "", "1.234E+05 in line 2 has an exponent, so the point is the decimal mark"],
    ["many decimals", ["1,23456789012345"], ",", "", "1,23456789012345 in line 2 has 14 digits after the comma"],
    ["whole numbers", ["5", "1234", "-7"], ".", "", "no separators"],
    ["whole numbers grouped with spaces", ["5", "1 234"], ".", " ", "no separators"],
    ["nothing", [], ".", "", "no values"],
    ["words", ["abc"], ".", "", "no separators"],
    [
      "the decimal point, whatever three digits follow elsewhere",
      ["1.234", "12.5"],
      ".",
      "",
      "12.5 in line 3 has one digit after the point",
    ],
    ["thousands beside decimals", ["1,234", "12.5"], ".", ",", "12.5 in line 3 has one digit after the point"],
  ])("%s", (_, texts, decimal, group, evidence) =>
    expect(decide(texts)).toMatchObject({ kind: "format", format: { decimal, group }, evidence }));

  it("finds no reading where all values have three digits behind one mark", () => {
    expect(decide(["5", "1.234", "12.345", "-123.456", "9.999"])).toEqual({
      kind: "ambiguous",
      values: [
        { text: "1.234", line: 3 },
        { text: "12.345", line: 4 },
        { text: "-123.456", line: 5 },
      ],
    });
    expect(decide(["1,234"]).kind).toBe("ambiguous");
    expect(decide(["1 234", "1.234"]).kind).toBe("ambiguous");
    expect(decide(["1.234", "1,234"]).kind).toBe("ambiguous");
  });

  it("shows both values where a column contradicts itself", () =>
    expect(decide(["1", "12,5", "12.5", "7,25"])).toEqual({
      kind: "contradiction",
      point: { text: "12.5", line: 4 },
      comma: { text: "12,5", line: 3 },
      evidence: "12.5 in line 4 has one digit after the point; 12,5 in line 3 has one digit after the comma",
    }));

  it("obeys the user, and counts what he made unreadable", () => {
    expect(decide(["1.234", "5.678"], ",")).toMatchObject({
      format: german,
      evidence: "--decimal ,",
      certain: true,
      unreadable: { count: 0 },
    });
    expect(decide(["1.234", "5.678"], ".")).toMatchObject({ format: { decimal: ".", group: "" } });
    expect(decide(["12,5", "12.5"], ",")).toMatchObject({
      unreadable: { count: 1, first: [{ text: "12.5", line: 3 }] },
    });
  });

  it("keeps the first ten unreadable values and counts all", () => {
    const decision = decide([...Array.from({ length: 12 }, (_, i) => `word ${i}`), "1.5"]);
    expect(decision).toMatchObject({ unreadable: { count: 12 } });
    expect(decision.kind === "format" && decision.unreadable.first).toHaveLength(10);
    expect(decide(["NaN", "1.5", "5%", "1E+40"])).toMatchObject({
      unreadable: {
        count: 3,
        first: [
          { text: "NaN", line: 2 },
          { text: "5%", line: 4 },
          { text: "1E+40", line: 5 },
        ],
      },
    });
  });

  it("takes the usual grouping and refuses the unusual", () =>
    expect(decide(["1 234,5", "1.234,5", "2 345,6"])).toMatchObject({
      format: nordic,
      unreadable: { count: 1, first: [{ text: "1.234,5", line: 3 }] },
    }));

  it("tells whole numbers, values above one, percent and currencies", () => {
    const rates = profile(["0,5", "50 %"], { allowPercent: true });
    expect(rates.percentSeen).toBe(true);
    expect(rates.count).toBe(2);
    expect(decide(["0,5", "1,00", "-5", "0"])).toMatchObject({ aboveOne: false, certain: true });
    expect(decide(["0,5", "1,01"])).toMatchObject({ aboveOne: true });
    expect(decide(["0", "2", "3"])).toMatchObject({ aboveOne: true, certain: false });
    const amounts = profile(["€ 5", "5 NOK", "7", "€ 5", "€ x"]);
    expect(amounts.percentSeen).toBe(false);
    expect([...amounts.currencies]).toMatchObject([
      [
        "EUR",
        {
          count: 2,
          first: [
            { text: "€ 5", line: 2 },
            { text: "€ 5", line: 5 },
          ],
        },
      ],
      ["NOK", { count: 1 }],
    ]);
  });

  it("cuts what it keeps of very long cells", () => {
    const decision = decide(["x".repeat(5000)]);
    expect(decision.kind === "format" && decision.unreadable.first[0]?.text).toHaveLength(200);
  });

  it("finds the format a column was written in, or says that it cannot", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n), { minLength: 1 }),
        (format, amounts) => {
          const texts = amounts.map((amount) => {
            const [whole = "", fraction = ""] = formatMoney(amount, 2).split(".");
            return `${whole.replace(/\B(?=(\d{3})+$)/g, [...groupCharacters(format.group)][0] ?? "")}${format.decimal}${fraction}`;
          });
          const decision = decide(texts);
          expect(decision).toMatchObject({
            kind: "format",
            format: { decimal: format.decimal },
            unreadable: { count: 0 },
          });
          if (decision.kind !== "format") return;
          expect(texts.map((text) => readNumber(text, decision.format)?.units)).toEqual(
            amounts.map((amount) => readNumber(formatMoney(amount, 2), { decimal: ".", group: "" })?.units),
          );
        },
      ),
    ));

  it("decides alike in any order of rows, and more different values than it remembers", () => {
    const texts = Array.from({ length: 25_000 }, (_, i) => `${i}.${i % 10}`);
    expect(decide(texts)).toMatchObject({
      kind: "format",
      format: { decimal: ".", group: "" },
      unreadable: { count: 0 },
    });
    expect(decide(texts.toReversed())).toMatchObject({ kind: "format", format: { decimal: ".", group: "" } });
  });
});

describe("currencyAgrees", () => {
  it.each([
    ["EUR", "EUR", true],
    ["EUR", "NOK", false],
    ["kr", "NOK", true],
    ["kr", " sek ", true],
    ["kr", "EUR", false],
    ["$", "CAD", true],
    ["$", "NOK", false],
    ["¥", "CNY", true],
    ["NOK", "kr.", true],
    ["EUR", "€", true],
    ["NOK", "SEK", false],
  ])("%s with %s: %s", (mark, code, agrees) => expect(currencyAgrees(mark, code)).toBe(agrees));

  it.each([
    [" eur ", "EUR"],
    ["€", "EUR"],
    ["Kr.", "kr"],
    ["zł", "PLN"],
    ["Euro", "EURO"],
    ["", ""],
  ])("%j names %s", (text, name) => expect(currencyName(text)).toBe(name));

  it.each([
    [["NOK", "kr", "NOK"], ["NOK"]],
    [
      ["kr", "EUR"],
      ["kr", "EUR"],
    ],
    [
      ["$", "kr"],
      ["$", "kr"],
    ],
    [
      ["kr", "NOK", "SEK"],
      ["NOK", "SEK"],
    ],
  ])("%j are %j", (names, distinct) => expect(distinctCurrencies(names)).toEqual(distinct));
});

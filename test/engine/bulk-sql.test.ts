// Whatever the bulk reader takes, it takes exactly as the careful reader would; what it is not sure of it refuses.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bulkSelect, literal } from "../../src/engine/bulk-sql.ts";
import { costTypeOf } from "../../src/ingest/cost-types.ts";
import type { DateFormat } from "../../src/ingest/dates.ts";
import type { NumberFormat } from "../../src/ingest/numbers.ts";
import type { ColumnRule, NumberCell } from "../../src/ingest/plan.ts";
import { type Cells, careful, openCells, type Traits } from "./bulk-cells.ts";

let cells: Cells;
beforeAll(async () => {
  cells = await openCells();
});

/** Holds both readers together on these records; the number that the bulk reader took. */
async function agree(rule: ColumnRule, records: readonly (readonly string[])[], traits: Traits): Promise<number> {
  const found = await cells.bulk(rule, records, traits);
  for (const [i, cell] of found.entries())
    if (cell !== "refused")
      expect({ fields: records[i], ...cell }).toEqual({ fields: records[i], ...careful(rule, records[i] ?? []) });
  return found.filter((cell) => cell !== "refused").length;
}

const plain: Traits = { padded: false, asText: false };
const traitsOf = fc.record({ padded: fc.boolean(), asText: fc.boolean() });

const property = (rule: ColumnRule, record: fc.Arbitrary<string[]>, runs = 12) =>
  fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 20, maxLength: 60 }), traitsOf, async (records, traits) => {
      await agree(rule, records, traits);
    }),
    { numRuns: runs },
  );

/** Takes all of these, whatever the padding. */
async function takes(
  rule: ColumnRule,
  texts: readonly (string | readonly string[])[],
  ways: readonly Traits[] = [plain, { ...plain, padded: true }, { ...plain, asText: true }],
): Promise<void> {
  const records = texts.map((text) => (typeof text === "string" ? [text] : text));
  for (const traits of ways) {
    const found = await cells.bulk(rule, records, traits);
    expect(found).not.toContain("refused");
    await agree(rule, records, traits);
  }
}

const blank = fc.constantFrom(..." \t\u00a0\u2009\u202f\u3000\ufeff\u2028\u0085\u180e\u200b\u1680\u205f\v\f".split(""));
const pad = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: text },
    fc
      .tuple(fc.string({ unit: blank, maxLength: 2 }), text, fc.string({ unit: blank, maxLength: 2 }))
      .map((parts) => parts.join("")),
  );

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: least, maxLength: most });

/** No line ends (such a file is for the careful reader) and no NUL. */
const inLine = (text: string): string => text.replace(/[\r\n\0]/g, "");

const anyText = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  )
  .map((text) => inLine(Buffer.from(text, "utf8").toString("utf8")));

const oddNumbers = fc.constantFrom(
  ...'|-|+5|−5|--5|5-|(5)|(-5)|()|.5|5.|,5|5,|1e5|1E+03|1e-2|0x10|1_000|NaN|inf|-inf|Infinity|null|true|00012|-0|-0.0|0.00005|-0.00005|1.00005|99999999999999|100000000000000|-99999999999999.9999|999999999999999999|12345678901234567890123456789|1234567890123456789012345678901|kr 5|5 kr|€5|5 €|$5|USD 5|5%|12,5 %|1.234|1,234|1.234.567|1,234,567|1\'234.56|1’234|1 234|1 234,56|1 234,5|12 34|1234 567|0.123|0,123|000.5|١٢|１２|5\u0660|1.2.3|1,2,3|1.234,56|1,234.56|5;5|"5"|12.3456|12.34567|9999.99995'.split(
    "|",
  ),
);

const groups: Record<string, readonly string[]> = {
  "": [""],
  ".": ["."],
  ",": [","],
  " ": [" ", "\u00a0", "\u202f", "\u2009"],
  "'": ["'", "\u2019"],
};

/** Numbers as the format writes them, and mistakes. */
function numberText({ decimal, group }: NumberFormat): fc.Arbitrary<string> {
  const formatted = fc
    .tuple(
      fc.constantFrom("", "", "-", "+", "("),
      fc.bigInt({ min: 0n, max: 10n ** 18n }).chain((most) => fc.bigInt({ min: 0n, max: most })),
      fc.constantFrom(...(groups[group] ?? [""])),
      fc.option(digits(1, 6), { nil: null }),
    )
    .map(([sign, whole, mark, fraction]) => {
      const grouped = String(whole).replace(/\B(?=([0-9]{3})+$)/g, mark);
      return `${sign}${grouped}${fraction === null ? "" : `${decimal}${fraction}`}${sign === "(" ? ")" : ""}`;
    });
  const nearly = fc.string({ unit: fc.constantFrom(..."0123456789.,'’ -+ e%".split("")), maxLength: 12 });
  return pad(fc.oneof({ weight: 4, arbitrary: formatted }, nearly, oddNumbers, anyText));
}

const formats: readonly NumberFormat[] = (
  [
    [".", ""],
    [".", ","],
    [".", " "],
    [".", "'"],
    [",", ""],
    [",", "."],
    [",", " "],
    [",", "'"],
  ] as const
).map(([decimal, group]) => ({ decimal, group }));

const cell = (index: number, format: NumberFormat, wholeOnly = false): NumberCell => ({
  index,
  column: `c${index}`,
  format,
  wholeOnly,
});

describe.each(
  formats.map((format) => [`1${format.group}234${format.decimal}56`, format] as const),
)("amounts as %s", (_name, format) => {
  it("are what the careful reader reads, or refused", async () => {
    await property({ kind: "money", cell: cell(0, format), optional: false }, fc.tuple(numberText(format)));
    await property({ kind: "money", cell: cell(0, format), optional: true }, fc.tuple(numberText(format)));
  });

  it("are refused, or read alike, where a mark has no digit behind it", async () => {
    for (const text of [
      "0,e0",
      "1.e3",
      "1,E3",
      "12.",
      "12,",
      "0. ",
      "0, ",
      "- ",
      "+ ",
      "1e ",
      "1e- ",
      "-",
      "1.5e3",
      "1,5E2",
      "1e5",
    ])
      await agree({ kind: "money", cell: cell(0, format), optional: false }, [["1"], [text], ["2"]], plain);
  });

  it("are taken where they are plain", async () => {
    const written = (text: string) => text.replace(/[,.]/g, (mark) => (mark === "." ? format.decimal : format.group));
    await takes(
      { kind: "money", cell: cell(0, format), optional: false },
      ["0", "-7", "1,234.5", "-1,234,567.8901", "99999999999999"].map(written),
    );
    await takes({ kind: "money", cell: cell(0, format), optional: true }, ["", written("1.25")]);
  });

  it("are products that the careful reader works out, or refused", async () => {
    const product = (discount: boolean, percent: boolean): ColumnRule => ({
      kind: "product",
      quantity: cell(0, format),
      unitPrice: cell(1, format),
      discount: discount ? { ...cell(2, format), percent } : null,
    });
    const short = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.option(digits(1, 4), { nil: null }))
      .map(([whole, fraction]) => `${whole}${fraction === null ? "" : format.decimal + fraction}`);
    const rate = fc
      .tuple(
        fc.constantFrom("0", "1", "", "00", "100", "99", "12", "-0", "101"),
        digits(0, 5),
        fc.constantFrom("", "%", " %"),
      )
      .map(([whole, fraction, sign]) => `${whole}${fraction === "" ? "" : format.decimal + fraction}${sign}`);
    const factor = fc.oneof({ weight: 6, arbitrary: short }, numberText(format));
    await property(product(false, false), fc.tuple(factor, factor));
    await property(
      product(true, false),
      fc.tuple(factor, factor, fc.oneof({ weight: 6, arbitrary: rate }, numberText(format))),
    );
    await property(
      product(true, true),
      fc.tuple(factor, factor, fc.oneof({ weight: 6, arbitrary: rate }, numberText(format))),
    );
    const written = (text: string) => text.replace(".", format.decimal);
    await takes(
      product(true, false),
      [
        ["3", "-2.5", "0.15"],
        ["3", "2.3333", ""],
        ["3", "0.0001", "0.5"],
      ].map((record) => record.map(written)),
    );
    await takes(
      product(true, true),
      [
        ["3", "-2.5", "15"],
        ["7", "0.0333", "12.75"],
      ].map((record) => record.map(written)),
    );
  });

  it("are costs from amount less profit, or refused", async () => {
    const amount: ColumnRule = { kind: "money", cell: cell(0, format), optional: false };
    const rule: ColumnRule = { kind: "less", amount, profit: cell(1, format) };
    // A bad amount is reported by its own column, which refuses the file: here only those that can be read.
    const record = fc
      .tuple(numberText(format), numberText(format))
      .filter((fields) => careful(amount, fields) !== undefined);
    await property(rule, record, 30);
    await takes(rule, [
      ["10", "4"],
      ["10", ""],
      ["-1", "-1"],
    ]);
  });
});

describe("whole numbers, where the head knows no other", () => {
  it("are refused with any separator", async () => {
    const rule: ColumnRule = { kind: "money", cell: cell(0, { decimal: ".", group: "" }, true), optional: false };
    await property(rule, fc.tuple(numberText({ decimal: ".", group: "," })));
    expect(await cells.bulk(rule, [["1234"], ["1.234"], ["1,234"]], plain)).toEqual([
      { value: 12_340_000n },
      "refused",
      "refused",
    ]);
  });
});

describe("dates", () => {
  const day = fc.date({ min: new Date("1890-01-01"), max: new Date("2210-01-01"), noInvalidDate: true });
  const two = (part: number) => String(part).padStart(2, "0");
  const dateText = (format: DateFormat): fc.Arbitrary<string> => {
    const wellFormed = fc
      .tuple(day, fc.constantFrom(".", "/", "-"), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 40 }))
      .map(([date, mark, padded, short, other]) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, other > 33 ? other : date.getUTCDate()];
        const [month, dd] = padded ? [two(m), two(d)] : [`${m}`, `${d}`];
        const year = short ? two(y % 100) : `${y}`;
        const texts: Record<DateFormat, string> = {
          iso: `${y}${mark}${month}${mark}${dd}`,
          yyyymmdd: `${y}${two(m)}${two(d)}`,
          dmy: `${dd}${mark}${month}${mark}${year}`,
          mdy: `${month}${mark}${dd}${mark}${year}`,
          serial: `${Math.round(date.getTime() / 86_400_000) + 25_569}`,
        };
        return texts[format];
      });
    const clock = fc.constantFrom(
      "",
      "",
      "",
      "T12:30",
      " 08:26:00",
      "T23:59:59.999999999Z",
      " 24:00",
      "T12:60",
      " 1:05 PM",
      "T10:00+02:00",
      "Z",
      ".5",
      ",25",
      " ",
    );
    const odd = fc.constantFrom(
      "",
      "2023-02-29",
      "2024-02-29",
      "2023-02-30",
      "2023-13-01",
      "0000-01-01",
      "1899-12-31",
      "1900-01-01",
      "2199-12-31",
      "2200-01-01",
      "29.02.2023",
      "31.04.2023",
      "32.01.2023",
      "1.1.2023",
      "01.01.23",
      "1/1/2023",
      "13/13/2023",
      "1.2/2023",
      "1900-02-29",
      "19000229",
      "20230229",
      "20231301",
      "20241231",
      "19999",
      "20000",
      "45292",
      "80000",
      "80001",
      "99999",
      "020231-1-1",
      "2023-1-1",
      "2023-01-01T",
      "infinity",
      "epoch",
      "today",
      "2023-01-01 BC",
      "٢٠٢٣-٠١-٠١",
    );
    return pad(
      fc.oneof({ weight: 5, arbitrary: fc.tuple(wellFormed, clock).map((parts) => parts.join("")) }, odd, anyText),
    );
  };

  it.each([
    ["iso", ["2024-02-29", "1900-01-02", "2199-12-31"], ["1900-01-01", "2023-01-17T12:30:00Z", "2023-01-17 08:26"]],
    ["dmy", ["29.02.2024", "02.01.1900", "31.12.2199"], ["01.01.1900", "2.1.1900", "31/12/2199", "05-06-2023"]],
    ["mdy", [], ["2/29/2024", "12.31.2199", "05-06-2023"]],
    ["yyyymmdd", [], ["20240229", "19000101", "21991231"]],
    ["serial", [], ["45292", "20000", "79999"]],
  ] as const)("as %s are what the careful reader reads, or refused", async (format, spelled, others) => {
    const rule: ColumnRule = { kind: "date", index: 0, column: "date", format };
    await property(rule, fc.tuple(dateText(format)), 30);
    await takes(rule, [...spelled, ...others], [{ ...plain, asText: true }]);
    if (spelled.length > 0) await takes(rule, spelled);
  });

  it("are no words that DuckDB takes for dates", async () => {
    const rule: ColumnRule = { kind: "date", index: 0, column: "date", format: "iso" };
    const words = ["infinity", "-infinity", "epoch", "today", "now"].map((word) => [word]);
    for (const asText of [true, false])
      expect(new Set(await cells.bulk(rule, words, { padded: false, asText }))).toEqual(new Set(["refused"]));
  });
});

describe("texts", () => {
  const text = pad(
    fc.oneof(
      anyText,
      fc.constantFrom(
        "C1",
        "00042",
        "A\u030angstrom",
        "Ångström",
        "e\u0301e\u0301",
        "ﬁ",
        "Ω",
        "\u1112\u1161\u11ab",
        "'; drop table sales; --",
        '"',
        '""',
        "a;b",
        "x\u0301\u0323",
        "",
        "NULL",
        "null",
        "\\N",
      ),
    ),
  );

  it.each(["id", "text"] as const)("of kind %s are what the careful reader reads", async (kind) => {
    const rule: ColumnRule = { kind, index: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 60 }), traitsOf, async (texts, traits) => {
        // Nothing is refused: a text is a text.
        expect(
          await agree(
            rule,
            texts.map((value) => [value]),
            traits,
          ),
        ).toBe(texts.length);
      }),
      { numRuns: 50 },
    );
  });

  it("that no rule reads are null, constants themselves", async () => {
    expect(await cells.bulk({ kind: "constant", value: "" }, [["a"]], plain)).toEqual([{ value: null }]);
    expect(await cells.bulk({ kind: "constant", value: "it's" }, [["a"]], plain)).toEqual([{ value: "it's" }]);
  });
});

describe("words and scores", () => {
  it("of a list are what the careful reader reads, or refused", async () => {
    const rule: ColumnRule = {
      kind: "word",
      index: 0,
      column: "type",
      words: ["cost_to_serve", "cogs", "acquisition"],
      also: costTypeOf,
      blank: "cost_to_serve",
    };
    const word = fc.constantFrom(
      ...Object.keys(costTypeOf),
      "Wareneinsatz ",
      "COÛT DES MARCHANDISES",
      "varuforbrug",
      "Kundtja\u0308nst",
      "cogs",
      "COGS",
      "Cogs ",
      "c o g s",
      "cost_to_serve",
      "Cost to serve",
      "cost-to-serve",
      "ACQUISITION",
      "acqu\u0130sition",
      "acqu\u0131sition",
      "co\u0261s",
      "ＣＯＧＳ",
      "",
      "cost_to_serve_",
      "acquisi\u0301tion",
      "ſ",
      "freight",
    );
    await property(rule, fc.tuple(pad(fc.oneof({ weight: 4, arbitrary: word }, anyText))), 30);
    await takes(rule, ["cogs", "COGS", "", "cost_to_serve", "Acquisition"]);
  });

  it("from 0 to 10 are what the careful reader reads, or refused", async () => {
    const rule: ColumnRule = { kind: "score", index: 0 };
    const score = fc.oneof(
      fc.integer({ min: -2, max: 12 }).map(String),
      fc.constantFrom(
        "",
        "9/10",
        "9 / 10",
        "9.0",
        "9,0",
        "9.5",
        "010",
        "09",
        "+9",
        "9%",
        "٩",
        "９",
        "1e1",
        "10.0",
        "100",
      ),
    );
    await property(rule, fc.tuple(pad(fc.oneof({ weight: 4, arbitrary: score }, anyText))), 30);
    await takes(rule, ["0", "9", "10", ""]);
  });
});

describe("the select", () => {
  it("names no text of the user but the delimiter, as a literal", () => {
    const rule: ColumnRule = { kind: "id", index: 0 };
    const plan = {
      path: "/tmp/'; drop table x; --",
      delimiter: "'",
      lineEnd: "\r\n",
      skipLines: 3,
      fieldCount: 2,
      texts: { unicode: false, otherBlanks: false, padded: false, trickyMarks: false },
      dateSpelling: null,
      rules: { customer_id: rule },
    } as const;
    const sql = bulkSelect(plan, ["customer_id", "product"], true);
    expect(sql).not.toContain("drop table");
    expect(sql).toContain("delim = ''''");
    expect(sql).toContain("read_csv($path, auto_detect = false");
    expect(sql).toContain("as row_hash");
    expect(literal("it's")).toBe("'it''s'");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExpressionError, excerptAt } from "../../src/base/expression/error.ts";
import type { CellValue } from "../../src/base/expression/evaluate.ts";
import type { ValueKind } from "../../src/base/expression/nodes.ts";
import { evaluate, parseExpression } from "../../src/base/expression.ts";

const columns: ReadonlyMap<string, ValueKind> = new Map([
  ["customer_id", "text"],
  ["class", "text"],
  ["revenue", "money"],
  ["revenue_prior", "money"],
  ["orders", "count"],
  ["growth", "ratio"],
  ["index", "number"],
  ["nps", "points"],
  ["last_purchase", "date"],
  ["group", "text"],
  ["Account manager", "text"],
  ["in", "text"],
]);

const row: Readonly<Record<string, CellValue>> = {
  customer_id: "00107",
  class: "A",
  revenue: 12_345_600n,
  revenue_prior: 24_691_200n,
  orders: 12,
  growth: -0.5,
  index: 1.25,
  nps: 14.6,
  last_purchase: "2026-09-30",
  group: "north",
  "Account manager": "Ada O'Neil",
  in: "x",
};

const holds = (text: string, cells: Readonly<Record<string, CellValue>> = {}): boolean | null =>
  evaluate(parseExpression(text, columns), (column) => ({ ...row, ...cells })[column] ?? null);

function errorOf(text: string, known: typeof columns | null = columns): ExpressionError {
  try {
    parseExpression(text, known);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe("an expression", () => {
  it.each([
    // values and columns
    ["class = 'A'", true],
    ["class <> 'A'", false],
    ["class != 'B'", true],
    [`"Account manager" = 'Ada O''Neil'`, true],
    [`"in" = 'x'`, true],
    ["group = 'north'", true],
    ["true", true],
    ["false", false],
    ["null", null],
    ["class\n=\t'A'", true],
    // revenue is 1,234.56, revenue_prior 2,469.12
    ["revenue = 1234.56", true],
    ["revenue > 1234.5599", true],
    ["revenue < 1234.5601", true],
    ["revenue >= .5", true],
    ["orders = 12", true],
    ["orders = 12.0", true],
    // arithmetic
    ["2 + 3 * 4 = 14", true],
    ["(2 + 3) * 4 = 20", true],
    ["10 - 4 - 3 = 3", true],
    ["100 / 10 / 2 = 5", true],
    ["12 / 4 * 3 = 9", true],
    ["-2 * -3 = 6", true],
    ["- -2 = 2", true],
    ["5 - -3 = 8", true],
    ["-(2 + 3) = -5", true],
    ["6 / -4 = -1.5", true],
    ["1 / 3 * 3 = 1", true],
    ["0.1 + 0.2 = 0.3", true],
    ["0.000001 * 1000000 = 1", true],
    ["123456789012345678901234567890 + 1 = 123456789012345678901234567891", true],
    // logic binds not, and, or
    ["true or true and false", true],
    ["(true or true) and false", false],
    ["not false and false", false],
    ["not (false and false)", true],
    ["not class = 'B'", true],
    ["not not true", true],
    ["(revenue > 1) = true", true],
    // words
    ["revenue between 1234.56 and 2000", true],
    ["revenue between 1235 and 2000", false],
    ["revenue not between 1235 and 2000", true],
    ["orders between 1 and 5 or class = 'A'", true],
    ["orders between 2 * 6 and 13 and class = 'A'", true],
    ["class in ('B', 'A')", true],
    ["class in ('B', 'C')", false],
    ["class not in ('B', 'C')", true],
    ["orders in (11, 6 + 6)", true],
    ["class is null", false],
    ["class is not null", true],
    ["class = 'A' AND NOT orders IS NULL And nps Between 1 aNd 20", true],
    // dates
    ["last_purchase = '2026-09-30'", true],
    ["last_purchase < date '2026-10-01'", true],
    ["'2026-01-01' <= last_purchase", true],
    ["last_purchase between '2026-09-01' and '2026-09-30'", true],
    ["last_purchase in ('2026-09-29', '2026-09-30')", true],
    ["coalesce(last_purchase, '2020-01-01') > '2026-01-01'", true],
    ["greatest('2026-12-31', last_purchase) = '2026-12-31'", true],
    // functions
    ["abs(growth) = 0.5", true],
    ["abs(revenue) = revenue", true],
    ["round(nps) = 15", true],
    ["round(-nps) = -15", true],
    ["round(revenue, 1) = 1234.6", true],
    ["round(revenue, -2) = 1200", true],
    ["round(2.5) = 3 and round(-2.5) = -3", true],
    ["lower(class) = 'a' and UPPER('é') = 'É'", true],
    ["length('😀é') = 2", true],
    ["starts_with(customer_id, '001') and not starts_with(customer_id, '107')", true],
    ["contains(customer_id, '10')", true],
    ["year(last_purchase) = 2026 and month(last_purchase) = 9", true],
    ["days_between('2026-09-01', last_purchase) = 29", true],
    ["days_between(last_purchase, '2026-09-01') = -29", true],
    ["least(3, 1, 2) = 1 and greatest(3, 1, 2) = 3", true],
    ["least('b', 'a') = 'a'", true],
    ["coalesce(null, null) is null", true],
    // code points; capitals count
    ["'Z' < 'a' and 'z' < 'å'", true],
    ["'a' = 'A'", false],
  ] as const)("%s: %s", (text, expected) => expect(holds(text)).toBe(expected));

  it.each([
    ["abc", "abc", true],
    ["abc", "a%", true],
    ["abc", "%c", true],
    ["abc", "%b%", true],
    ["abc", "a_c", true],
    ["abc", "a__c", false],
    ["abc", "", false],
    ["", "%", null],
    ["abc", "%%%", true],
    ["abc", "ab", false],
    ["abc", "A%", false],
    ["aab", "%ab", true],
    ["a%b", "a%b", true],
    ["a.c", "a.c", true],
    ["abc", "a.c", false],
    ["a\nb", "a_b", true],
    ["😀", "_", true],
    ["mississippi", "m%iss%pp_", true],
    ["mississippi", "m%iss%ss%ss%", false],
  ] as const)("%j like %j: %s", (text, pattern, expected) => {
    expect(holds(`class like '${pattern}'`, { class: text })).toBe(expected);
    expect(holds(`class not like '${pattern}'`, { class: text })).toBe(expected === null ? null : !expected);
  });

  it("decides a pattern of many wildcards at once", () => {
    const before = performance.now();
    expect(holds(`class like '${"%a".repeat(40)}%b'`, { class: "a".repeat(5000) })).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe("what is not known", () => {
  const cells = { class: null, revenue: null, nps: Number.NaN, last_purchase: null, "Account manager": "" };

  it.each([
    // Kleene's tables
    ["null and true", null],
    ["null and false", false],
    ["false and null", false],
    ["null or true", true],
    ["null or false", null],
    ["not null", null],
    // comparisons and words
    ["class = 'A'", null],
    ["class <> 'A'", null],
    ["not class = 'A'", null],
    ["class is null", true],
    ["class is not null", false],
    ["nps is null", true],
    ["revenue < 5", null],
    ["revenue between 1 and 5", null],
    ["orders between null and 5", false],
    ["orders between null and 50", null],
    ["class in ('A')", null],
    ["orders in (12, null)", true],
    ["orders in (11, null)", null],
    ["orders not in (11, null)", null],
    ["class like '%'", null],
    // computed
    ["revenue + 1 = 1", null],
    ["-revenue = 1", null],
    ["1 / 0 = 1", null],
    ["1 / (orders - 12) is null", true],
    ["abs(revenue) is null", true],
    ["round(revenue, 1) is null", true],
    ["year(last_purchase) is null", true],
    ["starts_with('a', class)", null],
    ["coalesce(revenue, 0) = 0", true],
    ["least(revenue, 5) = 5 and greatest(5, revenue) = 5", true],
    ["least(revenue, null) is null", true],
    // empty text is what is printed of a text not known
    ['"Account manager" is null', true],
    [`coalesce("Account manager", '?') = '?'`, true],
  ] as const)("%s: %s", (text, expected) => expect(holds(text, cells)).toBe(expected));

  it.each([
    ["nps = null", "nps is null"],
    ["null <> nps", "nps is not null"],
    ["class = ''", "class is null"],
    ["'' != class and nps > 0", "class is not null"],
  ])("nothing compares with it: %s", (text, suggestion) => {
    const { message, suggestions, position } = errorOf(text);
    expect(message).toContain("nothing compares with");
    expect({ suggestions, position }).toEqual({ suggestions: [suggestion], position: 1 });
  });

  it("a date that is none is not known", () =>
    expect(holds("last_purchase is null", { last_purchase: "soon" })).toBe(true));
});

describe("numbers", () => {
  it.each([
    // Half of 2,469.12 is 1,234.56 exactly; a unit less is 1/10,000.
    ["revenue < 0.5 * revenue_prior", 12_345_600n, false],
    ["revenue < 0.5 * revenue_prior", 12_345_599n, true],
    ["revenue / revenue_prior < 0.5", 12_345_600n, false],
    ["revenue / revenue_prior < 0.5", 12_345_599n, true],
    ["revenue = 0.1 * 12345.6", 12_345_600n, true],
    // Above 2^53 units, where doubles have gaps.
    ["revenue > 900719925474.0992", 9_007_199_254_740_993n, true],
    ["revenue > 900719925474.0992", 9_007_199_254_740_992n, false],
  ] as const)("money is exact: %s with %s units", (text, revenue, expected) =>
    expect(holds(text, { revenue })).toBe(expected));

  it("money against a share of money is decided as integers decide it", () =>
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), fc.integer({ min: 0, max: 1000 }), (revenue, prior, percent) => {
        const share = `${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, "0")}`;
        const expected = 100n * revenue < BigInt(percent) * prior;
        expect(holds(`revenue < ${share} * revenue_prior`, { revenue, revenue_prior: prior })).toBe(expected);
      }),
    ));

  it.each([
    // What one sees is what one compares.
    ["growth = 0.3", { growth: 0.30000000000000004 }, true],
    ["growth = 0.3", { growth: 0.30004 }, true],
    ["growth = 0.3", { growth: 0.3001 }, false],
    ["growth >= 0.3", { growth: 0.29996 }, true],
    ["growth = 0", { growth: -0.00001 }, true],
    ["growth < 0", { growth: -0.00001 }, false],
    ["index = 1.25", { index: 1.25004 }, true],
    ["nps = 14.6", { nps: 14.604 }, true],
    ["nps = 14.6", { nps: 14.606 }, false],
    ["nps * 3 = 43.8", { nps: 14.6 }, true],
    ["growth > 1000000000000000000000", { growth: 1e300 }, true],
    ["growth is null", { growth: Number.POSITIVE_INFINITY }, true],
    ["orders = 9007199254740993", { orders: 9_007_199_254_740_993n }, true],
  ] as const)("a double is the value that is printed: %s of %o", (text, cells, expected) =>
    expect(holds(text, cells)).toBe(expected));
});

describe("refusals", () => {
  it.each([
    // text, position, part of the message, what could stand there
    ["", 1, "a value is expected, and here is the end", []],
    ["  ", 3, "here is the end", []],
    ["class = 'A'; drop table sales", 12, "one condition and ends without ;", []],
    ["customer_id in (select customer_id from sales)", 17, "select has no place here", []],
    ["(select 1) = 1", 2, "select has no place here", []],
    ["exists (select 1)", 1, "exists has no place here", []],
    ["select * from sales", 1, "select has no place here", []],
    ["read_csv('/etc/passwd') is null", 1, "there is no function read_csv", []],
    ["pragma version", 1, "pragma has no place here", []],
    ["attach 'x.db'", 1, "attach has no place here", []],
    ["copy sales to 'x'", 1, "copy has no place here", []],
    ["install httpfs", 1, "install has no place here", []],
    ["load httpfs", 1, "load has no place here", []],
    ["set memory_limit = '1GB'", 1, "set has no place here", []],
    ["insert into x values (1)", 1, "insert has no place here", []],
    ["class = 'A' order by revenue", 13, "order has no place here", []],
    ["class = 'A' union select 1", 13, "union has no place here", []],
    ["case when class = 'A' then true end", 1, "case has no place here", []],
    ["cast(revenue as int) > 1", 1, "cast has no place here", []],
    ["class ilike 'a%'", 7, "ilike has no place here", []],
    ["class = 'A' -- all", 13, "there are no comments", []],
    ["class /* all */ = 'A'", 7, "there are no comments", []],
    ["revenue::integer = 1", 8, "there are no casts", []],
    ["class == 'A'", 7, "equal is written =", ["="]],
    ["class = 'A' && nps > 1", 13, "both is written and", ["and"]],
    ["class = 'A' || 'B'", 13, "either is written or", ["or"]],
    ["!true", 1, "the opposite is written not", ["not"]],
    ["nps ≥ 5", 5, "at least is written >=", [">="]],
    ["class = “A”", 9, "straight single quotes", []],
    ["growth > 30 %", 10, "30 % is written 0.30", ["0.3"]],
    ["growth > 10%", 10, "30 % is written 0.30", ["0.1"]],
    ["growth > 12,5 %", 10, "30 % is written 0.30", ["0.125"]],
    ["growth > 0.5 % and nps > 1", 10, "30 % is written 0.30", ["0.005"]],
    ["growth > .5%", 10, "30 % is written 0.30", ["0.005"]],
    ["growth > 250 %", 10, "30 % is written 0.30", ["2.5"]],
    ["growth > % 10", 10, "30 % is written 0.30", []],
    ["revenue > $1", 11, "$ means nothing here", []],
    ["revenue > 1e6", 11, "1e6 is no number", []],
    ["revenue > 1_000", 11, "1_000 is no number", ["1000"]],
    ["revenue > 1.000.000", 11, "1.000.000 is no number", ["1000000"]],
    ["revenue > 1.000.000,50", 11, "1.000.000 is no number", ["1000000.50"]],
    ["revenue > 1.000,50", 11, "1.000,50 is no number", ["1000.50"]],
    ["revenue > 1 000", 11, "1 000 is no number", ["1000"]],
    ["revenue > 1\u00a0000\u00a0000", 11, "1\u00a0000\u00a0000 is no number", ["1000000"]],
    ["revenue > 1,000,000", 11, "1,000,000 is no number", ["1000000"]],
    ["revenue > 1,500", 11, "1,500 is no number", ["1500"]],
    ["revenue > 0,125", 11, "0,125 is no number", ["0.125"]],
    ["revenue > 1 0000", 13, "an operator is expected, and here is 0000", []],
    ["orders between 0,5 and 2", 16, "0,5 is no number", ["0.5"]],
    ["last_purchase < 30.09.2026", 17, "30.09.2026 is no number", ["'2026-09-30'"]],
    ["revenue > 1.2.3", 11, "1.2.3 is no number", []],
    ["revenue > 5.", 11, "5. is no number", []],
    [`revenue > ${"1".repeat(31)}`, 11, "at most 30 digits", []],
    ["revenue > 0,5", 11, "0,5 is no number; numbers are written 1000000 or 0.25", ["0.5"]],
    ["class = 'A", 9, "the quote ' is never closed", []],
    ['"class = 1', 1, 'the quote " is never closed', []],
    ["'å😀å' = x", 9, "there is no column x", ["'x'"]],
    ["revnue > 1", 1, "there is no column revnue; did you mean revenue?", ["revenue"]],
    ['"account manger" is null', 1, "did you mean Account manager?", ['"Account manager"']],
    ["last purchase > '2026-01-01'", 1, "no column last purchase; did you mean last_purchase?", ["last_purchase"]],
    ["shoe_size > 1", 1, "there is no column shoe_size", []],
    ["shoe_size is null", 1, "there is no column shoe_size", []],
    ["class = A", 9, "there is no column A; text is written 'A'", ["'A'"]],
    ['class = "A"', 9, "there is no column A; text is written 'A'", ["'A'"]],
    ["lowr(class) = 'a'", 1, "there is no function lowr; did you mean lower?", ["lower"]],
    ["customer_id = 107", 15, "107 is a number, and customer_id is text", ["'107'"]],
    ["revenue > '100'", 11, "'100' is text, and revenue is a number", ["100"]],
    ["orders in (1, 'x')", 15, "'x' is text, and orders is a number", []],
    ["class = last_purchase", 9, "last_purchase is a date, and class is text", []],
    ["last_purchase > '30.09.2026'", 17, "'30.09.2026' is no day of the calendar", ["'2026-09-30'"]],
    ["last_purchase > '9/3/26'", 17, "'9/3/26' is no day of the calendar", ["'2026-03-09'"]],
    ["last_purchase > '2026/9/3'", 17, "'2026/9/3' is no day of the calendar", ["'2026-09-03'"]],
    ["last_purchase > '31.02.2026'", 17, "'31.02.2026' is no day of the calendar", []],
    ["last_purchase > 2026-09-30", 17, "2026-09-30 is a number, and last_purchase is a date", ["'2026-09-30'"]],
    ["last_purchase > 2026", 17, "2026 is a number, and last_purchase is a date", []],
    ["last_purchase = date '2026-02-30'", 17, "date '2026-02-30' is no day of the calendar", []],
    ["year('soon') = 1", 6, "'soon' is no day of the calendar", []],
    ["class + 1 = 2", 1, "+ takes a number, and class is text", []],
    ["1 * class = 2", 5, "* takes a number, and class is text", []],
    ["-class = 2", 2, "- takes a number, and class is text", []],
    ["last_purchase - 30 > '2026-01-01'", 1, "- takes a number, and last_purchase is a date", []],
    ["revenue like '1%'", 1, "like takes text, and revenue is a number", []],
    ["class like 1", 12, "like takes text, and 1 is a number", []],
    ["revenue", 1, "this must be a condition, and revenue is a number", []],
    ["revenue and true", 1, "and takes a condition, and revenue is a number", []],
    ["true or class", 9, "or takes a condition, and class is text", []],
    ["not revenue", 5, "not takes a condition, and revenue is a number", []],
    ["(revenue > 1) < true", 1, "a condition is true or false", []],
    ["true between false and true", 1, "a condition is true or false", []],
    ["lower(revenue) = 'x'", 7, "lower takes text, and revenue is a number", []],
    ["abs() = 1", 1, "abs takes 1 value, and here are 0", []],
    ["round(1, 2, 3) = 1", 1, "round takes 1 or 2 values, and here are 3", []],
    ["days_between(last_purchase) = 1", 1, "days_between takes 2 values, and here are 1", []],
    ["least() = 1", 1, "least takes one value or more, and here are 0", []],
    ["round(revenue, orders) = 1", 16, "decimals are a whole number written out", []],
    ["round(revenue, 1.5) = 1", 16, "decimals are a whole number written out", []],
    ["coalesce(class, 1) = 'A'", 17, "1 is a number, and class is text", ["'1'"]],
    ["1 < orders < 5", 12, "comparisons do not follow each other", []],
    ["class is null is null", 15, "comparisons do not follow each other", []],
    ["class is 'A'", 10, "is takes null or not null", []],
    ["orders between 1, 2", 17, "between takes two values", []],
    ["class in 'A'", 10, "in takes a list", []],
    ["class in ()", 11, "a value is expected, and here is )", []],
    ["class in ('A' 'B')", 15, "a comma or ) is expected", []],
    ["(class = 'A'", 13, "a closing ) is expected, and here is the end", []],
    ["class = 'A')", 12, "an operator is expected, and here is )", []],
    ["class = 'A' class = 'B'", 13, "an operator is expected, and here is class", []],
    ["class = and", 9, "a value is expected, and here is and", []],
    ["class not 'A'", 7, "an operator is expected, and here is not", []],
    ["count(*) > 1", 1, "there is no function count", []],
    ["in = 'x'", 1, "a value is expected, and here is in", []],
  ] as const)("%s", (text, position, message, suggestions) => {
    const error = errorOf(text);
    expect(error.message).toContain(message);
    expect({ position: error.position, suggestions: error.suggestions }).toEqual({ position, suggestions });
    // What stands at the position is what is near.
    expect(
      Array.from(text)
        .slice(error.position - 1)
        .join("")
        .startsWith(error.near),
    ).toBe(true);
  });

  it("list the columns, or the functions", () => {
    expect(errorOf("revnue > 1").details[0]).toMatch(/^columns: customer_id, class, revenue, /);
    expect(errorOf("read_csv('x')").details).toEqual([
      "functions: abs, round, lower, upper, length, starts_with, contains, year, month, days_between, coalesce, least, greatest",
    ]);
    expect(errorOf("attach 'x'").details).toHaveLength(2);
  });

  it.each([
    ["4,000 characters", (n: number) => `class = '${"x".repeat(n - 10)}'`, 4000],
    ["100 brackets", (n: number) => `${"(".repeat(n)}true${")".repeat(n)}`, 100],
    ["100 times not", (n: number) => `${"not ".repeat(n)}true`, 100],
    ["100 times minus", (n: number) => `${"- ".repeat(n)}1 < 0`, 100],
    ["100 calls", (n: number) => `${"abs(".repeat(n)}1${")".repeat(n)} = 1`, 100],
    ["100 products", (n: number) => `1${" * 1".repeat(n)} = 1`, 100],
  ] as const)("at most %s", (_, text, most) => {
    expect(() => holds(text(most))).not.toThrow();
    expect(errorOf(text(most + 1)).message).toContain("at most");
  });

  it("chains as long as the text may be are no depth", () => {
    expect(holds(`1${"+1".repeat(1990)} = 1991`)).toBe(true);
    expect(holds(`true${" and true".repeat(400)}`)).toBe(true);
    expect(holds(`false${" or false".repeat(400)}`)).toBe(false);
  });

  it("a word of SQL is a column where one is called that", () => expect(holds("group = 'north'")).toBe(true));

  it.each([
    ["anything = 'x' and other > 1", null],
    ["class = ", 9],
    ["lowr(anything) = 'x'", 1],
    ["1 = 'x'", 5],
  ])("before the columns are known: %s", (text, position) => {
    if (position === null) expect(parseExpression(text, null).text).toBe(text);
    else expect(errorOf(text, null).position).toBe(position);
  });
});

describe("plain form", () => {
  it.each([
    ["class  =  'A'  AND (nps<7)", "class = 'A' and nps < 7"],
    ["(true or false) and (true and false)", "(true or false) and (true and false)"],
    ["((revenue)) != 1", "revenue <> 1"],
    ["1 - (2 - 3) - 4 * (5 + 6) = -(-1)", "1 - (2 - 3) - 4 * (5 + 6) = -(-1)"],
    ["last_purchase > '2026-01-01'", "last_purchase > date '2026-01-01'"],
    [`"in" = 'it''s' or "class" = 'A'`, `"in" = 'it''s' or class = 'A'`],
    ["NOT (class IN ('A','B'))", "not class in ('A', 'B')"],
    ["Round( revenue , - 2 ) not between 1 and 2", "round(revenue, -2) not between 1 and 2"],
    ["(class = 'A') is not null", "(class = 'A') is not null"],
  ])("%s", (text, expected) => expect(parseExpression(text, columns).text).toBe(expected));

  /** Sound expressions of every kind, with brackets where they may be and where they must. */
  const sound = fc.letrec<Record<"number" | "text" | "date" | "condition", string>>((tie) => {
    const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(" "));
    const between = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((text) => `(${text})`);
    const word = (...words: string[]) => fc.constantFrom(...words);
    const { number, text, date, condition } = {
      number: tie("number"),
      text: tie("text"),
      date: tie("date"),
      condition: tie("condition"),
    };
    const bracketed = { number: between(number), text: between(text), condition: between(condition) };
    return {
      number: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        word("revenue", "orders", "growth", "nps", "0", "1.5", ".25"),
        joined(bracketed.number, word("+", "-", "*", "/"), bracketed.number),
        joined(word("-"), bracketed.number),
        fc.tuple(word("abs", "round"), number).map(([name, of]) => `${name}(${of})`),
        date.map((of) => `year(${of})`),
      ),
      text: fc.oneof(
        { depthSize: "small" },
        word("class", '"Account manager"', "'it''s'", "'A'"),
        text.map((of) => `Lower(${of})`),
        fc.tuple(text, text).map((of) => `coalesce(${of.join(",")})`),
      ),
      date: word("last_purchase", "date '2026-01-31'"),
      condition: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        word("true", "false", "null is null"),
        joined(number, word("=", "<>", "<=", ">"), number),
        joined(date, word("<", "!="), date),
        joined(number, word("between", "not between"), number, word("and"), bracketed.number),
        joined(text, word("in", "not in"), between(fc.tuple(text, text).map(String))),
        joined(text, word("like", "not like"), text),
        joined(bracketed.condition, word("is null", "is not null")),
        joined(word("not"), bracketed.condition),
        joined(bracketed.condition, word("and", "or"), condition),
      ),
    };
  }).condition;

  it("means what was written, and is its own plain form", () =>
    fc.assert(
      fc.property(sound, fc.option(fc.bigInt()), fc.option(fc.double()), (text, revenue, growth) => {
        const plain = parseExpression(text, columns).text;
        expect(parseExpression(plain, columns).text).toBe(plain);
        expect(holds(plain, { revenue, growth })).toBe(holds(text, { revenue, growth }));
      }),
      { numRuns: 1000 },
    ));
});

describe("garbage", () => {
  const pieces = fc.constantFrom(
    ..."class revenue last_purchase nps 'A' 1 0.5 ( ) , + - * / = <> < between and in like is not null or date".split(
      " ",
    ),
    ..."true abs( coalesce( select ; -- ' \" “ % \ud800 \u0000 ﷽ 1e9 :: ĳ İ".split(" "),
  );

  it("throws nothing but an ExpressionError with a place in the text", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join(" ")),
        ),
        fc.boolean(),
        (text, isKnown) => {
          try {
            parseExpression(text, isKnown ? columns : null);
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionError);
            const { position } = error as ExpressionError;
            expect(position).toBeGreaterThanOrEqual(1);
            expect(position).toBeLessThanOrEqual(Array.from(text).length + 1);
          }
        },
      ),
      { numRuns: 3000 },
    ));
});

describe("excerptAt", () => {
  it.each([
    ["class = A", 9, ["class = A", "        ^"]],
    ["å\tb\n= x", 5, ["å b = x", "    ^"]],
    [" ", 1, []],
  ])("%j at %d", (text, position, expected) => expect(excerptAt(text, position)).toEqual(expected));

  it("cuts a long text around the place", () => {
    const [line = "", caret = ""] = excerptAt(`${"x".repeat(500)}!${"y".repeat(500)}`, 501);
    expect(line).toBe(`…${"x".repeat(36)}!${"y".repeat(35)}…`);
    expect(line[caret.indexOf("^")]).toBe("!");
  });
});

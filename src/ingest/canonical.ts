import { divideRounded, type Money, moneyScale, zero } from "../base/money.ts";
import { currencyAgrees, isSharedMark } from "./currencies.ts";
import { type DateFormat, dateFormatName, readDate } from "./dates.ts";
import { normalizeHeader } from "./mapping.ts";
import { type ExactNumber, exactNumber, readNumber } from "./numbers.ts";
import type { ColumnRule, DiscountCell, NumberCell } from "./plan.ts";
import type { RowValue } from "./target.ts";

/** What is wrong with a cell. */
export interface BadCell {
  readonly column: string;
  readonly value: string;
  /** "is not a number", as it follows the value in a sentence. */
  readonly problem: string;
  readonly expected: string;
}

export type Reading = { readonly value: RowValue } | { readonly bad: BadCell };

/** Reads one column of a record. Blank cells of optional columns are `null`. */
export type CellReader = (fields: readonly string[]) => Reading;

const nothing: Reading = { value: null };

/** Outer white space off, composed (NFC): the form in which ids are compared. */
export const canonicalId = (text: string): string => text.trim().normalize("NFC");

/**
 * The reader for a rule. The cell at `currencyIndex` states the row's currency, which a mark in an amount must not contradict;
 * `fileCurrencies` are those that the file's rows name.
 */
export function cellReader(
  rule: ColumnRule,
  currencyIndex: number | null,
  fileCurrencies: readonly string[] = [],
): CellReader {
  switch (rule.kind) {
    case "id":
      return (fields) => ({ value: canonicalId(fields[rule.index] ?? "") || null });
    case "text":
      return (fields) => ({ value: (fields[rule.index] ?? "").trim() || null });
    case "constant":
      return () => ({ value: rule.value });
    case "date":
      return dateReader(rule.index, rule.column, rule.format);
    case "money":
      return moneyReader(rule.cell, rule.optional, currencyIndex);
    case "product":
      return productReader(rule.quantity, rule.unitPrice, rule.discount, currencyIndex);
    case "currency":
      return currencyReader(rule, fileCurrencies);
    case "less":
      return differenceReader(cellReader(rule.amount, currencyIndex), moneyReader(rule.profit, true, currencyIndex));
    case "word":
      return wordReader(rule);
    case "score":
      return (fields) => readScore(fields[rule.index] ?? "");
  }
}

function dateReader(index: number, column: string, format: DateFormat): CellReader {
  return (fields) => {
    const text = fields[index] ?? "";
    const value = readDate(text.trim(), format);
    if (value !== null) return { value };
    const problem = text.trim() === "" ? "is blank" : "is not a date";
    return bad(column, text, problem, `a date as ${dateFormatName(format)}`);
  };
}

function moneyReader(cell: NumberCell, optional: boolean, currencyIndex: number | null): CellReader {
  return (fields) => {
    const text = (fields[cell.index] ?? "").trim();
    if (text === "" && optional) return nothing;
    const number = readNumber(text, cell.format);
    if (number === null) return notANumber(cell, text);
    return contradiction(number, cell, fields, currencyIndex) ?? { value: number.units };
  };
}

/** A bad cell where the amount has the mark of another currency than the row states. */
function contradiction(
  { currency }: Pick<ExactNumber, "currency">,
  { index, column }: NumberCell,
  fields: readonly string[],
  currencyIndex: number | null,
): Reading | null {
  const stated = currencyIndex === null ? "" : (fields[currencyIndex] ?? "").trim();
  if (currency === null || stated === "" || currencyAgrees(currency, stated)) return null;
  const text = (fields[index] ?? "").trim();
  return bad(column, text, `contradicts the currency column, which says ${stated}`, `an amount in ${stated}`);
}

/**
 * The row's currency: the cell as it stands, else the mark in its amounts. `kr`, `$` and `¥` are what the file's other rows say
 * they are. A row that names none is left blank for the file's only one to be lent to it; among several it is bad.
 */
function currencyReader(
  { index, amounts }: Extract<ColumnRule, { kind: "currency" }>,
  fileCurrencies: readonly string[],
): CellReader {
  const several = fileCurrencies.length > 1 ? fileCurrencies.join(", ") : null;
  return (fields) => {
    const stated = index === null ? "" : (fields[index] ?? "").trim();
    if (stated !== "") return { value: stated };
    let mark: string | null = null;
    for (const cell of amounts) {
      const text = (fields[cell.index] ?? "").trim();
      const found = unmarked.test(text) ? null : (exactNumber(text, cell.format)?.currency ?? null);
      if (found === null) continue;
      if (mark !== null && !currencyAgrees(mark, found))
        return bad(
          cell.column,
          text,
          `contradicts the row's other amounts, which are in ${mark}`,
          `an amount in ${mark}`,
        );
      if (mark === null || isSharedMark(mark)) mark = found;
    }
    if (mark === null && several !== null)
      return bad("currency", "", "is blank", `a currency in every row, as the file holds several (${several})`);
    if (mark === null || !isSharedMark(mark)) return { value: mark };
    const shared = mark;
    const meant = fileCurrencies.filter((currency) => currencyAgrees(shared, currency));
    return meant.length > 1
      ? bad("currency", "", "is blank", `a currency, as ${shared} is several of the file's (${meant.join(", ")})`)
      : { value: meant[0] ?? shared };
  };
}

/** Texts without a currency mark for certain, most by far. */
const unmarked = /^[-\d.,' ()]*$/;

/** Exact: multiplied with all digits, rounded once to a unit of money. */
function productReader(
  quantity: NumberCell,
  unitPrice: NumberCell,
  discount: DiscountCell | null,
  currencyIndex: number | null,
): CellReader {
  return (fields) => {
    const factors: Factor[] = [];
    for (const cell of [quantity, unitPrice]) {
      const text = (fields[cell.index] ?? "").trim();
      const number = exactNumber(text, cell.format);
      if (number === null) return notANumber(cell, text);
      const contradicted = contradiction(number, cell, fields, currencyIndex);
      if (contradicted !== null) return contradicted;
      factors.push(factorOf(number));
    }
    const [q, p] = factors as [Factor, Factor];
    const rest = discount === null ? one : remainder(fields, discount);
    if (rest === null)
      return bad(
        (discount as DiscountCell).column,
        (fields[(discount as DiscountCell).index] ?? "").trim(),
        "is not a discount",
        "0 to 1, or 0 % to 100 %",
      );
    const scale = q.scale + p.scale + rest.scale;
    const product = q.digits * p.digits * rest.digits;
    const value =
      scale <= moneyScale
        ? product * 10n ** BigInt(moneyScale - scale)
        : divideRounded(product, 10n ** BigInt(scale - moneyScale));
    return { value };
  };
}

interface Factor {
  readonly digits: bigint;
  readonly scale: number;
}

const one: Factor = { digits: 1n, scale: 0 };

function factorOf({ decimal }: ExactNumber): Factor {
  const point = decimal.indexOf(".");
  return point < 0
    ? { digits: BigInt(decimal), scale: 0 }
    : { digits: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), scale: decimal.length - point - 1 };
}

/** 1 less the discount, with all its digits; a blank discount is none; `null` outside 0–100 %, and for money. */
function remainder(fields: readonly string[], cell: DiscountCell): Factor | null {
  const text = (fields[cell.index] ?? "").trim();
  if (text === "") return one;
  const number = exactNumber(text, cell.format, { allowPercent: true });
  if (number === null || number.currency !== null) return null;
  const { digits, scale } = factorOf(number);
  const isPercent = cell.percent || number.percent;
  const whole = 10n ** BigInt(isPercent ? scale + 2 : scale);
  return digits < 0n || digits > whole ? null : { digits: whole - digits, scale: isPercent ? scale + 2 : scale };
}

function differenceReader(amount: CellReader, profit: CellReader): CellReader {
  return (fields) => {
    const [minuend, subtrahend] = [amount(fields), profit(fields)];
    if ("bad" in subtrahend) return subtrahend;
    if ("bad" in minuend || subtrahend.value === null) return nothing; // a bad amount is reported by its own column
    return { value: ((minuend.value as Money | null) ?? zero) - (subtrahend.value as Money) };
  };
}

function wordReader({ index, column, words, also, blank }: Extract<ColumnRule, { kind: "word" }>): CellReader {
  const known = new Map(
    [...words.map((word) => [word, word] as const), ...Object.entries(also)].map(([spelling, word]) => [
      normalizeHeader(spelling),
      word,
    ]),
  );
  return (fields) => {
    const text = (fields[index] ?? "").trim();
    if (text === "") return { value: blank };
    const word = known.get(normalizeHeader(text));
    return word === undefined ? bad(column, text, "is not known", `one of ${words.join(", ")}`) : { value: word };
  };
}

/** `9`, `9/10`, `9.0`, `9,0`: whole scores from 0 to 10; blank is an invitation without an answer. */
function readScore(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === "") return nothing;
  const match = /^(\d{1,2})(?:[.,]0+)?(?:\s*\/\s*10)?$/.exec(trimmed);
  const score = match === null ? Number.NaN : Number(match[1]);
  return score <= 10 ? { value: score } : bad("score", text, "is not a score", "a whole number from 0 to 10");
}

const notANumber = (cell: NumberCell, text: string): Reading =>
  text === ""
    ? bad(cell.column, text, "is blank", "a number")
    : bad(cell.column, text, "is not a number", `a number like ${example(cell)}`);

const example = ({ format: { decimal, group } }: NumberCell): string => `1${group}234${decimal}56`;

const bad = (column: string, value: string, problem: string, expected: string): Reading => ({
  bad: { column, value, problem, expected },
});

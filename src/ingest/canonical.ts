import { divideRounded, type Money, moneyScale, zero } from "../base/money.ts";
import { currencyAgrees } from "./currencies.ts";
import { type DateFormat, dateFormatName, readDate } from "./dates.ts";
import { normalizeHeader } from "./mapping.ts";
import { canonicalDecimal, readNumber } from "./numbers.ts";
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

/** The reader for a rule; `currency` is the row's stated currency, which a mark in an amount must not contradict. */
export function cellReader(rule: ColumnRule, currencyIndex: number | null): CellReader {
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
      return productReader(rule.quantity, rule.unitPrice, rule.discount);
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
    const stated = currencyIndex === null ? "" : (fields[currencyIndex] ?? "").trim();
    if (number.currency !== null && stated !== "" && !currencyAgrees(number.currency, stated))
      return bad(cell.column, text, `contradicts the currency column, which says ${stated}`, `an amount in ${stated}`);
    return { value: number.units };
  };
}

/** Exact: multiplied with all digits, rounded once to a unit of money. */
function productReader(quantity: NumberCell, unitPrice: NumberCell, discount: DiscountCell | null): CellReader {
  return (fields) => {
    const [q, p] = [factor(fields, quantity), factor(fields, unitPrice)];
    if (q === null) return notANumber(quantity, (fields[quantity.index] ?? "").trim());
    if (p === null) return notANumber(unitPrice, (fields[unitPrice.index] ?? "").trim());
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

function factor(fields: readonly string[], cell: NumberCell): Factor | null {
  const decimal = canonicalDecimal((fields[cell.index] ?? "").trim(), cell.format);
  if (decimal === null) return null;
  const point = decimal.indexOf(".");
  return point < 0
    ? { digits: BigInt(decimal), scale: 0 }
    : { digits: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), scale: decimal.length - point - 1 };
}

/** 1 less the discount; a blank discount is none; `null` outside 0–100 %. */
function remainder(fields: readonly string[], cell: DiscountCell): Factor | null {
  const text = (fields[cell.index] ?? "").trim();
  if (text === "") return one;
  const number = readNumber(text, cell.format, { allowPercent: true });
  if (number === null) return null;
  const whole = cell.percent || number.percent ? 100n * 10_000n : 10_000n;
  return number.units < 0n || number.units > whole
    ? null
    : { digits: whole - number.units, scale: whole === 10_000n ? moneyScale : moneyScale + 2 };
}

function differenceReader(amount: CellReader, profit: CellReader): CellReader {
  return (fields) => {
    const [minuend, subtrahend] = [amount(fields), profit(fields)];
    if ("bad" in subtrahend) return subtrahend;
    if ("bad" in minuend || subtrahend.value === null) return nothing; // a bad amount is reported by its own column
    return { value: ((minuend.value as Money | null) ?? zero) - (subtrahend.value as Money) };
  };
}

function wordReader({ index, column, words, blank }: Extract<ColumnRule, { kind: "word" }>): CellReader {
  const known = new Map(words.map((word) => [normalizeHeader(word), word]));
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

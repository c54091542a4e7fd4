import { dayNumber } from "../../base/calendar.ts";
import { type Money, unitsPerOne } from "../../base/money.ts";
import { escapeInvisible, neutraliseFormula } from "../escape.ts";
import { fixedMoney, isKnown } from "../numbers.ts";
import type { Cell, Column, ColumnKind, Tone } from "../report.ts";

/** A cell as the library takes it: a bare value has the plain look, an object one of its own. */
export type SheetCell = string | number | StyledCell | null;

export interface StyledCell {
  readonly value: string | number | Date;
  readonly format?: string;
  readonly fontWeight?: "bold";
  readonly backgroundColor?: string;
}

/** Light enough for black text. */
const fills: Readonly<Record<Tone, string>> = { good: "#E2F0D9", fair: "#DDEBF7", weak: "#FFF2CC", bad: "#F8CBAD" };

const headerFill = "#E7E6E6";

/** Numbers look as they do in csv; a spreadsheet puts its own marks in. Counts need no format. */
const formats: Readonly<Record<Exclude<ColumnKind, "text" | "count">, string>> = {
  date: "yyyy-mm-dd",
  money: "#,##0.00",
  ratio: "0.00%",
  number: "0.0000",
  points: "0.00",
};

/** The header of a column. */
export const headerCell = (name: string, escapeFormulas: boolean): StyledCell | null => {
  const value = cellText(name, escapeFormulas);
  return value === "" ? null : { value, fontWeight: "bold", backgroundColor: headerFill };
};

/** How the cells of a column are written; chosen once a column. */
export function cellWriter({ kind, tones }: Column, escapeFormulas: boolean): (cell: Cell) => SheetCell {
  switch (kind) {
    case "text":
      return (cell) => {
        if (cell === null || cell === "") return null;
        const tone = tones?.get(String(cell));
        const value = cellText(String(cell), escapeFormulas);
        return tone === undefined ? value : { value, backgroundColor: fills[tone] };
      };
    case "date":
      return (cell) => (cell === null ? null : dateCell(String(cell)));
    case "money":
      return (cell) => (cell === null ? null : moneyCell(cell as Money));
    case "count":
      return (cell) => (isKnown(cell) ? countCell(cell as number) : null);
    default:
      return (cell) => (isKnown(cell) ? { value: cell as number, format: formats[kind] } : null);
  }
}

/** A spreadsheet keeps 15 digits of a number: 13 before the decimals of an amount. */
const largestAmount: Money = 10n ** 13n * unitsPerOne;
const largestCount = 1e15;

/** Whether an amount would lose digits as a number; it is written as text then, exact as in csv. */
export const isTooLarge = (amount: Money): boolean => amount >= largestAmount || amount <= -largestAmount;

const moneyCell = (amount: Money): SheetCell =>
  isTooLarge(amount) ? fixedMoney(amount) : { value: Number(fixedMoney(amount)), format: formats.money };

const countCell = (count: number): SheetCell => (Math.abs(count) < largestCount ? count : String(count));

/** 1 March 1900: before it the day numbers of spreadsheets disagree by one. */
const firstDate = "1900-03-01";
const millisecondsPerDay = 86_400_000;

const dateCell = (date: string): SheetCell =>
  date < firstDate ? date : { value: new Date(dayNumber(date) * millisecondsPerDay), format: formats.date };

/** The most characters that a cell may have. */
const longestText = 32_767;

/**
 * Text that shows what it holds and runs nothing: formulas neutralised, line ends kept as one kind, tabs kept, every other
 * invisible character written out (XML cannot carry most of them, and direction marks mislead).
 */
function cellText(text: string, escapeFormulas: boolean): string {
  const neutral = escapeFormulas ? neutraliseFormula(text) : text;
  const visible = isPlain.test(neutral)
    ? neutral
    : neutral.replace(/\r\n?/g, "\n").replace(/[^\n\t]+/g, escapeInvisible);
  const whole = protectedText(visible);
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

const isPlain = /^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/;

/**
 * `_x0041_` in a text means A to a spreadsheet, so its first character is written that way itself. So is the first of a name
 * that every object has: the library keeps its list of texts in a plain object, and would take `constructor` for a known one.
 */
function protectedText(text: string): string {
  const escaped = text.includes("_x") ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;
  return inherited.has(escaped) ? `_x${hex4(escaped)}_${escaped.slice(1)}` : escaped;
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const hex4 = (text: string): string => text.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

import { dayNumber } from "../../base/calendar.ts";
import { type Money, unitsPerOne } from "../../base/money.ts";
import { fixedMoney, isKnown } from "../numbers.ts";
import type { Cell, Column, ColumnKind, Tone } from "../report.ts";
import type { SharedTexts } from "./texts.ts";

/** How a cell looks, where it does not look plain. */
export type Look = "header" | Exclude<ColumnKind, "text" | "count"> | Tone;

/** A look as the library takes it. */
export interface Style {
  readonly format?: string;
  readonly fontWeight?: "bold";
  readonly backgroundColor?: string;
}

/** Numbers look as they do in csv; a spreadsheet puts its own marks in. The fills are light enough for black text. */
export const looks: Readonly<Record<Look, Style>> = {
  header: { fontWeight: "bold", backgroundColor: "#E7E6E6" },
  date: { format: "yyyy-mm-dd" },
  money: { format: "#,##0.00" },
  ratio: { format: "0.00%" },
  number: { format: "0.0000" },
  points: { format: "0.00" },
  good: { backgroundColor: "#E2F0D9" },
  fair: { backgroundColor: "#DDEBF7" },
  weak: { backgroundColor: "#FFF2CC" },
  bad: { backgroundColor: "#F8CBAD" },
};

/** The number under which the workbook lists each look. */
export type LookNumbers = Readonly<Record<Look, number>>;

/** What follows a cell's address: `" s="2"><v>1.50</v></c>`; nothing where the cell is empty. */
export type CellEnd = string;

/** How the cells of a column are written; chosen once a column. */
export function cellWriter(
  { kind, tones }: Pick<Column, "kind" | "tones">,
  texts: SharedTexts,
  numbers: LookNumbers,
): (cell: Cell) => CellEnd {
  const plain = opened("text");
  const text = (value: string): CellEnd => plain + texts.numberOf(value) + close;
  switch (kind) {
    case "text":
      return asAbove((value) => {
        const tone = tones?.get(value);
        return tone === undefined ? text(value) : opened("text", numbers[tone]) + texts.numberOf(value) + close;
      });
    case "date": {
      const start = opened("number", numbers.date);
      return once((date) => (date < firstDate ? text(date) : start + serialNumber(date) + close));
    }
    case "money": {
      const start = opened("number", numbers.money);
      return (cell) => {
        if (cell === null) return "";
        const amount = fixedMoney(cell as Money);
        return isTooLarge(cell as Money) ? text(amount) : start + amount + close;
      };
    }
    case "count": {
      const start = opened("number");
      return (cell) => {
        if (!isKnown(cell)) return "";
        return Math.abs(cell as number) < largestCount ? `${start}${cell}${close}` : text(String(cell));
      };
    }
    default: {
      const start = opened("number", numbers[kind]);
      return (cell) => (isKnown(cell) ? `${start}${cell}${close}` : "");
    }
  }
}

/** What follows the address of a header's cell. */
export const headerCell = (name: string, texts: SharedTexts, numbers: LookNumbers): CellEnd =>
  name === "" ? "" : opened("text", numbers.header) + texts.numberOf(name) + close;

const opened = (type: "text" | "number", look?: number): string =>
  `"${look === undefined ? "" : ` s="${look}"`}${type === "text" ? ' t="s"' : ""}><v>`;

const close = "</v></c>";

/** Text columns, where every second cell is as the one above it. */
function asAbove(write: (value: string) => CellEnd): (cell: Cell) => CellEnd {
  let above: Cell = null;
  let end: CellEnd = "";
  return (cell) => {
    if (cell === above) return end;
    above = cell;
    end = cell === null || cell === "" ? "" : write(String(cell));
    return end;
  };
}

/** Columns with few different values: each is worked out once. */
function once(write: (value: string) => CellEnd): (cell: Cell) => CellEnd {
  const known = new Map<string, CellEnd>();
  return (cell) => {
    if (cell === null || cell === "") return "";
    const value = String(cell);
    let end = known.get(value);
    if (end === undefined) {
      end = write(value);
      known.set(value, end);
    }
    return end;
  };
}

/** A spreadsheet keeps 15 digits of a number: 13 before the decimals of an amount. */
const largestAmount: Money = 10n ** 13n * unitsPerOne;
const largestCount = 1e15;

/** Whether an amount would lose digits as a number; it is written as text then, exact as in csv. */
export const isTooLarge = (amount: Money): boolean => amount >= largestAmount || amount <= -largestAmount;

/** 1 March 1900: before it the day numbers of spreadsheets disagree by one. */
const firstDate = "1900-03-01";

/** Of 1970-01-01, from which our own day numbers count. */
const serialOfEpoch = 25_569;

const serialNumber = (date: string): number => dayNumber(date) + serialOfEpoch;

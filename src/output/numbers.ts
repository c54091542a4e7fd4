import { exactMoney, formatMoney, type Money } from "../base/money.ts";
import type { Cell, ColumnKind } from "./report.ts";

/** Turns one column's cells into text; chosen once a column, so that no cell asks what it is. */
export type CellWriter = (cell: Cell) => string;

/**
 * The writer of a column's cells in plain notation: money and points 2 decimals, ratio and number 4, count and date as they are, not
 * known empty. `text` says how text is written.
 */
export function plainWriter(kind: ColumnKind, text: (value: string) => string): CellWriter {
  switch (kind) {
    case "text":
      return (cell) => (cell === null ? "" : text(String(cell)));
    case "date":
      return (cell) => (cell === null ? "" : String(cell));
    case "money":
      return (cell) => (cell === null ? "" : fixedMoney(cell as Money));
    case "count":
      return (cell) => (isKnown(cell) ? String(cell) : "");
    case "ratio":
    case "number":
      return (cell) => (isKnown(cell) ? fixed(cell as number, 4) : "");
    case "points":
      return (cell) => (isKnown(cell) ? fixed(cell as number, 2) : "");
  }
}

/** Whether a cell says something: `null`, NaN and infinities do not. */
export const isKnown = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== "number" || Number.isFinite(cell));

/** With a fixed number of decimals, half away from zero as the double has it; never "-0.00". */
export function fixed(value: number, places: number): string {
  const text = value.toFixed(places);
  return text.startsWith("-0") && Number(text) === 0 ? text.slice(1) : text;
}

// Whole numbers up to here, and a rounding step more, are exact as doubles; bigint arithmetic costs five times as much.
const safeUnits = 9_000_000_000_000_000;

/** `formatMoney` with 2 decimals, faster for amounts below 900 billion. */
export function fixedMoney(amount: Money): string {
  const cents = centsOf(amount);
  if (Number.isNaN(cents)) return formatMoney(amount, 2);
  const size = Math.abs(cents);
  const rest = size % 100;
  return `${cents < 0 ? "-" : ""}${(size - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
}

/** Rounded half away from zero; NaN for amounts from 900 billion on. */
function centsOf(amount: Money): number {
  const units = Number(amount);
  const size = Math.abs(units);
  if (!(size < safeUnits)) return Number.NaN;
  const cents = Math.floor((size + 50) / 100);
  return units < 0 ? -cents : cents;
}

/** A kind of columns that hold numbers. */
export type NumberKind = Exclude<ColumnKind, "text" | "date">;

/**
 * What `plainWriter` writes of a number, as units of the last of its decimal places: a whole number, or NaN where only the writer
 * can say how it is written.
 */
export const unitsOfKind: Readonly<Record<NumberKind, { places: number; unitsOf: (cell: Cell) => number }>> = {
  money: { places: 2, unitsOf: (cell) => centsOf(cell as Money) },
  count: { places: 0, unitsOf: (cell) => (Number.isInteger(cell) ? (cell as number) : Number.NaN) },
  ratio: { places: 4, unitsOf: (cell) => roundedUnits(cell as number, 10_000) },
  number: { places: 4, unitsOf: (cell) => roundedUnits(cell as number, 10_000) },
  points: { places: 2, unitsOf: (cell) => roundedUnits(cell as number, 100) },
};

// Up to here the product with a unit is so exact that it only misses on which side of a half a number is that is this near to it.
const largestProduct = 1e9;
const clearOfHalf = 0.4999;

/** Rounded as `toFixed` does; NaN where the product is too near to a half to tell. */
function roundedUnits(value: number, unitsInOne: number): number {
  const product = value * unitsInOne;
  const units = Math.round(product);
  return Math.abs(product - units) < clearOfHalf && Math.abs(product) < largestProduct ? units : Number.NaN;
}

/** `exactMoney`, faster for amounts of whole cents below 900 billion. */
export const exactDecimal = (amount: Money): string => {
  const units = Number(amount);
  return units % 100 === 0 && Math.abs(units) < safeUnits ? fixedMoney(amount) : exactMoney(amount);
};

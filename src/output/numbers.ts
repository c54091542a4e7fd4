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
  const units = Number(amount);
  const size = Math.abs(units);
  if (!(size < safeUnits)) return formatMoney(amount, 2);
  const cents = Math.floor((size + 50) / 100);
  const rest = cents % 100;
  return `${units < 0 && cents > 0 ? "-" : ""}${(cents - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
}

/** `exactMoney`, faster for amounts of whole cents below 900 billion. */
export const exactDecimal = (amount: Money): string => {
  const units = Number(amount);
  return units % 100 === 0 && Math.abs(units) < safeUnits ? fixedMoney(amount) : exactMoney(amount);
};

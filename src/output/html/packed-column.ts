import { compare, compareCodePoints } from "../../base/statistics.ts";
import { escapeInvisible } from "../escape.ts";
import type { Notation } from "../notation.ts";
import { isKnown } from "../numbers.ts";
import { readableWriter } from "../readable.ts";
import type { Cell, Column, ColumnKind, Row } from "../report.ts";

type Look = "figure" | "date" | "words" | "phrases" | "sentences" | "below";

/** A column as the page holds it: its values as people read them, in order, and which of them each row has (-1: none). */
export interface PackedColumn {
  readonly name: string;
  readonly label: string;
  /** Figures stand to the right; sentences need more room than words, or a line of their own below the row. */
  readonly look: Look;
  readonly values: readonly string[];
  readonly cells: readonly number[];
  readonly tones: Readonly<Record<string, string>>;
}

/** The column at a place of the rows. A column at a time, and each value once: most of the work is in making texts, and in order. */
export function packColumn(
  { name, heading, kind, tones, order }: Column,
  rows: readonly Row[],
  index: number,
  isBelow: boolean,
  notation: Notation,
): PackedColumn {
  const isText = kind === "text" || kind === "date";
  const found = isText
    ? findCells(rows, index, asRead(order))
    : (findNumbers(rows, index, kind) ?? findCells(rows, index, byAmount));
  // Values that read the same are one.
  const write = readableWriter(kind, notation);
  const values: string[] = [];
  const places = found.cells.map((cell) => {
    const text = write(cell);
    return (text === values.at(-1) ? values.length : values.push(text)) - 1;
  });
  return {
    name,
    label: heading === undefined ? labelOf(name) : escapeInvisible(heading),
    look: isBelow ? "below" : kind === "date" ? "date" : isText ? lookOf(values) : "figure",
    values,
    cells: found.places.map((place) => places[place] ?? -1),
    tones: Object.fromEntries(tones ?? []),
  };
}

/** `revenue_share` reads as `revenue share`; the user's own columns are as they are. */
const labelOf = (name: string): string => escapeInvisible(name.replaceAll("_", " "));

/** The cells of a column that are known, each once and in order, and which of them each row has (-1: none). */
interface Found {
  readonly cells: readonly Cell[];
  readonly places: readonly number[];
}

/**
 * Numbers, and amounts that are exact as such, are sorted as one block of memory and found in it by halving: three times as fast as
 * cells. `null` where an amount is larger.
 */
function findNumbers(rows: readonly Row[], index: number, kind: ColumnKind): Found | null {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = rows[i]?.[index] ?? null;
    const number = isKnown(cell) ? Number(cell) : Number.NaN;
    if (typeof cell === "bigint" && !Number.isSafeInteger(number)) return null;
    numbers[i] = number;
  }
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
  const cells = sorted.filter((number, i) => i === 0 || number !== sorted[i - 1]);
  return {
    cells: kind === "money" ? Array.from(cells, BigInt) : Array.from(cells),
    places: Array.from(numbers, (number) => (Number.isNaN(number) ? -1 : placeIn(cells, number))),
  };
}

/** Where a number stands that is among them. */
function placeIn(sorted: Float64Array, number: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

function findCells(rows: readonly Row[], index: number, inOrder: (cells: readonly Cell[]) => Cell[]): Found {
  const known = new Set<Cell>();
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (isKnown(cell)) known.add(cell);
  }
  const cells = inOrder([...known]);
  const places = new Map<Cell, number>();
  for (const cell of cells) places.set(cell, places.size);
  return { cells, places: rows.map((row) => places.get(row[index] ?? null) ?? -1) };
}

const byAmount = (cells: readonly Cell[]): Cell[] => cells.toSorted((a, b) => compare(a as bigint, b as bigint));

/** In the column's own order, else as a list is read: `active` before `Prospect`. */
const asRead =
  (order: ReadonlyMap<string, string> | undefined) =>
  (cells: readonly Cell[]): Cell[] => {
    const texts = cells.map((cell) => {
      const text = String(cell);
      return { cell, text, letters: order?.get(text) ?? text.toLowerCase() };
    });
    // Only where there are halves of characters is the order of code points another than the language's own, which is twice as fast.
    const inOrder = texts.some(({ text, letters }) => surrogate.test(text) || surrogate.test(letters))
      ? compareCodePoints
      : compare<string>;
    return texts.sort((a, b) => inOrder(a.letters, b.letters) || inOrder(a.text, b.text)).map(({ cell }) => cell);
  };

const surrogate = /[\ud800-\udfff]/;

/** By the mean length of what stands in a column of text. */
function lookOf(values: readonly string[]): Look {
  const mean = values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length);
  if (mean > 40) return "sentences";
  return mean > 14 ? "phrases" : "words";
}

import type { Segment } from "../../output/report.ts";
import type { LorenzPoint } from "../../scoring/concentration.ts";
import type { Words } from "../../wording/wording.ts";

/** Characters of the drawing; each holds 2 × 4 dots. */
const [width, height] = [60, 15];
const margin = 6;

/** The dots of a braille character, by column and row, as bits above U+2800. */
const dots = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/**
 * The Lorenz curve, 72 characters wide: customers from the smallest to the largest across, what they have together upwards. The
 * points are the line of equal shares.
 */
export function lorenzPicture(
  { curve, across }: Pick<Words<"concentration">["concentration"], "curve" | "across">,
  points: readonly LorenzPoint[],
): readonly (readonly Segment[])[] {
  const [columns, rows] = [2 * width, 4 * height];
  const cells = new Map<number, number>();
  const set = (column: number, row: number): void => {
    const cell = Math.floor(row / 4) * width + Math.floor(column / 2);
    const bit = (dots[column % 2] as (typeof dots)[0])[row % 4] as number;
    cells.set(cell, (cells.get(cell) ?? 0) | bit);
  };
  let before = rows - 1;
  for (let column = 0; column < columns; column++) {
    const row = Math.round((1 - shareAt(points, column / (columns - 1))) * (rows - 1));
    // The curve never falls; steep parts are filled, so that it stays one line.
    for (let at = row; at <= Math.max(row, before - 1); at++) set(column, at);
    before = row;
  }
  return [
    [{ text: curve, strong: true }],
    ...Array.from({ length: height }, (_, line) => [{ text: labelOf(line) }, ...lineOf(line, cells)]),
    [{ text: `${" ".repeat(margin)}0 %${across.padStart(44).padEnd(width - 8)}100 %` }],
  ];
}

const labelOf = (line: number): string =>
  (line === 0 ? "100 %" : line === Math.floor(height / 2) ? "50 %" : line === height - 1 ? "0 %" : "")
    .padStart(margin - 1)
    .padEnd(margin);

/** One line of the drawing, its curve in colour, nothing behind the last that is drawn. */
function lineOf(line: number, cells: ReadonlyMap<number, number>): Segment[] {
  const segments: Segment[] = [];
  for (let x = 0; x < width; x++) {
    const bits = cells.get(line * width + x);
    // The diagonal, by the middle of the character.
    const isEqual = Math.floor((1 - (x + 0.5) / width) * height) === line;
    const text = bits === undefined ? (isEqual ? "·" : " ") : String.fromCodePoint(0x2800 + bits);
    segments.push(bits === undefined ? { text } : { text, tone: "fair" });
  }
  return segments.slice(0, segments.findLastIndex(({ text }) => text !== " ") + 1);
}

/** Between points on a straight line. */
function shareAt(points: readonly LorenzPoint[], customers: number): number {
  const next = points.findIndex((point) => point.customers >= customers);
  const [a, b] = [points[Math.max(0, next - 1)], points[next]] as [LorenzPoint, LorenzPoint];
  if (b.customers === a.customers) return b.share;
  return a.share + ((b.share - a.share) * (customers - a.customers)) / (b.customers - a.customers);
}

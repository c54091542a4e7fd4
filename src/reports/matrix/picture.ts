import type { Segment, Tone } from "../../output/report.ts";
import type { CellTally } from "../../scoring/matrix/tally.ts";
import { counted, gain, shortMoney } from "../figures.ts";
import { cellTones, classTones } from "../tones.ts";

const letters = ["A", "B", "C", "D"] as const;

/** Each grade and what it says; the widest of them sets the least width of a box. */
const grades = [
  { grade: "a", head: "a from +100 %" },
  { grade: "b", head: "b from +30 %" },
  { grade: "c", head: "c from +10 %" },
  { grade: "d", head: "d below +10 %" },
  { grade: "?", head: "? not assessed" },
] as const;

/** So many customers stand without the word, which would not fit. */
const mostNamed = 10_000;

/** Between boxes. Five boxes of `+999.9 million` fit 80 characters. */
const gap = 1;
const label = 2;

/**
 * The matrix as a grid: classes down, grades across; in each box the customers, their revenue and what could be won. Boxes of
 * cells that deserve time are green, losses red.
 */
export function matrixPicture(cells: readonly CellTally[]): readonly (readonly Segment[])[] {
  const boxes = new Map(cells.map((cell) => [cell.cell, boxOf(cell)]));
  const texts = [...grades.map(({ head }) => head), ...[...boxes.values()].flat()];
  const width = Math.max(...texts.map((text) => text.length)) + gap;
  const rule = "─".repeat(label + grades.length * width - gap);
  const heads = grades.map(({ head }): Segment => ({ text: head, strong: true }));
  return [
    lineOf({ text: "" }, heads, width),
    ...letters.flatMap((letter) => [
      [{ text: rule }],
      ...linesOf(boxes, letter).map((line) =>
        lineOf(
          { text: line === 0 ? letter : "", tone: classTones.get(letter), strong: true },
          grades.map(({ grade }) => ({
            text: boxes.get(`${letter}${grade}`)?.[line] ?? "",
            tone: toneOf(`${letter}${grade}`),
            strong: line === 0,
          })),
          width,
        ),
      ),
    ]),
  ];
}

/** The lines of a class's boxes that say something. */
const linesOf = (boxes: ReadonlyMap<string, readonly string[]>, letter: string): number[] =>
  [0, 1, 2].filter((line) => grades.some(({ grade }) => boxes.get(`${letter}${grade}`)?.[line] !== ""));

const toneOf = (cell: string): Tone | undefined => cellTones.get(cell);

/** Customers, revenue, increment; a point for a box that nobody is in. */
function boxOf({ customers, revenue, increment }: CellTally): readonly string[] {
  if (customers === 0) return ["·", "", ""];
  return [
    customers < mostNamed ? counted(customers, "customer") : String(customers),
    shortMoney(revenue),
    increment === null ? "" : gain(increment),
  ];
}

/** The segments side by side, nothing behind the last that says something. */
function lineOf(first: Segment, others: readonly Segment[], width: number): readonly Segment[] {
  const padded = [{ segment: first, room: label }, ...others.map((segment) => ({ segment, room: width }))];
  const last = padded.findLastIndex(({ segment }) => segment.text !== "");
  return padded
    .slice(0, last + 1)
    .flatMap(({ segment, room }, i) => [
      segment,
      ...(i === last ? [] : [{ text: " ".repeat(room - segment.text.length) }]),
    ]);
}

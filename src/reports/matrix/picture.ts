import type { Segment, Tone } from "../../output/report.ts";
import type { CellTally } from "../../scoring/matrix/tally.ts";
import type { Words } from "../../wording/wording.ts";
import { cellTones, classTones } from "../tones.ts";

const letters = ["A", "B", "C", "D"] as const;

const grades = ["a", "b", "c", "d", "?"] as const;

/** So many customers stand without the word, which would not fit. */
const mostNamed = 10_000;

/** Between boxes. Five boxes of `+999.9 million` fit 80 characters. */
const gap = 1;
const label = 2;

/**
 * The matrix as a grid: classes down, grades across; in each box the customers, their revenue and what could be won. Boxes of
 * cells that deserve time are green, losses red.
 */
export function matrixPicture(cells: readonly CellTally[], words: Words<"matrix">): readonly (readonly Segment[])[] {
  // What each grade says; the widest of them sets the least width of a box.
  const headings = grades.map((grade) => words.matrix.grades[grade]);
  const boxes = new Map(cells.map((cell) => [cell.cell, boxOf(cell, words)]));
  const texts = [...headings, ...[...boxes.values()].flat()];
  const width = Math.max(...texts.map((text) => text.length)) + gap;
  const rule = "─".repeat(label + grades.length * width - gap);
  const heads = headings.map((text): Segment => ({ text, strong: true }));
  return [
    lineOf({ text: "" }, heads, width),
    ...letters.flatMap((letter) => [
      [{ text: rule }],
      ...linesOf(boxes, letter).map((line) =>
        lineOf(
          { text: line === 0 ? letter : "", tone: classTones.get(letter), strong: true },
          grades.map((grade) => ({
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
  [0, 1, 2].filter((line) => grades.some((grade) => boxes.get(`${letter}${grade}`)?.[line] !== ""));

const toneOf = (cell: string): Tone | undefined => cellTones.get(cell);

/** Customers, revenue, increment; a point for a box that nobody is in. */
function boxOf({ customers, revenue, increment }: CellTally, { common, figures }: Words): readonly string[] {
  if (customers === 0) return ["·", "", ""];
  return [
    customers < mostNamed ? common.customers(customers) : figures.count(customers),
    figures.shortMoney(revenue),
    increment === null ? "" : figures.gain(increment),
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

import type { Box, Grid } from "../../output/html/page.ts";
import type { Report } from "../../output/report.ts";
import type { Words } from "../../wording/wording.ts";
import { cellTones } from "../tones.ts";
import { toNumber, type View, viewsOf } from "./view.ts";

const classes = ["A", "B", "C", "D"] as const;
const grades = ["a", "b", "c", "d", "?"] as const;

/** The matrix as a heat map: in each box customers, revenue and what can be won; the more there is to win, the stronger. */
export function matrixGrid(matrix: Report, words: Words<"quarter">): Grid {
  const cells = new Map(viewsOf(matrix).map((view) => [view.text("cell"), view]));
  const most = Math.max(0, ...[...cells.values()].map(winnable));
  return {
    kind: "grid",
    id: "matrix-grid",
    caption: words.quarter.matrixCaption,
    heads: ["", ...grades.map((grade) => words.quarter.grades[grade])],
    rows: classes.map((letter) => ({
      head: letter,
      boxes: grades.map((grade) => boxOf(`${letter}${grade}`, cells.get(`${letter}${grade}`), most, words)),
    })),
    filters: "cell",
  };
}

const winnable = (view: View): number => Math.max(0, toNumber(view.money("increment") ?? 0n));

function boxOf(cell: string, view: View | undefined, most: number, { common, figures }: Words): Box {
  if (view === undefined) return { lines: [], level: 0 };
  const increment = view.money("increment");
  const share = most === 0 ? 0 : winnable(view) / most;
  return {
    lines: [
      common.customers(view.number("customers") ?? 0),
      figures.shortMoney(view.money("revenue") ?? 0n),
      ...(increment === null ? [] : [figures.gain(increment)]),
    ],
    level: Math.ceil(Math.sqrt(share) * mostLevel),
    tone: cellTones.get(cell),
    value: cell,
  };
}

/** Square roots, so that one large box does not make all the others pale. */
const mostLevel = 5;

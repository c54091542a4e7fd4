import type { Money } from "../../base/money.ts";
import { fixed, fixedMoney, isKnown } from "../numbers.ts";
import type { Cell, Column, Row } from "../report.ts";
import { textWidth } from "../text-width.ts";
import { columnHeading } from "./rows.ts";

const narrowest = 8;
const widest = 60;
/** Room for the filter's arrow. */
const arrow = 3;
const margin = 2;

/** The width of a column in characters: its widest cell or its heading, within bounds. Text may be cut off, a number never is. */
export function columnWidth(column: Column, rows: readonly Row[], index: number): number {
  const { kind } = column;
  const header = textWidth(columnHeading(column)) + arrow;
  const content = kind === "text" ? textContent(rows, index) : kind === "date" ? 10 : numberContent(kind, rows, index);
  return Math.max(narrowest, Math.min(widest, Math.max(header, content + margin)));
}

function textContent(rows: readonly Row[], index: number): number {
  let most = 0;
  for (const row of rows) {
    const cell = row[index];
    // A text has at most two cells of the screen for each of its characters.
    if (typeof cell !== "string" || cell.length * 2 <= most) continue;
    if (cell.includes("\n")) for (const line of cell.split("\n")) most = Math.max(most, textWidth(line));
    else most = Math.max(most, textWidth(cell));
    if (most >= widest) break;
  }
  return most;
}

/** The largest and the smallest are the longest. */
function numberContent(kind: Column["kind"], rows: readonly Row[], index: number): number {
  let [low, high]: [Cell, Cell] = [null, null];
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (!isKnown(cell)) continue;
    if (low === null || (cell as number) < (low as number)) low = cell;
    if (high === null || (cell as number) > (high as number)) high = cell;
  }
  return Math.max(...[low, high].map((cell) => (cell === null ? 0 : displayed(kind, cell).length)));
}

function displayed(kind: Column["kind"], cell: Cell): string {
  if (kind === "money") return fixedMoney(cell as Money).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
  if (kind === "ratio") return `${fixed((cell as number) * 100, 2)}%`;
  return kind === "count" ? String(cell) : fixed(cell as number, 4);
}

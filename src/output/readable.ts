import { escapeInvisible } from "./escape.ts";
import { fixed, isKnown, plainWriter } from "./numbers.ts";
import type { Cell, ColumnKind } from "./report.ts";

/** As people read it: `1 234.50`, `73.8 %`; plain spaces, because any terminal has them and numbers never wrap here. */
export function readableWriter(kind: ColumnKind): (cell: Cell) => string {
  const plain = plainWriter(kind, escapeInvisible);
  if (kind === "ratio") return (cell) => (isKnown(cell) ? `${grouped(fixed((cell as number) * 100, 1))} %` : "");
  if (kind === "money") return (cell) => grouped(plain(cell));
  // Four digits may be a year; five cannot be mistaken.
  if (kind === "count") return (cell) => (Math.abs(Number(cell)) < 10_000 ? plain(cell) : grouped(plain(cell)));
  return kind === "date" ? (cell) => escapeInvisible(plain(cell)) : plain;
}

/** Spaces between the thousands of a plain decimal. */
const grouped = (decimal: string): string => decimal.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, " ");

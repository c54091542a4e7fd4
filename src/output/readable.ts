import { escapeInvisible } from "./escape.ts";
import { englishNotation, marked, type Notation, numeral } from "./notation.ts";
import { fixed, isKnown, plainWriter } from "./numbers.ts";
import type { Cell, ColumnKind } from "./report.ts";

/** As people read it: `1 234.50`, `73.8 %` in English, `1.234,50`, `73,8 %` in German. */
export function readableWriter(kind: ColumnKind, notation: Notation = englishNotation): (cell: Cell) => string {
  const plain = plainWriter(kind, escapeInvisible);
  const grouped = (decimal: string): string => numeral(decimal, notation);
  switch (kind) {
    case "ratio":
      return (cell) => (isKnown(cell) ? `${grouped(fixed((cell as number) * 100, 1))}${notation.beforeUnit}%` : "");
    case "money":
      return (cell) => grouped(plain(cell));
    case "count":
      // Four digits may be a year; five cannot be mistaken.
      return (cell) => (Math.abs(Number(cell)) < 10_000 ? plain(cell) : grouped(plain(cell)));
    case "date":
      return (cell) => escapeInvisible(isoDate.test(plain(cell)) ? notation.date(plain(cell)) : plain(cell));
    case "number":
    case "points":
      return (cell) => marked(plain(cell), notation);
    case "text":
      return plain;
  }
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

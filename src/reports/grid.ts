import type { Segment } from "../output/report.ts";

const gap = 2;

/**
 * A small table as lines of a picture: the first column to the left, figures to the right, the header strong. Columns that nobody
 * fills are as wide as their header.
 */
export function gridLines(rows: readonly (readonly string[])[]): Segment[][] {
  const [header = []] = rows;
  const widths = header.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row, line) => {
    const cells = widths.map((width, i) => {
      const text = row[i] ?? "";
      return i === 0 ? text.padEnd(width) : text.padStart(width);
    });
    return [{ text: cells.join(" ".repeat(gap)).trimEnd(), strong: line === 0 }];
  });
}

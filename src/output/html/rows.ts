import { compareCodePoints } from "../../base/statistics.ts";
import { escapeInvisible } from "../escape.ts";
import type { Notation } from "../notation.ts";
import { isKnown } from "../numbers.ts";
import { readableWriter } from "../readable.ts";
import type { Cell, Column, Row } from "../report.ts";
import type { OutputWords } from "../words.ts";
import { escapeHtml, jsonForScript } from "./escape.ts";
import type { RowsTable } from "./page.ts";

/** Rows that stand in the page itself: for who has no script, and on paper. The script shows the others. */
const pageRows = 25;

/** More values than this are no list to choose from. */
const mostChoices = 40;

type Look = "figure" | "words" | "phrases" | "sentences";

/** A column as the page holds it: its values as people read them, in order, and which of them each row has (-1: none). */
interface PackedColumn {
  readonly name: string;
  readonly label: string;
  /** Figures stand to the right; sentences need more room than words. */
  readonly look: Look;
  readonly values: readonly string[];
  readonly cells: readonly number[];
  readonly tones: Readonly<Record<string, string>>;
}

/** A table of rows with its tools; the first rows are markup, all are data for the script. */
export function rowsMarkup(
  { id, caption, columns, rows, filters, note }: RowsTable,
  { notation, page }: OutputWords,
): string {
  const packed = columns.map((column, i) => packColumn(column, rows, i, notation));
  const tools = [
    `<label>${escapeHtml(page.search)} <input type="search" data-search="${id}" autocomplete="off"></label>`,
    ...filters.flatMap((name) =>
      choice(
        id,
        packed.find((column) => column.name === name),
        page.all,
      ),
    ),
    `<button type="button" data-reset="${id}">${escapeHtml(page.showAll)}</button>`,
  ];
  return `<div class="rows" id="${id}">
<form class="tools" data-tools="${id}" hidden>${tools.join("")}</form>
<p class="count" role="status" data-count="${id}">${escapeHtml(page.rows(Math.min(pageRows, rows.length), rows.length))}</p>
<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">
<table data-rows="${id}" data-size="${pageRows}"><caption>${escapeHtml(caption)}</caption>
<thead><tr>${packed.map(header).join("")}</tr></thead>
<tbody>
${rows
  .slice(0, pageRows)
  .map((_, row) => rowMarkup(packed, row))
  .join("\n")}
</tbody></table>
</div>
<p class="pages" data-pages="${id}" hidden><button type="button" data-step="-1">${escapeHtml(page.back)}</button> <span></span> <button type="button" data-step="1">${escapeHtml(page.next)}</button></p>
${note === undefined ? "" : `<p class="note">${escapeHtml(note)}</p>`}
<script type="application/json" data-of="${id}">${jsonForScript(packed)}</script>
</div>`;
}

/** `revenue_share` reads as `revenue share`; the user's own columns are as they are. */
const labelOf = (name: string): string => escapeInvisible(name.replaceAll("_", " "));

function packColumn(
  { name, heading, kind, tones }: Column,
  rows: readonly Row[],
  index: number,
  notation: Notation,
): PackedColumn {
  const write = readableWriter(kind, notation);
  const texts = new Map<Cell, string>();
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (!texts.has(cell) && isKnown(cell)) texts.set(cell, write(cell));
  }
  const isText = kind === "text" || kind === "date";
  const known = [...texts.keys()].sort(isText ? (a, b) => compareCodePoints(String(a), String(b)) : compareNumbers);
  // Values that read the same are one.
  const values: string[] = [];
  const places = new Map<Cell, number>();
  for (const cell of known) {
    const text = texts.get(cell) as string;
    if (text !== values.at(-1)) values.push(text);
    places.set(cell, values.length - 1);
  }
  return {
    name,
    label: heading === undefined ? labelOf(name) : escapeInvisible(heading),
    look: isText ? lookOf(values) : "figure",
    values,
    cells: rows.map((row) => places.get(row[index] ?? null) ?? -1),
    tones: Object.fromEntries(tones ?? []),
  };
}

const compareNumbers = (a: Cell, b: Cell): number =>
  (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;

/** By the mean length of what stands in a column of text. */
function lookOf(values: readonly string[]): Look {
  const mean = values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length);
  if (mean > 40) return "sentences";
  return mean > 14 ? "phrases" : "words";
}

const header = ({ name, label, look }: PackedColumn, i: number): string =>
  `<th scope="col"${look === "words" ? "" : ` class="${look}"`} data-column="${escapeHtml(name)}"><button type="button" data-sort="${i}">${escapeHtml(label)}</button></th>`;

const rowMarkup = (columns: readonly PackedColumn[], row: number): string =>
  `<tr>${columns
    .map(({ look, values, cells, tones }) => {
      const text = values[cells[row] as number] ?? "";
      const tone = tones[text];
      const classes = [...(look === "words" ? [] : [look]), ...(tone === undefined ? [] : [`tone-${tone}`])];
      return `<td${classes.length === 0 ? "" : ` class="${classes.join(" ")}"`}>${escapeHtml(text)}</td>`;
    })
    .join("")}</tr>`;

/** A list of a column's values; nothing where there is nothing to choose. */
function choice(id: string, column: PackedColumn | undefined, all: string): string[] {
  if (column === undefined || column.values.length < 2 || column.values.length > mostChoices) return [];
  const { name, label, values } = column;
  const options = values.map((text, i) => `<option value="${i}">${escapeHtml(text)}</option>`).join("");
  return [
    `<label>${escapeHtml(label)} <select data-choice="${id}" data-column="${escapeHtml(name)}"><option value="">${escapeHtml(all)}</option>${options}</select></label>`,
  ];
}

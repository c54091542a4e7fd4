import { compare, compareCodePoints } from "../../base/statistics.ts";
import { escapeInvisible } from "../escape.ts";
import type { Notation } from "../notation.ts";
import { isKnown } from "../numbers.ts";
import { readableWriter } from "../readable.ts";
import type { Cell, Column, Row } from "../report.ts";
import type { OutputWords } from "../words.ts";
import { captionMarkup, escapeHtml, jsonForScript } from "./escape.ts";
import type { RowsTable } from "./page.ts";

/** Rows that stand in the page itself: for who has no script, and on paper. The script shows the others. */
const pageRows = 25;

/** Rows that the script puts on paper. */
const paperRows = 200;

/** More columns than this are too many to stand side by side on paper: there each cell says what it is. */
const mostOnPaper = 14;

/** More values than this are no list to choose from. */
const mostChoices = 40;

type Look = "figure" | "date" | "words" | "phrases" | "sentences" | "below";

/** A column as the page holds it: its values as people read them, in order, and which of them each row has (-1: none). */
interface PackedColumn {
  readonly name: string;
  readonly label: string;
  /** Figures stand to the right; sentences need more room than words, or a line of their own below the row. */
  readonly look: Look;
  readonly values: readonly string[];
  readonly cells: readonly number[];
  readonly tones: Readonly<Record<string, string>>;
}

/** A table of rows with its tools; the first rows are markup, all are data for the script. */
export function rowsMarkup(
  { id, caption, columns, rows, filters, below = [], note }: RowsTable,
  { notation, page }: OutputWords,
): string {
  const places = new Map(columns.map(({ name }, i) => [name, i]));
  const last = below.flatMap((name) => places.get(name) ?? []);
  const packed = [...columns.keys()]
    .filter((i) => !last.includes(i))
    .concat(last)
    .map((i) => packColumn(columns[i] as Column, rows, i, last.includes(i), notation));
  const isMany = packed.filter(isBeside).length > mostOnPaper;
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
<table${isMany ? ' class="many"' : ""} data-rows="${id}" data-size="${pageRows}" data-paper="${paperRows}">${captionMarkup(caption)}
<thead><tr>${packed.map(header).join("")}</tr></thead>
<tbody>
${rows
  .slice(0, pageRows)
  .map((_, row) => rowMarkup(packed, row, isMany))
  .join("\n")}
</tbody></table>
</div>
<p class="pages" data-pages="${id}" hidden><button type="button" data-step="-1">${escapeHtml(page.back)}</button> <span></span> <button type="button" data-step="1">${escapeHtml(page.next)}</button></p>
${note === undefined ? "" : `<p class="note">${escapeHtml(note)}</p>`}
${rows.length <= paperRows ? "" : `<p class="note on-paper">${escapeHtml(page.onPaper(paperRows))}</p>`}
<script type="application/json" data-of="${id}">${jsonForScript(packed)}</script>
</div>`;
}

/** `revenue_share` reads as `revenue share`; the user's own columns are as they are. */
const labelOf = (name: string): string => escapeInvisible(name.replaceAll("_", " "));

function packColumn(
  { name, heading, kind, tones, order }: Column,
  rows: readonly Row[],
  index: number,
  isBelow: boolean,
  notation: Notation,
): PackedColumn {
  const write = readableWriter(kind, notation);
  const isText = kind === "text" || kind === "date";
  // A column at a time, each value once: ordering and wording cost more than finding which are the same.
  const found: Cell[] = [];
  const places = new Map<Cell, number>();
  const cells = rows.map((row) => {
    const cell = row[index] ?? null;
    if (!isKnown(cell)) return -1;
    const key = typeof cell === "bigint" ? asNumber(cell) : cell;
    const place = places.get(key) ?? found.push(cell) - 1;
    if (place === places.size) places.set(key, place);
    return place;
  });
  // Values that read the same are one.
  const values: string[] = [];
  const inOrder: number[] = [];
  for (const key of isText ? sortedTexts([...places.keys()], order) : sortedNumbers([...places.keys()])) {
    const place = places.get(key) as number;
    const text = write(found[place] as Cell);
    if (text !== values.at(-1)) values.push(text);
    inOrder[place] = values.length - 1;
  }
  return {
    name,
    label: heading === undefined ? labelOf(name) : escapeInvisible(heading),
    look: isBelow ? "below" : kind === "date" ? "date" : isText ? lookOf(values) : "figure",
    values,
    cells: cells.map((place) => inOrder[place] ?? -1),
    tones: Object.fromEntries(tones ?? []),
  };
}

/** An amount as a number where that is exact: those are found and sorted in a fraction of the time. */
function asNumber(amount: bigint): number | bigint {
  const number = Number(amount);
  return Number.isSafeInteger(number) ? number : amount;
}

/** In the column's own order, else as a list is read: `active` before `Prospect`. */
function sortedTexts(cells: readonly Cell[], order?: ReadonlyMap<string, string>): Cell[] {
  const texts = cells.map((cell) => {
    const text = String(cell);
    return { cell, text, letters: order?.get(text) ?? text.toLowerCase() };
  });
  // Only where there are halves of characters is the order of code points another than the language's own, which is twice as fast.
  const inOrder = texts.some(({ text, letters }) => surrogate.test(text) || surrogate.test(letters))
    ? compareCodePoints
    : compare<string>;
  return texts.sort((a, b) => inOrder(a.letters, b.letters) || inOrder(a.text, b.text)).map(({ cell }) => cell);
}

const surrogate = /[\ud800-\udfff]/;

/** Numbers alone are sorted without asking a function which of two is the larger. */
const sortedNumbers = (keys: readonly Cell[]): Iterable<Cell> =>
  keys.every((key) => typeof key === "number")
    ? Float64Array.from(keys).sort()
    : keys.toSorted((a, b) => compare(a as number, b as number));

/** By the mean length of what stands in a column of text. */
function lookOf(values: readonly string[]): Look {
  const mean = values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length);
  if (mean > 40) return "sentences";
  return mean > 14 ? "phrases" : "words";
}

const isBeside = ({ look }: PackedColumn): boolean => look !== "below";

const header = ({ name, label, look }: PackedColumn, i: number): string =>
  look === "below"
    ? ""
    : `<th scope="col"${look === "words" ? "" : ` class="${look}"`} data-column="${escapeHtml(name)}"><button type="button" data-sort="${i}">${escapeHtml(label)}</button></th>`;

/** A row, and what stands below it across its whole width. */
const rowMarkup = (columns: readonly PackedColumn[], row: number, isMany: boolean): string => {
  const textOf = ({ values, cells }: PackedColumn): string => values[cells[row] as number] ?? "";
  const beside = columns.filter(isBeside);
  const cells = beside.map((column) => {
    const { label, look, tones } = column;
    const text = textOf(column);
    const tone = tones[text];
    const classes = [...(look === "words" ? [] : [look]), ...(tone === undefined ? [] : [`tone-${tone}`])];
    return `<td${classes.length === 0 ? "" : ` class="${classes.join(" ")}"`}${isMany ? ` data-label="${escapeHtml(label)}"` : ""}>${escapeHtml(text)}</td>`;
  });
  const told = columns.filter((column) => !isBeside(column) && textOf(column) !== "");
  const more = told.map((column) => `<span><b>${escapeHtml(column.label)}</b> ${escapeHtml(textOf(column))}</span> `);
  return `<tr>${cells.join("")}</tr>${more.length === 0 ? "" : `\n<tr class="below"><td colspan="${beside.length}"><div>${more.join("")}</div></td></tr>`}`;
};

/** A list of a column's values; nothing where there is nothing to choose. */
function choice(id: string, column: PackedColumn | undefined, all: string): string[] {
  if (column === undefined || column.values.length < 2 || column.values.length > mostChoices) return [];
  const { name, label, values } = column;
  const options = values.map((text, i) => `<option value="${i}">${escapeHtml(text)}</option>`).join("");
  return [
    `<label>${escapeHtml(label)} <select data-choice="${id}" data-column="${escapeHtml(name)}"><option value="">${escapeHtml(all)}</option>${options}</select></label>`,
  ];
}

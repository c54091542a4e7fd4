import { setImmediate } from "node:timers/promises";
import type { Column } from "../report.ts";
import type { OutputWords } from "../words.ts";
import { captionMarkup, escapeHtml, jsonForScript } from "./escape.ts";
import { type PackedColumn, packColumn } from "./packed-column.ts";
import type { RowsTable } from "./page.ts";

/** Rows that stand in the page itself: for who has no script, and on paper. The script shows the others. */
const pageRows = 25;

/** Rows that the script puts on paper. */
const paperRows = 200;

/** More columns than this are too many to stand side by side on paper: there each cell says what it is. */
const mostOnPaper = 14;

/** More values than this are no list to choose from. */
const mostChoices = 40;

/** A table of rows with its tools; the first rows are markup, all are data for the script. */
export async function rowsMarkup(
  { id, caption, columns, rows, filters, below = [], note }: RowsTable,
  { notation, page }: OutputWords,
): Promise<string> {
  const places = new Map(columns.map(({ name }, i) => [name, i]));
  const last = below.flatMap((name) => places.get(name) ?? []);
  const packed: PackedColumn[] = [];
  for (const i of [...columns.keys()].filter((i) => !last.includes(i)).concat(last)) {
    // The event loop comes round between columns: a workbook that is made at the same time is packed meanwhile.
    await setImmediate();
    packed.push(packColumn(columns[i] as Column, rows, i, last.includes(i), notation));
  }
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

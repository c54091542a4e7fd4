import { escapeInvisible } from "../escape.ts";
import type { SummaryLine } from "../report.ts";
import type { OutputWords } from "../words.ts";
import { captionMarkup, escapeHtml, jsonForScript } from "./escape.ts";
import type { Block, Box, ChartBlock, Grid, SmallTable } from "./page.ts";
import { rowsMarkup } from "./rows.ts";

/** A chart as it was drawn: one for wide pages and paper, one for narrow pages; texts of its parts by series and place. */
export interface Drawn {
  readonly wide: string;
  readonly narrow: string;
  readonly tips: readonly (readonly string[])[];
}

/** A block's markup; `drawn` holds the charts by id. */
export async function blockMarkup(
  block: Block,
  drawn: ReadonlyMap<string, Drawn>,
  words: OutputWords,
): Promise<string> {
  switch (block.kind) {
    case "sentences":
      return `${heading(block.heading)}${sentences(block.items)}`;
    case "terms":
      return terms(block.terms);
    case "table":
      return scrolling(block.caption, smallTable(block));
    case "grid":
      return grid(block, words);
    case "chart":
      return chart(block, drawn.get(block.id) as Drawn, words);
    case "rows":
      return rowsMarkup(block, words);
  }
}

const heading = (text: string | undefined): string => (text === undefined ? "" : `<h3>${escapeHtml(text)}</h3>\n`);

const sentences = (items: readonly string[]): string =>
  items.length === 1
    ? `<p>${escapeHtml(items[0] as string)}</p>`
    : `<ul class="sentences">\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}\n</ul>`;

/** A line without a term continues the one above it. */
function terms(lines: readonly SummaryLine[]): string {
  if (lines.length === 0) return "";
  const parts = lines.map(
    ({ term, value }) => `${term === "" ? "" : `<dt>${escapeHtml(term)}</dt>`}<dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl>\n${parts.join("\n")}\n</dl>`;
}

/** A table that may be wider than the page moves under the finger, and by the keys. */
const scrolling = (label: string, markup: string): string =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}">\n${markup}\n</div>`;

const isFigure = (text: string): boolean => /^[-+−]?\d|^$|^n\/a$|^–$/.test(text);

function smallTable({ caption, rows: [header = [], ...rows] }: Pick<SmallTable, "caption" | "rows">): string {
  const figures = header.map((_, i) => i > 0 && rows.every((row) => isFigure(row[i] ?? "")));
  const cells = (row: readonly string[], tag: (i: number) => string): string =>
    row
      .map((text, i) => {
        const name = tag(i);
        return `<${name}${figures[i] ? ' class="figure"' : ""}>${escapeHtml(text)}</${name.split(" ", 1)[0]}>`;
      })
      .join("");
  return [
    `<table>${captionMarkup(caption)}`,
    `<thead><tr>${cells(header, () => 'th scope="col"')}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => `<tr>${cells(row, (i) => (i === 0 ? 'th scope="row"' : "td"))}</tr>`),
    "</tbody></table>",
  ].join("\n");
}

function grid({ id, caption, heads, rows, filters }: Grid, { page }: OutputWords): string {
  const [corner = "", ...columns] = heads;
  const table = [
    `<table class="grid">${captionMarkup(caption)}`,
    `<thead><tr><th scope="col">${escapeHtml(corner)}</th>${columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map(
      ({ head, boxes }) =>
        `<tr><th scope="row">${escapeHtml(head)}</th>${boxes.map((box) => gridBox(box, filters)).join("")}</tr>`,
    ),
    "</tbody></table>",
  ].join("\n");
  const status =
    filters === undefined
      ? ""
      : `\n<p class="chosen" role="status" data-chosen="${escapeHtml(filters)}">${escapeHtml(page.chooseBox)}</p>`;
  return `<div id="${id}">\n${scrolling(caption, table)}${status}\n</div>`;
}

function gridBox({ lines, level, tone, value }: Box, filters: string | undefined): string {
  const classes = lines.length === 0 ? "empty" : `level-${level}${tone === undefined ? "" : ` tone-${tone}`}`;
  const [first = "·", ...others] = lines;
  const text = `<b>${escapeHtml(first)}</b>${others.map((line) => `<span>${escapeHtml(line)}</span>`).join("")}`;
  const content =
    filters === undefined || value === undefined
      ? text
      : `<button type="button" aria-pressed="false" data-filter="${escapeHtml(filters)}" data-value="${escapeHtml(value)}"><i>${escapeHtml(value)}</i>${text}</button>`;
  return `<td class="${classes}">${content}</td>`;
}

function chart(
  { id, title, description, table }: ChartBlock,
  { wide, narrow, tips }: Drawn,
  { page }: OutputWords,
): string {
  const texts = tips.map((series) => series.map(escapeInvisible));
  return `<figure id="${id}">
<figcaption><b>${escapeHtml(title)}</b> ${escapeHtml(description)}</figcaption>
<div class="wide">${wide}</div>
<div class="narrow">${narrow}</div>
<script type="application/json" data-tips="${id}">${jsonForScript(texts)}</script>
<details><summary>${escapeHtml(page.sameAsTable)}</summary>
${scrolling(title, smallTable({ caption: title, rows: table }))}
</details>
</figure>`;
}

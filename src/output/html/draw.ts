import { setImmediate } from "node:timers/promises";
import type { OutputWords } from "../words.ts";
import type { Drawn } from "./blocks.ts";
import { escapeHtml } from "./escape.ts";
import type { ChartBlock, Drawing, Page } from "./page.ts";

/** Wide for screens and paper, narrow for telephones: text keeps its size on both. */
const widths = { wide: 860, narrow: 330 } as const;

/** Every chart of the page, by id. Loads the drawing library only where there is one. */
export async function drawCharts(page: Page, words: OutputWords): Promise<ReadonlyMap<string, Drawn>> {
  const charts = page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "chart" ? [block] : [])),
  );
  if (charts.length === 0) return new Map();
  const { drawSvg } = await import("./charts.ts");
  const drawn = new Map<string, Drawn>();
  for (const { drawing, ...labels } of charts) {
    const tips = tipsOf(drawing);
    const draw = async (size: keyof typeof widths): Promise<string> => {
      // The event loop comes round, as in `rowsMarkup`.
      await setImmediate();
      return plainSvg(drawSvg(drawing, widths[size], words), { ...labels, id: `${labels.id}-${size}`, tips });
    };
    drawn.set(labels.id, { wide: await draw("wide"), narrow: await draw("narrow"), tips });
  }
  return drawn;
}

function tipsOf(drawing: Drawing): readonly (readonly string[])[] {
  switch (drawing.kind) {
    case "lines":
      return drawing.series.map(({ tips }) => tips);
    case "curve":
      return [drawing.tips];
    case "bubbles":
      return [drawing.bubbles.map(({ tip }) => tip)];
    case "waterfall":
      // The first series is the empty part below the bars.
      return [[], drawing.steps.map(({ tip }) => tip)];
    case "flows":
      return [drawing.flows.map(({ tip }) => tip)];
  }
}

/** What a drawing and its parts are called. */
interface Labels extends Pick<ChartBlock, "title" | "description"> {
  readonly id: string;
  readonly tips: readonly (readonly string[])[];
}

/**
 * The drawing as a part of the page: without style of its own, which the page's policy forbids; its ids those of the chart, so that they
 * are unique and do not count drawings; named for who does not see it; its parts marked for the script.
 */
export function plainSvg(svg: string, { id, title, description, tips }: Labels): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<style[^>]*>.*?<\/style>/gs, "")
    .replace(/ class="zr\d+-cls-\d+"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(/ ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"/g, (_, series, place) =>
      tips[Number(series)]?.[Number(place)] === undefined ? "" : ` data-tip="${series}.${place}"`,
    )
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, "")
    .replace(/ pointer-events="visible"/g, "")
    .replace(/<[^>]+>/g, shorterFigures);
  const box = /^<svg[^>]* viewBox="([^"]*)"/.exec(svg)?.[1] ?? "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-description">${escapeHtml(description)}</desc>${inner}`;
}

/** A tag whose coordinates have two decimals at most. What is written between tags may have points too: `8.654` is a number of money. */
const shorterFigures = (tag: string): string => tag.replace(/(\.\d{2})\d+/g, "$1");

/** The declarations of a style attribute that drawings use, as attributes. */
const presentation = (style: string): string =>
  style
    .split(";")
    .map((declaration) => /^(font-size|font-weight):([\w.]+)$/.exec(declaration.trim()))
    .map((match) => (match === null ? "" : ` ${match[1]}="${match[2]}"`))
    .join("");

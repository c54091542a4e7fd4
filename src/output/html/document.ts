import { version } from "../../base/version.ts";
import { englishOutput, type OutputWords } from "../words.ts";
import { contentSecurityPolicy, readAssets } from "./assets.ts";
import { blockMarkup } from "./blocks.ts";
import { drawCharts } from "./draw.ts";
import { escapeHtml } from "./escape.ts";
import type { Page } from "./page.ts";

/**
 * The page as one file that needs nothing else: style, script, drawings and data are in it. The same page makes the same bytes.
 * Cost: the drawing library is loaded where there is something to draw.
 */
export async function writePage(page: Page, words: OutputWords = englishOutput): Promise<string> {
  const assets = readAssets(words.page.script);
  const drawn = await drawCharts(page, words);
  const sections: string[] = [];
  for (const { id, title, blocks } of page.sections) {
    const markup: string[] = [];
    for (const block of blocks) markup.push(await blockMarkup(block, drawn, words));
    sections.push(
      `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${escapeHtml(title)}</h2>\n${markup.join("\n")}\n</section>`,
    );
  }
  const contents = page.sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<!DOCTYPE html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="portfolio ${version}">
<title>${escapeHtml(page.title)}</title>
<style>${assets.style}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(words.page.skip)}</a>
<header>
<h1>${escapeHtml(page.title)}</h1>
${await blockMarkup({ kind: "terms", terms: page.facts }, drawn, words)}
</header>
${contents.length < 2 ? "" : `<nav aria-label="${escapeHtml(words.page.contents)}">\n<ul>${contents.join("")}</ul>\n</nav>`}
<main id="main" tabindex="-1">
${sections.join("\n")}
</main>
<footer>
${page.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
</footer>
<div id="tip" role="status" hidden></div>
<script>${assets.script}</script>
</body>
</html>
`;
}

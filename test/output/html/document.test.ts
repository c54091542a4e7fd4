import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readAssets } from "../../../src/output/html/assets.ts";
import { writePage } from "../../../src/output/html/document.ts";
import { plainSvg } from "../../../src/output/html/draw.ts";
import type { RowsTable } from "../../../src/output/html/page.ts";
import { everyBlock } from "./page.ts";

let html = "";
beforeAll(async () => {
  html = await writePage(everyBlock);
});

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const attributes = (name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => value as string);

describe("what the page may do", () => {
  it("runs its own script and uses its own style, by their hashes, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    const [style] = /(?<=<style>).*?(?=<\/style>)/s.exec(html) ?? [];
    const [script] = /(?<=<script>).*?(?=<\/script>)/s.exec(html) ?? [];
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf(script ?? "")}; style-src ${hashOf(style ?? "")}; base-uri 'none'; form-action 'none'`,
    );
    expect([style, script]).toEqual([readAssets().style, readAssets().script]);
  });

  it("has no style, no handler and no address of its own in the markup", () => {
    const markup = html.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, "");
    expect(markup).not.toMatch(/ style="|<style| on[a-z]+="|<img|<link|<iframe|url\((?!#)/);
    expect(
      [...markup.matchAll(/ (?:src|href|xlink:href)="([^"]*)"/g)]
        .map(([, to]) => to)
        .filter((to) => !to?.startsWith("#")),
    ).toEqual([]);
  });

  it("neither the style nor the script names an address, or makes code or markup of text", () => {
    const { style, script } = readAssets();
    expect(`${style}${script}`).not.toMatch(
      /https?:|@import|url\(|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/,
    );
    expect(`${style}${script}`).not.toMatch(/<\/(script|style)/i);
  });
});

describe("texts", () => {
  it("are shown and not obeyed", () => {
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\u202e");
    expect(html).toContain(
      "&lt;img src=x onerror=&quot;window.PWNED=1&quot;&gt;&#39;&quot;=cmd|&#39; /C calc&#39;!A0\\u202egnp.exe",
    );
  });

  it("data in scripts is data", () => {
    const data = [...html.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script>/gs)].map(
      ([, text]) => text as string,
    );
    expect(data).toHaveLength(6);
    for (const text of data) {
      expect(() => JSON.parse(text)).not.toThrow();
      expect(text).not.toMatch(/[<>&\u202e]/);
    }
  });
});

describe("structure", () => {
  it("has every id once, and none is named that is not there", () => {
    const ids = attributes("id");
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...attributes("aria-labelledby"),
      ...attributes("aria-describedby"),
      ...attributes("href").map((to) => to.slice(1)),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    const clips = [...html.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id as string);
    expect(clips.length).toBeGreaterThan(0);
    expect(clips.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has a list of its sections, and a heading for each", () => {
    expect([...html.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["first", "second"]);
    expect(html).toContain('<nav aria-label="Contents">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2 /g)).toHaveLength(2);
  });

  it("a page of one section has no list", async () => {
    expect(await writePage({ ...everyBlock, sections: everyBlock.sections.slice(0, 1) })).not.toContain("<nav");
  });

  it("draws each chart for wide and for narrow pages, named and described", () => {
    const drawings = [...html.matchAll(/<svg [^>]*viewBox="0 0 (\d+) \d+" role="img"/g)].map(([, width]) =>
      Number(width),
    );
    expect(drawings).toEqual([860, 330, 860, 330, 860, 330, 860, 330, 860, 330]);
    expect(html.match(/<title id="/g)).toHaveLength(10);
    expect(html).not.toMatch(/zr\d|ecmeta|class="zr/);
  });

  it("parts of a drawing lead to their texts", () => {
    const tips = JSON.parse(/data-tips="flows">(.*?)<\/script>/s.exec(html)?.[1] ?? "") as string[][];
    expect(tips).toEqual([["3 stayed", "1 left"]]);
    const figure = /<figure id="steps">.*?<\/figure>/s.exec(html)?.[0] ?? "";
    const steps = JSON.parse(/data-tips="steps">(.*?)<\/script>/s.exec(figure)?.[1] ?? "") as string[][];
    const parts = [...figure.matchAll(/data-tip="(\d+)\.(\d+)"/g)].map(
      ([, series, place]) => steps[Number(series)]?.[Number(place)],
    );
    expect(new Set(parts)).toEqual(new Set(["before", "lost", "less", "won", "after"]));
  });
});

describe("rows", () => {
  const packed = () =>
    JSON.parse(/data-of="rows">(.*?)<\/script>/s.exec(html)?.[1] ?? "") as {
      name: string;
      look: string;
      values: string[];
      cells: number[];
    }[];

  it("are packed as values in order, and places", () => {
    const [name, cell, revenue] = packed();
    expect([name?.cells, cell, revenue]).toEqual([
      [0, 1, -1],
      { name: "cell", label: "cell", look: "words", values: ["Aa", "Bb"], cells: [0, 1, 0], tones: { Aa: "good" } },
      {
        name: "revenue",
        label: "revenue",
        look: "figure",
        values: ["-0.50", "1 234.56"],
        cells: [1, -1, 0],
        tones: {},
      },
    ]);
  });

  it("stand in the markup too, with their tones, and can be chosen from", () => {
    expect(html).toContain('<td class="tone-good">Aa</td><td class="figure">1 234.56</td>');
    expect(html).toContain('<option value="1">Bb</option>');
    expect(html).not.toContain("no_such_column");
  });
});

describe("rows that need more than a line", () => {
  const write = (rows: number, lang?: Partial<RowsTable>) => {
    const table: RowsTable = {
      kind: "rows",
      id: "rows",
      caption: "Rows",
      columns: [
        { name: "id", kind: "count", onTerminal: true },
        { name: "evidence", kind: "text", onTerminal: false },
        {
          name: "when",
          kind: "text",
          onTerminal: true,
          order: new Map([
            ["later <", "1"],
            ["now", "0"],
            ["Any", "2"],
          ]),
        },
        { name: "driver", kind: "text", onTerminal: false },
      ],
      rows: Array.from({ length: rows }, (_, i) => [
        i,
        i === 0 ? "long & <b>" : null,
        ["later <", "now", "Any"][i % 3] as string,
        ["b", "A", "a"][i % 3] as string,
      ]),
      filters: ["when", "driver"],
      below: ["driver", "evidence"],
      ...lang,
    };
    return writePage({ title: "t", facts: [], footer: [], sections: [{ id: "s", title: "s", blocks: [table] }] });
  };
  const packed = (page: string) =>
    JSON.parse(/data-of="rows">(.*?)<\/script>/s.exec(page)?.[1] ?? "") as {
      name: string;
      look: string;
      values: string[];
    }[];

  it("have long texts below them, in the order that is asked for", async () => {
    const page = await write(2);
    expect(packed(page).map(({ name, look }) => [name, look])).toEqual([
      ["id", "figure"],
      ["when", "words"],
      ["driver", "below"],
      ["evidence", "below"],
    ]);
    expect(page).toContain(
      '<tr><td class="figure">0</td><td>later &lt;</td></tr>\n<tr class="below"><td colspan="2"><div><span><b>driver</b> b</span> <span><b>evidence</b> long &amp; &lt;b&gt;</span> </div></td></tr>',
    );
    expect(page.match(/<th scope="col"/g)).toHaveLength(2);
  });

  it("sort texts by the column's own order, else small and capital letters alike", async () => {
    const [, when, driver] = packed(await write(3));
    expect([when?.values, driver?.values]).toEqual([
      ["now", "later <", "Any"],
      ["A", "a", "b"],
    ]);
  });

  it("are printed to 200, and more of them are told of", async () => {
    expect(await write(200)).not.toContain('class="note on-paper"');
    expect(await write(201)).toContain(
      '<p class="note on-paper">No more than 200 rows are printed; csv and xlsx have all of them.</p>',
    );
  });

  it("name each cell where the columns are too many for paper", async () => {
    const wide = (count: number): Partial<RowsTable> => ({
      columns: Array.from({ length: count }, (_, i) => ({ name: `c${i}`, kind: "count", onTerminal: true })),
      rows: [Array.from({ length: count }, (_, i) => i)],
      below: [],
    });
    expect(await write(0, wide(14))).not.toContain('data-label="');
    expect(await write(0, wide(15))).toContain('<td class="figure" data-label="c14">14</td>');
  });
});

describe("bytes", () => {
  it("are the same every time, however many pages were drawn before", async () => {
    expect(await writePage(everyBlock)).toBe(html);
  });

  it("a drawing has no number of its own", () => {
    const svg = (n: number) =>
      `<svg width="9" viewBox="0 0 9 9"><g clip-path="url(#zr${n}-c0)" class="zr${n}-cls-1"></g><defs><clipPath id="zr${n}-c0"></clipPath></defs><style ><![CDATA[.zr${n}-cls-0:hover{}]]></style></svg>`;
    const chart = { id: "a", title: "t", description: "d", tips: [] };
    expect(plainSvg(svg(7), chart)).toBe(plainSvg(svg(12), chart));
    expect(plainSvg(svg(7), chart)).toContain('url(#a-c0)"');
  });

  it("coordinates have two decimals, texts all their digits", () => {
    const svg = '<svg viewBox="0 0 9 9"><path d="M1.23456 7.5L0.999 2"></path><text x="1.005">+8.654</text></svg>';
    const plain = plainSvg(svg, { id: "a", title: "821.437", description: "d", tips: [] });
    expect(plain).toContain('<path d="M1.23 7.5L0.99 2"></path><text x="1.00">+8.654</text>');
    expect(plain).toContain(">821.437</title>");
  });
});

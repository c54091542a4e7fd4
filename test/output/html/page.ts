import type { Page } from "../../../src/output/html/page.ts";

/** A name that would be markup, a formula, and turned around, if anything obeyed it. */
const payload = `<img src=x onerror="window.PWNED=1">'"=cmd|' /C calc'!A0\u202egnp.exe`;

/** A page with a block of every kind, and texts that nothing may obey. */
export const everyBlock: Page = {
  title: `Page ${payload}`,
  facts: [{ term: "as of", value: "2026-09-30" }],
  sections: [
    {
      id: "first",
      title: payload,
      blocks: [
        { kind: "sentences", items: ["One sentence."] },
        { kind: "sentences", heading: "Several", items: [payload, "Another."] },
        {
          kind: "terms",
          terms: [
            { term: "term", value: payload },
            { term: "", value: "more of it" },
          ],
        },
        {
          kind: "table",
          caption: "Small",
          rows: [
            ["name", "share"],
            [payload, "18.5 %"],
          ],
        },
        {
          kind: "grid",
          id: "grid",
          caption: "Grid",
          heads: ["", "a", "b"],
          rows: [
            {
              head: "A",
              boxes: [
                { lines: ["1 customer", "+10"], level: 5, tone: "good", value: "Aa" },
                { lines: [], level: 0 },
              ],
            },
          ],
          filters: "cell",
        },
        {
          kind: "rows",
          id: "rows",
          caption: "Rows",
          columns: [
            { name: "customer_name", kind: "text", onTerminal: true },
            { name: "cell", kind: "text", onTerminal: true, tones: new Map([["Aa", "good"]]) },
            { name: "revenue", kind: "money", onTerminal: true },
          ],
          rows: [
            [payload, "Aa", 12_345_600n],
            ["Birch", "Bb", null],
            [null, "Aa", -5_000n],
          ],
          filters: ["cell", "customer_name", "no_such_column"],
          note: "That is all.",
        },
      ],
    },
    {
      id: "second",
      title: "Charts",
      blocks: [
        {
          kind: "chart",
          id: "lines",
          title: "Lines",
          description: payload,
          table: [
            ["period", "share"],
            ["2026-Q1", "90 %"],
          ],
          drawing: {
            kind: "lines",
            unit: "share",
            ticks: ["2026-Q1", payload, "2026-Q3"],
            series: [
              { name: "one", values: [0.9, null, 1], tips: [payload, "", "third"] },
              { name: "two", dashed: true, values: [0.5, 0.6, 0.7], tips: ["a", "b", "c"] },
            ],
          },
        },
        {
          kind: "chart",
          id: "curve",
          title: "Curve",
          description: "From the origin to the corner.",
          table: [],
          drawing: {
            kind: "curve",
            across: "customers",
            up: "revenue",
            points: [
              [0, 0],
              [0.2, 0.6],
              [1, 1],
            ],
            tips: ["0", "1", "2"],
            marks: [{ at: [0.2, 0.6], label: "20 %: 60 %" }],
          },
        },
        {
          kind: "chart",
          id: "bubbles",
          title: "Bubbles",
          description: "Four quarters.",
          table: [],
          drawing: {
            kind: "bubbles",
            across: { name: "NPS", unit: "points", cut: 0, range: [-110, 110] },
            up: { name: "revenue", unit: "money", cut: 1000 },
            corners: ["threat", "strength", "weakness", "opportunity"],
            bubbles: [
              { across: 50, up: 2_500_000, size: 1, tone: "good", tip: payload },
              { across: -100, up: -20, size: 0, tone: "bad", tip: "returns only" },
            ],
          },
        },
        {
          kind: "chart",
          id: "steps",
          title: "Waterfall",
          description: "Up and down, and below zero.",
          table: [],
          drawing: {
            kind: "waterfall",
            unit: "money",
            steps: [
              { name: "before", from: 0, to: 100, tone: "plain", label: "100", tip: "before" },
              { name: "lost", from: 100, to: -20, tone: "bad", label: "-120", tip: "lost" },
              { name: "less", from: -20, to: -50, tone: "bad", label: "-30", tip: "less" },
              { name: "won", from: -50, to: 80, tone: "good", label: "+130", tip: "won" },
              { name: "after", from: 0, to: 80, tone: "plain", label: "80", tip: "after" },
            ],
          },
        },
        {
          kind: "chart",
          id: "flows",
          title: "Flows",
          description: "From where to where.",
          table: [],
          drawing: {
            kind: "flows",
            from: [
              { name: payload, tone: "good" },
              { name: "B", tone: "fair" },
            ],
            to: [
              { name: "A", tone: "good" },
              { name: "gone", tone: "plain" },
            ],
            flows: [
              { from: 0, to: 0, count: 3, tip: "3 stayed" },
              { from: 1, to: 1, count: 1, tip: "1 left" },
            ],
          },
        },
      ],
    },
  ],
  footer: [payload],
};

import type { ChartBlock } from "../../output/html/page.ts";
import type { JsonValue, Tone } from "../../output/report.ts";
import type { QuarterContent } from "./content.ts";
import { nameOf, toNumber, type View, viewsOf } from "./view.ts";

/** More circles than this cover each other. */
const mostBubbles = 300;

/** The same as a table has room for these. */
const mostListed = 50;

const tones: Readonly<Record<string, Tone>> = {
  strength: "good",
  opportunity: "fair",
  weakness: "weak",
  threat: "bad",
};

/** Value and satisfaction of those who answered, those with most revenue first; `null` where nobody did. */
export function bubbleChart({ reports, currency, words }: QuarterContent): ChartBlock | null {
  const { swot, customers } = reports;
  if (swot === null) return null;
  const answered = viewsOf(swot).filter((view) => view.number("nps") !== null);
  if (answered.length === 0) return null;
  const increments = new Map(
    viewsOf(customers).map((view) => [view.text("customer_id"), view.money("potential_increment")]),
  );
  const shown = answered
    .toSorted((a, b) => Number((b.money("revenue") ?? 0n) - (a.money("revenue") ?? 0n)))
    .slice(0, mostBubbles);
  const incrementOf = (view: View) => increments.get(view.text("customer_id")) ?? null;
  const sizeOf = (view: View) => Math.max(0, toNumber(incrementOf(view) ?? 0n));
  const largest = Math.max(1, ...shown.map(sizeOf));
  const summary = swot.head.summary as Readonly<Record<string, JsonValue>>;
  const cut = summary.value_cut === null ? null : Number(summary.value_cut);
  const left = answered.length - shown.length;
  const { figures, quarter } = words;
  const { heads, quadrants, ...said } = quarter.bubbles;
  const quadrantOf = (view: View): string => quadrants[view.text("quadrant") ?? ""] ?? view.text("quadrant") ?? "";
  const cornerOf = (quadrant: string): string => quadrants[quadrant] ?? quadrant;
  return {
    kind: "chart",
    id: "value-nps",
    title: said.title,
    description: said.description(String(summary.nps_cut), cut !== null, mostBubbles, left),
    drawing: {
      kind: "bubbles",
      across: { name: said.across, unit: "points", cut: Number(summary.nps_cut), range: [-110, 110] },
      up: { name: said.up(currency), unit: "money", cut },
      corners: [cornerOf("threat"), cornerOf("strength"), cornerOf("weakness"), cornerOf("opportunity")],
      bubbles: shown.map((view) => ({
        across: view.number("nps") ?? 0,
        up: toNumber(view.money("revenue") ?? 0n),
        size: sizeOf(view) / largest,
        tone: tones[view.text("quadrant") ?? ""] ?? "weak",
        tip: [nameOf(view), ...tipOf(view, incrementOf(view), quadrantOf(view), currency, words)].join("\n"),
      })),
    },
    table: [
      [heads.customer, heads.quadrant, heads.revenue, heads.nps, heads.answers, heads.toWin],
      ...shown
        .slice(0, mostListed)
        .map((view) => [
          nameOf(view),
          quadrantOf(view),
          figures.grouped(view.money("revenue") ?? 0n),
          figures.points(view.number("nps") ?? 0),
          figures.count(view.number("answers") ?? 0),
          gainOf(incrementOf(view), words),
        ]),
    ],
  };
}

const gainOf = (increment: bigint | null, { figures }: Pick<QuarterContent["words"], "figures">): string =>
  increment === null ? "" : figures.gain(increment);

const tipOf = (
  view: View,
  increment: bigint | null,
  quadrant: string,
  currency: string | null,
  { quarter: { bubbles } }: QuarterContent["words"],
): string[] => [
  bubbles.npsTip(quadrant, view.number("nps") ?? 0, view.number("answers") ?? 0),
  bubbles.revenueTip(view.money("revenue") ?? 0n, currency),
  ...(increment === null ? [] : [bubbles.toWinTip(increment, currency)]),
];

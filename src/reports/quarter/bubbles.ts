import type { ChartBlock } from "../../output/html/page.ts";
import type { JsonValue, Tone } from "../../output/report.ts";
import { counted, gain, grouped, points } from "../figures.ts";
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
export function bubbleChart({ reports, currency }: QuarterContent): ChartBlock | null {
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
  const unit = currency === null ? "" : ` ${currency}`;
  const left = answered.length - shown.length;
  return {
    kind: "chart",
    id: "value-nps",
    title: "Value and satisfaction",
    description: `Each circle is a customer who answered: the further right, the happier; the further up, the more revenue in the window; the larger, the more there is to win. The dashed lines are at an NPS of ${String(summary.nps_cut)}${cut === null ? "" : " and at the revenue that half of all customers reach"}.${left > 0 ? ` The ${mostBubbles} with most revenue are drawn, ${left} are not.` : ""}`,
    drawing: {
      kind: "bubbles",
      across: { name: "NPS of the customer", unit: "points", cut: Number(summary.nps_cut), range: [-110, 110] },
      up: { name: `revenue in the window${unit}`, unit: "money", cut },
      corners: ["threat", "strength", "weakness", "opportunity"],
      bubbles: shown.map((view) => ({
        across: view.number("nps") ?? 0,
        up: toNumber(view.money("revenue") ?? 0n),
        size: sizeOf(view) / largest,
        tone: tones[view.text("quadrant") ?? ""] ?? "weak",
        tip: [nameOf(view), ...figures(view, incrementOf(view), unit)].join("\n"),
      })),
    },
    table: [
      ["customer", "quadrant", "revenue", "NPS", "answers", "to win a year"],
      ...shown
        .slice(0, mostListed)
        .map((view) => [
          nameOf(view),
          view.text("quadrant") ?? "",
          grouped(view.money("revenue") ?? 0n),
          points(view.number("nps") ?? 0),
          String(view.number("answers") ?? 0),
          gainOf(incrementOf(view)),
        ]),
    ],
  };
}

const gainOf = (increment: bigint | null): string => (increment === null ? "" : gain(increment));

const figures = (view: View, increment: bigint | null, unit: string): string[] => [
  `${view.text("quadrant")}: NPS ${points(view.number("nps") ?? 0)} from ${counted(view.number("answers") ?? 0, "answer")}`,
  `revenue ${grouped(view.money("revenue") ?? 0n)}${unit}`,
  ...(increment === null ? [] : [`to win ${gain(increment)}${unit} a year`]),
];

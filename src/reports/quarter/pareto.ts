import type { ChartBlock } from "../../output/html/page.ts";
import type { JsonValue } from "../../output/report.ts";
import type { QuarterContent } from "./content.ts";

interface Measure {
  readonly measure: string;
  readonly customers: number;
  readonly lorenz: readonly (readonly [customers: number, share: number])[];
}

/** Every tenth of the customers is enough to read the curve by. */
const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** How much of the revenue the largest customers have; `null` where the total is not above zero. */
export function paretoChart({ reports, words }: QuarterContent): ChartBlock | null {
  const { measures } = reports.concentration.head.summary as { readonly measures: JsonValue };
  const revenue = (measures as unknown as readonly Measure[]).find(({ measure }) => measure === "revenue");
  if (revenue === undefined || revenue.lorenz.length === 0) return null;
  // The curve of Lorenz begins with the smallest; that of Pareto with the largest.
  const points = revenue.lorenz.map(([customers, share]) => [1 - customers, 1 - share] as const).toReversed();
  const shareAt = (customers: number): number => between(points, customers);
  const fifth = shareAt(0.2);
  const { percent } = words.figures;
  const { pareto } = words.quarter;
  return {
    kind: "chart",
    id: "pareto",
    title: pareto.title,
    description: pareto.description(fifth),
    drawing: {
      kind: "curve",
      across: pareto.across,
      up: pareto.up,
      points,
      tips: points.map(([customers, share]) => pareto.tip(customers, share)),
      marks: [{ at: [0.2, fifth], label: pareto.mark(fifth) }],
    },
    table: [
      [pareto.largest, pareto.up],
      ...tenths.map((customers) => [percent(customers), percent(shareAt(customers))]),
    ],
  };
}

/** Between points on a straight line. */
function between(points: readonly (readonly [number, number])[], across: number): number {
  const next = points.findIndex(([x]) => x >= across - 1e-9);
  const [b, a] = [points[next] ?? [1, 1], points[Math.max(0, next - 1)] ?? [0, 0]];
  return b[0] === a[0] ? b[1] : a[1] + ((b[1] - a[1]) * (across - a[0])) / (b[0] - a[0]);
}

import { divideRounded } from "../../base/money.ts";
import type { ChartBlock } from "../../output/html/page.ts";
import type { JsonValue } from "../../output/report.ts";
import type { QuarterContent } from "./content.ts";
import { viewsOf } from "./view.ts";

interface Measure {
  readonly measure: string;
  readonly customers: number;
  readonly lorenz: readonly (readonly [customers: number, share: number])[];
}

/** Every tenth of the customers is enough to read the curve by. */
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * How much of the revenue the largest customers have; `null` where the total is not above zero. What the largest 20 % have is the
 * share of `concentration`, of whole customers and of the net total; the curve leaves negative amounts out (docs/method.md §12).
 */
export function paretoChart({ reports, words }: QuarterContent): ChartBlock | null {
  const { measures } = reports.concentration.head.summary as { readonly measures: JsonValue };
  const revenue = (measures as unknown as readonly Measure[]).find(({ measure }) => measure === "revenue");
  const fifth = viewsOf(reports.concentration)
    .find((view) => view.text("measure") === "revenue")
    ?.number("top20_share");
  if (revenue === undefined || revenue.lorenz.length === 0 || typeof fifth !== "number") return null;
  const all = revenue.customers;
  // The curve of Lorenz begins with the smallest; that of Pareto with the largest.
  const points = revenue.lorenz.map(([customers, share]) => [1 - customers, 1 - share] as const).toReversed();
  /** The point of so many tenths of the customers: whole ones, half rounded up, at least one. */
  const pointAt = (count: number): readonly [number, number] => {
    const customers = Math.max(1, Number(divideRounded(BigInt(all * count), 10n))) / all;
    return points.reduce((best, point) =>
      Math.abs(point[0] - customers) < Math.abs(best[0] - customers) ? point : best,
    );
  };
  const mark = pointAt(2);
  const largest = Math.round(mark[0] * all);
  const { count, percent } = words.figures;
  const { pareto } = words.quarter;
  const isSame = Math.abs(mark[1] - fifth) < 1e-9;
  return {
    kind: "chart",
    id: "pareto",
    title: pareto.title,
    description: `${pareto.description(fifth, largest, all)}${isSame ? "" : pareto.withoutReturns(mark[1])}`,
    drawing: {
      kind: "curve",
      across: pareto.across,
      up: pareto.up,
      points,
      tips: points.map(([customers, share]) => pareto.tip(customers, share)),
      // Of one customer there is nothing to tell apart.
      marks: all === 1 ? [] : [{ at: mark, label: pareto.mark(fifth) }],
    },
    table: [
      [pareto.largest, pareto.customers, pareto.up],
      ...tenths.map((tenth) => {
        const [customers, share] = pointAt(tenth);
        return [percent(tenth / 10), count(Math.round(customers * all)), percent(share)];
      }),
    ],
  };
}

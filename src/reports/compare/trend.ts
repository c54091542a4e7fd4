import { exactMoney } from "../../base/money.ts";
import type { JsonValue, Segment } from "../../output/report.ts";
import type { TrendFigures, TrendPoint } from "../../scoring/compare/trend.ts";
import type { Words } from "../../wording/wording.ts";
import { gridLines } from "../grid.ts";

/** Dates that a terminal has room for; json has all. */
const mostDates = 8;

interface Measure {
  readonly name: string;
  readonly show: (figures: TrendFigures) => string;
}

const measuresIn = ({ compare: { trend }, figures }: Words<"compare">): readonly Measure[] => [
  { name: trend.customers, show: ({ customers }) => figures.count(customers) },
  { name: trend.revenue, show: ({ revenue }) => figures.grouped(revenue) },
  { name: trend.increment, show: ({ increment }) => (increment === null ? "" : figures.grouped(increment)) },
];

/** Dates across, the latest last; down the side each figure of all and of each class. Nothing without dates. */
export function trendGrid(trend: readonly TrendPoint[], words: Words<"compare">): Segment[][] {
  const points = trend.slice(-mostDates);
  const letters = ["A", "B", "C", "D"].filter((letter) => points.some((point) => classOf(point, letter) !== undefined));
  if (points.length === 0) return [];
  return gridLines([
    [words.compare.trend.trend, ...points.map(({ asOf }) => words.figures.date(asOf))],
    ...measuresIn(words).flatMap(({ name, show }) => [
      [name, ...points.map(show)],
      ...letters.map((letter) => [
        `  ${letter}`,
        ...points.map((point) => {
          const figures = classOf(point, letter);
          return figures === undefined ? "·" : show(figures);
        }),
      ]),
    ]),
  ]);
}

const classOf = (point: TrendPoint, letter: string) => point.classes.find((own) => own.class === letter);

export const trendJson = (trend: readonly TrendPoint[]): JsonValue =>
  trend.map((point) => ({
    as_of: point.asOf,
    ...figuresJson(point),
    classes: point.classes.map((own) => ({ class: own.class, ...figuresJson(own) })),
  }));

const figuresJson = ({ customers, revenue, increment }: TrendFigures) => ({
  customers,
  revenue: exactMoney(revenue),
  increment: increment === null ? null : exactMoney(increment),
});

import {
  type ExplainContext,
  type ExplainRow,
  type ExplainWording,
  linesText,
  moneyText,
  ratioText,
  row,
} from "./row.ts";

/** What it brought in and what it cost. */
export function moneyRows({ explanation, lines, options, months, window, words }: ExplainContext): ExplainRow[] {
  const { score, facts } = explanation;
  const { revenue, revenuePrior, costs, contribution, margin } = score;
  const said = words.explain.amounts;
  return [
    row("revenue", moneyText(revenue, words), said.revenue(window.from, window.to), linesText(lines.inWindow, words)),
    row(
      "annual_revenue",
      moneyText(score.annualRevenue, words),
      months === 12 ? said.yearIsWindow : said.yearOf(months),
    ),
    row(
      "revenue_prior",
      moneyText(revenuePrior, words),
      revenuePrior === null ? said.priorUnknown : said.prior(months),
      linesText(lines.prior, words),
    ),
    ...beforeRow(lines, words),
    row(
      "growth",
      ratioText(score.growth, words),
      revenuePrior === null
        ? said.noPrior
        : score.growth === null
          ? said.priorNotPositive(revenuePrior)
          : said.growth(revenue, revenuePrior),
    ),
    row("costs", moneyText(costs, words), costs === null ? said.noCosts : costRule(lines, options, said)),
    ...costRows(lines, words),
    row(
      "contribution",
      moneyText(contribution, words),
      contribution === null || costs === null ? said.notEvaluated : said.contribution(revenue, costs),
    ),
    row(
      "margin",
      ratioText(margin, words),
      margin === null ? marginMissing(score, facts, said) : said.margin(contribution as bigint, revenue),
    ),
  ];
}

type Lines = ExplainContext["lines"];
type AmountWords = ExplainWording["explain"]["amounts"];

/** Costs part by part, those that `cogs` sets aside named as such. */
function costRule(
  { costOnLines, costOfGoods, costToServe }: Lines,
  { contribution: { cogs } }: ExplainContext["options"],
  said: AmountWords,
): string {
  const part = (name: string, { count, amount }: Lines["costToServe"], aside: boolean): string[] =>
    count === 0 ? [] : [said.part(name, amount, aside)];
  const parts = [
    ...part(said.goodsOnLines, costOnLines, cogs === "costs"),
    ...part(said.goodsInFile, costOfGoods, cogs === "sales"),
    ...part(said.toServe, costToServe, false),
  ];
  return parts.length === 0 ? said.noneOfThis : parts.join(" + ");
}

/** A row for each kind of cost that there is. */
const costRows = ({ costOnLines, costOfGoods, costToServe }: Lines, words: ExplainWording): ExplainRow[] => {
  const said = words.explain.amounts;
  return (
    [
      ["cost_of_goods_on_lines", costOnLines, said.goodsOnLinesRule],
      ["cost_of_goods", costOfGoods, said.goodsRule],
      ["cost_to_serve", costToServe, said.toServeRule],
    ] as const
  ).flatMap(([item, sum, rule]) =>
    sum.count === 0 ? [] : [row(item, moneyText(sum.amount, words), rule, linesText(sum, words))],
  );
};

/** Still earlier sales, where there are some. */
const beforeRow = ({ before }: Lines, words: ExplainWording): ExplainRow[] =>
  before.count === 0
    ? []
    : [row("revenue_before", moneyText(before.amount, words), words.explain.amounts.before, linesText(before, words))];

function marginMissing(
  { costs, revenue }: ExplainContext["explanation"]["score"],
  { sales }: ExplainContext["explanation"]["facts"],
  said: AmountWords,
): string {
  if (costs === null) return said.notEvaluated;
  if (revenue <= 0n) return said.noRevenue;
  return said.goodsUnknown(sales?.linesWithCost ?? 0, sales?.lines ?? 0);
}

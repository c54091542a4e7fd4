import { amountText, type ExplainContext, type ExplainRow, linesText, moneyText, ratioText, row } from "./row.ts";

/** What it brought in and what it cost. */
export function moneyRows({ explanation, lines, options, months, window }: ExplainContext): ExplainRow[] {
  const { score, facts } = explanation;
  const { revenue, revenuePrior, costs, contribution, margin } = score;
  return [
    row(
      "revenue",
      moneyText(revenue),
      `net sales after ${window.from} up to ${window.to}, returns taken off`,
      linesText(lines.inWindow),
    ),
    row(
      "annual_revenue",
      moneyText(score.annualRevenue),
      months === 12 ? "a window of 12 months is a year" : `revenue × 12 / ${months}`,
    ),
    row(
      "revenue_prior",
      moneyText(revenuePrior),
      revenuePrior === null
        ? "not known: the sales do not reach back over the prior window"
        : `net sales of the ${months} months before the window`,
      linesText(lines.prior),
    ),
    ...beforeRow(lines),
    row(
      "growth",
      ratioText(score.growth),
      revenuePrior === null
        ? "no prior revenue to compare with"
        : score.growth === null
          ? `none: the prior revenue ${amountText(revenuePrior)} is not above 0`
          : `(${amountText(revenue)} - ${amountText(revenuePrior)}) / ${amountText(revenuePrior)}`,
    ),
    row("costs", moneyText(costs), costs === null ? "no cost information in the window" : costRule(lines, options)),
    ...costRows(lines),
    row(
      "contribution",
      moneyText(contribution),
      contribution === null || costs === null
        ? "not evaluated without costs"
        : `revenue ${amountText(revenue)} - costs ${amountText(costs)}`,
    ),
    row(
      "margin",
      ratioText(margin),
      margin === null
        ? marginMissing(score, facts)
        : `contribution ${amountText(contribution as bigint)} / revenue ${amountText(revenue)}; the cost of goods is known`,
    ),
  ];
}

type Lines = ExplainContext["lines"];

/** Costs part by part, those that `cogs` sets aside named as such. */
function costRule(
  { costOnLines, costOfGoods, costToServe }: Lines,
  { contribution: { cogs } }: ExplainContext["options"],
): string {
  const part = (name: string, { count, amount }: Lines["costToServe"], aside: boolean): string[] =>
    count === 0 ? [] : [`${name} ${amountText(amount)}${aside ? " (set aside by --cogs)" : ""}`];
  const parts = [
    ...part("cost of goods on the sales lines", costOnLines, cogs === "costs"),
    ...part("cost of goods in the costs file", costOfGoods, cogs === "sales"),
    ...part("cost to serve", costToServe, false),
  ];
  return parts.length === 0 ? "no cost of this customer in the window" : parts.join(" + ");
}

/** A row for each kind of cost that there is. */
const costRows = ({ costOnLines, costOfGoods, costToServe }: Lines): ExplainRow[] =>
  (
    [
      ["cost_of_goods_on_lines", costOnLines, "cost of goods on the sales lines of the window"],
      [
        "cost_of_goods",
        costOfGoods,
        "rows of cost of goods in the window; those of the as-of date's month count where that date is the default",
      ],
      ["cost_to_serve", costToServe, "rows of cost to serve in the window"],
    ] as const
  ).flatMap(([item, sum, rule]) => (sum.count === 0 ? [] : [row(item, moneyText(sum.amount), rule, linesText(sum))]));

/** Still earlier sales, where there are some. */
const beforeRow = ({ before }: Lines): ExplainRow[] =>
  before.count === 0
    ? []
    : [
        row(
          "revenue_before",
          moneyText(before.amount),
          "earlier sales: only the first purchase looks at them",
          linesText(before),
        ),
      ];

function marginMissing(
  { costs, revenue }: ExplainContext["explanation"]["score"],
  { sales }: ExplainContext["explanation"]["facts"],
): string {
  if (costs === null) return "not evaluated without costs";
  if (revenue <= 0n) return "none: revenue is not above 0";
  const [known, all] = [sales?.linesWithCost ?? 0, sales?.lines ?? 0];
  return `none: the cost of goods is not known (${known} of ${all} sales lines carry it, no cogs row counts)`;
}

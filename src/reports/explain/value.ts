import { fixed } from "../../output/numbers.ts";
import { amountText, type ExplainContext, type ExplainRow, moneyText, ratioText, reasonText, row } from "./row.ts";

/** What it is worth by its history, and what it cost to win. */
export function valueRows({ value }: ExplainContext): ExplainRow[] {
  if (value === null) return [row("clv_simple", null, "no sales line, so no value by history")];
  const { clvSimple, tenureYears, annualRevenue, clvMargin, cac, cacBasis, because } = value;
  return [
    row(
      "clv_simple",
      moneyText(clvSimple),
      tenureYears === null
        ? "no purchase to count from"
        : `annual revenue ${amountText(annualRevenue)} × ${fixed(Math.max(1, tenureYears), 2)} years`,
      null,
      because.clv,
    ),
    row(
      "tenure_years",
      tenureYears === null ? null : fixed(tenureYears, 4),
      "from the first purchase to the as-of date",
    ),
    row("revenue_total", moneyText(value.revenueTotal), "net sales of all time"),
    row("contribution_total", moneyText(value.contributionTotal), reasonText(because.total), null, because.total),
    row(
      "clv_margin",
      moneyText(clvMargin),
      clvMargin === null ? "needs a margin" : `clv_simple × margin ${ratioText(value.margin)}`,
    ),
    row("cac", moneyText(cac), cacBasis === null ? reasonText(because.cac) : cacRules[cacBasis], null, because.cac),
    row("ltv_cac", value.ltvCac === null ? null : fixed(value.ltvCac, 2), "clv_margin / cac"),
    row(
      "payback_months",
      value.paybackMonths === null ? null : fixed(value.paybackMonths, 1),
      "cac / contribution of a month",
    ),
  ];
}

const cacRules = {
  own: "what it cost to win it, of its own rows",
  average: "acquisition costs in the window / new customers in the window",
} as const;

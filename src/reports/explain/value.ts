import { decimalText, type ExplainContext, type ExplainRow, moneyText, ratioText, reasonText, row } from "./row.ts";

/** What it is worth by its history, and what it cost to win. */
export function valueRows({ value, words }: ExplainContext): ExplainRow[] {
  const said = words.explain.worth;
  if (value === null) return [row("clv_simple", null, said.noLine)];
  const { clvSimple, tenureYears, annualRevenue, clvMargin, cac, cacBasis, because } = value;
  const decimal = (figure: number | null, places: number) =>
    figure === null ? null : decimalText(figure, places, words);
  return [
    row(
      "clv_simple",
      moneyText(clvSimple, words),
      tenureYears === null ? said.noPurchase : said.simple(annualRevenue, Math.max(1, tenureYears)),
      null,
      because.clv,
    ),
    row("tenure_years", decimal(tenureYears, 4), said.tenure),
    row("revenue_total", moneyText(value.revenueTotal, words), said.total),
    row(
      "contribution_total",
      moneyText(value.contributionTotal, words),
      reasonText(because.total, words),
      null,
      because.total,
    ),
    row(
      "clv_margin",
      moneyText(clvMargin, words),
      clvMargin === null ? said.needsMargin : said.withMargin(ratioText(value.margin, words)),
    ),
    row(
      "cac",
      moneyText(cac, words),
      cacBasis === null ? reasonText(because.cac, words) : said.cac[cacBasis],
      null,
      because.cac,
    ),
    row("ltv_cac", decimal(value.ltvCac, 2), said.ltvCac),
    row("payback_months", decimal(value.paybackMonths, 1), said.payback),
  ];
}

import type { IsoDate } from "../../base/calendar.ts";
import { periodNumber } from "../../base/calendar-period.ts";
import { divideRounded, type Money, unitsPerOne, zero } from "../../base/money.ts";
import type { CostDay, Ledger, SalesDay } from "../../facts/ledger.ts";
import { type ContributionOptions, type CostInformation, scoreContribution } from "../contribution.ts";

/** What a customer brought in and cost over some days. */
export type LedgerSum = Omit<SalesDay, "day"> & Omit<CostDay, "day">;

/** A sum that is being made. */
type Total = { -readonly [Part in keyof LedgerSum]: LedgerSum[Part] };

export const nothing = (): Total => ({
  revenue: zero,
  lines: 0,
  costOnLines: zero,
  linesWithCost: 0,
  spend: zero,
  purchases: 0,
  quantity: 0n,
  quantitySpend: zero,
  costOfGoods: zero,
  costOfGoodsRows: 0,
  costToServe: zero,
  costToServeRows: 0,
});

/** The days after `from` up to `to`; those of costs up to `costsTo`. */
export function sumOf(ledger: Ledger, from: IsoDate, to: IsoDate, costsTo: IsoDate = to): LedgerSum {
  const total = nothing();
  for (const sales of ledger.sales) if (sales.day > from && sales.day <= to) addSales(total, sales);
  for (const costs of ledger.costs) if (costs.day > from && costs.day <= costsTo) addCosts(total, costs);
  return total;
}

/** The sums by calendar month, a month being year × 12 + month − 1. */
export function monthSums({ sales, costs }: Ledger): ReadonlyMap<number, LedgerSum> {
  const found = new Map<number, Total>();
  const totalOf = (day: IsoDate): Total => {
    const month = monthOf(day);
    const known = found.get(month) ?? nothing();
    found.set(month, known);
    return known;
  };
  for (const entry of sales) addSales(totalOf(entry.day), entry);
  for (const entry of costs) addCosts(totalOf(entry.day), entry);
  return found;
}

export const monthOf = (day: IsoDate): number => periodNumber(day, "month");

export function addSum(total: Total, sum: LedgerSum): void {
  addSales(total, sum);
  addCosts(total, sum);
}

/** Takes out again what `addSum` put in. */
export function takeSum(total: Total, sum: LedgerSum): void {
  total.revenue -= sum.revenue;
  total.lines -= sum.lines;
  total.costOnLines -= sum.costOnLines;
  total.linesWithCost -= sum.linesWithCost;
  total.spend -= sum.spend;
  total.purchases -= sum.purchases;
  total.quantity -= sum.quantity;
  total.quantitySpend -= sum.quantitySpend;
  total.costOfGoods -= sum.costOfGoods;
  total.costOfGoodsRows -= sum.costOfGoodsRows;
  total.costToServe -= sum.costToServe;
  total.costToServeRows -= sum.costToServeRows;
}

function addSales(total: Total, sales: Omit<SalesDay, "day">): void {
  total.revenue += sales.revenue;
  total.lines += sales.lines;
  total.costOnLines += sales.costOnLines;
  total.linesWithCost += sales.linesWithCost;
  total.spend += sales.spend;
  total.purchases += sales.purchases;
  total.quantity += sales.quantity;
  total.quantitySpend += sales.quantitySpend;
}

function addCosts(total: Total, costs: Omit<CostDay, "day">): void {
  total.costOfGoods += costs.costOfGoods;
  total.costOfGoodsRows += costs.costOfGoodsRows;
  total.costToServe += costs.costToServe;
  total.costToServeRows += costs.costToServeRows;
}

/** What the days left after cost of goods and cost to serve (docs/method.md §3). */
export const contributionOf = (
  sum: LedgerSum,
  information: CostInformation,
  options: ContributionOptions,
): ReturnType<typeof scoreContribution>[number] => {
  const [score] = scoreContribution([{ customerId: "", sales: sum, costs: sum }], information, options);
  return score as ReturnType<typeof scoreContribution>[number];
};

/** What one of a thing cost on average, in money; `null` where nothing was bought that has a quantity. */
export const unitPrice = ({ quantity, quantitySpend }: LedgerSum): Money | null =>
  quantity > 0n ? divideRounded(quantitySpend * unitsPerOne, quantity) : null;

/** What a purchase line came to on average; `null` without one. */
export const linePrice = ({ spend, purchases }: LedgerSum): Money | null =>
  purchases > 0 ? divideRounded(spend, BigInt(purchases)) : null;

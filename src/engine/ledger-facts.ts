import type { IsoDate } from "../base/calendar.ts";
import { zero } from "../base/money.ts";
import { compare } from "../base/statistics.ts";
import type { CostDay, Ledger, SalesDay } from "../facts/ledger.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/**
 * What these customers brought in and cost by day, up to the as-of date (costs up to the end of the window's costs), by id; who
 * has neither is left out. `lastPurchaseTo`: none of them has a purchase after it, so that the engine need not tell of the
 * others. Cost: a scan of each table that the run has.
 */
export async function ledgersOf(
  engine: Engine,
  period: Pick<Period, "asOf" | "costsTo">,
  wanted: { readonly ids: ReadonlySet<string>; readonly lastPurchaseTo: IsoDate },
  hasCosts: boolean,
): Promise<ReadonlyMap<string, Ledger>> {
  const found = new Map<string, { sales: SalesDay[]; costs: CostDay[] }>();
  const ledgerOf = (customerId: string | null) => {
    if (customerId === null || !wanted.ids.has(customerId)) return null;
    let known = found.get(customerId);
    if (known === undefined) {
      known = { sales: [], costs: [] };
      found.set(customerId, known);
    }
    return known;
  };
  const lines = await engine.query(
    "lines-by-customer-day",
    {
      customer_id: "text",
      line_day: "date",
      revenue: "money",
      line_count: "count",
      cost_on_lines: "money",
      lines_with_cost: "count",
      spend: "money",
      purchases: "count",
      quantity_sold: "money",
      quantity_spend: "money",
    },
    { as_of: period.asOf, last_purchase_to: wanted.lastPurchaseTo },
  );
  for (let row = 0; row < lines.customer_id.length; row++)
    ledgerOf(lines.customer_id[row] ?? null)?.sales.push({
      day: lines.line_day[row] as IsoDate,
      revenue: lines.revenue[row] ?? zero,
      lines: lines.line_count[row] ?? 0,
      costOnLines: lines.cost_on_lines[row] ?? zero,
      linesWithCost: lines.lines_with_cost[row] ?? 0,
      spend: lines.spend[row] ?? zero,
      purchases: lines.purchases[row] ?? 0,
      quantity: lines.quantity_sold[row] ?? zero,
      quantitySpend: lines.quantity_spend[row] ?? zero,
    });
  if (hasCosts) {
    const c = await engine.query(
      "costs-by-customer-day",
      {
        customer_id: "text",
        cost_day: "date",
        goods_amount: "money",
        goods_rows: "count",
        serve_amount: "money",
        serve_rows: "count",
      },
      { as_of: period.asOf, costs_to: period.costsTo, last_purchase_to: wanted.lastPurchaseTo },
    );
    for (let row = 0; row < c.customer_id.length; row++)
      ledgerOf(c.customer_id[row] ?? null)?.costs.push({
        day: c.cost_day[row] as IsoDate,
        costOfGoods: c.goods_amount[row] ?? zero,
        costOfGoodsRows: c.goods_rows[row] ?? 0,
        costToServe: c.serve_amount[row] ?? zero,
        costToServeRows: c.serve_rows[row] ?? 0,
      });
  }
  for (const { sales, costs } of found.values()) {
    sales.sort((a, b) => compare(a.day, b.day));
    costs.sort((a, b) => compare(a.day, b.day));
  }
  return found;
}

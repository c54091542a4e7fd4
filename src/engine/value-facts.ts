import { zero } from "../base/money.ts";
import type { AcquisitionCosts, LifetimeFacts } from "../facts/lifetime.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/**
 * What each customer brought in and cost up to the as-of date, by id; ids with neither a sales line nor a cost are left out.
 * Cost: a scan of each table that the run has.
 */
export async function lifetimesByCustomer(
  engine: Engine,
  period: Pick<Period, "asOf" | "costsTo">,
  tables: { readonly sales: boolean; readonly costs: boolean },
): Promise<ReadonlyMap<string, LifetimeFacts>> {
  const found = new Map<string, ReturnType<typeof nothingOf>>();
  if (tables.sales) {
    const c = await engine.query(
      "sales-of-lifetime",
      {
        customer_id: "text",
        revenue: "money",
        line_count: "count",
        cost_on_lines: "money",
        lines_with_cost: "count",
        first_line: "date",
      },
      { as_of: period.asOf },
    );
    for (let row = 0; row < c.customer_id.length; row++) {
      const customerId = c.customer_id[row] as string;
      const facts = nothingOf(customerId);
      facts.revenue = c.revenue[row] ?? zero;
      facts.lines = c.line_count[row] ?? 0;
      facts.costOnLines = c.cost_on_lines[row] ?? zero;
      facts.linesWithCost = c.lines_with_cost[row] ?? 0;
      facts.firstLine = c.first_line[row] ?? null;
      found.set(customerId, facts);
    }
  }
  if (tables.costs) {
    const c = await engine.query(
      "costs-of-lifetime",
      {
        customer_id: "text",
        goods_amount: "money",
        goods_rows: "count",
        first_goods: "date",
        serve_amount: "money",
        acquisition_amount: "money",
        acquisition_rows: "count",
      },
      { costs_to: period.costsTo },
    );
    for (let row = 0; row < c.customer_id.length; row++) {
      const customerId = c.customer_id[row] as string;
      const facts = found.get(customerId) ?? nothingOf(customerId);
      facts.costOfGoods = c.goods_amount[row] ?? zero;
      facts.costOfGoodsRows = c.goods_rows[row] ?? 0;
      facts.firstCostOfGoods = c.first_goods[row] ?? null;
      facts.costToServe = c.serve_amount[row] ?? zero;
      facts.acquisition = c.acquisition_amount[row] ?? zero;
      facts.acquisitionRows = c.acquisition_rows[row] ?? 0;
      found.set(customerId, facts);
    }
  }
  return found;
}

/** To be filled in; written out, as a copy of ten fields takes ten times as long. */
const nothingOf = (customerId: string): { -readonly [Name in keyof LifetimeFacts]: LifetimeFacts[Name] } => ({
  customerId,
  revenue: zero,
  lines: 0,
  linesWithCost: 0,
  costOnLines: zero,
  firstLine: null,
  costOfGoods: zero,
  costOfGoodsRows: 0,
  firstCostOfGoods: null,
  costToServe: zero,
  acquisition: zero,
  acquisitionRows: 0,
});

/** What it cost to win customers in the window, also where a row names none. */
export async function acquisitionInWindow(
  engine: Engine,
  period: Pick<Period, "window" | "costsTo">,
): Promise<AcquisitionCosts> {
  const c = await engine.query(
    "acquisition-in-window",
    { acquisition_amount: "money", acquisition_rows: "count" },
    { window_from: period.window.from, costs_to: period.costsTo },
  );
  return { amount: c.acquisition_amount[0] ?? zero, rows: c.acquisition_rows[0] ?? 0 };
}

import { zero } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { CategorySpend } from "../facts/categories.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/**
 * What each customer bought of each category in the window, by id, each list by code point; a customer without a line that
 * names a category is left out. Returns count in spend only.
 *
 * Rows are gone through category by category, so that every list grows in order and none is sorted.
 */
export async function categoriesByCustomer(
  engine: Engine,
  period: Period,
): Promise<ReadonlyMap<string, readonly CategorySpend[]>> {
  const c = await engine.query(
    "categories-by-customer",
    { customer_id: "text", category: "text", spend: "money", purchases: "count" },
    { window_from: period.window.from, as_of: period.asOf },
  );
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < c.category.length; row++) {
    const category = c.category[row] as string;
    const rows = rowsOf.get(category);
    if (rows === undefined) rowsOf.set(category, [row]);
    else rows.push(row);
  }
  const found = new Map<string, CategorySpend[]>();
  for (const category of [...rowsOf.keys()].sort(compareCodePoints))
    for (const row of rowsOf.get(category) as number[]) {
      const customerId = c.customer_id[row] as string;
      const spend = { category, spend: c.spend[row] ?? zero, purchases: c.purchases[row] ?? 0 };
      const known = found.get(customerId);
      if (known === undefined) found.set(customerId, [spend]);
      else known.push(spend);
    }
  return found;
}

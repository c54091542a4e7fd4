import type { IsoDate } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import type { CustomerMonths } from "../facts/months.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/**
 * Each customer's sales by month, up to the as-of date, by id; a customer without a line is left out.
 *
 * There may be a million months of customers: they come with numbers in place of ids, which are many times faster to decode and
 * to look up. Rows are gone through month by month, so that every list grows in order and none is sorted, and a month of a
 * customer is three values in lists, not an object.
 */
export const monthsByCustomer = (engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, CustomerMonths>> =>
  remembered(engine, `months to ${asOf}`, () => askMonthsByCustomer(engine, asOf));

async function askMonthsByCustomer(engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, CustomerMonths>> {
  const ids = await engine.query(
    "customer-numbers",
    { customer_id: "text", customer_number: "count" },
    { as_of: asOf },
  );
  const c = await engine.query(
    "months-by-customer",
    { customer_number: "count", month_number: "count", revenue: "money", purchases: "count" },
    { as_of: asOf },
  );
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < c.month_number.length; row++) {
    const month = c.month_number[row] as number;
    const rows = rowsOf.get(month);
    if (rows === undefined) rowsOf.set(month, [row]);
    else rows.push(row);
  }
  const found = new Map<number, { months: number[]; revenue: Money[]; purchases: number[] }>();
  for (const number of ids.customer_number) found.set(number as number, { months: [], revenue: [], purchases: [] });
  for (const month of [...rowsOf.keys()].sort((a, b) => a - b))
    for (const row of rowsOf.get(month) as number[]) {
      const known = found.get(c.customer_number[row] as number);
      known?.months.push(month);
      known?.revenue.push(c.revenue[row] ?? zero);
      known?.purchases.push(c.purchases[row] ?? 0);
    }
  return new Map(
    ids.customer_id.map((id, i) => [id as string, found.get(ids.customer_number[i] as number) as CustomerMonths]),
  );
}

/** Who made each customer's first purchase, by id, where a sales file names salespersons. */
export async function firstSalespersons(engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, string>> {
  const c = await engine.query(
    "first-salesperson-by-customer",
    { customer_id: "text", first_salesperson: "text" },
    { as_of: asOf },
  );
  return new Map(c.customer_id.map((id, i) => [id as string, c.first_salesperson[i] as string]));
}

import type { IsoDate } from "../base/calendar.ts";
import { zero } from "../base/money.ts";
import type { CustomerMonths } from "../facts/months.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/**
 * Each customer's sales by month, up to the as-of date, by id; a customer without a line is left out. With `periodMonths` they
 * are added up by calendar periods of so many months (a divisor of 12), each named by its first month.
 *
 * There may be a million months of customers: they come with numbers in place of ids, which are many times faster to decode and
 * to look up, and are sorted as row numbers, so that the lists of a customer are written once and one after another.
 */
export const monthsByCustomer = (
  engine: Engine,
  asOf: IsoDate,
  periodMonths = 1,
): Promise<ReadonlyMap<string, CustomerMonths>> =>
  remembered(engine, `months to ${asOf} by ${periodMonths}`, () => askMonthsByCustomer(engine, asOf, periodMonths));

async function askMonthsByCustomer(
  engine: Engine,
  asOf: IsoDate,
  periodMonths: number,
): Promise<ReadonlyMap<string, CustomerMonths>> {
  const [ids, c] = await Promise.all([
    engine.query("customer-numbers", { customer_id: "text", customer_number: "count" }, { as_of: asOf }),
    engine.query(
      "months-by-customer",
      { customer_number: "count", month_number: "count", revenue: "money", purchases: "count" },
      { as_of: asOf, period_months: periodMonths },
    ),
  ]);
  const places = new Map<number, number>();
  for (let place = 0; place < ids.customer_number.length; place++)
    places.set(ids.customer_number[place] as number, place);
  const rowCount = c.customer_number.length;
  const customers = new Int32Array(rowCount);
  const months = new Int32Array(rowCount);
  const rows = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    customers[row] = places.get(c.customer_number[row] as number) as number;
    months[row] = c.month_number[row] as number;
    rows[row] = row;
  }
  const sorted = sortedBy(customers, sortedBy(months, rows));
  const monthsInOrder = valuesAt(sorted, c.month_number, 0);
  const revenue = valuesAt(sorted, c.revenue, zero);
  const purchases = valuesAt(sorted, c.purchases, 0);
  const found = new Map<string, CustomerMonths>();
  for (let from = 0; from < rowCount; ) {
    const place = customers[sorted[from] as number] as number;
    let to = from + 1;
    while (to < rowCount && customers[sorted[to] as number] === place) to += 1;
    found.set(ids.customer_id[place] as string, {
      months: monthsInOrder.slice(from, to),
      revenue: revenue.slice(from, to),
      purchases: purchases.slice(from, to),
    });
    from = to;
  }
  return found;
}

/** Rows by a whole number that each has; rows with the same one stay in order. Cost: O(rows + range of the numbers). */
function sortedBy(numbers: Int32Array, rows: Int32Array): Int32Array {
  let [least, most] = [numbers[0] ?? 0, numbers[0] ?? 0];
  for (let row = 0; row < numbers.length; row++) {
    least = Math.min(least, numbers[row] as number);
    most = Math.max(most, numbers[row] as number);
  }
  /** Where the next row with a number goes: at first, after all rows with lesser ones. */
  const next = new Int32Array(most - least + 2);
  for (let row = 0; row < numbers.length; row++) {
    const after = (numbers[row] as number) - least + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const key = (numbers[row] as number) - least;
    const to = next[key] as number;
    sorted[to] = row;
    next[key] = to + 1;
  }
  return sorted;
}

function valuesAt<Value>(rows: Int32Array, values: readonly (Value | null)[], missing: Value): Value[] {
  const found = new Array<Value>(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = values[rows[i] as number] ?? missing;
  return found;
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

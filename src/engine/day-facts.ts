import { dayNumber, type IsoDate } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import type { CustomerDays } from "../facts/days.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/**
 * Each customer's purchases by day, up to the as-of date, by id; a customer without a purchase is left out.
 *
 * Rows are gone through day by day, so that every list grows in order and none is sorted, and a day of a customer is three
 * values in lists, not an object. Cost: O(rows).
 */
export const daysByCustomer = (engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, CustomerDays>> =>
  remembered(engine, `days to ${asOf}`, () => askDaysByCustomer(engine, asOf));

async function askDaysByCustomer(engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, CustomerDays>> {
  const c = await engine.query(
    "days-by-customer",
    { customer_id: "text", purchase_day: "date", spend: "money", purchases: "count" },
    { as_of: asOf },
  );
  const { days, order } = byDay(c.purchase_day as readonly IsoDate[]);
  const found = new Map<string, { customerId: string; days: number[]; spend: Money[]; purchases: number[] }>();
  for (const row of order) {
    const customerId = c.customer_id[row] as string;
    let known = found.get(customerId);
    if (known === undefined) {
      known = { customerId, days: [], spend: [], purchases: [] };
      found.set(customerId, known);
    }
    known.days.push(days[row] as number);
    known.spend.push(c.spend[row] ?? zero);
    known.purchases.push(c.purchases[row] ?? 0);
  }
  return found;
}

/** The day of each row as a number, and the rows by day: distinct days are few, so they are counted, not compared. */
function byDay(dates: readonly IsoDate[]): { readonly days: Int32Array; readonly order: Uint32Array } {
  const numbers = new Map<IsoDate, number>();
  const days = new Int32Array(dates.length);
  for (let row = 0; row < dates.length; row++) {
    const date = dates[row] as IsoDate;
    let day = numbers.get(date);
    if (day === undefined) {
      day = dayNumber(date);
      numbers.set(date, day);
    }
    days[row] = day;
  }
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const places = new Map<number, number>();
  let place = 0;
  for (const day of [...counts.keys()].sort((a, b) => a - b)) {
    places.set(day, place);
    place += counts.get(day) as number;
  }
  const order = new Uint32Array(dates.length);
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number;
    const at = places.get(day) as number;
    order[at] = row;
    places.set(day, at + 1);
  }
  return { days, order };
}

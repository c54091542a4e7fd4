import { type IsoDate, monthsBefore } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/** Two years, so that every quarter counts twice. */
const seasonMonths = 24;

/**
 * Net revenue of each customer in the last 24 months by calendar quarter of the year, four amounts, the first quarter first; a
 * customer without a line in that time is left out.
 */
export const seasonsByCustomer = (engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, readonly Money[]>> =>
  remembered(engine, `seasons to ${asOf}`, () => askSeasonsByCustomer(engine, asOf));

async function askSeasonsByCustomer(engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, readonly Money[]>> {
  const c = await engine.query(
    "seasons-by-customer",
    { customer_id: "text", month_of_year: "count", revenue: "money" },
    { as_of: asOf, season_from: monthsBefore(asOf, seasonMonths) },
  );
  const found = new Map<string, Money[]>();
  for (let row = 0; row < c.customer_id.length; row++) {
    const customerId = c.customer_id[row] as string;
    let quarters = found.get(customerId);
    if (quarters === undefined) {
      quarters = [zero, zero, zero, zero];
      found.set(customerId, quarters);
    }
    const quarter = Math.floor(((c.month_of_year[row] as number) - 1) / 3);
    quarters[quarter] = (quarters[quarter] as Money) + (c.revenue[row] ?? zero);
  }
  return found;
}

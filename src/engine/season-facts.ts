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
    { customer_id: "text", quarter_1: "money", quarter_2: "money", quarter_3: "money", quarter_4: "money" },
    { as_of: asOf, season_from: monthsBefore(asOf, seasonMonths) },
  );
  return new Map(
    c.customer_id.map((id, i) => [
      id as string,
      [c.quarter_1[i] ?? zero, c.quarter_2[i] ?? zero, c.quarter_3[i] ?? zero, c.quarter_4[i] ?? zero],
    ]),
  );
}

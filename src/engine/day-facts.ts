import type { IsoDate } from "../base/calendar.ts";
import { zero } from "../base/money.ts";
import type { CustomerDays } from "../facts/days.ts";
import { byKey } from "./by-key.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/**
 * The days on which each customer purchased, up to the as-of date, by id; a customer without a purchase is left out.
 *
 * There may be a million days of customers: they come as plain numbers, and each customer's list is a piece of one array.
 * Cost: O(rows), and a sort of each customer's own.
 */
export const purchaseDaysByCustomer = (
  engine: Engine,
  asOf: IsoDate,
): Promise<ReadonlyMap<string, Pick<CustomerDays, "days">>> =>
  remembered(engine, `purchase days to ${asOf}`, () => askPurchaseDays(engine, asOf));

async function askPurchaseDays(
  engine: Engine,
  asOf: IsoDate,
): Promise<ReadonlyMap<string, Pick<CustomerDays, "days">>> {
  const { customer_id, purchase_day } = await engine.query(
    "purchase-days-by-customer",
    { customer_id: "key", purchase_day: "day" },
    { as_of: asOf },
  );
  const pieces = byKey(customer_id, purchase_day);
  return new Map(customer_id.texts.map((id, i) => [id, { days: (pieces[i] as Int32Array).sort() }]));
}

/** The same with what the purchases of a day come to, for who asks about money. */
export async function daysByCustomer(engine: Engine, asOf: IsoDate): Promise<ReadonlyMap<string, CustomerDays>> {
  const { customer_id, purchase_day, spend } = await engine.query(
    "days-by-customer",
    { customer_id: "key", purchase_day: "day", spend: "money" },
    { as_of: asOf },
  );
  const pieces = byKey(customer_id, Int32Array.from(purchase_day.keys()));
  return new Map(
    customer_id.texts.map((customerId, i) => {
      const dayOf = (row: number) => purchase_day[row] as number;
      const rows = [...(pieces[i] as Int32Array)].sort((a, b) => dayOf(a) - dayOf(b));
      return [customerId, { customerId, days: rows.map(dayOf), spend: rows.map((row) => spend[row] ?? zero) }];
    }),
  );
}

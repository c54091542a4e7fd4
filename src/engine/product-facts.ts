import { dateOfDay, dayNumber, type IsoDate } from "../base/calendar.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Period } from "../facts/period.ts";
import type { ProductFacts } from "../facts/products.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

/**
 * A row for each customer and product that it purchased up to the as-of date: there may be a million, and several facts are made
 * of them.
 */
export const purchasedProducts = (engine: Engine, asOf: IsoDate) =>
  remembered(engine, `purchased products to ${asOf}`, () =>
    engine.query(
      "products-by-customer",
      { customer_id: "key", product: "key", first_day: "day", last_day: "day" },
      { as_of: asOf },
    ),
  );

/** First purchases of products, by customer; a customer without a purchase that names a product is left out. */
export const productsByCustomer = (
  engine: Engine,
  period: Pick<Period, "asOf" | "window">,
): Promise<ReadonlyMap<string, ProductFacts>> =>
  remembered(engine, `products from ${period.window.from} to ${period.asOf}`, () => askProducts(engine, period));

async function askProducts(
  engine: Engine,
  { asOf, window }: Pick<Period, "asOf" | "window">,
): Promise<ReadonlyMap<string, ProductFacts>> {
  const { customer_id, product, first_day } = await purchasedProducts(engine, asOf);
  const { texts: customers, places: buyers } = customer_id;
  const windowFrom = dayNumber(window.from);
  const counts = new Uint32Array(customers.length);
  const newOnes = new Uint32Array(customers.length);
  const latestRows = new Int32Array(customers.length).fill(-1);
  const dayOf = (row: number) => first_day[row] as number;
  const nameOf = (row: number) => product.texts[product.places[row] as number] as string;
  const isLater = (row: number, than: number) =>
    dayOf(row) > dayOf(than) || (dayOf(row) === dayOf(than) && compareCodePoints(nameOf(row), nameOf(than)) > 0);
  for (let row = 0; row < buyers.length; row++) {
    const customer = buyers[row] as number;
    counts[customer] = (counts[customer] as number) + 1;
    if (dayOf(row) > windowFrom) newOnes[customer] = (newOnes[customer] as number) + 1;
    const latest = latestRows[customer] as number;
    if (latest < 0 || isLater(row, latest)) latestRows[customer] = row;
  }
  return new Map(
    customers.map((customerId, customer) => {
      const latest = latestRows[customer] as number;
      return [
        customerId,
        {
          customerId,
          products: counts[customer] as number,
          newInWindow: newOnes[customer] as number,
          latestDay: dateOfDay(dayOf(latest)),
          latestProduct: nameOf(latest),
        },
      ];
    }),
  );
}

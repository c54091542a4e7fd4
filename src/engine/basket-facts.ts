import { dayNumber } from "../base/calendar.ts";
import type { Baskets } from "../facts/baskets.ts";
import type { Period } from "../facts/period.ts";
import { byKey } from "./by-key.ts";
import type { Engine } from "./port.ts";
import { purchasedProducts } from "./product-facts.ts";

/** The products of each customer up to the as-of date, and which of them anybody purchased in the window. Cost: O(rows). */
export async function basketsByCustomer(
  engine: Engine,
  { asOf, window }: Pick<Period, "asOf" | "window">,
): Promise<Baskets> {
  const { customer_id, product, last_day } = await purchasedProducts(engine, asOf);
  const windowFrom = dayNumber(window.from);
  const inWindow = product.texts.map(() => false);
  for (let row = 0; row < last_day.length; row++)
    if ((last_day[row] as number) > windowFrom) inWindow[product.places[row] as number] = true;
  const pieces = byKey(customer_id, product.places);
  return {
    products: product.texts,
    inWindow,
    owned: new Map(customer_id.texts.map((id, i) => [id, pieces[i] as Int32Array])),
  };
}

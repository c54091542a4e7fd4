import type { Period } from "../facts/period.ts";
import type { ProductFacts } from "../facts/products.ts";
import type { Engine } from "./port.ts";
import { remembered } from "./remember.ts";

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
  const c = await engine.query(
    "products-by-customer",
    {
      customer_id: "text",
      product_count: "count",
      new_products: "count",
      latest_first_day: "date",
      latest_product: "text",
    },
    { as_of: asOf, window_from: window.from },
  );
  return new Map(
    (c.customer_id as readonly string[]).map((customerId, i) => [
      customerId,
      {
        customerId,
        products: c.product_count[i] as number,
        newInWindow: c.new_products[i] as number,
        latestDay: c.latest_first_day[i] as string,
        latestProduct: c.latest_product[i] as string,
      },
    ]),
  );
}

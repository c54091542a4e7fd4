import type { BoughtProduct } from "../facts/baskets.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/** The products of each customer, by id, in no particular order; a customer without a purchase that names one is left out. */
export async function basketsByCustomer(
  engine: Engine,
  { asOf, window }: Pick<Period, "asOf" | "window">,
): Promise<ReadonlyMap<string, readonly BoughtProduct[]>> {
  const c = await engine.query(
    "baskets-by-customer",
    { customer_id: "text", product: "text", purchased_in_window: "count" },
    { as_of: asOf, window_from: window.from },
  );
  const found = new Map<string, BoughtProduct[]>();
  for (let row = 0; row < c.product.length; row++) {
    const customerId = c.customer_id[row] as string;
    const bought = { product: c.product[row] as string, inWindow: c.purchased_in_window[row] === 1 };
    const known = found.get(customerId);
    if (known === undefined) found.set(customerId, [bought]);
    else known.push(bought);
  }
  return found;
}

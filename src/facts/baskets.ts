/**
 * The products that customers purchased, whenever it was up to the as-of date. There are many customers and few products: a product is
 * named by its place in `products`.
 */
export interface Baskets {
  readonly products: readonly string[];
  /** Of each product: whether somebody purchased it in the window too. */
  readonly inWindow: readonly boolean[];
  /** What each customer purchased, by id, in no particular order; one without a purchase that names a product is left out. */
  readonly owned: ReadonlyMap<string, Int32Array>;
}

/** A product that a customer purchased, whenever it was up to the as-of date. */
export interface BoughtProduct {
  readonly product: string;
  /** Purchased in the window too. */
  readonly inWindow: boolean;
}

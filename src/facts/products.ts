import type { IsoDate } from "../base/calendar.ts";

/** Which products a customer bought for the first time, and when; purchases (amount ≥ 0) up to the as-of date. */
export interface ProductFacts {
  readonly customerId: string;
  /** Distinct products. */
  readonly products: number;
  /** Those of them first bought in the window. */
  readonly newInWindow: number;
  /** The latest day on which a product was bought for the first time, and that product; of several the last by code point. */
  readonly latestDay: IsoDate;
  readonly latestProduct: string;
}

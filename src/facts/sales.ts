import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/**
 * A customer's sales lines up to the as-of date, added up. A purchase is a line with amount ≥ 0 (docs/method.md §2).
 * Window and prior window are those of the period the facts were asked for.
 */
export interface SalesFacts {
  readonly customerId: string;
  /** Net revenue in the window. */
  readonly revenue: Money;
  /** Lines in the window, of either sign. */
  readonly lines: number;
  /** Net revenue in the prior window. */
  readonly revenuePrior: Money;
  readonly linesPrior: number;
  /** Lines up to the as-of date, of either sign. */
  readonly linesTotal: number;
  /** Cost of goods on the sales lines of the window (`cost`, or amount less `profit`). */
  readonly costOnLines: Money;
  /** Lines in the window that carry a cost. */
  readonly linesWithCost: number;
  /** Distinct orders of the window's purchases; without order ids, distinct days with a purchase. */
  readonly orders: number;
  /** First and last purchase line up to the as-of date. */
  readonly firstPurchase: IsoDate | null;
  readonly lastPurchase: IsoDate | null;
  /** Of the four quarters of the window (N/4 months each, counted back from the as-of date): those with a purchase. */
  readonly quartersWithPurchase: number;
  /** The same of the prior window. */
  readonly quartersWithPurchasePrior: number;
}

import type { Money } from "../base/money.ts";

/** What a customer bought of one category in the window. */
export interface CategorySpend {
  readonly category: string;
  /** Net, returns taken off; may be negative. */
  readonly spend: Money;
  /** Purchase lines (amount ≥ 0); 0 where there were returns only: then the category was not purchased. */
  readonly purchases: number;
}

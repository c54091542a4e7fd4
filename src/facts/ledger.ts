import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/** A customer's sales lines of one day, added up. A purchase is a line with amount ≥ 0. */
export interface SalesDay {
  readonly day: IsoDate;
  /** Net, returns taken off. */
  readonly revenue: Money;
  readonly lines: number;
  /** Cost of goods on the lines, and how many of them carry one. */
  readonly costOnLines: Money;
  readonly linesWithCost: number;
  /** Purchases alone. */
  readonly spend: Money;
  readonly purchases: number;
  /** Of the purchases with a quantity above zero: their sum, in 1/10,000 of what the file counts by, and what they come to. */
  readonly quantity: bigint;
  readonly quantitySpend: Money;
}

/** A customer's rows of the costs files of one day, added up. */
export interface CostDay {
  readonly day: IsoDate;
  readonly costOfGoods: Money;
  readonly costOfGoodsRows: number;
  readonly costToServe: Money;
  readonly costToServeRows: number;
}

/** What a customer brought in and cost, day by day: each list by day, days without a line or row left out. */
export interface Ledger {
  readonly sales: readonly SalesDay[];
  readonly costs: readonly CostDay[];
}

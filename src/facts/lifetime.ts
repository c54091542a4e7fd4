import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/**
 * What a customer brought in and cost from the first line of the files on: sales up to the as-of date, costs up to the end of
 * the window's costs.
 */
export interface LifetimeFacts {
  readonly customerId: string;
  /** Net, returns taken off. */
  readonly revenue: Money;
  /** Sales lines of either sign, and those of them that carry a cost. */
  readonly lines: number;
  readonly linesWithCost: number;
  readonly costOnLines: Money;
  /** The first sales line, of either sign; `null` without one. */
  readonly firstLine: IsoDate | null;
  /** Rows of the costs files. */
  readonly costOfGoods: Money;
  readonly costOfGoodsRows: number;
  readonly firstCostOfGoods: IsoDate | null;
  readonly costToServe: Money;
  readonly acquisition: Money;
  readonly acquisitionRows: number;
}

/** What it cost to win customers in the window, rows that name no customer among them. */
export interface AcquisitionCosts {
  readonly amount: Money;
  readonly rows: number;
}

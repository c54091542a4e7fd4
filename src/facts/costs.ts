import type { Money } from "../base/money.ts";

/** A customer's rows of the costs file in the window, added up. */
export interface CostFacts {
  readonly customerId: string;
  readonly costOfGoods: Money;
  readonly costOfGoodsRows: number;
  readonly costToServe: Money;
  readonly costToServeRows: number;
}

import { divideRounded, type Money, zero } from "../../base/money.ts";
import type { CustomerScore } from "../classify/row.ts";

/** How many customers, and their mean revenue in the window: `null` of nobody. */
export interface MeanRevenue {
  readonly customers: number;
  readonly mean: Money | null;
}

/** What satisfaction and time are worth in this portfolio, instead of a rule of thumb from another. */
export interface OwnFigures {
  /** Customers with an NPS above zero, and below; those at zero are in neither. */
  readonly satisfied: MeanRevenue;
  readonly dissatisfied: MeanRevenue;
  /** First purchase in the window, and before it; `null` where the files do not tell new from old. */
  readonly newcomers: MeanRevenue | null;
  readonly existing: MeanRevenue | null;
}

/**
 * Mean revenue by satisfaction and by time, of the customers with a sales line in the window. A customer's first purchase is the
 * earlier of its stated start and its first purchase line; without either it is in neither group. `historyKnown`: the sales
 * reach back far enough to tell who is new. Units: exact money, means rounded to a unit. Errors: none. Cost: O(n).
 * Source: docs/method.md §6, §1.
 */
export function ownFigures(
  rows: readonly Pick<CustomerScore, "status" | "revenue" | "nps" | "firstPurchase">[],
  windowFrom: string,
  historyKnown: boolean,
): OwnFigures {
  const active = rows.filter(({ status }) => status === "active");
  const started = active.flatMap(({ revenue, firstPurchase: day }) => (day === null ? [] : [{ revenue, day }]));
  return {
    satisfied: meanRevenue(active.filter(({ nps }) => nps !== null && nps > 0)),
    dissatisfied: meanRevenue(active.filter(({ nps }) => nps !== null && nps < 0)),
    newcomers: historyKnown ? meanRevenue(started.filter(({ day }) => day > windowFrom)) : null,
    existing: historyKnown ? meanRevenue(started.filter(({ day }) => day <= windowFrom)) : null,
  };
}

function meanRevenue(customers: readonly { readonly revenue: Money }[]): MeanRevenue {
  const total = customers.reduce((sum, { revenue }) => sum + revenue, zero);
  return {
    customers: customers.length,
    mean: customers.length === 0 ? null : divideRounded(total, BigInt(customers.length)),
  };
}

import type { Answer } from "./answers.ts";
import type { Card } from "./card.ts";
import type { CategorySpend } from "./categories.ts";
import type { CostFacts } from "./costs.ts";
import type { CustomerEvent } from "./events.ts";
import type { SalesFacts } from "./sales.ts";

/** Everything known of one customer: the union of the ids of all files, each part `null` where its file is silent. */
export interface CustomerFacts {
  readonly customerId: string;
  readonly card: Card | null;
  readonly sales: SalesFacts | null;
  readonly costs: CostFacts | null;
  /** Rows of the NPS file in the window, in file order. */
  readonly answers: readonly Answer[];
  /** Categories with a line in the window, by code point; `null` where the sales files name none. */
  readonly categories: readonly CategorySpend[] | null;
  /** Events up to the as-of date by date, then in file order; a `qbr` after it is a plan and stands here too. */
  readonly events: readonly CustomerEvent[];
  /** A `refused_offer` event in the window. */
  readonly refusedOffer: boolean;
  /** An `efficiency_need` event in the window. */
  readonly efficiencyNeed: boolean;
}

import { type IsoDate, monthsBefore } from "../../base/calendar.ts";
import type { Money } from "../../base/money.ts";
import type { LifetimeFacts } from "../../facts/lifetime.ts";
import type { Because } from "../because.ts";
import type { ContributionOptions } from "../contribution.ts";

export interface ContributionTotal {
  readonly contributionTotal: Money | null;
  readonly because: Because;
}

/** Cost of goods is booked once a year at the longest. */
const longestBooking = 12;

/**
 * What a customer left after cost of goods and cost to serve, all time. `null` unless its cost of goods is known for all time:
 * each of its sales lines carries a cost, or the costs file has cost of goods for it that begins at most 12 months after its
 * first sales line. An earlier beginning would count the sales of many years against the costs of the last one. `cogs` is the
 * choice of source, as in `scoreContribution`. Units: exact money. Errors: none. Source: docs/method.md §8.
 */
export function contributionOfLifetime(facts: LifetimeFacts, { cogs }: ContributionOptions): ContributionTotal {
  const fromLines = cogs !== "costs" && facts.linesWithCost > 0;
  const fromRows = cogs !== "sales" && facts.costOfGoodsRows > 0;
  const onEveryLine = fromLines && facts.linesWithCost === facts.lines;
  if (!onEveryLine && !(fromRows && reachesBack(facts)))
    return {
      contributionTotal: null,
      because: fromRows
        ? { rule: "cost_of_goods_begins_later", value: facts.firstCostOfGoods, threshold: facts.firstLine }
        : { rule: "cost_of_goods_not_known", value: facts.linesWithCost, threshold: facts.lines },
    };
  const goods = (fromLines ? facts.costOnLines : 0n) + (fromRows ? facts.costOfGoods : 0n);
  return {
    contributionTotal: facts.revenue - goods - facts.costToServe,
    because: { rule: "revenue_less_costs", value: facts.revenue, threshold: null },
  };
}

/** Text of dates compares as the dates do; a missing one is not asked for, as there are rows. */
const reachesBack = ({ firstLine, firstCostOfGoods }: LifetimeFacts): boolean =>
  monthsBefore(firstCostOfGoods as IsoDate, longestBooking) <= (firstLine as IsoDate);

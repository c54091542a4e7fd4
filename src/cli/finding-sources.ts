// What rules look at beyond the facts of a portfolio (docs/method.md §9).
import { answersToDate } from "../engine/answer-facts.ts";
import { purchaseDaysByCustomer } from "../engine/day-facts.ts";
import { productsByCustomer } from "../engine/product-facts.ts";
import { seasonsByCustomer } from "../engine/season-facts.ts";
import type { Portfolio } from "./open-portfolio.ts";

/** Answers, purchase days, seasons and products up to the as-of date. `products`: the command loads that column. Cost: four scans. */
export async function findingSources({
  engine,
  period,
  totals,
  loaded,
}: Pick<Portfolio, "engine" | "period" | "totals" | "loaded">) {
  const hasSales = totals.sales !== null;
  const hasProducts = loaded.files.sales.some(({ mapping }) => mapping.has("product"));
  return {
    firstSale: totals.sales?.firstSale ?? null,
    answers: totals.answers === null ? [] : await answersToDate(engine, period.asOf),
    days: hasSales ? await purchaseDaysByCustomer(engine, period.asOf) : new Map(),
    quarters: hasSales ? await seasonsByCustomer(engine, period.asOf) : new Map(),
    products: hasProducts ? await productsByCustomer(engine, period) : new Map(),
    hasEvents: loaded.events.length > 0,
  };
}

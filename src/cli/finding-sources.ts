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
  const nothing = () => Promise.resolve(new Map());
  // All at once: the engine adds up while the first answers are taken in.
  const [answers, days, quarters, products] = await Promise.all([
    totals.answers === null ? [] : answersToDate(engine, period.asOf),
    hasSales ? purchaseDaysByCustomer(engine, period.asOf) : nothing(),
    hasSales ? seasonsByCustomer(engine, period.asOf) : nothing(),
    hasProducts ? productsByCustomer(engine, period) : nothing(),
  ]);
  const firstSale = totals.sales?.firstSale ?? null;
  return { firstSale, answers, days, quarters, products, hasEvents: loaded.events.length > 0 };
}

// What the customer buys, and no longer buys.
import { z } from "zod";
import { dayNumber } from "../../base/calendar.ts";
import { formatMoney, quotient } from "../../base/money.ts";
import { isScored } from "../nps.ts";
import { type Fraction, fromNumber } from "../potential/fraction.ts";
import { counted, percentWords } from "./figures.ts";
import { type Rule, rule } from "./rule.ts";

const noNewProduct = rule({
  id: "no_new_product",
  kind: "opportunity",
  strength: 1,
  needs: [["sales.product"]],
  history: "two_years",
  journey: "growth",
  when: "nothing new bought in the window, a line in it, first purchase before it, 24 months of sales",
  action: "show what is new in the range since they last looked",
  options: z.strictObject({}),
  judge:
    (_, { windowFrom }) =>
    ({ products, lines, score: { firstPurchase } }) => {
      if (products === null || products.newInWindow > 0 || lines === 0) return null;
      if (firstPurchase === null || firstPurchase > windowFrom) return null;
      return {
        date: null,
        evidence: `no new product since ${products.latestDay}; ${counted(products.products, "product")} in all`,
        because: [{ rule: "new_products_in_window", value: 0, threshold: 1 }],
      };
    },
});

const salesDecline = rule({
  id: "sales_decline",
  kind: "warning",
  strength: 2,
  needs: [["sales"]],
  history: "prior_window",
  journey: "trouble",
  when: "revenue falls against the prior window by the limit or more",
  action: "ask what has changed, and who gets the rest now",
  options: z.strictObject({
    fall: z.number().min(0).max(1).default(0.2).describe("fall of revenue from which we ask; 0.2 is 20 %"),
  }),
  judge: ({ fall }) => {
    const { top, bottom } = fromNumber(1 - fall) as Fraction;
    return ({ score: { revenue, revenuePrior } }) => {
      if (revenuePrior === null || revenuePrior <= 0n || revenuePrior * top < revenue * bottom) return null;
      const change = quotient(revenue - revenuePrior, revenuePrior);
      return {
        date: null,
        evidence: `revenue ${formatMoney(revenue)} after ${formatMoney(revenuePrior)} in the prior window, ${percentWords(Number(revenue - revenuePrior), Number(revenuePrior))}`,
        because: [{ rule: "revenue_change", value: change, threshold: -fall }],
      };
    };
  },
});

const followUp = rule({
  id: "follow_up",
  kind: "timing",
  strength: 2,
  needs: [["sales.product"]],
  journey: "start",
  when: "first purchase of a product within so many days, no answer since",
  action: "ask how it went",
  options: z.strictObject({
    days: z.number().int().min(1).default(30).describe("how long a first purchase is worth a question, in days"),
    most: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe("only where so few products were new to the customer in the window; off: however many"),
  }),
  judge: ({ days, most }, { asOf }) => {
    const today = dayNumber(asOf);
    return ({ products, answersToDate }) => {
      if (products === null || (most !== undefined && products.newInWindow > most)) return null;
      const { latestDay, latestProduct } = products;
      const since = today - dayNumber(latestDay);
      if (since < 0 || since >= days) return null;
      if (answersToDate.some((answer) => isScored(answer) && answer.date >= latestDay)) return null;
      return {
        date: latestDay,
        evidence: `${latestProduct} bought for the first time on ${latestDay}, no answer since`,
        because: [{ rule: "days_since_new_product", value: since, threshold: days }],
      };
    };
  },
});

export const buyingRules: readonly Rule[] = [noNewProduct, salesDecline, followUp];

import { z } from "zod";
import { dayNumber, type IsoDate } from "../../base/calendar.ts";
import { type Money, unitsPerOne } from "../../base/money.ts";
import type { CustomerDays } from "../../facts/days.ts";
import type { Because } from "../because.ts";
import { type Fitted, type FittedPurchases, fitModel, type NotFitted } from "../clv/fit.ts";
import { type PurchaseModelName, purchaseModelNames } from "../clv/models.ts";
import { type Predictions, predict, weeksOf } from "../clv/predict.ts";
import { expectedSpend, fitSpend } from "../clv/spend.ts";
import { historiesTo, type PurchaseHistories } from "./histories.ts";
import type { ValueScore } from "./row.ts";

/** How the future is reckoned. */
export const ValueOptions = z.strictObject({
  model: z.enum(purchaseModelNames).default("mbg_nbd").describe("the model of purchases that the predictions rest on"),
  horizon: z.number().int().min(1).max(1200).default(36).describe("months that are looked ahead"),
  discountRate: z
    .number()
    .min(0)
    .max(1000)
    .default(10)
    .describe("percent a year by which a later purchase is worth less"),
});
export type ValueOptions = z.infer<typeof ValueOptions>;

/** The same under their name in the settings file. */
export const ValueSettings = z.strictObject({ value: ValueOptions });

/** What can be expected of one customer within the horizon. */
export interface PredictedValue {
  readonly customerId: string;
  readonly pAlive: number | null;
  /** Days with a purchase. */
  readonly expectedPurchases: number | null;
  /** On such a day. */
  readonly expectedSpend: Money | null;
  /** Discounted purchases × expected spend, × margin where that is known. */
  readonly clvPredicted: Money | null;
  /** Whether `clvPredicted` is of contribution or of revenue. */
  readonly clvPredictedOf: "contribution" | "revenue" | null;
  readonly because: { readonly purchases: Because; readonly spend: Because };
}

export interface ModelFit {
  readonly name: PurchaseModelName | "gamma_gamma";
  /** Whether the predictions rest on it. */
  readonly chosen: boolean;
  readonly fitted: Fitted | NotFitted;
}

export interface Prediction {
  /** In the order of the rows given. */
  readonly rows: readonly PredictedValue[];
  /** Every model of purchases, then that of spend. */
  readonly models: readonly ModelFit[];
}

/**
 * What each customer can be expected to buy, by its own history and what all together teach. Every model is fitted, so that
 * they can be held against each other; the chosen one speaks. Where a model could not be fitted, what rests on it is `null`
 * and the model says why; so it is of customers without a purchase, who only returned.
 *
 * Units: shares and counts as numbers, money exact to a unit though models are not. The result does not depend on input order.
 * Errors: none. Cost: that of the fits, then O(n). Source: docs/method.md §8.
 */
export function predictValue(
  rows: readonly Pick<ValueScore, "customerId" | "margin">[],
  ledgers: Iterable<CustomerDays>,
  asOf: IsoDate,
  { model, horizon, discountRate }: ValueOptions,
): Prediction {
  const histories = historiesTo(dayNumber(asOf), ledgers);
  const purchases = purchaseModelNames.map((name) => fitModel(name, histories));
  const chosen = purchases[purchaseModelNames.indexOf(model)] as FittedPurchases | NotFitted;
  const spend = fitSpend(histories);
  const ahead = chosen.converged
    ? predict(chosen, histories, { weeks: weeksOf(horizon), discount: discountRate / 100 })
    : null;
  const spends = spend.converged ? expectedSpend(spend.parameters, histories) : null;
  const places = new Map(histories.customerIds.map((id, place) => [id, place]));
  const rules = {
    purchases: chosen.converged ? model : chosen.reason,
    spend: spend.converged ? "gamma_gamma" : spend.reason,
  };
  return {
    rows: rows.map(({ customerId, margin }) => {
      const place = places.get(customerId);
      if (place === undefined) return withoutPurchase(customerId);
      return { customerId, ...worthAt(place, margin, ahead, spends), because: becauseAt(place, histories, rules) };
    }),
    models: [
      ...purchaseModelNames.map((name, i) => ({
        name,
        chosen: name === model,
        fitted: purchases[i] as FittedPurchases | NotFitted,
      })),
      { name: "gamma_gamma", chosen: true, fitted: spend },
    ],
  };
}

const nothingBought: Because = { rule: "no_purchase", value: null, threshold: null };

const withoutPurchase = (customerId: string): PredictedValue => ({
  customerId,
  pAlive: null,
  expectedPurchases: null,
  expectedSpend: null,
  clvPredicted: null,
  clvPredictedOf: null,
  because: { purchases: nothingBought, spend: nothingBought },
});

function worthAt(
  place: number,
  margin: number | null,
  ahead: Predictions | null,
  spends: Float64Array | null,
): Omit<PredictedValue, "customerId" | "because"> {
  const spend = spends === null ? null : (spends[place] as number);
  const worth =
    ahead === null || spend === null
      ? null
      : asMoney((ahead.discountedPurchases[place] as number) * spend * (margin ?? 1));
  return {
    pAlive: ahead === null ? null : (ahead.pAlive[place] as number),
    expectedPurchases: ahead === null ? null : (ahead.expectedPurchases[place] as number),
    expectedSpend: spend === null ? null : asMoney(spend),
    clvPredicted: worth,
    clvPredictedOf: worth === null ? null : margin === null ? "revenue" : "contribution",
  };
}

/** The nearest unit of money; `null` for what is no number. */
export const asMoney = (amount: number): Money | null =>
  Number.isFinite(amount) ? BigInt(Math.round(amount * Number(unitsPerOne))) : null;

/** x for the purchases; for the spend the customer's own mean, or nothing where it gets the population's. */
function becauseAt(
  place: number,
  { repeatPurchases, meanSpend }: PurchaseHistories,
  rules: { readonly purchases: string; readonly spend: string },
): PredictedValue["because"] {
  const own = meanSpend[place] as number;
  return {
    purchases: { rule: rules.purchases, value: repeatPurchases[place] as number, threshold: null },
    spend: { rule: rules.spend, value: own > 0 ? own : null, threshold: null },
  };
}

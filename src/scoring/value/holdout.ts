import { addDays, dayNumber, daysBetween, type IsoDate } from "../../base/calendar.ts";
import type { CustomerDays } from "../../facts/days.ts";
import { type Calibration, calibrationTable } from "../clv/calibration.ts";
import { type FittedPurchases, fitModel, type NotFitted } from "../clv/fit.ts";
import { daysPerWeek } from "../clv/histories.ts";
import { type PurchaseModelName, purchaseModelNames } from "../clv/models.ts";
import { predict } from "../clv/predict.ts";
import { historiesTo } from "./histories.ts";

/** How one model does on the weeks that it was not shown. */
export interface HoldoutModel {
  readonly name: PurchaseModelName;
  readonly fitted: FittedPurchases | NotFitted;
  /** `null`: there is no model. */
  readonly calibration: Calibration | null;
}

export interface HoldoutCheck {
  readonly weeks: number;
  /** The last day that the models are shown. */
  readonly fittedTo: IsoDate;
  /** Who had bought by then. */
  readonly customers: number;
  /** Days with a purchase of theirs in the holdout. */
  readonly purchases: number;
  readonly models: readonly HoldoutModel[];
}

/**
 * The most weeks that models can be held against: half of the time from the first sale to the as-of date, both days counted, so
 * that they are shown at least as much as they are asked about. 0: less than two weeks of sales.
 */
export const longestHoldout = (firstSale: IsoDate, asOf: IsoDate): number =>
  Math.floor((daysBetween(firstSale, asOf) + 1) / (2 * daysPerWeek));

/**
 * Every model fitted to the sales up to some weeks before the as-of date, held against the purchases of these weeks. Customers
 * who came in them are in neither. Errors: none. Cost: that of three fits. Source: docs/method.md §8.
 */
export function checkOnHoldout(ledgers: readonly CustomerDays[], asOf: IsoDate, weeks: number): HoldoutCheck {
  const fittedTo = addDays(asOf, -weeks * daysPerWeek);
  const lastDay = dayNumber(fittedTo);
  const shown = ledgers.filter(({ days }) => (days[0] as number) <= lastDay);
  const histories = historiesTo(lastDay, shown);
  const { repeatPurchases } = histories;
  const actual = Float64Array.from(shown, ({ days }, i) => days.length - 1 - (repeatPurchases[i] as number));
  return {
    weeks,
    fittedTo,
    customers: shown.length,
    purchases: actual.reduce((sum, count) => sum + count, 0),
    models: purchaseModelNames.map((name) => {
      const fitted = fitModel(name, histories);
      if (!fitted.converged) return { name, fitted, calibration: null };
      const { expectedPurchases: expected } = predict(fitted, histories, { weeks, discount: 0 });
      return { name, fitted, calibration: calibrationTable({ repeatPurchases, actual, expected }) };
    }),
  };
}

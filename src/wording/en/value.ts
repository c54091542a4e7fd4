import type { AverageCost } from "../../scoring/value/acquisition.ts";
import { counted, figures } from "./figures.ts";

const averageReasons: Readonly<Record<NonNullable<AverageCost["reason"]>, string>> = {
  no_acquisition_costs: "as there are no acquisition costs in the window",
  new_not_known: "as sales do not begin 12 months before the window, so that nobody can be told to be new",
  no_new_customers: "as nobody is new in the window",
};

export const value = {
  terms: {
    averageUnknown: "average acquisition cost",
    averageCac: "average cac",
    predicted: "predicted",
    holdout: "holdout",
    purchases: "purchases",
    clvSimple: "clv_simple",
    clvMargin: "clv_margin",
    contributionTotal: "contribution_total",
    ltvCac: "ltv_cac",
    clvPredicted: "clv_predicted",
  },
  notKnown: "n/a",
  averageUnknown: (reason: AverageCost["reason"]) => `not known, ${reason === null ? "" : averageReasons[reason]}`,
  average: (average: string, amount: string, newCustomers: number) =>
    `${average}: ${amount} for ${counted(newCustomers, "new customer")}`,
  margin: "margin",
  contributionOfAllTime: "contribution of all time",
  gap: (what: string, missing: number, all: number) => `${what} of ${missing} of ${counted(all, "customer")}`,
  withoutSales: (count: number) => `${counted(count, "customer")} without a sales line: in no row`,
  horizon: (model: string, months: number, rate: number) =>
    `by ${model}, ${months} months ahead, discounted by ${rate} % a year`,
  sum: (total: string, mean: string, known: number, all: number) =>
    `${total}, ${mean} a customer${known === all ? "" : `, of the ${known} where it is known`}`,
  withSales: (count: number) => `${count} with sales`,
  returns: (ratio: number, payback: number | null) =>
    `${figures.fixed(ratio, 1)}${payback === null ? "" : `, paid back in ${figures.fixed(payback, 1)} months`}`,
  averageApplied: (rest: number, all: number) =>
    `average cost of new customers applied to ${rest === all ? "all" : `${rest} of ${all}`}`,
  ownReturn: (ratio: number, customers: number, median: number | null) =>
    `${figures.fixed(ratio, 1)} for ${counted(customers, "customer")} with own costs${median === null ? "" : `, median ${figures.fixed(median, 1)}`}`,
  expectedPurchases: (count: number) => `${figures.fixed(count, 1)} expected`,
  predictedOf: (total: string, of: "contribution" | "revenue", customers: number) =>
    `${total} of ${of}, from ${counted(customers, "customer")}${of === "revenue" ? " without a known margin" : ""}`,
  all: "all",
  groups: {
    group: "group",
    customers: "customers",
    clvSimple: "clv_simple",
    aCustomer: "a customer",
    margin: "margin",
    clvMargin: "clv_margin",
    cac: "cac",
    ltvCac: "ltv_cac",
    payback: "payback",
  },
  logLikelihood: (value: number, customers: number) =>
    `log-likelihood ${figures.fixed(value, 2)} of ${counted(customers, "customer")}`,
  nothingRests: (reason: string) => `${reason}; nothing rests on it here`,
  notPredicted: "all columns that are not predicted",
  stayEmpty: (reason: string, missing: string, kept: string, others: string) =>
    `${reason}; ${missing} stay empty, ${kept} still hold${others}`,
  othersCannot: "; the other models cannot tell, either",
  othersCan: (models: string) => `; another model can: ${models}`,
  tooFewRepeat: (found: number, needed: number) => `${counted(found, "customer")} bought again, and it takes ${needed}`,
  noRepeatSpend: "nobody spent anything after the first purchase",
  infiniteMean: (q: number, needed: number) =>
    `spend differs so much that it has no mean (q is ${figures.fixed(q, 3)} and must be above ${needed})`,
  purchasesAlike: "the purchases look alike for all customers, so the model cannot tell who left",
  spendAlike: "what is spent looks alike for all customers, so the model cannot tell them apart",
  holdout: (purchases: number, weeks: number, after: string, customers: number) =>
    `${counted(purchases, "purchase")} in the ${counted(weeks, "week")} after ${after} by ${counted(customers, "customer")}`,
  expected: (models: string) => `expected: ${models}`,
  calibration: { before: "repeat purchases before", customers: "customers", actual: "actual" },
  orMore: (count: number) => `${count} or more`,
};

import type { Money } from "../../base/money.ts";
import type { NoChase } from "../../scoring/winback/no-chase.ts";
import { counted, figures, inUnit } from "./figures.ts";

const noChase: Readonly<Record<NoChase, string>> = {
  refused: "refused our offers",
  negative_contribution: "cost more than they brought in",
  partial_costs: "cost more than they brought in, by the costs we know",
  net_negative_revenue: "returned more than they bought",
  cost_without_sales: "cost without a sale",
};

export const winback = {
  contractEnded: (date: string) => `contract ended ${date}`,
  noPurchase: (days: string, limit: string) => `no purchase for ${days} days (limit ${limit})`,
  /** The month as `2024-05`. */
  bestYear: (month: string, basis: string, amount: Money) =>
    `best 12 months to ${month}: ${basis} ${figures.amount(amount)}`,
  tickets: (last: number, before: number) => `${counted(last, "ticket")} in the last year, ${before} the year before`,
  complaintClosed: (date: string) => `complaint closed ${date}`,
  lastAnswer: (score: number, date: string) => `last answer ${score} on ${date}`,
  owner: (owner: string, losesMore: boolean) =>
    `owner ${owner}${losesMore ? ", who loses more customers than the average" : ""}`,
  meanPrice: (per: string, price: Money) => `mean price per ${per} ${figures.amount(price)} in the last year`,
  priceBefore: (price: Money, change: number | null) =>
    `${figures.amount(price)} the year before${change === null ? "" : ` (${change < 0 ? "" : "+"}${figures.percent(change)})`}`,
  factor: (name: string, factor: number) => `${name} ${figures.plain(factor)}`,
  ownGap: "twice their own gap between orders, a year at least",
  days: (days: number) => `${days} days`,
  lostTerm: "lost",
  lost: (count: number, all: number, by: string) =>
    `${count} of ${counted(all, "customer")}, without a purchase for ${by}, or by the end of the contract`,
  noChase,
  toCallTerm: "to call",
  toCall: (count: number, revenue: Money, currency: string | null) =>
    `${counted(count, "customer")}, ${figures.grouped(revenue)}${inUnit(currency)} in their last year`,
  doNotChase: "do not chase",
  noQuantities: "prices by unit: no sales line has a quantity; mean amounts of a line stand for them",
  noEvents: "tickets and complaints: there is no events file",
  table: {
    owner: "owner",
    customers: "customers",
    lost: "lost",
    share: "share",
    losesMore: "more than average",
  },
};

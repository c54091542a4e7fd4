import type { Criterion } from "../../scoring/icp/best.ts";
import { counted, figures } from "./figures.ts";

const criteria: Readonly<Record<Criterion, string>> = {
  contribution: "contribution",
  revenue: "revenue",
  tenure: "time as a customer",
  nps: "NPS",
};

export const icp = {
  terms: {
    best: "best",
    tooFew: "too few",
    avoid: "avoid",
    notToAvoid: "not to avoid",
    longStanding: "long-standing",
    worth: "worth",
    fit: "fit",
    alreadyThere: "already there",
  },
  criterion: (criterion: Criterion) => criteria[criterion],
  attribute: (attribute: string) => attribute,
  trait: (attribute: string, value: string) => `${attribute} ${value}`,
  nothingToRank: (base: number) => `nobody of ${counted(base, "customer")}: nothing to rank them by`,
  best: (count: number, base: number, criteria: string) =>
    `${count} of ${counted(base, "customer")} with a sale in the window, by mean rank over ${criteria}`,
  costsUnknown: "costs are not known in the window",
  fewerThanHalf: (known: number, base: number) => `known of ${known} of ${base}, fewer than half`,
  leftOut: (criterion: string, reason: string, isRevenueInstead: boolean) =>
    `${criterion}: ${reason}${isRevenueInstead ? "; revenue instead of contribution" : ""}`,
  restsOnOne: (criterion: string) => `the profile rests on ${criterion} alone`,
  costsPartlyKnown: (known: number, base: number) =>
    `the cost of goods is known of ${known} of ${base}: the contribution of the others is too high`,
  tooSmall: (base: number, least: number) => `${counted(base, "customer")}, and under ${least} there is no lift`,
  tooManyBest: "the best are more than half of the base, so no lift is far from 1; --top takes fewer",
  ofNoCustomer: (attributes: string) => `${attributes}: of no customer`,
  rare: (count: number, least: number) => `${counted(count, "trait")} of fewer than ${least} customers: no lift`,
  marginUnknown: "no group can be said to leave little: the margin is known of nobody",
  busy: (count: number, medianOrders: number, margin: number, isListed: boolean) =>
    `${counted(count, "group")} with more than ${figures.plain(medianOrders.toFixed(1).replace(/\.0$/, ""))} orders a customer (the median) and a margin below ${figures.percent(margin)} (the portfolio's)${isListed ? "" : "; --avoid lists them"}`,
  nearlyAll: (traits: string) => `busy with a low margin, but more than 80 % of the customers: ${traits}`,
  noCategories: "not evaluated: the sales name no categories",
  longStanding: (customers: number, years: number, categories: number, common: string) =>
    `${counted(customers, "customer")} since ${years} years or more, in ${categories} or more categories${common}`,
  nothingCommon: (rate: number) =>
    `; nothing in common that chance does not explain (at a rate of ${figures.percent(rate)})`,
  inCommon: (traits: string) => `; in common: ${traits}`,
  lift: (trait: string, lift: number) => `${trait} (lift ${figures.fixed(lift, 2)})`,
  notTested: "not tested: fewer than two customers among the best, or among the others",
  quality: {
    none: "no better than tossing a coin: do not rank prospects by it",
    weak: "weak: a hint at most",
    fair: "fair",
    good: "good",
  },
  tested: (auc: number, best: number, others: number, folds: number, words: string) =>
    `AUC ${figures.fixed(auc, 4)} on ${best} best and ${others} other own customers, cross-validated in ${folds} parts: ${words}`,
  table: {
    best: "best",
    meanRank: "mean rank",
    revenue: "revenue",
    contribution: "contribution",
    years: "years",
    nps: "NPS",
  },
  inOrder: (ids: string) => `the best, in order: ${ids}`,
  fitUnknown: "nothing is known of the prospects that the profile speaks of",
  fit: (attributes: string) => `0 to 100, 50 is neither for nor against; by ${attributes}`,
  already: (count: number, ids: string) => `${counted(count, "prospect")} with the id of a customer: ${ids}`,
  reason: (trait: string, lift: number) => `${trait}: lift ${figures.fixed(lift, 2)}`,
  unfamiliar: (attributes: string) => `too few customers alike: ${attributes}`,
  unknown: (attributes: string) => `not known: ${attributes}`,
};

// The library: the scores, for programs that have their facts already. Pure functions over plain data; the command line and
// its files are not part of it.
export type { IsoDate } from "./base/calendar.ts";
export { exactMoney, formatMoney, type Money, money, zero } from "./base/money.ts";
export type { Answer } from "./facts/answers.ts";
export type { Card } from "./facts/card.ts";
export type { CostFacts } from "./facts/costs.ts";
export type { CustomerFacts } from "./facts/customer.ts";
export type { Period } from "./facts/period.ts";
export type { SalesFacts } from "./facts/sales.ts";
export { AbcOptions, type AbcScore, type ClassLetter, classifyAbc } from "./scoring/abc.ts";
export type { Because } from "./scoring/because.ts";
export type { CustomerScore } from "./scoring/classify/row.ts";
export type { ClassifySummary, ClassSummary, NotEvaluated } from "./scoring/classify/summary.ts";
export { type Classification, type ClassifyContext, ClassifyOptions, classify } from "./scoring/classify.ts";
export {
  ContributionOptions,
  type ContributionScore,
  type CostInformation,
  costInformation,
  scoreContribution,
} from "./scoring/contribution.ts";
export { type Cell, cellOf, cellOrder, inPriorityOrder } from "./scoring/matrix.ts";
export { accountNps, netPromoterScore } from "./scoring/nps.ts";
export { gradePotential, PotentialOptions, type PotentialScore } from "./scoring/potential.ts";
export { type Status, statusOf } from "./scoring/status.ts";

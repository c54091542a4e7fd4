import type { Money } from "../../base/money.ts";
import type { EarnedGrowth } from "../../scoring/nps/earned-growth.ts";
import type { LaunchRefusal } from "../../scoring/nps/launch.ts";
import { counted, figures, inUnit } from "./figures.ts";

const earnedReasons: Readonly<Record<NonNullable<EarnedGrowth["reason"]>, string>> = {
  prior_window_not_covered: "not known, as the sales do not reach back over the prior window",
  new_customers_not_known: "not known, as sales do not begin 12 months before the window",
  prior_revenue_not_positive: "not known, as the prior revenue is not above zero",
};

const refusals: Readonly<Record<LaunchRefusal, string>> = {
  not_active: "without a sale in the window",
  no_answer: "did not answer",
  nps_not_above_zero: "NPS not above 0",
  class_d: "class D",
  not_assessed: "potential not assessed",
  grade_d: "grade d",
  blocked: "something to repair first",
};

export const nps = {
  noAnswer: "no answer in the window",
  terms: {
    nps: "NPS",
    intervals: "intervals",
    answers: "answers",
    responseRate: "response rate",
    revenueCoverage: "revenue coverage",
    silentA: "silent A",
    silentCustomers: "silent A customers",
    meanRevenue: "mean revenue",
    earnedGrowth: "earned growth",
    recipients: "recipients",
    repairFirst: "repair first",
  },
  narrow: (fewest: number) =>
    `from fewer than ${fewest} answers, or from one kind of answer (no width), they are no certainty`,
  rateUnknown: "not known, as the files hold no invitation without an answer",
  nobodyAnswered: "nobody answered in the window",
  headline: (nps: number, low: number, high: number) =>
    `${figures.points(nps)}, 95 % interval ${figures.points(low)} to ${figures.points(high)}`,
  answers: (answers: number, promoters: number, passives: number, detractors: number) =>
    `${answers}: ${counted(promoters, "promoter")}, ${counted(passives, "passive")}, ${counted(detractors, "detractor")}`,
  answerers: (respondents: number, accounts: number, unassigned: number) =>
    `by ${counted(respondents, "respondent")} of ${counted(accounts, "account")}${unassigned === 0 ? "" : `, ${unassigned} without a customer`}`,
  nobodyAsked: "nobody was asked in the window",
  rate: (rate: number, answers: number, asked: number) =>
    `${figures.percent(rate)}, ${answers} of ${asked} invitations`,
  coverage: (share: number) => `${figures.percent(share)} of the revenue is from customers who answered`,
  coverageNoRevenue: "not known, as the revenue in the window is not above zero",
  coverageNoSales: "not known without sales lines",
  noneOf: (all: number) => `none of ${all}`,
  silent: (silent: number, all: number, names: string) => `${silent} of ${all}: ${names}`,
  nobody: "nobody",
  mean: (mean: Money, currency: string | null, customers: number) =>
    `${figures.grouped(mean)}${inUnit(currency)} (${customers})`,
  byNps: (above: string, below: string) => `NPS above 0: ${above}, below 0: ${below}`,
  newUnknown: "existing and new: not known, as sales do not begin 12 months before the window",
  byAge: (existing: string, newcomers: string) => `existing: ${existing}, new: ${newcomers}`,
  earnedReasons,
  earned: (rate: number | null, existing: Money, referred: Money, prior: Money, currency: string | null, open: Money) =>
    `${figures.percent(rate)}: ${figures.grouped(existing)} from those who bought before and ${figures.grouped(referred)} by referral, against ${figures.grouped(prior)}${inUnit(currency)}${open > 0n ? `, of ${figures.grouped(open)} from new customers nobody says how they came` : ""}`,
  recipients: (count: number, gain: Money, currency: string | null) =>
    `${counted(count, "customer")} with an NPS above 0 and grade a, b or c (${figures.gain(gain)}${inUnit(currency)} a year)`,
  refusal: (count: number, refusal: LaunchRefusal) => `${count} ${refusals[refusal]}`,
};

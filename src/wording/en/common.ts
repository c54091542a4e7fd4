import type { NotEvaluated } from "../../scoring/classify/summary.ts";
import type { MissingData } from "../../scoring/potential/missing.ts";
import type { Stage } from "../../scoring/stage/parts.ts";
import { counted, figures, inUnit } from "./figures.ts";

const whats: Readonly<Record<NotEvaluated["what"], string>> = {
  class_d: "class D by costs",
  rank_by_contribution: "ranks by contribution",
  classes: "classes",
  growth: "growth over the prior window",
  trend: "potential by trend",
};

const whys: Readonly<Record<NotEvaluated["reason"], string>> = {
  no_cost_information: "no cost information in the window (only a negative revenue is D)",
  total_not_positive: "the total is not above zero",
  prior_window_not_covered: "the sales do not reach back over the prior window",
  window_not_four_quarters: "the window is not a multiple of four months",
};

const missing: Readonly<Record<MissingData["data"], string>> = {
  potential_grade: "no grade stated",
  wallet: "wallet unknown",
  users: "active or potential users unknown",
  regions: "regions served or present unknown",
  employees: "employees unknown",
  segment_or_industry: "segment and industry unknown",
  categories: "categories unknown",
  window: "sales do not reach back over the window",
  prior_window: "sales do not reach back over the prior window",
};

const strategies: Readonly<Record<Stage, string>> = {
  conflict: "rescue if its value pays, then back to transactional",
  partner: "quarterly top-level meetings, development plan",
  transitional: "key account manager, customer-specific investment",
  transactional: "automate, low cost of sale, no key account manager",
};

/** What more than one report says. */
export const common = {
  whats,
  whys,
  asOf: "as of",
  /** Which time a run speaks of: `2026-06-24, window of 12 months after 2025-06-24`. */
  asOfText: (asOf: string, months: number, windowFrom: string) =>
    `${asOf}, window of ${months} months after ${windowFrom}`,
  customers: (count: number) => counted(count, "customer"),
  customersTerm: "customers",
  revenueTerm: "revenue",
  noCustomer: "(no customer)",
  noOwner: "(no owner)",
  ownerTerm: "owner",
  notEvaluatedTerm: "not evaluated",
  notKnownTerm: "not known",
  leftOutTerm: "left out",
  beware: "beware",
  /** What could not be judged, and why. */
  notEvaluated: ({ what, reason }: NotEvaluated) => `${whats[what]}: ${whys[reason]}`,
  /** What is not known of a customer, in words that stand alone. */
  missing,
  /** What each stage calls for. */
  strategies,
  money: (amount: bigint, currency: string | null) => `${figures.grouped(amount)}${inUnit(currency)}`,
  unit: inUnit,
  lapsed: (count: number) => `${count} lapsed`,
  prospects: (count: number) => counted(count, "prospect"),
  withoutClass: (count: number) => `${count} without a class`,
  /** Some of many names. */
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  commaMore: (names: string, more: number) => `${names}, ${more} more`,
  yes: "yes",
  no: "no",
  /** A term and its value in one line. */
  line: (term: string, value: string) => `${term}: ${value}`,
};

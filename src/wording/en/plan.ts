import type { PlanSum } from "../../scoring/plan/sums.ts";
import { counted, figures, inUnit } from "./figures.ts";

const sum = ({ customers, increment, unknown }: PlanSum, currency: string | null): string =>
  customers > 0 && unknown === customers
    ? "nothing known yet of what there is to win"
    : `${figures.gain(increment)}${inUnit(currency)} a year${unknown > 0 ? `, not known of ${unknown}` : ""}`;

export const plan = {
  planTerm: "plan",
  planned: (planned: number, all: number) => `${planned} of ${counted(all, "customer")}`,
  nothingToDo: (count: number) => `${count} with nothing to win or mend`,
  phaseOut: (count: number) => `${count} to phase out`,
  lost: (count: number) => `${count} lapsed or lost (winback)`,
  capacityTerm: "capacity",
  capacity: (count: number) => `${count} to call of each owner`,
  noData: "no data",
  silentRules: (silent: number, all: number) =>
    `${silent} of ${all} rules had too little to go by; portfolio triggers names them`,
  toCall: "to call",
  blocked: "blocked",
  beyond: "beyond capacity",
  customersAndSum: (of: PlanSum, currency: string | null) =>
    `${counted(of.customers, "customer")}, ${sum(of, currency)}`,
  waits: (of: PlanSum, currency: string | null) =>
    `${counted(of.customers, "customer")}, ${figures.gain(of.increment)}${inUnit(currency)} a year waits behind a repair`,
  table: {
    owner: "owner",
    toCall: "to call",
    increment: "increment",
    blocked: "blocked",
    behindRepair: "behind a repair",
  },
  noteToCall: (of: PlanSum, currency: string | null) =>
    `${counted(of.customers, "customer")} to call: ${sum(of, currency)}.`,
  noteBlocked: (of: PlanSum, currency: string | null) =>
    `${counted(of.customers, "customer")} blocked: ${figures.gain(of.increment)}${inUnit(currency)} waits behind a repair.`,
  sheet: {
    when: "When:",
    evidence: "Why:",
    driver: "Driver:",
    blockedBy: "Blocked by:",
    firstAction: "First:",
    thenAction: "Then:",
    nextProduct: "Next product:",
    nextProductReason: "Because:",
    strategy: "Relationship:",
    done: "done on ____________ with ________________________",
    agreed: "agreed: ________________________________________",
  },
  when: {
    anyTime: "any time",
    limitNow: "now: the limit is reached",
    orderDue: (date: string) => `${date}: the next order is due`,
    orderWasDue: (date: string) => `now: an order was due on ${date}`,
    overdue: (date: string) => `now: an order is overdue since ${date}`,
    review: (date: string) => `${date}: business review`,
    followUp: (date: string) => `now: first purchase on ${date} to follow up`,
    season: (date: string) => `before ${date}: their season starts`,
    budgetFrom: (date: string) => `any time (budget quarter from ${date})`,
    budgetSince: (date: string) => `any time (budget quarter since ${date})`,
    ruleOn: (date: string, rule: string) => `${date}: ${rule}`,
    ruleNow: (rule: string) => `now: ${rule}`,
  },
  evidence: (rule: string, evidence: string) => `${rule}: ${evidence}`,
  revenueInWindow: (revenue: bigint) => `revenue ${figures.grouped(revenue)} in the window`,
  withContribution: (contribution: bigint, potential: string) =>
    `contribution ${figures.amount(contribution)}; ${potential}`,
  /** Sentences that the scores made. */
  potential: (reason: string) => reason,
  classReason: (reason: string) => reason,
  action: (action: string) => action,
  play: (play: string) => play,
  fix: "fix price or cost first",
  assess: "assess the potential: what they spend on it in all, and with whom",
  askSatisfaction: "ask how satisfied they are: nobody answered in the window",
  peersBuy: (count: number, of: number) => `${count} of ${of} peers buy it`,
  buyersBuy: (count: number, of: number, boughtWith: string, lift: number) =>
    `${count} of ${of} buyers of ${boughtWith} buy it, lift ${figures.fixed(lift, 2)}`,
};

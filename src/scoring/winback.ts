import { z } from "zod";
import { type IsoDate, monthsBefore } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";
import { compare, compareCodePoints } from "../base/statistics.ts";
import type { Answer } from "../facts/answers.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { Ledger } from "../facts/ledger.ts";
import { isCovered, type Period } from "../facts/period.ts";
import type { ContributionOptions, CostInformation } from "./contribution.ts";
import { isDetractor, isPromoter, isScored, type Scored, supersedes } from "./nps.ts";
import { startOf, yearsReached } from "./tenure.ts";
import { type BestYear, bestYear } from "./winback/best-year.ts";
import { type AppliedFactor, type FactorName, multiplied, WinbackFactors } from "./winback/factors.ts";
import type { Loss } from "./winback/lost.ts";
import { type NoChaseRule, noChaseOf } from "./winback/no-chase.ts";
import { type OwnerLosses, ownerLosses } from "./winback/owners.ts";
import { type ChurnReason, churnReasons } from "./winback/reasons.ts";
import { type LedgerSum, linePrice, sumOf, unitPrice } from "./winback/sums.ts";

/** Who counts as lost, and what makes one worth more than another. */
export const WinbackOptions = z.strictObject({
  lostAfter: z
    .number()
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe("days without a purchase after which a customer is lost; instead of its own gaps and a year"),
  factors: WinbackFactors.prefault({}).describe("what the best year is multiplied by"),
});
export type WinbackOptions = z.infer<typeof WinbackOptions>;
/** As the settings file has them. */
export const WinbackSettings = z.strictObject({ winback: WinbackOptions.prefault({}) });

/** What is known of a customer, and whether it is lost. */
export interface WinbackFacts {
  readonly customer: Pick<CustomerFacts, "customerId" | "card" | "sales" | "events" | "refusedOffer">;
  /** `null`: it is not lost. */
  readonly loss: Loss | null;
  /** Of a lost customer; `null` where it has neither a sales line nor costs. */
  readonly ledger: Ledger | null;
  /** Of a lost customer, whatever their date up to the as-of date. */
  readonly answers: readonly Pick<Answer, "date" | "score">[];
}

/** A figure of the last year before the break, and of the year before that; `null`: not known. */
export interface YearAgainst<Value> {
  readonly last: Value | null;
  readonly before: Value | null;
}

export interface WinbackScore {
  readonly customerId: string;
  readonly customerName: string | null;
  /** The best year times the factors, in money: an order of calls, no probability and no forecast. `null`: no best year. */
  readonly score: Money | null;
  readonly best: BestYear | null;
  readonly factors: readonly AppliedFactor[];
  readonly loss: Loss;
  /** Net revenue of the year before the break; `null` without a sales line. */
  readonly lostRevenue: Money | null;
  readonly reasons: readonly ChurnReason[];
  /** As the customers file has it. */
  readonly churnReason: string | null;
  /** Mean price of a unit, or of a purchase line where quantities are not known. */
  readonly price: YearAgainst<Money> & { readonly per: "unit" | "line" };
  /** `null` without an events file. */
  readonly tickets: { readonly last: number; readonly before: number } | null;
  readonly complaintClosed: IsoDate | null;
  readonly lastAnswer: { readonly date: IsoDate; readonly score: number } | null;
  readonly owner: string | null;
  readonly ownerLosesMore: boolean;
  /** Empty: worth a call. */
  readonly noChase: readonly NoChaseRule[];
}

export interface Winback {
  /** Those worth a call by score, those without one after them, those to leave alone last. */
  readonly rows: readonly WinbackScore[];
  /** Of customers who ever bought, or had a contract that ended. */
  readonly owners: readonly OwnerLosses[];
  readonly customers: number;
}

/** What a run knows beside its customers. */
export interface WinbackContext {
  readonly period: Pick<Period, "asOf" | "months" | "costsTo">;
  /** Of the sales files: a year that they do not reach back to has no prices. */
  readonly firstSale: IsoDate | null;
  /** Whether the files have costs, whatever their date. */
  readonly costs: CostInformation;
  readonly hasEvents: boolean;
}

/** Years as a customer, and years since the loss, that change the score. */
const longTenure = 3;
const longAgoMonths = 36;

/**
 * Which lost customers to call first. The score is the best twelve months that a customer ever had, by contribution (revenue
 * where costs are not known), times the factors that apply to it; beside it stands what one must know before the call.
 *
 * Not to be chased: who refused offers, and who cost more than it brought in over its last window, the N months up to its last
 * purchase, costs to that month's end. Units: exact money. The result does not depend on input order. Errors: none. Cost:
 * O(n log n + ledger days + months of the lost). Source: docs/method.md §11.
 */
export function scoreWinback(
  facts: readonly WinbackFacts[],
  context: WinbackContext,
  options: { readonly winback: WinbackOptions; readonly contribution: ContributionOptions },
): Winback {
  const known = facts.filter(({ customer, loss }) => loss !== null || customer.sales?.firstPurchase != null);
  const owners = ownerLosses(
    known.map(({ customer, loss }) => ({ owner: customer.card?.owner ?? null, isLost: loss !== null })),
  );
  const losers = new Set(owners.filter(({ losesMore }) => losesMore).map(({ owner }) => owner));
  const rows = facts.flatMap((own) => (own.loss === null ? [] : [scoreOf(own, own.loss, losers, context, options)]));
  return { rows: rows.sort(compareRows), owners, customers: known.length };
}

const compareRows = (a: WinbackScore, b: WinbackScore): number =>
  compare(a.noChase.length > 0 ? 1 : 0, b.noChase.length > 0 ? 1 : 0) ||
  compare(a.score === null ? 1 : 0, b.score === null ? 1 : 0) ||
  compare(b.score ?? 0n, a.score ?? 0n) ||
  compareCodePoints(a.customerId, b.customerId);

function scoreOf(
  { customer, ledger, answers }: WinbackFacts,
  loss: Loss,
  losers: ReadonlySet<string>,
  { period, firstSale, costs, hasEvents }: WinbackContext,
  options: Parameters<typeof scoreWinback>[2],
): WinbackScore {
  const { customerId, card, events } = customer;
  const owner = card?.owner ?? null;
  const best = ledger === null ? null : bestYear(ledger, period.asOf, costs, options.contribution);
  const reasons = churnReasons(card?.churnReason ?? null);
  const complaintClosed =
    events.findLast(({ type, date }) => type === "complaint_closed" && date <= loss.on)?.date ?? null;
  const lastAnswer = answers
    .filter(isScored)
    .reduce<Scored<WinbackFacts["answers"][number]> | null>(
      (latest, answer) => (latest === null || supersedes(answer, latest) ? answer : latest),
      null,
    );
  const start = startOf(card?.since ?? null, customer.sales?.firstPurchase ?? null);
  const applies: Readonly<Record<FactorName, boolean>> = {
    tenure: start !== null && yearsReached(start, loss.on, longTenure),
    complaintClosed: complaintClosed !== null,
    price: reasons.includes("price"),
    service: reasons.includes("service"),
    promoter: lastAnswer !== null && isPromoter(lastAnswer.score),
    detractor: lastAnswer !== null && isDetractor(lastAnswer.score),
    lostLongAgo: loss.on < monthsBefore(period.asOf, longAgoMonths),
  };
  const factors = (Object.keys(applies) as FactorName[])
    .filter((name) => applies[name])
    .map((name) => ({ name, factor: options.winback.factors[name] }));
  const [last, before] = yearsBefore(loss.breakDay);
  const inYear = ({ from, to }: Days): LedgerSum | null => (ledger === null ? null : sumOf(ledger, from, to));
  const ticketsIn = ({ from, to }: Days): number =>
    events.filter(({ type, date }) => type === "ticket" && date > from && date <= to).length;
  return {
    customerId,
    customerName: card?.name ?? null,
    score: best === null ? null : multiplied(best.amount, factors),
    best,
    factors,
    loss,
    lostRevenue: ledger === null || best === null ? null : sumOf(ledger, last.from, last.to).revenue,
    reasons,
    churnReason: card?.churnReason ?? null,
    price: pricesOf(inYear(last), isCovered(firstSale, before.from) ? inYear(before) : null),
    tickets: hasEvents ? { last: ticketsIn(last), before: ticketsIn(before) } : null,
    complaintClosed,
    lastAnswer: lastAnswer === null ? null : { date: lastAnswer.date, score: lastAnswer.score },
    owner,
    ownerLosesMore: owner !== null && losers.has(owner),
    noChase: noChaseOf(customer, ledger, loss, period, costs, options.contribution),
  };
}

/** After `from`, up to `to`. */
interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The year up to the break, the day itself in it, and the year before that. */
function yearsBefore(breakDay: IsoDate): readonly [Days, Days] {
  const [year, two] = [monthsBefore(breakDay, 12), monthsBefore(breakDay, 24)];
  return [
    { from: year, to: breakDay },
    { from: two, to: year },
  ];
}

/** By unit where the last year has quantities; both years alike, or a rise would be one of the measure. */
function pricesOf(last: LedgerSum | null, before: LedgerSum | null): WinbackScore["price"] {
  const per = last !== null && unitPrice(last) !== null ? "unit" : "line";
  const price = per === "unit" ? unitPrice : linePrice;
  return { last: last && price(last), before: before && price(before), per };
}

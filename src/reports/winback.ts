import { exactMoney, formatMoney, type Money, ratio } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { FactorName } from "../scoring/winback/factors.ts";
import type { NoChase } from "../scoring/winback/no-chase.ts";
import type { OwnerLosses } from "../scoring/winback/owners.ts";
import type { Winback, WinbackScore } from "../scoring/winback.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { counted, grouped, percent } from "./figures.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["yes", "good"],
  ["no", "bad"],
]);

/** The evidence is sentences, so it has no place in a table of a terminal's width. */
const columns: readonly ColumnOf<WinbackScore>[] = [
  column("customer_id", "text", true, (s) => s.customerId),
  column("customer_name", "text", true, (s) => s.customerName),
  column("score", "money", true, (s) => s.score),
  column("last_purchase", "date", true, (s) => s.loss.lastPurchase),
  column("lost_revenue", "money", true, (s) => s.lostRevenue),
  column("reason", "text", true, (s) => (s.reasons.length > 0 ? s.reasons.join(", ") : s.churnReason)),
  column("evidence", "text", false, (s) => evidenceOf(s)),
  column("chase", "text", true, (s) => (s.noChase.length === 0 ? "yes" : "no"), tones),
  column("chase_reason", "text", true, (s) => s.noChase.map(({ rule }) => rule).join(", ") || null),
  column("best_year", "money", false, (s) => s.best?.amount ?? null),
  column("best_year_is", "text", false, (s) => s.best?.basis ?? null),
  column("factors", "text", false, (s) => factorWords(s) || null),
  column("lost_on", "date", false, (s) => s.loss.on),
  column("unit_price", "money", false, (s) => s.price.last),
  column("unit_price_before", "money", false, (s) => s.price.before),
  column("price_per", "text", false, (s) => (s.price.last === null && s.price.before === null ? null : s.price.per)),
  column("tickets", "count", false, (s) => s.tickets?.last ?? null),
  column("tickets_before", "count", false, (s) => s.tickets?.before ?? null),
  column("owner", "text", false, (s) => s.owner),
];

/** The report's columns. */
export const winbackColumns: readonly Column[] = plainColumns(columns);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const factorWords = ({ factors }: WinbackScore): string =>
  factors.map(({ name, factor }) => `${snake(name)} ${factor}`).join(", ");

/** `2024-05`, of a month's number. */
const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** What one must know before the call, in sentences that stand alone. */
function evidenceOf(score: WinbackScore): string {
  const { loss, best, tickets, complaintClosed, lastAnswer, owner } = score;
  const { rule, value, threshold } = loss.because;
  const ended =
    rule === "contract_ended" ? `contract ended ${value}` : `no purchase for ${value} days (limit ${threshold})`;
  return [
    ended,
    ...(best === null
      ? []
      : [`best 12 months to ${monthName(best.lastMonth)}: ${best.basis} ${formatMoney(best.amount)}`]),
    ...priceWords(score),
    ...(tickets === null || tickets.last + tickets.before === 0
      ? []
      : [`${counted(tickets.last, "ticket")} in the last year, ${tickets.before} the year before`]),
    ...(complaintClosed === null ? [] : [`complaint closed ${complaintClosed}`]),
    ...(lastAnswer === null ? [] : [`last answer ${lastAnswer.score} on ${lastAnswer.date}`]),
    ...(owner === null
      ? []
      : [`owner ${owner}${score.ownerLosesMore ? ", who loses more customers than the average" : ""}`]),
  ].join("; ");
}

function priceWords({ price: { last, before, per } }: WinbackScore): string[] {
  if (last === null) return [];
  const mean = `mean price per ${per} ${formatMoney(last)} in the last year`;
  if (before === null) return [mean];
  return [`${mean}, ${formatMoney(before)} the year before${changeWords(last, before)}`];
}

const changeWords = (last: Money, before: Money): string => {
  const change = ratio(last - before, before);
  return change === null ? "" : ` (${change < 0 ? "" : "+"}${percent(change)})`;
};

export interface WinbackContent {
  readonly winback: Winback;
  /** The user's own limit of days; `null`: each customer's own gaps, a year at least. */
  readonly lostAfter: number | null;
  readonly factors: Readonly<Record<FactorName, number>>;
  readonly asOf: string;
  readonly currency: string | null;
  /** Whether some line has a quantity. */
  readonly hasQuantities: boolean;
  readonly hasEvents: boolean;
}

/** The report of `winback`: a row a lost customer, the best call first and those to leave alone last. */
export const winbackReport = (content: WinbackContent): Report => ({
  columns: winbackColumns,
  rows: rowsOf(columns, content.winback.rows),
  summaryLines: summaryLines(content),
  summaryTable: ownerTable(content.winback.owners),
  head: { summary: summaryJson(content) },
});

/** What a format of bare rows has no place for. */
export const winbackRemarks = (content: WinbackContent): string[] => [
  `lost: ${lostWords(content)}`,
  ...openWords(content),
];

const worthCall = ({ rows }: Winback): WinbackScore[] => rows.filter(({ noChase }) => noChase.length === 0);

const lostWords = ({ winback: { rows, customers }, lostAfter }: WinbackContent): string => {
  const by = lostAfter === null ? "twice their own gap between orders, a year at least" : `${lostAfter} days`;
  return `${rows.length} of ${counted(customers, "customer")}, without a purchase for ${by}, or by the end of the contract`;
};

const sumRevenue = (rows: readonly WinbackScore[]): Money =>
  rows.reduce((sum, { lostRevenue }) => sum + (lostRevenue ?? 0n), 0n);

const noChaseNames: Readonly<Record<NoChase, string>> = {
  refused: "refused our offers",
  negative_contribution: "cost more than they brought in",
  partial_costs: "cost more than they brought in, by the costs we know",
  net_negative_revenue: "returned more than they bought",
  cost_without_sales: "cost without a sale",
};

const mostNamed = 5;

function summaryLines(content: WinbackContent): SummaryLine[] {
  const { winback, asOf, currency } = content;
  const unit = currency === null ? "" : ` ${currency}`;
  const chased = worthCall(winback);
  return [
    { term: "as of", value: asOf },
    { term: "lost", value: lostWords(content) },
    {
      term: "to call",
      value: `${counted(chased.length, "customer")}, ${grouped(sumRevenue(chased))}${unit} in their last year`,
    },
    ...noChaseLines(winback.rows),
    ...openWords(content).map((value, i) => ({ term: i === 0 ? "not known" : "", value })),
  ];
}

function noChaseLines(rows: readonly WinbackScore[]): SummaryLine[] {
  const lines = (Object.keys(noChaseNames) as NoChase[]).flatMap((reason) => {
    const own = rows.filter(({ noChase }) => noChase.some(({ rule }) => rule === reason));
    if (own.length === 0) return [];
    const names = own.slice(0, mostNamed).map(({ customerId, customerName }) => customerName ?? customerId);
    return [
      `${noChaseNames[reason]}: ${names.join(", ")}${own.length > mostNamed ? ` and ${own.length - mostNamed} more` : ""}`,
    ];
  });
  return lines.map((value, i) => ({ term: i === 0 ? "do not chase" : "", value }));
}

const openWords = ({ hasQuantities, hasEvents }: WinbackContent): string[] => [
  ...(hasQuantities ? [] : ["prices by unit: no sales line has a quantity; mean amounts of a line stand for them"]),
  ...(hasEvents ? [] : ["tickets and complaints: there is no events file"]),
];

/** Only where there is more than one to compare. */
function ownerTable(owners: readonly OwnerLosses[]): string[][] {
  if (owners.length < 2) return [];
  return [
    ["owner", "customers", "lost", "share", "more than average"],
    ...owners.map(({ owner, customers, lost, lostShare, losesMore }) => [
      owner,
      String(customers),
      String(lost),
      percent(lostShare),
      losesMore ? "yes" : "no",
    ]),
  ];
}

function summaryJson(content: WinbackContent): JsonValue {
  const { winback, factors } = content;
  const chased = worthCall(winback);
  return {
    customers: winback.customers,
    lost: winback.rows.length,
    to_call: chased.length,
    lost_revenue: exactMoney(sumRevenue(winback.rows)),
    lost_revenue_to_call: exactMoney(sumRevenue(chased)),
    do_not_chase: winback.rows.flatMap(({ customerId, noChase }) =>
      noChase.length === 0 ? [] : [{ customer_id: customerId, reasons: noChase.map(({ rule }) => rule) }],
    ),
    factors: Object.fromEntries(Object.entries(factors).map(([name, factor]) => [snake(name), factor])),
    owners: winback.owners.map(({ owner, customers, lost, lostShare, losesMore }) => ({
      owner,
      customers,
      lost,
      lost_share: lostShare,
      loses_more: losesMore,
    })),
  };
}

import { exactMoney, type Money, ratio } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import type { FactorName } from "../scoring/winback/factors.ts";
import type { NoChase } from "../scoring/winback/no-chase.ts";
import type { Winback, WinbackScore } from "../scoring/winback.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";

const tones: ReadonlyMap<string, Tone> = new Map([
  ["yes", "good"],
  ["no", "bad"],
]);

/** The evidence is sentences, so it has no place in a table of a terminal's width. */
const columnsIn = (words: WinbackWording | null): readonly ColumnOf<WinbackScore>[] => [
  column("customer_id", "text", true, (s) => s.customerId),
  column("customer_name", "text", true, (s) => s.customerName),
  column("score", "money", true, (s) => s.score),
  column("last_purchase", "date", true, (s) => s.loss.lastPurchase),
  column("lost_revenue", "money", true, (s) => s.lostRevenue),
  column("reason", "text", true, (s) => (s.reasons.length > 0 ? s.reasons.join(", ") : s.churnReason)),
  column("evidence", "text", false, (s) => (words === null ? null : evidenceOf(s, words))),
  column("chase", "text", true, (s) => (s.noChase.length === 0 ? "yes" : "no"), tones),
  column("chase_reason", "text", true, (s) => s.noChase.map(({ rule }) => rule).join(", ") || null),
  column("best_year", "money", false, (s) => s.best?.amount ?? null),
  column("best_year_is", "text", false, (s) => s.best?.basis ?? null),
  column("factors", "text", false, (s) => (words === null ? null : factorWords(s, words) || null)),
  column("lost_on", "date", false, (s) => s.loss.on),
  column("unit_price", "money", false, (s) => s.price.last),
  column("unit_price_before", "money", false, (s) => s.price.before),
  column("price_per", "text", false, (s) => (s.price.last === null && s.price.before === null ? null : s.price.per)),
  column("tickets", "count", false, (s) => s.tickets?.last ?? null),
  column("tickets_before", "count", false, (s) => s.tickets?.before ?? null),
  column("owner", "text", false, (s) => s.owner),
];

/** The report's columns. */
export const winbackColumns: readonly Column[] = plainColumns(columnsIn(null));

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type WinbackWording = Words<"winback">;

const factorWords = ({ factors }: WinbackScore, { winback }: WinbackWording): string =>
  factors.map(({ name, factor }) => winback.factor(snake(name), factor)).join(", ");

/** `2024-05`, of a month's number. */
const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** What one must know before the call, in sentences that stand alone. */
function evidenceOf(score: WinbackScore, words: WinbackWording): string {
  const { loss, best, tickets, complaintClosed, lastAnswer, owner } = score;
  const { rule, value, threshold } = loss.because;
  const { winback } = words;
  return [
    rule === "contract_ended"
      ? winback.contractEnded(String(value))
      : winback.noPurchase(String(value), String(threshold)),
    ...(best === null ? [] : [winback.bestYear(monthName(best.lastMonth), best.basis, best.amount)]),
    ...priceWords(score, words),
    ...(tickets === null || tickets.last + tickets.before === 0 ? [] : [winback.tickets(tickets.last, tickets.before)]),
    ...(complaintClosed === null ? [] : [winback.complaintClosed(complaintClosed)]),
    ...(lastAnswer === null ? [] : [winback.lastAnswer(lastAnswer.score, lastAnswer.date)]),
    ...(owner === null ? [] : [winback.owner(owner, score.ownerLosesMore)]),
  ].join("; ");
}

function priceWords({ price: { last, before, per } }: WinbackScore, { winback }: WinbackWording): string[] {
  if (last === null) return [];
  const mean = winback.meanPrice(per, last);
  return [before === null ? mean : `${mean}, ${winback.priceBefore(before, ratio(last - before, before))}`];
}

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
  readonly words: WinbackWording;
}

/** The report of `winback`: a row a lost customer, the best call first and those to leave alone last. */
export const winbackReport = (content: WinbackContent): Report => ({
  columns: winbackColumns,
  rows: rowsOf(columnsIn(content.words), content.winback.rows),
  summaryLines: summaryLines(content),
  summaryTable: ownerTable(content),
  head: { summary: summaryJson(content) },
});

/** What a format of bare rows has no place for. */
export const winbackRemarks = (content: WinbackContent): string[] => [
  content.words.common.line(content.words.winback.lostTerm, lostWords(content)),
  ...openWords(content),
];

const worthCall = ({ rows }: Winback): WinbackScore[] => rows.filter(({ noChase }) => noChase.length === 0);

const lostWords = ({ winback: { rows, customers }, lostAfter, words: { winback } }: WinbackContent): string =>
  winback.lost(rows.length, customers, lostAfter === null ? winback.ownGap : winback.days(lostAfter));

const sumRevenue = (rows: readonly WinbackScore[]): Money =>
  rows.reduce((sum, { lostRevenue }) => sum + (lostRevenue ?? 0n), 0n);

const mostNamed = 5;

function summaryLines(content: WinbackContent): SummaryLine[] {
  const { winback, asOf, currency } = content;
  const { common, figures, winback: words } = content.words;
  const chased = worthCall(winback);
  return [
    { term: common.asOf, value: figures.date(asOf) },
    { term: words.lostTerm, value: lostWords(content) },
    { term: words.toCallTerm, value: words.toCall(chased.length, sumRevenue(chased), currency) },
    ...noChaseLines(winback.rows, content.words),
    ...openWords(content).map((value, i) => ({ term: i === 0 ? common.notKnownTerm : "", value })),
  ];
}

function noChaseLines(rows: readonly WinbackScore[], { common, winback }: WinbackWording): SummaryLine[] {
  const lines = (Object.keys(winback.noChase) as NoChase[]).flatMap((reason) => {
    const own = rows.filter(({ noChase }) => noChase.some(({ rule }) => rule === reason));
    if (own.length === 0) return [];
    const names = own
      .slice(0, mostNamed)
      .map(({ customerId, customerName }) => customerName ?? customerId)
      .join(", ");
    const told = own.length > mostNamed ? common.andMore(names, own.length - mostNamed) : names;
    return [common.line(winback.noChase[reason], told)];
  });
  return lines.map((value, i) => ({ term: i === 0 ? winback.doNotChase : "", value }));
}

const openWords = ({ hasQuantities, hasEvents, words: { winback } }: WinbackContent): string[] => [
  ...(hasQuantities ? [] : [winback.noQuantities]),
  ...(hasEvents ? [] : [winback.noEvents]),
];

/** Only where there is more than one to compare. */
function ownerTable({ winback: { owners }, words: { common, figures, winback } }: WinbackContent): string[][] {
  if (owners.length < 2) return [];
  const { table } = winback;
  return [
    [table.owner, table.customers, table.lost, table.share, table.losesMore],
    ...owners.map(({ owner, customers, lost, lostShare, losesMore }) => [
      owner,
      figures.count(customers),
      figures.count(lost),
      figures.percent(lostShare),
      losesMore ? common.yes : common.no,
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

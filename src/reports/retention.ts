import { exactMoney, type Money } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { CohortScore } from "../scoring/retention/cohorts.ts";
import type { EarlyChurnScore } from "../scoring/retention/early-churn.ts";
import type { WhatIf } from "../scoring/retention/what-if.ts";
import type { Retention, RetentionOptions, RetentionScore } from "../scoring/retention.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { counted, grouped, percent } from "./figures.ts";
import { cohortHeatMap } from "./retention/heat-map.ts";

/** What the rows are, which is known before anything is read. */
export interface RetentionShape {
  readonly byGroup: boolean;
  readonly cohorts: boolean;
}

const yesNo = (flag: boolean): string => (flag ? "yes" : "no");

/** On a terminal those that fit 80 characters; nobody is reactivated by contract, and W is a thing of contracts. */
function periodColumns({ byGroup }: Pick<RetentionShape, "byGroup">, isContract: boolean): ColumnOf<RetentionScore>[] {
  return [
    column("period", "text", true, (s) => s.period),
    column("start", "count", true, (s) => s.start),
    column("new", "count", !byGroup, (s) => s.new),
    column("reactivated", "count", !byGroup && !isContract, (s) => s.reactivated),
    column("lost", "count", true, (s) => s.lost),
    column("won_and_lost", "count", !byGroup && isContract, (s) => s.wonAndLost),
    column("end", "count", true, (s) => s.end),
    column("retention", "ratio", true, (s) => s.retention),
    column("retention_formula", "ratio", true, (s) => s.retentionFormula),
    column("unfinished", "text", true, (s) => yesNo(s.unfinished)),
    column("revenue_previous", "money", false, (s) => s.revenuePrevious),
    column("revenue_new", "money", false, (s) => s.revenueNew),
    column("revenue_reactivated", "money", false, (s) => s.revenueReactivated),
    column("revenue_expansion", "money", false, (s) => s.revenueExpansion),
    column("revenue_contraction", "money", false, (s) => s.revenueContraction),
    column("revenue_churned", "money", false, (s) => s.revenueChurned),
    column("revenue_current", "money", false, (s) => s.revenueCurrent),
    column("nrr", "ratio", false, (s) => s.nrr),
    column("grr", "ratio", false, (s) => s.grr),
    column("quick_ratio", "number", false, (s) => s.quickRatio),
    column("group", "text", byGroup, (s) => s.group),
    column("arpa", "money", false, (s) => s.arpa),
    column("reason", "text", false, (s) => s.reason),
  ];
}

const cohortColumns = ({ byGroup }: Pick<RetentionShape, "byGroup">): ColumnOf<CohortScore>[] => [
  column("cohort", "text", true, (s) => s.cohort),
  column("period", "text", true, (s) => s.period),
  column("age", "count", true, (s) => s.age),
  column("customers", "count", true, (s) => s.customers),
  column("customer_share", "ratio", true, (s) => s.customerShare),
  column("revenue", "money", false, (s) => s.revenue),
  column("revenue_share", "ratio", true, (s) => s.revenueShare),
  column("unfinished", "text", true, (s) => yesNo(s.unfinished)),
  column("cohort_size", "count", false, (s) => s.size),
  ...(byGroup ? [column<CohortScore>("group", "text", true, (s) => s.group)] : []),
];

/** The report's columns, by name whatever the basis. */
export const retentionColumns = (shape: RetentionShape): Column[] =>
  shape.cohorts ? plainColumns(cohortColumns(shape)) : plainColumns(periodColumns(shape, false));

export interface RetentionContent {
  readonly retention: Retention;
  readonly options: RetentionOptions;
  readonly earlyChurn: EarlyChurnScore;
  /** `null`: nobody asked. */
  readonly whatIf: WhatIf | null;
  readonly shape: RetentionShape;
  readonly asOf: string;
  readonly currency: string | null;
}

/** The report of `retention`: a row a period, or a cohort and period with a heat map of all above; the same of each group. */
export function retentionReport(content: RetentionContent): Report {
  const { retention, options, shape } = content;
  const columns = periodColumns(shape, options.basis === "contract");
  const ofCohorts = cohortColumns(shape);
  return {
    ...(shape.cohorts
      ? {
          columns: plainColumns(ofCohorts),
          rows: rowsOf(ofCohorts, retention.cohorts),
          picture: cohortHeatMap(retention.cohorts.filter(({ group }) => group === null)),
        }
      : { columns: plainColumns(columns), rows: rowsOf(columns, retention.rows) }),
    keepsLast: !shape.byGroup,
    summaryLines: summaryLines(content),
    summaryTable: shape.cohorts ? [] : earlyChurnTable(content.earlyChurn),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const retentionRemarks = (content: RetentionContent): string[] =>
  [
    ...openLines(content),
    { term: earlyTerm, value: earlyWords(content) },
    ...(content.whatIf === null ? [] : [{ term: whatIfTerm(content.whatIf), value: whatIfWords(content).join("; ") }]),
  ].map(({ term, value }) => `${term}: ${value}`);

function summaryLines(content: RetentionContent): SummaryLine[] {
  const { retention, options, asOf, whatIf } = content;
  const latest = latestOf(retention);
  return [
    { term: "as of", value: asOf },
    { term: "basis", value: basisWords(options) },
    ...(latest === null
      ? [{ term: "retention", value: "not known, as no period that is finished had customers at its start" }]
      : [
          ...retentionWords(latest).map((value, i) => ({ term: i === 0 ? "retention" : "", value })),
          ...(latest.revenueCurrent === null ? [] : [{ term: "revenue", value: revenueWords(latest) }]),
        ]),
    ...openLines(content),
    { term: earlyTerm, value: earlyWords(content) },
    ...(whatIf === null
      ? []
      : whatIfWords(content).map((value, i) => ({ term: i === 0 ? whatIfTerm(whatIf) : "", value }))),
  ];
}

/** The last finished period of everybody that had customers at its start. */
const latestOf = ({ rows }: Retention): RetentionScore | null =>
  rows.findLast(({ group, unfinished, retention }) => group === null && !unfinished && retention !== null) ?? null;

function basisWords({ basis, period, activeWindow }: RetentionOptions): string {
  if (basis === "contract") return `contract, by ${period}: active is whose contract runs on the last day`;
  const active =
    activeWindow === undefined
      ? "who bought in the period"
      : `who bought in the ${counted(activeWindow, "month")} up to its end`;
  return `sales, by ${period}: active is ${active}`;
}

function retentionWords({
  period,
  start,
  kept,
  retention,
  retentionFormula,
  reactivated,
  wonAndLost,
}: RetentionScore): string[] {
  const strict = `${period}: ${percent(retention)}, ${kept} of ${counted(start, "customer")} kept`;
  if (retentionFormula === null) return [strict];
  // Where the formula is known, so is who came back. The row may have another reason to tell.
  const more = (reactivated ?? 0) - (wonAndLost ?? 0);
  const leftOut = `, as it leaves out ${wonAndLost} who came and went`;
  const reason = more === 0 ? ", too" : more > 0 ? `, as it counts ${reactivated} who came back` : leftOut;
  return [strict, `by the formula ${percent(retentionFormula)}${reason}`];
}

function revenueWords({ period, nrr, grr, quickRatio, reason }: RetentionScore): string {
  if (reason === "previous_period_cut") return `${period}: not compared, as the sales do not cover the time before it`;
  const quick = quickRatio === null ? "n/a" : quickRatio.toFixed(2);
  return `${period}: net retention ${percent(nrr)}, gross ${percent(grr)}, quick ratio ${quick}`;
}

/** What is left open. */
function openLines({ retention: { rows, withoutStart } }: RetentionContent): SummaryLine[] {
  const all = rows.filter(({ group }) => group === null);
  const unfinished = all.find((row) => row.unfinished);
  const unknown = all.filter((row) => row.new === null);
  const cut = all.filter((row) => row.reason === "previous_period_cut");
  return [
    ...(unfinished === undefined
      ? []
      : [{ term: "unfinished", value: `${unfinished.period}, which the as-of date cuts` }]),
    ...(unknown.length === 0
      ? []
      : [
          {
            term: "not known",
            value: `who is new, up to ${unknown.at(-1)?.period}: it takes 12 months of sales before, or --history-from`,
          },
        ]),
    ...(cut.length === 0
      ? []
      : [
          {
            term: "not compared",
            value: `revenue, ${cut.length === 1 ? "in" : "up to"} ${cut.at(-1)?.period}: the sales cut the time before it (nrr, grr, quick_ratio are empty)`,
          },
        ]),
    ...(withoutStart === 0
      ? []
      : [{ term: "left out", value: `${counted(withoutStart, "customer")} without a start of contract` }]),
  ];
}

const earlyTerm = "early churn";

function earlyWords({ earlyChurn: { total }, options: { earlyChurnDays, basis } }: RetentionContent): string {
  if (total.share === null) return "nobody began long enough ago, at a date that is known, to be judged";
  const since = basis === "contract" ? "the start of the contract" : "the first purchase";
  return `${percent(total.share)}, ${total.lost} of ${counted(total.customers, "customer")} lost within ${counted(earlyChurnDays, "day")} of ${since}`;
}

const mostSalespersons = 10;

/** Only where there is more than one to compare. */
function earlyChurnTable({ bySalesperson }: EarlyChurnScore): string[][] {
  if (bySalesperson.length < 2) return [];
  return [
    ["salesperson", "won", "lost early", "share"],
    ...bySalesperson
      .slice(0, mostSalespersons)
      .map(({ salesperson, customers, lost, share }) => [
        salesperson ?? "(unknown)",
        String(customers),
        String(lost),
        percent(share),
      ]),
  ];
}

const signed = (points: number): string => `${points < 0 ? "" : "+"}${points}`;
const whatIfTerm = ({ points }: WhatIf): string => `what if ${signed(points)}`;

const noWorth: Readonly<Record<string, string>> = {
  no_finished_period: "not known, as no finished period of the last 12 months had customers at its start",
  no_revenue: "not known, as there is no revenue above zero in these periods",
  nobody_left: "nobody was lost, and a lifetime without end has no worth",
  everybody_stays: "then nobody would be lost, and a lifetime without end has no worth",
  nobody_stays: "then fewer than nobody would stay",
};

/** On the own figures alone. */
function whatIfWords({ whatIf, options: { period }, currency }: RetentionContent): string[] {
  const told = whatIf as WhatIf;
  const { worthNow, worthThen, lifetimeNow, lifetimeThen, gain, meanRevenue } = told;
  const change = `retention ${percent(told.retentionNow)} (${told.from} to ${told.to}) would be ${percent(told.retentionThen)}`;
  if (worthNow === null || worthThen === null || gain === null || meanRevenue === null)
    return [...(told.retentionThen === null ? [] : [change]), noWorth[told.reason ?? ""] ?? "", ...largestWords(told)];
  const unit = currency === null ? "" : ` ${currency}`;
  const margin =
    told.margin === null ? "in revenue, as the margin is not known" : `at a margin of ${percent(told.margin)}`;
  return [
    change,
    `a customer would stay ${fixed(lifetimeThen)} ${period}s, not ${fixed(lifetimeNow)}, at ${grouped(meanRevenue)}${unit} a ${period}`,
    `and be worth ${grouped(worthThen)}${unit}, not ${grouped(worthNow)} (${margin})`,
    `${gain < 0n ? "" : "+"}${grouped(gain)}${unit} over the ${counted(told.customers ?? 0, "customer")} at the end of ${told.to}`,
  ];
}

const largestWords = ({ reason, largestPoints }: WhatIf): string[] =>
  (reason === "everybody_stays" || reason === "nobody_stays") && largestPoints !== null
    ? [`the largest step that can be reckoned with is ${signed(largestPoints)}`]
    : [];

const fixed = (value: number | null): string => (value ?? 0).toFixed(2);

const money = (amount: Money | null): string | null => (amount === null ? null : exactMoney(amount));

function summaryJson({ retention, options, earlyChurn, whatIf }: RetentionContent): JsonValue {
  const latest = latestOf(retention);
  return {
    basis: options.basis,
    latest:
      latest === null
        ? null
        : {
            period: latest.period,
            start: latest.start,
            kept: latest.kept,
            retention: latest.retention,
            retention_formula: latest.retentionFormula,
            reason: latest.reason,
            nrr: latest.nrr,
            grr: latest.grr,
            quick_ratio: latest.quickRatio,
          },
    unfinished: retention.rows.find(({ unfinished }) => unfinished)?.period ?? null,
    customers_without_start: retention.withoutStart,
    early_churn: {
      days: options.earlyChurnDays,
      ...earlyChurn.total,
      by_salesperson: earlyChurn.bySalesperson.map((row) => ({ ...row })),
    },
    what_if: whatIf === null ? null : whatIfJson(whatIf),
  };
}

const whatIfJson = (told: WhatIf): JsonValue => ({
  points: told.points,
  from: told.from,
  to: told.to,
  retention: told.retentionNow,
  retention_then: told.retentionThen,
  largest_points: told.largestPoints,
  lifetime: told.lifetimeNow,
  lifetime_then: told.lifetimeThen,
  mean_revenue: money(told.meanRevenue),
  margin: told.margin,
  worth: money(told.worthNow),
  worth_then: money(told.worthThen),
  customers: told.customers,
  gain: money(told.gain),
  reason: told.reason,
});

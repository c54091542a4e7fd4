import { exactMoney, type Money } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { CohortScore } from "../scoring/retention/cohorts.ts";
import type { EarlyChurnScore } from "../scoring/retention/early-churn.ts";
import type { WhatIf } from "../scoring/retention/what-if.ts";
import type { Retention, RetentionOptions, RetentionScore } from "../scoring/retention.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
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
  readonly words: RetentionWording;
}

type RetentionWording = Words<"retention">;

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
          picture: cohortHeatMap(
            retention.cohorts.filter(({ group }) => group === null),
            content.words.retention.heatMap,
          ),
        }
      : { columns: plainColumns(columns), rows: rowsOf(columns, retention.rows) }),
    keepsLast: !shape.byGroup,
    summaryLines: summaryLines(content),
    summaryTable: shape.cohorts ? [] : earlyChurnTable(content),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const retentionRemarks = (content: RetentionContent): string[] => {
  const { common, retention: said } = content.words;
  return [
    ...openLines(content),
    { term: said.terms.earlyChurn, value: earlyWords(content) },
    ...(content.whatIf === null
      ? []
      : [{ term: said.terms.whatIf(content.whatIf.points), value: whatIfWords(content).join("; ") }]),
  ].map(({ term, value }) => common.line(term, value));
};

function summaryLines(content: RetentionContent): SummaryLine[] {
  const { retention, options, asOf, whatIf } = content;
  const { common, figures, retention: said } = content.words;
  const { terms } = said;
  const latest = latestOf(retention);
  return [
    { term: common.asOf, value: figures.date(asOf) },
    { term: terms.basis, value: basisWords(options, content.words) },
    ...(latest === null
      ? [{ term: terms.retention, value: said.nothingFinished }]
      : [
          ...retentionWords(latest, content.words).map((value, i) => ({ term: i === 0 ? terms.retention : "", value })),
          ...(latest.revenueCurrent === null
            ? []
            : [{ term: terms.revenue, value: revenueWords(latest, content.words) }]),
        ]),
    ...openLines(content),
    { term: terms.earlyChurn, value: earlyWords(content) },
    ...(whatIf === null
      ? []
      : whatIfWords(content).map((value, i) => ({ term: i === 0 ? terms.whatIf(whatIf.points) : "", value }))),
  ];
}

/** The last finished period of everybody that had customers at its start. */
const latestOf = ({ rows }: Retention): RetentionScore | null =>
  rows.findLast(({ group, unfinished, retention }) => group === null && !unfinished && retention !== null) ?? null;

const basisWords = (
  { basis, period, activeWindow }: RetentionOptions,
  { retention: said }: RetentionWording,
): string => (basis === "contract" ? said.contract(period) : said.sales(period, activeWindow));

function retentionWords(
  { period, start, kept, retention, retentionFormula, reactivated, wonAndLost }: RetentionScore,
  { retention: said }: RetentionWording,
): string[] {
  const strict = said.strict(period, retention, kept, start);
  if (retentionFormula === null) return [strict];
  // Where the formula is known, so is who came back. The row may have another reason to tell.
  const more = (reactivated ?? 0) - (wonAndLost ?? 0);
  return [strict, said.formula(retentionFormula, more, reactivated, wonAndLost)];
}

const revenueWords = (
  { period, nrr, grr, quickRatio, reason }: RetentionScore,
  { retention: said }: RetentionWording,
): string => (reason === "previous_period_cut" ? said.revenueCut(period) : said.revenue(period, nrr, grr, quickRatio));

/** What is left open. */
function openLines({ retention: { rows, withoutStart }, words: { common, retention: said } }: RetentionContent) {
  const all = rows.filter(({ group }) => group === null);
  const unfinished = all.find((row) => row.unfinished);
  const unknown = all.filter((row) => row.new === null).at(-1);
  const cut = all.filter((row) => row.reason === "previous_period_cut");
  const lastCut = cut.at(-1);
  return [
    ...(unfinished === undefined ? [] : [{ term: said.terms.unfinished, value: said.cutPeriod(unfinished.period) }]),
    ...(unknown === undefined ? [] : [{ term: common.notKnownTerm, value: said.newUnknown(unknown.period) }]),
    ...(lastCut === undefined
      ? []
      : [{ term: said.terms.notCompared, value: said.revenueNotCompared(lastCut.period, cut.length === 1) }]),
    ...(withoutStart === 0 ? [] : [{ term: common.leftOutTerm, value: said.withoutStart(withoutStart) }]),
  ];
}

function earlyWords({ earlyChurn: { total }, options, words: { retention: said } }: RetentionContent): string {
  if (total.share === null) return said.noEarly;
  const { earlyChurnDays, basis } = options;
  return said.early(total.share, total.lost, total.customers, earlyChurnDays, basis === "contract");
}

const mostSalespersons = 10;

/** Only where there is more than one to compare. */
function earlyChurnTable({ earlyChurn: { bySalesperson }, words }: RetentionContent): string[][] {
  if (bySalesperson.length < 2) return [];
  const { figures, retention: said } = words;
  const { salespersons: heads } = said;
  return [
    [heads.salesperson, heads.won, heads.lostEarly, heads.share],
    ...bySalesperson
      .slice(0, mostSalespersons)
      .map(({ salesperson, customers, lost, share }) => [
        salesperson ?? said.unknown,
        figures.count(customers),
        figures.count(lost),
        figures.percent(share),
      ]),
  ];
}

/** On the own figures alone. */
function whatIfWords({
  whatIf,
  options: { period },
  currency,
  words: { retention: said },
}: RetentionContent): string[] {
  const told = whatIf as WhatIf;
  const { worthNow, worthThen, lifetimeNow, lifetimeThen, gain, meanRevenue } = told;
  const change = said.change(told.retentionNow, told.from, told.to, told.retentionThen);
  if (worthNow === null || worthThen === null || gain === null || meanRevenue === null) {
    const { reason, largestPoints } = told;
    const isTooFar = reason === "everybody_stays" || reason === "nobody_stays";
    return [
      ...(told.retentionThen === null ? [] : [change]),
      said.noWorth[reason ?? ""] ?? "",
      ...(isTooFar && largestPoints !== null ? [said.largest(largestPoints)] : []),
    ];
  }
  return [
    change,
    said.stay(lifetimeThen ?? 0, lifetimeNow ?? 0, meanRevenue, currency, period),
    said.worth(worthThen, worthNow, currency, told.margin),
    said.gain(gain, currency, told.customers ?? 0, told.to),
  ];
}

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

import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { EarnedGrowth } from "../scoring/nps/earned-growth.ts";
import type { MeanRevenue } from "../scoring/nps/own-figures.ts";
import type { Survey, SurveyScore, SurveySummary } from "../scoring/nps/survey.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";

/** What the rows tell apart beside the ways of counting. */
export interface NpsShape {
  readonly byPeriod: boolean;
  readonly byGroup: boolean;
}

function columnsOf({ byPeriod, byGroup }: NpsShape): ColumnOf<SurveyScore>[] {
  return [
    column("method", "text", true, (s) => s.method),
    column("period", "text", byPeriod, (s) => s.period),
    column("group", "text", byGroup, (s) => s.group),
    column("answers", "count", true, (s) => s.answers),
    column("promoters", "count", false, (s) => s.promoters),
    column("passives", "count", false, (s) => s.passives),
    column("detractors", "count", false, (s) => s.detractors),
    column("nps", "points", true, (s) => s.nps),
    column("nps_low", "points", true, (s) => s.low),
    column("nps_high", "points", true, (s) => s.high),
    column("response_rate", "ratio", true, (s) => s.responseRate),
    column("revenue_coverage", "ratio", true, (s) => s.revenueCoverage),
    ...(byPeriod ? [column<SurveyScore>("trend", "points", true, (s) => s.trend)] : []),
  ];
}

/** The report's columns; a trend needs periods. */
export const npsColumns = (shape: NpsShape): Column[] => plainColumns(columnsOf(shape));

export interface NpsContent {
  readonly survey: Survey;
  /** `null`: no customers file says how customers came. */
  readonly earned: EarnedGrowth | null;
  readonly shape: NpsShape;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
  readonly hasSales: boolean;
  readonly words: Words<"nps">;
}

/** The report of `nps`: a row a way of counting, group and period; above it the window in a few lines. */
export function npsReport(content: NpsContent): Report {
  const columns = columnsOf(content.shape);
  return {
    columns: npsColumns(content.shape),
    rows: rowsOf(columns, content.survey.rows),
    summaryLines: summaryLines(content),
    summaryTable: [],
    head: { summary: { ...summaryJson(content.survey.summary), earned_growth: earnedJson(content.earned) } },
  };
}

/** What a format of bare rows has no place for: what is not known, and who is silent. */
export function npsRemarks(content: NpsContent): string[] {
  const { summary } = content.survey;
  const { common, nps } = content.words;
  const { terms } = nps;
  return [
    ...(summary.headline.answers === 0 ? [nps.noAnswer] : []),
    ...(summary.invitationsKnown ? [] : [common.line(terms.responseRate, nps.rateUnknown)]),
    ...(summary.headline.revenueCoverage === null ? [common.line(terms.revenueCoverage, coverageWords(content))] : []),
    ...(hasNarrow(content) ? [common.line(terms.intervals, nps.narrow(fewestAnswers))] : []),
    ...(summary.silent.length === 0 ? [] : [common.line(terms.silentCustomers, silentWords(content))]),
  ];
}

/** Fewer answers say nothing of how far others would spread. */
const fewestAnswers = 5;

const isNarrow = ({ answers, promoters, passives, detractors, low }: SurveyScore): boolean =>
  low !== null && (answers < fewestAnswers || [promoters, passives, detractors].includes(answers));

const hasNarrow = ({ survey: { rows, summary } }: NpsContent): boolean => [summary.headline, ...rows].some(isNarrow);

/** Of silent customers, those that are named outside json. */
const named = 5;

function summaryLines(content: NpsContent): SummaryLine[] {
  const { asOf, months, windowFrom, survey, hasSales } = content;
  const { common, nps } = content.words;
  const { terms } = nps;
  const { summary } = survey;
  const { answers, promoters, passives, detractors } = summary.headline;
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    { term: terms.nps, value: headlineWords(content) },
    ...(hasNarrow(content) ? [{ term: terms.intervals, value: nps.narrow(fewestAnswers) }] : []),
    { term: terms.answers, value: nps.answers(answers, promoters ?? 0, passives ?? 0, detractors ?? 0) },
    { term: "", value: nps.answerers(summary.respondents, summary.accounts, summary.unassigned) },
    { term: terms.responseRate, value: rateWords(content) },
    { term: terms.revenueCoverage, value: coverageWords(content) },
    ...(summary.classA === 0 ? [] : [{ term: terms.silentA, value: silentWords(content) }]),
    ...(hasSales ? ownFigureLines(content) : []),
    ...earnedLines(content),
  ];
}

function headlineWords({ survey, words }: NpsContent): string {
  const { nps, low, high } = survey.summary.headline;
  if (nps === null || low === null || high === null) return words.nps.nobodyAnswered;
  return words.nps.headline(nps, low, high);
}

function rateWords({ survey: { summary }, words: { nps } }: NpsContent): string {
  const { answers, responseRate } = summary.headline;
  if (!summary.invitationsKnown) return nps.rateUnknown;
  if (responseRate === null) return nps.nobodyAsked;
  return nps.rate(responseRate, answers, answers + summary.unanswered);
}

function coverageWords({ survey, hasSales, words: { nps } }: NpsContent): string {
  const { revenueCoverage } = survey.summary.headline;
  if (revenueCoverage !== null) return nps.coverage(revenueCoverage);
  return hasSales ? nps.coverageNoRevenue : nps.coverageNoSales;
}

function silentWords({ survey, words: { common, nps } }: NpsContent): string {
  const { silent, classA } = survey.summary;
  if (silent.length === 0) return nps.noneOf(classA);
  const names = silent
    .slice(0, named)
    .map(({ customerId, customerName }) => customerName ?? customerId)
    .join(", ");
  return nps.silent(
    silent.length,
    classA,
    silent.length > named ? common.commaMore(names, silent.length - named) : names,
  );
}

function ownFigureLines({ survey, currency, words: { nps } }: NpsContent): SummaryLine[] {
  const { satisfied, dissatisfied, newcomers, existing } = survey.summary.ownFigures;
  const meanWords = ({ customers, mean }: MeanRevenue): string =>
    mean === null ? nps.nobody : nps.mean(mean, currency, customers);
  return [
    { term: nps.terms.meanRevenue, value: nps.byNps(meanWords(satisfied), meanWords(dissatisfied)) },
    {
      term: "",
      value:
        newcomers === null || existing === null ? nps.newUnknown : nps.byAge(meanWords(existing), meanWords(newcomers)),
    },
  ];
}

function summaryJson(summary: SurveySummary): Readonly<Record<string, JsonValue>> {
  const { headline, ownFigures } = summary;
  const meanJson = (figure: MeanRevenue | null): JsonValue =>
    figure === null
      ? null
      : { customers: figure.customers, mean_revenue: figure.mean === null ? null : exactMoney(figure.mean) };
  return {
    nps: headline.nps,
    nps_low: headline.low,
    nps_high: headline.high,
    answers: headline.answers,
    promoters: headline.promoters,
    passives: headline.passives,
    detractors: headline.detractors,
    respondents: summary.respondents,
    accounts: summary.accounts,
    answers_without_customer: summary.unassigned,
    unanswered: summary.unanswered,
    response_rate: headline.responseRate,
    response_rate_reason: summary.invitationsKnown ? null : "no_unanswered_invitations",
    revenue_coverage: headline.revenueCoverage,
    class_a: summary.classA,
    silent_a: summary.silent.map(({ customerId, customerName, revenue }) => ({
      customer_id: customerId,
      customer_name: customerName,
      revenue: exactMoney(revenue),
    })),
    own_figures: {
      nps_above_zero: meanJson(ownFigures.satisfied),
      nps_below_zero: meanJson(ownFigures.dissatisfied),
      existing_customers: meanJson(ownFigures.existing),
      new_customers: meanJson(ownFigures.newcomers),
    },
  };
}

function earnedLines({ earned, currency, words: { nps } }: NpsContent): SummaryLine[] {
  if (earned === null) return [];
  const { rate, existing, referred, prior, unknownNew, reason } = earned;
  const value =
    reason === null ? nps.earned(rate, existing, referred, prior, currency, unknownNew) : nps.earnedReasons[reason];
  return [{ term: nps.terms.earnedGrowth, value }];
}

const earnedJson = (earned: EarnedGrowth | null): JsonValue =>
  earned === null
    ? null
    : {
        rate: earned.rate,
        reason: earned.reason,
        prior: exactMoney(earned.prior),
        existing: exactMoney(earned.existing),
        referred: exactMoney(earned.referred),
        other_new: exactMoney(earned.otherNew),
        unknown_new: exactMoney(earned.unknownNew),
        returned: exactMoney(earned.returned),
      };

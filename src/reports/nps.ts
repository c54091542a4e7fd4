import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { EarnedGrowth } from "../scoring/nps/earned-growth.ts";
import type { MeanRevenue } from "../scoring/nps/own-figures.ts";
import type { Survey, SurveyScore, SurveySummary } from "../scoring/nps/survey.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { asOfText, counted, grouped, percent, points } from "./figures.ts";

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
  return [
    ...(summary.headline.answers === 0 ? ["no answer in the window"] : []),
    ...(summary.invitationsKnown ? [] : [`response rate: ${rateUnknown}`]),
    ...(summary.headline.revenueCoverage === null ? [`revenue coverage: ${coverageWords(content)}`] : []),
    ...(hasNarrow(content) ? [`intervals: ${narrowWords}`] : []),
    ...(summary.silent.length === 0 ? [] : [`silent A customers: ${silentWords(summary)}`]),
  ];
}

/** Fewer answers say nothing of how far others would spread. */
const fewestAnswers = 5;

const narrowWords = `from fewer than ${fewestAnswers} answers, or from one kind of answer (no width), they are no certainty`;

const isNarrow = ({ answers, promoters, passives, detractors, low }: SurveyScore): boolean =>
  low !== null && (answers < fewestAnswers || [promoters, passives, detractors].includes(answers));

const hasNarrow = ({ survey: { rows, summary } }: NpsContent): boolean => [summary.headline, ...rows].some(isNarrow);

const rateUnknown = "not known, as the files hold no invitation without an answer";

/** Of silent customers, those that are named outside json. */
const named = 5;

function summaryLines(content: NpsContent): SummaryLine[] {
  const { asOf, months, windowFrom, survey, hasSales } = content;
  const { summary } = survey;
  return [
    { term: "as of", value: asOfText(asOf, months, windowFrom) },
    { term: "NPS", value: headlineWords(summary) },
    ...(hasNarrow(content) ? [{ term: "intervals", value: narrowWords }] : []),
    { term: "answers", value: answerWords(summary) },
    { term: "", value: answererWords(summary) },
    { term: "response rate", value: rateWords(summary) },
    { term: "revenue coverage", value: coverageWords(content) },
    ...(summary.classA === 0 ? [] : [{ term: "silent A", value: silentWords(summary) }]),
    ...(hasSales ? ownFigureLines(content) : []),
    ...earnedLines(content),
  ];
}

function headlineWords({ headline: { nps, low, high } }: SurveySummary): string {
  if (nps === null || low === null || high === null) return "nobody answered in the window";
  return `${points(nps)}, 95 % interval ${points(low)} to ${points(high)}`;
}

const answerWords = ({ headline: { answers, promoters, passives, detractors } }: SurveySummary): string =>
  `${answers}: ${counted(promoters ?? 0, "promoter")}, ${counted(passives ?? 0, "passive")}, ${counted(detractors ?? 0, "detractor")}`;

const answererWords = ({ respondents, accounts, unassigned }: SurveySummary): string =>
  `by ${counted(respondents, "respondent")} of ${counted(accounts, "account")}${unassigned === 0 ? "" : `, ${unassigned} without a customer`}`;

function rateWords({ headline: { answers, responseRate }, unanswered, invitationsKnown }: SurveySummary): string {
  if (!invitationsKnown) return rateUnknown;
  if (responseRate === null) return "nobody was asked in the window";
  return `${percent(responseRate)}, ${answers} of ${answers + unanswered} invitations`;
}

function coverageWords({ survey, hasSales }: NpsContent): string {
  const { revenueCoverage } = survey.summary.headline;
  if (revenueCoverage !== null) return `${percent(revenueCoverage)} of the revenue is from customers who answered`;
  return hasSales ? "not known, as the revenue in the window is not above zero" : "not known without sales lines";
}

function silentWords({ silent, classA }: SurveySummary): string {
  if (silent.length === 0) return `none of ${classA}`;
  const names = silent.slice(0, named).map(({ customerId, customerName }) => customerName ?? customerId);
  const more = silent.length > named ? `, ${silent.length - named} more` : "";
  return `${silent.length} of ${classA}: ${names.join(", ")}${more}`;
}

function ownFigureLines({ survey, currency }: NpsContent): SummaryLine[] {
  const { satisfied, dissatisfied, newcomers, existing } = survey.summary.ownFigures;
  const unit = currency === null ? "" : ` ${currency}`;
  const words = ({ customers, mean }: MeanRevenue): string =>
    mean === null ? "nobody" : `${grouped(mean)}${unit} (${customers})`;
  return [
    { term: "mean revenue", value: `NPS above 0: ${words(satisfied)}, below 0: ${words(dissatisfied)}` },
    {
      term: "",
      value:
        newcomers === null || existing === null
          ? "existing and new: not known, as sales do not begin 12 months before the window"
          : `existing: ${words(existing)}, new: ${words(newcomers)}`,
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

const earnedReasons: Readonly<Record<NonNullable<EarnedGrowth["reason"]>, string>> = {
  prior_window_not_covered: "not known, as the sales do not reach back over the prior window",
  new_customers_not_known: "not known, as sales do not begin 12 months before the window",
  prior_revenue_not_positive: "not known, as the prior revenue is not above zero",
};

function earnedLines({ earned, currency }: NpsContent): SummaryLine[] {
  if (earned === null) return [];
  if (earned.reason !== null) return [{ term: "earned growth", value: earnedReasons[earned.reason] }];
  const unit = currency === null ? "" : ` ${currency}`;
  const open =
    earned.unknownNew > 0n ? `, of ${grouped(earned.unknownNew)} from new customers nobody says how they came` : "";
  return [
    {
      term: "earned growth",
      value: `${percent(earned.rate)}: ${grouped(earned.existing)} from those who bought before and ${grouped(earned.referred)} by referral, against ${grouped(earned.prior)}${unit}${open}`,
    },
  ];
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

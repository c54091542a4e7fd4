import { exactMoney } from "../base/money.ts";
import type { Column, JsonValue, Report, SummaryLine } from "../output/report.ts";
import type { Measure, Measured } from "../scoring/concentration/measures.ts";
import type { ConcentrationScore } from "../scoring/concentration.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, column, plainColumns, rowsOf } from "./columns.ts";
import { lorenzPicture } from "./concentration/lorenz.ts";

const columns: readonly ColumnOf<Measured>[] = [
  column("measure", "text", true, ({ measure }) => measure),
  column("customers", "count", true, ({ score }) => score.customers),
  column("top20_share", "ratio", true, ({ score }) => score.top20Share),
  column("share80_customers", "ratio", true, ({ score }) => score.share80Customers),
  column("top1_share", "ratio", true, ({ score }) => score.top1Share),
  column("top10_share", "ratio", true, ({ score }) => score.top10Share),
  column("hhi", "number", false, ({ score }) => score.hhi),
  column("gini", "number", false, ({ score }) => score.gini),
  column("top1_customer", "text", false, ({ score }) => score.top),
];

/** The columns of `concentration`, in their order. */
export const concentrationColumns: readonly Column[] = plainColumns(columns);

export interface ConcentrationContent {
  readonly measured: readonly Measured[];
  readonly nameOf: (customerId: string) => string | null;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
  readonly costsEvaluated: boolean;
  /** Of how many of the active customers the cost of goods is known. */
  readonly costOfGoodsKnown: number;
  readonly active: number;
  readonly hasEvents: boolean;
  /** Complaints in the window of ids that no other file knows. */
  readonly complaintsElsewhere: number;
  readonly words: Words<"concentration">;
}

/** The report of `concentration`: a row a measure; on a terminal the curve of the revenue above it. */
export function concentrationReport(content: ConcentrationContent): Report {
  const { measured } = content;
  const [revenue] = measured;
  return {
    columns: concentrationColumns,
    rows: rowsOf(columns, measured),
    summaryLines: summaryLines(content),
    summaryTable: [],
    ...(revenue === undefined || revenue.score.lorenz.length === 0
      ? {}
      : { picture: lorenzPicture(content.words.concentration, revenue.score.lorenz) }),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const concentrationRemarks = (content: ConcentrationContent): string[] =>
  openLines(content).map(({ term, value }) => content.words.common.line(term, value));

function summaryLines(content: ConcentrationContent): SummaryLine[] {
  const { asOf, months, windowFrom, measured } = content;
  const { common, concentration } = content.words;
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    ...measured.flatMap(({ measure, score }) =>
      wordsOf(measure, score, content).map((value, i) => ({
        term: i === 0 ? concentration.measure(measure) : "",
        value,
      })),
    ),
    ...openLines(content),
  ];
}

function wordsOf(measure: Measure, score: ConcentrationScore, content: ConcentrationContent): string[] {
  const { currency, nameOf } = content;
  const { common, figures, concentration } = content.words;
  const total = measure === "complaints" ? figures.count(Number(score.total)) : common.money(score.total, currency);
  if (score.top20Share === null || score.top === null) return [concentration.noShares(total, score.customers)];
  const top = nameOf(score.top) ?? score.top;
  return [
    concentration.shares(total, score.top20Share, score.customers, score.share80Customers),
    concentration.most(top, score.top1Share, score.hhi ?? 0, score.gini ?? 0),
  ];
}

const openLines = ({
  costsEvaluated,
  costOfGoodsKnown,
  active,
  hasEvents,
  complaintsElsewhere,
  words: { common, concentration },
}: ConcentrationContent): SummaryLine[] => [
  ...(costsEvaluated && costOfGoodsKnown < active
    ? [{ term: common.beware, value: concentration.costsPartlyKnown(costOfGoodsKnown, active) }]
    : []),
  ...(costsEvaluated ? [] : [{ term: common.notEvaluatedTerm, value: concentration.noCosts }]),
  ...(hasEvents ? [] : [{ term: common.notEvaluatedTerm, value: concentration.noEvents }]),
  ...(complaintsElsewhere === 0
    ? []
    : [{ term: common.leftOutTerm, value: concentration.elsewhere(complaintsElsewhere) }]),
];

function summaryJson({ measured, nameOf, complaintsElsewhere, ...content }: ConcentrationContent): JsonValue {
  return {
    measures: measured.map(({ measure, score }) => ({
      measure,
      customers: score.customers,
      total: measure === "complaints" ? Number(score.total) : exactMoney(score.total),
      top_customer: score.top === null ? null : { customer_id: score.top, customer_name: nameOf(score.top) },
      lorenz: score.lorenz.map(({ customers, share }) => [customers, share]),
    })),
    complaints_of_unknown_customers: complaintsElsewhere,
    not_evaluated: [
      ...(content.costsEvaluated ? [] : [{ what: "contribution", reason: "no_cost_information" }]),
      ...(content.hasEvents ? [] : [{ what: "complaints", reason: "no_events" }]),
    ],
  };
}

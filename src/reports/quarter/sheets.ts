import type { Column, Report, SummaryLine } from "../../output/report.ts";
import type { Sheet } from "../../output/xlsx/workbook.ts";
import type { QuarterContent } from "./content.ts";
import { definitions } from "./definitions.ts";
import { changeSentences, taskSentences } from "./headline.ts";
import { noticeRows } from "./notices.ts";

/** The report of a period as the sheets of a workbook. */
export function quarterSheets(content: QuarterContent): Sheet[] {
  const { reports } = content;
  return [
    { name: "Summary", ...words(summaryOf(content)) },
    sheet("Matrix", reports.matrix),
    sheet("Customers", reports.customers),
    sheet("Plan", reports.plan),
    sheet("Retention", reports.retention),
    sheet("Cohorts", reports.cohorts),
    ...(reports.nps === null ? [] : [sheet("NPS", reports.nps)]),
    sheet("Triggers", reports.triggers),
    { name: "Data quality", ...noticeRows(content.notices) },
    { name: "Definitions", ...words(definitions) },
  ];
}

const sheet = (name: string, { columns, rows }: Report): Sheet => ({ name, columns, rows });

const wordColumns: readonly Column[] = ["term", "value"].map((name) => ({ name, kind: "text", onTerminal: true }));

const words = (lines: readonly SummaryLine[]) => ({
  columns: wordColumns,
  rows: lines.map(({ term, value }) => [term, value]),
});

const summaryOf = (content: QuarterContent): SummaryLine[] => [
  { term: "period", value: content.period },
  { term: "as of", value: `${content.asOf}, window of ${content.months} months after ${content.windowFrom}` },
  ...changeSentences(content).map((value, i) => ({ term: i === 0 ? "what changed" : "", value })),
  ...taskSentences(content).map((value, i) => ({ term: i === 0 ? "what to do" : "", value })),
  ...content.remarks.map((value, i) => ({ term: i === 0 ? "remarks" : "", value })),
  ...content.leftOut.map(({ score, reason }) => ({ term: "not in this report", value: `${score}: ${reason}` })),
];

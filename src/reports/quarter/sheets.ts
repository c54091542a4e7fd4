import type { Column, Report, SummaryLine } from "../../output/report.ts";
import type { Sheet } from "../../output/xlsx/workbook.ts";
import { headingsAsNames, spokenRows } from "../../wording/spoken.ts";
import type { QuarterContent } from "./content.ts";
import { bewareOf, changeSentences, taskSentences, unfinishedWords } from "./headline.ts";
import { noticeRows } from "./notices.ts";

/** The report of a period as the sheets of a workbook. */
export function quarterSheets(content: QuarterContent): Sheet[] {
  const { reports, words } = content;
  const { sheets, definitions } = words.quarter;
  const sheet = (name: string, table: Pick<Report, "columns" | "rows">): Sheet => {
    const { columns, rows } = spokenRows(table, words);
    return { name, columns: headingsAsNames(columns), rows };
  };
  return [
    sheet(sheets.summary, asTable(summaryOf(content))),
    sheet(sheets.matrix, reports.matrix),
    sheet(sheets.customers, reports.customers),
    sheet(sheets.plan, reports.plan),
    sheet(sheets.retention, reports.retention),
    sheet(sheets.cohorts, reports.cohorts),
    ...(reports.nps === null ? [] : [sheet(sheets.nps, reports.nps)]),
    sheet(sheets.triggers, reports.triggers),
    sheet(sheets.quality, noticeRows(content.notices)),
    sheet(sheets.definitions, asTable(definitions)),
  ];
}

const wordColumns: readonly Column[] = ["term", "value"].map((name) => ({ name, kind: "text", onTerminal: true }));

const asTable = (lines: readonly SummaryLine[]) => ({
  columns: wordColumns,
  rows: lines.map(({ term, value }) => [term, value]),
});

function summaryOf(content: QuarterContent): SummaryLine[] {
  const { common, figures, quarter } = content.words;
  return [
    { term: quarter.period, value: figures.period(content.period) },
    ...(content.unfinished ? [{ term: quarter.unfinished, value: unfinishedWords(content) }] : []),
    { term: common.asOf, value: common.asOfText(content.asOf, content.months, content.windowFrom) },
    ...bewareOf(content),
    ...changeSentences(content).map((value, i) => ({ term: i === 0 ? quarter.changedTerm : "", value })),
    ...taskSentences(content).map((value, i) => ({ term: i === 0 ? quarter.toDoTerm : "", value })),
    ...content.remarks.map((value, i) => ({ term: i === 0 ? quarter.remarks : "", value })),
    ...content.leftOut.map(({ score, reason }) => ({
      term: quarter.notInReportTerm,
      value: quarter.leftOutLine(quarter.score(score), quarter.leftOut(reason)),
    })),
  ];
}

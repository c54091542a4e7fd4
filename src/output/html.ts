import type { FormatOptions } from "./format.ts";
import { writePage } from "./html/document.ts";
import type { Block, Page } from "./html/page.ts";
import type { JsonValue, Report } from "./report.ts";
import type { PageWords } from "./words.ts";

/** A page of its own with the summary and all rows, to be sorted, filtered and searched. It needs no network. */
export const writeHtml = (report: Report, { words }: FormatOptions): Promise<string> =>
  writePage(pageOf(report, words.page), words);

/** Columns of few words that are worth a list to choose from; the page leaves out those with one value or too many. */
const filterColumns = [
  "cell",
  "class",
  "potential",
  "status",
  "quadrant",
  "kind",
  "rule",
  "owner",
  "stage",
  "move",
  "severity",
  "group",
];

function pageOf({ columns, rows, summaryLines, summaryTable, head }: Report, words: PageWords): Page {
  const command = textOf(head.command) ?? "result";
  const table: Block[] =
    summaryTable.length === 0 ? [] : [{ kind: "table", caption: words.summary, rows: summaryTable }];
  return {
    title: words.title(command),
    facts: summaryLines,
    sections: [
      {
        id: "result",
        title: words.result,
        blocks: [
          ...table,
          {
            kind: "rows",
            id: "rows",
            caption: command,
            columns,
            rows,
            filters: filterColumns.filter((name) => columns.some((column) => column.name === name)),
          },
        ],
      },
    ],
    footer: [],
  };
}

const textOf = (value: JsonValue | undefined): string | null => (typeof value === "string" ? value : null);

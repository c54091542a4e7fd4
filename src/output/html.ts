import type { FormatOptions } from "./format.ts";
import { writePage } from "./html/document.ts";
import type { Block, Page } from "./html/page.ts";
import type { Column, JsonValue, Report } from "./report.ts";
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

/** Reasons: sentences that a terminal has no room for either. */
const belowColumns: ReadonlySet<string> = new Set([
  ...["evidence", "next_product", "next_product_reason", "class_reason", "potential_reason", "cause_inputs"],
]);

const isBelow = ({ name, onTerminal, isOwn }: Column): boolean =>
  belowColumns.has(name) && !onTerminal && isOwn !== true;

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
            below: columns.filter(isBelow).map(({ name }) => name),
          },
        ],
      },
    ],
    footer: [],
  };
}

const textOf = (value: JsonValue | undefined): string | null => (typeof value === "string" ? value : null);

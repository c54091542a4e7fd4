import type { Column, JsonValue, Report } from "../output/report.ts";
import type { ExplainContext, ExplainRow } from "./explain/row.ts";
import { sections } from "./explain/sections.ts";

const column = (name: string, onTerminal: boolean): Column => ({ name, kind: "text", onTerminal });

/** The columns of `explain`, in their order. */
export const explainColumns: readonly Column[] = [
  column("item", true),
  column("value", true),
  column("rule", true),
  column("evidence", true),
  column("section", false),
  column("code", false),
  column("threshold", false),
];

const cells = (section: string, { item, value, rule, evidence, code, threshold }: ExplainRow) => [
  item,
  value,
  rule,
  evidence,
  section,
  code,
  threshold,
];

/** The report of `explain`: a row a number of one customer, in sections. */
export function explainReport(context: ExplainContext): Report {
  const { explanation, window, months, currency, words } = context;
  const { score, summary } = explanation;
  return {
    columns: explainColumns,
    rows: sections.flatMap(({ name, rows }) => rows(context).map((row) => cells(name, row))),
    rowsAs: { entries: "section" },
    summaryLines: [
      { term: words.common.asOf, value: words.common.asOfText(window.to, months, window.from) },
      ...(currency === null ? [] : [{ term: words.explain.currency, value: currency }]),
      ...summary.notEvaluated.map((missing) => ({
        term: words.common.notEvaluatedTerm,
        value: words.common.notEvaluated(missing),
      })),
    ],
    summaryTable: [],
    head: { summary: summaryOf(score) },
  };
}

const summaryOf = (score: ExplainContext["explanation"]["score"]): JsonValue => ({
  customer_id: score.customerId,
  customer_name: score.customerName,
  cell: score.cell,
  status: score.status,
});

// The analysis as tables, for `query`: those that no other report has.
import { compareCodePoints } from "../base/statistics.ts";
import type { Answer } from "../facts/answers.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { CustomerMonths } from "../facts/months.ts";
import type { Cell, Column, ColumnKind, Report, Row } from "../output/report.ts";

const columnsOf = (kinds: Readonly<Record<string, ColumnKind>>): readonly Column[] =>
  Object.entries(kinds).map(([name, kind]) => ({ name, kind, onTerminal: true }));

export const monthColumns = columnsOf({ customer_id: "text", month: "date", revenue: "money", purchases: "count" });

export const answerColumns = columnsOf({
  customer_id: "text",
  date: "date",
  score: "count",
  respondent: "text",
  department: "text",
  region: "text",
});

/** `limit` is a word of SQL, so the column has another name here. */
export const eventColumns = columnsOf({
  customer_id: "text",
  date: "date",
  type: "text",
  value: "number",
  usage_limit: "number",
  person: "text",
  department: "text",
  region: "text",
  note: "text",
});

/** Customers by id, months in order. */
export const monthRows = (months: ReadonlyMap<string, CustomerMonths>): Row[] =>
  [...months.keys()].sort(compareCodePoints).flatMap((customerId) => {
    const own = months.get(customerId) as CustomerMonths;
    return own.months.map((month, i) => [customerId, firstOf(month), own.revenue[i] ?? null, own.purchases[i] ?? null]);
  });

/** The first day of a month that is year × 12 + month − 1. */
const firstOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** By customer, then date, then everything else, so that the order of the export's rows does not show. */
export const answerRows = (answers: readonly Omit<Answer, "role" | "seniority">[]): Row[] =>
  answers.map((a): Row => [a.customerId, a.date, a.score, a.respondent, a.department, a.region]).sort(compareRows);

/** Likewise. */
export const eventRows = (customers: readonly Pick<CustomerFacts, "customerId" | "events">[]): Row[] =>
  customers
    .flatMap(({ events }) => events)
    .map((e): Row => [e.customerId, e.date, e.type, e.value, e.limit, e.person, e.department, e.region, e.note])
    .sort(compareRows);

/** What is not known last. */
function compareRows(a: Row, b: Row): number {
  for (const [i, x] of a.entries()) {
    const order = compareCells(x, b[i] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === "number" && typeof b === "number" ? a - b : compareCodePoints(String(a), String(b));
}

const schemaColumns: readonly Column[] = columnsOf({ table: "text", column: "text", type: "text" });

/** A table that a query may ask. */
export interface TableWords {
  readonly name: string;
  /** What a row is. */
  readonly about: string;
  readonly columns: readonly Column[];
}

/** What `query --schema` says; `typeOf` is the engine's word for a kind of value. */
export const schemaReport = (tables: readonly TableWords[], typeOf: (kind: ColumnKind) => string): Report => ({
  columns: schemaColumns,
  rows: tables.flatMap(({ name, columns }) => columns.map((column) => [name, column.name, typeOf(column.kind)])),
  summaryLines: tables.map(({ name, about }) => ({ term: name, value: about })),
  summaryTable: [],
  head: { command: "query", summary: { tables: tables.map(({ name, about }) => ({ name, about })) } },
});

/** What a query answers: its columns as the engine gave them. */
export const queryReport = (
  answer: Pick<Report, "rows"> & { readonly columns: readonly Pick<Column, "name" | "kind">[] },
): Report => ({
  // Named by whoever asked.
  columns: answer.columns.map(({ name, kind }) => ({ name, kind, onTerminal: true, isOwn: true })),
  rows: answer.rows,
  summaryLines: [],
  summaryTable: [],
  head: { summary: { rows: answer.rows.length } },
});

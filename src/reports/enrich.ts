import type { Cell, Column, Report } from "../output/report.ts";

/** A customers file as it stands: its header and a record a customer, in its own order. */
export interface OwnColumns {
  readonly headers: readonly string[];
  /** Position of the customer's id among the headers. */
  readonly idIndex: number;
  readonly rows: readonly { readonly customerId: string; readonly fields: readonly string[] }[];
}

/**
 * A report a customer a row, with the customers file's own columns first, values unchanged, in the file's order; customers that
 * the file does not list follow in the report's order, their own columns empty but for the id. A column of ours whose name the
 * file has already is called `portfolio_NAME`; our id and name give way to the file's.
 */
export function enrichReport(report: Report, own: OwnColumns | null): Report {
  if (own === null) return report;
  const taken = new Set(own.headers.map((header) => header.trim()));
  const kept = report.columns.flatMap((column, index) => (column.name === "customer_id" ? [] : [{ column, index }]));
  const ours: Column[] = kept.map(({ column }) => ({
    ...column,
    name: taken.has(column.name) ? `portfolio_${column.name}` : column.name,
  }));
  const idOf = report.columns.findIndex(({ name }) => name === "customer_id");
  const scored = new Map(report.rows.map((row) => [row[idOf] as string, row]));
  const listed = new Set(own.rows.map(({ customerId }) => customerId));
  const scoresOf = (row: readonly Cell[] | undefined): Cell[] => kept.map(({ index }) => row?.[index] ?? null);
  return {
    ...report,
    columns: [
      ...uniqueNames(own.headers).map((name): Column => ({ name, kind: "text", onTerminal: true, isOwn: true })),
      ...ours,
    ],
    rows: [
      ...own.rows.map(({ customerId, fields }) => [
        ...own.headers.map((_, i) => fields[i] ?? ""),
        ...scoresOf(scored.get(customerId)),
      ]),
      ...report.rows
        .filter((row) => !listed.has(row[idOf] as string))
        .map((row) => [
          ...own.headers.map((_, i) => (i === own.idIndex ? (row[idOf] ?? null) : null)),
          ...scoresOf(row),
        ]),
    ],
  };
}

/** A header that stands twice, or is blank, gets its position: two columns of one name are one too few. */
function uniqueNames(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, i) => {
    const name = header === "" || seen.has(header) ? `${header}#${i + 1}` : header;
    seen.add(name);
    return name;
  });
}

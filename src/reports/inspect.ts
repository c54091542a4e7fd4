import type { InspectedColumn, InspectedLine, InspectedTable, Inspection, Places } from "../facts/inspection.ts";
import type { Column, JsonValue, Report, Row } from "../output/report.ts";

/** The columns of `inspect`. */
export const inspectColumns: readonly Column[] = ["item", "value", "evidence"].map((name) => ({
  name,
  kind: "text",
  onTerminal: true,
}));

/** The report of `inspect`: how a file is read and why, a row an item; the last rows are the file's first. */
export function inspectReport(inspection: Inspection): Report {
  return {
    columns: inspectColumns,
    rows: rowsOf(inspection),
    summaryLines: [],
    summaryTable: [],
    head: headOf(inspection),
  };
}

/** What an option settled is worded, so that no cell begins like a formula. */
const row = (item: string, value: string, evidence = ""): Row => [
  item,
  value,
  evidence.startsWith("--") ? `said with ${evidence}` : evidence,
];

const textRows = (file: Inspection): Row[] => [
  row("compression", file.compression ?? "none"),
  row("encoding", file.encoding.name, file.encoding.evidence),
  row("delimiter", delimiterName(file.delimiter.text), file.delimiter.evidence),
  row("quote", file.quote.quote === "" ? "none" : file.quote.quote, file.quote.evidence),
  row("escape", file.quote.escape, file.quote.escape === "\\" ? "a backslash" : "the quote, written twice"),
  lineEndRow(file.lineEnds),
];

function tableRow(table: InspectedTable): Row {
  if (table.kind === "parquet") return row("table", "Parquet", "a line stands for a row, line 1 for the names");
  const others = table.otherSheets.length === 0 ? "" : `; not read: ${table.otherSheets.join(", ")}`;
  return row("table", `workbook, sheet ${table.sheet}`, `a line is a row of the sheet${others}`);
}

function rowsOf(file: Inspection): Row[] {
  return [
    row("file", file.file),
    row("size", `${file.bytes} bytes`),
    ...(file.table === null ? textRows(file) : [tableRow(file.table)]),
    ...(file.hasSeparatorLine ? [row("separator line", "line 1", "it names the delimiter, and is no record")] : []),
    ...titleRows(file),
    row("header", file.header.line === null ? "none" : `line ${file.header.line}`, file.header.evidence),
    row("columns", String(file.columns.length)),
    row("records", String(file.records), recordEvidence(file)),
    ...placesRow("other length", "fields more or fewer than the header has", file.ragged),
    ...placesRow(
      "stray quotes",
      "a quote is taken as text, as nothing else fits; other commands report such rows",
      file.mended,
    ),
    row("reader", file.reader.name, file.reader.reasons.join("; ")),
    file.role === null
      ? row("role", "not recognised", "no role's required columns are all there; name it: --role sales")
      : row("role", file.role.name, file.role.evidence),
    ...file.columns.map(columnRow),
    ...file.missing.map(({ column, advice }) =>
      row(`missing ${column}`, `no column for ${column}`, advice === "" ? "required" : `required; ${advice}`),
    ),
    ...file.problems.map(({ problem, advice }) => row("problem", problem, advice)),
    ...file.firstRows.map((line, i) => row(`row ${i + 1}`, lineText(line), `line ${line.line}`)),
  ];
}

function columnRow(
  { header, content, evidence, advice, mappedTo, ignoredBecause }: InspectedColumn,
  index: number,
): Row {
  const name = header.trim() === "" ? "(no name)" : header.replace(/\s+/g, " ").trim();
  const parts = [
    evidence,
    ignoredBecause === null ? "" : `left alone: ${ignoredBecause}`,
    advice === null ? "" : `try: ${advice}`,
  ];
  return row(
    `column ${index + 1}`,
    `${name}${mappedTo === null ? "" : ` → ${mappedTo}`}: ${content}`,
    parts.filter((part) => part !== "").join("; "),
  );
}

function lineEndRow({ lf, crlf, cr, isFinalMissing }: Inspection["lineEnds"]): Row {
  const kinds = [
    ["LF", lf],
    ["CRLF", crlf],
    ["CR", cr],
  ].filter(([, count]) => count !== 0) as [string, number][];
  const counts = kinds.map(([name, count]) => `${count} ${name}`).join(", ");
  const last = isFinalMissing ? "the last line has none" : "";
  return row(
    "line end",
    kinds.length === 0 ? "none" : kinds.map(([name]) => name).join(" and "),
    [counts, last].filter((part) => part !== "").join("; "),
  );
}

function titleRows({ titles }: Inspection): Row[] {
  if (titles.count === 0) return [];
  return [
    row("title lines", String(titles.count), "lines above the header, left alone"),
    ...titles.first.map((title) => row(`title line ${title.line}`, lineText(title))),
  ];
}

const recordEvidence = ({ blankRecords }: Inspection): string =>
  blankRecords === 0 ? "" : `and ${blankRecords} blank line${blankRecords === 1 ? "" : "s"}`;

const placesRow = (item: string, what: string, { count, lines }: Places): Row[] =>
  count === 0
    ? []
    : [
        row(
          item,
          String(count),
          `${what}: line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}${count > lines.length ? ", …" : ""}`,
        ),
      ];

const delimiterNames: Readonly<Record<string, string>> = {
  "\t": "tab",
  " ": "blank",
  ", ": "comma and blank",
};

const delimiterName = (text: string): string => delimiterNames[text] ?? text;

const longest = 160;

function lineText({ fields }: InspectedLine): string {
  const text = fields.join(" | ").replace(/\s+/g, " ");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const tableJson = (table: InspectedTable | null): JsonValue =>
  table?.kind === "workbook"
    ? { kind: table.kind, sheet: table.sheet, sheets_not_read: [...table.otherSheets] }
    : table && { kind: table.kind };

function headOf(file: Inspection): Readonly<Record<string, JsonValue>> {
  return {
    command: "inspect",
    file: file.file,
    bytes: file.bytes,
    compression: file.compression,
    table: tableJson(file.table),
    encoding: file.encoding.name,
    delimiter: file.delimiter.text,
    quote: file.quote.quote,
    escape: file.quote.escape,
    header_line: file.header.line,
    records: file.records,
    reader: file.reader.name,
    role: file.role?.name ?? null,
    columns: file.columns.map((column) => ({
      header: column.header,
      content: column.content,
      mapped_to: column.mappedTo,
    })),
    missing: file.missing.map(({ column }) => column),
  };
}

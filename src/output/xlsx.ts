import type { Money } from "../base/money.ts";
import type { FormatOptions } from "./format.ts";
import { isKnown } from "./numbers.ts";
import type { Column, JsonValue, Report, Row } from "./report.ts";
import { isTooLarge } from "./xlsx/cells.ts";
import { writeWorkbook } from "./xlsx/workbook.ts";

/** An Excel workbook: the rows on the first sheet, on the second what they are of (as the head of the json document says). */
export function writeXlsx(report: Report, options: FormatOptions): Promise<Uint8Array> {
  const { command } = report.head;
  const name = typeof command === "string" ? command.charAt(0).toUpperCase() + command.slice(1) : "Result";
  const about = aboutRows(report);
  return writeWorkbook(
    [
      { name, columns: report.columns, rows: report.rows },
      ...(about.length === 0 ? [] : [{ name: "About", columns: aboutColumns, rows: about }]),
    ],
    options,
  );
}

const aboutColumns: readonly Column[] = ["item", "value"].map((name) => ({ name, kind: "text", onTerminal: true }));

function aboutRows(report: Report): Row[] {
  const large = report.columns.flatMap(({ name, kind }, i) =>
    kind === "money" && report.rows.some((row) => isKnown(row[i]) && isTooLarge(row[i] as Money)) ? [name] : [],
  );
  return [
    ...report.summaryLines.map(({ term, value }) => [term, value]),
    ...(large.length === 0 ? [] : [["text, not numbers", `amounts of more than 13 digits in ${large.join(", ")}`]]),
    ...Object.entries(report.head).flatMap(([name, value]) => flattened(name, value)),
  ];
}

/** A row for each plain value; of a list of such values one row. */
function flattened(path: string, value: JsonValue): Row[] {
  if (value === null || typeof value !== "object") return [[path, value === null ? null : String(value)]];
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== "object"))
    return [[path, value.map((item) => item ?? "").join(", ")]];
  const inner = Array.isArray(value)
    ? value.map((item, i): [string, JsonValue] => [`${path} ${i + 1}`, item])
    : Object.entries(value).map(([name, item]): [string, JsonValue] => [`${path}.${name}`, item]);
  return inner.flatMap(([name, item]) => flattened(name, item));
}

import type { Money } from "../base/money.ts";
import type { FormatOptions } from "./format.ts";
import { isKnown } from "./numbers.ts";
import type { Column, JsonValue, Report, Row } from "./report.ts";
import type { WorkbookWords } from "./words.ts";
import { isTooLarge } from "./xlsx/cells.ts";
import { writeWorkbook } from "./xlsx/workbook.ts";

/** An Excel workbook: the rows on the first sheet, on the second what they are of (as the head of the json document says). */
export function writeXlsx(report: Report, options: FormatOptions): Promise<Uint8Array> {
  const { command } = report.head;
  const { workbook } = options.words;
  const name = workbook.sheet(typeof command === "string" ? command : "result");
  const about = aboutRows(report, workbook);
  return writeWorkbook(
    [
      { name, columns: report.columns, rows: report.rows },
      ...(about.length === 0 ? [] : [{ name: workbook.about, columns: aboutColumns(workbook), rows: about }]),
    ],
    options,
  );
}

const aboutColumns = ({ item, value }: WorkbookWords): readonly Column[] =>
  [item, value].map((name) => ({ name, kind: "text", onTerminal: true }));

function aboutRows(report: Report, words: WorkbookWords): Row[] {
  const large = report.columns.flatMap(({ name, kind }, i) =>
    kind === "money" && report.rows.some((row) => isKnown(row[i]) && isTooLarge(row[i] as Money)) ? [name] : [],
  );
  return [
    ...report.summaryLines.map(({ term, value }) => [term, value]),
    ...(large.length === 0 ? [] : [[words.textNotNumbers, words.tooLarge(large.join(", "))]]),
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

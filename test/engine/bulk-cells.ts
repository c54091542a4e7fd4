// Evaluates a column rule cell by cell as the bulk reader does, without one refusal failing all: the select is run with its
// refusals read as null, and again with them read as some value; a cell that differs was refused.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type DuckDBConnection, type DuckDBDateValue, type DuckDBDecimalValue, DuckDBInstance } from "@duckdb/node-api";
import { dateOfDay } from "../../src/base/calendar.ts";
import { bulkSelect } from "../../src/engine/bulk-sql.ts";
import { cellReader } from "../../src/ingest/canonical.ts";
import type { BulkPlan, ColumnRule } from "../../src/ingest/plan.ts";
import { surveyFile } from "../../src/ingest/survey.ts";
import type { RowValue } from "../../src/ingest/target.ts";
import { folderOf } from "../helpers/folders.ts";

const refusal = "error('not as planned')";

const someValue: Record<string, string> = {
  date: "date '2000-01-01'",
  money: "cast(1 as decimal(16, 4))",
  product: "cast(1 as decimal(16, 4))",
  less: "cast(1 as decimal(16, 4))",
  word: "'x'",
  score: "1",
};

/** A cell's value, or that the bulk reader refuses the file for it. */
export type BulkCell = { readonly value: RowValue } | "refused";

export interface Cells {
  /** What the bulk reader makes of each record. */
  bulk(rule: ColumnRule, records: readonly (readonly string[])[], traits: Traits): Promise<BulkCell[]>;
}

/** What the head of the file would have said. */
export interface Traits {
  readonly padded: boolean;
  /** Numbers and dates come as text, not converted by DuckDB's own reader. */
  readonly asText: boolean;
}

const spellingOf = (rule: ColumnRule): BulkPlan["dateSpelling"] =>
  rule.kind !== "date" ? null : rule.format === "iso" ? "%Y-%m-%d" : rule.format === "dmy" ? "%d.%m.%Y" : null;

/** What the careful reader makes of a record: a value, or `undefined` for a bad cell. */
export function careful(rule: ColumnRule, fields: readonly string[]): { readonly value: RowValue } | undefined {
  const reading = cellReader(rule, null)(fields);
  return "bad" in reading ? undefined : reading;
}

export async function openCells(): Promise<Cells> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const file = path.join(folderOf(), "cells.csv");
  const bulk: Cells["bulk"] = async (rule, records, traits) => {
    const fieldCount = records[0]?.length ?? 1;
    // A last column that is never blank, so that no record is.
    writeFileSync(file, records.map((fields) => `${[...fields.map(inQuotes), "x"].join(";")}\n`).join(""));
    const survey = await surveyFile(file, ";", 0);
    if (survey.irregularity !== null) throw new Error(`irregular: ${survey.irregularity}`);
    const plan: BulkPlan = {
      path: file,
      delimiter: ";",
      lineEnd: "\n",
      skipLines: 0,
      fieldCount: fieldCount + 1,
      texts: {
        unicode: !survey.isAscii,
        otherBlanks: survey.hasOtherBlanks,
        padded: traits.padded,
        trickyMarks: survey.hasTrickyMarks || traits.asText,
      },
      dateSpelling: traits.asText ? null : spellingOf(rule),
      rules: { cell: rule },
    };
    const select = bulkSelect(plan, ["cell"], false);
    try {
      const values = await cellsOf(connection, select.replaceAll(refusal, "null"), file, records.length);
      const others = select.includes(refusal)
        ? await cellsOf(connection, select.replaceAll(refusal, someValue[rule.kind] ?? refusal), file, records.length)
        : values;
      return values.map((value, i) => (value === null && others[i] !== null ? "refused" : { value }));
    } catch {
      // A cast that fails refuses the file too: found by halves.
      if (records.length === 1) return ["refused"];
      const half = records.length >> 1;
      const first = await bulk(rule, records.slice(0, half), traits);
      return [...first, ...(await bulk(rule, records.slice(half), traits))];
    }
  };
  return { bulk };
}

async function cellsOf(connection: DuckDBConnection, select: string, file: string, count: number): Promise<RowValue[]> {
  const reader = await connection.runAndReadAll(select, { path: file });
  const values = (reader.getColumns()[0] ?? []).map((value): RowValue => {
    if (value === null || typeof value === "string" || typeof value === "number") return value;
    if (typeof (value as DuckDBDateValue).days === "number") return dateOfDay((value as DuckDBDateValue).days);
    const { value: digits, scale } = value as DuckDBDecimalValue;
    return digits * 10n ** BigInt(4 - scale);
  });
  if (values.length !== count) throw new Error(`${values.length} rows of ${count}`);
  return values;
}

const inQuotes = (field: string): string => (/[";]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

import { UserError } from "../base/errors.ts";
import type { Card } from "../facts/card.ts";
import { badRow } from "./bad-rows.ts";
import { canonicalId } from "./canonical.ts";
import { columnsOf } from "./columns.ts";
import { readDate } from "./dates.ts";
import { readNumber } from "./numbers.ts";
import type { TypedColumn } from "./profile.ts";
import {
  badRowKeeper,
  carefulReading,
  eachRecord,
  type FileReading,
  openFile,
  profileWhole,
  structureProblem,
} from "./read-file.ts";
import type { ColumnFormats, ReadOptions } from "./read-options.ts";
import type { Source, TemporaryPath } from "./source.ts";

/** A value that is unknown because it could not be read: worth a notice, no reason to refuse the file. */
export interface UnreadCell {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** The customers file: what it says of each customer, and its own rows for `--enrich`. */
export interface CardsReading {
  readonly file: Omit<FileReading, "reader" | "lineOf"> & { readonly reader: "careful" };
  readonly cards: readonly Card[];
  /** The file's records, header apart, in the order of `cards`. */
  readonly records: readonly (readonly string[])[];
  /** The line of each card. */
  readonly lines: readonly number[];
  readonly unread: readonly UnreadCell[];
  /** Lines that say the same of a customer as an earlier one. */
  readonly repeated: readonly number[];
  /** Rows without an id. */
  readonly withoutId: readonly number[];
}

/**
 * Reads a customers file. Optional attributes that cannot be read are unknown; a customer listed twice with different
 * attributes is an error at the second line, listed twice alike it is counted.
 */
export async function readCards(source: Source, options: ReadOptions, temporary: TemporaryPath): Promise<CardsReading> {
  const file = await openFile("customers", source, options, temporary);
  const formats = await profileLeniently(file, options);
  const [cards, records, lines]: [Card[], (readonly string[])[], number[]] = [[], [], []];
  const seen = new Map<string, { readonly text: string; readonly line: number }>();
  const unread: UnreadCell[] = [];
  const repeated: number[] = [];
  const withoutId: number[] = [];
  const bad = badRowKeeper(options);
  let count = 0;
  const cellsOf = cardReader(file.mapping, formats, file.headers, unread);

  await eachRecord(
    file,
    (fields, line, raw) => {
      count++;
      const problem = structureProblem(fields, file, line, raw);
      if (problem !== null) return bad.keep(problem);
      const id = canonicalId(fields[file.mapping.get("customer_id") as number] ?? "");
      if (id === "") {
        withoutId.push(line);
        return;
      }
      const text = fields.map((field) => field.trim()).join("\u001f");
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        if (earlier.text === text) {
          repeated.push(line);
          return;
        }
        if (options.onBadRow === "error")
          throw listedTwice(
            file.text.name,
            file.headers[file.mapping.get("customer_id") as number],
            id,
            earlier.line,
            line,
          );
        return bad.keep(
          badRow(
            {
              column: "customer_id",
              value: id,
              problem: `is listed before, in line ${earlier.line}, with other attributes`,
              expected: "one row a customer",
            },
            file.headers[file.mapping.get("customer_id") as number],
            line,
            raw || fields.join(file.dialect.delimiter),
          ),
        );
      }
      seen.set(id, { text, line });
      cards.push(cellsOf(id, fields, line));
      records.push(fields);
      lines.push(line);
    },
    options.onBadRow === "quarantine",
  );
  return {
    file: carefulReading(file, formats, { records: count, rows: cards.length }, bad),
    cards,
    records,
    lines,
    unread,
    repeated,
    withoutId,
  };
}

function listedTwice(file: string, header: string | undefined, id: string, firstLine: number, line: number): UserError {
  return new UserError(`customer ${id} is listed before, in line ${firstLine}, with other attributes`, {
    place: { file, line, column: header ?? "customer_id", value: id },
    hint: "keep one row a customer; or take the first and list the others: --on-bad-row skip",
  });
}

const kindOf = new Map(columnsOf.customers.map(({ name, kind }) => [name, kind]));

async function profileLeniently(
  file: Awaited<ReturnType<typeof openFile>>,
  options: ReadOptions,
): Promise<ColumnFormats> {
  const columns: TypedColumn[] = [...file.mapping].flatMap(([column, index]): TypedColumn[] => {
    const kind = kindOf.get(column);
    if (kind === "date") return [{ column, index, kind: "date" }];
    if (kind === "money" || kind === "number" || kind === "count" || kind === "band")
      return [{ column, index, kind: "number" }];
    if (kind === "percent" || kind === "rate") return [{ column, index, kind: "percent" }];
    return [];
  });
  return profileWhole(file, columns, options);
}

/** Builds a card from a record; what cannot be read is unknown and listed. */
function cardReader(
  mapping: ReadonlyMap<string, number>,
  formats: ColumnFormats,
  headers: readonly string[],
  unread: UnreadCell[],
): (id: string, fields: readonly string[], line: number) => Card {
  const cell = (column: string, fields: readonly string[]): string => {
    const index = mapping.get(column);
    return index === undefined ? "" : (fields[index] ?? "").trim();
  };
  const unknown = (column: string, value: string, line: number): null => {
    unread.push({ line, column: headers[mapping.get(column) as number] ?? column, value });
    return null;
  };
  const text = (column: string, fields: readonly string[]): string | null => cell(column, fields) || null;
  const units = (column: string, fields: readonly string[], line: number): bigint | null => {
    const value = cell(column, fields);
    const found = formats.numbers.get(column);
    if (value === "" || found === undefined) return null;
    const number = readNumber(value, found.format, { allowPercent: kindOf.get(column) === "percent" });
    return number === null ? unknown(column, value, line) : number.units;
  };
  const count = (column: string, fields: readonly string[], line: number): number | null => {
    const value = units(column, fields, line);
    return value === null ? null : Number(value) / 10_000;
  };
  const date = (column: string, fields: readonly string[], line: number): string | null => {
    const value = cell(column, fields);
    const found = formats.dates.get(column);
    if (value === "" || found === undefined) return null;
    return readDate(value, found.format) ?? unknown(column, value, line);
  };
  /** A count, or the middle of a range of counts: 51-200 is 125.5. */
  const band = (column: string, fields: readonly string[], line: number): number | null => {
    const range = /^(\d+)\s*[-–—]\s*(\d+)$/.exec(cell(column, fields));
    return range === null ? count(column, fields, line) : (Number(range[1]) + Number(range[2])) / 2;
  };
  return (customerId, fields, line) => ({
    customerId,
    name: text("name", fields),
    segment: text("segment", fields),
    industry: text("industry", fields),
    country: text("country", fields),
    region: text("region", fields),
    owner: text("owner", fields),
    employees: band("employees", fields, line),
    since: date("since", fields, line),
    until: date("until", fields, line),
    potentialGrade: text("potential_grade", fields),
    potentialGrowthPct: units("potential_growth_pct", fields, line),
    potentialRevenue: units("potential_revenue", fields, line),
    wallet: units("wallet", fields, line),
    driver: text("driver", fields),
    refused: text("refused", fields),
    activeUsers: count("active_users", fields, line),
    potentialUsers: count("potential_users", fields, line),
    regionsServed: count("regions_served", fields, line),
    regionsPresent: count("regions_present", fields, line),
  });
}

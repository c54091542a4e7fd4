import { UserError } from "../base/errors.ts";
import type { Card } from "../facts/card.ts";
import { badRow } from "./bad-rows.ts";
import { canonicalId } from "./canonical.ts";
import { columnsOf } from "./columns.ts";
import { type DateFormat, readDate } from "./dates.ts";
import { readMonth } from "./months.ts";
import { type OptionalCells, optionalCells, type UnreadCell } from "./optional-cells.ts";
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
import type { Source, Workspace } from "./workspace.ts";

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
export async function readCards(source: Source, options: ReadOptions, workspace: Workspace): Promise<CardsReading> {
  const file = await openFile("customers", source, options, workspace);
  const formats = await profileLeniently(file, options);
  const [cards, records, lines]: [Card[], (readonly string[])[], number[]] = [[], [], []];
  const seen = new Map<string, { readonly text: string; readonly line: number }>();
  const unread: UnreadCell[] = [];
  const repeated: number[] = [];
  const withoutId: number[] = [];
  const bad = badRowKeeper(options);
  let count = 0;
  const cellsOf = optionalCells(file, formats, unread, percentColumns);
  const order = options.dateFormat ?? formats.dates.get("since")?.format ?? formats.dates.get("until")?.format ?? null;

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
      cards.push(cardOf(id, cellsOf(fields, line), order));
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
const percentColumns = columnsOf.customers.flatMap(({ name, kind }) => (kind === "percent" ? [name] : []));

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

/** A record's card; `order` is that of the file's dates, for those in text columns. */
const cardOf = (customerId: string, cells: OptionalCells, order: DateFormat | null): Card => ({
  customerId,
  name: cells.text("name"),
  segment: cells.text("segment"),
  industry: cells.text("industry"),
  country: cells.text("country"),
  region: cells.text("region"),
  owner: cells.text("owner"),
  employees: bandOf(cells, "employees"),
  since: cells.date("since"),
  until: cells.date("until"),
  potentialGrade: cells.text("potential_grade"),
  potentialGrowthPct: cells.units("potential_growth_pct"),
  potentialRevenue: cells.units("potential_revenue"),
  wallet: cells.units("wallet"),
  driver: cells.text("driver"),
  refused: cells.text("refused"),
  activeUsers: cells.number("active_users", isCount),
  potentialUsers: cells.number("potential_users", isCount),
  licensedSeats: cells.number("licensed_seats", isCount),
  regionsServed: cells.number("regions_served", isCount),
  regionsPresent: cells.number("regions_present", isCount),
  usage: cells.number("usage"),
  usageLimit: cells.number("usage_limit"),
  companyRevenue: cells.units("company_revenue"),
  legalForm: cells.text("legal_form"),
  founded: cells.value("founded", yearOf),
  churnReason: cells.text("churn_reason"),
  source: cells.text("source"),
  contractMonths: cells.number("contract_months", isCount),
  trust: cells.number("trust", isScore),
  commitment: cells.number("commitment", isScore),
  dependence: cells.number("dependence", isScore),
  norms: cells.number("norms", isScore),
  fiscalYearStart: cells.value("fiscal_year_start", (cell) => readMonth(cell, order)),
});

const wholeText = "\\d{1,3}(?:[ .,'\\u00a0\\u202f]\\d{3})+|\\d+";
const rangeText = new RegExp(`^(${wholeText})\\s*[-–—]\\s*(${wholeText})$`, "u");

/** A count, or the middle of a range of counts: 51-200 is 125.5. */
function bandOf(cells: OptionalCells, column: string): number | null {
  const range = rangeText.exec(cells.text(column) ?? "");
  const whole = (text: string | undefined) => Number(text?.replace(/\D/gu, ""));
  return range === null ? cells.number(column, isCount) : (whole(range[1]) + whole(range[2])) / 2;
}

const isCount = (value: number): boolean => value >= 0;

/** Relationship scores are 1 to 5. */
const isScore = (value: number): boolean => value >= 1 && value <= 5;

/** The year of a year or of a date; the order of day and month does not matter to it. */
function yearOf(cell: string): number | null {
  if (/^[12]\d{3}$/u.test(cell)) return Number(cell);
  for (const format of ["iso", "dmy", "mdy", "yyyymmdd", "serial"] as const) {
    const date = readDate(cell, format);
    if (date !== null) return Number(date.slice(0, 4));
  }
  // Dates begin with 1900, companies do not.
  const early = /^(1[0-8]\d{2})[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.](1[0-8]\d{2})$/u.exec(cell);
  return early === null ? null : Number(early[1] ?? early[2]);
}

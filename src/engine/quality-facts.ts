// The questions that only `check` asks of an engine, each with the shape of its answer.
import type { IsoDate } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import { compare } from "../base/statistics.ts";
import type { Engine } from "./port.ts";
import type { TableName } from "./tables.ts";

/** Rows of a table that one file filled: the first and the last, both included. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** One file's rows added up. */
export interface FileTotals {
  readonly rows: number;
  readonly customers: number;
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  /** `null` where the table has no amounts, or the file no rows. */
  readonly amount: Money | null;
  /** The amount of its last row. */
  readonly lastAmount: Money | null;
}

export async function fileTotals(
  engine: Engine,
  table: TableName,
  { firstRow, lastRow }: RowRange,
): Promise<FileTotals> {
  const shared = { line_count: "count", customer_count: "count", first_day: "date", last_day: "date" } as const;
  const range = { first_row: firstRow, last_row: lastRow };
  const c =
    table === "answers"
      ? { ...(await engine.query("answers-file", shared, range)), ...noAmounts }
      : await engine.query(`${table}-file`, { ...shared, amount_total: "money", last_amount: "money" }, range);
  return {
    rows: c.line_count[0] ?? 0,
    customers: c.customer_count[0] ?? 0,
    first: c.first_day[0] ?? null,
    last: c.last_day[0] ?? null,
    amount: c.amount_total[0] ?? null,
    lastAmount: c.last_amount[0] ?? null,
  };
}

const noAmounts = { amount_total: [null], last_amount: [null] };

/** Ways in which a row can be odd by itself: without a customer, dated after the as-of date, a blank score… */
export type Oddity = "unassigned" | "after" | "zero" | "negative" | "blank";

export interface OddRows {
  readonly count: number;
  /** What they come to; zero where the question has no amount. */
  readonly amount: Money;
  /** The first three. */
  readonly rows: readonly number[];
}

const odditiesOf: Readonly<Record<TableName, Readonly<Partial<Record<Oddity, { readonly hasAmount: boolean }>>>>> = {
  sales: {
    unassigned: { hasAmount: true },
    zero: { hasAmount: false },
    negative: { hasAmount: true },
    after: { hasAmount: true },
  },
  costs: {
    unassigned: { hasAmount: true },
    zero: { hasAmount: false },
    negative: { hasAmount: true },
    after: { hasAmount: true },
  },
  answers: { unassigned: { hasAmount: false }, blank: { hasAmount: false }, after: { hasAmount: false } },
};

const placesKept = 3;
const beyondAll = Number.MAX_SAFE_INTEGER;

/**
 * The odd rows of one file, each kind counted and its first three found: a scan for each of the three, because an order
 * would cost more than it gives and no engine need sort for us.
 */
export async function oddRows(
  engine: Engine,
  table: TableName,
  { firstRow, lastRow }: RowRange,
  dateTo: IsoDate,
): Promise<ReadonlyMap<Oddity, OddRows>> {
  const kinds = Object.entries(odditiesOf[table]) as [Oddity, { readonly hasAmount: boolean }][];
  const shape: Record<string, "count" | "money"> = Object.fromEntries(
    kinds.flatMap(([kind, { hasAmount }]) => [
      [`${kind}_count`, "count"],
      [`${kind}_row`, "count"],
      ...(hasAmount ? [[`${kind}_amount`, "money"]] : []),
    ]),
  );
  const found = new Map(kinds.map(([kind]) => [kind, { count: 0, amount: zero, rows: [] as number[] }]));
  for (let round = 0; round < placesKept; round++) {
    const seen = [...found].map(([kind, { rows }]) => {
      const last = round === 0 ? -1 : (rows[round - 1] ?? beyondAll);
      return [`seen_${kind}`, last] as const;
    });
    if (seen.every(([, last]) => last === beyondAll)) break;
    const c = await engine.query(`${table}-odd-lines`, shape, {
      first_row: firstRow,
      last_row: lastRow,
      date_to: dateTo,
      ...Object.fromEntries(seen),
    });
    for (const [kind, odd] of found) {
      odd.count = Number(c[`${kind}_count`]?.[0] ?? 0);
      odd.amount = (c[`${kind}_amount`]?.[0] as Money | null | undefined) ?? zero;
      const row = c[`${kind}_row`]?.[0] ?? null;
      if (row !== null) odd.rows.push(Number(row));
    }
  }
  return found;
}

/** An id, how many rows name it, and the first of them. */
export interface IdUse {
  readonly id: string;
  readonly lines: number;
  readonly firstRow: number;
  /** Whether its lines give it several names. */
  readonly renamed: boolean;
}

/** Every id that a table names, whatever the date, in the order of the rows. */
export async function idUses(engine: Engine, table: TableName): Promise<IdUse[]> {
  const shape = { customer_id: "text", line_count: "count", first_row: "count" } as const;
  const c =
    table === "sales"
      ? await engine.query("sales-ids", { ...shape, name_low: "text", name_high: "text" })
      : { ...(await engine.query(`${table}-ids`, shape)), ...noNames };
  return c.customer_id
    .map((id, i) => ({
      id: id as string,
      lines: c.line_count[i] ?? 0,
      firstRow: c.first_row[i] ?? 0,
      renamed: c.name_low[i] !== c.name_high[i],
    }))
    .sort((a, b) => a.firstRow - b.firstRow);
}

const noNames: { readonly name_low: readonly string[]; readonly name_high: readonly string[] } = {
  name_low: [],
  name_high: [],
};

/** A day with sales lines. */
export interface SalesDay {
  readonly day: IsoDate;
  readonly lines: number;
  readonly firstRow: number;
}

/** Every day with a sales line, from the first to the last. */
export async function salesByDay(engine: Engine): Promise<SalesDay[]> {
  const c = await engine.query("sales-by-day", { sale_date: "date", line_count: "count", first_row: "count" });
  return c.sale_date
    .map((day, i) => ({ day: day as string, lines: c.line_count[i] ?? 0, firstRow: c.first_row[i] ?? 0 }))
    .sort((a, b) => compare(a.day, b.day));
}

/** Lines that agree with another in order, customer, product, date and amount, but not to the last character. */
export async function repeatedOrderLines(engine: Engine) {
  const c = await engine.query("sales-repeated-orders", { first_row: "count", last_row: "count", row_count: "count" });
  return c.first_row
    .map((firstRow, i) => ({
      firstRow: firstRow ?? 0,
      lastRow: c.last_row[i] ?? 0,
      repeats: (c.row_count[i] ?? 1) - 1,
    }))
    .sort((a, b) => a.lastRow - b.lastRow);
}

/** The lines, sizes without sign, of a customer whose largest may be out of all proportion. */
export interface SuspectLines {
  readonly customerId: string;
  readonly lines: readonly { readonly row: number; readonly size: Money }[];
}

/** Customers of whose lines some may exceed `factor` times the median, with all their lines but zeros. */
export async function suspectLines(engine: Engine, factor: number): Promise<SuspectLines[]> {
  const c = await engine.query(
    "sales-outliers",
    { customer_id: "text", row_number: "count", line_size: "money" },
    { factor },
  );
  const customers = new Map<string, { row: number; size: Money }[]>();
  for (const [i, id] of c.customer_id.entries()) {
    const line = { row: c.row_number[i] ?? 0, size: c.line_size[i] ?? zero };
    const known = customers.get(id as string);
    if (known === undefined) customers.set(id as string, [line]);
    else known.push(line);
  }
  return [...customers].map(([customerId, lines]) => ({ customerId, lines }));
}

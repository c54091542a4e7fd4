import path from "node:path";
import { addDays, monthsBefore } from "../../src/base/calendar.ts";
import { compareCodePoints } from "../../src/base/statistics.ts";
import { attributesByCustomer, soldAttributes } from "../../src/engine/attribute-facts.ts";
import { categoriesByCustomer } from "../../src/engine/category-facts.ts";
import { openDuckDb } from "../../src/engine/duckdb.ts";
import {
  answersInWindow,
  answerTotals,
  costsByCustomer,
  costTotals,
  countOrders,
  currencies,
  customersOf,
  lastDay,
  repeatedRows,
  salesByCustomer,
  salesDays,
  salesTotals,
} from "../../src/engine/facts.ts";
import { ledgersOf } from "../../src/engine/ledger-facts.ts";
import type { Engine } from "../../src/engine/port.ts";
import { type TableName, tables } from "../../src/engine/tables.ts";
import type { Period } from "../../src/facts/period.ts";
import { type FileReading, readFile } from "../../src/ingest/read-file.ts";
import type { ReadOptions } from "../../src/ingest/read-options.ts";
import type { TableRole } from "../../src/ingest/rules.ts";
import { folderOf, workspaceIn } from "./folders.ts";

export const defaults: ReadOptions = { noHeader: false, maps: [], onBadRow: "error" };

/** Opens an engine that may read these files and its own folder. */
export async function openEngine(readablePaths: readonly string[], memory?: string) {
  const temporaryFolder = folderOf();
  const engine = await openDuckDb({ readablePaths, temporaryFolder, memory });
  return { engine, temporaryFolder, workspace: workspaceIn(temporaryFolder) };
}

const tableOf: Record<TableRole, TableName> = { sales: "sales", costs: "costs", nps: "answers" };

/** Which reader, and whether duplicate rows are looked for. */
export interface Way {
  readonly carefulOnly?: boolean;
  readonly withHash?: boolean;
}

export interface TableReading {
  readonly reading: FileReading;
  /** Everything that the engine says of the table. */
  readonly facts: unknown;
}

/** Reads one export into its table, with every column, and asks every question of it. */
export async function readTable(
  role: TableRole,
  file: string,
  { carefulOnly = false, withHash = true, ...options }: Partial<ReadOptions> & Way = {},
): Promise<TableReading> {
  const { engine, workspace } = await openEngine([file]);
  try {
    const table = tableOf[role];
    const columns = Object.keys(tables[table]);
    await engine.createTable(table, columns, withHash);
    const reading = await readFile(
      role,
      { name: path.basename(file), path: file },
      { ...defaults, ...options },
      {
        loadBulk: (plan) => engine.loadBulk(table, plan),
        append: () => engine.append(table),
        columns,
        withHash,
        carefulOnly,
      },
      workspace,
    );
    return { reading, facts: await factsOf(engine, role, reading.mapping.has("order_id")) };
  } finally {
    await engine.close();
  }
}

/** The period that ends on a day, a year long. */
function periodTo(asOf: string, months = 12): Period {
  const window = { from: monthsBefore(asOf, months), to: asOf };
  return {
    asOf,
    months,
    window,
    prior: { from: monthsBefore(asOf, 2 * months), to: window.from },
    costsTo: asOf,
    windowCovered: true,
    priorCovered: true,
  };
}

async function factsOf(engine: Engine, role: TableRole, hasOrderIds: boolean): Promise<unknown> {
  const byId = <T extends { readonly customerId: string | null }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => compareCodePoints(JSON.stringify(a, plain), JSON.stringify(b, plain)));
  if (role === "sales") {
    const days = await salesDays(engine);
    const last = days.last ?? "2000-01-01";
    // The last day apart, so that rows after the as-of date are asked for too.
    const periods = [periodTo(last), periodTo(addDays(last, -40), 24)];
    return {
      days,
      currencies: await currencies(engine, "sales"),
      repeated: await repeatedRows(engine, "sales"),
      periods: await inTurn(periods, async (period) => {
        const quarters = [9, 6, 3].map((months) => monthsBefore(period.asOf, months)) as [string, string, string];
        const sales = await salesByCustomer(engine, period, { window: quarters, prior: quarters }, hasOrderIds);
        const attributes = await attributesByCustomer(engine, period, soldAttributes);
        const categories = await categoriesByCustomer(engine, period);
        const ids = new Set(sales.map(({ customerId }) => customerId));
        const wanted = { ids, lastPurchaseTo: period.asOf };
        return {
          ledgers: byKey(await ledgersOf(engine, period, wanted, false)),
          attributes: soldAttributes.map((attribute) => ({
            latest: byKey(attributes[attribute].latest),
            varying: attributes[attribute].varying,
          })),
          categories: byKey(categories),
          totals: await salesTotals(engine, period),
          orders: await countOrders(engine, period),
          sales: byId(sales),
        };
      }),
    };
  }
  const table = role === "costs" ? "costs" : "answers";
  const period = periodTo((await lastDay(engine, table)) ?? "2000-01-01");
  const ids = (await customersOf(engine, table, period)).toSorted(compareCodePoints);
  const repeated = await repeatedRows(engine, table);
  if (role === "nps")
    return {
      ids,
      repeated,
      totals: await answerTotals(engine, period),
      answers: byId(await answersInWindow(engine, period)),
    };
  return {
    ids,
    repeated,
    currencies: await currencies(engine, "costs"),
    totals: await costTotals(engine, period),
    costs: byId(await costsByCustomer(engine, period)),
  };
}

const byKey = <T>(found: ReadonlyMap<string, T>) => [...found].sort(([a], [b]) => compareCodePoints(a, b));

const plain = (_key: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

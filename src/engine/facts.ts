// The questions asked of an engine, each with the shape of its answer.
import type { IsoDate } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import type { Answer } from "../facts/answers.ts";
import type { CostFacts } from "../facts/costs.ts";
import type { Period } from "../facts/period.ts";
import type { SalesFacts } from "../facts/sales.ts";
import type { Engine } from "./port.ts";
import type { TableName } from "./tables.ts";

export interface SalesDays {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  /** The latest day with a line before `last`. */
  readonly before: IsoDate | null;
}

export async function salesDays(engine: Engine): Promise<SalesDays> {
  const { first_day, last_day, day_before } = await engine.query("sales-days", {
    first_day: "date",
    last_day: "date",
    day_before: "date",
  });
  return { first: first_day[0] ?? null, last: last_day[0] ?? null, before: day_before[0] ?? null };
}

/** The latest date of a table without sales lines. */
export async function lastDay(engine: Engine, table: "costs" | "answers"): Promise<IsoDate | null> {
  const { last_day } = await engine.query(`${table}-days`, { last_day: "date" });
  return last_day[0] ?? null;
}

/** The sales files as a whole; the parts add up to it. */
export interface SalesTotals {
  readonly lines: number;
  readonly amount: Money;
  readonly linesToDate: number;
  readonly amountToDate: Money;
  readonly linesAfter: number;
  readonly amountAfter: Money;
  /** Lines up to the as-of date that name no customer. */
  readonly linesUnassigned: number;
  readonly amountUnassigned: Money;
  /** All lines of the window and of the prior window, with and without a customer. */
  readonly linesInWindow: number;
  readonly amountInWindow: Money;
  readonly linesPrior: number;
  readonly amountPrior: Money;
  readonly linesUnassignedInWindow: number;
  readonly amountUnassignedInWindow: Money;
  readonly firstSale: IsoDate | null;
  readonly lastSale: IsoDate | null;
  /** Lines of the file with a cost. */
  readonly linesWithCost: number;
  readonly linesWithCostInWindow: number;
}

export async function salesTotals(engine: Engine, period: Period): Promise<SalesTotals> {
  const columns = await engine.query(
    "sales-totals",
    {
      line_count: "count",
      amount_total: "money",
      lines_to_date: "count",
      amount_to_date: "money",
      lines_after: "count",
      amount_after: "money",
      lines_unassigned: "count",
      amount_unassigned: "money",
      lines_unassigned_in_window: "count",
      amount_unassigned_in_window: "money",
      first_sale: "date",
      last_sale: "date",
      lines_with_cost: "count",
      lines_with_cost_in_window: "count",
      lines_in_window: "count",
      amount_in_window: "money",
      lines_prior: "count",
      amount_prior: "money",
    },
    { as_of: period.asOf, window_from: period.window.from, prior_from: period.prior.from },
  );
  const count = (
    name:
      | "line_count"
      | "lines_to_date"
      | "lines_after"
      | "lines_unassigned"
      | "lines_unassigned_in_window"
      | "lines_with_cost"
      | "lines_with_cost_in_window"
      | "lines_in_window"
      | "lines_prior",
  ) => columns[name][0] ?? 0;
  const amount = (
    name:
      | "amount_total"
      | "amount_to_date"
      | "amount_after"
      | "amount_unassigned"
      | "amount_unassigned_in_window"
      | "amount_in_window"
      | "amount_prior",
  ) => columns[name][0] ?? zero;
  return {
    lines: count("line_count"),
    amount: amount("amount_total"),
    linesToDate: count("lines_to_date"),
    amountToDate: amount("amount_to_date"),
    linesAfter: count("lines_after"),
    amountAfter: amount("amount_after"),
    linesUnassigned: count("lines_unassigned"),
    amountUnassigned: amount("amount_unassigned"),
    linesUnassignedInWindow: count("lines_unassigned_in_window"),
    amountUnassignedInWindow: amount("amount_unassigned_in_window"),
    firstSale: columns.first_sale[0] ?? null,
    lastSale: columns.last_sale[0] ?? null,
    linesWithCost: count("lines_with_cost"),
    linesWithCostInWindow: count("lines_with_cost_in_window"),
    linesInWindow: count("lines_in_window"),
    amountInWindow: amount("amount_in_window"),
    linesPrior: count("lines_prior"),
    amountPrior: amount("amount_prior"),
  };
}

/** Distinct order ids of the sales files up to the as-of date. A question of its own, as it costs as much as all totals together. */
export async function countOrders(engine: Engine, period: Period): Promise<number> {
  const { order_count } = await engine.query("sales-orders", { order_count: "count" }, { as_of: period.asOf });
  return order_count[0] ?? 0;
}

export interface QuarterEnds {
  readonly window: readonly [IsoDate, IsoDate, IsoDate];
  readonly prior: readonly [IsoDate, IsoDate, IsoDate];
}

/** The sales of each customer with a line up to the as-of date, in no particular order. */
export async function salesByCustomer(
  engine: Engine,
  period: Period,
  quarters: QuarterEnds,
  hasOrderIds: boolean,
): Promise<SalesFacts[]> {
  const parameters = {
    as_of: period.asOf,
    window_from: period.window.from,
    prior_from: period.prior.from,
    q1: quarters.window[0],
    q2: quarters.window[1],
    q3: quarters.window[2],
    p1: quarters.prior[0],
    p2: quarters.prior[1],
    p3: quarters.prior[2],
  };
  const asking = engine.query(
    "sales-by-customer",
    {
      customer_id: "text",
      lines_total: "count",
      lines_in_window: "count",
      revenue: "money",
      lines_prior: "count",
      revenue_prior: "money",
      cost_on_lines: "money",
      lines_with_cost: "count",
      first_purchase: "date",
      last_purchase: "date",
      quarters_bought: "count",
      quarters_bought_prior: "count",
    },
    parameters,
  );
  const [c, orders] = await Promise.all([asking, ordersByCustomer(engine, parameters, hasOrderIds)]);
  const boughtWithoutOrder = (i: number) =>
    (c.last_purchase[i] ?? "") > period.window.from && !orders.has(c.customer_id[i] as string);
  if (hasOrderIds && c.customer_id.some((_, i) => boughtWithoutOrder(i)))
    for (const [id, days] of await ordersByCustomer(engine, parameters, false))
      if (!orders.has(id)) orders.set(id, days);
  return c.customer_id.map((id, i) => {
    const customerId = id as string;
    return {
      customerId,
      revenue: c.revenue[i] ?? zero,
      lines: c.lines_in_window[i] ?? 0,
      revenuePrior: c.revenue_prior[i] ?? zero,
      linesPrior: c.lines_prior[i] ?? 0,
      linesTotal: c.lines_total[i] ?? 0,
      costOnLines: c.cost_on_lines[i] ?? zero,
      linesWithCost: c.lines_with_cost[i] ?? 0,
      orders: orders.get(customerId) ?? 0,
      firstPurchase: c.first_purchase[i] ?? null,
      lastPurchase: c.last_purchase[i] ?? null,
      quartersWithPurchase: c.quarters_bought[i] ?? 0,
      quartersWithPurchasePrior: c.quarters_bought_prior[i] ?? 0,
    };
  });
}

async function ordersByCustomer(engine: Engine, parameters: Record<string, string>, hasOrderIds: boolean) {
  const columns = await engine.query(
    hasOrderIds ? "orders-by-customer" : "order-days-by-customer",
    { customer_id: "text", order_count: "count" },
    parameters,
  );
  return new Map(columns.customer_id.map((id, i) => [id as string, columns.order_count[i] ?? 0]));
}

export interface CostTotals {
  readonly rows: number;
  readonly amount: Money;
  readonly rowsAfter: number;
  readonly amountAfter: Money;
  readonly rowsUnassigned: number;
  readonly amountUnassigned: Money;
  /** Rows of the file with cost of goods. */
  readonly goodsRows: number;
  readonly goodsRowsInWindow: number;
  readonly serveRowsInWindow: number;
}

/** The costs files up to the end of the window's costs, and what lies after it. */
export async function costTotals(engine: Engine, period: Period): Promise<CostTotals> {
  const c = await engine.query(
    "costs-totals",
    {
      rows_to_date: "count",
      amount_to_date: "money",
      rows_after: "count",
      amount_after: "money",
      rows_unassigned: "count",
      amount_unassigned: "money",
      goods_rows: "count",
      goods_rows_in_window: "count",
      serve_rows_in_window: "count",
    },
    { costs_to: period.costsTo, window_from: period.window.from },
  );
  return {
    rows: c.rows_to_date[0] ?? 0,
    amount: c.amount_to_date[0] ?? zero,
    rowsAfter: c.rows_after[0] ?? 0,
    amountAfter: c.amount_after[0] ?? zero,
    rowsUnassigned: c.rows_unassigned[0] ?? 0,
    amountUnassigned: c.amount_unassigned[0] ?? zero,
    goodsRows: c.goods_rows[0] ?? 0,
    goodsRowsInWindow: c.goods_rows_in_window[0] ?? 0,
    serveRowsInWindow: c.serve_rows_in_window[0] ?? 0,
  };
}

export async function costsByCustomer(engine: Engine, period: Period): Promise<CostFacts[]> {
  const c = await engine.query(
    "costs-by-customer",
    { customer_id: "text", goods_amount: "money", goods_rows: "count", serve_amount: "money", serve_rows: "count" },
    { window_from: period.window.from, costs_to: period.costsTo },
  );
  return c.customer_id.map((id, i) => ({
    customerId: id as string,
    costOfGoods: c.goods_amount[i] ?? zero,
    costOfGoodsRows: c.goods_rows[i] ?? 0,
    costToServe: c.serve_amount[i] ?? zero,
    costToServeRows: c.serve_rows[i] ?? 0,
  }));
}

export interface AnswerTotals {
  readonly answers: number;
  readonly promoters: number;
  readonly detractors: number;
  readonly blank: number;
  readonly rowsAfter: number;
  readonly rowsUnassigned: number;
}

export async function answerTotals(engine: Engine, period: Period): Promise<AnswerTotals> {
  const c = await engine.query(
    "answers-totals",
    {
      answer_count: "count",
      promoter_count: "count",
      detractor_count: "count",
      blank_count: "count",
      rows_after: "count",
      rows_unassigned: "count",
    },
    { as_of: period.asOf },
  );
  return {
    answers: c.answer_count[0] ?? 0,
    promoters: c.promoter_count[0] ?? 0,
    detractors: c.detractor_count[0] ?? 0,
    blank: c.blank_count[0] ?? 0,
    rowsAfter: c.rows_after[0] ?? 0,
    rowsUnassigned: c.rows_unassigned[0] ?? 0,
  };
}

/** Rows of the NPS files in the window, in no particular order. */
export async function answersInWindow(engine: Engine, period: Period): Promise<Answer[]> {
  const c = await engine.query(
    "answers-in-window",
    {
      customer_id: "text",
      answer_date: "date",
      score: "count",
      respondent: "text",
      role: "text",
      seniority: "text",
      department: "text",
      region: "text",
    },
    { as_of: period.asOf, window_from: period.window.from },
  );
  return c.customer_id.map((customerId, i) => ({
    customerId,
    date: c.answer_date[i] as string,
    score: c.score[i] ?? null,
    respondent: c.respondent[i] ?? null,
    role: c.role[i] ?? null,
    seniority: c.seniority[i] ?? null,
    department: c.department[i] ?? null,
    region: c.region[i] ?? null,
  }));
}

/** The ids that a table names up to the end of its time. */
export async function customersOf(engine: Engine, table: "costs" | "answers", period: Period): Promise<string[]> {
  const { customer_id } = await engine.query(
    table === "costs" ? "cost-customers" : "answer-customers",
    { customer_id: "text" },
    { as_of: period.asOf, costs_to: period.costsTo },
  );
  return customer_id as string[];
}

export interface CurrencyCount {
  /** `null`: blank cells. */
  readonly currency: string | null;
  readonly rows: number;
  readonly firstRow: number;
}

/** Currencies that a table's rows name; with `range` those of one file. */
export async function currencies(
  engine: Engine,
  table: "sales" | "costs",
  range?: { readonly firstRow: number; readonly lastRow: number },
): Promise<CurrencyCount[]> {
  const shape = { currency: "text", row_count: "count", first_row: "count" } as const;
  const c =
    range === undefined
      ? await engine.query(`${table}-currencies`, shape)
      : await engine.query(`${table}-file-currencies`, shape, { first_row: range.firstRow, last_row: range.lastRow });
  return c.currency
    .map((currency, i) => ({ currency, rows: c.row_count[i] ?? 0, firstRow: c.first_row[i] ?? 0 }))
    .sort((a, b) => a.firstRow - b.firstRow);
}

/** A row that stands in the table again, to the last character. */
export interface RepeatedRow {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly repeats: number;
}

export async function repeatedRows(engine: Engine, table: TableName): Promise<RepeatedRow[]> {
  const c = await engine.query(`${table}-repeated`, { first_row: "count", last_row: "count", row_count: "count" });
  return c.first_row
    .map((firstRow, i) => ({
      firstRow: firstRow ?? 0,
      lastRow: c.last_row[i] ?? 0,
      repeats: (c.row_count[i] ?? 1) - 1,
    }))
    .sort((a, b) => a.lastRow - b.lastRow);
}

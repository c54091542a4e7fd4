import type { IsoDate } from "../base/calendar.ts";
import { type Money, zero } from "../base/money.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/** A row of the exports; `row` numbers it in its table. */
interface Line {
  readonly row: number;
  readonly date: IsoDate;
}

export interface SalesLine extends Line {
  readonly amount: Money;
  /** Cost of goods on the line; `null`: it carries none. */
  readonly cost: Money | null;
}

export interface CostLine extends Line {
  readonly amount: Money;
  readonly type: "cogs" | "cost_to_serve";
}

export interface AnswerLine extends Line {
  /** `null`: invited, not answered. */
  readonly score: number | null;
  readonly respondent: string | null;
}

/** The rows that a customer's numbers are made of, in the order of the files. */
export interface RowsOfCustomer {
  /** Up to the as-of date. */
  readonly sales: readonly SalesLine[];
  /** Cost of goods and cost to serve in the window. */
  readonly costs: readonly CostLine[];
  /** In the window. */
  readonly answers: readonly AnswerLine[];
}

/** Asks for every row of one customer: a scan of each table that a run has. */
export async function linesOfCustomer(
  engine: Engine,
  customerId: string,
  period: Pick<Period, "asOf" | "window" | "costsTo">,
  tables: { readonly sales: boolean; readonly costs: boolean; readonly nps: boolean },
): Promise<RowsOfCustomer> {
  const id = { customer_id: customerId };
  return {
    sales: tables.sales ? await salesLines(engine, { ...id, as_of: period.asOf }) : [],
    costs: tables.costs
      ? await costLines(engine, { ...id, window_from: period.window.from, costs_to: period.costsTo })
      : [],
    answers: tables.nps
      ? await answerLines(engine, { ...id, window_from: period.window.from, as_of: period.asOf })
      : [],
  };
}

type Parameters = Readonly<Record<string, string>>;

async function salesLines(engine: Engine, parameters: Parameters): Promise<SalesLine[]> {
  const c = await engine.query(
    "sales-lines-of-customer",
    { row_number: "count", sale_date: "date", amount: "money", line_cost: "money" },
    parameters,
  );
  return inFileOrder(
    c.row_number.map((row, i) => ({
      row: row ?? 0,
      date: c.sale_date[i] as IsoDate,
      amount: c.amount[i] ?? zero,
      cost: c.line_cost[i] ?? null,
    })),
  );
}

async function costLines(engine: Engine, parameters: Parameters): Promise<CostLine[]> {
  const c = await engine.query(
    "costs-lines-of-customer",
    { row_number: "count", cost_date: "date", amount: "money", cost_type: "text" },
    parameters,
  );
  return inFileOrder(
    c.row_number.map((row, i) => ({
      row: row ?? 0,
      date: c.cost_date[i] as IsoDate,
      amount: c.amount[i] ?? zero,
      type: c.cost_type[i] as CostLine["type"],
    })),
  );
}

async function answerLines(engine: Engine, parameters: Parameters): Promise<AnswerLine[]> {
  const c = await engine.query(
    "answers-lines-of-customer",
    { row_number: "count", answer_date: "date", score: "count", respondent: "text" },
    parameters,
  );
  return inFileOrder(
    c.row_number.map((row, i) => ({
      row: row ?? 0,
      date: c.answer_date[i] as IsoDate,
      score: c.score[i] ?? null,
      respondent: c.respondent[i] ?? null,
    })),
  );
}

const inFileOrder = <L extends Line>(lines: L[]): L[] => lines.sort((a, b) => a.row - b.row);

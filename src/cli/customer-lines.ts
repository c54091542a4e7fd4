import { groupBy } from "../base/grouping.ts";
import { type Money, zero } from "../base/money.ts";
import { compare } from "../base/statistics.ts";
import { linesOfCustomer } from "../engine/line-facts.ts";
import type { CustomerLines, LineDay, LineSum, PlacedLine } from "../facts/lines.ts";
import type { TableRole } from "../ingest/rules.ts";
import { placeOf } from "./load.ts";
import type { Portfolio } from "./open-portfolio.ts";

/** Of many lines so many are named. */
const mostNamed = 3;

/** The rows of the exports that name one customer, with their places. Cost: a scan of each table. */
export async function customerLines(
  { engine, loaded, period }: Pick<Portfolio, "engine" | "loaded" | "period">,
  customerId: string,
): Promise<CustomerLines> {
  const { files } = loaded;
  const has = (role: TableRole) => files[role].length > 0;
  const tables = { sales: has("sales"), costs: has("costs"), nps: has("nps") };
  const { sales, costs, answers } = await linesOfCustomer(engine, customerId, period, tables);
  const inWindow = sales.filter(({ date }) => date > period.window.from);
  const prior = sales.filter(({ date }) => date > period.prior.from && date <= period.window.from);
  const before = sales.filter(({ date }) => date <= period.prior.from);
  const purchases = sales.filter(({ amount }) => amount >= zero);
  const [first, last] = [
    purchases.reduce<Line | null>((found, line) => (found === null || line.date < found.date ? line : found), null),
    purchases.reduce<Line | null>((found, line) => (found === null || line.date > found.date ? line : found), null),
  ];
  const placed = (role: TableRole) => (line: Line) => place(files[role], line);
  const sum = (role: TableRole, lines: readonly Line[]) => sumOf(lines, placed(role));
  return {
    inWindow: sum("sales", inWindow),
    prior: sum("sales", prior),
    before: sum("sales", before),
    costOnLines: sum(
      "sales",
      inWindow.flatMap(({ cost, ...line }) => (cost === null ? [] : [{ ...line, amount: cost }])),
    ),
    costOfGoods: sum(
      "costs",
      costs.filter(({ type }) => type === "cogs"),
    ),
    costToServe: sum(
      "costs",
      costs.filter(({ type }) => type === "cost_to_serve"),
    ),
    firstPurchase: first === null ? null : placed("sales")(first),
    lastPurchase: last === null ? null : placed("sales")(last),
    answers: answers.map(({ row, date, score, respondent }) => ({
      place: placeOf(files.nps, row),
      date,
      score,
      respondent,
    })),
    days: daysOf(sales),
  };
}

function daysOf(lines: readonly Line[]): LineDay[] {
  const days = groupBy(lines, ({ date }) => date);
  return [...days.keys()].sort(compare).map((date) => {
    const own = days.get(date) as readonly Line[];
    const sum = (some: readonly Line[]): Money => some.reduce((total, { amount }) => total + amount, zero);
    const purchases = own.filter(({ amount }) => amount >= zero);
    const returns = own.filter(({ amount }) => amount < zero);
    return {
      date,
      purchases: purchases.length,
      spend: sum(purchases),
      returns: returns.length,
      returned: sum(returns),
    };
  });
}

interface Line {
  readonly row: number;
  readonly date: string;
  readonly amount: Money;
}

const place = (files: Parameters<typeof placeOf>[0], { row, date, amount }: Line): PlacedLine => ({
  place: placeOf(files, row),
  date,
  amount,
});

/** Lines are in the order of their rows, so equal sizes keep it. */
const sumOf = (lines: readonly Line[], placed: (line: Line) => PlacedLine): LineSum => ({
  count: lines.length,
  amount: lines.reduce((total, { amount }) => total + amount, zero),
  largest: lines
    .toSorted((a, b) => compare(size(b.amount), size(a.amount)))
    .slice(0, mostNamed)
    .map(placed),
});

const size = (amount: Money): Money => (amount < zero ? -amount : amount);

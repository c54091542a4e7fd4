import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { exactMoney, zero } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import {
  type AnswerTotals,
  answersInWindow,
  answerTotals,
  type CostTotals,
  costsByCustomer,
  costTotals,
  countOrders,
  customersOf,
  lastDay,
  type RepeatedRow,
  repeatedRows,
  type SalesByCustomer,
  type SalesDays,
  type SalesTotals,
  salesByCustomer,
  salesDays,
  salesTotals,
} from "../engine/facts.ts";
import { type FirstRows, firstRowsOf, noRowsPlaced } from "../engine/places.ts";
import type { Engine } from "../engine/port.ts";
import type { Answer } from "../facts/answers.ts";
import type { Card } from "../facts/card.ts";
import type { CostFacts } from "../facts/costs.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { CustomerEvent } from "../facts/events.ts";
import type { Period } from "../facts/period.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { TableRole } from "../ingest/rules.ts";
import { firstValues, type Notice } from "../quality/notice.ts";
import { type CurrencyRates, settleCurrency } from "./currency.ts";
import { findInputs, type InputFile, type OnRefused, type RoleFiles, refuseExportName } from "./inputs.ts";
import { type Loaded, loadInputs, placeOf, readingsOf, type TableNeeds, tableOf } from "./load.ts";
import { type NamedOtherwise, noticesOf } from "./notices.ts";
import { findPeriod, isDoubtful, quarterEnds } from "./period.ts";
import { type Progress, startProgress } from "./progress.ts";
import { makeRunFolder } from "./run-folder.ts";
import { unusedNotices } from "./unused-notices.ts";

/** What a command wants of the exports, and what the user said of them. */
export interface PortfolioRequest {
  readonly dir: string | undefined;
  readonly files: RoleFiles;
  readonly read: ReadOptions;
  readonly needs: TableNeeds;
  readonly asOf: string | undefined;
  readonly window: number;
  readonly historyFrom: string | undefined;
  readonly memory: string | undefined;
  readonly quiet: boolean;
  /** Where bad rows go that are put aside. */
  readonly quarantine: string | null;
  /** Rates that make several currencies one. */
  readonly currency?: CurrencyRates | undefined;
  /** Whether that file may replace another. */
  readonly force: boolean;
  /** Called when the input files are known and nothing is read yet: to refuse what cannot end well. */
  readonly onInputs?: (names: readonly string[]) => void;
  /** Look for duplicate rows in files of any size. */
  readonly alwaysHash?: boolean;
  /** Whether the command has nothing to say without a sales line. */
  readonly needsSales?: boolean;
  /** For `check`: hears of a file that is refused, and the run goes on without it; without it such a file ends the run. */
  readonly onRefused?: OnRefused;
}

/** Exports read into the engine's tables, and nothing concluded. */
export interface OpenedExports {
  readonly inputs: readonly InputFile[];
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly progress: Progress;
}

/** An opened set of exports: loaded, dated, added up. */
export interface Portfolio {
  readonly inputs: readonly InputFile[];
  readonly loaded: Loaded;
  readonly engine: Engine;
  readonly period: Period;
  /** The only currency that the files name. */
  readonly currency: string | null;
  readonly totals: {
    readonly sales: SalesTotals | null;
    readonly costs: CostTotals | null;
    readonly answers: AnswerTotals | null;
  };
  /** Everything known of each id, in no particular order. */
  readonly customers: readonly CustomerFacts[];
  readonly customersListed: number;
  readonly customersWithSales: number;
  readonly notices: readonly Notice[];
}

/**
 * Opens the exports that the user named, calls `use`, and cleans up whatever happens. Errors: everything that is wrong with
 * the files (see docs/errors.md).
 */
export const openPortfolio = (
  io: Io,
  request: PortfolioRequest,
  use: (portfolio: Portfolio) => Promise<void>,
): Promise<void> =>
  openExports(io, request, async ({ engine, inputs, loaded, progress }) => {
    if (request.needsSales === true) refuseWithoutSales(request.dir, loaded);
    progress.say("adding up");
    const portfolio = await addUp(engine, inputs, loaded, request);
    progress.stop();
    const named = inputs.map(({ name }) => name);
    await use({ ...portfolio, notices: [...portfolio.notices, ...unusedNotices(io, request.dir, named)] });
  });

/** Reads the exports, calls `use`, and cleans up whatever happens. */
export async function openExports(
  io: Io,
  request: PortfolioRequest,
  use: (exports: OpenedExports) => Promise<void>,
): Promise<void> {
  const folder = makeRunFolder();
  const progress = startProgress(io, request.quiet);
  let engine: Engine | null = null;
  try {
    const inputs = await findInputs(io, request.dir, request.files, folder.temporary, request.onRefused);
    request.onInputs?.(inputs.map(({ name }) => name));
    const quarantine = await quarantineOf(io, request, inputs);
    const { openDuckDb } = await import("../engine/duckdb.ts");
    engine = await openDuckDb({
      readablePaths: inputs.map(({ path }) => path),
      temporaryFolder: folder.path,
      memory: request.memory,
    });
    const loaded = await loadInputs(
      engine,
      inputs,
      {
        needs: request.needs,
        read: request.read,
        alwaysHash: request.alwaysHash === true,
        onFile: (name) => progress.say(`reading ${name}`),
        onRefused: request.onRefused,
      },
      folder.temporary,
    );
    await use({ engine, inputs, loaded, progress });
    // Last, so that a run that fails leaves nothing behind.
    if (quarantine !== null) (await import("./quarantine.ts")).writeQuarantine(readingsOf(loaded), quarantine);
  } finally {
    progress.stop();
    await engine?.close();
    folder.remove();
  }
}

/** Where bad rows are put aside, checked before the work starts. */
async function quarantineOf(io: Io, { quarantine: file, force, dir }: PortfolioRequest, inputs: readonly InputFile[]) {
  if (file === null) return null;
  const { checkQuarantine } = await import("./quarantine.ts");
  refuseExportName(io, dir, file);
  return checkQuarantine({ file, cwd: io.cwd, force, inputs: inputs.map(({ path }) => path) });
}

/** Without a sales line there is nobody to rank; a run that said so with an empty table would look like a result. */
function refuseWithoutSales(dir: string | undefined, loaded: Loaded): void {
  if (loaded.files.sales.some(({ rows }) => rows > 0)) return;
  const readings = readingsOf(loaded);
  throw new UserError("there are no sales lines, and without them nothing can be classified", {
    place: dir === undefined ? undefined : { file: dir },
    details: readings.map(({ role, rows, text }) => `${role}: ${text.name}, ${rows} row${rows === 1 ? "" : "s"}`),
    hint: "put the sales export into the folder as sales.csv, or name it: --sales FILE",
  });
}

async function addUp(
  engine: Engine,
  inputs: readonly InputFile[],
  loaded: Loaded,
  request: PortfolioRequest,
): Promise<Portfolio> {
  const has = (role: TableRole) => loaded.files[role].length > 0;
  const period = await periodOf(engine, loaded, request);
  const currency = await settleCurrency(engine, loaded, request.currency);
  const totals = {
    sales: has("sales") ? await salesTotals(engine, period) : null,
    costs: has("costs") ? await costTotals(engine, period) : null,
    answers: has("nps") ? await answerTotals(engine, period) : null,
  };
  const quarters = quarterEnds(period.asOf, period.months);
  const hasOrderIds = loaded.files.sales.some(({ mapping }) => mapping.has("order_id"));
  const sales = has("sales") ? await salesByCustomer(engine, period, quarters, hasOrderIds) : noSales;
  const costs = has("costs") ? await costsByCustomer(engine, period) : [];
  const answers = has("nps") ? await answersInWindow(engine, period) : [];
  const cards = loaded.customers.flatMap((reading) => reading.cards);
  const repeated: Record<TableRole, readonly RepeatedRow[]> = { sales: [], costs: [], nps: [] };
  for (const role of Object.keys(tableOf) as TableRole[])
    if (has(role) && loaded.hashed[role]) repeated[role] = await repeatedRows(engine, tableOf[role]);
  const notices = noticesOf({
    loaded,
    period,
    totals,
    ids: {
      sales: sales.sales.map(({ customerId }) => customerId),
      costs: has("costs") ? await customersOf(engine, "costs", period) : [],
      answers: has("nps") ? await customersOf(engine, "answers", period) : [],
    },
    repeated,
    blankCurrencies: currency.blank,
    renamed: sales.renamed,
    firstRows: await firstRows(engine, period, totals),
    namedOtherwise: namedOtherwise(cards, sales),
  });
  return {
    inputs,
    loaded,
    engine,
    period,
    currency: currency.code,
    totals,
    customers: joinFacts(
      cards.map((card) => knownBy(card, period.asOf)),
      sales,
      costs,
      answers,
      eventsInWindow(loaded, period),
    ),
    customersListed: cards.length,
    customersWithSales: sales.sales.length,
    notices,
  };
}

/** A card as it stood on the as-of date: a start that lies after it had not happened. */
const knownBy = (card: Card, asOf: string): Card =>
  card.since !== null && card.since > asOf ? { ...card, since: null } : card;

/** Where the rows are that the notices count: asked only where there are some. */
async function firstRows(
  engine: Engine,
  period: Period,
  { sales, costs, answers }: Portfolio["totals"],
): Promise<Record<TableRole, FirstRows>> {
  return {
    sales:
      sales === null
        ? noRowsPlaced
        : await firstRowsOf(engine, "sales", period.asOf, {
            after: sales.linesAfter,
            unassigned: sales.linesUnassigned,
          }),
    costs:
      costs === null
        ? noRowsPlaced
        : await firstRowsOf(engine, "costs", period.costsTo, {
            after: costs.rowsAfter,
            unassigned: costs.rowsUnassigned,
          }),
    nps:
      answers === null
        ? noRowsPlaced
        : await firstRowsOf(engine, "answers", period.asOf, {
            after: answers.rowsAfter,
            unassigned: answers.rowsUnassigned,
            blank: answers.blank,
          }),
  };
}

/**
 * Customers whose listed name is another than the latest of their sales lines, by id. Case, blanks and the composition of
 * accents are spelling, not another name.
 */
function namedOtherwise(cards: readonly Card[], { sales, names }: SalesByCustomer): NamedOtherwise[] {
  const listedName = new Map(cards.map(({ customerId, name }) => [customerId, name]));
  return sales
    .flatMap(({ customerId }, i) => {
      const [listed, sold] = [listedName.get(customerId) ?? null, names[i] ?? null];
      if (listed === null || sold === null || spelledAlike(listed) === spelledAlike(sold)) return [];
      return [{ customerId, listed, sold }];
    })
    .sort((a, b) => compareCodePoints(a.customerId, b.customerId));
}

const spelledAlike = (name: string): string => name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

const noSales: SalesByCustomer = { sales: [], names: [], renamed: [] };

async function periodOf(engine: Engine, loaded: Loaded, request: PortfolioRequest): Promise<Period> {
  const { files, customers, events } = loaded;
  const days = files.sales.length > 0 ? await salesDays(engine) : { first: null, last: null, before: null };
  const others =
    days.last === null
      ? [
          files.costs.length > 0 ? await lastDay(engine, "costs") : null,
          files.nps.length > 0 ? await lastDay(engine, "answers") : null,
          ...customers.flatMap(({ cards }) => cards.flatMap(({ since, until }) => [since, until])),
          // A review that is planned has not happened.
          ...events.flatMap(({ rows }) => rows.flatMap(({ date, type }) => (type === "qbr" ? [] : [date]))),
        ]
      : [];
  const suspects = await suspectPlaces(engine, loaded, days, request.asOf);
  return findPeriod(
    {
      firstSale: days.first,
      lastSale: days.last,
      saleBefore: days.before,
      lastOther: others.reduce(
        (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
        null,
      ),
    },
    request,
    suspects,
  );
}

/** Where the lines of the latest sale date are. */
async function suspectPlaces(
  engine: Engine,
  loaded: Loaded,
  days: SalesDays,
  asOf: string | undefined,
): Promise<string[]> {
  const { last } = days;
  if (last === null || asOf !== undefined || !isDoubtful(days)) return [];
  const { row_number } = await engine.query("sales-of-day", { row_number: "count" }, { day: last });
  return row_number
    .map((row) => row ?? 0)
    .sort((a, b) => a - b)
    .slice(0, firstValues)
    .map((row) => `${placeOf(loaded.files.sales, row)}: ${last}`);
}

/** Everything known of each id of any file. A customer that is not in the customers file has the name of its sales lines. */
function joinFacts(
  cards: readonly Card[],
  sales: SalesByCustomer,
  costs: readonly CostFacts[],
  answers: readonly Answer[],
  events: readonly CustomerEvent[],
): CustomerFacts[] {
  const cardOf = new Map(cards.map((card) => [card.customerId, card]));
  const costOf = new Map(costs.map((cost) => [cost.customerId, cost]));
  const answersOf = new Map<string, Answer[]>();
  for (const answer of answers) {
    if (answer.customerId === null) continue;
    const known = answersOf.get(answer.customerId);
    if (known === undefined) answersOf.set(answer.customerId, [answer]);
    else known.push(answer);
  }
  const having = (type: CustomerEvent["type"]) =>
    new Set(events.filter((event) => event.type === type).map(({ customerId }) => customerId));
  const [refused, efficient] = [having("refused_offer"), having("efficiency_need")];
  const factsOf = (customerId: string, card: Card | null, salesFacts: CustomerFacts["sales"]): CustomerFacts => ({
    customerId,
    card,
    sales: salesFacts,
    costs: costOf.get(customerId) ?? null,
    answers: answersOf.get(customerId) ?? noAnswers,
    refusedOffer: refused.has(customerId),
    efficiencyNeed: efficient.has(customerId),
  });
  const customers = sales.sales.map((facts, i) => {
    const card = cardOf.get(facts.customerId);
    return factsOf(facts.customerId, withName(facts.customerId, card ?? null, sales.names[i] ?? null), facts);
  });
  const known = new Set(sales.sales.map(({ customerId }) => customerId));
  for (const card of cards) {
    if (!known.has(card.customerId)) customers.push(factsOf(card.customerId, card, null));
    known.add(card.customerId);
  }
  for (const { customerId } of costs) if (!known.has(customerId)) customers.push(factsOf(customerId, null, null));
  return customers;
}

const eventsInWindow = ({ events }: Loaded, { window }: Period): CustomerEvent[] =>
  events.flatMap((reading) => reading.events.filter(({ date }) => date > window.from && date <= window.to));

const noAnswers: readonly Answer[] = [];

const blankCard: Card = {
  customerId: "",
  name: null,
  segment: null,
  industry: null,
  country: null,
  region: null,
  owner: null,
  employees: null,
  since: null,
  until: null,
  potentialGrade: null,
  potentialGrowthPct: null,
  potentialRevenue: null,
  wallet: null,
  driver: null,
  refused: null,
  activeUsers: null,
  potentialUsers: null,
  regionsServed: null,
  regionsPresent: null,
};

function withName(customerId: string, card: Card | null, name: string | null): Card | null {
  if (card === null) return name === null ? null : { ...blankCard, customerId, name };
  return card.name === null && name !== null ? { ...card, name } : card;
}

/** The totals of every file given, as the json document states them (CONTRACT: `facts`). */
export async function factsOf({
  engine,
  period,
  totals,
  customersListed,
  customersWithSales,
}: Pick<Portfolio, "engine" | "totals" | "customersListed" | "customersWithSales"> & {
  readonly period: Period | null;
}) {
  const { sales, costs, answers } = totals;
  return {
    sales_rows: sales?.linesToDate ?? 0,
    revenue_total: exactMoney(sales?.amountToDate ?? zero),
    customers_with_sales: customersWithSales,
    orders: sales === null || period === null ? 0 : await countOrders(engine, period),
    first_sale: sales?.firstSale ?? null,
    last_sale: sales?.lastSale ?? null,
    costs_rows: costs?.rows ?? 0,
    costs_total: exactMoney(costs?.amount ?? zero),
    customers_listed: customersListed,
    nps_answers: answers?.answers ?? 0,
    promoters: answers?.promoters ?? 0,
    detractors: answers?.detractors ?? 0,
  };
}

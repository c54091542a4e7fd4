import type { IsoDate } from "../base/calendar.ts";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { exactMoney, zero } from "../base/money.ts";
import { attributesByCustomer, soldAttributes, soldColumn } from "../engine/attribute-facts.ts";
import { categoriesByCustomer } from "../engine/category-facts.ts";
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
  type SalesDays,
  type SalesTotals,
  salesByCustomer,
  salesDays,
  salesTotals,
} from "../engine/facts.ts";
import { type FirstRows, firstRowsOf, noRowsPlaced } from "../engine/places.ts";
import type { Engine } from "../engine/port.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { Period } from "../facts/period.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import type { TableRole } from "../ingest/rules.ts";
import { firstValues, type Notice } from "../quality/notice.ts";
import { findContradictions } from "./attribute-notices.ts";
import { type CurrencyRates, settleCurrency } from "./currency.ts";
import { findInputs, type InputFile, type OnRefused, type RoleFiles, refuseExportName } from "./inputs.ts";
import { joinFacts } from "./join-facts.ts";
import { isLoaded, type Loaded, loadInputs, placeOf, readingsOf, type TableNeeds, tableOf } from "./load.ts";
import { noticesOf } from "./notices.ts";
import { findPeriod, isDoubtful, quarterEnds } from "./period.ts";
import { type Progress, startProgress } from "./progress.ts";
import { makeRunFolder } from "./run-folder.ts";
import { exportsSeen, unusedNotices } from "./unused-notices.ts";

/** What a command wants of the exports, and what the user said of them. */
export interface PortfolioRequest {
  readonly dir: string | undefined;
  readonly files: RoleFiles;
  readonly read: ReadOptions;
  readonly needs: TableNeeds;
  readonly asOf: string | undefined;
  /** The as-of date where none is named, from the first and latest sale; `undefined`: the latest sale. */
  readonly asOfWithin?: ((first: IsoDate, last: IsoDate) => IsoDate | undefined) | undefined;
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
  /** Files that the command reads beside the exports. */
  readonly alsoReads?: readonly string[] | undefined;
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

/** What the exports say as of one day. */
export interface DatedFacts {
  readonly period: Period;
  readonly totals: {
    readonly sales: SalesTotals | null;
    readonly costs: CostTotals | null;
    readonly answers: AnswerTotals | null;
  };
  /** Everything known of each id, in no particular order. */
  readonly customers: readonly CustomerFacts[];
  readonly customersWithSales: number;
}

/** An opened set of exports: loaded, dated, added up. */
export interface Portfolio extends DatedFacts {
  readonly inputs: readonly InputFile[];
  readonly loaded: Loaded;
  readonly engine: Engine;
  /** The only currency that the files name. */
  readonly currency: string | null;
  readonly customersListed: number;
  readonly notices: readonly Notice[];
  /**
   * The same exports as of another day. The customers file carries no history: its attributes are those of today, but for
   * a start that lies after the day. `option` named the day, for the error that it is before the first sale.
   */
  readonly at: (asOf: IsoDate, option: string) => Promise<DatedFacts>;
  /** The same exports as of the same day, over a window of so many months. */
  readonly over: (months: number) => Promise<DatedFacts>;
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
    if (request.needsSales === true) refuseWithoutSales(io, request, loaded);
    progress.say("adding up");
    const portfolio = await portfolioOf(engine, inputs, loaded, request);
    progress.stop();
    const named = [...inputs.map(({ name }) => name), ...(request.alsoReads ?? [])];
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
    const inputs = await findInputs(io, request.dir, request.files, folder, request.onRefused);
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
      folder,
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
function refuseWithoutSales(io: Io, { dir, alsoReads = [] }: PortfolioRequest, loaded: Loaded): void {
  if (loaded.files.sales.some(({ rows }) => rows > 0)) return;
  throw new UserError("there are no sales lines, and without them nothing can be classified", {
    place: dir === undefined ? undefined : { file: dir },
    details: exportsSeen(io, dir, loaded, alsoReads),
    hint: "put the sales export into the folder as sales.csv, or name it: --sales FILE",
  });
}

/** Dates the exports, brings them to one currency, adds them up, and says what is odd in them. */
async function portfolioOf(
  engine: Engine,
  inputs: readonly InputFile[],
  loaded: Loaded,
  request: PortfolioRequest,
): Promise<Portfolio> {
  const has = (role: TableRole) => loaded.files[role].length > 0;
  const period = await periodOf(engine, loaded, request);
  const currency = await settleCurrency(engine, loaded, request.currency);
  const repeatedIn = (role: TableRole) =>
    has(role) && loaded.hashed[role] ? repeatedRows(engine, tableOf[role]) : noRepeats;
  const [{ facts, cards, sales, sold }, idsOfCosts, idsOfAnswers, inSales, inCosts, inAnswers] = await Promise.all([
    addUp(engine, loaded, request.needs, period),
    has("costs") ? customersOf(engine, "costs", period) : [],
    has("nps") ? customersOf(engine, "answers", period) : [],
    repeatedIn("sales"),
    repeatedIn("costs"),
    repeatedIn("nps"),
  ]);
  const notices = noticesOf({
    loaded,
    period,
    totals: facts.totals,
    ids: {
      sales: sales.map(({ customerId }) => customerId),
      costs: idsOfCosts,
      answers: idsOfAnswers,
    },
    repeated: { sales: inSales, costs: inCosts, nps: inAnswers },
    blankCurrencies: currency.blank,
    firstRows: await firstRows(engine, period, facts.totals),
    contradictions: findContradictions(cards, sold),
  });
  const factsIn = async (other: Period) => (await addUp(engine, loaded, request.needs, other)).facts;
  return {
    ...facts,
    inputs,
    loaded,
    engine,
    currency: currency.code,
    customersListed: cards.length,
    notices,
    at: async (asOf, option) => factsIn(await periodOf(engine, loaded, { ...request, asOf }, option)),
    over: async (window) => factsIn(await periodOf(engine, loaded, { ...request, window })),
  };
}

const noRepeats: readonly RepeatedRow[] = [];

/**
 * What the exports say of a period, and the parts of it that the notices look at. All questions are asked at once: the engine
 * takes them one by one, and answers the next while an answer is decoded.
 */
async function addUp(engine: Engine, loaded: Loaded, needs: TableNeeds, period: Period) {
  const has = (role: TableRole) => loaded.files[role].length > 0;
  const isAsked = (column: string) => isLoaded(loaded, needs, column);
  const hasOrderIds = loaded.files.sales.some(({ mapping }) => mapping.has("order_id"));
  const [sales, categories, sold, costs, answers, salesTotal, costTotal, answerTotal] = await Promise.all([
    has("sales") ? salesByCustomer(engine, period, quarterEnds(period.asOf, period.months), hasOrderIds) : [],
    isAsked("category") ? categoriesByCustomer(engine, period) : null,
    attributesByCustomer(
      engine,
      period,
      soldAttributes.filter((attribute) => isAsked(soldColumn(attribute))),
    ),
    has("costs") ? costsByCustomer(engine, period) : [],
    has("nps") ? answersInWindow(engine, period) : [],
    has("sales") ? salesTotals(engine, period) : null,
    has("costs") ? costTotals(engine, period) : null,
    has("nps") ? answerTotals(engine, period) : null,
  ]);
  const cards = loaded.customers.flatMap((reading) => reading.cards);
  const events = loaded.events.flatMap((reading) => reading.events);
  const customers = joinFacts({ cards, sales, sold, categories, costs, answers, events }, period);
  const facts: DatedFacts = {
    period,
    totals: { sales: salesTotal, costs: costTotal, answers: answerTotal },
    customers,
    customersWithSales: sales.length,
  };
  return { facts, cards, sales, sold };
}

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

async function periodOf(
  engine: Engine,
  loaded: Loaded,
  request: PortfolioRequest,
  option = "--as-of",
): Promise<Period> {
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
  const within = days.first === null || days.last === null ? undefined : request.asOfWithin?.(days.first, days.last);
  const asOf = request.asOf ?? within;
  const suspects = await suspectPlaces(engine, loaded, days, asOf);
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
    { asOf, window: request.window, option },
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

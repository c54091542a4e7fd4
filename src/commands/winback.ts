import { addDays } from "../base/calendar.ts";
import { groupBy } from "../base/grouping.ts";
import type { Io } from "../base/io.ts";
import { isLoaded } from "../cli/load.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import { asWholeNumber } from "../cli/options.ts";
import { parseScoreOptions } from "../cli/score-options.ts";
import { answersToDate } from "../engine/answer-facts.ts";
import { purchaseDaysByCustomer } from "../engine/day-facts.ts";
import { ledgersOf } from "../engine/ledger-facts.ts";
import type { Ledger } from "../facts/ledger.ts";
import { winbackColumns, winbackRemarks, winbackReport } from "../reports/winback.ts";
import type { CostInformation } from "../scoring/contribution.ts";
import { lossOfCustomer } from "../scoring/winback/lost.ts";
import { scoreWinback, type WinbackFacts, type WinbackOptions, WinbackSettings } from "../scoring/winback.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

const needs = { ...classifyNeeds, sales: [...classifyNeeds.sales, "quantity"] };

/** Manual: docs/winback.md. */
export const winbackCommand = (io: Io) =>
  scoreCommand("winback")
    .option(
      "--lost-after <days>",
      "lost is who bought nothing for so long (default: twice its own gap between orders, a year at least)",
      asWholeNumber(1, 36_500),
    )
    .action((dir, options) => runScore(io, dir, options, winbackSpec(options)));

/** What `winback` reads and says. */
export const winbackSpec = (options: {
  readonly lostAfter?: number | undefined;
}): ScoreSpec<WinbackOptions, "winback"> => ({
  name: "winback",
  words: ["winback"],
  needs,
  needsSales: true,
  columns: () => winbackColumns,
  own: (settings) => {
    const lostAfter = options.lostAfter === undefined ? {} : { lostAfter: options.lostAfter };
    return parseScoreOptions(WinbackSettings, { winback: { ...settings.winback, ...lostAfter } }).winback;
  },
  ownJson: ({ lostAfter }) => ({ lost_after: lostAfter ?? null }),
  say: async ({ portfolio, chosen, own }) => {
    const { period, currency, loaded } = portfolio;
    const lostAfter = own.lostAfter ?? null;
    const { facts, ledgers } = await factsOf(portfolio, lostAfter);
    const hasEvents = loaded.events.length > 0;
    const winback = scoreWinback(
      facts,
      {
        period,
        firstSale: portfolio.totals.sales?.firstSale ?? null,
        costs: costInformationOf(portfolio, ledgers),
        hasEvents,
      },
      { winback: own, contribution: chosen.contribution },
    );
    const content = {
      winback,
      lostAfter,
      factors: own.factors,
      asOf: period.asOf,
      currency,
      hasQuantities: isLoaded(loaded, needs, "quantity"),
      hasEvents,
    };
    return {
      report: (words) => winbackReport({ ...content, words }),
      remarks: (words) => winbackRemarks({ ...content, words }),
    };
  },
});

/** First who is lost, then of those alone what there is to know: most customers are not. */
async function factsOf({ engine, period, customers, totals }: Portfolio, lostAfter: number | null) {
  const { asOf } = period;
  const days = await purchaseDaysByCustomer(engine, asOf);
  const found = customers.map((customer) => ({
    customer,
    loss: lossOfCustomer(customer.card, days.get(customer.customerId)?.days ?? [], asOf, lostAfter),
  }));
  const lost = found.filter(({ loss }) => loss !== null);
  const lastPurchaseTo = lost.reduce(
    (latest, { loss }) => {
      const day = loss?.lastPurchase ?? "";
      return day > latest ? day : latest;
    },
    addDays(asOf, -36_500),
  );
  const ledgers = await ledgersOf(
    engine,
    period,
    { ids: new Set(lost.map(({ customer }) => customer.customerId)), lastPurchaseTo },
    totals.costs !== null,
  );
  const answers =
    totals.answers === null
      ? new Map<string | null, WinbackFacts["answers"]>()
      : groupBy(await answersToDate(engine, asOf), ({ customerId }) => customerId);
  const facts = found.map(
    ({ customer, loss }): WinbackFacts => ({
      customer,
      loss,
      ledger: ledgers.get(customer.customerId) ?? null,
      answers: answers.get(customer.customerId) ?? [],
    }),
  );
  return { facts, ledgers };
}

/** Over all time: the windows of the lost lie in the past. */
const costInformationOf = (
  { totals: { sales, costs } }: Portfolio,
  ledgers: ReadonlyMap<string, Ledger>,
): CostInformation => ({
  costOnLines: (sales?.linesWithCost ?? 0) > 0,
  costOfGoodsRows: (costs?.goodsRows ?? 0) > 0,
  costToServeRows: [...ledgers.values()].some(({ costs }) => costs.some(({ costToServeRows }) => costToServeRows > 0)),
});

import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { periodUnits } from "../base/calendar-period.ts";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { isLoaded, readingsOf } from "../cli/load.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import { asWholeNumber } from "../cli/options.ts";
import { given, parseScoreOptions } from "../cli/score-options.ts";
import { firstSalespersons, monthsByCustomer } from "../engine/month-facts.ts";
import { retentionColumns, retentionRemarks, retentionReport } from "../reports/retention.ts";
import { cardAttributes, groupsBy } from "../scoring/nps/attributes.ts";
import { type EarlyChurnScore, scoreEarlyChurn } from "../scoring/retention/early-churn.ts";
import { bases, monthsTold } from "../scoring/retention/timeline.ts";
import { scoreWhatIf } from "../scoring/retention/what-if.ts";
import { type Retention, type RetentionOptions, RetentionSettings, scoreRetention } from "../scoring/retention.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

const needs = { ...classifyNeeds, sales: [...classifyNeeds.sales, "salesperson"] };

/** Manual: docs/retention.md. */
export const retentionCommand = (io: Io) =>
  scoreCommand("retention")
    .addOption(new Option("--period <unit>", "calendar period (default: quarter)").choices(periodUnits))
    .addOption(new Option("--basis <basis>", "active by purchases (default: sales), or by contract").choices(bases))
    .option(
      "--active-window <months>",
      "active is who bought in so many months up to the period's end",
      asWholeNumber(1, 1200),
    )
    .option("--cohorts", "those who began in one period, followed through the next ones")
    .addOption(new Option("--group <attribute>", "and for each group of customers").choices(cardAttributes))
    .option(
      "--early-churn-days <days>",
      "lost so soon after the first purchase is early (default: 90)",
      asWholeNumber(1, 3650),
    )
    .option("--what-if <points>", "what so many points more retention would be worth, as +5", asPoints)
    .action((dir, options) => runScore(io, dir, options, retentionSpec(dir, options)));

interface RetentionChoice extends Partial<RetentionOptions> {
  readonly cohorts?: true | undefined;
  readonly group?: (typeof cardAttributes)[number] | undefined;
  readonly whatIf?: number | undefined;
  readonly historyFrom?: string | undefined;
}

/** What `retention` reads and says. */
export function retentionSpec(
  dir: string | undefined,
  options: RetentionChoice,
): ScoreSpec<RetentionOptions, "retention"> {
  const { period, basis, activeWindow, earlyChurnDays, group, whatIf: points, historyFrom } = options;
  const shape = { byGroup: group !== undefined, cohorts: options.cohorts === true };
  return {
    name: "retention",
    words: ["retention"],
    needs,
    // By contract there need be none; by sales the words below say what is missing.
    needsSales: false,
    columns: () => retentionColumns(shape),
    own: (settings) => {
      const flags = { period, basis, activeWindow, earlyChurnDays };
      const chosen = parseScoreOptions(RetentionSettings, {
        retention: { ...settings.retention, ...given(flags) },
      }).retention;
      if (chosen.basis === "contract" && activeWindow !== undefined)
        throw new UserError("--active-window counts purchases, and this is by contract", {
          hint: "leave it out, or --basis sales",
          exit: 2,
        });
      return chosen;
    },
    ownJson: (own) => ({
      period: own.period,
      basis: own.basis,
      active_window: own.activeWindow ?? null,
      early_churn_days: own.earlyChurnDays,
      cohorts: shape.cohorts,
      group: group ?? null,
      what_if: points ?? null,
    }),
    say: async ({ portfolio, classification, own }) => {
      if (own.basis === "contract") refuseWithoutStart(dir, portfolio);
      else refuseWithoutSales(dir, portfolio);
      const { retention, earlyChurn } = await scoresOf(portfolio, own, { group, historyFrom });
      const { summary } = classification();
      const content = {
        retention,
        options: own,
        earlyChurn,
        whatIf:
          points === undefined
            ? null
            : scoreWhatIf(
                retention.rows.filter((row) => row.group === null),
                points,
                own.period,
                // The margin of the portfolio needs the cost of goods of every customer in it.
                summary.contribution === null || summary.costOfGoodsKnown < summary.statuses.active
                  ? null
                  : { contribution: summary.contribution, revenue: summary.revenue },
              ),
        shape,
        asOf: portfolio.period.asOf,
        currency: portfolio.currency,
      };
      return {
        report: (words) => retentionReport({ ...content, words }),
        remarks: (words) => retentionRemarks({ ...content, words }),
      };
    },
  };
}

interface RetentionScores {
  readonly retention: Retention;
  readonly earlyChurn: EarlyChurnScore;
}

/** What was said of the customers of a portfolio, by what was asked: a report tells of periods, and of cohorts. */
const known = new WeakMap<Portfolio["customers"], Map<string, Promise<RetentionScores>>>();

function scoresOf(
  portfolio: Portfolio,
  options: RetentionOptions,
  asked: Pick<RetentionChoice, "group" | "historyFrom">,
): Promise<RetentionScores> {
  const own = known.get(portfolio.customers) ?? new Map<string, Promise<RetentionScores>>();
  known.set(portfolio.customers, own);
  const question = JSON.stringify([options, asked]);
  const found = own.get(question) ?? score(portfolio, options, asked);
  own.set(question, found);
  return found;
}

async function score(
  { engine, customers, totals, loaded, period: { asOf } }: Portfolio,
  options: RetentionOptions,
  { group, historyFrom }: Pick<RetentionChoice, "group" | "historyFrom">,
): Promise<RetentionScores> {
  const history = { firstSale: totals.sales?.firstSale ?? null, historyFrom: historyFrom ?? null };
  const ledgers = totals.sales === null ? new Map() : await monthsByCustomer(engine, asOf, monthsTold(options));
  const salespersons = isLoaded(loaded, needs, "salesperson") ? await firstSalespersons(engine, asOf) : new Map();
  const groups = group === undefined ? null : groupsBy(group, customers, []);
  return {
    retention: scoreRetention(customers, ledgers, { ...history, asOf, groups }, options),
    earlyChurn: scoreEarlyChurn(customers, options, { ...history, asOf, salespersons }),
  };
}

function asPoints(text: string): number {
  const points = Number(text);
  if (!/^[+-]?\d{1,3}(\.\d{1,2})?$/.test(text) || points === 0 || Math.abs(points) > 100)
    throw new InvalidArgumentError("It is percentage points to at most two places, as +5.");
  return points;
}

function refuseWithoutSales(dir: string | undefined, { loaded }: Portfolio): void {
  if (loaded.files.sales.some(({ rows }) => rows > 0)) return;
  throw new UserError("there are no sales lines, and without them nobody can be said to have stayed", {
    place: dir === undefined ? undefined : { file: dir },
    details: readingsOf(loaded).map(
      ({ role, rows, text }) => `${role}: ${text.name}, ${rows} row${rows === 1 ? "" : "s"}`,
    ),
    hint: "put the sales export into the folder as sales.csv, or count by contract: --basis contract",
  });
}

/** By contract there is nobody without a start. */
function refuseWithoutStart(dir: string | undefined, { loaded, customers, period }: Portfolio): void {
  if (customers.some(({ card }) => card !== null && card.since !== null)) return;
  const [listed] = loaded.customers;
  if (listed === undefined)
    throw new UserError("there is no customers file, and contracts are told by its column since", {
      place: dir === undefined ? undefined : { file: dir },
      hint: "put the customers export into the folder as customers.csv, or count by purchases: --basis sales",
    });
  const { text, headers, mapping } = listed.file;
  throw new UserError(
    mapping.has("since")
      ? `no customer has a start of contract (since) up to ${period.asOf}`
      : "no column tells the start of a contract (since)",
    {
      place: { file: text.name },
      details: mapping.has("since") ? [] : [`headers: ${headers.join(", ")}`],
      hint: "name the column: --map customers.since=HEADER, or count by purchases: --basis sales",
    },
  );
}

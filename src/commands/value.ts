import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { asWholeNumber } from "../cli/options.ts";
import { given, parseScoreOptions } from "../cli/score-options.ts";
import { daysByCustomer } from "../engine/day-facts.ts";
import { acquisitionInWindow, lifetimesByCustomer } from "../engine/value-facts.ts";
import { valueColumns, valueRemarks, valueReport } from "../reports/value.ts";
import { purchaseModelNames } from "../scoring/clv/models.ts";
import { type GroupAttribute, groupAttributes, groupsBy } from "../scoring/nps/attributes.ts";
import type { ValueOptions } from "../scoring/value/prediction.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/value.md. */
export const valueCommand = (io: Io) =>
  scoreCommand("value")
    .option("--predict", "purchases and worth to come, by a model of the customers' own purchases")
    .addOption(new Option("--model <name>", "model of purchases (default: mbg_nbd)").choices(purchaseModelNames))
    .option("--horizon <months>", "months that are looked ahead (default: 36)", asWholeNumber(1, 1200))
    .option("--discount-rate <percent>", "by which a year later is worth less (default: 10)", asPercent)
    .option("--holdout <weeks>", "hold the models against the last weeks, as 26w", asWeeks)
    .addOption(new Option("--group <attribute>", "and for each group of customers").choices(groupAttributes))
    .action((dir, options) => runScore(io, dir, options, valueSpec(options)));

interface ValueChoice extends Partial<ValueOptions> {
  readonly predict?: true | undefined;
  readonly holdout?: number | undefined;
  readonly group?: GroupAttribute | undefined;
  readonly historyFrom?: string | undefined;
}

/** What `value` reads and says. */
export function valueSpec(options: ValueChoice): ScoreSpec<ValueOptions, "value"> {
  const { model, horizon, discountRate, holdout, group, historyFrom } = options;
  const shape = { predicted: options.predict === true, byGroup: group !== undefined };
  return {
    name: "value",
    words: ["value"],
    needs: classifyNeeds,
    needsSales: true,
    columns: () => valueColumns(shape),
    own: async (settings) => {
      if (!shape.predicted) refuseWithoutPrediction({ model, horizon, discountRate, holdout });
      const { ValueSettings } = await import("../scoring/value/prediction.ts");
      const flags = { model, horizon, discountRate };
      return parseScoreOptions(ValueSettings, { value: { ...settings.value, ...given(flags) } }).value;
    },
    ownJson: (own) => ({
      predict: shape.predicted,
      ...(shape.predicted
        ? {
            model: own.model,
            horizon: own.horizon,
            discount_rate: own.discountRate,
            holdout_weeks: holdout ?? null,
          }
        : {}),
      group: group ?? null,
    }),
    say: async ({ portfolio, classification, chosen, months, own }) => {
      const { engine, period, customers, totals, currency, loaded } = portfolio;
      const [{ scoreValue }, { predictValue }, { checkOnHoldout, longestHoldout }] = await Promise.all([
        import("../scoring/value.ts"),
        import("../scoring/value/prediction.ts"),
        import("../scoring/value/holdout.ts"),
      ]);
      const firstSale = totals.sales?.firstSale ?? null;
      if (holdout !== undefined && firstSale !== null)
        refuseLongHoldout(holdout, longestHoldout(firstSale, period.asOf), firstSale, period.asOf);
      const hasCosts = loaded.files.costs.length > 0;
      const { rows } = classification();
      const value = scoreValue(
        rows,
        await lifetimesByCustomer(engine, period, { sales: true, costs: hasCosts }),
        {
          asOf: period.asOf,
          windowFrom: period.window.from,
          months,
          acquisition: hasCosts ? await acquisitionInWindow(engine, period) : { amount: 0n, rows: 0 },
          groups: group === undefined ? null : groupsBy(group, customers, rows),
          firstSale,
          historyFrom: historyFrom ?? null,
        },
        chosen.contribution,
      );
      const ledgers = shape.predicted ? [...(await daysByCustomer(engine, period.asOf)).values()] : [];
      const content = {
        value,
        prediction: shape.predicted ? predictValue(value.rows, ledgers, period.asOf, own) : null,
        holdout: holdout === undefined ? null : checkOnHoldout(ledgers, period.asOf, holdout),
        options: own,
        shape,
        asOf: period.asOf,
        months,
        windowFrom: period.window.from,
        currency,
      };
      return {
        report: (words) => valueReport({ ...content, words }),
        remarks: (words) => valueRemarks({ ...content, words }),
      };
    },
  };
}

function asPercent(text: string): number {
  const percent = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || percent > 1000)
    throw new InvalidArgumentError("It is percent a year from 0 to 1000, as 10 or 7.5.");
  return percent;
}

const mostWeeks = 1040;

function asWeeks(text: string): number {
  const weeks = Number(/^(\d+)w?$/.exec(text)?.[1] ?? 0);
  if (weeks < 1 || weeks > mostWeeks)
    throw new InvalidArgumentError(`It is a number of weeks from 1 to ${mostWeeks}, as 26w.`);
  return weeks;
}

/** Models that were shown next to nothing are no test of anything. */
function refuseLongHoldout(weeks: number, longest: number, firstSale: string, asOf: string): void {
  if (weeks <= longest) return;
  const range = `the sales are those from ${firstSale} to ${asOf}`;
  throw new UserError(`--holdout ${weeks}w is more than half of the sales, and the models need the other half`, {
    details: [range],
    hint: longest === 0 ? "leave it out: it takes two weeks of sales" : `at most --holdout ${longest}w`,
    exit: 2,
  });
}

/** Options of the prediction alone say nothing without it. */
function refuseWithoutPrediction(options: Readonly<Record<string, unknown>>): void {
  const [name] = Object.entries(options).find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  const long = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UserError(`--${long} is about predictions, and none are asked for`, {
    hint: `portfolio value --predict --${long} …`,
    exit: 2,
  });
}

import { InvalidArgumentError } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";
import { money } from "../base/money.ts";
import { refuseWithoutAnswers } from "../cli/refuse-without-answers.ts";
import { swotColumns, swotRemarks, swotReport } from "../reports/swot.ts";
import type { SwotOptions } from "../scoring/swot.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/swot.md. */
export const swotCommand = (io: Io) =>
  scoreCommand("swot")
    .option("--value-cut <amount>", "revenue from which value is high (default: the median)", asAmount)
    .option("--nps-cut <points>", "NPS above which satisfaction is high (default: 0)", asPoints)
    .action((dir, options) => runScore(io, dir, options, swotSpec(io, dir, options)));

/** What `swot` reads and says. */
export const swotSpec = (
  io: Io,
  dir: string | undefined,
  options: { readonly valueCut?: string | undefined; readonly npsCut?: number | undefined },
): ScoreSpec<SwotOptions, "swot"> => ({
  name: "swot",
  words: ["swot"],
  needs: classifyNeeds,
  needsSales: true,
  columns: () => swotColumns,
  own: async () => {
    const { SwotOptions } = await import("../scoring/swot.ts");
    return SwotOptions.parse({ valueCut: options.valueCut, npsCut: options.npsCut });
  },
  ownJson: ({ valueCut, npsCut }) => ({ value_cut: valueCut ?? null, nps_cut: npsCut }),
  say: async ({ portfolio, months, own }) => {
    const { period, customers, currency, loaded } = portfolio;
    refuseWithoutAnswers(io, dir, loaded);
    const { scoreSwot } = await import("../scoring/swot.ts");
    const swot = scoreSwot(customers, own);
    const content = { swot, asOf: period.asOf, months, windowFrom: period.window.from, currency };
    return {
      report: (words) => swotReport({ ...content, words }),
      remarks: (words) => swotRemarks({ ...content, words }),
    };
  },
});

function asAmount(text: string): string {
  if (money(text) === null) throw new InvalidArgumentError("It is an amount, as 100000 or 99999.50.");
  return text;
}

function asPoints(text: string): number {
  const points = Number(text);
  if (!/^-?\d+(\.\d+)?$/.test(text) || points < -100 || points > 100)
    throw new InvalidArgumentError("It is a number of points from -100 to 100.");
  return points;
}

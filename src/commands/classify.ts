import { Command } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import { factsOf, openPortfolio, type Portfolio } from "../cli/open-portfolio.ts";
import { withClasses, withInputs, withOutput, withRows, withTalk, withTime } from "../cli/options.ts";
import { requestOf } from "../cli/request.ts";
import { checkOutputOptions, noticesJson, writeOutput } from "../cli/run-output.ts";
import { parseScoreOptions, plainOptions } from "../cli/score-options.ts";
import { classifyReport } from "../reports/classify.ts";

/** Manual: docs/classify.md. */
export function classifyCommand(io: Io) {
  return withTalk(withOutput(withClasses(withTime(withRows(withInputs(new Command("classify"))))))).action(
    async (dir, options) => {
      const format = checkOutputOptions(io, options, []);
      const { classify, ClassifyOptions } = await import("../scoring/classify.ts");
      const { costInformation } = await import("../scoring/contribution.ts");
      const chosen = parseScoreOptions(ClassifyOptions, {
        abc: { method: options.abcMethod, cuts: options.abcCuts, rankBy: options.rankBy, dMode: options.dMode },
        contribution: { cogs: options.cogs },
      });
      await openPortfolio(io, { ...requestOf(dir, options, needs), needsSales: true }, async (portfolio) => {
        refuseTwoCostSources(portfolio, options.cogs);
        const { customers, period, totals, currency, notices, inputs } = portfolio;
        const classification = classify(customers, { period, costs: costInformation(customers) }, chosen);
        const window = { from: period.window.from, to: period.window.to };
        const report = classifyReport({
          classification,
          months: period.months,
          asOf: period.asOf,
          window,
          currency,
          remainder: {
            lines: totals.sales?.linesUnassignedInWindow ?? 0,
            amount: totals.sales?.amountUnassignedInWindow ?? 0n,
          },
          head:
            format !== "json"
              ? {}
              : {
                  command: "classify",
                  as_of: period.asOf,
                  window,
                  currency,
                  options: { window: period.months, ...plainOptions(chosen) },
                  inputs: inputsJson(portfolio),
                  facts: factsOf(portfolio),
                  notices: noticesJson(notices),
                },
        });
        await writeOutput(
          io,
          options,
          inputs.map(({ path }) => path),
          notices,
          report,
        );
      });
    },
  );
}

const needs = {
  sales: ["customer_id", "sale_date", "amount", "line_cost", "order_id", "currency", "customer_name"],
  costs: ["customer_id", "cost_date", "amount", "cost_type", "currency"],
  nps: ["customer_id", "answer_date", "score", "respondent"],
};

/** Cost of goods on the sales lines and in the costs file may be the same money twice; only the user knows. */
function refuseTwoCostSources(
  { totals: { sales, costs }, loaded: { files } }: Portfolio,
  cogs: string | undefined,
): void {
  if (cogs !== undefined || (sales?.linesWithCost ?? 0) === 0 || (costs?.goodsRows ?? 0) === 0) return;
  throw new UserError("both the sales lines and the costs file carry cost of goods", {
    place: { file: files.costs[0]?.text.name ?? "" },
    details: [
      `${files.sales.map(({ text }) => text.name).join(", ")}: ${sales?.linesWithCost} lines with a cost or profit`,
      `${files.costs.map(({ text }) => text.name).join(", ")}: ${costs?.goodsRows} rows of type cogs`,
    ],
    hint: "say which counts: --cogs sales, --cogs costs, or --cogs add for both",
  });
}

import { Command } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { refuseExportName } from "../cli/inputs.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import { factsOf, openPortfolio, type Portfolio } from "../cli/open-portfolio.ts";
import { withClasses, withInputs, withOutput, withRows, withTalk, withTime } from "../cli/options.ts";
import { requestOf } from "../cli/request.ts";
import { checkOutputOptions, noticesJson, writeOutput } from "../cli/run-output.ts";
import { parseScoreOptions, plainOptions } from "../cli/score-options.ts";
import { loadSettings, withSettings } from "../cli/settings.ts";
import { statedNotices } from "../cli/stated-notices.ts";
import type { SalesTotals } from "../engine/facts.ts";
import type { Report } from "../output/report.ts";
import { classifyColumns, classifyRemarks, classifyReport, type LineParts } from "../reports/classify.ts";
import { enrichReport } from "../reports/enrich.ts";
import type { CostInformation } from "../scoring/contribution.ts";

/** Manual: docs/classify.md. */
export function classifyCommand(io: Io) {
  return withTalk(withOutput(withClasses(withTime(withRows(withInputs(new Command("classify")))))))
    .option("--enrich", "the customers file with its own columns first, ours after")
    .action(async (dir, options) => {
      const settings = await loadSettings(io, options.config, dir);
      const months = options.window ?? settings.window;
      const columns = options.enrich === true ? [] : classifyColumns(months ?? defaultWindow);
      const format = checkOutputOptions(io, options, [], columns);
      // Loaded while the engine reads: the scores bring zod along.
      const scoring = import("../scoring/classify.ts");
      const { abcMethod: method, abcCuts: cuts, rankBy, dMode, cogs } = options;
      const choose = async () =>
        parseScoreOptions((await scoring).ClassifyOptions, {
          // Cuts belong to their method: another method than the file's takes none of the file's cuts.
          abc: {
            ...(method === undefined ? settings.abc : withoutCuts(settings.abc)),
            ...given({ method, cuts, rankBy, dMode }),
          },
          contribution: { ...settings.contribution, ...given({ cogs }) },
          potential: { ...settings.potential },
        });
      // Only cuts can be wrong in a way that the command line does not see by itself.
      if (cuts !== undefined || settings.abc !== undefined) await choose();
      const asked = requestOf(dir, { ...options, window: months }, needs);
      const request = {
        ...asked,
        read: withSettings(asked.read, settings),
        currency: settings.currency,
        needsSales: true,
        onInputs: (names: readonly string[]) => {
          checkOutputOptions(io, options, names, columns);
          refuseExportName(io, dir, options.output);
        },
      };
      await openPortfolio(io, request, async (portfolio) => {
        const { classify } = await scoring;
        const chosen = await choose();
        refuseTwoCostSources(portfolio, chosen.contribution.cogs);
        const { customers, period, totals, currency, inputs } = portfolio;
        const classification = classify(customers, { period, costs: costInformationOf(portfolio) }, chosen);
        const notices = [...portfolio.notices, ...statedNotices(classification.summary.remarks, portfolio)];
        const window = { from: period.window.from, to: period.window.to };
        const content = {
          classification,
          months: period.months,
          asOf: period.asOf,
          window,
          currency,
          remainder: {
            lines: totals.sales?.linesUnassignedInWindow ?? 0,
            amount: totals.sales?.amountUnassignedInWindow ?? 0n,
          },
          lines: totals.sales === null ? null : linePartsOf(totals.sales),
          head:
            format !== "json"
              ? {}
              : {
                  command: "classify",
                  as_of: period.asOf,
                  window,
                  currency,
                  options: {
                    window: period.months,
                    history_from: options.historyFrom ?? null,
                    ...plainOptions(chosen),
                  },
                  inputs: inputsJson(portfolio),
                  facts: await factsOf(portfolio),
                  notices: noticesJson(notices),
                },
        };
        const report = classifyReport(content);
        const names = inputs.map(({ name }) => name);
        const written = options.enrich === true ? enriched(report, portfolio) : report;
        await writeOutput(io, options, names, notices, written, classifyRemarks(content));
      });
    });
}

const defaultWindow = 12;

const withoutCuts = ({ cuts: _cuts, ...rest }: Readonly<Record<string, unknown>> = {}): object => rest;

/** Of all lines and rows of the window, those without a customer too. */
const costInformationOf = ({ totals: { sales, costs } }: Portfolio): CostInformation => ({
  costOnLines: (sales?.linesWithCostInWindow ?? 0) > 0,
  costOfGoodsRows: (costs?.goodsRowsInWindow ?? 0) > 0,
  costToServeRows: (costs?.serveRowsInWindow ?? 0) > 0,
});

function linePartsOf(sales: SalesTotals): LineParts {
  const { linesToDate, amountToDate, linesInWindow, amountInWindow, linesPrior, amountPrior } = sales;
  return {
    total: { lines: sales.lines, amount: sales.amount },
    window: { lines: linesInWindow, amount: amountInWindow },
    prior: { lines: linesPrior, amount: amountPrior },
    before: { lines: linesToDate - linesInWindow - linesPrior, amount: amountToDate - amountInWindow - amountPrior },
    after: { lines: sales.linesAfter, amount: sales.amountAfter },
    unassigned: { lines: sales.linesUnassigned, amount: sales.amountUnassigned },
  };
}

/** The options that the user gave. */
const given = (options: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** With the customers file's own columns; of several files, those of the first. */
function enriched(report: Report, { loaded }: Portfolio): Report {
  const [first] = loaded.customers;
  if (first === undefined) return report;
  const rows = first.cards.map(({ customerId }, i) => ({ customerId, fields: first.records[i] ?? [] }));
  return enrichReport(report, {
    headers: first.file.headers,
    idIndex: first.file.mapping.get("customer_id") ?? 0,
    rows,
  });
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

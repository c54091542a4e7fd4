import { Command } from "@commander-js/extra-typings";
import type { Io } from "../base/io.ts";
import { customerLines } from "../cli/customer-lines.ts";
import { findCustomer } from "../cli/find-customer.ts";
import type { Portfolio } from "../cli/open-portfolio.ts";
import { wordAndFolder } from "../cli/word-and-folder.ts";
import { acquisitionInWindow, lifetimesByCustomer } from "../engine/value-facts.ts";
import { classifyRemarks } from "../reports/classify.ts";
import { explainColumns, explainReport } from "../reports/explain.ts";
import type { Classification, ClassifyOptions } from "../scoring/classify.ts";
import { type Explanation, explainCustomer } from "../scoring/explain.ts";
import type { StageScore } from "../scoring/stage.ts";
import type { ValueScore } from "../scoring/value/row.ts";
import { scoreValue } from "../scoring/value.ts";
import { lossOfCustomer } from "../scoring/winback/lost.ts";
import { findingNeeds } from "./needs.ts";
import { planOf, planSettings } from "./portfolio-plan.ts";
import { runScore, withScoreOptions } from "./score-command.ts";

/** Manual: docs/explain.md. */
export const explainCommand = (io: Io) =>
  withScoreOptions(new Command("explain").argument("<customer>", "its id, or a part of its name")).action(
    (first, second, options) => {
      const [customer, dir] = wordAndFolder(io, first, second);
      return runScore(io, dir, options, {
        name: "explain",
        words: ["explain", "plan"],
        needs: findingNeeds,
        needsSales: true,
        columns: () => explainColumns,
        own: planSettings,
        say: async ({ portfolio, classification, chosen, months, own }) => {
          const { period, currency, loaded } = portfolio;
          const customerId = findCustomer(classification().rows, customer);
          // It was found among the rows, so there is something to explain.
          const explanation = explainCustomer(
            portfolio.customers,
            customerId,
            classification(),
            period,
            chosen,
          ) as Explanation;
          const { plan, findings } = await planOf(portfolio, classification(), own, {
            capacity: null,
            owners: undefined,
            customer: customerId,
          });
          const isIt = (row: { readonly customerId: string | null }) => row.customerId === customerId;
          const context = {
            explanation,
            asOf: period.asOf,
            findings: findings.findings.customers.find(isIt)?.findings ?? [],
            rules: findings.findings.rules,
            stage: findings.stages.find(isIt) as StageScore,
            value: (await valuesOf(portfolio, classification(), chosen, options.historyFrom)).find(isIt) ?? null,
            plan: plan.rows.find(isIt) ?? null,
            isLost:
              lossOfCustomer(
                explanation.facts.card,
                findings.sources.days.get(customerId)?.days ?? [],
                period.asOf,
                own.lostAfter,
              ) !== null,
            planned: plan.planned,
            plays: own.plays,
            answersToDate: findings.sources.answers.filter(isIt),
            lines: await customerLines(portfolio, customerId),
            options: chosen,
            months,
            window: { from: period.window.from, to: period.window.to },
            currency,
            listedAt: listedAt(loaded, customerId),
            hasAnswers: loaded.files.nps.length > 0,
          };
          return {
            report: (words) => explainReport({ ...context, words }),
            remarks: (words) => classifyRemarks({ classification: classification(), words }),
          };
        },
      });
    },
  );

/** Lifetime values, those of the past. */
async function valuesOf(
  { engine, period, totals, loaded }: Portfolio,
  { rows }: Classification,
  { contribution }: ClassifyOptions,
  historyFrom: string | undefined,
): Promise<readonly ValueScore[]> {
  const costs = loaded.files.costs.length > 0;
  const lifetimes = await lifetimesByCustomer(engine, period, { sales: true, costs });
  const context = {
    asOf: period.asOf,
    windowFrom: period.window.from,
    months: period.months,
    acquisition: costs ? await acquisitionInWindow(engine, period) : { amount: 0n, rows: 0 },
    groups: null,
    firstSale: totals.sales?.firstSale ?? null,
    historyFrom: historyFrom ?? null,
  };
  return scoreValue(rows, lifetimes, context, contribution).rows;
}

/** Where the customers files list a customer. */
function listedAt({ customers }: Portfolio["loaded"], customerId: string): string | null {
  for (const { cards, lines, file } of customers) {
    const at = cards.findIndex((card) => card.customerId === customerId);
    if (at >= 0) return `${file.text.name}:${lines[at]}`;
  }
  return null;
}

import type { Io } from "../base/io.ts";
import { concentrationColumns, concentrationRemarks, concentrationReport } from "../reports/concentration.ts";
import { concentrationMeasures } from "../scoring/concentration/measures.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/concentration.md. */
export const concentrationCommand = (io: Io) =>
  scoreCommand("concentration").action((dir, options) => runScore(io, dir, options, concentrationSpec));

/** What `concentration` reads and says. */
export const concentrationSpec: ScoreSpec<undefined, "concentration"> = {
  name: "concentration",
  words: ["concentration"],
  needs: classifyNeeds,
  needsSales: true,
  columns: () => concentrationColumns,
  own: () => undefined,
  say: ({ portfolio, classification, months }) => {
    const { period, currency, loaded } = portfolio;
    const { rows, summary } = classification();
    const names = new Map(rows.map(({ customerId, customerName }) => [customerId, customerName]));
    const events = loaded.events.length === 0 ? null : loaded.events.flatMap(({ events }) => events);
    const { measured, complaintsElsewhere } = concentrationMeasures(rows, events, period.window);
    const content = {
      measured,
      nameOf: (customerId: string) => names.get(customerId) ?? null,
      asOf: period.asOf,
      months,
      windowFrom: period.window.from,
      currency,
      costsEvaluated: summary.contribution !== null,
      costOfGoodsKnown: summary.costOfGoodsKnown,
      active: summary.statuses.active,
      hasEvents: events !== null,
      complaintsElsewhere,
    };
    return {
      report: (words) => concentrationReport({ ...content, words }),
      remarks: (words) => concentrationRemarks({ ...content, words }),
    };
  },
};

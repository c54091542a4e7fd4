import type { Io } from "../base/io.ts";
import { classifyRemarks } from "../reports/classify.ts";
import { matrixColumns, matrixReport } from "../reports/matrix.ts";
import type { CustomerScore } from "../scoring/classify/row.ts";
import { lackingData } from "../scoring/matrix/lacking.ts";
import { MatrixOptions, playsOf } from "../scoring/matrix/plays.ts";
import { tallyMatrix } from "../scoring/matrix/tally.ts";
import { missingEvidence } from "../scoring/potential/missing.ts";
import { classifyNeeds } from "./needs.ts";
import { remainderOf, runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/matrix.md. */
export const matrixCommand = (io: Io) =>
  scoreCommand("matrix").action((dir, options) => runScore(io, dir, options, matrixSpec));

/** What `matrix` reads and says. */
export const matrixSpec: ScoreSpec<MatrixOptions, "matrix"> = {
  name: "matrix",
  words: ["matrix"],
  needs: classifyNeeds,
  needsSales: true,
  columns: () => matrixColumns,
  own: (settings) => MatrixOptions.parse(settings.matrix ?? {}),
  say: ({ portfolio, classification, chosen, months, own }) => {
    const { period, currency } = portfolio;
    const { rows, summary } = classification();
    const facts = new Map(portfolio.customers.map((customer) => [customer.customerId, customer]));
    const missingOf = (row: CustomerScore) => {
      const customer = facts.get(row.customerId);
      return customer === undefined ? [] : missingEvidence(customer, row, period, chosen.potential.sources);
    };
    const content = {
      tally: tallyMatrix(rows),
      plays: playsOf(own),
      lacking: lackingData(rows.map((row) => ({ cell: row.cell, missing: missingOf(row) }))),
      summary,
      months,
      asOf: period.asOf,
      window: { from: period.window.from, to: period.window.to },
      currency,
      remainder: remainderOf(portfolio),
    };
    return {
      report: (words) => matrixReport({ ...content, words }),
      remarks: (words) => classifyRemarks({ classification: classification(), words }),
    };
  },
};

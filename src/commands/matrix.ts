import type { Io } from "../base/io.ts";
import { classifyRemarks } from "../reports/classify.ts";
import { matrixColumns, matrixReport } from "../reports/matrix.ts";
import { isSharpened, lackingData } from "../scoring/matrix/lacking.ts";
import { MatrixOptions, playsOf } from "../scoring/matrix/plays.ts";
import { tallyMatrix } from "../scoring/matrix/tally.ts";
import { missingEvidenceOf } from "../scoring/potential/missing.ts";
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
    const missingOf = missingEvidenceOf(period, chosen.potential.sources);
    const sharpened = rows.flatMap((row) => {
      const customer = isSharpened(row.cell) ? facts.get(row.customerId) : undefined;
      return customer === undefined ? [] : [{ cell: row.cell, missing: missingOf(customer, row) }];
    });
    const content = {
      tally: tallyMatrix(rows),
      plays: playsOf(own),
      lacking: lackingData(sharpened),
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

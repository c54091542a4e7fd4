import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { DatedFacts, Portfolio } from "../cli/open-portfolio.ts";
import { asDate } from "../cli/options.ts";
import { stagesColumns, stagesRemarks, stagesReport } from "../reports/stages.ts";
import { movesBetween } from "../scoring/stage/move.ts";
import { classifyNeeds } from "./needs.ts";
import { stagesOf } from "./portfolio-stages.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/stages.md. */
export const stagesCommand = (io: Io) =>
  scoreCommand("stages")
    .option("--previous <date>", "name how each customer came to its stage from the one on this day", asDate)
    .action((dir, options) => runScore(io, dir, options, stagesSpec(options)));

/** What `stages` reads and says. */
export const stagesSpec = ({
  previous,
}: {
  readonly previous?: string | undefined;
}): ScoreSpec<undefined, "stages"> => ({
  name: "stages",
  words: ["stages"],
  needs: classifyNeeds,
  // Stated scores make a stage by themselves.
  needsSales: false,
  columns: () => stagesColumns(previous !== undefined),
  own: () => undefined,
  ownJson: () => ({ previous: previous ?? null }),
  say: async ({ portfolio, classification, classifyAt, months }) => {
    const { period } = portfolio;
    const hasEvents = portfolio.loaded.events.length > 0;
    const hasOwners = portfolio.loaded.customers.some(({ file }) => file.mapping.has("owner"));
    const earlier = previous === undefined ? null : await factsBefore(portfolio, previous);
    const scores = await stagesOf(portfolio, portfolio, classification());
    const content = {
      scores,
      moves:
        earlier === null
          ? null
          : movesBetween(scores, await stagesOf(portfolio, earlier, classifyAt(earlier)), earlier.customers),
      previous: previous ?? null,
      previousCovered: earlier === null || earlier.totals.sales === null || earlier.period.windowCovered,
      asOf: period.asOf,
      months,
      windowFrom: period.window.from,
      hasEvents,
      hasOwners,
    };
    return {
      report: (words) => stagesReport({ ...content, words }),
      remarks: (words) => stagesRemarks({ ...content, words }),
    };
  },
});

function factsBefore(portfolio: Portfolio, previous: string): Promise<DatedFacts> {
  const { asOf } = portfolio.period;
  if (previous >= asOf)
    throw new UserError(`--previous ${previous} is not before the as-of date, ${asOf}`, {
      hint: "name an earlier day, or a later --as-of",
      exit: 2,
    });
  return portfolio.at(previous, "--previous");
}

import type { Io } from "../base/io.ts";
import { findOwner } from "../cli/find-owner.ts";
import { asWholeNumber } from "../cli/options.ts";
import { plainOptions } from "../cli/score-options.ts";
import { planColumns, planRemarks, planReport } from "../reports/plan.ts";
import { findingNeeds } from "./needs.ts";
import { planOf, planSettings } from "./portfolio-plan.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/plan.md. */
export const planCommand = (io: Io) =>
  scoreCommand("plan")
    .option(
      "--capacity <n>",
      "so many customers to call of each owner, the first of the plan",
      asWholeNumber(1, 1_000_000),
    )
    .option(
      "--owner <name>",
      "only the customers of this owner; (no owner) for those of nobody; may be repeated",
      (name: string, others: readonly string[] | undefined): readonly string[] => [...(others ?? []), name],
    )
    .action((dir, options) => runScore(io, dir, options, planSpec(options)));

/** What `plan` reads and says. */
export function planSpec(options: {
  readonly capacity?: number | undefined;
  readonly owner?: readonly string[] | undefined;
}): ScoreSpec<ReturnType<typeof planSettings>, "plan"> {
  const capacity = options.capacity ?? null;
  return {
    name: "plan",
    words: ["plan"],
    needs: findingNeeds,
    needsSales: true,
    columns: () => planColumns,
    own: planSettings,
    ownJson: ({ plan, triggers, lostAfter }) => ({
      capacity,
      owner: options.owner ?? null,
      lost_after: lostAfter,
      ...plainOptions({ plan, triggers }),
    }),
    say: async (scored) => {
      const { portfolio, classification, months, own } = scored;
      const { period, customers, currency } = portfolio;
      const { rows } = classification();
      const known = customers.map(({ card }) => card?.owner ?? null);
      const owners = options.owner?.map((name) => findOwner(known, name));
      const { plan, findings } = await planOf(portfolio, classification(), own, { capacity, owners });
      const content = {
        plan,
        plays: own.plays,
        rules: findings.findings.rules,
        customers: rows.length,
        capacity,
        owners,
        asOf: period.asOf,
        months,
        windowFrom: period.window.from,
        currency,
      };
      return {
        report: (words) => planReport({ ...content, words }),
        remarks: (words) => planRemarks({ ...content, words }),
      };
    },
  };
}

import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { lostAfterOf } from "../cli/lost-after.ts";
import { asDate } from "../cli/options.ts";
import { plainOptions } from "../cli/score-options.ts";
import { triggersColumns, triggersRemarks, triggersReport } from "../reports/triggers.ts";
import type { TriggerOptions } from "../scoring/findings/options.ts";
import { findingNeeds } from "./needs.ts";
import { findingsOf } from "./portfolio-findings.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/triggers.md. */
export const triggersCommand = (io: Io) =>
  scoreCommand("triggers")
    .addOption(new Option("--per <row>", "a row a customer, not a finding").choices(["customer"] as const))
    .option("--since <date>", "only findings of this day or later", asDate)
    .option("--rules <names>", "only these rules, with commas; those that are switched off too", asRules)
    .action((dir, options) => runScore(io, dir, options, triggersSpec(options)));

interface TriggersChoice {
  readonly per?: "customer" | undefined;
  readonly since?: string | undefined;
  readonly rules?: readonly string[] | undefined;
}

interface TriggersOwn {
  readonly triggers: TriggerOptions;
  readonly lostAfter: number | null;
}

/** What `triggers` reads and says. */
export function triggersSpec(options: TriggersChoice): ScoreSpec<TriggersOwn, "triggers"> {
  const perCustomer = options.per === "customer";
  const since = options.since ?? null;
  const only = options.rules ?? null;
  return {
    name: "triggers",
    words: ["triggers"],
    needs: findingNeeds,
    // Seats, answers and events speak without a sales line.
    needsSales: false,
    columns: () => triggersColumns(perCustomer),
    own: async (settings) => {
      const { TriggerOptions, unknownRule } = await import("../scoring/findings/options.ts");
      const { rulesAsked } = await import("../scoring/findings.ts");
      const chosen: TriggerOptions = TriggerOptions.parse(settings.triggers ?? {});
      const known = rulesAsked({ ...chosen, off: [] }, null).map(({ id }) => id);
      const unknown = only?.find((id) => !known.includes(id));
      if (unknown !== undefined)
        throw new UserError(`--rules: ${unknownRule(unknown, known)}`, {
          details: [`rules: ${known.join(", ")}`],
          hint: "--rules detractor,order_due",
          exit: 2,
        });
      return { triggers: chosen, lostAfter: lostAfterOf(settings) };
    },
    ownJson: ({ triggers, lostAfter }) => ({
      per: options.per ?? null,
      since,
      rules: only,
      lost_after: lostAfter,
      ...plainOptions({ triggers }),
    }),
    say: async ({ portfolio, classification, months, own }) => {
      const { period } = portfolio;
      const { rows } = classification();
      const { findings } = await findingsOf(portfolio, { rows }, own.triggers, own.lostAfter, { only, since });
      const content = {
        findings,
        perCustomer,
        customers: rows.length,
        since,
        asOf: period.asOf,
        months,
        windowFrom: period.window.from,
      };
      return {
        report: (words) => triggersReport({ ...content, words }),
        remarks: (words) => triggersRemarks({ ...content, words }),
      };
    },
  };
}

function asRules(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("It is the names of rules, as detractor,order_due.");
  return names;
}

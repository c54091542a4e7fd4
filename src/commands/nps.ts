import { Option } from "@commander-js/extra-typings";
import { type PeriodUnit, periodUnits } from "../base/calendar-period.ts";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { refuseWithoutAnswers } from "../cli/refuse-without-answers.ts";
import { answersToDate } from "../engine/answer-facts.ts";
import { launchColumns, launchRemarks, launchReport } from "../reports/nps/launch.ts";
import { npsColumns, npsRemarks, npsReport } from "../reports/nps.ts";
import type { TriggerOptions } from "../scoring/findings/options.ts";
import { type GroupAttribute, groupAttributes, groupsBy } from "../scoring/nps/attributes.ts";
import { classifyNeeds, findingNeeds } from "./needs.ts";
import { findingsOf } from "./portfolio-findings.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/nps.md. */
export const npsCommand = (io: Io) =>
  scoreCommand("nps")
    .addOption(new Option("--period <unit>", "a figure for each calendar period").choices(periodUnits))
    .addOption(new Option("--group <attribute>", "and for each group of customers").choices(groupAttributes))
    .option("--launch", "instead: to whom a new product goes first, who is happy and has room to buy")
    .action((dir, options) => {
      if (options.launch !== true) return runScore(io, dir, options, npsSpec(io, dir, options));
      if (options.period !== undefined || options.group !== undefined)
        throw new UserError("--launch is a list of customers, without --period and --group", {
          hint: "portfolio nps DIR --launch",
          exit: 2,
        });
      return runScore(io, dir, options, launchSpec(io, dir));
    });

interface NpsChoice {
  readonly period?: PeriodUnit | undefined;
  readonly group?: GroupAttribute | undefined;
  readonly historyFrom?: string | undefined;
}

/** What `nps` reads and says. */
export function npsSpec(
  io: Io,
  dir: string | undefined,
  { period: unit, group, historyFrom }: NpsChoice,
): ScoreSpec<Pick<NpsChoice, "period" | "group">, "nps"> {
  const shape = { byPeriod: unit !== undefined, byGroup: group !== undefined };
  return {
    name: "nps",
    words: ["nps"],
    needs: classifyNeeds,
    needsSales: false,
    columns: () => npsColumns(shape),
    own: () => ({ period: unit, group }),
    ownJson: () => ({ period: unit ?? null, group: group ?? null }),
    say: async ({ portfolio, classification, months }) => {
      const { engine, period, customers, totals, currency, loaded } = portfolio;
      refuseWithoutAnswers(io, dir, loaded);
      const [{ scoreSurvey, SurveyOptions }, { tellsNewFromOld }, { earnedGrowth }] = await Promise.all([
        import("../scoring/nps/survey.ts"),
        import("../scoring/history.ts"),
        import("../scoring/nps/earned-growth.ts"),
      ]);
      const { rows } = classification();
      const history = { firstSale: totals.sales?.firstSale ?? null, historyFrom: historyFrom ?? null };
      const newKnown = tellsNewFromOld(period.window.from, history);
      const survey = scoreSurvey(
        await answersToDate(engine, period.asOf),
        rows,
        period,
        {
          groups: group === undefined ? null : groupsBy(group, customers, rows),
          historyKnown: newKnown,
        },
        SurveyOptions.parse({ period: unit }),
      );
      const content = {
        survey,
        earned: earnedGrowth(customers, period, newKnown),
        shape,
        asOf: period.asOf,
        months,
        windowFrom: period.window.from,
        currency,
        hasSales: totals.sales !== null,
      };
      return {
        report: (words) => npsReport({ ...content, words }),
        remarks: (words) => npsRemarks({ ...content, words }),
      };
    },
  };
}

/** To whom a new product goes first; what blocks an offer is what `triggers` finds. */
const launchSpec = (io: Io, dir: string | undefined): ScoreSpec<TriggerOptions, "nps"> => ({
  name: "nps",
  words: ["nps"],
  needs: findingNeeds,
  needsSales: true,
  columns: () => launchColumns,
  own: async (settings) =>
    (await import("../scoring/findings/options.ts")).TriggerOptions.parse(settings.triggers ?? {}),
  ownJson: () => ({ launch: true }),
  say: async ({ portfolio, classification, months, own }) => {
    const { period, customers, currency, loaded } = portfolio;
    refuseWithoutAnswers(io, dir, loaded);
    const [{ pickLaunch }, { rulesAsked }] = await Promise.all([
      import("../scoring/nps/launch.ts"),
      import("../scoring/findings.ts"),
    ]);
    const only = rulesAsked(own, null).flatMap(({ id, kind }) => (kind === "blocker" ? [id] : []));
    // No blocker asks who is lost.
    const { findings } = await findingsOf(portfolio, classification(), own, null, { only, since: null });
    const blockers = new Map(
      findings.customers.map(({ customerId, findings: found }) => [customerId, found.map(({ rule }) => rule)]),
    );
    const launch = pickLaunch(customers, classification().rows, blockers);
    const content = { launch, asOf: period.asOf, months, windowFrom: period.window.from, currency };
    return {
      report: (words) => launchReport({ ...content, words }),
      remarks: (words) => launchRemarks({ ...content, words }),
    };
  },
});

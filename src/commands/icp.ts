import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import { asWholeNumber, readOptions } from "../cli/options.ts";
import { readProspects } from "../cli/prospects.ts";
import { parseScoreOptions } from "../cli/score-options.ts";
import { withSettings } from "../cli/settings.ts";
import type { ReadOptions } from "../ingest/read-options.ts";
import { prospectColumns, prospectRemarks, prospectReport } from "../reports/icp/prospects.ts";
import { icpColumns, icpRemarks, icpReport } from "../reports/icp.ts";
import type { IcpOptions } from "../scoring/icp/options.ts";
import { classifyNeeds } from "./needs.ts";
import { runScore, type ScoreSpec, scoreCommand } from "./score-command.ts";

/** Manual: docs/icp.md. */
export const icpCommand = (io: Io) =>
  scoreCommand("icp")
    .option("--top <customers>", "how many customers are the best (default: 15)", asWholeNumber(1, 1_000_000))
    .option("--avoid", "the groups that order often and leave little instead")
    .option("--score <file>", "a list of prospects, read as a customers file: how well each fits")
    .action((dir, options) => {
      const { top, avoid, score } = options;
      return runScore(io, dir, options, icpSpec(io, { top, avoid: avoid === true, score, read: readOptions(options) }));
    });

interface IcpChoice {
  readonly top?: number | undefined;
  readonly avoid: boolean;
  /** A list of prospects. */
  readonly score?: string | undefined;
  /** How it is read. */
  readonly read: ReadOptions;
}

/** What `icp` reads and says. */
export function icpSpec(
  io: Io,
  { top, avoid, score: file, read: reading }: IcpChoice,
): ScoreSpec<{ readonly icp: IcpOptions; readonly read: ReadOptions }, "icp"> {
  return {
    name: "icp",
    words: ["icp"],
    needs: classifyNeeds,
    needsSales: true,
    alsoReads: file === undefined ? [] : [file],
    columns: () => (file === undefined ? icpColumns : prospectColumns),
    own: async (settings) => {
      if (avoid && file !== undefined)
        throw new UserError("--avoid lists groups of customers, --score ranks prospects", {
          hint: "one of them at a time",
          exit: 2,
        });
      const { IcpSettings } = await import("../scoring/icp/options.ts");
      const flags = top === undefined ? {} : { top };
      const { icp } = parseScoreOptions(IcpSettings, { icp: { ...settings.icp, ...flags } });
      return { icp, read: withSettings(reading, settings) };
    },
    ownJson: ({ icp }) => ({
      top: icp.top,
      attributes: icp.attributes,
      bands: {
        employees: icp.bands.employees,
        company_revenue: icp.bands.companyRevenue,
        company_age: icp.bands.companyAge,
      },
      false_discovery_rate: icp.falseDiscoveryRate,
      avoid,
    }),
    say: async ({ portfolio, classification, months, own: { icp, read } }) => {
      const { period, customers, currency } = portfolio;
      const { rows, summary } = classification();
      const { scoreIcp, scoreProspects } = await import("../scoring/icp.ts");
      const profile = scoreIcp(rows, customers, period.asOf, icp);
      const content = {
        profile,
        options: icp,
        avoid,
        asOf: period.asOf,
        months,
        windowFrom: period.window.from,
        currency,
        costsEvaluated: summary.contribution !== null,
        costOfGoodsKnown: summary.costOfGoodsKnown,
      };
      if (file === undefined)
        return {
          report: (words) => icpReport({ ...content, words }),
          remarks: (words) => icpRemarks({ ...content, words }),
        };
      const prospects = await readProspects(io, portfolio, file, read);
      const scored = {
        ...content,
        file,
        scored: scoreProspects(prospects.cards, rows, customers, period.asOf, icp),
      };
      const inputs = [
        ...inputsJson(portfolio),
        ...inputsJson(prospects).map((input) => ({ ...input, role: "prospects" })),
      ];
      return {
        report: (words) => {
          const report = prospectReport({ ...scored, words });
          return { ...report, head: { inputs, ...report.head } };
        },
        remarks: (words) => prospectRemarks({ ...scored, words }),
        notices: prospects.notices,
      };
    },
  };
}

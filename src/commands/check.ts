import { Command, Option } from "@commander-js/extra-typings";
import { UserError } from "../base/errors.ts";
import type { Io } from "../base/io.ts";
import type { Outcome } from "../cli/command-entry.ts";
import { examine, refusedFile } from "../cli/examine.ts";
import { inputsJson } from "../cli/inputs-json.ts";
import { factsOf, openExports } from "../cli/open-portfolio.ts";
import { withInputs, withOutput, withRows, withTalk, withTime } from "../cli/options.ts";
import { requestOf } from "../cli/request.ts";
import { checkOutputOptions, languageOf, noticesJson, writeOutput, writesHead } from "../cli/run-output.ts";
import { loadSettings, withSettings } from "../cli/settings.ts";
import { filesWithoutRole } from "../cli/unused-notices.ts";
import { checkExports, hasFinding } from "../quality/check.ts";
import type { Finding } from "../quality/finding.ts";
import type { RefusedFile } from "../quality/profile.ts";
import { checkColumns, checkReport } from "../reports/check.ts";
import { loadWords } from "../wording/load.ts";

/** Manual: docs/check.md. */
export function checkCommand(io: Io, outcome: Outcome) {
  return withTalk(withOutput(withTime(withRows(withInputs(new Command("check"))))))
    .addOption(
      new Option("--fail-on <severity>", "exit 1 where a finding is this bad, or worse").choices([
        "error",
        "warning",
      ] as const),
    )
    .action(async (dir, options) => {
      if (options.onBadRow.kind === "quarantine")
        throw new UserError("check puts no rows aside: it reads on and lists the bad rows", {
          hint: "leave --on-bad-row out here, and give it to the command that adds up",
          exit: 2,
        });
      const format = await checkOutputOptions(io, options, [], checkColumns);
      const refused: RefusedFile[] = [];
      const settings = await loadSettings(io, options.config, dir);
      const plain = requestOf(dir, { ...options, window: options.window ?? settings.window }, needs);
      const asked = { ...plain, read: withSettings(plain.read, settings) };
      const request = {
        ...asked,
        // Keeps every bad row, so that they can be grouped.
        read: { ...asked.read, onBadRow: "quarantine" as const },
        alwaysHash: true,
        onRefused: (file: string, error: UserError) => void refused.push(refusedFile(file, error)),
      };
      await openExports(io, request, async ({ engine, inputs, loaded, progress }) => {
        progress.say("checking");
        const { profile, totals } = await examine(engine, loaded, {
          ...asked,
          refused,
          unused: filesWithoutRole(io, dir, [...inputs.map(({ name }) => name), ...refused.map(({ file }) => file)]),
        });
        const findings = checkExports(profile);
        progress.stop();
        const { period, tables, listed } = profile;
        const currency = onlyCurrency(findings);
        const window = period === null ? null : { from: period.window.from, to: period.window.to };
        const words = await loadWords(languageOf(format, options), ["check"]);
        const report = checkReport({
          words,
          findings,
          asOf: period?.asOf ?? null,
          asOfGiven: profile.asOfGiven,
          currency,
          head: !writesHead(format)
            ? {}
            : {
                command: "check",
                as_of: period?.asOf ?? null,
                window,
                currency,
                options: { window: asked.window, fail_on: options.failOn ?? null },
                inputs: inputsJson({ loaded }),
                facts: hasSeveralCurrencies(findings)
                  ? null
                  : await factsOf({
                      engine,
                      period,
                      totals,
                      customersListed: listed?.cards.length ?? 0,
                      customersWithSales: tables.find(({ role }) => role === "sales")?.ids.length ?? 0,
                    }),
                // What other commands say in notices are findings here.
                notices: noticesJson([]),
              },
        });
        await writeOutput(
          io,
          options,
          inputs.map(({ path }) => path),
          [],
          report,
          [],
          words,
        );
        if (options.failOn !== undefined && hasFinding(findings, options.failOn)) outcome.exit = 1;
      });
    });
}

/** All that any command refuses must be read, and what only `check` compares. */
const needs = {
  sales: ["customer_id", "sale_date", "amount", "line_cost", "order_id", "currency", "customer_name", "product"],
  costs: ["customer_id", "cost_date", "amount", "cost_type", "currency"],
  nps: ["customer_id", "answer_date", "score", "respondent"],
};

const hasSeveralCurrencies = (findings: readonly Finding[]): boolean =>
  findings.some(({ finding }) => finding === "several_currencies");

const onlyCurrency = (findings: readonly Finding[]): string | null =>
  findings.flatMap((finding) => (finding.finding === "currency" ? [finding.currency] : []))[0] ?? null;

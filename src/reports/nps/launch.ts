import { exactMoney } from "../../base/money.ts";
import type { Column, JsonValue, Report } from "../../output/report.ts";
import { type Launch, type LaunchRecipient, type LaunchRefusal, launchRefusals } from "../../scoring/nps/launch.ts";
import { type ColumnOf, plainColumns, rowsOf } from "../columns.ts";
import { asOfText, counted, gain } from "../figures.ts";
import { cellTones } from "../tones.ts";

const columns: readonly ColumnOf<LaunchRecipient>[] = [
  { name: "place", kind: "count", onTerminal: true, cell: (r) => r.place },
  { name: "customer_id", kind: "text", onTerminal: true, cell: (r) => r.customerId },
  { name: "customer_name", kind: "text", onTerminal: true, cell: (r) => r.customerName },
  { name: "cell", kind: "text", onTerminal: true, tones: cellTones, cell: (r) => r.cell },
  { name: "nps", kind: "points", onTerminal: true, cell: (r) => r.nps },
  { name: "promoters", kind: "text", onTerminal: true, cell: (r) => r.promoters.join(", ") || null },
  { name: "revenue", kind: "money", onTerminal: true, cell: (r) => r.revenue },
  { name: "potential_increment", kind: "money", onTerminal: true, cell: (r) => r.potentialIncrement },
  { name: "driver", kind: "text", onTerminal: false, cell: (r) => r.driver },
];

/** The report's columns. */
export const launchColumns: readonly Column[] = plainColumns(columns);

export interface LaunchContent {
  readonly launch: Launch;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
}

/** The report of `nps --launch`: a row a recipient in the order in which to approach them; above it who is left out and why. */
export function launchReport(content: LaunchContent): Report {
  const { launch, asOf, months, windowFrom } = content;
  return {
    columns: launchColumns,
    rows: rowsOf(columns, launch.recipients),
    summaryLines: [
      { term: "as of", value: asOfText(asOf, months, windowFrom) },
      { term: "recipients", value: recipientWords(content) },
      { term: "left out", value: leftOutWords(launch) },
      ...launch.blocked.map(({ customerId, rules }, i) => ({
        term: i === 0 ? "repair first" : "",
        value: `${customerId}: ${rules.join(", ")}`,
      })),
    ],
    summaryTable: [],
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const launchRemarks = (content: LaunchContent): string[] => [
  `recipients: ${recipientWords(content)}`,
  `left out: ${leftOutWords(content.launch)}`,
];

const incrementOf = ({ recipients }: Launch): bigint =>
  recipients.reduce((sum, { potentialIncrement }) => sum + (potentialIncrement ?? 0n), 0n);

function recipientWords({ launch, currency }: LaunchContent): string {
  const unit = currency === null ? "" : ` ${currency}`;
  return `${counted(launch.recipients.length, "customer")} with an NPS above 0 and grade a, b or c (${gain(incrementOf(launch))}${unit} a year)`;
}

const refusalWords: Readonly<Record<LaunchRefusal, string>> = {
  not_active: "without a sale in the window",
  no_answer: "did not answer",
  nps_not_above_zero: "NPS not above 0",
  class_d: "class D",
  not_assessed: "potential not assessed",
  grade_d: "grade d",
  blocked: "something to repair first",
};

const leftOutWords = ({ leftOut }: Launch): string =>
  launchRefusals
    .flatMap((refusal) => (leftOut[refusal] === 0 ? [] : [`${leftOut[refusal]} ${refusalWords[refusal]}`]))
    .join(", ") || "nobody";

const summaryJson = ({ launch }: LaunchContent): JsonValue => ({
  recipients: launch.recipients.length,
  increment: exactMoney(incrementOf(launch)),
  left_out: launch.leftOut,
  blocked: launch.blocked.map(({ customerId, rules }) => ({ customer_id: customerId, rules: [...rules] })),
});

import { exactMoney } from "../../base/money.ts";
import type { Column, JsonValue, Report } from "../../output/report.ts";
import { type Launch, type LaunchRecipient, launchRefusals } from "../../scoring/nps/launch.ts";
import type { Words } from "../../wording/wording.ts";
import { type ColumnOf, plainColumns, rowsOf } from "../columns.ts";
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
  readonly words: Words<"nps">;
}

/** The report of `nps --launch`: a row a recipient in the order in which to approach them; above it who is left out and why. */
export function launchReport(content: LaunchContent): Report {
  const { launch, asOf, months, windowFrom, words } = content;
  const { common, nps } = words;
  return {
    columns: launchColumns,
    rows: rowsOf(columns, launch.recipients),
    summaryLines: [
      { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
      { term: nps.terms.recipients, value: recipientWords(content) },
      { term: common.leftOutTerm, value: leftOutWords(content) },
      ...launch.blocked.map(({ customerId, rules }, i) => ({
        term: i === 0 ? nps.terms.repairFirst : "",
        value: `${customerId}: ${rules.join(", ")}`,
      })),
    ],
    summaryTable: [],
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const launchRemarks = (content: LaunchContent): string[] => {
  const { common, nps } = content.words;
  return [
    common.line(nps.terms.recipients, recipientWords(content)),
    common.line(common.leftOutTerm, leftOutWords(content)),
  ];
};

const incrementOf = ({ recipients }: Launch): bigint =>
  recipients.reduce((sum, { potentialIncrement }) => sum + (potentialIncrement ?? 0n), 0n);

const recipientWords = ({ launch, currency, words: { nps } }: LaunchContent): string =>
  nps.recipients(launch.recipients.length, incrementOf(launch), currency);

const leftOutWords = ({ launch: { leftOut }, words: { nps } }: LaunchContent): string =>
  launchRefusals
    .flatMap((refusal) => (leftOut[refusal] === 0 ? [] : [nps.refusal(leftOut[refusal], refusal)]))
    .join(", ") || nps.nobody;

const summaryJson = ({ launch }: LaunchContent): JsonValue => ({
  recipients: launch.recipients.length,
  increment: exactMoney(incrementOf(launch)),
  left_out: launch.leftOut,
  blocked: launch.blocked.map(({ customerId, rules }) => ({ customer_id: customerId, rules: [...rules] })),
});

import type { Cell, Column, Report, SummaryLine } from "../../output/report.ts";
import type { ProspectScore, ScoredProspects } from "../../scoring/icp.ts";
import { counted } from "../figures.ts";
import { asOfLine, type IcpContent, icpSummary, ruleLines, validationJson, validationLine, worded } from "../icp.ts";

interface ColumnOf extends Column {
  readonly cell: (prospect: ProspectScore) => Cell;
}

const columns: readonly ColumnOf[] = [
  { name: "prospect", kind: "text", onTerminal: true, cell: (p) => p.prospectId },
  { name: "fit", kind: "points", onTerminal: true, cell: (p) => p.fit },
  { name: "reasons", kind: "text", onTerminal: true, cell: (p) => reasonWords(p) },
  { name: "prospect_name", kind: "text", onTerminal: true, cell: (p) => p.prospectName },
  { name: "traits", kind: "count", onTerminal: false, cell: (p) => p.reasons.length },
];

/** The columns of `icp --score`, in their order. */
export const prospectColumns: readonly Column[] = columns.map(({ cell: _cell, ...rest }) => rest);

export interface ProspectContent extends IcpContent {
  /** The list of prospects, as the user named it. */
  readonly file: string;
  readonly scored: ScoredProspects;
}

/** The report of `icp --score`: a row a prospect, the best fit first. */
export const prospectReport = (content: ProspectContent): Report => ({
  columns: prospectColumns,
  rows: content.scored.rows.map((prospect) => columns.map(({ cell }) => cell(prospect))),
  summaryLines: [asOfLine(content), ...ruleLines(content), ...fitLines(content)],
  summaryTable: [],
  head: {
    summary: {
      ...icpSummary(content),
      prospects: {
        file: content.file,
        count: content.scored.rows.length,
        attributes: [...content.scored.used],
        customers_already: customersAlready(content).map(({ prospectId }) => prospectId),
        cross_validation: validationJson(content.scored.validation),
      },
    },
  },
});

/** What a format of bare rows has no place for. */
export const prospectRemarks = (content: ProspectContent): string[] =>
  [...ruleLines(content), ...fitLines(content)].map(worded);

function fitLines(content: ProspectContent): SummaryLine[] {
  const { scored, profile } = content;
  const already = customersAlready(content).map(({ prospectId }) => prospectId);
  return [
    {
      term: "fit",
      value:
        scored.used.length === 0
          ? "nothing is known of the prospects that the profile speaks of"
          : `0 to 100, 50 is neither for nor against; by ${scored.used.join(", ")}`,
    },
    ...(already.length === 0
      ? []
      : [
          {
            term: "already there",
            value: `${counted(already.length, "prospect")} with the id of a customer: ${already.slice(0, 5).join(", ")}${already.length > 5 ? ", …" : ""}`,
          },
        ]),
    ...validationLine({ ...profile, validation: scored.validation }),
  ];
}

const customersAlready = ({ scored: { rows } }: ProspectContent): ProspectScore[] =>
  rows.filter(({ isCustomer }) => isCustomer);

function reasonWords({ reasons, unknown, unfamiliar }: ProspectScore): string {
  return [
    ...reasons.map(({ attribute, value, lift }) => `${attribute} ${value}: lift ${lift.toFixed(2)}`),
    ...(unfamiliar.length === 0 ? [] : [`too few customers alike: ${unfamiliar.join(", ")}`]),
    ...(unknown.length === 0 ? [] : [`not known: ${unknown.join(", ")}`]),
  ].join("; ");
}

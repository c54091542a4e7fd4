import type { Cell, Column, Report, SummaryLine } from "../../output/report.ts";
import type { ProspectScore, ScoredProspects } from "../../scoring/icp.ts";
import { asOfLine, type IcpContent, icpSummary, ruleLines, validationJson, validationLine, worded } from "../icp.ts";

interface ColumnOf extends Column {
  readonly cell: (prospect: ProspectScore, words: ProspectContent["words"]) => Cell;
}

const columns: readonly ColumnOf[] = [
  { name: "prospect", kind: "text", onTerminal: true, cell: (p) => p.prospectId },
  { name: "fit", kind: "points", onTerminal: true, cell: (p) => p.fit },
  { name: "reasons", kind: "text", onTerminal: true, cell: reasonWords },
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
  rows: content.scored.rows.map((prospect) => columns.map(({ cell }) => cell(prospect, content.words))),
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
  worded([...ruleLines(content), ...fitLines(content)], content.words);

function fitLines(content: ProspectContent): SummaryLine[] {
  const { scored, profile, words } = content;
  const { icp } = words;
  const already = customersAlready(content).map(({ prospectId }) => prospectId);
  return [
    {
      term: icp.terms.fit,
      value: scored.used.length === 0 ? icp.fitUnknown : icp.fit(scored.used.map(icp.attribute).join(", ")),
    },
    ...(already.length === 0
      ? []
      : [
          {
            term: icp.terms.alreadyThere,
            value: icp.already(already.length, `${already.slice(0, 5).join(", ")}${already.length > 5 ? ", …" : ""}`),
          },
        ]),
    ...validationLine({ ...profile, validation: scored.validation }, words),
  ];
}

const customersAlready = ({ scored: { rows } }: ProspectContent): ProspectScore[] =>
  rows.filter(({ isCustomer }) => isCustomer);

function reasonWords({ reasons, unknown, unfamiliar }: ProspectScore, { icp }: ProspectContent["words"]): string {
  return [
    ...reasons.map(({ attribute, value, lift }) => icp.reason(icp.trait(attribute, value), lift)),
    ...(unfamiliar.length === 0 ? [] : [icp.unfamiliar(unfamiliar.map(icp.attribute).join(", "))]),
    ...(unknown.length === 0 ? [] : [icp.unknown(unknown.map(icp.attribute).join(", "))]),
  ].join("; ");
}

import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import { type Finding, findingKinds } from "../scoring/findings/finding.ts";
import type { CustomerFindings, Findings } from "../scoring/findings.ts";
import type { Words } from "../wording/wording.ts";
import { type ColumnOf, plainColumns, rowsOf } from "./columns.ts";
import { cellTones } from "./tones.ts";

const kindTones: ReadonlyMap<string, Tone> = new Map([
  ["opportunity", "good"],
  ["timing", "fair"],
  ["warning", "weak"],
  ["blocker", "bad"],
]);

const findingColumns: readonly ColumnOf<Finding>[] = [
  { name: "customer_id", kind: "text", onTerminal: true, cell: (f) => f.customerId },
  { name: "customer_name", kind: "text", onTerminal: true, cell: (f) => f.customerName },
  { name: "rule", kind: "text", onTerminal: true, cell: (f) => f.rule },
  { name: "kind", kind: "text", onTerminal: true, tones: kindTones, cell: (f) => f.kind },
  { name: "strength", kind: "count", onTerminal: true, cell: (f) => f.strength },
  { name: "date", kind: "date", onTerminal: false, cell: (f) => f.date },
  { name: "evidence", kind: "text", onTerminal: true, cell: (f) => f.evidence },
  { name: "action", kind: "text", onTerminal: false, cell: (f) => f.action },
];

const customerColumns: readonly ColumnOf<CustomerFindings>[] = [
  { name: "customer_id", kind: "text", onTerminal: true, cell: (c) => c.customerId },
  { name: "customer_name", kind: "text", onTerminal: true, cell: (c) => c.customerName },
  { name: "cell", kind: "text", onTerminal: true, tones: cellTones, cell: (c) => c.cell },
  { name: "blockers", kind: "count", onTerminal: true, cell: (c) => c.counts.blocker },
  { name: "timing", kind: "count", onTerminal: true, cell: (c) => c.counts.timing },
  { name: "opportunities", kind: "count", onTerminal: true, cell: (c) => c.counts.opportunity },
  { name: "warnings", kind: "count", onTerminal: true, cell: (c) => c.counts.warning },
  { name: "strength", kind: "count", onTerminal: false, cell: (c) => c.strength },
  { name: "strongest", kind: "text", onTerminal: false, cell: (c) => c.findings[0]?.rule ?? null },
  { name: "rules", kind: "text", onTerminal: true, cell: (c) => c.findings.map(({ rule }) => rule).join(", ") },
];

/** The report's columns: of findings, or of customers. */
export const triggersColumns = (perCustomer: boolean): readonly Column[] =>
  perCustomer ? plainColumns(customerColumns) : plainColumns(findingColumns);

export interface TriggersContent {
  readonly findings: Findings;
  /** One row a customer, not a finding. */
  readonly perCustomer: boolean;
  /** Rows of the classification. */
  readonly customers: number;
  readonly since: string | null;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly words: Words<"triggers">;
}

/** The report of `triggers`: a row a finding, the strongest first, or a row a customer; above it how many there are of each kind. */
export const triggersReport = (content: TriggersContent): Report => ({
  columns: triggersColumns(content.perCustomer),
  rows: content.perCustomer
    ? rowsOf(customerColumns, content.findings.customers)
    : rowsOf(findingColumns, content.findings.rows),
  summaryLines: summaryLines(content),
  get summaryTable() {
    return kindTable(content);
  },
  head: {
    get summary() {
      return summaryJson(content);
    },
  },
});

/** What a format of bare rows has no place for: which rules could not say anything. */
export const triggersRemarks = (content: TriggersContent): string[] =>
  silentLines(content).map(({ term, value }) => content.words.common.line(term, value));

const silentLines = ({ findings: { rules }, words: { triggers } }: TriggersContent): SummaryLine[] =>
  (["no_data", "insufficient_history"] as const).flatMap((state) => {
    const own = rules.filter((rule) => rule.state === state);
    return own.length === 0 ? [] : [{ term: triggers.states[state], value: own.map(({ rule }) => rule).join(", ") }];
  });

function summaryLines(content: TriggersContent): SummaryLine[] {
  const { findings, customers, since, asOf, months, windowFrom } = content;
  const { common, triggers } = content.words;
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    {
      term: triggers.findings,
      value: triggers.found(findings.rows.length, since, findings.customers.length, customers),
    },
    ...silentLines(content),
  ];
}

const kindTable = ({ findings, words: { figures, triggers } }: TriggersContent): string[][] => [
  [triggers.table.kind, triggers.table.findings, triggers.table.customers, triggers.table.strong],
  ...talliesOf(findings).map((tally) => [
    triggers.kind(tally.kind),
    figures.count(tally.findings),
    figures.count(tally.customers),
    figures.count(tally.strong),
  ]),
];

/** Of each kind how many findings, customers, and strong findings. */
function talliesOf({ customers }: Findings) {
  const tallies = findingKinds.map((kind) => ({ kind, findings: 0, customers: 0, strong: 0 }));
  for (const { findings, counts } of customers) {
    for (const tally of tallies) if (counts[tally.kind] > 0) tally.customers += 1;
    for (const { kind, strength } of findings) {
      const tally = tallies[findingKinds.indexOf(kind)] as (typeof tallies)[number];
      tally.findings += 1;
      if (strength === 3) tally.strong += 1;
    }
  }
  return tallies;
}

function summaryJson({ findings, customers }: TriggersContent): JsonValue {
  const tallies = talliesOf(findings);
  return {
    findings: findings.rows.length,
    customers,
    customers_with_findings: findings.customers.length,
    customers_blocked: findings.customers.filter(({ counts }) => counts.blocker > 0).length,
    kinds: tallies.map((tally) => ({ kind: tally.kind, findings: tally.findings, customers: tally.customers })),
    rules: findings.rules.map((rule) => ({
      rule: rule.rule,
      kind: rule.kind,
      findings: rule.findings,
      state: rule.state,
      needs: rule.needs,
    })),
  };
}

import type { Column, JsonValue, Report, SummaryLine, Tone } from "../output/report.ts";
import { type Finding, findingKinds } from "../scoring/findings/finding.ts";
import type { CustomerFindings, Findings, RuleSummary } from "../scoring/findings.ts";
import { type ColumnOf, plainColumns, rowsOf } from "./columns.ts";
import { asOfText, counted } from "./figures.ts";
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
}

/** The report of `triggers`: a row a finding, the strongest first, or a row a customer; above it how many there are of each kind. */
export const triggersReport = (content: TriggersContent): Report => ({
  columns: triggersColumns(content.perCustomer),
  rows: content.perCustomer
    ? rowsOf(customerColumns, content.findings.customers)
    : rowsOf(findingColumns, content.findings.rows),
  summaryLines: summaryLines(content),
  summaryTable: kindTable(content.findings),
  head: { summary: summaryJson(content) },
});

/** What a format of bare rows has no place for: which rules could not say anything. */
export const triggersRemarks = ({ findings: { rules } }: Pick<TriggersContent, "findings">): string[] =>
  (["no_data", "insufficient_history"] as const).flatMap((state) => {
    const own = rules.filter((rule) => rule.state === state);
    return own.length === 0 ? [] : [`${stateWords[state]}: ${own.map(({ rule }) => rule).join(", ")}`];
  });

const stateWords: Readonly<Record<Exclude<RuleSummary["state"], "ok">, string>> = {
  no_data: "no data",
  insufficient_history: "insufficient history",
};

function summaryLines(content: TriggersContent): SummaryLine[] {
  const { findings, customers, since, asOf, months, windowFrom } = content;
  return [
    { term: "as of", value: asOfText(asOf, months, windowFrom) },
    {
      term: "findings",
      value: `${findings.rows.length}${since === null ? "" : ` since ${since}`}, at ${findings.customers.length} of ${counted(customers, "customer")}`,
    },
    ...triggersRemarks(content).map((remark) => {
      const [term = "", value = ""] = remark.split(": ", 2);
      return { term, value };
    }),
  ];
}

const kindTable = ({ rows, customers }: Findings): string[][] => [
  ["kind", "findings", "customers", "strong"],
  ...findingKinds.map((kind) => [
    kind,
    String(rows.filter((finding) => finding.kind === kind).length),
    String(customers.filter(({ counts }) => counts[kind] > 0).length),
    String(rows.filter((finding) => finding.kind === kind && finding.strength === 3).length),
  ]),
];

const summaryJson = ({ findings: { rows, customers, rules }, customers: all }: TriggersContent): JsonValue => ({
  findings: rows.length,
  customers: all,
  customers_with_findings: customers.length,
  customers_blocked: customers.filter(({ counts }) => counts.blocker > 0).length,
  kinds: findingKinds.map((kind) => ({
    kind,
    findings: rows.filter((finding) => finding.kind === kind).length,
    customers: customers.filter(({ counts }) => counts[kind] > 0).length,
  })),
  rules: rules.map(({ rule, kind, findings, state, needs }) => ({ rule, kind, findings, state, needs })),
});

import { exactMoney } from "../base/money.ts";
import { noOwner } from "../facts/owner.ts";
import type { Cell, Column, JsonValue, Report, Sheet, SummaryLine } from "../output/report.ts";
import type { RuleSummary } from "../scoring/findings.ts";
import type { Cell as MatrixCell } from "../scoring/matrix.ts";
import type { PlanRow } from "../scoring/plan/row.ts";
import type { PlanSum } from "../scoring/plan/sums.ts";
import type { Plan } from "../scoring/plan.ts";
import { counted, gain } from "./figures.ts";
import { evidenceWords, nextProductReason, stepWords, whenWords } from "./plan/words.ts";
import { stageStrategies } from "./stages.ts";
import { cellTones } from "./tones.ts";

export interface PlanContent {
  readonly plan: Plan;
  readonly plays: Readonly<Record<MatrixCell, string>>;
  readonly rules: readonly RuleSummary[];
  /** Customers of the classification. */
  readonly customers: number;
  readonly capacity: number | null;
  /** Whose customers these are; `undefined`: everybody's. */
  readonly owners: readonly (string | null)[] | undefined;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  readonly currency: string | null;
}

interface ColumnOf extends Column {
  readonly cell: (row: PlanRow, content: PlanContent) => Cell;
}

const column = (name: string, kind: Column["kind"], onTerminal: boolean, cell: ColumnOf["cell"]): ColumnOf => ({
  name,
  kind,
  onTerminal,
  cell,
  ...(name === "cell" ? { tones: cellTones } : {}),
});

const ownerOf = ({ owner }: Pick<PlanRow, "owner">): string => owner ?? noOwner;

const stepAt = ({ steps, cell }: PlanRow, at: number, { plays }: PlanContent): string | null => {
  const step = steps[at];
  return step === undefined ? null : stepWords(step, plays[cell]);
};

const columns: readonly ColumnOf[] = [
  column("rank", "count", true, (row) => row.rank),
  column("customer_id", "text", true, (row) => row.customerId),
  column("customer_name", "text", true, (row) => row.customerName),
  column("owner", "text", false, ownerOf),
  column("cell", "text", true, (row) => row.cell),
  column("increment", "money", true, (row) => row.increment),
  column("driver", "text", false, (row) => row.driver),
  column("when", "text", true, (row, { asOf }) => whenWords(row.when, asOf)),
  column("first_action", "text", true, (row, content) => stepAt(row, 0, content)),
  column("blocked_by", "text", false, (row) => row.blockedBy.join(", ") || null),
  column("evidence", "text", false, evidenceWords),
  column("next_product", "text", false, (row) => row.next.map(({ product }) => product).join("; ") || null),
  column("next_product_reason", "text", false, (row) => row.next.map(nextProductReason).join("; ") || null),
  column("then_action", "text", false, (row, content) => stepAt(row, 1, content)),
  column("play", "text", false, (row, { plays }) => plays[row.cell]),
  column("stage", "text", false, (row) => row.stage),
  column("strategy", "text", false, (row) => (row.stage === null ? null : stageStrategies[row.stage])),
  column("rules", "text", false, (row) => row.why.map(({ rule }) => rule).join(", ") || null),
  column("when_date", "date", false, (row) => row.when?.date ?? null),
  column("first_step", "text", false, (row) => row.steps[0]?.step ?? null),
  column("reason", "text", false, (row) => row.reason),
];

/** The columns of `plan`, in their order. */
export const planColumns: readonly Column[] = columns.map(({ cell: _cell, ...rest }) => rest);

const sheet: Omit<Sheet, "notes"> = {
  heading: "owner",
  title: ["rank", "customer_name", "customer_id", "cell", "increment"],
  lines: [
    { label: "When:", column: "when", isTask: false },
    { label: "Why:", column: "evidence", isTask: false },
    { label: "Driver:", column: "driver", isTask: false },
    { label: "Blocked by:", column: "blocked_by", isTask: false },
    { label: "First:", column: "first_action", isTask: true },
    { label: "Then:", column: "then_action", isTask: true },
    { label: "Next product:", column: "next_product", isTask: false },
    { label: "Because:", column: "next_product_reason", isTask: false },
    { label: "Relationship:", column: "strategy", isTask: false },
  ],
  blanks: ["done on ____________ with ________________________", "agreed: ________________________________________"],
};

/** The report of `plan`: a row a customer worth working, in order of priority; as Markdown a call sheet of each owner. */
export const planReport = (content: PlanContent): Report => ({
  columns: planColumns,
  rows: content.plan.rows.map((row) => columns.map(({ cell }) => cell(row, content))),
  summaryLines: summaryLines(content),
  summaryTable: ownerTable(content),
  sheet: { ...sheet, notes: ownerNotes(content) },
  head: { summary: summaryJson(content) },
});

/** What a format of bare rows has no place for. */
export const planRemarks = (content: PlanContent): string[] => [
  ...sums(content).map(({ term, value }) => `${term}: ${value}`),
  ...silentRules(content).map(({ term, value }) => `${term}: ${value}`),
];

function summaryLines(content: PlanContent): SummaryLine[] {
  const { plan, customers, asOf, months, windowFrom, owners, capacity } = content;
  const { lapsed, lost, prospect, no_class, phase_out, nothing_to_do } = plan.leftOut;
  const left = [
    ...(nothing_to_do > 0 ? [`${nothing_to_do} with nothing to win or mend`] : []),
    ...(phase_out > 0 ? [`${phase_out} to phase out`] : []),
    ...(lapsed + lost > 0 ? [`${lapsed + lost} lapsed or lost (winback)`] : []),
    ...(prospect > 0 ? [counted(prospect, "prospect")] : []),
    ...(no_class > 0 ? [`${no_class} without a class`] : []),
  ];
  return [
    { term: "as of", value: `${asOf}, window of ${months} months after ${windowFrom}` },
    { term: "plan", value: `${plan.planned} of ${counted(customers, "customer")}` },
    ...(left.length > 0 ? [{ term: "left out", value: left.join(", ") }] : []),
    ...(owners === undefined ? [] : [{ term: "owner", value: owners.map((owner) => owner ?? noOwner).join(", ") }]),
    ...(capacity === null ? [] : [{ term: "capacity", value: `${capacity} to call of each owner` }]),
    ...sums(content),
    ...silentRules(content),
  ];
}

/** Rules that had nothing to go by. */
function silentRules({ rules }: PlanContent): SummaryLine[] {
  const silent = rules.filter(({ state }) => state !== "ok").length;
  return silent === 0
    ? []
    : [
        {
          term: "no data",
          value: `${silent} of ${rules.length} rules had too little to go by; portfolio triggers names them`,
        },
      ];
}

/** What there is to win now, and what waits. */
function sums({ plan: { callable, blocked, beyond }, currency }: PlanContent): SummaryLine[] {
  const unit = currency === null ? "" : ` ${currency}`;
  return [
    { term: "to call", value: `${counted(callable.customers, "customer")}, ${sumWords(callable, unit)}` },
    ...(blocked.customers === 0
      ? []
      : [
          {
            term: "blocked",
            value: `${counted(blocked.customers, "customer")}, ${gain(blocked.increment)}${unit} a year waits behind a repair`,
          },
        ]),
    ...(beyond.customers === 0
      ? []
      : [
          {
            term: "beyond capacity",
            value: `${counted(beyond.customers, "customer")}, ${sumWords(beyond, unit)}`,
          },
        ]),
  ];
}

const sumWords = ({ customers, increment, unknown }: PlanSum, unit: string): string =>
  customers > 0 && unknown === customers
    ? "nothing known yet of what there is to win"
    : `${gain(increment)}${unit} a year${unknown > 0 ? `, not known of ${unknown}` : ""}`;

/** Only where somebody is named. */
const ownerTable = ({ plan: { owners } }: PlanContent): string[][] =>
  owners.every(({ owner }) => owner === null)
    ? []
    : [
        ["owner", "to call", "increment", "blocked", "behind a repair"],
        ...owners.map(({ owner, callable, blocked }) => [
          owner ?? noOwner,
          String(callable.customers),
          gain(callable.increment),
          String(blocked.customers),
          blocked.customers === 0 ? "" : gain(blocked.increment),
        ]),
      ];

const ownerNotes = ({ plan: { owners }, currency }: PlanContent): ReadonlyMap<string, string> => {
  const unit = currency === null ? "" : ` ${currency}`;
  return new Map(
    owners.map(({ owner, callable, blocked }) => [
      owner ?? noOwner,
      [
        `${counted(callable.customers, "customer")} to call: ${sumWords(callable, unit)}.`,
        ...(blocked.customers === 0
          ? []
          : [
              `${counted(blocked.customers, "customer")} blocked: ${gain(blocked.increment)}${unit} waits behind a repair.`,
            ]),
      ].join(" "),
    ]),
  );
};

const sumJson = ({ customers, increment, unknown }: PlanSum): JsonValue => ({
  customers,
  increment: exactMoney(increment),
  unknown_increment: unknown,
});

const summaryJson = ({ plan, customers, rules }: PlanContent): JsonValue => ({
  customers,
  planned: plan.planned,
  callable: sumJson(plan.callable),
  blocked: sumJson(plan.blocked),
  beyond_capacity: sumJson(plan.beyond),
  left_out: plan.leftOut,
  owners: plan.owners.map(({ owner, callable, blocked }) => ({
    owner,
    callable: sumJson(callable),
    blocked: sumJson(blocked),
  })),
  rules: rules.map(({ rule, findings, state }) => ({ rule, findings, state })),
});

import { exactMoney } from "../base/money.ts";
import type { Cell, Column, JsonValue, Report, Row, Sheet, SummaryLine } from "../output/report.ts";
import type { RuleSummary } from "../scoring/findings.ts";
import type { Cell as MatrixCell } from "../scoring/matrix.ts";
import type { PlanRow } from "../scoring/plan/row.ts";
import type { PlanSum } from "../scoring/plan/sums.ts";
import type { Plan } from "../scoring/plan.ts";
import type { Words } from "../wording/wording.ts";
import { evidenceWords, nextProductReason, stepWords, whenOrder, whenWords } from "./plan/words.ts";
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
  readonly words: Words<"plan">;
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

const ownerOf = ({ owner }: Pick<PlanRow, "owner">, { words }: PlanContent): string => owner ?? words.common.noOwner;

const stepAt = ({ steps, cell }: PlanRow, at: number, { plays, words }: PlanContent): string | null => {
  const step = steps[at];
  return step === undefined ? null : stepWords(step, plays[cell], words);
};

const columns: readonly ColumnOf[] = [
  column("rank", "count", true, (row) => row.rank),
  column("customer_id", "text", true, (row) => row.customerId),
  column("customer_name", "text", true, (row) => row.customerName),
  column("owner", "text", false, ownerOf),
  column("cell", "text", true, (row) => row.cell),
  column("increment", "money", true, (row) => row.increment),
  column("driver", "text", false, (row) => row.driver),
  column("when", "text", true, (row, { asOf, words }) => whenWords(row.when, asOf, words)),
  column("first_action", "text", true, (row, content) => stepAt(row, 0, content)),
  column("blocked_by", "text", false, (row) => row.blockedBy.join(", ") || null),
  column("evidence", "text", false, (row, { words }) => evidenceWords(row, words)),
  column("next_product", "text", false, (row) => row.next.map(({ product }) => product).join("; ") || null),
  column(
    "next_product_reason",
    "text",
    false,
    (row, { words }) => row.next.map((next) => nextProductReason(next, words)).join("; ") || null,
  ),
  column("then_action", "text", false, (row, content) => stepAt(row, 1, content)),
  column("play", "text", false, (row, { plays, words }) => words.say(plays[row.cell])),
  column("stage", "text", false, (row) => row.stage),
  column("strategy", "text", false, (row, { words }) =>
    row.stage === null ? null : words.common.strategies[row.stage],
  ),
  column("rules", "text", false, (row) => row.why.map(({ rule }) => rule).join(", ") || null),
  column("when_date", "date", false, (row) => row.when?.date ?? null),
  column("first_step", "text", false, (row) => row.steps[0]?.step ?? null),
  column("reason", "text", false, (row) => row.reason),
];

/** The columns of `plan`, in their order. */
export const planColumns: readonly Column[] = columns.map(({ cell: _cell, ...rest }) => rest);

/** What the moments are sorted by, by their words, which stand in the table's rows. */
function whenOrders({ plan, asOf }: PlanContent, rows: readonly Row[]): ReadonlyMap<string, string> {
  const at = columns.findIndex(({ name }) => name === "when");
  return new Map(plan.rows.map(({ when }, i) => [rows[i]?.[at] as string, whenOrder(when, asOf)]));
}

const sheetOf = (content: PlanContent): Sheet => {
  const { sheet } = content.words.plan;
  return {
    heading: "owner",
    notes: ownerNotes(content),
    title: ["rank", "customer_name", "customer_id", "cell", "increment"],
    lines: [
      { label: sheet.when, column: "when", isTask: false },
      { label: sheet.evidence, column: "evidence", isTask: false },
      { label: sheet.driver, column: "driver", isTask: false },
      { label: sheet.blockedBy, column: "blocked_by", isTask: false },
      { label: sheet.firstAction, column: "first_action", isTask: true },
      { label: sheet.thenAction, column: "then_action", isTask: true },
      { label: sheet.nextProduct, column: "next_product", isTask: false },
      { label: sheet.nextProductReason, column: "next_product_reason", isTask: false },
      { label: sheet.strategy, column: "strategy", isTask: false },
    ],
    blanks: [sheet.done, sheet.agreed],
  };
};

/** The report of `plan`: a row a customer worth working, in order of priority; as Markdown a call sheet of each owner. */
export function planReport(content: PlanContent): Report {
  const rows = content.plan.rows.map((row) => columns.map(({ cell }) => cell(row, content)));
  const order = whenOrders(content, rows);
  return {
    columns: planColumns.map((column) => (column.name === "when" ? { ...column, order } : column)),
    rows,
    summaryLines: summaryLines(content),
    summaryTable: ownerTable(content),
    sheet: sheetOf(content),
    head: { summary: summaryJson(content) },
  };
}

/** What a format of bare rows has no place for. */
export const planRemarks = (content: PlanContent): string[] =>
  [...sums(content), ...silentRules(content)].map(({ term, value }) => content.words.common.line(term, value));

function summaryLines(content: PlanContent): SummaryLine[] {
  const { plan, customers, asOf, months, windowFrom, owners, capacity } = content;
  const { common, plan: words } = content.words;
  const { lapsed, lost, prospect, no_class, phase_out, nothing_to_do } = plan.leftOut;
  const left = [
    ...(nothing_to_do > 0 ? [words.nothingToDo(nothing_to_do)] : []),
    ...(phase_out > 0 ? [words.phaseOut(phase_out)] : []),
    ...(lapsed + lost > 0 ? [words.lost(lapsed + lost)] : []),
    ...(prospect > 0 ? [common.prospects(prospect)] : []),
    ...(no_class > 0 ? [common.withoutClass(no_class)] : []),
  ];
  return [
    { term: common.asOf, value: common.asOfText(asOf, months, windowFrom) },
    { term: words.planTerm, value: words.planned(plan.planned, customers) },
    ...(left.length > 0 ? [{ term: common.leftOutTerm, value: left.join(", ") }] : []),
    ...(owners === undefined
      ? []
      : [{ term: common.ownerTerm, value: owners.map((owner) => owner ?? common.noOwner).join(", ") }]),
    ...(capacity === null ? [] : [{ term: words.capacityTerm, value: words.capacity(capacity) }]),
    ...sums(content),
    ...silentRules(content),
  ];
}

/** Rules that had nothing to go by. */
function silentRules({ rules, words: { plan } }: PlanContent): SummaryLine[] {
  const silent = rules.filter(({ state }) => state !== "ok").length;
  return silent === 0 ? [] : [{ term: plan.noData, value: plan.silentRules(silent, rules.length) }];
}

/** What there is to win now, and what waits. */
function sums({ plan: { callable, blocked, beyond }, currency, words: { plan } }: PlanContent): SummaryLine[] {
  return [
    { term: plan.toCall, value: plan.customersAndSum(callable, currency) },
    ...(blocked.customers === 0 ? [] : [{ term: plan.blocked, value: plan.waits(blocked, currency) }]),
    ...(beyond.customers === 0 ? [] : [{ term: plan.beyond, value: plan.customersAndSum(beyond, currency) }]),
  ];
}

/** Only where somebody is named. */
const ownerTable = ({ plan: { owners }, words: { common, figures, plan } }: PlanContent): string[][] =>
  owners.every(({ owner }) => owner === null)
    ? []
    : [
        [plan.table.owner, plan.table.toCall, plan.table.increment, plan.table.blocked, plan.table.behindRepair],
        ...owners.map(({ owner, callable, blocked }) => [
          owner ?? common.noOwner,
          figures.count(callable.customers),
          figures.gain(callable.increment),
          figures.count(blocked.customers),
          blocked.customers === 0 ? "" : figures.gain(blocked.increment),
        ]),
      ];

const ownerNotes = ({
  plan: { owners },
  currency,
  words: { common, plan },
}: PlanContent): ReadonlyMap<string, string> =>
  new Map(
    owners.map(({ owner, callable, blocked }) => [
      owner ?? common.noOwner,
      [
        plan.noteToCall(callable, currency),
        ...(blocked.customers === 0 ? [] : [plan.noteBlocked(blocked, currency)]),
      ].join(" "),
    ]),
  );

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

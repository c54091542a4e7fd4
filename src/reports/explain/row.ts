import type { IsoDate } from "../../base/calendar.ts";
import { exactMoney, type Money } from "../../base/money.ts";
import type { CustomerLines, LineSum, PlacedLine } from "../../facts/lines.ts";
import { fixed } from "../../output/numbers.ts";
import type { Because, BecauseValue } from "../../scoring/because.ts";
import type { ClassifyOptions } from "../../scoring/classify.ts";
import type { Explanation } from "../../scoring/explain.ts";
import type { Finding } from "../../scoring/findings/finding.ts";
import type { FindingFacts } from "../../scoring/findings/subjects.ts";
import type { RuleSummary } from "../../scoring/findings.ts";
import type { Cell } from "../../scoring/matrix.ts";
import type { PlanRow } from "../../scoring/plan/row.ts";
import type { StageScore } from "../../scoring/stage.ts";
import type { ValueScore } from "../../scoring/value/row.ts";
import { counted } from "../figures.ts";

/** One number of a customer: what it is, by which rule, and where that can be checked. Texts; `null` where there is none. */
export interface ExplainRow {
  /** The column's name, as in `classify`, or a name of its own. */
  readonly item: string;
  readonly value: string | null;
  /** In one sentence, with the numbers. */
  readonly rule: string | null;
  readonly evidence: string | null;
  /** The rule's code and the limit that the value was held against, for programs. */
  readonly code: string | null;
  readonly threshold: string | null;
}

/** What a section is written from. */
export interface ExplainContext {
  readonly explanation: Explanation;
  readonly lines: CustomerLines;
  readonly options: ClassifyOptions;
  readonly months: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly currency: string | null;
  /** Place of the customer's row in the customers files; `null`: it is not listed. */
  readonly listedAt: string | null;
  /** Whether the run has an NPS file. */
  readonly hasAnswers: boolean;
  readonly asOf: IsoDate;
  /** What the rules found in it, the strongest first. */
  readonly findings: readonly Finding[];
  /** What became of each rule. */
  readonly rules: readonly RuleSummary[];
  readonly stage: StageScore;
  /** `null`: it has no sales line. */
  readonly value: ValueScore | null;
  /** `null`: it is not in the plan. */
  readonly plan: PlanRow | null;
  /** Whether it counts as lost (docs/method.md §11). */
  readonly isLost: boolean;
  /** Customers in the plan. */
  readonly planned: number;
  /** What to do with the customers of each cell. */
  readonly plays: Readonly<Record<Cell, string>>;
  /** Its answers up to the as-of date. */
  readonly answersToDate: FindingFacts["answers"];
}

/** A number, and whatever of rule, evidence and reason there is. */
export const row = (
  item: string,
  value: string | number | null,
  rule: string | null = null,
  evidence: string | null = null,
  because: Because | null = null,
): ExplainRow => ({
  item,
  value: value === null ? null : String(value),
  rule,
  evidence,
  code: because === null ? null : because.rule,
  threshold: because === null ? null : becauseText(because.threshold),
});

/** A reason in a few words: `median_gap 30 against 45`. */
export const reasonText = ({ rule, value, threshold }: Because): string =>
  `${rule}${value === null ? "" : ` ${plainText(value)}`}${threshold === null ? "" : ` against ${plainText(threshold)}`}`;

const plainText = (value: string | number | Money): string =>
  typeof value === "bigint"
    ? amountText(value)
    : typeof value === "number"
      ? String(Math.round(value * 10_000) / 10_000)
      : value;

const becauseText = (value: BecauseValue): string | null =>
  value === null ? null : typeof value === "bigint" ? exactMoney(value) : String(value);

/** Money to the last decimal, as in json; `null` stays. */
export const moneyText = (amount: Money | null): string | null => (amount === null ? null : exactMoney(amount));

/** A ratio with 4 decimals, as everywhere; `null` stays. */
export const ratioText = (ratio: number | null): string | null => (ratio === null ? null : fixed(ratio, 4));

/** An amount in a sentence, to the last decimal: `12 300.00`. */
export const amountText = (amount: Money): string => spaced(exactMoney(amount));

/** Spaces between the thousands of a decimal. */
export const spaced = (decimal: string): string => decimal.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, " ");

/** `3 lines, 12 300.00 in all; largest: salg.csv:12 of 2026-01-05, 8 000.00; …`; `null` of no lines. */
export function linesText({ count, amount, largest }: LineSum): string | null {
  if (count === 0) return null;
  const shown = largest.map(lineText).join("; ");
  const all = `${counted(count, "line")}, ${amountText(amount)} in all`;
  return `${all}; ${count > largest.length ? `the largest ${largest.length}: ` : ""}${shown}`;
}

/** `salg.csv:12 of 2026-01-05, 8 000.00`. */
export const lineText = ({ place, date, amount }: PlacedLine): string => `${place} of ${date}, ${amountText(amount)}`;

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
import type { Words } from "../../wording/wording.ts";

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
  readonly words: ExplainWording;
}

/** The words of the sections, and of the plan in them. */
export type ExplainWording = Words<"explain" | "plan">;

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
export const reasonText = ({ rule, value, threshold }: Because, { explain }: ExplainWording): string =>
  explain.reason(
    rule,
    value === null ? null : plainText(value, explain),
    threshold === null ? null : plainText(threshold, explain),
  );

const plainText = (value: string | number | Money, explain: ExplainWording["explain"]): string =>
  typeof value === "bigint"
    ? explain.exact(value)
    : typeof value === "number"
      ? explain.plain(Math.round(value * 10_000) / 10_000)
      : value;

const becauseText = (value: BecauseValue): string | null =>
  value === null ? null : typeof value === "bigint" ? exactMoney(value) : String(value);

/** Money to the last decimal, as in json; `null` stays. */
export const moneyText = (amount: Money | null, { explain }: ExplainWording): string | null =>
  amount === null ? null : explain.money(amount);

/** A ratio with 4 decimals, as everywhere; `null` stays. */
export const ratioText = (ratio: number | null, words: ExplainWording): string | null =>
  ratio === null ? null : decimalText(ratio, 4, words);

/** A number with so many decimals, never "-0.00". */
export const decimalText = (value: number, places: number, { explain }: ExplainWording): string =>
  explain.decimal(Number(fixed(value, places)), places);

/** `3 lines, 12 300.00 in all; largest: salg.csv:12 of 2026-01-05, 8 000.00; …`; `null` of no lines. */
export function linesText({ count, amount, largest }: LineSum, words: ExplainWording): string | null {
  if (count === 0) return null;
  const shown = largest.map((line) => lineText(line, words)).join("; ");
  return words.explain.lines(count, amount, count > largest.length ? largest.length : null, shown);
}

/** `salg.csv:12 of 2026-01-05, 8 000.00`. */
export const lineText = ({ place, date, amount }: PlacedLine, { explain }: ExplainWording): string =>
  explain.line(place, date, amount);

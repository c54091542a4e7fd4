import { exactMoney } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Cell, Column, JsonValue, Report, Segment } from "../output/report.ts";
import type { Change, CustomerSensitivity } from "../scoring/sensitivity/customer.ts";
import type { VariantSummary } from "../scoring/sensitivity/summary.ts";
import type { Sensitivity } from "../scoring/sensitivity.ts";
import type { Words } from "../wording/wording.ts";
import { gridLines } from "./grid.ts";

/** The columns that follow those of `classify`. */
export const sensitivityColumns: readonly Column[] = [
  { name: "stability", kind: "ratio", onTerminal: true },
  { name: "grade_stability", kind: "ratio", onTerminal: false },
  { name: "changes", kind: "text", onTerminal: true },
];

/** The report of `classify` with the sensitivity of each row, which are in the same order; a grid of variants above the rows. */
export function withSensitivity(report: Report, sensitivity: Sensitivity, words: SensitivityWording): Report {
  const { customers } = sensitivity;
  return {
    ...report,
    columns: [...report.columns, ...sensitivityColumns],
    rows: report.rows.map((row, i) => [...row, ...cellsOf(customers[i] as CustomerSensitivity, words)]),
    summaryLines: [
      ...report.summaryLines,
      ...sensitivityRemarks(sensitivity, words).map((value) => ({ term: words.classify.sensitivity, value })),
    ],
    picture: [...(report.picture ?? []), ...variantGrid(sensitivity, words)],
    head: {
      ...report.head,
      summary: { ...(report.head.summary as { [key: string]: JsonValue }), sensitivity: sensitivityJson(sensitivity) },
    },
  };
}

/** What a format of bare rows has no place for: how firm the classes are as a whole, and what was not tried. */
export function sensitivityRemarks(
  { customers, variants, leftOut }: Sensitivity,
  { classify }: SensitivityWording,
): string[] {
  const judged = customers.filter(({ stability }) => stability !== null);
  const firm = judged.filter(({ stability }) => stability === 1);
  return [
    classify.keep(firm.length, judged.length, variants.length),
    ...leftOut.map(({ name, reason }) => classify.notTried(classify.variant(name), classify.notTriedWhy[reason])),
  ];
}

type SensitivityWording = Words<"classify">;

const cellsOf = ({ stability, gradeStability, changes }: CustomerSensitivity, words: SensitivityWording): Cell[] => [
  stability,
  gradeStability,
  changes.map((change) => changeWords(change, words)).join("; ") || null,
];

/** `cut 25,80: A`; `window 6: B, grade c`; `window 6: no class`. */
function changeWords(
  { variant, class: letter, grade, changesClass, changesGrade }: Change,
  { classify }: SensitivityWording,
): string {
  const name = classify.variant(variant.name);
  if (letter === null) return `${name}: ${classify.noClass}`;
  const parts = [...(changesClass ? [letter] : []), ...(changesGrade ? [classify.grade(grade)] : [])];
  return `${name}: ${parts.join(", ")}`;
}

/** Variants down, changes of class across, as far as there are any. */
function variantGrid({ variants }: Sensitivity, { figures, classify }: SensitivityWording): Segment[][] {
  const seen = variants.flatMap(({ moves }) => moves.map(nameOf));
  const kinds = [...new Set(seen)].sort(compareCodePoints);
  const heads = classify.variants;
  return gridLines([
    [heads.variant, heads.classChanges, heads.ofRevenue, ...kinds, heads.gradeChanges],
    ...variants.map(({ variant, customers, revenue, moves, grades }) => [
      classify.variant(variant.name),
      figures.count(customers),
      figures.grouped(revenue),
      ...kinds.map((kind) => String(moves.find((move) => nameOf(move) === kind)?.customers ?? "")),
      String(grades),
    ]),
  ]);
}

type Moved = VariantSummary["moves"][number];

const nameOf = ({ from, to }: Pick<Moved, "from" | "to">): string => `${from}→${to === "none" ? "–" : to}`;

const sensitivityJson = ({ variants, leftOut }: Sensitivity): JsonValue => ({
  variants: variants.map(({ variant, customers, revenue, moves, grades }) => ({
    variant: variant.name,
    kind: variant.kind,
    class_changes: customers,
    revenue: exactMoney(revenue),
    moves: moves.map(({ from, to, customers: count }) => ({ from, to, customers: count })),
    grade_changes: grades,
  })),
  not_tried: leftOut.map(({ name, kind, reason }) => ({ variant: name, kind, reason })),
});

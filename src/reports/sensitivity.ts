import { exactMoney } from "../base/money.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Cell, Column, JsonValue, Report, Segment } from "../output/report.ts";
import type { Change, CustomerSensitivity } from "../scoring/sensitivity/customer.ts";
import type { VariantSummary } from "../scoring/sensitivity/summary.ts";
import type { Sensitivity } from "../scoring/sensitivity.ts";
import { grouped } from "./figures.ts";
import { gridLines } from "./grid.ts";

/** The columns that follow those of `classify`. */
export const sensitivityColumns: readonly Column[] = [
  { name: "stability", kind: "ratio", onTerminal: true },
  { name: "grade_stability", kind: "ratio", onTerminal: false },
  { name: "changes", kind: "text", onTerminal: true },
];

/** The report of `classify` with the sensitivity of each row, which are in the same order; a grid of variants above the rows. */
export function withSensitivity(report: Report, sensitivity: Sensitivity): Report {
  const { customers } = sensitivity;
  return {
    ...report,
    columns: [...report.columns, ...sensitivityColumns],
    rows: report.rows.map((row, i) => [...row, ...cellsOf(customers[i] as CustomerSensitivity)]),
    summaryLines: [
      ...report.summaryLines,
      ...sensitivityRemarks(sensitivity).map((value) => ({ term: "sensitivity", value })),
    ],
    picture: [...(report.picture ?? []), ...variantGrid(sensitivity)],
    head: {
      ...report.head,
      summary: { ...(report.head.summary as { [key: string]: JsonValue }), sensitivity: sensitivityJson(sensitivity) },
    },
  };
}

/** What a format of bare rows has no place for: how firm the classes are as a whole, and what was not tried. */
export function sensitivityRemarks({ customers, variants, leftOut }: Sensitivity): string[] {
  const judged = customers.filter(({ stability }) => stability !== null);
  const firm = judged.filter(({ stability }) => stability === 1);
  return [
    `${firm.length} of ${judged.length} customers keep their class in each of ${variants.length} variants`,
    ...leftOut.map(({ name, reason }) => `${name} not tried: ${leftOutWords[reason]}`),
  ];
}

const leftOutWords: Readonly<Record<Sensitivity["leftOut"][number]["reason"], string>> = {
  window_not_covered: "the sales do not reach back over it",
  total_not_positive: "the total is not above zero",
};

const cellsOf = ({ stability, gradeStability, changes }: CustomerSensitivity): Cell[] => [
  stability,
  gradeStability,
  changes.map(changeWords).join("; ") || null,
];

/** `cut 25,80: A`; `window 6: B, grade c`; `window 6: no class`. */
function changeWords({ variant, class: letter, grade, changesClass, changesGrade }: Change): string {
  if (letter === null) return `${variant.name}: no class`;
  const parts = [...(changesClass ? [letter] : []), ...(changesGrade ? [`grade ${grade}`] : [])];
  return `${variant.name}: ${parts.join(", ")}`;
}

/** Variants down, changes of class across, as far as there are any. */
function variantGrid({ variants }: Sensitivity): Segment[][] {
  const seen = variants.flatMap(({ moves }) => moves.map(nameOf));
  const kinds = [...new Set(seen)].sort(compareCodePoints);
  return gridLines([
    ["variant", "class changes", "of revenue", ...kinds, "grade changes"],
    ...variants.map(({ variant, customers, revenue, moves, grades }) => [
      variant.name,
      String(customers),
      grouped(revenue),
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

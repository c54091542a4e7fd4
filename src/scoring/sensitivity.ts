import { ratio, zero } from "../base/money.ts";
import { letters } from "./abc/letter.ts";
import { type Place, rankAmounts } from "./abc/ranking.ts";
import type { AbcOptions } from "./abc.ts";
import type { CustomerScore } from "./classify/row.ts";
import type { Change, CustomerSensitivity } from "./sensitivity/customer.ts";
import { summariseVariant, type VariantSummary } from "./sensitivity/summary.ts";
import { cutsOfVariants, methodsOfVariants, type Variant, windowsOfVariants } from "./sensitivity/variants.ts";
import { isJudged } from "./status.ts";

type SensitiveRow = Pick<
  CustomerScore,
  "customerId" | "class" | "rank" | "revenue" | "contribution" | "potential" | "status"
>;

/** The same portfolio over a window of another length. */
export interface OtherWindow {
  readonly months: number;
  /** `null`: the sales do not reach back over it. */
  readonly rows: readonly Pick<SensitiveRow, "customerId" | "class" | "potential" | "status">[] | null;
}

export interface Sensitivity {
  /** In the order of the rows. */
  readonly customers: readonly CustomerSensitivity[];
  readonly variants: readonly VariantSummary[];
  readonly leftOut: readonly (Variant & { readonly reason: "window_not_covered" | "total_not_positive" })[];
}

/**
 * Whose class or grade hangs on a choice: what becomes of each customer when one of the cuts moves by 5 points, when the cuts are
 * taken by another method, and over windows of 6, 12 and 24 months. One choice changes at a time. Class D does not hang on
 * cuts; grades change with the window only.
 *
 * `rows`: the classification as chosen. A window that the sales do not reach back over, and shares of a total that is not above
 * zero, are left out. Errors: none. Cost: O(n log n) and O(n) a variant. Source: docs/method.md §13.
 */
export function scoreSensitivity(
  rows: readonly SensitiveRow[],
  windows: readonly OtherWindow[],
  abc: AbcOptions,
): Sensitivity {
  const reletter = relettering(rows, abc);
  const tried: { variant: Variant; outcomes: readonly Outcome[] }[] = [];
  const leftOut: Sensitivity["leftOut"][number][] = [];
  for (const variant of [...cutsOfVariants(abc), ...methodsOfVariants(abc)]) {
    const outcomes = reletter(variant.method, variant.cuts);
    if (outcomes === null) leftOut.push({ ...variant, reason: "total_not_positive" });
    else tried.push({ variant, outcomes });
  }
  for (const variant of windowsOfVariants(windows.map(({ months }) => months))) {
    const other = windows.find(({ months }) => months === variant.months)?.rows ?? null;
    if (other === null) leftOut.push({ ...variant, reason: "window_not_covered" });
    else tried.push({ variant, outcomes: outcomesIn(rows, other) });
  }
  const customers = rows.map((row, i): CustomerSensitivity => {
    const { customerId } = row;
    if (row.class === null || !isJudged(row.status))
      return { customerId, stability: null, gradeStability: null, changes: [] };
    const changes = tried.map(({ variant, outcomes }) => changeOf(row, variant, outcomes[i] as Outcome));
    const overWindows = changes.filter(({ variant }) => variant.kind === "window");
    return {
      customerId,
      stability: share(changes.filter(({ changesClass }) => !changesClass).length, changes.length),
      gradeStability: share(overWindows.filter(({ changesGrade }) => !changesGrade).length, overWindows.length),
      changes: changes.filter(({ changesClass, changesGrade }) => changesClass || changesGrade),
    };
  });
  return {
    customers,
    variants: tried.map(({ variant }) => summariseVariant(variant, rows, customers)),
    leftOut,
  };
}

type Outcome = Pick<Change, "class" | "grade">;

const share = (part: number, whole: number): number | null => ratio(BigInt(part), BigInt(whole));

function changeOf(row: SensitiveRow, variant: Variant, outcome: Outcome): Change {
  return {
    variant,
    ...outcome,
    changesClass: outcome.class !== row.class,
    changesGrade: outcome.grade !== row.potential,
  };
}

/** The classes by other cuts: who is ranked, and who is D, stays. `null` where there are no letters to be had. */
function relettering(rows: readonly SensitiveRow[], { rankBy }: Pick<AbcOptions, "rankBy">) {
  const amounts = rows
    .filter(({ rank }) => rank !== null)
    .map(({ revenue, contribution }) => (rankBy === "contribution" ? (contribution ?? revenue) : revenue));
  const total = amounts.reduce((sum, amount) => sum + amount, zero);
  const places = rankAmounts(amounts);
  return (method: AbcOptions["method"], cuts: readonly [number, number]): Outcome[] | null => {
    if (method === "cumulative" && total <= zero) return null;
    const letterOf = letters({ n: amounts.length, total }, method, cuts);
    let next = 0;
    return rows.map((row): Outcome => {
      const letter = row.rank === null ? row.class : letterOf(places[next++] as Place).letter;
      return { class: row.class === "D" ? "D" : letter, grade: row.potential };
    });
  };
}

/** The classes and grades of another window; who is not in it has neither. */
function outcomesIn(rows: readonly SensitiveRow[], others: NonNullable<OtherWindow["rows"]>): Outcome[] {
  const byId = new Map(others.map((row) => [row.customerId, row]));
  return rows.map(({ customerId }) => {
    const other = byId.get(customerId);
    if (other === undefined || !isJudged(other.status)) return { class: null, grade: null };
    return { class: other.class, grade: other.potential };
  });
}

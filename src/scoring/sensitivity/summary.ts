import { type Money, zero } from "../../base/money.ts";
import { compareCodePoints } from "../../base/statistics.ts";
import type { CustomerScore } from "../classify/row.ts";
import type { Change, CustomerSensitivity } from "./customer.ts";
import type { Variant } from "./variants.ts";

/** What a variant changes. */
export interface VariantSummary {
  readonly variant: Variant;
  /** Customers whose class changes, and their revenue as chosen. */
  readonly customers: number;
  readonly revenue: Money;
  /** By class as chosen and class of the variant (`none`: no class), in that order. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly customers: number }[];
  /** Customers whose grade changes. */
  readonly grades: number;
}

/** Who moves from which class to which, counted. Cost: O(n). */
export function summariseVariant(
  variant: Variant,
  rows: readonly Pick<CustomerScore, "class" | "revenue">[],
  customers: readonly CustomerSensitivity[],
): VariantSummary {
  const moves = new Map<string, { from: string; to: string; customers: number }>();
  let [changed, revenue, grades] = [0, zero, 0];
  customers.forEach(({ changes }, i) => {
    const change = changes.find((own) => own.variant === variant);
    if (change === undefined) return;
    if (change.changesGrade) grades += 1;
    if (!change.changesClass) return;
    const row = rows[i] as (typeof rows)[number];
    changed += 1;
    revenue += row.revenue;
    const [from, to] = [row.class as string, classOf(change)];
    const known = moves.get(from + to) ?? { from, to, customers: 0 };
    known.customers += 1;
    moves.set(from + to, known);
  });
  return {
    variant,
    customers: changed,
    revenue,
    moves: [...moves.values()].sort((a, b) => compareCodePoints(a.from, b.from) || compareCodePoints(a.to, b.to)),
    grades,
  };
}

const classOf = (change: Change): string => change.class ?? "none";

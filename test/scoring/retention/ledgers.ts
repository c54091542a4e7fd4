import type { CustomerMonths } from "../../../src/facts/months.ts";
import type { RetentionCustomer } from "../../../src/scoring/retention/timeline.ts";

/** A sales line: a month as `2024-03` (its line is on the 15th), an amount. */
export type Line = readonly [month: string, amount: bigint];

export interface Spec {
  readonly id: string;
  readonly lines?: readonly Line[];
  readonly since?: string | null;
  readonly until?: string | null;
  readonly owner?: string | null;
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** What the engine would say of these customers. */
export function factsOf(specs: readonly Spec[]): {
  readonly customers: RetentionCustomer[];
  readonly ledgers: Map<string, CustomerMonths>;
} {
  const ledgers = new Map<string, CustomerMonths>();
  const customers = specs.map(({ id, lines = [], since = null, until = null, owner = null }): RetentionCustomer => {
    const card = since === null && until === null && owner === null ? null : { since, until, owner };
    if (lines.length === 0) return { customerId: id, card, sales: null };
    const months = [...new Set(lines.map(([month]) => month))].sort();
    const of = (month: string) => lines.filter(([own]) => own === month).map(([, amount]) => amount);
    ledgers.set(id, {
      months: months.map(monthNumber),
      revenue: months.map((month) => of(month).reduce((sum, amount) => sum + amount, 0n)),
      purchases: months.map((month) => of(month).filter((amount) => amount >= 0n).length),
    });
    const bought = months.filter((month) => of(month).some((amount) => amount >= 0n)).map((month) => `${month}-15`);
    return {
      customerId: id,
      card,
      sales: { firstPurchase: bought[0] ?? null, lastPurchase: bought.at(-1) ?? null },
    };
  });
  return { customers, ledgers };
}

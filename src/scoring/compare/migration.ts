import { type Money, zero } from "../../base/money.ts";
import { isJudged } from "../status.ts";
import type { ComparedScore } from "./score.ts";

/** What customers can migrate on. */
export const migrationAxes = ["class", "grade", "cell", "stage"] as const;
export type MigrationAxis = (typeof migrationAxes)[number];

/** The customers that went from one place to another, or stayed where they were. */
export interface Migration {
  /** A class, grade, cell or stage; `none` without one; `lapsed`, `prospect`, `absent`: not in the portfolio on that date. */
  readonly from: string;
  readonly to: string;
  readonly customers: readonly Migrant[];
  readonly revenueFrom: Money;
  readonly revenueTo: Money;
}

/** A customer on both dates; `null` on a date that does not know it. */
interface Migrant {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly from: ComparedScore | null;
  readonly to: ComparedScore | null;
}

interface Entry extends Migration {
  readonly customers: Migrant[];
  revenueFrom: Money;
  revenueTo: Money;
}

const valueOn: Readonly<Record<MigrationAxis, (score: ComparedScore) => string | null>> = {
  class: (score) => score.class,
  grade: ({ potential }) => potential,
  cell: ({ cell }) => cell,
  stage: ({ stage }) => stage,
};

/** The order of places on every axis: from the best on, then those outside. */
export const migrationOrder: readonly string[] = [
  ..."A B C D a b c d ?".split(" "),
  ..."Aa Ba Ab Bb Ac Ca Bc Cb A? B? C? Ad Bd Cc Cd Da Db D? Dc Dd".split(" "),
  ..."partner transitional transactional conflict none lapsed prospect absent".split(" "),
];

/**
 * Who went from where to where on one axis: every customer of either date in exactly one entry, in the order given; entries that
 * nobody is in are left out. The revenue of all entries is the revenue of the dates. Cost: O(n). Source: docs/method.md §13.
 */
export function migrationsOn(axis: MigrationAxis, customers: readonly Migrant[]): Migration[] {
  const placeOf = (score: ComparedScore | null): string => {
    if (score === null) return "absent";
    return isJudged(score.status) ? (valueOn[axis](score) ?? "none") : score.status;
  };
  const entries = new Map<string, Map<string, Entry>>();
  const entryOf = (from: string, to: string): Entry => {
    const known = entries.get(from)?.get(to);
    if (known !== undefined) return known;
    const entry = { from, to, customers: [], revenueFrom: zero, revenueTo: zero };
    entries.set(from, (entries.get(from) ?? new Map<string, Entry>()).set(to, entry));
    return entry;
  };
  for (const customer of customers) {
    const { from, to } = customer;
    const entry = entryOf(placeOf(from), placeOf(to));
    entry.customers.push(customer);
    if (from !== null) entry.revenueFrom += from.revenue;
    if (to !== null) entry.revenueTo += to.revenue;
  }
  return [...entries.values()]
    .flatMap((own) => [...own.values()])
    .sort(
      (a, b) =>
        migrationOrder.indexOf(a.from) - migrationOrder.indexOf(b.from) ||
        migrationOrder.indexOf(a.to) - migrationOrder.indexOf(b.to),
    );
}

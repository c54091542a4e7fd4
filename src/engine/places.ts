import type { IsoDate } from "../base/calendar.ts";
import type { Engine } from "./port.ts";
import type { TableName } from "./tables.ts";

/** Rows of which a notice names the first: dated after the as-of date, without a customer, without a score. */
export type Placed = "after" | "unassigned" | "blank";

/** The first rows of each kind, numbered as in the table; none where nobody asked. */
export type FirstRows = Readonly<Record<Placed, readonly number[]>>;

export const noRowsPlaced: FirstRows = { after: [], unassigned: [], blank: [] };

const kindsOf: Readonly<Record<TableName, readonly Placed[]>> = {
  sales: ["after", "unassigned"],
  costs: ["after", "unassigned"],
  answers: ["after", "unassigned", "blank"],
};

const placesKept = 3;
const beyondAll = Number.MAX_SAFE_INTEGER;

/** Of more rows than these the first alone is found: nobody mends them one by one. */
const mostFollowed = 10_000;

/**
 * The first three rows of each kind that `counts` says there are. A scan for each of the three, as for `check`, and none where
 * nothing is odd.
 */
export async function firstRowsOf(
  engine: Engine,
  table: TableName,
  dateTo: IsoDate,
  counts: Readonly<Partial<Record<Placed, number>>>,
): Promise<FirstRows> {
  const kinds = kindsOf[table];
  const shape: Record<string, "count"> = Object.fromEntries(kinds.map((kind) => [`${kind}_row`, "count"]));
  const found = { after: [] as number[], unassigned: [] as number[], blank: [] as number[] };
  const wanted = (kind: Placed): number => {
    const count = counts[kind] ?? 0;
    return count > mostFollowed ? 1 : Math.min(count, placesKept);
  };
  while (kinds.some((kind) => found[kind].length < wanted(kind))) {
    const seen = kinds.map((kind) => {
      const rows = found[kind];
      return [`seen_${kind}`, rows.length < wanted(kind) ? (rows.at(-1) ?? -1) : beyondAll] as const;
    });
    const columns = await engine.query(`${table}-places`, shape, { date_to: dateTo, ...Object.fromEntries(seen) });
    const next = kinds.flatMap((kind) => {
      const row = columns[`${kind}_row`]?.[0] ?? null;
      return row === null ? [] : [[kind, Number(row)] as const];
    });
    // Never twice the same question: the counts are the table's own, but a loop should not hang on it.
    if (next.length === 0) break;
    for (const [kind, row] of next) found[kind].push(row);
  }
  return found;
}

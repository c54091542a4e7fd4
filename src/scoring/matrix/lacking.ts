import { groupBy } from "../../base/grouping.ts";
import { type Cell, cellOrder } from "../matrix.ts";
import type { MissingData } from "../potential/missing.ts";

/** How many of some customers lack which data. */
export interface Lacking {
  readonly customers: number;
  /** In the order of the evidence, the strongest first; what nobody lacks is left out. */
  readonly data: readonly { readonly data: MissingData["data"]; readonly customers: number }[];
}

/** Of A and B customers: what would sharpen their grades. */
export interface LackingData {
  readonly all: Lacking;
  /** Cells of A and B that hold customers. */
  readonly cells: ReadonlyMap<Cell, Lacking>;
}

/**
 * Which data would sharpen the grades of A and B customers, and how many of them lack it: those whose potential it pays to
 * know. Does not depend on input order. Cost: O(n). Source: docs/method.md §5.
 */
export function lackingData(
  customers: readonly { readonly cell: Cell | null; readonly missing: readonly Pick<MissingData, "data">[] }[],
): LackingData {
  const judged = customers.filter(({ cell }) => isSharpened(cell));
  const byCell = groupBy(judged, ({ cell }) => cell);
  const cells = cellOrder.flatMap((cell): [Cell, Lacking][] => {
    const own = byCell.get(cell);
    return own === undefined ? [] : [[cell, count(own)]];
  });
  return { all: count(judged), cells: new Map(cells) };
}

/** Whether it pays to know more of the customers of a cell. */
export const isSharpened = (cell: Cell | null): boolean =>
  cell !== null && (cell.startsWith("A") || cell.startsWith("B"));

const order: readonly MissingData["data"][] = [
  "potential_grade",
  "wallet",
  "users",
  "regions",
  "employees",
  "segment_or_industry",
  "categories",
  "window",
  "prior_window",
];

function count(customers: readonly { readonly missing: readonly Pick<MissingData, "data">[] }[]): Lacking {
  const counts = new Map<MissingData["data"], number>();
  for (const { missing } of customers) for (const { data } of missing) counts.set(data, (counts.get(data) ?? 0) + 1);
  return {
    customers: customers.length,
    data: order.flatMap((data) => {
      const lacking = counts.get(data);
      return lacking === undefined ? [] : [{ data, customers: lacking }];
    }),
  };
}

import { cellOrder } from "../../scoring/matrix.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

/** Who it is, and where it stands among all. */
export function identityRows({ explanation, listedAt, words }: ExplainContext): ExplainRow[] {
  const { score, inCell, customers } = explanation;
  const { identity, value } = words.explain;
  const placed =
    inCell === null
      ? identity.noPlace
      : identity.place(
          String(score.cell),
          cellOrder.indexOf(score.cell as (typeof cellOrder)[number]) + 1,
          inCell.place,
          inCell.of,
        );
  return [
    row("customer_id", score.customerId, identity.id, listedAt === null ? null : identity.listedIn(listedAt)),
    row("customer_name", score.customerName, listedAt === null ? identity.nameFromSales : identity.name),
    row("status", value("status", score.status), identity.statuses[score.status]),
    row("cell", score.cell, score.cell === null ? identity.noCell(score.status) : identity.cell),
    row("priority", score.priority, identity.priority(customers, placed)),
  ];
}

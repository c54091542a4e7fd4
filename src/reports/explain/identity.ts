import { cellOrder } from "../../scoring/matrix.ts";
import type { Status } from "../../scoring/status.ts";
import { type ExplainContext, type ExplainRow, row } from "./row.ts";

const statusRules: Readonly<Record<Status, string>> = {
  active: "active: a sales line in the window",
  lapsed: "lapsed: sales lines before the window only",
  cost_only: "cost_only: no sales line at all, but costs in the window",
  prospect: "prospect: in the customers file and nowhere else",
};

/** Who it is, and where it stands among all. */
export function identityRows({ explanation, listedAt }: ExplainContext): ExplainRow[] {
  const { score, inCell, customers } = explanation;
  const cellRule =
    score.cell === null
      ? `no cell: ${score.status === "active" ? "no class" : score.status}`
      : "class and grade together";
  const placed =
    inCell === null
      ? "customers without a cell come last"
      : `cell ${score.cell} is number ${cellOrder.indexOf(score.cell as (typeof cellOrder)[number]) + 1} of 20; by increment number ${inCell.place} of ${inCell.of} in it`;
  return [
    row("customer_id", score.customerId, "as in the exports", listedAt === null ? null : `listed in ${listedAt}`),
    row(
      "customer_name",
      score.customerName,
      listedAt === null ? "the latest name in the sales lines" : "the customers file, else the latest sales line",
    ),
    row("status", score.status, statusRules[score.status]),
    row("cell", score.cell, cellRule),
    row("priority", score.priority, `of ${customers}: ${placed}`),
  ];
}

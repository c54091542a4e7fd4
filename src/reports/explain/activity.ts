import { type ExplainContext, type ExplainRow, lineText, row } from "./row.ts";

/** When it bought. */
export function activityRows({ explanation: { score, facts }, lines }: ExplainContext): ExplainRow[] {
  const since = facts.card?.since ?? null;
  const first = lines.firstPurchase;
  return [
    row(
      "first_purchase",
      score.firstPurchase,
      score.firstPurchase === null
        ? "no purchase"
        : since !== null && score.firstPurchase === since
          ? "customer since, in the customers file; it is earlier than the first purchase line"
          : "the first purchase line",
      first === null ? null : lineText(first),
    ),
    row(
      "last_purchase",
      score.lastPurchase,
      score.lastPurchase === null ? "no purchase line" : "the latest line of zero or more; a return is none",
      lines.lastPurchase === null ? null : lineText(lines.lastPurchase),
    ),
    row("orders", score.orders, "order numbers of purchases in the window; without numbers, days with a purchase"),
  ];
}

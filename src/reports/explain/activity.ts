import { type ExplainContext, type ExplainRow, lineText, row } from "./row.ts";

/** When it bought. */
export function activityRows({ explanation: { score, facts }, lines, words }: ExplainContext): ExplainRow[] {
  const { figures, explain } = words;
  const { activity } = explain;
  const since = facts.card?.since ?? null;
  const first = lines.firstPurchase;
  return [
    row(
      "first_purchase",
      score.firstPurchase === null ? null : figures.date(score.firstPurchase),
      score.firstPurchase === null
        ? activity.noPurchase
        : since !== null && score.firstPurchase === since
          ? activity.since
          : activity.firstLine,
      first === null ? null : lineText(first, words),
    ),
    row(
      "last_purchase",
      score.lastPurchase === null ? null : figures.date(score.lastPurchase),
      score.lastPurchase === null ? activity.noLine : activity.lastLine,
      lines.lastPurchase === null ? null : lineText(lines.lastPurchase, words),
    ),
    row("orders", score.orders, activity.orders),
  ];
}

import type { TableNeeds } from "../cli/load.ts";

/** The columns that both axes rest on. */
export const classifyNeeds: TableNeeds = {
  sales: [
    "customer_id",
    "sale_date",
    "amount",
    "line_cost",
    "order_id",
    "currency",
    "customer_name",
    "category",
    "segment",
    "industry",
    "region",
    "country",
  ],
  costs: ["customer_id", "cost_date", "amount", "cost_type", "currency"],
  nps: ["customer_id", "answer_date", "score", "respondent"],
};

/** The same, and what rules look at. */
export const findingNeeds: TableNeeds = {
  ...classifyNeeds,
  sales: [...classifyNeeds.sales, "product"],
  nps: [...classifyNeeds.nps, "role", "seniority", "department", "region"],
};

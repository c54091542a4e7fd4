/**
 * What a column of an engine's table holds, and so how both readers fill it and every engine stores it. A `decimal` is stored as
 * `money` is, but is in no currency.
 */
export type TableColumnType = "text" | "date" | "money" | "decimal" | "score";

/**
 * The tables that lines are added up from, with every column that a fact may ask for. A run loads only the columns it needs;
 * views of the same name fill the others with nulls, so that one SQL text serves all runs.
 */
export const tables = {
  sales: {
    customer_id: "text",
    sale_date: "date",
    amount: "money",
    line_cost: "money",
    quantity: "decimal",
    order_id: "text",
    currency: "text",
    customer_name: "text",
    product: "text",
    category: "text",
    segment: "text",
    industry: "text",
    region: "text",
    country: "text",
    department: "text",
    salesperson: "text",
    status: "text",
  },
  costs: {
    customer_id: "text",
    cost_date: "date",
    amount: "money",
    cost_type: "text",
    currency: "text",
  },
  answers: {
    customer_id: "text",
    answer_date: "date",
    score: "score",
    respondent: "text",
    role: "text",
    seniority: "text",
    department: "text",
    region: "text",
  },
} as const satisfies Record<string, Record<string, TableColumnType>>;

export type TableName = keyof typeof tables;

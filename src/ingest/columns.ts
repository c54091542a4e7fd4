/** What an export is about. */
export type Role = "sales" | "costs" | "nps" | "customers" | "events";

export const roles: readonly Role[] = ["sales", "costs", "nps", "customers", "events"];

/**
 * What the cells of a column hold.
 *
 * - `id`: text that names something; leading zeros survive · `text`: anything · `word`: one of a list
 * - `date` · `year`: a year, or a date in it
 * - `money`: an amount, perhaps with a currency mark · `number`: any number · `count`: a whole number · `band`: a count, or a range of counts (`51-200`)
 * - `rate`: a share 0–1, or percent where the column shows `%` or a value above 1 · `percent`: percent always, with or without `%`
 * - `score`: 0–10, also `9/10`
 */
export type ColumnKind =
  | "id"
  | "text"
  | "word"
  | "date"
  | "year"
  | "money"
  | "number"
  | "count"
  | "band"
  | "rate"
  | "percent"
  | "score";

export interface CanonicalColumn {
  /** As in `--map sales.amount=…`. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether an export without it cannot be read, unless all of `insteadOf` are there. */
  readonly required: boolean;
  /** Columns that together say the same. This one wins where both are there. */
  readonly insteadOf: readonly string[];
}

const optional = (kind: ColumnKind, ...names: readonly string[]): CanonicalColumn[] =>
  names.map((name) => ({ name, kind, required: false, insteadOf: [] }));

const required = (kind: ColumnKind, name: string, insteadOf: readonly string[] = []): CanonicalColumn => ({
  name,
  kind,
  required: true,
  insteadOf,
});

/** The columns of each role, in the order of the manual. */
export const columnsOf: Readonly<Record<Role, readonly CanonicalColumn[]>> = {
  sales: [
    required("id", "customer_id"),
    required("date", "date"),
    required("money", "amount", ["quantity", "unit_price"]),
    ...optional("number", "quantity"),
    ...optional("money", "unit_price"),
    ...optional("rate", "discount"),
    ...optional("text", "customer_name"),
    ...optional("id", "order_id"),
    ...optional("text", "product", "category", "segment", "industry", "region", "country", "department", "currency"),
    { name: "cost", kind: "money", required: false, insteadOf: ["profit"] },
    ...optional("money", "profit"),
    ...optional("text", "salesperson", "status"),
  ],
  costs: [
    required("id", "customer_id"),
    required("date", "date"),
    required("money", "amount"),
    ...optional("word", "type"),
    ...optional("text", "currency"),
  ],
  nps: [
    required("id", "customer_id"),
    required("date", "date"),
    required("score", "score"),
    ...optional("text", "respondent", "role", "seniority", "department", "region", "comment"),
  ],
  customers: [
    required("id", "customer_id"),
    ...optional("text", "name", "segment", "industry"),
    ...optional("band", "employees"),
    ...optional("money", "company_revenue"),
    ...optional("text", "country", "region", "legal_form"),
    ...optional("year", "founded"),
    ...optional("date", "since", "until"),
    ...optional("text", "churn_reason", "owner", "source"),
    ...optional("count", "contract_months"),
    ...optional("text", "potential_grade"),
    ...optional("percent", "potential_growth_pct"),
    ...optional("money", "potential_revenue", "wallet"),
    ...optional("text", "driver", "refused"),
    ...optional("count", "active_users", "potential_users", "licensed_seats", "regions_served", "regions_present"),
    ...optional("number", "usage", "usage_limit", "trust", "commitment", "dependence", "norms"),
    ...optional("text", "fiscal_year_start"),
  ],
  events: [
    required("id", "customer_id"),
    required("date", "date"),
    required("text", "type"),
    ...optional("number", "value", "limit"),
    ...optional("text", "person", "department", "region", "note"),
  ],
};

import { describe, expect, it } from "vitest";
import { columnsOf, roles } from "../../src/ingest/columns.ts";

describe("columnsOf", () => {
  // The lists of docs: CONTRACT, Inputs.
  it.each([
    [
      "sales",
      "customer_id date amount quantity unit_price discount customer_name order_id product category segment industry region country department currency cost profit salesperson status",
    ],
    ["costs", "customer_id date amount type currency"],
    ["nps", "customer_id date score respondent role seniority department region comment"],
    [
      "customers",
      "customer_id name segment industry employees company_revenue country region legal_form founded since until churn_reason owner source contract_months potential_grade potential_growth_pct potential_revenue wallet driver refused active_users potential_users licensed_seats regions_served regions_present usage usage_limit trust commitment dependence norms fiscal_year_start",
    ],
    ["events", "customer_id date type value limit person department region note"],
  ] as const)("of %s", (role, names) => expect(columnsOf[role].map((column) => column.name)).toEqual(names.split(" ")));

  it("requires a customer everywhere, and a date of everything but customers", () =>
    expect(
      roles.map((role) => columnsOf[role].filter((column) => column.required).map((column) => column.name)),
    ).toEqual([
      ["customer_id", "date", "amount"],
      ["customer_id", "date", "amount"],
      ["customer_id", "date", "score"],
      ["customer_id"],
      ["customer_id", "date", "type"],
    ]));
});

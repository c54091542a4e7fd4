import type { Card } from "../../facts/card.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { CustomerScore } from "../classify/row.ts";

/** Columns of the customers file and where their values are. */
const ofCard = {
  segment: "segment",
  industry: "industry",
  country: "country",
  region: "region",
  owner: "owner",
  legal_form: "legalForm",
  source: "source",
  driver: "driver",
  churn_reason: "churnReason",
  employees: "employees",
  founded: "founded",
  contract_months: "contractMonths",
  fiscal_year_start: "fiscalYearStart",
} as const satisfies Readonly<Record<string, keyof Card>>;

/** What `classify` says of a customer. */
const ofScore = ["class", "potential", "cell", "status"] as const;

export type GroupAttribute = keyof typeof ofCard | (typeof ofScore)[number];

/** What customers can be grouped by whatever the window. */
export const cardAttributes = Object.keys(ofCard) as readonly (keyof typeof ofCard)[];

/** What answers can be grouped by. */
export const groupAttributes = [...cardAttributes, ...ofScore] as readonly GroupAttribute[];

/** The group of those for whom the attribute is not known: unknown is a value of its own. */
export const unknownGroup = "(unknown)";

/**
 * The group of each customer by an attribute, as text; customers without it are not in the map. `driver` is the stated one;
 * class, potential, cell and status are those of the window. Errors: none. Cost: O(n).
 */
export function groupsBy(
  attribute: GroupAttribute,
  customers: readonly Pick<CustomerFacts, "customerId" | "card">[],
  rows: readonly Pick<CustomerScore, "customerId" | (typeof ofScore)[number]>[],
): Map<string, string> {
  const values = isOfCard(attribute)
    ? customers.map(({ customerId, card }) => [customerId, card === null ? null : card[ofCard[attribute]]] as const)
    : rows.map((row) => [row.customerId, row[attribute]] as const);
  const groups = new Map<string, string>();
  for (const [customerId, value] of values) if (value !== null) groups.set(customerId, String(value));
  return groups;
}

const isOfCard = (attribute: GroupAttribute): attribute is keyof typeof ofCard => attribute in ofCard;

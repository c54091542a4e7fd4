// What the sales lines say of a customer beside its sales (docs/method.md §2).
import type { IsoDate } from "../base/calendar.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Card } from "../facts/card.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

/** Fields of a card that sales lines may give. */
export const soldAttributes = ["name", "segment", "industry", "region", "country"] as const satisfies (keyof Card)[];
export type SoldAttribute = (typeof soldAttributes)[number];

/** The column of the sales that gives an attribute. */
export const soldColumn = (attribute: SoldAttribute): string => (attribute === "name" ? "customer_name" : attribute);

/** What the sales lines say of one attribute. */
export interface SoldValues {
  /** Of each customer that has one the latest; of several used on one day the last by code point. */
  readonly latest: ReadonlyMap<string, string>;
  /** Customers of whom the lines say several things, by code point. */
  readonly varying: readonly string[];
}

export type SoldAttributes = Readonly<Record<SoldAttribute, SoldValues>>;

const unsaid: SoldValues = { latest: new Map(), varying: [] };

/** Where no sales file says anything. */
export const noAttributes: SoldAttributes = {
  name: unsaid,
  segment: unsaid,
  industry: unsaid,
  region: unsaid,
  country: unsaid,
};

/** A scan of the sales for each attribute asked for. */
export async function attributesByCustomer(
  engine: Engine,
  period: Period,
  asked: readonly SoldAttribute[],
): Promise<SoldAttributes> {
  const found = await Promise.all(
    asked.map(async (attribute) => [attribute, await valuesOf(engine, period, attribute)] as const),
  );
  return { ...noAttributes, ...Object.fromEntries(found) };
}

async function valuesOf(engine: Engine, period: Period, attribute: SoldAttribute): Promise<SoldValues> {
  const columns = await engine.query(
    "attribute-by-customer",
    { customer_id: "text", attribute_value: "text", last_used: "date" },
    { as_of: period.asOf, attribute: soldColumn(attribute) },
  );
  const latest = new Map<string, string>();
  const varying = new Map<string, IsoDate>();
  for (let row = 0; row < columns.customer_id.length; row++) {
    const id = columns.customer_id[row] as string;
    if (latest.has(id)) varying.set(id, "");
    else latest.set(id, columns.attribute_value[row] as string);
  }
  if (varying.size > 0)
    for (const [row, id] of (columns.customer_id as readonly string[]).entries()) {
      const known = varying.get(id);
      if (known === undefined) continue;
      const [value, day] = [columns.attribute_value[row] as string, columns.last_used[row] as string];
      if (day < known || (day === known && compareCodePoints(value, latest.get(id) as string) <= 0)) continue;
      varying.set(id, day);
      latest.set(id, value);
    }
  return { latest, varying: [...varying.keys()].sort(compareCodePoints) };
}

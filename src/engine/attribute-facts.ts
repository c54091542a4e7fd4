// What the sales lines say of a customer beside its sales (docs/method.md §2).
import type { IsoDate } from "../base/calendar.ts";
import { compareCodePoints } from "../base/statistics.ts";
import type { Card } from "../facts/card.ts";
import type { Period } from "../facts/period.ts";
import type { Engine } from "./port.ts";

export const soldAttributes = ["segment", "industry", "region", "country"] as const;
export type SoldAttribute = (typeof soldAttributes)[number];

/** Attributes as the sales lines give them; `null`: they do not. */
export type SoldCard = Pick<Card, SoldAttribute>;

export interface AttributesByCustomer {
  /** Of each customer of whom the lines say anything: the latest; of several used on one day the last by code point. */
  readonly cards: ReadonlyMap<string, SoldCard>;
  /** Customers of whom the lines say several things, in the order of their ids. */
  readonly varying: Readonly<Record<SoldAttribute, readonly string[]>>;
}

/** A scan of the sales, and one more for each attribute of which a customer has several values. */
export async function attributesByCustomer(engine: Engine, period: Period): Promise<AttributesByCustomer> {
  const c = await engine.query(
    "attributes-by-customer",
    {
      customer_id: "text",
      segment_low: "text",
      segment_high: "text",
      industry_low: "text",
      industry_high: "text",
      region_low: "text",
      region_high: "text",
      country_low: "text",
      country_high: "text",
    },
    { as_of: period.asOf },
  );
  const ids = c.customer_id as readonly string[];
  const varying = { segment: noIds, industry: noIds, region: noIds, country: noIds };
  const latest = { ...noLatest };
  for (const attribute of soldAttributes) {
    const [low, high] = [c[`${attribute}_low`], c[`${attribute}_high`]];
    const several = ids.filter((_, i) => low[i] !== high[i]);
    if (several.length === 0) continue;
    varying[attribute] = several.sort(compareCodePoints);
    latest[attribute] = await latestByCustomer(engine, period, attribute);
  }
  const cards = new Map<string, SoldCard>();
  for (const [i, id] of ids.entries()) {
    const card = {
      segment: latest.segment?.get(id) ?? c.segment_high[i] ?? null,
      industry: latest.industry?.get(id) ?? c.industry_high[i] ?? null,
      region: latest.region?.get(id) ?? c.region_high[i] ?? null,
      country: latest.country?.get(id) ?? c.country_high[i] ?? null,
    };
    if (soldAttributes.some((attribute) => card[attribute] !== null)) cards.set(id, card);
  }
  return { cards, varying };
}

const noIds: readonly string[] = [];
const noLatest: Readonly<Record<SoldAttribute, ReadonlyMap<string, string> | null>> = {
  segment: null,
  industry: null,
  region: null,
  country: null,
};

/** Where no sales file says anything. */
export const noAttributes: AttributesByCustomer = {
  cards: new Map(),
  varying: { segment: noIds, industry: noIds, region: noIds, country: noIds },
};

/** An attribute's latest value of each customer that has one; of several used on one day the last by code point. */
export async function latestByCustomer(
  engine: Engine,
  period: Period,
  attribute: SoldAttribute | "customer_name",
): Promise<ReadonlyMap<string, string>> {
  const columns = await engine.query(
    "attribute-by-customer",
    { customer_id: "text", attribute_value: "text", last_used: "date" },
    { as_of: period.asOf, attribute },
  );
  const latest = new Map<string, { value: string; day: IsoDate }>();
  for (const [i, id] of columns.customer_id.entries()) {
    const [value, day] = [columns.attribute_value[i] as string, columns.last_used[i] as string];
    const known = latest.get(id as string);
    if (known === undefined || day > known.day || (day === known.day && compareCodePoints(value, known.value) > 0))
      latest.set(id as string, { value, day });
  }
  return new Map([...latest].map(([id, { value }]) => [id, value]));
}

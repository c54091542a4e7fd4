// Notices of customers of whom the files say several things (docs/method.md §2).
import { compareCodePoints } from "../base/statistics.ts";
import { type AttributesByCustomer, type SoldAttribute, soldAttributes } from "../engine/attribute-facts.ts";
import type { SalesByCustomer } from "../engine/facts.ts";
import type { Card } from "../facts/card.ts";
import { firstValues, type Notice } from "../quality/notice.ts";

/** A customer of whom the customers file says one thing, its sales lines another. */
export interface Contradiction {
  readonly customerId: string;
  readonly listed: string;
  readonly sold: string;
}

/** What the files say differently of the same customers. */
export interface Contradictions {
  /** Customers that go by several names in the sales lines. */
  readonly renamed: readonly string[];
  /** Of whom the sales lines say several things, by attribute. */
  readonly varying: AttributesByCustomer["varying"];
  /** Of whom the customers file says another thing than the latest of the sales lines. */
  readonly otherwise: Readonly<Record<"name" | SoldAttribute, readonly Contradiction[]>>;
}

/** Case, blanks and the composition of accents are spelling, not another name. */
export function findContradictions(
  cards: readonly Card[],
  { sales, names, renamed }: SalesByCustomer,
  { cards: soldCards, varying }: AttributesByCustomer,
): Contradictions {
  const listedOf = new Map(cards.map((card) => [card.customerId, card]));
  const otherwise = (attribute: "name" | SoldAttribute, soldOf: (id: string, i: number) => string | null | undefined) =>
    sales
      .flatMap(({ customerId }, i) => {
        const [listed, sold] = [listedOf.get(customerId)?.[attribute] ?? null, soldOf(customerId, i) ?? null];
        if (listed === null || sold === null || spelledAlike(listed) === spelledAlike(sold)) return [];
        return [{ customerId, listed, sold }];
      })
      .sort((a, b) => compareCodePoints(a.customerId, b.customerId));
  const attributeOtherwise = (attribute: SoldAttribute) =>
    soldCards.size === 0 ? [] : otherwise(attribute, (id) => soldCards.get(id)?.[attribute]);
  return {
    renamed,
    varying,
    otherwise: {
      name: otherwise("name", (_id, i) => names[i]),
      segment: attributeOtherwise("segment"),
      industry: attributeOtherwise("industry"),
      region: attributeOtherwise("region"),
      country: attributeOtherwise("country"),
    },
  };
}

const spelledAlike = (name: string): string => name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

const plurals: Readonly<Record<SoldAttribute, string>> = {
  segment: "segments",
  industry: "industries",
  region: "regions",
  country: "countries",
};

/** `sales` and `customers`: the names of those files. */
export function contradictionNotices(
  { renamed, varying, otherwise }: Contradictions,
  { sales, customers }: { readonly sales: string; readonly customers: string },
): Notice[] {
  const several = (notice: Notice["notice"], ids: readonly string[], things: string): Notice[] =>
    ids.length === 0
      ? []
      : [
          {
            notice,
            role: "sales",
            file: sales,
            count: ids.length,
            values: ids.slice(0, firstValues),
            message: `${countOf(ids)} under several ${things}; the latest counts`,
          },
        ];
  const differing = (notice: Notice["notice"], cases: readonly Contradiction[], thing: string): Notice[] =>
    cases.length === 0
      ? []
      : [
          {
            notice,
            role: "customers",
            file: customers,
            count: cases.length,
            values: cases
              .slice(0, firstValues)
              .map(({ customerId, listed, sold }) => `${customerId}: "${listed}" / "${sold}"`),
            message: `${countOf(cases)} under another ${thing} in ${sales}; the ${thing} listed here counts`,
          },
        ];
  return [
    ...several("customer_renamed", renamed, "names"),
    ...soldAttributes.flatMap((attribute) => several("attribute_varies", varying[attribute], plurals[attribute])),
    ...differing("name_differs", otherwise.name, "name"),
    ...soldAttributes.flatMap((attribute) => differing("attribute_differs", otherwise[attribute], attribute)),
  ];
}

const countOf = ({ length }: readonly unknown[]): string => `${length} customer${length === 1 ? "" : "s"}`;

// Notices of customers of whom the files say several things (docs/method.md §2).
import { compareCodePoints } from "../base/statistics.ts";
import { type SoldAttribute, type SoldAttributes, soldAttributes } from "../engine/attribute-facts.ts";
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
  /** Of whom the sales lines say several things. */
  readonly varying: Readonly<Record<SoldAttribute, readonly string[]>>;
  /** Of whom the customers file says another thing than the latest of the sales lines. */
  readonly otherwise: Readonly<Record<SoldAttribute, readonly Contradiction[]>>;
}

/** Case, blanks and the composition of accents are spelling, not another name. */
export function findContradictions(cards: readonly Card[], sold: SoldAttributes): Contradictions {
  const otherwise = (attribute: SoldAttribute) => {
    const { latest } = sold[attribute];
    if (latest.size === 0) return [];
    return cards
      .flatMap(({ customerId, [attribute]: listed }) => {
        const said = latest.get(customerId);
        if (listed === null || said === undefined || spelledAlike(listed) === spelledAlike(said)) return [];
        return [{ customerId, listed, sold: said }];
      })
      .sort((a, b) => compareCodePoints(a.customerId, b.customerId));
  };
  return {
    varying: byAttribute((attribute) => sold[attribute].varying),
    otherwise: byAttribute(otherwise),
  };
}

const byAttribute = <T>(of: (attribute: SoldAttribute) => T): Record<SoldAttribute, T> => ({
  name: of("name"),
  segment: of("segment"),
  industry: of("industry"),
  region: of("region"),
  country: of("country"),
});

const spelledAlike = (name: string): string => name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

const plurals: Readonly<Record<SoldAttribute, string>> = {
  name: "names",
  segment: "segments",
  industry: "industries",
  region: "regions",
  country: "countries",
};

/** `sales` and `customers`: the names of those files. */
export function contradictionNotices(
  { varying, otherwise }: Contradictions,
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
  const isName = (attribute: SoldAttribute) => attribute === "name";
  return [
    ...soldAttributes.flatMap((attribute) =>
      several(isName(attribute) ? "customer_renamed" : "attribute_varies", varying[attribute], plurals[attribute]),
    ),
    ...soldAttributes.flatMap((attribute) =>
      differing(isName(attribute) ? "name_differs" : "attribute_differs", otherwise[attribute], attribute),
    ),
  ];
}

const countOf = ({ length }: readonly unknown[]): string => `${length} customer${length === 1 ? "" : "s"}`;

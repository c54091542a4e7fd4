import type { Money } from "../../base/money.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import { purchasedCount } from "../peers/categories.ts";
import { type PeerGroup, peersOf } from "../peers.ts";
import { type Fraction, fromNumber, toMoney, yearlyShare } from "../potential/fraction.ts";

/** What comparable customers do, beside what one customer does; each part `null` where it is not known or there is no group. */
export interface PeerEvidence {
  readonly perEmployee: {
    readonly group: PeerGroup;
    /** Revenue a year and employee, rounded to a unit: the customer's own, and of its peers. */
    readonly own: Money;
    readonly median: Money;
    readonly upperQuartile: Money;
  } | null;
  readonly categories: {
    readonly group: PeerGroup;
    /** Categories that the customer purchased in the window. */
    readonly purchased: number;
    /** Those that at least half of the group purchased and it did not, by code point. */
    readonly missing: readonly {
      readonly category: string;
      readonly buyers: number;
      /** Median part of other spend that its buyers spend on it; `null`: not known. */
      readonly share: number | null;
    }[];
  } | null;
}

/** The peers of the customer at this index. Cost: that of `peersOf`. Source: docs/method.md §4, level 4. */
export function peerEvidence(
  customers: readonly Pick<CustomerFacts, "card" | "sales" | "categories">[],
  index: number,
  months: number,
): PeerEvidence {
  const peers = peersOf(customers, months);
  const { card, sales, categories } = customers[index] as (typeof customers)[number];
  const [byHead, byCategory] = [peers.headcountGroup(index), peers.categoryGroup(index)];
  const year = yearlyShare(months);
  return {
    perEmployee:
      byHead === null
        ? null
        : {
            group: byHead,
            own: perHead(
              (sales as NonNullable<typeof sales>).revenue * year.top,
              year.bottom,
              card?.employees as number,
            ),
            median: toMoney(peers.medianPerEmployee(index) as Fraction),
            upperQuartile: toMoney(peers.upperQuartilePerEmployee(index) as Fraction),
          },
    categories:
      byCategory === null || categories === null
        ? null
        : {
            group: byCategory,
            purchased: purchasedCount(categories),
            missing: peers.missingCategories(index).map(({ category, buyers, share }) => ({
              category,
              buyers,
              share: share === null ? null : Number(share.top) / Number(share.bottom),
            })),
          },
  };
}

function perHead(top: bigint, bottom: bigint, count: number): Money {
  const employees = fromNumber(count) as Fraction;
  return toMoney({ top: top * employees.bottom, bottom: bottom * employees.top });
}

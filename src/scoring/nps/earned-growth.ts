import { type Money, ratio, zero } from "../../base/money.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { Period } from "../../facts/period.ts";
import { startOf } from "../tenure.ts";

export interface EarnedGrowth {
  /** (existing + referred) / prior − 1; `null` with a reason. */
  readonly rate: number | null;
  readonly reason: "prior_window_not_covered" | "new_customers_not_known" | "prior_revenue_not_positive" | null;
  /** Revenue of the prior window, of all customers. */
  readonly prior: Money;
  /** Revenue in the window of those who bought in the prior window too. */
  readonly existing: Money;
  /** Of new customers: who came by a referral, who came otherwise, and of whom nobody says how. */
  readonly referred: Money;
  readonly otherNew: Money;
  readonly unknownNew: Money;
  /** Of customers from before the prior window who are back: neither kept nor new, and not in the rate. */
  readonly returned: Money;
}

/** Words for a referral in English, Norwegian, Swedish, Danish, German and French; compared without case and accents. */
const referralWords: readonly string[] =
  "referral referred reference recommendation recommended henvisning anbefaling anbefalt verving rekommendation rekommenderad anbefalet empfehlung empfohlen recommandation recommande parrainage bouche-a-oreille word-of-mouth".split(
    " ",
  );

/** Whether the source of a customer is that another one spoke of us. */
export const isReferral = (source: string): boolean => {
  const own = source
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .trim()
    .replace(/[\s_-]+/gu, "-");
  return referralWords.some((word) => own === word || own.startsWith(`${word}-`));
};

/**
 * Growth that satisfied customers made: revenue of those who bought in the prior window too, and of new customers who came by
 * a referral, against the revenue of the prior window. Growth that was bought, by advertising or price, is not in it.
 *
 * `null`: no customer's source is stated, and nothing can be said. A new customer without a source counts as not earned, so the
 * rate is the least that it can be; `unknownNew` says how much is open. `newKnown`: the sales reach back far enough to tell who is
 * new. Units: exact money. Errors: none. Cost: O(n). Source: Reichheld, Darnell & Burns 2021; docs/method.md §6.
 */
export function earnedGrowth(
  customers: readonly Pick<CustomerFacts, "card" | "sales">[],
  { window, priorCovered }: Pick<Period, "window" | "priorCovered">,
  newKnown: boolean,
): EarnedGrowth | null {
  if (!customers.some(({ card }) => card !== null && card.source !== null)) return null;
  const sums = { prior: zero, existing: zero, referred: zero, otherNew: zero, unknownNew: zero, returned: zero };
  for (const { card, sales } of customers) {
    if (sales === null) continue;
    sums.prior += sales.revenuePrior;
    const start = startOf(card?.since ?? null, sales.firstPurchase);
    const source = card?.source ?? null;
    if (sales.linesPrior > 0) sums.existing += sales.revenue;
    else if (start === null || start <= window.from) sums.returned += sales.revenue;
    else if (source === null) sums.unknownNew += sales.revenue;
    else sums[isReferral(source) ? "referred" : "otherNew"] += sales.revenue;
  }
  const reason = !priorCovered
    ? "prior_window_not_covered"
    : !newKnown
      ? "new_customers_not_known"
      : sums.prior <= zero
        ? "prior_revenue_not_positive"
        : null;
  return {
    rate: reason === null ? ratio(sums.existing + sums.referred - sums.prior, sums.prior) : null,
    reason,
    ...sums,
  };
}

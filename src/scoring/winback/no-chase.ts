import { endOfMonth, monthsBefore } from "../../base/calendar.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { Ledger } from "../../facts/ledger.ts";
import type { Period } from "../../facts/period.ts";
import { lossOf } from "../abc/loss.ts";
import type { Because } from "../because.ts";
import type { ContributionOptions, CostInformation } from "../contribution.ts";
import { refusal } from "../potential/refusal.ts";
import type { Loss } from "./lost.ts";
import { contributionOf, sumOf } from "./sums.ts";

/** Why a customer is better left alone. */
export type NoChase = "refused" | NonNullable<ReturnType<typeof lossOf>>["rule"];
export type NoChaseRule = Because & { readonly rule: NoChase };

/**
 * Why a customer had better not be chased: it refused offers, by its card, in the window or since it left; or it was class D in its
 * last window, the N months up to its last purchase, costs to that month's end. Empty: worth a call. Source: docs/method.md §11.
 */
export function noChaseOf(
  customer: Pick<CustomerFacts, "card" | "events" | "refusedOffer">,
  ledger: Ledger | null,
  { breakDay, on }: Loss,
  { months, costsTo }: Pick<Period, "months" | "costsTo">,
  costs: CostInformation,
  options: ContributionOptions,
): readonly NoChaseRule[] {
  const found: NoChaseRule[] = [];
  const offer = customer.events.find(({ type, date }) => type === "refused_offer" && date >= on);
  if (offer !== undefined || refusal(customer) !== null) {
    const value = offer?.date ?? customer.card?.refused ?? "refused_offer";
    found.push({ rule: "refused", value, threshold: null });
  }
  if (ledger === null) return found;
  const monthEnd = endOfMonth(breakDay);
  const sum = sumOf(ledger, monthsBefore(breakDay, months), breakDay, monthEnd < costsTo ? monthEnd : costsTo);
  const deficit = lossOf(contributionOf(sum, costs, options));
  if (deficit !== null) found.push(deficit);
  return found;
}

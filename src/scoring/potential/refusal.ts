import type { CustomerFacts } from "../../facts/customer.ts";
import type { Evidence } from "./evidence.ts";

const noWords = new Set(["", "0", "no", "false", "n", "nei", "nej", "nein", "non"]);

/** Whether the customers file says that the customer refused: any text but a no in one of the six languages, or a blank. */
const isRefusal = (text: string): boolean => !noWords.has(text.trim().toLowerCase());

/** A customer that refuses has no potential, whatever it buys. Source: docs/method.md §4, level 0. */
export const refusal = ({ card, refusedOffer }: Pick<CustomerFacts, "card" | "refusedOffer">): Evidence | null =>
  refusedOffer || isRefusal(card?.refused ?? "") ? refused : null;

const refused: Evidence = {
  rule: "refused",
  source: "refused",
  confidence: "high",
  grade: "d",
  limit: null,
  potential: null,
  reason: () => "refused",
  driver: null,
  remark: null,
};

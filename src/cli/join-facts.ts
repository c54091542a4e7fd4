import { compare } from "../base/statistics.ts";
import { type SoldAttributes, soldAttributes } from "../engine/attribute-facts.ts";
import type { Answer } from "../facts/answers.ts";
import { blankCard, type Card } from "../facts/card.ts";
import type { CategorySpend } from "../facts/categories.ts";
import type { CostFacts } from "../facts/costs.ts";
import type { CustomerFacts } from "../facts/customer.ts";
import type { CustomerEvent, EventType } from "../facts/events.ts";
import type { Period } from "../facts/period.ts";
import type { SalesFacts } from "../facts/sales.ts";
import { isAfter } from "../ingest/events.ts";

/** What each kind of file says. */
export interface FactParts {
  readonly cards: readonly Card[];
  readonly sales: readonly SalesFacts[];
  /** What the sales lines say of a customer. */
  readonly sold: SoldAttributes;
  /** By id; `null`: no sales file names categories, or nobody asked. */
  readonly categories: ReadonlyMap<string, readonly CategorySpend[]> | null;
  readonly costs: readonly CostFacts[];
  readonly answers: readonly Answer[];
  /** In file order, whatever their date. */
  readonly events: readonly CustomerEvent[];
}

/**
 * Everything known of each id of any file, those of answers and events alone apart. What the customers file does not say of a
 * customer, its sales lines may (docs/method.md §2).
 */
export function joinFacts(parts: FactParts, period: Period): CustomerFacts[] {
  const { sales, sold, categories, costs } = parts;
  const cardOf = new Map(parts.cards.map((card) => [card.customerId, knownBy(card, period.asOf)]));
  const costOf = new Map(costs.map((cost) => [cost.customerId, cost]));
  const answersOf = byCustomer(parts.answers);
  const eventsOf = byCustomer(eventsToDate(parts.events, period));
  const factsOf = (customerId: string, card: Card | null, salesFacts: CustomerFacts["sales"]): CustomerFacts => {
    const events = eventsOf.get(customerId) ?? noEvents;
    return {
      customerId,
      card,
      sales: salesFacts,
      costs: costOf.get(customerId) ?? null,
      answers: answersOf.get(customerId) ?? noAnswers,
      categories: categories === null ? null : (categories.get(customerId) ?? noCategories),
      events,
      refusedOffer: happened("refused_offer", events, period),
      efficiencyNeed: happened("efficiency_need", events, period),
    };
  };
  const known = new Set<string>();
  const customers = sales.map((facts) => {
    const { customerId } = facts;
    known.add(customerId);
    return factsOf(customerId, completed(customerId, cardOf.get(customerId) ?? null, sold), facts);
  });
  for (const [customerId, card] of cardOf) {
    if (!known.has(customerId)) customers.push(factsOf(customerId, card, null));
    known.add(customerId);
  }
  for (const { customerId } of costs) if (!known.has(customerId)) customers.push(factsOf(customerId, null, null));
  return customers;
}

const noAnswers: readonly Answer[] = [];
const noEvents: readonly CustomerEvent[] = [];
const noCategories: readonly CategorySpend[] = [];

/** A card as it stood on the as-of date: a start that lies after it had not happened. */
const knownBy = (card: Card, asOf: string): Card =>
  card.since !== null && card.since > asOf ? { ...card, since: null } : card;

/** By date, those of a day in file order. */
const eventsToDate = (events: readonly CustomerEvent[], { asOf }: Period): CustomerEvent[] =>
  events.filter((event) => !isAfter(event, asOf)).sort((a, b) => compare(a.date, b.date));

/** In the order given; what names no customer is left out. */
function byCustomer<T extends { readonly customerId: string | null }>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    if (item.customerId === null) continue;
    const known = found.get(item.customerId);
    if (known === undefined) found.set(item.customerId, [item]);
    else known.push(item);
  }
  return found;
}

/** Whether an event of the type lies in the window. */
const happened = (type: EventType, events: readonly CustomerEvent[], { window }: Period): boolean =>
  events.some((event) => event.type === type && event.date > window.from && event.date <= window.to);

/** A card with what the sales lines say where it says nothing itself; `null` where nobody says anything. */
function completed(customerId: string, card: Card | null, sold: SoldAttributes): Card | null {
  // Copied once, and only where something is added: most runs have no customers file, and a card of each customer to make.
  let own: { -readonly [K in keyof Card]: Card[K] } | null = null;
  for (const attribute of soldAttributes) {
    const said = sold[attribute].latest.get(customerId);
    if (said === undefined || (card?.[attribute] ?? null) !== null) continue;
    own ??= card === null ? blankCard(customerId) : { ...card };
    own[attribute] = said;
  }
  return own ?? card;
}

// What own rules can ask about.
import { dayNumber, type IsoDate } from "../../base/calendar.ts";
import type { CellValue } from "../../base/expression/evaluate.ts";
import type { ValueKind } from "../../base/expression/nodes.ts";
import type { Card } from "../../facts/card.ts";
import type { EventType } from "../../facts/events.ts";
import type { CustomerScore } from "../classify/row.ts";
import { isDetractor, isPromoter } from "../nps.ts";
import { medianGap } from "../order-cycle.ts";
import { isRecent } from "./figures.ts";
import type { Subject, Surroundings } from "./rule.ts";

interface Fact {
  readonly name: string;
  readonly kind: ValueKind;
  readonly value: (subject: Subject, around: Pick<Surroundings, "asOf" | "peers">) => CellValue;
}

const ofScore = (name: string, kind: ValueKind, value: (score: CustomerScore) => CellValue): Fact => ({
  name,
  kind,
  value: ({ score }) => value(score),
});

const ofCard = (name: string, kind: ValueKind, field: keyof Card): Fact => ({
  name,
  kind,
  value: ({ customer: { card } }) => card?.[field] ?? null,
});

const recentDays = 90;

/** Events of the type in the last 90 days. */
const ofEvents = (name: string, type: EventType): Fact => ({
  name,
  kind: "count",
  value: ({ customer: { events } }, { asOf }) =>
    events.filter((event) => event.type === type && isRecent(event.date, asOf, recentDays)).length,
});

/** The columns of `classify`, what the customers file says, and counts of answers, order days and recent events. */
export const facts: readonly Fact[] = [
  ofScore("customer_id", "text", (s) => s.customerId),
  ofScore("customer_name", "text", (s) => s.customerName),
  ofScore("cell", "text", (s) => s.cell),
  ofScore("class", "text", (s) => s.class),
  ofScore("potential", "text", (s) => s.potential),
  ofScore("priority", "count", (s) => s.priority),
  ofScore("revenue", "money", (s) => s.revenue),
  ofScore("revenue_share", "ratio", (s) => s.revenueShare),
  ofScore("cum_share", "ratio", (s) => s.cumShare),
  ofScore("rank", "count", (s) => s.rank),
  ofScore("value_class", "text", (s) => s.valueClass),
  ofScore("costs", "money", (s) => s.costs),
  ofScore("contribution", "money", (s) => s.contribution),
  ofScore("margin", "ratio", (s) => s.margin),
  ofScore("revenue_prior", "money", (s) => s.revenuePrior),
  ofScore("growth", "ratio", (s) => s.growth),
  ofScore("potential_growth", "ratio", (s) => s.potentialGrowth),
  ofScore("potential_revenue", "money", (s) => s.potentialRevenue),
  ofScore("potential_increment", "money", (s) => s.potentialIncrement),
  ofScore("potential_source", "text", (s) => s.potentialSource),
  ofScore("potential_confidence", "text", (s) => s.potentialConfidence),
  ofScore("potential_reason", "text", (s) => s.potentialReason),
  ofScore("driver", "text", (s) => s.driver),
  ofScore("nps", "points", (s) => s.nps),
  ofScore("first_purchase", "date", (s) => s.firstPurchase),
  ofScore("last_purchase", "date", (s) => s.lastPurchase),
  ofScore("orders", "count", (s) => s.orders),
  ofScore("status", "text", (s) => s.status),
  ofScore("class_reason", "text", (s) => s.classReason),
  ofScore("annual_revenue", "money", (s) => s.annualRevenue),
  ofCard("segment", "text", "segment"),
  ofCard("industry", "text", "industry"),
  ofCard("country", "text", "country"),
  ofCard("region", "text", "region"),
  ofCard("owner", "text", "owner"),
  ofCard("employees", "number", "employees"),
  ofCard("contract_months", "number", "contractMonths"),
  ofCard("active_users", "number", "activeUsers"),
  ofCard("potential_users", "number", "potentialUsers"),
  ofCard("licensed_seats", "number", "licensedSeats"),
  ofCard("regions_served", "number", "regionsServed"),
  ofCard("regions_present", "number", "regionsPresent"),
  ofCard("usage", "number", "usage"),
  ofCard("usage_limit", "number", "usageLimit"),
  { name: "stage", kind: "text", value: ({ stage }) => stage },
  { name: "answers", kind: "count", value: ({ answered }) => answered },
  { name: "invitations", kind: "count", value: ({ asked }) => asked },
  { name: "respondents", kind: "count", value: ({ latest }) => latest.length },
  { name: "promoters", kind: "count", value: ({ latest }) => latest.filter(({ score }) => isPromoter(score)).length },
  { name: "detractors", kind: "count", value: ({ latest }) => latest.filter(({ score }) => isDetractor(score)).length },
  { name: "order_days", kind: "count", value: ({ orderDays }) => orderDays.length },
  { name: "median_gap", kind: "number", value: ({ orderDays }) => medianGap(orderDays) },
  { name: "days_since_order", kind: "count", value: ({ orderDays }, { asOf }) => daysSince(orderDays, asOf) },
  { name: "missing_categories", kind: "count", value: ({ index }, { peers }) => peers.missingCategories(index).length },
  ofEvents("recent_outages", "outage"),
  ofEvents("recent_tickets", "ticket"),
  ofEvents("recent_complaints", "complaint_opened"),
];

function daysSince(orderDays: ArrayLike<number>, asOf: IsoDate): number | null {
  const last = orderDays[orderDays.length - 1];
  return last === undefined ? null : dayNumber(asOf) - last;
}

import type { IsoDate } from "../base/calendar.ts";

/** What an events file can report of a customer. */
export const eventTypes = [
  "usage",
  "outage",
  "ticket",
  "complaint_opened",
  "complaint_closed",
  "promise_broken",
  "refused_offer",
  "efficiency_need",
  "account_created",
  "support_contact",
  "new_department",
  "new_region",
  "new_premises",
  "market_launch",
  "headcount_growth",
  "qbr",
  "price_change",
  "owner_changed",
] as const;
export type EventType = (typeof eventTypes)[number];

/** One row of an events file. */
export interface CustomerEvent {
  readonly customerId: string;
  readonly date: IsoDate;
  readonly type: EventType;
}

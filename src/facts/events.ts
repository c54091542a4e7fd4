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
  /** What the type counts: usage, new employees, percent of a price change; `null`: not said. */
  readonly value: number | null;
  /** Of usage: how much is allowed. */
  readonly limit: number | null;
  readonly person: string | null;
  readonly department: string | null;
  readonly region: string | null;
  readonly note: string | null;
}

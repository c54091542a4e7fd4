import type { IsoDate } from "../../base/calendar.ts";
import { lastDayOf, monthsOf, type PeriodUnit, periodNumber } from "../../base/calendar-period.ts";
import { type Money, zero } from "../../base/money.ts";
import type { Card } from "../../facts/card.ts";
import type { CustomerFacts } from "../../facts/customer.ts";
import type { CustomerMonths } from "../../facts/months.ts";
import type { SalesFacts } from "../../facts/sales.ts";
import { startOf } from "../tenure.ts";

/** What a customer counts as active by: purchases, or a contract. */
export const bases = ["sales", "contract"] as const;
export type Basis = (typeof bases)[number];

/** What is asked of a customer. */
export interface RetentionCustomer extends Pick<CustomerFacts, "customerId"> {
  readonly card: Pick<Card, "since" | "until" | "owner"> | null;
  readonly sales: Pick<SalesFacts, "firstPurchase" | "lastPurchase"> | null;
}

/** Calendar periods, by number (see `periodNumber`), both ends among them. */
export interface Calendar {
  readonly unit: PeriodUnit;
  readonly first: number;
  readonly last: number;
  readonly asOf: IsoDate;
}

/** One customer through the periods of a calendar. Lists start with the period before the first. */
export interface Timeline {
  readonly customerId: string;
  /** Number of the period of the first purchase, or of the start of the contract; `null`: not known. */
  readonly began: number | null;
  /** 1: active at the end of the period. */
  readonly active: Uint8Array;
  /** Net, in the period. */
  readonly revenue: readonly Money[];
}

/** The first purchase of somebody with a sales line: the earlier of the stated start and the first purchase line. */
export const firstPurchaseOf = ({ card, sales }: RetentionCustomer): IsoDate | null =>
  sales === null ? null : startOf(card?.since ?? null, sales.firstPurchase);

/** The start of a contract, or of purchases. */
const beganOn = (customer: RetentionCustomer, basis: Basis): IsoDate | null =>
  basis === "contract" ? (customer.card?.since ?? null) : firstPurchaseOf(customer);

/** From the first sale, or the first start of a contract, to the as-of date; `null` where there is neither. */
export function calendarOf(
  customers: readonly RetentionCustomer[],
  { basis, period: unit }: { readonly basis: Basis; readonly period: PeriodUnit },
  { asOf, firstSale }: { readonly asOf: IsoDate; readonly firstSale: IsoDate | null },
): Calendar | null {
  let start = basis === "sales" ? firstSale : null;
  if (basis === "contract")
    for (const { card } of customers)
      if (card !== null && card.since !== null && (start === null || card.since < start)) start = card.since;
  if (start === null) return null;
  return { unit, first: periodNumber(start, unit), last: periodNumber(asOf, unit), asOf };
}

/**
 * Months that sales may be added up by before timelines are made of them: without a window of its own, what somebody is active
 * by is the period.
 */
export const monthsTold = ({
  period,
  activeWindow,
}: {
  readonly period: PeriodUnit;
  readonly activeWindow?: number | undefined;
}): number => (activeWindow === undefined ? monthsOf[period] : 1);

/**
 * Makes the timelines of customers. Active at the end of a period is, by contract, whose contract runs on its last day (D's
 * own, where D cuts it), and by sales, who bought in the period, or in the `activeWindow` months up to its end.
 */
export function timelinesBy(
  calendar: Calendar,
  ledgers: ReadonlyMap<string, CustomerMonths>,
  { basis, activeWindow }: { readonly basis: Basis; readonly activeWindow?: number | undefined },
): (customer: RetentionCustomer) => Timeline {
  const { unit, first, last, asOf } = calendar;
  const places = last - first + 2;
  const perPeriod = monthsOf[unit];
  /** The last month of each place. */
  const endOf = (place: number): number => (first + place) * perPeriod - 1;
  const reach = activeWindow ?? perPeriod;
  const lastDays = Array.from({ length: places }, (_, place) => lastDayOf(first + place - 1, unit));
  if ((lastDays[places - 1] as string) > asOf) lastDays[places - 1] = asOf;

  const bought = (active: Uint8Array, place: number, month: number): void => {
    // Without a window of its own the period is what counts, and a purchase in it does.
    if (activeWindow === undefined) active[place] = 1;
    else for (let at = place; at < places && endOf(at) < month + reach; at++) active[at] = 1;
  };
  const runs = (active: Uint8Array, since: IsoDate, until: IsoDate | null): void => {
    lastDays.forEach((day, place) => {
      if (since <= day && (until === null || day < until)) active[place] = 1;
    });
  };
  const none: CustomerMonths = { months: [], revenue: [], purchases: [] };

  return (customer) => {
    const active = new Uint8Array(places);
    const revenue = new Array<Money>(places).fill(zero);
    const { months, revenue: amounts, purchases } = ledgers.get(customer.customerId) ?? none;
    for (let i = 0; i < months.length; i++) {
      const month = months[i] as number;
      const place = Math.floor(month / perPeriod) - first + 1;
      // By contract the sales may be older than the first start.
      if (place < 0) continue;
      revenue[place] = (revenue[place] as Money) + (amounts[i] as Money);
      if (basis === "sales" && (purchases[i] as number) > 0) bought(active, place, month);
    }
    const start = beganOn(customer, basis);
    if (basis === "contract" && start !== null) runs(active, start, customer.card?.until ?? null);
    return {
      customerId: customer.customerId,
      began: start === null ? null : periodNumber(start, unit),
      active,
      revenue,
    };
  };
}

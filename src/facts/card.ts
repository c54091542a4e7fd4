import type { IsoDate } from "../base/calendar.ts";
import type { Money } from "../base/money.ts";

/** What the customers file (or, for the first fields, the sales file) says of a customer. `null`: not known. */
export interface Card {
  readonly customerId: string;
  readonly name: string | null;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  readonly employees: number | null;
  /** Customer since, as the customers file states it. */
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  /** As written; which words are a grade is the scoring's to say. */
  readonly potentialGrade: string | null;
  /** Percent, exactly: units of 1/10,000 of a percent point (30 % is 300_000n). */
  readonly potentialGrowthPct: bigint | null;
  /** What the customer could buy from us in a year. */
  readonly potentialRevenue: Money | null;
  /** What the customer spends in a year on what we sell, at any supplier. */
  readonly wallet: Money | null;
  /** As written: expansion, widening, efficiency. */
  readonly driver: string | null;
  /** As written: why, or that, the customer refused offers. */
  readonly refused: string | null;
  readonly activeUsers: number | null;
  readonly potentialUsers: number | null;
  readonly regionsServed: number | null;
  readonly regionsPresent: number | null;
}

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
  readonly licensedSeats: number | null;
  readonly regionsServed: number | null;
  readonly regionsPresent: number | null;
  /** Current use of what is limited, in the unit of `usageLimit`. */
  readonly usage: number | null;
  readonly usageLimit: number | null;
  /** Yearly revenue of the customer's own business. */
  readonly companyRevenue: Money | null;
  readonly legalForm: string | null;
  /** Year of foundation. */
  readonly founded: number | null;
  readonly churnReason: string | null;
  /** How the customer came: referral, fair, … As written. */
  readonly source: string | null;
  readonly contractMonths: number | null;
  /** Relationship scores, 1–5. */
  readonly trust: number | null;
  readonly commitment: number | null;
  readonly dependence: number | null;
  readonly norms: number | null;
  /** Month in which the customer's fiscal year starts, 1–12. */
  readonly fiscalYearStart: number | null;
}

/** A card that says nothing but the id. */
export const blankCard = (customerId: string): Card => ({
  customerId,
  name: null,
  segment: null,
  industry: null,
  country: null,
  region: null,
  owner: null,
  employees: null,
  since: null,
  until: null,
  potentialGrade: null,
  potentialGrowthPct: null,
  potentialRevenue: null,
  wallet: null,
  driver: null,
  refused: null,
  activeUsers: null,
  potentialUsers: null,
  licensedSeats: null,
  regionsServed: null,
  regionsPresent: null,
  usage: null,
  usageLimit: null,
  companyRevenue: null,
  legalForm: null,
  founded: null,
  churnReason: null,
  source: null,
  contractMonths: null,
  trust: null,
  commitment: null,
  dependence: null,
  norms: null,
  fiscalYearStart: null,
});

import type { IsoDate } from "../base/calendar.ts";

/** One row of the NPS file: an answer, or an invitation without one. */
export interface Answer {
  /** `null`: the row names no customer. */
  readonly customerId: string | null;
  readonly date: IsoDate;
  /** 0–10; `null`: invited, not answered. */
  readonly score: number | null;
  /** `null`: the file has no such column, or the cell is blank. */
  readonly respondent: string | null;
  /** Of the respondent, as written; `null` likewise. */
  readonly role: string | null;
  readonly seniority: string | null;
  readonly department: string | null;
  readonly region: string | null;
}

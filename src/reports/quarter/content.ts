import type { PeriodUnit } from "../../base/calendar-period.ts";
import type { Report } from "../../output/report.ts";
import type { Notice } from "../../quality/notice.ts";
import type { Words } from "../../wording/wording.ts";

/** What every command says of the same exports as of the same day. `null`: it could not say anything, see `leftOut`. */
export interface QuarterReports {
  readonly customers: Report;
  readonly matrix: Report;
  readonly plan: Report;
  readonly triggers: Report;
  readonly nps: Report | null;
  readonly swot: Report | null;
  readonly retention: Report;
  readonly cohorts: Report;
  readonly value: Report;
  readonly concentration: Report;
  readonly stages: Report;
  readonly winback: Report;
  readonly icp: Report;
  /** Since the end of the period before. */
  readonly compare: Report | null;
}

export interface QuarterContent {
  readonly reports: QuarterReports;
  /** As it is written: `2026-Q3`. */
  readonly period: string;
  readonly unit: PeriodUnit;
  /** Whether the as-of date cuts it. */
  readonly unfinished: boolean;
  /** Whether nobody named that day, and it is the latest sale. */
  readonly endsWithSales: boolean;
  /** The last day of the period before. */
  readonly previousEnd: string;
  readonly asOf: string;
  readonly months: number;
  readonly windowFrom: string;
  /** The first sale. */
  readonly salesFrom: string | null;
  /** Whether the sales reach back over the window; else its figures are of a shorter time. */
  readonly windowCovered: boolean;
  /** Who counts as there in `retention`; months of `--active-window`, `null` the period itself. */
  readonly retainedBy: { readonly basis: "sales" | "contract"; readonly months: number | null };
  /** The user's own limit of days in `winback`; `null`: by each customer's own gaps. */
  readonly lostAfter: number | null;
  readonly currency: string | null;
  readonly notices: readonly Notice[];
  /** What could not be judged, in sentences. */
  readonly remarks: readonly string[];
  readonly leftOut: readonly { readonly score: string; readonly reason: string }[];
  /** The language of the reports, and of what is said around them. */
  readonly words: Words<"quarter">;
}
